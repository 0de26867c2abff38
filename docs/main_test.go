package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBookIsWoven is go run ./docs -check. The programs run as child processes,
// and what those read the test cache cannot see: so the test reads every file
// of the project itself, or a broken formula would answer "ok (cached)".
func TestBookIsWoven(t *testing.T) {
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	if err := readAll(root); err != nil {
		t.Fatal(err)
	}
	b, problems := build(root)
	if b != nil {
		problems = append(problems, b.Differences()...)
	}
	for _, p := range problems.Sorted() {
		t.Error(p)
	}
}

func readAll(root string) error {
	return filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "tmp") {
			return filepath.SkipDir
		}
		if d.Type().IsRegular() {
			_, err = os.ReadFile(p)
		}
		return err
	})
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
	}{{"-h", 0}, {"-chek", 2}, {"-check x", 2}} {
		var out, errs strings.Builder
		code := command(strings.Fields(c.args), &out, &errs)
		if code != c.code || code == 2 && strings.Count(errs.String(), "\n") != 1 || code == 0 && out.Len() == 0 {
			t.Errorf("%s exits %d, prints %q and %q", c.args, code, out.String(), errs.String())
		}
	}
}
