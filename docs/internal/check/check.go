// Package check looks over the woven book for what no reader should meet: dead
// links and commands, numbers that no run printed, claims without a place.
package check

import (
	"bytes"
	"slices"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// A finding is something wrong at an offset of a woven page.
type finding struct {
	at   int
	text string
}

// Book lists what is wrong with a woven book.
func Book(b *weave.Book) report.Problems {
	var problems report.Problems
	checkPlaces(b, &problems)
	checkPairs(b, &problems)
	checkNeighbours(b, &problems)
	t := targets{b.Runs, map[string]markdown.Page{}}
	var titles []string
	for _, d := range b.Drafts {
		t.pages[d.Page.Path] = d.Woven
		if d.Page.Chapter() != "" {
			titles = append(titles, d.Woven.Title())
		}
	}
	allowed := exceptional(titles)
	for _, d := range b.Drafts {
		found := slices.Concat(t.deadLinks(d.Woven), deadCommands(b.Runs, d.Woven.Text),
			numbers(d.Woven, allowed))
		for _, f := range found {
			problems.Add(d.Page.Path, d.Line(f.at), "%s", f.text)
		}
	}
	return problems
}

// checkPlaces reports claims that no chapter makes.
func checkPlaces(b *weave.Book, problems *report.Problems) {
	for _, c := range b.Runs.Claims {
		if len(b.Places[c.Key()]) == 0 {
			problems.Add(runs.ClaimsFile, c.First,
				"claim %v (%s) is a claim without a place in the prose", c, c.Key())
		}
	}
}

// checkPairs reports chapters without a page and pages without a program.
func checkPairs(b *weave.Book, problems *report.Problems) {
	pages := map[string]bool{}
	for _, d := range b.Drafts {
		c := d.Page.Chapter()
		pages[c] = true
		if c != "" && b.Runs.HasChapter(c) != nil {
			problems.Add(d.Page.Path, 1, "no program chapters/%s", c)
		}
	}
	for c := range b.Runs.Chapters {
		if !pages[c] {
			problems.Add("chapters/"+c, 0, "no page docs/%s.md", c)
		}
	}
}

// checkNeighbours reports chapters that do not link to the one before and after.
func checkNeighbours(b *weave.Book, problems *report.Problems) {
	paths := []string{"docs/README.md"}
	var chapters []weave.Draft
	for _, d := range b.Drafts {
		if d.Page.Chapter() != "" {
			chapters = append(chapters, d)
			paths = append(paths, d.Page.Path)
		}
	}
	paths = append(paths, weave.ClaimsPage)
	for i, d := range chapters {
		checkNeighbour(d, "previous", "Previous:", paths[i], problems)
		checkNeighbour(d, "next", "Next:", paths[i+2], problems)
	}
}

// checkNeighbour reports a page that does not link to the one wanted, or that
// links to another behind its label.
func checkNeighbour(d weave.Draft, which, label, want string, problems *report.Problems) {
	linked := false
	wanted := markdown.Relative(d.Page.Path, want)
	for _, l := range d.Woven.Links() {
		linked = linked || l.File == want
		before := bytes.TrimSpace(d.Woven.Text[:l.At])
		if l.File != want && bytes.HasSuffix(before, []byte(label)) {
			have := markdown.Relative(d.Page.Path, l.File)
			problems.Add(d.Page.Path, d.Line(l.At), "%s leads to %s, want %s", label, have, wanted)
		}
	}
	if !linked {
		problems.Add(d.Page.Path, 1, "no link to the %s page, %s", which, wanted)
	}
}
