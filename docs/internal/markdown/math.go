package markdown

import (
	"regexp"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindMath = ast.NewNodeKind("Math")

// Math is inline mathematics, $…$ or $`…`$, which goldmark does not know.
type Math struct {
	ast.BaseInline
	TeX text.Segment
}

// Kind tells goldmark the nodes of mathematics from others.
func (n *Math) Kind() ast.NodeKind { return kindMath }

// Dump prints the node for debugging.
func (n *Math) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

// mathForms are GitHub's: $`…`$ is verbatim; $…$ has no space inside its
// dollars and no letter or digit behind them.
var mathForms = []*regexp.Regexp{
	regexp.MustCompile("^(\\$`(.+?)`\\$)"),
	regexp.MustCompile(`^(\$((?:\\.|[^\\$` + "`" + `\s])(?:(?:\\.|[^\\$])*(?:\\.|[^\\$\s]))?)\$)` +
		`(?:[^0-9A-Za-z]|$)`),
}

// Parse reads mathematics that has no letter or digit before it.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	if r := block.PrecendingCharacter(); r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return nil
	}
	line, at := block.PeekLine()
	for _, form := range mathForms {
		if m := form.FindSubmatchIndex(line); m != nil {
			block.Advance(m[3])
			return &Math{TeX: text.NewSegment(at.Start+m[4], at.Start+m[5])}
		}
	}
	return nil
}
