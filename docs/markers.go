package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A mark is a marker and the bytes that stand for it in the text.
type mark struct {
	kind        kind
	args        []string
	at          int // where its comment begins
	start, stop int // what weaving replaces
}

// A scan looks for marks. What stands before until belongs to a mark found.
type scan struct {
	*page
	until   int
	refused bool // and so a close may be left over
}

func (p *page) findMarks() {
	s := scan{page: p}
	_ = ast.Walk(p.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			s.visit(n)
		}
		return ast.WalkContinue, nil
	})
}

func (s *scan) refuse(at int, text string) {
	s.problem(at, text)
	s.refused = true
}

func (s *scan) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		s.block(n)
	case *ast.RawHTML:
		s.inline(n)
	case *ast.FencedCodeBlock:
		s.fence(n)
	case *ast.CodeSpan:
		if t, ok := n.FirstChild().(*ast.Text); ok {
			s.hidden(t.Segment.Start, plainText(n, s.text), "code")
		}
	case *mathNode:
		s.hidden(n.tex.Start, string(n.tex.Value(s.text)), "mathematics")
	case *ast.Text:
		s.stray(n)
	}
}

// block reads an HTML block: a marker alone on its line, or a trap.
func (s *scan) block(n *ast.HTMLBlock) {
	at := n.Lines().At(0).Start
	if at < s.until {
		return
	}
	line := strings.TrimSpace(blockText(n, s.text))
	if !strings.HasPrefix(line, "<!--") {
		if strings.Contains(line, "<!--") {
			s.problem(at, "a marker inside HTML is not woven")
		}
		return
	}
	first, _, _ := strings.Cut(line, "-->")
	k, args, ok := s.comment(at, first+"-->")
	switch {
	case !ok:
	case k.inline:
		s.refuse(at, "a "+k.name+" marker begins the line, list item, quote or table row, "+
			"which cuts the paragraph there: put a word before it")
	case first+"-->" != line:
		s.refuse(at, "a "+k.name+" marker stands alone on its line")
	case n.Parent().Kind() != ast.KindDocument:
		s.refuse(at, "a "+k.name+" marker stands at the left margin, outside lists and quotes")
	case k.fence != "":
		s.beforeFence(n, mark{kind: k, args: args, at: at})
	default:
		s.beforeClose(n, mark{kind: k, args: args, at: at})
	}
}

// beforeFence takes the fence after a marker as what stands for it.
func (s *scan) beforeFence(n ast.Node, m mark) {
	f, ok := n.NextSibling().(*ast.FencedCodeBlock)
	if !ok || string(f.Language(s.text)) != m.kind.fence {
		s.problem(m.at, fmt.Sprintf("no ```%s fence after this %s marker", m.kind.fence, m.kind.name))
		return
	}
	m.start = nextLine(s.text, f.Info.Segment.Stop)
	m.stop = m.start
	if k := f.Lines().Len(); k > 0 {
		m.stop = f.Lines().At(k - 1).Stop
	}
	s.until = m.stop + 1
	if !bytes.HasPrefix(bytes.TrimLeft(s.text[m.stop:], " "), []byte("```")) {
		s.problem(m.at, "the fence after this marker is not closed")
		return
	}
	s.marks = append(s.marks, m)
}

// beforeClose takes the blocks up to <!-- / --> as what stands for a marker.
func (s *scan) beforeClose(n ast.Node, m mark) {
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		h, ok := c.(*ast.HTMLBlock)
		if !ok {
			continue
		}
		body := strings.TrimSpace(blockText(h, s.text))
		if closes(body) {
			m.start = nextLine(s.text, m.at)
			m.stop = h.Lines().At(0).Start
			s.until = m.stop + 1
			s.marks = append(s.marks, m)
			return
		}
		if strings.HasPrefix(body, "<!--") {
			break
		}
	}
	s.problem(m.at, "no "+closing+" alone on a line closes this "+m.kind.name+" marker")
}

// inline reads a comment within a line.
func (s *scan) inline(n *ast.RawHTML) {
	at := n.Segments.At(0).Start
	body := string(n.Segments.Value(s.text))
	if at < s.until || !strings.HasPrefix(body, "<!--") {
		return
	}
	k, args, ok := s.comment(at, body)
	if !ok {
		return
	}
	if !k.inline {
		s.refuse(at, "a "+k.name+" marker stands alone on its line")
		return
	}
	start := at + len(body)
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		r, ok := c.(*ast.RawHTML)
		if !ok {
			continue
		}
		if closes(string(r.Segments.Value(s.text))) {
			stop := r.Segments.At(0).Start
			s.until = stop + 1
			s.marks = append(s.marks, mark{k, args, at, start, stop})
			return
		}
		break
	}
	s.problem(at, "no "+closing+" closes this "+k.name+" marker")
}
