// Package weave puts what the runs of the project say into the pages of the
// book, and onto the disk.
package weave

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"crossentropy/docs/internal/markdown"
	"crossentropy/docs/internal/report"
	"crossentropy/docs/internal/runs"
)

// A Book is the pages as they stand and as they are woven.
type Book struct {
	Runs   *runs.Results
	Drafts []Draft
	Places map[string][]Place // where each claim is made, by its key
}

// A Draft is a page and what becomes of it.
type Draft struct {
	Page, Woven markdown.Page
	edits       []edit
}

// An edit replaces the bytes of a page from start to stop.
type edit struct {
	start, stop int
	text        string
}

// Weave weaves README.md and docs/*.md. It goes over them twice: the list of
// claims tells where the other pages make them, under headings that are woven
// too.
func Weave(results *runs.Results) (*Book, []report.Problem) {
	pages, problems := readPages(results.Files)
	b := &Book{Runs: results}
	b.weave(pages)
	b.findPlaces()
	return b, append(problems, b.weave(pages)...)
}

func readPages(files fs.FS) ([]markdown.Page, []report.Problem) {
	names, err := fs.Glob(files, "docs/*.md")
	if err != nil {
		return nil, []report.Problem{{File: "docs", Text: err.Error()}}
	}
	var pages []markdown.Page
	var problems []report.Problem
	for _, name := range append([]string{"README.md"}, names...) {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			problems = append(problems, report.Problem{File: name, Text: "cannot be read: " + err.Error()})
			continue
		}
		pages = append(pages, markdown.Parse(name, src, kinds()))
	}
	return pages, problems
}

func (b *Book) weave(pages []markdown.Page) []report.Problem {
	var problems []report.Problem
	b.Drafts = nil
	for _, p := range pages {
		edits, more := b.edits(p)
		problems = slices.Concat(problems, p.Problems, more)
		woven := markdown.Parse(p.Path, apply(p.Text, edits), kinds())
		b.Drafts = append(b.Drafts, Draft{p, woven, edits})
	}
	return problems
}

// edits is what weaving does to a page.
func (b *Book) edits(p markdown.Page) ([]edit, []report.Problem) {
	var edits []edit
	var problems []report.Problem
	for _, m := range p.Marks {
		text, err := b.woven(p.Path, m)
		if err != nil {
			problems = append(problems, report.Problem{File: p.Path, Line: p.Line(m.At), Text: err.Error()})
			continue
		}
		edits = append(edits, edit{m.Start, m.Stop, text})
	}
	return edits, problems
}

func apply(text []byte, edits []edit) []byte {
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.Write(text[at:e.start])
		b.WriteString(e.text)
		at = e.stop
	}
	b.Write(text[at:])
	return b.Bytes()
}

// Problem is one at an offset of the woven page, told where the page as it
// stands has it.
func (d Draft) Problem(offset int, text string) report.Problem {
	return report.Problem{File: d.Page.Path, Line: d.Page.Line(d.origin(offset)), Text: text}
}

// origin is the offset in the page as it stands that one in the woven page
// comes from.
func (d Draft) origin(offset int) int {
	shift := 0
	for _, e := range d.edits {
		switch at := e.start + shift; {
		case offset < at:
			return offset - shift
		case offset < at+len(e.text):
			return e.start
		}
		shift += len(e.text) - (e.stop - e.start)
	}
	return offset - shift
}

// Differences lists what weaving would change.
func (b *Book) Differences() []report.Problem {
	var problems []report.Problem
	for _, d := range b.Drafts {
		for _, e := range d.edits {
			if have := string(d.Page.Text[e.start:e.stop]); have != e.text {
				line, text := differ(have, e.text)
				problems = append(problems,
					report.Problem{File: d.Page.Path, Line: d.Page.Line(e.start) + line, Text: text})
			}
		}
	}
	for _, c := range b.figureChanges() {
		line, text := differ(string(c.have), string(c.want))
		switch {
		case c.have == nil:
			line, text = 0, "have no file, want what ./plots draws"
		case c.want == nil:
			line, text = 0, "have a file, want none: ./plots does not draw it"
		}
		problems = append(problems, report.Problem{File: c.file, Line: line + 1, Text: text})
	}
	return problems
}

// differ says how two texts differ: before which line of have, and how it reads
// there on both sides. A side that has ended reads as nothing.
func differ(have, want string) (line int, text string) {
	h, w := lines(have), lines(want)
	for line < len(h) && line < len(w) && h[line] == w[line] {
		line++
	}
	return line, fmt.Sprintf("have %s, want %s", quoted(h[line:]), quoted(w[line:]))
}

func lines(s string) []string {
	if s = strings.TrimSuffix(s, "\n"); s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func quoted(lines []string) string {
	if len(lines) == 0 {
		return "nothing"
	}
	return fmt.Sprintf("%.120q", lines[0])
}
