// Package check looks over the woven book for what no reader should meet: dead
// links and commands, numbers that no run printed, claims without a place.
package check

import (
	"fmt"
	"maps"
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
func Book(b *weave.Book) []report.Problem {
	problems := slices.Concat(unplaced(b), unpaired(b), neighbours(b))
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
		found := slices.Concat(t.deadLinks(d.Woven), deadCommands(b.Runs, d.Woven.Text), numbers(d.Woven, allowed))
		for _, f := range found {
			problems = append(problems, d.Problem(f.at, f.text))
		}
	}
	return problems
}

// unplaced reports claims that no chapter makes.
func unplaced(b *weave.Book) []report.Problem {
	var problems []report.Problem
	for _, c := range b.Runs.Claims {
		if len(b.Places[c.Key()]) == 0 {
			problems = append(problems, report.Problem{
				File: runs.ClaimsFile, Line: c.First,
				Text: fmt.Sprintf("claim %v (%s) is a claim without a place in the prose", c, c.Key()),
			})
		}
	}
	return problems
}

// unpaired reports chapters without a page and pages without a program.
func unpaired(b *weave.Book) []report.Problem {
	var problems []report.Problem
	pages := map[string]bool{}
	for _, d := range b.Drafts {
		if c := d.Page.Chapter(); c != "" {
			pages[c] = true
			if b.Runs.HasChapter(c) != nil {
				problems = append(problems, d.Problem(0, "no program chapters/"+c))
			}
		}
	}
	for _, c := range slices.Sorted(maps.Keys(b.Runs.Chapters)) {
		if !pages[c] {
			problems = append(problems, report.Problem{File: "chapters/" + c, Text: "no page docs/" + c + ".md"})
		}
	}
	return problems
}

// neighbours reports chapters that do not link to the one before and after.
func neighbours(b *weave.Book) []report.Problem {
	paths := []string{"docs/README.md"}
	var chapters []weave.Draft
	for _, d := range b.Drafts {
		if d.Page.Chapter() != "" {
			chapters = append(chapters, d)
			paths = append(paths, d.Page.Path)
		}
	}
	paths = append(paths, weave.ClaimsPage)
	var problems []report.Problem
	for i, d := range chapters {
		problems = append(problems, neighbour(d, "previous", "Previous:", paths[i])...)
		problems = append(problems, neighbour(d, "next", "Next:", paths[i+2])...)
	}
	return problems
}

// neighbour reports a page that does not link to the one wanted, or to another
// with its label.
func neighbour(d weave.Draft, which, label, want string) []report.Problem {
	var problems []report.Problem
	linked := false
	wanted := markdown.Relative(d.Page.Path, want)
	for _, l := range d.Woven.Links() {
		linked = linked || l.File == want
		if l.Before == label && l.File != want {
			have := markdown.Relative(d.Page.Path, l.File)
			problems = append(problems, d.Problem(l.At, fmt.Sprintf("%s leads to %s, want %s", label, have, wanted)))
		}
	}
	if !linked {
		problems = append(problems, d.Problem(0, fmt.Sprintf("no link to the %s page, %s", which, wanted)))
	}
	return problems
}
