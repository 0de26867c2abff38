package main

import (
	"io/fs"
	"os"
	"path/filepath"
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
	w, problems := weaveRoot(root)
	for _, p := range sorted(append(problems, w.differences()...)) {
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
