package main

import (
	"fmt"
	"maps"
	"slices"
)

// findPlaces finds where the chapters make each claim, in a box or in passing.
func findPlaces(drafts []draft) map[string][]place {
	places := map[string][]place{}
	for _, d := range drafts {
		if d.chapter() == "" {
			continue
		}
		for _, m := range d.woven.marks {
			if m.kind.name != "claim" && m.kind.name != "cite" || len(m.args) != 1 {
				continue
			}
			h := d.woven.section(m.at)
			p := place{d.path, d.woven.title(), h.text, h.slug}
			if key := m.args[0]; !slices.Contains(places[key], p) {
				places[key] = append(places[key], p)
			}
		}
	}
	return places
}

// unplaced reports claims that no chapter makes.
func (b *book) unplaced() []problem {
	var problems []problem
	for _, c := range b.claims {
		if len(b.places[c.key()]) == 0 {
			problems = append(problems, problem{
				claimsFile, c.first,
				fmt.Sprintf("claim %v (%s) is a claim without a place in the prose", c, c.key()),
			})
		}
	}
	return problems
}

// unpaired reports chapters without a page and pages without a program.
func (w work) unpaired() []problem {
	var problems []problem
	pages := map[string]bool{}
	for _, d := range w.drafts {
		if c := d.chapter(); c != "" {
			pages[c] = true
			if _, ok := w.book.chapters[c]; !ok {
				problems = append(problems, problem{d.path, 1, "no program chapters/" + c})
			}
		}
	}
	for _, c := range slices.Sorted(maps.Keys(w.book.chapters)) {
		if !pages[c] {
			problems = append(problems, problem{"chapters/" + c, 0, "no page docs/" + c + ".md"})
		}
	}
	return problems
}
