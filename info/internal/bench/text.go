package main

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// textOf returns size bytes that are distributed as those of a text are, and says
// what text: the source of Go itself, again and again if it is too short. Where
// that is not installed, the bytes are drawn.
func textOf(size int, seed uint64) (text []byte, kind string) {
	text, kind = make([]byte, 0, size), "Go source"
	if root, err := exec.Command("go", "env", "GOROOT").Output(); err == nil {
		text = appendSource(text, filepath.Join(strings.TrimSpace(string(root)), "src"))
	}
	if len(text) == 0 {
		text, kind = appendDrawn(text, seed), "drawn bytes"
	}
	for known := len(text); len(text) < size; {
		text = append(text, text[:min(known, size-len(text))]...)
	}
	return text, kind
}

// appendSource fills the capacity of text with the Go files below dir, as far as
// they can be read.
func appendSource(text []byte, dir string) []byte {
	_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() || filepath.Ext(path) != ".go" {
			return nil
		}
		file, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		free := cap(text) - len(text)
		text = append(text, file[:min(free, len(file))]...)
		if len(file) >= free {
			return fs.SkipAll
		}
		return nil
	})
	return text
}

// appendDrawn appends a megabyte, or less where text has no room for it, in which
// the byte b is about as frequent as 1/(b + 5)².
func appendDrawn(text []byte, seed uint64) []byte {
	zipf := rand.NewZipf(rand.New(rand.NewPCG(seed, 0)), 2, 5, 255)
	for range min(cap(text)-len(text), 1e6) {
		text = append(text, byte(zipf.Uint64()))
	}
	return text
}
