package main

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// A heading is where a link can lead to.
type heading struct {
	text, slug string
	start      int
}

// headings lists the page's headings with the anchors that GitHub gives them.
func (p page) headings() []heading {
	var hs []heading
	seen := map[string]int{}
	for n := p.doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok || h.Lines().Len() == 0 {
			continue
		}
		t := strings.TrimSpace(plainText(h, p.text))
		s := slug(t)
		if k := seen[s]; k > 0 {
			seen[s]++
			s = fmt.Sprintf("%s-%d", s, k)
		}
		seen[s]++
		hs = append(hs, heading{t, s, h.Lines().At(0).Start})
	}
	return hs
}

// section is the heading that the offset stands under.
func (p page) section(offset int) heading {
	var under heading
	for _, h := range p.headings() {
		if h.start <= offset {
			under = h
		}
	}
	return under
}

// slug is GitHub's anchor for a heading: lower case, a hyphen for each space,
// and of the rest only letters, marks, digits, hyphens and low lines.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// plainText is what a reader sees of a node, without its markup.
func plainText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Value(src))
			if n.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *mathNode:
			b.Write(n.tex.Value(src))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
