// Package check looks over the woven book for what no reader should meet: dead
// links and commands, numbers that no run printed, formulas that GitHub would not
// show, claims without a place.
package check

import (
	"slices"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
	"crossentropy/docs/internal/weave"
)

// Book lists what is wrong with what the authors of a woven book wrote. What is
// woven between their words comes from runs, and is not checked again.
func Book(b *weave.Book) report.Problems {
	c := checker{runs: b.Runs, pages: map[string]markdown.Page{}}
	for _, d := range b.Drafts {
		c.pages[d.Page.Path] = d.Woven
	}
	chapters := []string{"docs/README.md"}
	for _, d := range b.Drafts {
		own := d.Page.Own()
		c.links(own)
		c.commands(own)
		c.numbers(own)
		c.problems = append(c.problems, own.MathProblems()...)
		c.problems = append(c.problems, own.HTMLProblems()...)
		if own.Chapter() != "" {
			chapters = append(chapters, own.Path)
		}
	}
	chapters = append(chapters, weave.ClaimsPage)
	for i := 1; i < len(chapters)-1; i++ {
		c.neighbour(chapters[i], "previous", chapters[i-1])
		c.neighbour(chapters[i], "next", chapters[i+1])
	}
	c.programs()
	c.claims(b.Places)
	c.exercises(b.Drafts)
	return c.problems
}

// A checker collects the problems of a book, whose links lead to woven pages.
type checker struct {
	runs     *runs.Results
	pages    map[string]markdown.Page
	problems report.Problems
}

func (c *checker) add(p markdown.Page, at int, format string, args ...any) {
	c.problems.Add(p.Path, p.Line(at), format, args...)
}

// neighbour reports a chapter that does not link to the one before or after it.
func (c *checker) neighbour(path, which, want string) {
	leads := func(l markdown.Link) bool { return l.File == want }
	if !slices.ContainsFunc(c.pages[path].Links(), leads) {
		c.problems.Add(path, 1, "no link to the %s page, %s", which, markdown.Relative(path, want))
	}
}

// programs reports programs without a page and pages without a program.
func (c *checker) programs() {
	for name := range c.runs.Chapters {
		if page := "docs/" + name + ".md"; c.pages[page].Path == "" {
			c.problems.Add("chapters/"+name, 0, "no page %s", page)
		}
	}
	for path, page := range c.pages {
		if name := page.Chapter(); name != "" && c.runs.Chapters[name] == nil {
			c.problems.Add(path, 1, "no program chapters/%s", name)
		}
	}
}

// exercises reports exercises that no page sets.
func (c *checker) exercises(drafts []weave.Draft) {
	set := map[string]bool{}
	for _, d := range drafts {
		for _, m := range d.Page.Marks {
			if m.Kind.Name() == "exercise" {
				set[m.Args[0]] = true
			}
		}
	}
	for _, e := range c.runs.Exercises {
		if !set[e.Name] {
			c.problems.Add(e.File, e.Line, "exercise %s has no place in the book", e.Name)
		}
	}
}

// claims reports claims that no chapter makes or that the list of claims lacks.
func (c *checker) claims(places map[string][]weave.Place) {
	for _, claim := range c.runs.Claims {
		if len(places[claim.Key()]) == 0 {
			c.problems.Add(runs.ClaimsFile, claim.First,
				"claim %v (%s) is a claim without a place in the prose", claim, claim.Key())
		}
		if !c.pages[weave.ClaimsPage].HasHeading(markdown.Slug(claim.Heading())) {
			c.problems.Add(runs.ClaimsFile, claim.First,
				"claim %v is not listed in %s", claim, weave.ClaimsPage)
		}
	}
}
