package markdown

import (
	"bytes"
	"errors"
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
	Kind        Kind
	Args        []string
	At          int // where its comment begins
	Start, Stop int // what weaving replaces
}

// findMarks reads the markers of these kinds, and reports those written wrong.
func (p *Page) findMarks(kinds []Kind) {
	comments := append(p.comments(), comment{}) // after the last, one that closes nothing
	for i, c := range comments[:len(comments)-1] {
		if c.closes() {
			continue
		}
		m, err := p.mark(c, comments[i+1], kinds)
		if err != nil {
			p.Problems.Add(p.Path, p.Line(c.at), "%v", err)
			continue
		}
		p.Marks = append(p.Marks, m)
	}
	if len(p.Problems) == 0 { // or it may belong to a marker that is written wrong
		p.findStrayCloses()
	}
}

// A comment is an HTML comment that Markdown hides.
type comment struct {
	node    ast.Node
	at, end int    // of the comment, or of its line where it is alone there
	text    string // between <!-- and -->
	alone   bool   // on its line, at the left margin
}

func (c comment) closes() bool { return strings.TrimSpace(c.text) == "/" }

var commentForm = regexp.MustCompile(`(?s)^<!--(.*?)-->`)

// comments lists the comments of the page, in the order of the text.
func (p *Page) comments() []comment {
	var all []comment
	for n := range All[ast.Node](p.Doc) {
		if n.Kind() != ast.KindHTMLBlock && n.Kind() != ast.KindRawHTML {
			continue
		}
		m := commentForm.FindSubmatch(p.Text[n.Pos():])
		if m == nil {
			continue
		}
		c := comment{node: n, at: n.Pos(), end: n.Pos() + len(m[0]), text: string(m[1])}
		lineEnd := p.lineEnd(c.end)
		c.alone = n.Kind() == ast.KindHTMLBlock && n.Parent() == p.Doc &&
			len(bytes.TrimSpace(p.Text[c.end:lineEnd])) == 0
		if c.alone {
			c.end = lineEnd
		}
		all = append(all, c)
	}
	return all
}

// mark takes a comment for a marker, with the comment that follows it.
func (p *Page) mark(c, next comment, kinds []Kind) (Mark, error) {
	words := strings.Fields(c.text)
	i := slices.IndexFunc(kinds, func(k Kind) bool { return len(words) > 0 && words[0] == k.Name() })
	if i < 0 {
		return Mark{}, fmt.Errorf("no marker %.40q (has %s)", strings.TrimSpace(c.text), names(kinds))
	}
	k, args := kinds[i], words[1:]
	if strings.Contains(c.text, "--") {
		return Mark{}, errors.New(`a marker holds no "--": GitHub would show it`)
	}
	if !k.takes(len(args)) {
		return Mark{}, fmt.Errorf("a marker reads <!-- %s -->", k.Form)
	}
	start, stop, err := p.woven(k, c, next)
	return Mark{k, args, c.at, start, stop}, err
}

func names(kinds []Kind) string {
	var all []string
	for _, k := range kinds {
		all = append(all, k.Name())
	}
	return strings.Join(all, ", ")
}

// woven finds what stands for a marker: all up to the next comment, which has to
// close it, or what the fence after it holds.
func (p *Page) woven(k Kind, c, next comment) (start, stop int, err error) {
	switch {
	case k.Place == Inline && c.node.Kind() == ast.KindHTMLBlock:
		err = fmt.Errorf("a %s marker begins the line, list item, quote or table row, "+
			"which cuts the paragraph there: put a word before it", k.Name())
	case k.Place == Inline:
		if !next.closes() || next.node.Parent() != c.node.Parent() {
			err = fmt.Errorf("no <!-- / --> closes this %s marker", k.Name())
		}
	case !c.alone:
		err = fmt.Errorf("a %s marker stands alone on its line, at the left margin, "+
			"outside lists and quotes", k.Name())
	case k.Place == Block:
		if !next.closes() || !next.alone {
			err = fmt.Errorf("no <!-- / --> alone on a line closes this %s marker", k.Name())
		}
	default:
		return p.fenced(k, c)
	}
	return c.end, next.at, err
}

// fenced finds what the fence after a marker holds.
func (p *Page) fenced(k Kind, c comment) (start, stop int, err error) {
	fence, ok := c.node.NextSibling().(*ast.FencedCodeBlock)
	if !ok || string(fence.Language(p.Text)) != string(k.Place) {
		return 0, 0, fmt.Errorf("no ```%s fence after this %s marker", k.Place, k.Name())
	}
	start, stop = p.inside(fence)
	if !bytes.HasPrefix(bytes.TrimLeft(p.Text[stop:], " "), []byte("```")) {
		err = errors.New("the fence after this marker is not closed")
	}
	return start, stop, err
}

// inside is what lies between the first and the last line of a fence.
func (p *Page) inside(fence *ast.FencedCodeBlock) (start, stop int) {
	start = p.lineEnd(fence.Pos())
	if n := fence.Lines().Len(); n > 0 {
		return start, fence.Lines().At(n - 1).Stop
	}
	return start, start
}

// lineEnd is where the line of an offset ends.
func (p *Page) lineEnd(offset int) int {
	if n := bytes.IndexByte(p.Text[offset:], '\n'); n >= 0 {
		return offset + n + 1
	}
	return len(p.Text)
}

var closeForm = regexp.MustCompile(`<!--\s*/\s*-->`)

// findStrayCloses reports each <!-- / --> that ends no mark, but in fences, which
// may show how marks are written, and in HTML, where no comment is to stand.
func (p *Page) findStrayCloses() {
	ends := map[int]bool{}
	for _, m := range p.Marks {
		ends[m.Stop] = true
	}
	text := bytes.Clone(p.Text)
	for fence := range All[*ast.FencedCodeBlock](p.Doc) {
		start, stop := p.inside(fence)
		blank(text[start:stop])
	}
	for _, block := range p.htmlBlocks() {
		blank(text[block[0]:block[1]])
	}
	for _, at := range closeForm.FindAllIndex(text, -1) {
		if !ends[at[0]] {
			p.Problems.Add(p.Path, p.Line(at[0]), "this <!-- / --> closes nothing: no marker "+
				"is read within code or mathematics, nor one with a | in a table")
		}
	}
}
