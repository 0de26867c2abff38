package weave_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crossentropy/docs/internal/booktest"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// write weaves the small book at root and writes it.
func write(t *testing.T, root string, results *runs.Results) (said string) {
	t.Helper()
	b, problems := weave.Pages(results)
	booktest.WantProblems(t, problems)
	said, err := b.Write(t.Context(), root)
	if err != nil {
		t.Fatal(err)
	}
	return said
}

// What is written is as in testdata and woven: written again, it stays as it is.
func TestWrite(t *testing.T) {
	root := booktest.Copy(t)
	booktest.Write(t, root, "docs/figures/old.svg", "")
	results := booktest.Results(t, root)
	results.Figures["new"] = runs.Figure{SVG: []byte("<svg>new</svg>")}
	for _, want := range []string{
		"README.md: written\n" +
			"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; written\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; written\n" +
			"docs/claims.md: written\ndocs/figures: 2 figures changed\n" +
			"in all: 5 pages, 3 figures, 2 claims\n",
		"01-start: 2 sections, 1 output, 4 values, 0 figures, 1 claim; unchanged\n" +
			"02-end: 1 section, 0 outputs, 0 values, 0 figures, 2 claims; unchanged\n" +
			"in all: 5 pages, 3 figures, 2 claims\n",
	} {
		if have := write(t, root, results); have != want {
			t.Errorf("have\n%swant\n%s", have, want)
		}
	}
	for _, page := range []string{"README.md", "docs/01-start.md", "docs/02-end.md", "docs/claims.md"} {
		if have := booktest.Read(t, root, page); have != booktest.Read(t, "testdata", page) {
			t.Errorf("%s is not as in testdata:\n%s", page, have)
		}
	}
	figures, _ := filepath.Glob(filepath.Join(root, "docs/figures/*"))
	if len(figures) != 3 || filepath.Base(figures[1]) != "new.svg" {
		t.Errorf("the figures are %q", figures)
	}
}

// TestWritesAllOrNothing interrupts one write, and keeps another from writing its
// last file.
func TestWritesAllOrNothing(t *testing.T) {
	interrupted, interrupt := context.WithCancel(t.Context())
	interrupt()
	for _, c := range []struct {
		ctx    context.Context
		figure string
	}{{interrupted, "new"}, {t.Context(), "no\x00file"}} {
		root := booktest.Copy(t)
		results := booktest.Results(t, root)
		results.Figures[c.figure] = runs.Figure{SVG: []byte("<svg/>")}
		before := names(t, root)
		b, _ := weave.Pages(results)
		if _, err := b.Write(c.ctx, root); err == nil {
			t.Errorf("with figure %q: no error", c.figure)
		}
		if have := names(t, root); have != before {
			t.Errorf("with figure %q: the files are\n%swant\n%s", c.figure, have, before)
		}
		if booktest.Read(t, root, "README.md") != string(b.Drafts[0].Page.Text) {
			t.Errorf("with figure %q: README.md is written", c.figure)
		}
	}
}

// names lists the files of the pages and the figures.
func names(t *testing.T, root string) (list string) {
	t.Helper()
	for _, dir := range []string{".", "docs", "docs/figures"} {
		files, err := os.ReadDir(filepath.Join(root, dir))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			list += dir + "/" + f.Name() + "\n"
		}
	}
	return list
}

func TestDifferences(t *testing.T) {
	root := booktest.Copy(t)
	results := booktest.Results(t, root)
	write(t, root, results)
	page := booktest.Read(t, root, "docs/01-start.md")
	page = strings.NewReplacer("−0.5", "-0.5", "change: -0.5\n", "", "sum: 0.5", "sum: 0.6").Replace(page)
	booktest.Write(t, root, "docs/01-start.md", page)
	results.Figures["drop"] = runs.Figure{SVG: []byte("<svg/>")}
	delete(results.Figures, "curve")
	stale := strings.ReplaceAll(string(results.Figures["stale"].SVG), "old", "new")
	results.Figures["stale"] = runs.Figure{SVG: []byte(stale)}
	b, _ := weave.Pages(results)
	booktest.WantProblems(t, b.Differences(),
		`docs/01-start.md:18: have "sum: 0.6 ·`,
		`docs/01-start.md:21: have "-0.5", want "−0.5"`,
		`docs/figures/curve.svg:1: have a file, want none`,
		`docs/figures/drop.svg:1: have no file`,
		`docs/figures/stale.svg:2: have "old\n", want "new\n"`,
	)
}
