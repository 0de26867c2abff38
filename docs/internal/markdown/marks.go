package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// A Kind of marker is an HTML comment behind which something is woven. Its form
// shows its name and its arguments; … stands for more words, and what is in
// brackets may lack.
type Kind struct {
	Form  string
	Place Place
}

// A Place is where a marker may stand, and what is woven there.
type Place string

// A marker stands within a line or alone on one, and <!-- / --> ends what is
// woven; or it stands before a fence of a language, which is filled.
const (
	Inline  Place = "inline"
	Block   Place = "block"
	Console Place = "console"
	Go      Place = "go"
	TeX     Place = "math"
)

// Name is the word that the marker begins with.
func (k Kind) Name() string {
	name, _, _ := strings.Cut(k.Form, " ")
	return name
}

// takes reports whether a marker may have so many arguments.
func (k Kind) takes(args int) bool {
	form, _, _ := strings.Cut(k.Form, " [")
	want := strings.Count(form, " ")
	return args == want || args > want && strings.Contains(form, "…")
}

// A Mark is a marker on a page.
type Mark struct {
	Kind        string
	Args        []string
	At          int // where its comment begins
	Start, Stop int // what weaving replaces
}

const closing = "<!-- / -->"

// A scan looks for the marks of a page, and for comments that Markdown would
// not hide or weaving would not find.
type scan struct {
	*Page
	kinds   []Kind
	until   int  // what stands before belongs to a mark found
	refused bool // a marker was, so that its close may be left over
}

func (s *scan) problem(offset int, format string, args ...any) {
	s.Problems.Add(s.Path, s.Line(offset), format, args...)
}

func (s *scan) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.RawHTML:
		c := s.comment(n)
		switch {
		case c.at < s.until:
		case c.ok():
			s.read(c)
		case strings.Contains(c.text, "<!--"):
			s.problem(c.at, "a marker inside HTML is not woven")
		}
	case *ast.FencedCodeBlock: // one that shows Markdown may show markers
		if n.Lines().Len() > 0 && !slices.Contains([]string{"markdown", "md"}, string(n.Language(s.Text))) {
			s.hidden(n.Lines().At(0).Start, string(n.Lines().Value(s.Text)), "code")
		}
	case *ast.CodeSpan:
		if t, ok := n.FirstChild().(*ast.Text); ok {
			s.hidden(t.Segment.Start, s.plain(n), "code")
		}
	case *Math:
		s.hidden(n.TeX.Start, string(n.TeX.Value(s.Text)), "mathematics")
	case *ast.Text:
		s.shown(n)
	}
}

// A comment is HTML from where a comment may begin to where it ends.
type comment struct {
	node    ast.Node
	text    string
	at, end int
	block   bool // it begins a block of its own,
	alone   bool // and nothing follows in it
}

func (p Page) comment(n ast.Node) comment {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		lines := n.Lines()
		c := comment{node: n, at: lines.At(0).Start, end: lines.At(lines.Len() - 1).Stop, block: true}
		html := string(lines.Value(p.Text))
		if n.HasClosure() {
			html += string(n.ClosureLine.Value(p.Text))
			c.end = n.ClosureLine.Stop
		}
		first, rest, closed := strings.Cut(strings.TrimSpace(html), "-->")
		c.text, c.alone = first, rest == ""
		if closed {
			c.text += "-->"
		}
		return c
	case *ast.RawHTML:
		lines := n.Segments
		return comment{
			node: n, text: string(lines.Value(p.Text)),
			at: lines.At(0).Start, end: lines.At(lines.Len() - 1).Stop,
		}
	}
	return comment{}
}

func (c comment) ok() bool { return strings.HasPrefix(c.text, "<!--") }

// closes reports whether the comment is a closing one, however its spaces break.
func (c comment) closes() bool { return strings.Join(strings.Fields(c.text), " ") == closing }

