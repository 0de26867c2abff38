package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
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
	case *ast.HTMLBlock:
		s.html(n, n.Lines())
	case *ast.RawHTML:
		s.html(n, n.Segments)
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

func (s *scan) html(n ast.Node, lines *text.Segments) {
	at := lines.At(0).Start
	if at < s.until {
		return
	}
	if c, ok := s.comment(n); ok {
		s.read(c)
	} else if bytes.Contains(lines.Value(s.Text), []byte("<!--")) {
		s.problem(at, "a marker inside HTML, or without its -->, is not woven")
	}
}

// A comment is one that Markdown hides.
type comment struct {
	node    ast.Node
	at, end int
	body    string // between <!-- and -->
	line    string // the rest of the line behind it
}

var commentForm = regexp.MustCompile(`(?s)^\s*<!--(.*?)-->([^\n]*\n?)`)

// comment reads the comment that a node of HTML is, or begins with.
func (p Page) comment(n ast.Node) (comment, bool) {
	at := 0
	switch n := n.(type) {
	case *ast.HTMLBlock:
		at = n.Lines().At(0).Start
	case *ast.RawHTML:
		at = n.Segments.At(0).Start
	default:
		return comment{}, false
	}
	m := commentForm.FindSubmatchIndex(p.Text[at:])
	if m == nil {
		return comment{}, false
	}
	return comment{
		n, at, at + m[3] + len("-->"), string(p.Text[at+m[2] : at+m[3]]), string(p.Text[at+m[4] : at+m[5]]),
	}, true
}

// block reports whether the comment begins a block of its own, or stands within
// a line.
func (c comment) block() bool { return c.node.Kind() == ast.KindHTMLBlock }

// alone reports whether that block holds nothing else.
func (c comment) alone() bool { return c.block() && strings.TrimSpace(c.line) == "" }

func (c comment) closes() bool { return strings.TrimSpace(c.body) == "/" }

// read takes a comment for a mark, or says why it is none.
func (s *scan) read(c comment) {
	words := strings.Fields(c.body)
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
	var names []string
	for _, k := range s.kinds {
		if k.Name() == words[0] {
			s.marker(c, k, words[1:])
			return
		}
		names = append(names, k.Name())
	}
	s.refuse(c.at, fmt.Sprintf("no marker %q (has %s)", words[0], strings.Join(names, ", ")))
}

func (s *scan) refuse(at int, why string) {
	s.problem(at, "%s", why)
	s.refused = true
}

func (s *scan) marker(c comment, k Kind, args []string) {
	if why := refusal(c, k, args); why != "" {
		s.refuse(c.at, why)
		return
	}
	m := Mark{Kind: k.Name(), Args: args, At: c.at, Start: c.end}
	why := ""
	switch k.Place {
	case Inline:
		m.Stop, why = s.closed(c, k)
	case Block:
		m.Start += len(c.line)
		m.Stop, why = s.closed(c, k)
	default:
		m.Start, m.Stop, why = s.fenced(c, k)
	}
	if why != "" {
		s.problem(c.at, "%s", why)
	} else {
		s.Marks = append(s.Marks, m)
	}
	s.until = max(s.until, m.Stop+1)
}

// refusal says what forbids such a marker, "" where nothing does.
func refusal(c comment, k Kind, args []string) string {
	for _, bad := range []string{"--", ">", "|"} {
		if strings.Contains(c.body, bad) {
			return fmt.Sprintf("a marker holds no %q: Markdown would show it", bad)
		}
	}
	switch {
	case k.Place == Inline && c.block():
		return "a " + k.Name() + " marker begins the line, list item, quote or table row, " +
			"which cuts the paragraph there: put a word before it"
	case k.Place != Inline && !c.alone():
		return "a " + k.Name() + " marker stands alone on its line"
	case k.Place != Inline && c.node.Parent().Kind() != ast.KindDocument:
		return "a " + k.Name() + " marker stands at the left margin, outside lists and quotes"
	case !k.takes(len(args)):
		return "a marker reads <!-- " + k.Form + " -->"
	}
	return ""
}

// closed finds where the comment stands that closes a marker: the next beside
// it.
func (s *scan) closed(c comment, k Kind) (stop int, why string) {
	var next comment
	found := false
	for n := c.node.NextSibling(); n != nil && !found; n = n.NextSibling() {
		next, found = s.comment(n)
	}
	switch {
	case found && next.closes() && (k.Place == Inline || next.alone()):
		return next.at, ""
	case k.Place == Inline:
		return 0, "no " + closing + " closes this " + k.Name() + " marker"
	}
	return 0, "no " + closing + " alone on a line closes this " + k.Name() + " marker"
}

// fenced finds what the fence after a marker holds.
func (s *scan) fenced(c comment, k Kind) (start, stop int, why string) {
	f, ok := c.node.NextSibling().(*ast.FencedCodeBlock)
	if !ok || string(f.Language(s.Text)) != string(k.Place) {
		return 0, 0, fmt.Sprintf("no ```%s fence after this %s marker", k.Place, k.Name())
	}
	info := f.Info.Segment.Stop
	start = info + len(restOfLine.Find(s.Text[info:]))
	stop = start
	if k := f.Lines().Len(); k > 0 {
		stop = f.Lines().At(k - 1).Stop
	}
	if !bytes.HasPrefix(bytes.TrimLeft(s.Text[stop:], " "), []byte("```")) {
		why = "the fence after this marker is not closed"
	}
	return start, stop, why
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
