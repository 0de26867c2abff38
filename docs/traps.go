package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

const closing = "<!-- / -->"

// closes reports whether a comment is a closing one, however its spaces break.
func closes(comment string) bool { return oneLine(comment) == closing }

// comment takes a comment apart into a kind and its arguments.
func (s *scan) comment(at int, comment string) (kind, []string, bool) {
	body := strings.TrimSuffix(strings.TrimPrefix(comment, "<!--"), "-->")
	words := strings.Fields(body)
	if closes(comment) {
		if !s.refused {
			s.problem(at, "nothing is open that this "+closing+" could close")
		}
		s.refused = false
		return kind{}, nil, false
	}
	if len(words) == 0 {
		s.problem(at, "an empty comment is no marker")
		return kind{}, nil, false
	}
	k, ok := kindOf(words[0])
	if !ok {
		s.refuse(at, fmt.Sprintf("no marker %q (has %s)", words[0], strings.Join(kindNames(), ", ")))
		return kind{}, nil, false
	}
	for _, bad := range []string{"--", ">", "|"} {
		if strings.Contains(body, bad) {
			s.refuse(at, fmt.Sprintf("a marker holds no %q: Markdown would show it", bad))
			return kind{}, nil, false
		}
	}
	return k, words[1:], true
}

// fence looks for values in a fence that is not woven. A fence that shows
// Markdown may show markers.
func (s *scan) fence(n *ast.FencedCodeBlock) {
	if n.Lines().Len() == 0 || slices.Contains([]string{"markdown", "md"}, string(n.Language(s.text))) {
		return
	}
	s.hidden(n.Lines().At(0).Start, blockText(n, s.text), "code")
}

// hidden reports an inline marker where Markdown shows it as it stands. One
// without its close only speaks of markers.
func (s *scan) hidden(at int, text, where string) {
	if at < s.until {
		return
	}
	for _, name := range kindNames() {
		k, _ := kindOf(name)
		i := strings.Index(text, "<!-- "+name+" ")
		if k.inline && i >= 0 && strings.Contains(text[i:], closing) {
			s.problem(at+i, "a "+name+" marker in "+where+" is not woven")
		}
	}
}

// stray reports a comment that Markdown took for text.
func (s *scan) stray(n *ast.Text) {
	if n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	for i := max(n.Segment.Start, s.until); i < n.Segment.Stop; i++ {
		if bytes.HasPrefix(s.text[i:], []byte("<!--")) && s.text[max(i, 1)-1] != '\\' {
			s.refuse(i, "this comment shows as text: a marker holds no \"|\" in a table, and ends with -->")
			return
		}
	}
}

func blockText(n ast.Node, src []byte) string {
	text := string(n.Lines().Value(src))
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		text += string(h.ClosureLine.Value(src))
	}
	return text
}

// nextLine is where the line after the offset begins.
func nextLine(text []byte, offset int) int {
	if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(text)
}
