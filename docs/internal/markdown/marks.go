package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"crossentropy/docs/internal/report"
)

// A Kind of marker is an HTML comment that begins with its name. What is woven
// stands behind it.
type Kind struct {
	Name  string
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

func (p *Page) findMarks(kinds []Kind) {
	s := scan{Page: p, kinds: kinds}
	walk(p.Doc, s.visit)
}

func (s *scan) problem(offset int, format string, args ...any) {
	s.Problems = append(s.Problems, report.Problem{
		File: s.Path, Line: s.Line(offset), Text: fmt.Sprintf(format, args...),
	})
}

func (s *scan) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.HTMLBlock, *ast.RawHTML:
		if c, ok := s.comment(n); ok {
			s.read(c)
		} else if i := strings.Index(c.text, "<!--"); i >= 0 && c.at >= s.until {
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

// A comment is one that Markdown takes for a comment.
type comment struct {
	node    ast.Node
	text    string // from <!-- to -->
	at, end int
	block   bool // it begins a block of its own,
	alone   bool // and nothing follows in it
}

// comment reads a comment from HTML, or else all of the HTML.
func (p Page) comment(n ast.Node) (c comment, ok bool) {
	switch n := n.(type) {
	case *ast.HTMLBlock:
		html := string(n.Lines().Value(p.Text))
		c = comment{node: n, at: n.Lines().At(0).Start, block: true, alone: true}
		c.end = n.Lines().At(n.Lines().Len() - 1).Stop
		if n.HasClosure() {
			html += string(n.ClosureLine.Value(p.Text))
			c.end = n.ClosureLine.Stop
		}
		c.text = strings.TrimSpace(html)
		if first, rest, closed := strings.Cut(c.text, "-->"); closed {
			c.text, c.alone = first+"-->", rest == ""
		}
	case *ast.RawHTML:
		segments := n.Segments
		c = comment{
			node: n, text: string(segments.Value(p.Text)),
			at: segments.At(0).Start, end: segments.At(segments.Len() - 1).Stop,
		}
	default:
		return comment{}, false
	}
	return c, strings.HasPrefix(c.text, "<!--")
}

// closes reports whether the comment is a closing one, however its spaces break.
func (c comment) closes() bool { return strings.Join(strings.Fields(c.text), " ") == closing }

// read takes a comment for a mark, or says why it is none.
func (s *scan) read(c comment) {
	if c.at < s.until {
		return
	}
	words := strings.Fields(strings.TrimSuffix(strings.TrimPrefix(c.text, "<!--"), "-->"))
	if c.closes() {
		if !s.refused {
			s.problem(c.at, "nothing is open that this %s could close", closing)
		}
		s.refused = false
		return
	}
	if len(words) == 0 {
		s.problem(c.at, "an empty comment is no marker")
		return
	}
	k := slices.IndexFunc(s.kinds, func(k Kind) bool { return k.Name == words[0] })
	if k < 0 {
		s.refuse(c.at, fmt.Sprintf("no marker %q (has %s)", words[0], s.names()))
		return
	}
	if why := refusal(c, s.kinds[k]); why != "" {
		s.refuse(c.at, why)
		return
	}
	m := Mark{Kind: words[0], Args: words[1:], At: c.at}
	switch place := s.kinds[k].Place; place {
	case Inline, Block:
		s.closed(c, m, place)
	default:
		s.fenced(c, m, string(place))
	}
}

func (s *scan) refuse(at int, why string) {
	s.problem(at, "%s", why)
	s.refused = true
}

func (s *scan) names() string {
	var names []string
	for _, k := range s.kinds {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}

// refusal says what forbids a marker of this kind, "" where nothing does.
func refusal(c comment, k Kind) string {
	for _, bad := range []string{"--", ">", "|"} {
		if strings.Contains(strings.TrimSuffix(c.text[len("<!--"):], "-->"), bad) {
			return fmt.Sprintf("a marker holds no %q: Markdown would show it", bad)
		}
	}
	switch {
	case c.block && k.Place == Inline:
		return "a " + k.Name + " marker begins the line, list item, quote or table row, " +
			"which cuts the paragraph there: put a word before it"
	case k.Place != Inline && !c.alone:
		return "a " + k.Name + " marker stands alone on its line"
	case c.block && c.node.Parent().Kind() != ast.KindDocument:
		return "a " + k.Name + " marker stands at the left margin, outside lists and quotes"
	}
	return ""
}

// closed looks for the comment that closes a mark: the next beside it.
func (s *scan) closed(c comment, m Mark, place Place) {
	var next comment
	found := false
	for n := c.node.NextSibling(); n != nil && !found; n = n.NextSibling() {
		next, found = s.comment(n)
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
	m.Start = nextLine(s.Text, f.Info.Segment.Stop)
	m.Stop = m.Start
	if k := f.Lines().Len(); k > 0 {
		m.Stop = f.Lines().At(k - 1).Stop
	}
	s.until = m.Stop + 1
	if !bytes.HasPrefix(bytes.TrimLeft(s.Text[m.Stop:], " "), []byte("```")) {
		s.problem(c.at, "the fence after this marker is not closed")
		return
	}
	s.add(m)
}

// nextLine is where the line after the offset begins.
func nextLine(text []byte, offset int) int {
	if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(text)
}

func (s *scan) add(m Mark) {
	s.until = m.Stop + 1
	s.Marks = append(s.Marks, m)
}

// whole is a marker with its close. One without only speaks of markers.
var whole = regexp.MustCompile(`(?s)<!-- (\w+) .*?` + closing)

// hidden reports inline markers where Markdown shows them as they stand.
func (s *scan) hidden(at int, text, where string) {
	if at < s.until {
		return
	}
	for _, m := range whole.FindAllStringSubmatchIndex(text, -1) {
		if name := text[m[2]:m[3]]; slices.Contains(s.kinds, Kind{name, Inline}) {
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
