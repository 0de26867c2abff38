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
	if err == nil {
		err = readAll(root)
	}
	if err == nil {
		_, err = build(t.Context(), root, true)
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
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "tmp") {
			return filepath.SkipDir
		}
		if d.Type().IsRegular() {
			_, err = os.ReadFile(p)
		}
		return err
	})
}
