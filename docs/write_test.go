package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	root := t.TempDir()
	for name, f := range fakeFiles(t) {
		put(t, filepath.Join(root, name), f.Data)
	}
	put(t, filepath.Join(root, "docs/figures/old.svg"), []byte("<svg/>"))
	b := fakeBook(t, fakeFiles(t))
	b.files = os.DirFS(root)
	b.figures["new"] = figure{svg: []byte("<svg>new</svg>")}
	for _, want := range []string{
		"README.md: written\n" +
			"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; written\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; written\n" +
			"docs/claims.md: written\ndocs/figures: 2 figures changed\nin all: 5 pages, 3 figures, 2 claims\n",
		"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; unchanged\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; unchanged\nin all: 5 pages, 3 figures, 2 claims\n",
	} {
		pages, _ := readPages(b.files)
		w, problems := weave(b, pages)
		wantProblems(t, problems)
		if have := w.summary(); have != want {
			t.Errorf("have\n%swant\n%s", have, want)
		}
		if err := w.write(root); err != nil {
			t.Fatal(err)
		}
	}
	pages, _ := readPages(b.files)
	w, _ := weave(b, pages)
	if made, _ := b.made("", nil); made != "$ make\ngo run ./docs\n"+w.summary() {
		t.Errorf("the README says that make prints\n%s", made)
	}
	wantFiles(t, filepath.Join(root, "docs"), "01-start.md 02-end.md README.md claims.md figures")
	wantFiles(t, filepath.Join(root, "docs/figures"), "curve.svg new.svg stale.svg")
}

// Where one file cannot be written, none is.
func TestWriteNothing(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "README.md"), []byte("old"))
	put(t, filepath.Join(root, "docs/figures/a.svg"), nil)
	w := work{book: &book{files: os.DirFS(root)}}
	for _, path := range []string{"README.md", "docs/gone/a.md"} {
		w.drafts = append(w.drafts, draft{page: newPage(path, []byte("old")), woven: newPage(path, []byte("new"))})
	}
	if err := w.write(root); err == nil {
		t.Error("have no error")
	}
	if text, _ := os.ReadFile(filepath.Join(root, "README.md")); string(text) != "old" {
		t.Errorf("README.md is %q", text)
	}
	wantFiles(t, root, "README.md docs")
	wantFiles(t, filepath.Join(root, "docs/figures"), "a.svg")
}

func put(t *testing.T, file string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
}

func wantFiles(t *testing.T, dir, want string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if have := strings.Join(names, " "); have != want {
		t.Errorf("%s holds %s, want %s", dir, have, want)
	}
}
