package markdown

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
)

// Own is the page with all that is woven into it blanked, byte for byte.
func (p Page) Own() Page {
	own := Page{Path: p.Path, Text: bytes.Clone(p.Text)}
	for _, m := range p.Marks {
		blank(own.Text[m.Start:m.Stop])
	}
	own.Doc = parse(own.Text)
	return own
}

var decimals = regexp.MustCompile(`\d+\.\d+`)

// Prose is the page's text with all that is not prose blanked, byte for byte:
// markup, code, and what links lead to. Of displayed formulas it keeps the decimal
// numbers. They may hold whole ones, as in 2^{64}. Of HTML it keeps what is in no tag.
func (p Page) Prose() []byte {
	prose := bytes.Clone(p.Text)
	blank(prose)
	keep := func(start, stop int) { copy(prose[start:stop], p.Text[start:stop]) }
	for n := range All[ast.Node](p.Doc) {
		switch n := n.(type) {
		case *ast.Text:
			if n.Parent().Kind() != ast.KindCodeSpan {
				keep(n.Segment.Start, n.Segment.Stop)
			}
		case *Math:
			keep(n.TeX.Start, n.TeX.Stop)
		case *ast.FencedCodeBlock:
			if string(n.Language(p.Text)) == "math" {
				start, stop := p.inside(n)
				for _, at := range decimals.FindAllIndex(p.Text[start:stop], -1) {
					keep(start+at[0], start+at[1])
				}
			}
		}
	}
	for _, block := range p.htmlBlocks() {
		keep(block[0], block[1])
		for _, at := range tag.FindAllIndex(prose[block[0]:block[1]], -1) {
			blank(prose[block[0]+at[0] : block[0]+at[1]])
		}
	}
	return prose
}

func blank(text []byte) {
	for i, b := range text {
		if b != '\n' {
			text[i] = ' '
		}
	}
}
