package main

import (
	"fmt"
	"path"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// A finding is something wrong at an offset of a woven page.
type finding struct {
	at   int
	text string
}

// check looks over the woven book.
func (w work) check() []problem {
	problems := append(w.book.unplaced(), w.unpaired()...)
	pages := map[string]page{}
	var titles []string
	for _, d := range w.drafts {
		pages[d.path] = d.woven
		if d.chapter() != "" {
			titles = append(titles, d.woven.title())
		}
	}
	t := targets{w.book, pages}
	for _, d := range w.drafts {
		found := slices.Concat(t.deadLinks(d.woven), w.book.deadCommands(d.woven), numbers(d.woven, titles))
		for _, f := range found {
			problems = append(problems, problem{d.path, d.line(f.at), f.text})
		}
	}
	return append(problems, w.neighbours()...)
}

// neighbours reports chapters that do not link to the one before and after.
func (w work) neighbours() []problem {
	paths := []string{"docs/README.md"}
	var chapters []draft
	for _, d := range w.drafts {
		if d.chapter() != "" {
			chapters = append(chapters, d)
			paths = append(paths, d.path)
		}
	}
	paths = append(paths, claimsPage)
	var problems []problem
	for i, d := range chapters {
		to := map[string]bool{}
		for _, l := range d.woven.links() {
			to[l.file] = true
			if want, ok := map[string]string{"Previous:": paths[i], "Next:": paths[i+2]}[l.label]; ok && l.file != want {
				problems = append(problems, problem{
					d.path, d.line(l.at), fmt.Sprintf("%s leads to %s, want %s", l.label, rel(d.path, l.file), rel(d.path, want)),
				})
			}
		}
		for k, which := range map[int]string{i: "previous", i + 2: "next"} {
			if !to[paths[k]] {
				problems = append(problems, problem{
					d.path, 1,
					fmt.Sprintf("no link to the %s page, %s", which, rel(d.path, paths[k])),
				})
			}
		}
	}
	return problems
}

// walk visits the nodes of a page.
func (p page) walk(visit func(ast.Node)) {
	_ = ast.Walk(p.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
}

// resolve is the file that a relative destination on the page leads to.
func (p page) resolve(destination string) string {
	if destination == "" {
		return p.path
	}
	return path.Join(path.Dir(p.path), destination)
}
