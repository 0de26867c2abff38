// Package weave puts what the runs of the project say into the pages of the
// book, and onto the disk.
package weave

import (
	"bytes"
	"fmt"
	"io/fs"
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

// Pages weaves README.md and docs/*.md. It goes over them twice: the list of
// claims tells where the other pages make them, under headings that are woven
// too.
func Pages(results *runs.Results) (*Book, report.Problems) {
	b := &Book{Runs: results}
	b.weave()
	b.findPlaces()
	problems := b.weave()
	return b, problems
}

func (b *Book) weave() report.Problems {
	b.Drafts = nil
	var problems report.Problems
	names, _ := fs.Glob(b.Runs.Files, "docs/*.md")
	for _, name := range append([]string{"README.md"}, names...) {
		src, err := fs.ReadFile(b.Runs.Files, name)
		if err != nil {
			problems.Add(name, 0, "cannot be read: %v", err)
			continue
		}
		p := markdown.Parse(name, src, Kinds())
		problems = append(problems, p.Problems...)
		edits := b.edits(p, &problems)
		woven := markdown.Parse(name, apply(p.Text, edits), Kinds())
		b.Drafts = append(b.Drafts, Draft{p, woven, edits})
	}
	return problems
}

// edits is what weaving does to a page.
func (b *Book) edits(p markdown.Page, problems *report.Problems) []edit {
	var edits []edit
	for _, m := range p.Marks {
		text, err := b.woven(p.Path, m)
		if err != nil {
			problems.Add(p.Path, p.Line(m.At), "%v", err)
			continue
		}
		edits = append(edits, edit{m.Start, m.Stop, text})
	}
	return edits
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

// Differences lists what weaving would change.
func (b *Book) Differences() report.Problems {
	var problems report.Problems
	for _, d := range b.Drafts {
		for _, e := range d.edits {
			if have := string(d.Page.Text[e.start:e.stop]); have != e.text {
				line, text := differ(have, e.text)
				problems.Add(d.Page.Path, d.Page.Line(e.start)+line, "%s", text)
			}
		}
	}
	for _, c := range b.figureChanges() {
		switch {
		case c.have == nil:
			problems.Add(c.file, 1, "have no file, want what ./plots draws")
		case c.want == nil:
			problems.Add(c.file, 1, "have a file, want none: ./plots does not draw it")
		default:
			line, text := differ(string(c.have), string(c.want))
			problems.Add(c.file, line+1, "%s", text)
		}
	}
	return problems
}

// differ says how two different texts differ: before which line of have, and how
// that line reads on both sides. A side that has ended reads as "".
func differ(have, want string) (line int, text string) {
	h, w := strings.SplitAfter(have, "\n"), strings.SplitAfter(want, "\n")
	for h[line] == w[line] {
		line++
	}
	return line, fmt.Sprintf("have %.120q, want %.120q", h[line], w[line])
}
