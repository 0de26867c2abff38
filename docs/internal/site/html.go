package site

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"slices"
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
	places   []place               // of the explorables that stand in it
	opens    map[int]markdown.Mark // by where the comment of a marker stands
	closes   map[int]markdown.Mark // by where the one that closes it stands
	figure   bool                  // within a figure
	renderer renderer.Renderer
}

func (s *site) writer(p *page, places ...place) *writer {
	w := &writer{
		site: s, page: p, places: places,
		opens: map[int]markdown.Mark{}, closes: map[int]markdown.Mark{},
	}
	for _, m := range p.Marks {
		w.opens[m.At] = m
		w.closes[m.Stop] = m
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

// paragraph is a caption under a figure.
func (w *writer) paragraph(out util.BufWriter, n ast.Node, entering bool) error {
	tag := "p"
	if w.figure {
		if n.FirstChild().Kind() == ast.KindImage {
			return nil
		}
		tag = "figcaption"
	}
	if entering {
		fmt.Fprintf(out, "<%s>", tag)
	} else {
		fmt.Fprintf(out, "</%s>\n", tag)
	}
	return nil
}

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
	if mark, ok := w.opens[n.Pos()]; ok {
		w.open(out, mark)
		return nil
	}
	if mark, ok := w.closes[n.Pos()]; ok {
		w.close(out, mark)
		return nil
	}
	_, err := out.Write(n.Lines().Value(w.page.Text))
	return err
}

// tags are what stands around that which is woven, by the name of its marker.
var tags = map[string][2]string{
	"figure":   {`<figure>`, "</figure>\n"},
	"claim":    {`<div class="claim">`, "</div>\n"},
	"exercise": {`<div class="exercise">`, "</div>\n"},
}

func (w *writer) open(out util.BufWriter, mark markdown.Mark) {
	if at, ok := w.explorable(mark); ok && !at.After {
		w.openExplorable(out, at)
		out.WriteString("<div class=\"still\">\n")
	}
	out.WriteString(tags[mark.Kind.Name()][0])
	w.figure = mark.Kind.Name() == "figure"
}

func (w *writer) close(out util.BufWriter, mark markdown.Mark) {
	w.figure = false
	out.WriteString(tags[mark.Kind.Name()][1])
	if at, ok := w.explorable(mark); ok {
		if at.After {
			w.openExplorable(out, at)
		} else {
			out.WriteString("</div>\n")
		}
		out.WriteString("</section>\n")
	}
}

func (w *writer) openExplorable(out util.BufWriter, at place) {
	fmt.Fprintf(out, `<section class="explorable" data-explore="%[1]s" id="explore-%[1]s" aria-labelledby="explore-%[1]s-title">
<h3 id="explore-%[1]s-title">%[2]s</h3>
`, at.Name, at.Title)
}

// explorable is the one that stands at a mark of the page, if one does.
func (w *writer) explorable(mark markdown.Mark) (place, bool) {
	words := strings.Join(append([]string{mark.Kind.Name()}, mark.Args...), " ")
	i := slices.IndexFunc(w.places, func(at place) bool { return at.mark == words })
	if i < 0 {
		return place{}, false
	}
	return w.places[i], true
}

// formula writes one as MathML.
func (w *writer) formula(out util.BufWriter, n ast.Node) error {
	f, _ := formulaOf(w.page.Page, n)
	ml, ok := w.site.formulas[f.Key()]
	if !ok {
		return w.page.errorf(n.Pos(), "formulas.json has no %s: go generate ./docs/internal/site", f.Key())
	}
	_, err := out.WriteString(ml)
	return err
}
