package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// fakeFiles is a small project: the tree under testdata/book, whose Go files
// end in .txt so that no tool takes them for ours.
func fakeFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	root := filepath.Join("testdata", "book")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(p)
		name, _ := filepath.Rel(root, p)
		files[strings.TrimSuffix(filepath.ToSlash(name), ".txt")] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// fakeBook is what a run of that project would say.
func fakeBook(t *testing.T, files fstest.MapFS) *book {
	t.Helper()
	b := &book{files: files, chapters: map[string]sections{}, figures: map[string]figure{}}
	for _, c := range []string{"01-start", "02-end"} {
		s, err := readSections(string(files["runs/"+c].Data))
		if err != nil {
			t.Fatal(err)
		}
		b.chapters[c] = s
	}
	f, err := newFigure(files["docs/figures/curve.svg"].Data)
	if err != nil {
		t.Fatal(err)
	}
	b.figures["curve"] = f
	b.figures["stale"] = figure{svg: files["docs/figures/stale.svg"].Data}
	claims, problems := readClaims(files[claimsFile].Data)
	controls, _ := readControls(files["runs/claims.json"].Data)
	problems = append(problems, withControls(claims, controls)...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	b.claims = claims
	return b
}

// fakeWork weaves the fake project, with the text put at the end of the page
// docs/02-end.md, from its line 100 on.
func fakeWork(t *testing.T, text string) (work, []problem) {
	t.Helper()
	files := fakeFiles(t)
	if text != "" {
		page := string(files["docs/02-end.md"].Data)
		page += strings.Repeat("\n", 99-strings.Count(page, "\n"))
		files["docs/02-end.md"] = &fstest.MapFile{Data: []byte(page + text)}
	}
	pages, problems := readPages(files)
	w, more := weave(fakeBook(t, files), pages)
	return w, sorted(append(problems, more...))
}

// wantProblems compares problems with lines, each given by its beginning.
func wantProblems(t *testing.T, have []problem, want ...string) {
	t.Helper()
	var lines []string
	for _, p := range have {
		lines = append(lines, p.String())
	}
	ok := len(have) == len(want)
	for i := 0; ok && i < len(have); i++ {
		ok = strings.HasPrefix(lines[i], want[i])
	}
	if !ok {
		t.Errorf("have\n%s\nwant\n%s", indent(lines), indent(want))
	}
}

func indent(lines []string) string {
	if len(lines) == 0 {
		return "\tnothing"
	}
	return "\t" + strings.Join(lines, "\n\t")
}

// woven is the text between two lines of a page.
func (w work) woven(t *testing.T, file, after string) string {
	t.Helper()
	for _, d := range w.drafts {
		if d.path != file {
			continue
		}
		if _, rest, ok := strings.Cut(string(d.woven.text), after+"\n"); ok {
			text, _, _ := strings.Cut(rest, "\n"+closing)
			return text
		}
	}
	t.Fatal(fmt.Errorf("%s has no %s", file, after))
	return ""
}
