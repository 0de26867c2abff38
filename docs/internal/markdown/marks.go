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
	Kind        Kind
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
	refused bool // a marker was, and its close may be left over
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
		language := string(n.Language(s.Text))
		if n.Lines().Len() > 0 && language != "markdown" && language != "md" {
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
	text := string(p.Text[at:])
	return comment{n, at, at + m[4], text[m[2]:m[3]], text[m[4]:m[5]]}, true
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
	if len(words) == 0 {
		s.problem(c.at, "an empty comment is no marker")
		return
	}
	var names []string
	for _, k := range s.kinds {
		names = append(names, k.Name())
	}
	i := slices.Index(names, words[0])
	switch {
	case c.closes():
		if !s.refused {
			s.problem(c.at, "nothing is open that this %s could close", closing)
		}
		s.refused = false
	case i < 0:
		s.refuse(c.at, fmt.Sprintf("no marker %q (has %s)", words[0], strings.Join(names, ", ")))
	default:
		s.marker(c, s.kinds[i], words[1:])
	}
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
	start, stop, why := s.woven(c, k)
	s.until = max(s.until, stop+1)
	if why != "" {
		s.problem(c.at, "%s", why)
		return
	}
	s.Marks = append(s.Marks, Mark{k, args, c.at, start, stop})
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

// woven finds what stands for a marker: what the fence after it holds, or all
// up to the next comment beside it, which has to close it.
func (s *scan) woven(c comment, k Kind) (start, stop int, why string) {
	if k.Place != Inline && k.Place != Block {
		return s.fenced(c, k)
	}
	var next comment
	found := false
	for n := c.node.NextSibling(); n != nil && !found; n = n.NextSibling() {
		next, found = s.comment(n)
	}
	closed := found && next.closes()
	switch {
	case k.Place == Inline && !closed:
		return 0, 0, "no " + closing + " closes this " + k.Name() + " marker"
	case k.Place == Inline:
		return c.end, next.at, ""
	case !closed || !next.alone():
		return 0, 0, "no " + closing + " alone on a line closes this " + k.Name() + " marker"
	}
	return c.end + len(c.line), next.at, ""
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
			s.refuse(i, "this comment shows as text: "+
				`a marker holds no "|" in a table, and ends with -->`)
			return
		}
	}
}