// read takes a comment for a mark, or says why it is none.
func (s *scan) read(c comment) {
	body := strings.TrimSuffix(strings.TrimPrefix(c.text, "<!--"), "-->")
	words := strings.Fields(body)
	switch {
	case c.closes() && s.refused:
		s.refused = false
		return
	case c.closes():
		s.problem(c.at, "nothing is open that this %s could close", closing)
		return
	case len(words) == 0:
		s.problem(c.at, "an empty comment is no marker")
		return
	}
	i := slices.IndexFunc(s.kinds, func(k Kind) bool { return k.Name() == words[0] })
	if i < 0 {
		var names []string
		for _, k := range s.kinds {
			names = append(names, k.Name())
		}
		s.refuse(c.at, fmt.Sprintf("no marker %q (has %s)", words[0], strings.Join(names, ", ")))
		return
	}
	k := s.kinds[i]
	m := Mark{Kind: words[0], Args: words[1:], At: c.at}
	if why := refusal(c, body, k, len(m.Args)); why != "" {
		s.refuse(c.at, why)
	} else if k.Place == Inline || k.Place == Block {
		s.closed(c, m, k.Place)
	} else {
		s.fenced(c, m, string(k.Place))
	}
}

func (s *scan) refuse(at int, why string) {
	s.problem(at, "%s", why)
	s.refused = true
}

// refusal says what forbids such a marker, "" where nothing does.
func refusal(c comment, body string, k Kind, args int) string {
	for _, bad := range []string{"--", ">", "|"} {
		if strings.Contains(body, bad) {
			return fmt.Sprintf("a marker holds no %q: Markdown would show it", bad)
		}
	}
	switch {
	case c.block && k.Place == Inline:
		return "a " + k.Name() + " marker begins the line, list item, quote or table row, " +
			"which cuts the paragraph there: put a word before it"
	case k.Place != Inline && !c.alone:
		return "a " + k.Name() + " marker stands alone on its line"
	case c.block && c.node.Parent().Kind() != ast.KindDocument:
		return "a " + k.Name() + " marker stands at the left margin, outside lists and quotes"
	case !k.takes(args):
		return "a marker reads <!-- " + k.Form + " -->"
	}
	return ""
}

// closed looks for the comment that closes a mark: the next beside it.
func (s *scan) closed(c comment, m Mark, place Place) {
	var next comment
	for n := c.node.NextSibling(); n != nil && !next.ok(); n = n.NextSibling() {
		next = s.comment(n)
	}
	if !next.closes() || place == Block && !next.alone {
		alone := map[Place]string{Block: " alone on a line"}[place]
		s.problem(c.at, "no %s%s closes this %s marker", closing, alone, m.Kind)
		return
	}
	m.Start, m.Stop = c.end, next.at
	s.add(m)
}

// fenced takes what the fence after a marker holds as what stands for it.
func (s *scan) fenced(c comment, m Mark, language string) {
	f, ok := c.node.NextSibling().(*ast.FencedCodeBlock)
	if !ok || string(f.Language(s.Text)) != language {
		s.problem(c.at, "no ```%s fence after this %s marker", language, m.Kind)
		return
	}
	info := f.Info.Segment.Stop
	m.Start = info + len(restOfLine.Find(s.Text[info:]))
	m.Stop = m.Start
	if k := f.Lines().Len(); k > 0 {
		m.Stop = f.Lines().At(k - 1).Stop
	}
	if !bytes.HasPrefix(bytes.TrimLeft(s.Text[m.Stop:], " "), []byte("```")) {
		s.problem(c.at, "the fence after this marker is not closed")
		s.until = m.Stop + 1
		return
	}
	s.add(m)
}

func (s *scan) add(m Mark) {
	s.until = m.Stop + 1
	s.Marks = append(s.Marks, m)
}

var (
	restOfLine = regexp.MustCompile(`^.*\n?`)
	// whole is a marker with its close. One without only speaks of markers.
	whole = regexp.MustCompile(`(?s)<!-- (\w+) .*?` + closing)
)

// hidden reports inline markers where Markdown shows them as they stand.
func (s *scan) hidden(at int, text, where string) {
	for _, m := range whole.FindAllStringSubmatchIndex(text, -1) {
		name := text[m[2]:m[3]]
		inline := func(k Kind) bool { return k.Name() == name && k.Place == Inline }
		if at >= s.until && slices.ContainsFunc(s.kinds, inline) {
			s.problem(at+m[0], "a %s marker in %s is not woven", name, where)
		}
	}
}

// shown reports a comment that Markdown took for text.
func (s *scan) shown(n *ast.Text) {
	if n.Parent().Kind() == ast.KindCodeSpan {
		return
	}
	for i := max(n.Segment.Start, s.until); i < n.Segment.Stop; i++ {
		if bytes.HasPrefix(s.Text[i:], []byte("<!--")) && s.Text[max(i, 1)-1] != '\\' {
			s.refuse(i, `this comment shows as text: a marker holds no "|" in a table, and ends with -->`)
			return
		}
	}
}
