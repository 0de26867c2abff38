// Package booktest is a small book for the tests of the rooms beside it: a
// project of two chapters, and what its programs would print.
package booktest

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
)

// The Go files end in .txt so that no tool takes them for ours.
//
//go:embed book
var book embed.FS

// Files is the project, which the caller may change.
func Files(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(book, "book", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := book.ReadFile(p)
		name := strings.TrimSuffix(strings.TrimPrefix(p, "book/"), ".txt")
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// Results is what a run of that project would say.
func Results(t *testing.T, files fstest.MapFS) *runs.Results {
	t.Helper()
	out := runs.Output{
		Chapters: map[string]string{},
		Figures:  map[string][]byte{},
		Claims:   files["runs/claims.json"].Data,
	}
	for _, c := range []string{"01-start", "02-end"} {
		out.Chapters[c] = string(files["runs/"+c].Data)
	}
	for name, f := range files {
		if figure, ok := strings.CutSuffix(path.Base(name), ".svg"); ok {
			out.Figures[figure] = f.Data
		}
	}
	results, problems := runs.Read(files, out)
	WantProblems(t, problems)
	return results
}

// WantProblems compares problems with lines, each given by its beginning.
func WantProblems(t *testing.T, have report.Problems, want ...string) {
	t.Helper()
	var lines []string
	for _, p := range have.Sorted() {
		lines = append(lines, p.String())
	}
	ok := len(lines) == len(want)
	for i := 0; ok && i < len(want); i++ {
		ok = strings.HasPrefix(lines[i], want[i])
	}
	if !ok {
		t.Errorf("have\n\t%s\nwant\n\t%s", strings.Join(lines, "\n\t"), strings.Join(want, "\n\t"))
	}
}
