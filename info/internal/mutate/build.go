package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A build is the suites over an overlay, each compiled when it is needed.
type build struct{ overlay, dir string }

// newBuild makes the folder dir for suites in which the texts stand for files of
// the module, or beside them.
func newBuild(root, dir string, texts map[string][]byte) (b build, err error) {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return b, err
	}
	b = build{filepath.Join(dir, "overlay.json"), dir}
	replace := map[string]string{}
	for file, text := range texts {
		written := filepath.Join(dir, fmt.Sprint(len(replace), ".go"))
		if err := os.WriteFile(written, text, 0o666); err != nil {
			return b, err
		}
		replace[filepath.Join(root, file)] = written
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return b, err
	}
	return b, os.WriteFile(b.overlay, overlay, 0o666)
}

// compile makes the program that runs the suite, unless there is one.
func (b build) compile(ctx context.Context, s *suite) (program string, err error) {
	program = filepath.Join(b.dir, strings.ReplaceAll(s.name, "/", "-")+".test")
	if _, err := os.Stat(program); err == nil {
		return program, nil
	}
	c := exec.CommandContext(ctx, "go", "test", "-c", "-vet=off", "-ldflags=-s -w",
		"-overlay", b.overlay, "-o", program, s.name)
	c.Dir = s.dir
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("the tests do not compile: %w\n%s", err, out)
	}
	return program, nil
}
