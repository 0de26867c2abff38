// Package markdown reads the pages of the book: their headings, links and
// prose, and the markers between which the book is woven.
package markdown

import (
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"crossentropy/docs/internal/report"
)

// A Page is one Markdown file of the book. Offsets are into its text.
type Page struct {
	Path     string // from the module's root, with slashes
	Text     []byte
	Doc      ast.Node
	Marks    []Mark
	Problems report.Problems // markers that are written wrong
}

// Parse reads a page that has markers of these kinds.
func Parse(path string, src []byte, kinds []Kind) Page {
	p := Page{Path: path, Text: src, Doc: parse(src)}
	p.findMarks(kinds)
	return p
}

var gfm = goldmark.New(
	goldmark.WithExtensions(extension.GFM),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(mathParser{}, 90))),
).Parser()

func parse(src []byte) ast.Node { return gfm.Parse(text.NewReader(src)) }

// Line is the number of the line that holds the offset, from 1.
func (p Page) Line(offset int) int {
	return 1 + bytes.Count(p.Text[:offset], []byte("\n"))
}

var chapterPath = regexp.MustCompile(`^docs/((?:\d\d|[a-z])-[^/]+)\.md$`)

// Chapter is the name of the page's chapter, "" where it has none.
func (p Page) Chapter() string {
	if m := chapterPath.FindStringSubmatch(p.Path); m != nil {
		return m[1]
	}
	return ""
}

// Title is the text of the page's first heading.
func (p Page) Title() string { return append(p.Headings(), Heading{})[0].Text }

// HasHeading reports whether a link can lead to such an anchor.
func (p Page) HasHeading(slug string) bool {
	return slices.ContainsFunc(p.Headings(), func(h Heading) bool { return h.Slug == slug })
}

// Section is the heading that the offset stands under.
func (p Page) Section(offset int) Heading {
	var under Heading
	for _, h := range p.Headings() {
		if h.At <= offset {
			under = h
		}
	}
	return under
}

// A Heading is where a link can lead to.
type Heading struct {
	Text, Slug string
	Level, At  int
}

// Headings lists the page's headings with the anchors that GitHub gives them.
func (p Page) Headings() []Heading {
	var all []Heading
	seen := map[string]int{}
	for n := p.Doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindHeading {
			continue
		}
		h := Heading{Text: strings.TrimSpace(p.Plain(n)), Level: n.(*ast.Heading).Level, At: n.Pos()}
		h.Slug = Slug(h.Text)
		k := seen[h.Slug]
		seen[h.Slug]++
		if k > 0 {
			h.Slug = fmt.Sprintf("%s-%d", h.Slug, k)
		}
		all = append(all, h)
	}
	return all
}

// Slug is GitHub's anchor for a heading: lower case, a hyphen for each space,
// and of the rest only letters, marks, digits, hyphens and low lines.
func Slug(heading string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Pc):
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
}

// Plain is what a reader sees of a node, without its markup.
func (p Page) Plain(n ast.Node) string {
	var b strings.Builder
	for n := range All[ast.Node](n) {
		switch n := n.(type) {
		case *ast.Text:
			b.Write(util.UnescapePunctuations(n.Value(p.Text)))
			if n.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *Math:
			b.WriteString(plainTeX(string(n.TeX.Value(p.Text))))
		}
	}
	return b.String()
}

// All are the nodes of a type within a node, itself included, in the order of the text.
func All[T ast.Node](n ast.Node) iter.Seq[T] {
	return func(yield func(T) bool) {
		_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if n, ok := n.(T); ok && entering && !yield(n) {
				return ast.WalkStop, nil
			}
			return ast.WalkContinue, nil
		})
	}
}

var special = regexp.MustCompile("[\\\\*_`<~$]")

// Escape writes plain text as Markdown.
func Escape(s string) string { return special.ReplaceAllString(s, `\$0`) }

// EscapeLabel writes plain text as the text of a link or an image.
func EscapeLabel(s string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`).Replace(Escape(s))
}
