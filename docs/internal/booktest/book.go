// Package booktest is a small book for the tests of the rooms beside it: a
// project of two chapters, and what its programs would print.
package booktest

import (
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
)

//go:embed testdata
var testdata embed.FS

// Copy returns the root of a copy of the project, which the caller may change.
func Copy(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	files, err := fs.Sub(testdata, "testdata")
	if err == nil {
		err = os.CopyFS(root, files)
	}
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// Write writes a file of the project.
func Write(t *testing.T, root, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Read reads a file of the project.
func Read(t *testing.T, root, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Results is what a run of the project at root would say.
func Results(t *testing.T, root string) *runs.Results {
	t.Helper()
	out := runs.Output{
		Chapters: map[string]string{
			"01-start": Read(t, root, "runs/01-start"),
			"02-end":   Read(t, root, "runs/02-end"),
		},
		Figures: map[string][]byte{
			"curve": []byte(Read(t, root, "docs/figures/curve.svg")),
			"stale": []byte(Read(t, root, "docs/figures/stale.svg")),
		},
		Claims: []byte(Read(t, root, "runs/claims.json")),
	}
	results, problems := runs.Read(os.DirFS(root), out)
	WantProblems(t, problems)
	return results
}

// WantProblems compares problems with lines, each given by its beginning.
func WantProblems(t *testing.T, have report.Problems, want ...string) {
	t.Helper()
	lines := strings.Split(have.Error(), "\n")
	ok := len(have) == 0 && len(want) == 0 || len(lines) == len(want)
	for i := 0; ok && i < len(want); i++ {
		ok = strings.HasPrefix(lines[i], want[i])
	}
	if !ok {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(lines, "\n\t"), strings.Join(want, "\n\t"))
	}
}
