package site

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"crossentropy/docs/internal/markdown"
)

// A writer writes the Markdown of a page as HTML.
type writer struct {
	site     *site
	page     *page
	tags     map[int]string // that stand for the comments of weaving, by where these begin
	behind   map[int]string // those behind the fence that a comment is for
	renderer renderer.Renderer
}

// around are the tags around what is woven, by the name of its marker.
var around = map[string][2]string{
	"figure":   {`<figure>`, "</figure>\n"},
	"claim":    {`<div class="claim">`, "</div>\n"},
	"exercise": {`<div class="exercise">`, "</div>\n"},
}

// writer is one for a page with the explorables of these places.
func (s *site) writer(p *page, places ...place) *writer {
	w := &writer{site: s, page: p, tags: map[int]string{}, behind: map[int]string{}}
	for _, m := range p.Marks {
		tags := around[m.Kind.Name()]
		for _, at := range places {
			if at.mark == strings.Join(append([]string{m.Kind.Name()}, m.Args...), " ") {
				tags = at.around(tags)
			}
		}
		w.tags[m.At] = tags[0]
		if m.Kind.Place == markdown.Block {
			w.tags[m.Stop] = tags[1]
		} else {
			w.behind[m.At] = tags[1]
		}
	}
	w.renderer = goldmark.New(
		goldmark.WithExtensions(extension.GFM),
		goldmark.WithRendererOptions(ghtml.WithUnsafe(),
			renderer.WithNodeRenderers(util.Prioritized(w, 50))),
	).Renderer()
	return w
}

// html writes a node and all within it.
func (w *writer) html(n ast.Node) (template.HTML, error) {
	var b bytes.Buffer
	err := w.renderer.Render(&b, w.page.Text, n)
	return template.HTML(b.String()), err
}

// RegisterFuncs tells goldmark which nodes the book writes in its own way.
func (w *writer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	for kind, around := range map[ast.NodeKind]func(out util.BufWriter, n ast.Node, entering bool) error{
		ast.KindHeading:   w.heading,
		ast.KindParagraph: w.paragraph,
		extast.KindTable:  w.table,
	} {
		r.Register(kind, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			return ast.WalkContinue, around(out, n, entering)
		})
	}
	for kind, whole := range map[ast.NodeKind]func(out util.BufWriter, n ast.Node) error{
		ast.KindHTMLBlock:         w.htmlBlock,
		ast.KindRawHTML:           w.rawHTML,
		ast.KindFencedCodeBlock:   w.fence,
		new(markdown.Math).Kind(): w.formula,
	} {
		r.Register(kind, func(out util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			return ast.WalkSkipChildren, whole(out, n)
		})
	}
}

// heading has a link to itself for the pointer.
func (w *writer) heading(out util.BufWriter, n ast.Node, entering bool) error {
	form := "<h%d id=\"%s\">"
	if !entering {
		form = "<a class=\"self\" href=\"#%[2]s\" tabindex=\"-1\" aria-hidden=\"true\"></a></h%[1]d>\n"
	}
	fmt.Fprintf(out, form, n.(*ast.Heading).Level, html.EscapeString(w.page.Section(n.Pos()).Slug))
	return nil
}

// paragraph is a caption under a figure, which itself stands in none.
func (w *writer) paragraph(out util.BufWriter, n ast.Node, entering bool) error {
	if isFigure(n) {
		return nil
	}
	tag := "p"
	if before := n.PreviousSibling(); before != nil && isFigure(before) {
		tag = "figcaption"
	}
	if entering {
		fmt.Fprintf(out, "<%s>", tag)
	} else {
		fmt.Fprintf(out, "</%s>\n", tag)
	}
	return nil
}

// isFigure reports whether a paragraph is an image.
func isFigure(n ast.Node) bool { return n.HasChildren() && n.FirstChild().Kind() == ast.KindImage }

// table scrolls within itself where it is too wide.
func (w *writer) table(out util.BufWriter, _ ast.Node, entering bool) error {
	tags := "</table></div>\n"
	if entering {
		tags = "<div class=\"wide\"><table>\n"
	}
	_, err := out.WriteString(tags)
	return err
}

// rawHTML leaves out the comments that weaving needs.
func (w *writer) rawHTML(out util.BufWriter, n ast.Node) error {
	text := n.(*ast.RawHTML).Segments.Value(w.page.Text)
	if bytes.HasPrefix(text, []byte("<!--")) {
		return nil
	}
	_, err := out.Write(text)
	return err
}

// htmlBlock writes HTML as it is, and tags for the markers of weaving.
func (w *writer) htmlBlock(out util.BufWriter, n ast.Node) error {
	text, ok := w.tags[n.Pos()]
	if !ok {
		text = string(n.Lines().Value(w.page.Text))
	}
	_, err := out.WriteString(text)
	return err
}

// formula writes one as MathML.
func (w *writer) formula(out util.BufWriter, n ast.Node) error {
	f, _ := formulaOf(w.page.Page, n)
	ml, ok := w.site.formulas[f]
	if !ok {
		return w.page.errorf(n.Pos(), "formulas.json has no %s: go generate ./docs/internal/site", f)
	}
	_, err := out.WriteString(ml)
	return err
}
