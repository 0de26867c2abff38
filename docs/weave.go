package main

import (
	"bytes"
	"fmt"
)

// A draft is a page and what becomes of it.
type draft struct {
	page
	edits []edit
	woven page
}

// An edit replaces the bytes from start to stop.
type edit struct {
	start, stop int
	text        string
}

// work is the whole book, woven.
type work struct {
	book   *book
	drafts []draft
}

// weave weaves the pages. It goes over them twice: the list of claims tells
// where the other pages make them, under headings that are woven too.
func weave(b *book, pages []page) (work, []problem) {
	b.pages = pages
	w, _ := weavePages(b, pages)
	b.places = findPlaces(w.drafts)
	w, problems := weavePages(b, pages)
	return w, append(problems, w.check()...)
}

func weavePages(b *book, pages []page) (work, []problem) {
	w := work{book: b}
	var problems []problem
	for _, p := range pages {
		edits, more := b.edits(p)
		problems = append(append(problems, p.problems...), more...)
		w.drafts = append(w.drafts, draft{p, edits, newPage(p.path, apply(p.text, edits))})
	}
	return w, problems
}

// edits is what weaving does to a page.
func (b *book) edits(p page) ([]edit, []problem) {
	var edits []edit
	var problems []problem
	for _, m := range p.marks {
		text, err := m.text(b, p.path)
		if err != nil {
			problems = append(problems, problem{p.path, lineAt(p.text, m.at), err.Error()})
			continue
		}
		edits = append(edits, edit{m.start, m.stop, text})
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

// line is the line of the page as it stands that an offset in the woven page
// comes from.
func (d draft) line(offset int) int {
	shift := 0
	for _, e := range d.edits {
		if offset < e.start+shift {
			break
		}
		if offset < e.start+shift+len(e.text) {
			return lineAt(d.text, e.start)
		}
		shift += len(e.text) - (e.stop - e.start)
	}
	return lineAt(d.text, offset-shift)
}

// differences lists what weaving would change.
func (w work) differences() []problem {
	if w.book == nil {
		return nil
	}
	problems := figureDifferences(w.book)
	for _, d := range w.drafts {
		for _, e := range d.edits {
			if have := string(d.text[e.start:e.stop]); have != e.text {
				i, text := differ(have, e.text)
				problems = append(problems, problem{d.path, lineAt(d.text, e.start) + i, text})
			}
		}
	}
	return problems
}

// counts tells how much of each kind is woven into a page.
func (p page) counts() string {
	n := map[string]int{}
	claims := map[string]bool{} // boxed or cited, however often
	for _, m := range p.marks {
		n[m.kind.name]++
		if m.kind.name == "claim" || m.kind.name == "cite" {
			claims[m.args[0]] = true
		}
	}
	return fmt.Sprintf("%s, %s, %s, %s", count(n["output"], "output"), count(n["value"], "value"),
		count(n["figure"], "figure"), count(len(claims), "claim"))
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
