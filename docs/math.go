package main

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindMath = ast.NewNodeKind("Math")

// A mathNode is inline mathematics, $…$ or $`…`$, which goldmark does not know.
type mathNode struct {
	ast.BaseInline
	tex text.Segment
}

func (n *mathNode) Kind() ast.NodeKind { return kindMath }

func (n *mathNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, nil, nil)
}

type mathParser struct{}

func (mathParser) Trigger() []byte { return []byte{'$'} }

// Parse follows GitHub: $`…`$ is verbatim; $…$ has no space inside its dollars
// and no word character outside them.
func (mathParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if prev := block.PrecendingCharacter(); prev < 128 && isWord(byte(prev)) {
		return nil
	}
	start, stop, length := mathSpan(line)
	if length == 0 {
		return nil
	}
	block.Advance(length)
	return &mathNode{tex: text.NewSegment(at.Start+start, at.Start+stop)}
}

// mathSpan finds the mathematics that a line begins with, and its whole length.
func mathSpan(line []byte) (start, stop, length int) {
	if bytes.HasPrefix(line, []byte("$`")) {
		if i := bytes.Index(line[2:], []byte("`$")); i > 0 {
			return 2, 2 + i, 2 + i + 2
		}
		return 0, 0, 0
	}
	if len(line) < 3 || line[1] == '$' || isSpace(line[1]) {
		return 0, 0, 0
	}
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '$':
			if isSpace(line[i-1]) || i+1 < len(line) && isWord(line[i+1]) {
				return 0, 0, 0
			}
			return 1, i, i + 1
		}
	}
	return 0, 0, 0
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

func isWord(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}
