package site

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/markdown"
)

// An entry is a section of a page, as the search knows it.
type entry struct {
	File    string `json:"file"` // with the anchor of the section
	Page    string `json:"page"`
	Section string `json:"section"`
	Text    string `json:"text"`
	Terms   string `json:"terms"` // that it explains, in small letters
}

// writeSearch writes the text of the book as a script, to be loaded with the first search.
func (s *site) writeSearch() error {
	var all []entry
	terms := map[ast.Node]string{}
	for _, n := range s.notes {
		if n.kind == "term" {
			terms[n.nodes[0]] += strings.ToLower(n.title) + "; "
		}
	}
	for _, p := range s.pages {
		all = append(all, p.entries(terms)...)
	}
	return s.writeScript("entries", all)
}

// entries is the text of a page, by its sections, but for what is folded, such as answers; and
// the terms that its nodes explain.
func (p *page) entries(terms map[ast.Node]string) []entry {
	headings := p.Headings()
	var all []entry
	folded := false
	for n := p.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindHTMLBlock {
			tags := string(n.Lines().Value(p.Text))
			folded = strings.Contains(tags, "<details") || folded && !strings.Contains(tags, "</details")
		}
		if n.Kind() == ast.KindHeading {
			h := headings[len(all)]
			all = append(all, entry{File: p.File() + "#" + h.Slug, Page: p.Heading, Section: h.Text})
		} else if len(all) > 0 && !folded {
			all[len(all)-1].Text += p.words(n)
			all[len(all)-1].Terms += terms[n]
		}
	}
	for i, e := range all {
		all[i].Text = strings.Join(strings.Fields(e.Text), " ")
	}
	return all
}

// words is what can be read in a node, but for displayed formulas and HTML.
func (p *page) words(n ast.Node) string {
	var b strings.Builder
	for n := range markdown.All[ast.Node](n) {
		_, formula := formulaOf(p.Page, n)
		switch first := n.FirstChild(); {
		case formula || n.Type() != ast.TypeBlock:
		case n.Kind() == ast.KindFencedCodeBlock:
			b.Write(n.Lines().Value(p.Text))
			b.WriteByte(' ')
		case first != nil && first.Type() == ast.TypeInline:
			b.WriteString(p.Plain(n) + " ")
		}
	}
	return b.String()
}
