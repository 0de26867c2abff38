package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestBookIsWoven is go run ./docs -check. The programs run as child processes,
// and what those read the test cache cannot see: so the test reads every file
// of the project itself, or a broken formula would answer "ok (cached)".
func TestBookIsWoven(t *testing.T) {
	ctx, stop := interruptible(t.Context())
	defer stop()
	root, err := findRoot()
	if err == nil {
		err = readAll(root)
	}
	if err == nil {
		_, err = build(ctx, root, true)
	}
	if err != nil {
		t.Error(err)
	}
}

func readAll(root string) error {
	return filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && slices.Contains([]string{".git", "tmp", "_site", "node_modules"}, d.Name()) {
			return filepath.SkipDir
		}
		if d.Type().IsRegular() {
			_, err = os.ReadFile(p)
		}
		return err
	})
}

// TestUsage: what is asked for in a way that the program does not know is refused.
func TestUsage(t *testing.T) {
	for args, want := range map[string]string{
		"":                    "{false false false _site}",
		"-check":              "{true false false _site}",
		"-site":               "{false true false _site}",
		"-serve /tmp/x":       "{false false true /tmp/x}",
		"-site /tmp/x /tmp/y": `unexpected argument "/tmp/y"`,
		"-check /tmp/x":       `unexpected argument "/tmp/x"`,
		"-site -serve":        "-check, -site and -serve are for one at a time",
		"-sites":              "flag provided but not defined: -sites",
		"-serve -h":           "flag: help requested",
	} {
		c, err := parse(strings.Fields(args))
		have := fmt.Sprint(c)
		if err != nil {
			have = err.Error()
		}
		if have != want {
			t.Errorf("go run ./docs %s: %s, want %s", args, have, want)
		}
	}
}

var (
	importCommand = regexp.MustCompile(`(?m)^\$ go (mod edit .*-replace crossentropy=)\S+$`)
	importProgram = regexp.MustCompile("(?s)```go\n(.*? // (.*?)\n.*?)```")
)

// TestImport does what README.md says of a module that imports the library.
func TestImport(t *testing.T) {
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	command := importCommand.FindStringSubmatch(string(readme))
	program := importProgram.FindStringSubmatch(string(readme))
	if command == nil || program == nil {
		t.Fatal("README.md has no command or no program")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(program[1]), 0o666); err != nil {
		t.Fatal(err)
	}
	edit := strings.Fields(command[1])
	edit[len(edit)-1] += root
	runGo(t, dir, "mod", "init", "example.org/mine")
	runGo(t, dir, edit...)
	if have, want := runGo(t, dir, "run", "."), program[2]; have != want {
		t.Errorf("the program prints %q, README.md says %q", have, want)
	}
}

// runGo runs the go command in a folder and returns what it prints.
func runGo(t *testing.T, dir string, args ...string) string {
	t.Helper()
	c := exec.Command("go", args...)
	c.Dir = dir
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("go %q: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}
