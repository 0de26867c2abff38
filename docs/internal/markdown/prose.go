package markdown

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/yuin/goldmark/ast"
)

// Prose is the page's text with all that is not prose blanked, byte for byte:
// markup, code, what links lead to, and what is woven. Of displayed formulas it
// keeps the decimal numbers. They may hold whole ones, as in 2^{64}.
func (p Page) Prose() []byte {
	prose := slices.Clone(p.Text)
	blank(prose)
	keep := func(start, stop int) { copy(prose[start:stop], p.Text[start:stop]) }
	walk(p.Doc, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			if n.Parent().Kind() != ast.KindCodeSpan {
				keep(n.Segment.Start, n.Segment.Stop)
			}
		case *Math:
			keep(n.TeX.Start, n.TeX.Stop)
		case *ast.FencedCodeBlock:
			if string(n.Language(p.Text)) == "math" {
				p.eachDecimal(n, keep)
			}
		}
	})
	for _, m := range p.Marks {
		blank(prose[m.Start:m.Stop])
	}
	return spaces.ReplaceAllFunc(prose, func(s []byte) []byte {
		return bytes.Repeat([]byte(" "), len(s))
	})
}

var (
	decimals = regexp.MustCompile(`\d+\.\d+`)
	spaces   = regexp.MustCompile(`\x{00A0}|\x{202F}|&nbsp;`) // which \s does not match
)

func (p Page) eachDecimal(n *ast.FencedCodeBlock, visit func(start, stop int)) {
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		for _, at := range decimals.FindAllIndex(p.Text[line.Start:line.Stop], -1) {
			visit(line.Start+at[0], line.Start+at[1])
		}
	}
}

func blank(text []byte) {
	for i, b := range text {
		if b != '\n' {
			text[i] = ' '
		}
	}
}
