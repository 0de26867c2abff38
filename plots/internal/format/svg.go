package format

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/plots/internal/page"
)

// The fallbacks have the widths of Liberation Sans, so that the layout holds
// where it is missing.
const fontFamilies = "'Liberation Sans',Arial,Helvetica,sans-serif"

const svgHeader = `<svg xmlns="http://www.w3.org/2000/svg" id="%[1]s" width="%[2]s"` +
	` height="%[3]s" viewBox="0 0 %[4]s %[5]s" role="img"` +
	` aria-labelledby="%[1]s-title" aria-describedby="%[1]s-desc"` +
	` font-family="%[6]s" stroke-linejoin="round">
<title id="%[1]s-title">%[7]s</title>
<desc id="%[1]s-desc">%[8]s</desc>
`

// svg prints a drawing as an SVG file, in the lengths of its layout. Its first two
// elements, title and desc, say what the figure shows to those who cannot see it.
func svg(d *page.Drawing, o Options) ([]byte, error) {
	w := svgWriter{height: d.Height, inks: map[string]page.Ink{}}
	if o.Outline {
		if err := d.Unprintable(); err != nil {
			return nil, err
		}
	}
	families := fontFamilies
	var line []page.Mark // of text, so far
	for i, m := range d.Marks {
		if m.Kind == page.Text && m.Face.Font.Typeface != page.Typeface {
			families = "'" + escape(string(m.Face.Font.Typeface)) + "'," + fontFamilies
		}
		if m = scaled(m, 1); m.Kind != page.Text || o.Outline {
			w.shape(outlined(m))
			continue
		}
		line = append(line, m)
		if i+1 == len(d.Marks) || !d.Marks[i+1].Continues {
			w.text(line)
			line = nil
		}
	}
	sum := fnv.New32a() // which returns no error
	io.WriteString(sum, o.Theme+d.Title+d.Alt)
	sum.Write(w.body.Bytes())
	// The name differs from that of any other figure on a page of HTML, and of the same figure in
	// another theme or of other numbers.
	id := fmt.Sprintf("%s-%08x", d.Name, sum.Sum32())
	var b bytes.Buffer
	const pixels = 4. / 3 // to a point
	fmt.Fprintf(&b, svgHeader, id,
		decimals(d.Print.X*pixels), decimals(d.Print.Y*pixels), decimals(d.Width), decimals(d.Height),
		families, escape(d.Title), escape(d.Alt))
	b.WriteString(w.styles(id, o.Theme))
	w.body.WriteTo(&b)
	b.WriteString("</svg>\n")
	return b.Bytes(), nil
}

// An svgWriter writes marks as elements. It keeps text as text, and colours as
// classes, for which the file's style sheet has two schemes. In SVG the y axis
// points down: points are flipped as they are written.
type svgWriter struct {
	height vg.Length
	body   bytes.Buffer
	inks   map[string]page.Ink // by class
}

// shape writes a stroke or a fill.
func (w *svgWriter) shape(m page.Mark) {
	if m.Kind == page.Fill {
		fmt.Fprintf(&w.body, "<path%s d=\"%s\"/>\n", w.class("fill", m.Ink), w.path(m.Path))
		return
	}
	fmt.Fprintf(&w.body, `<path%s stroke-width="%s"`, w.class("stroke", m.Ink), decimals(m.Width))
	if len(m.Dashes) > 0 {
		fmt.Fprintf(&w.body, ` stroke-dasharray="%s"`, decimals(m.Dashes...))
	}
	fmt.Fprintf(&w.body, " d=\"%s\"/>\n", w.path(m.Path))
}

// text writes a line of text as one element, within which its runs follow each
// other: the line holds together in a font of other widths than the layout's.
func (w *svgWriter) text(runs []page.Mark) {
	first := runs[0]
	base := first.Face.Font
	for _, m := range runs {
		base.Size = max(base.Size, m.Face.Font.Size) // that of a script is smaller
	}
	base.Style = xfont.StyleNormal
	attributes := fmt.Sprintf(`x="%s" y="%s" font-size="%s"`,
		decimals(first.Anchor.X), decimals(w.height-first.Anchor.Y), decimals(base.Size))
	switch first.Align {
	case draw.XCenter:
		attributes += ` text-anchor="middle"`
	case draw.XRight:
		attributes += ` text-anchor="end"`
	}
	if base.Weight == xfont.WeightBold {
		attributes += ` font-weight="700"`
	}
	fmt.Fprintf(&w.body, "<text %s%s>", attributes, w.class("fill", first.Ink))
	baseline := first.Anchor.Y
	for _, m := range runs {
		w.body.WriteString(escape(m.Space) + run(m, baseline, base.Size))
		baseline = m.At.Y
	}
	w.body.WriteString("</text>\n")
}

// run returns a run of a line, with the attributes in which it differs from the line, and from the
// run before.
func run(m page.Mark, baseline, size vg.Length) string {
	own, text := "", escape(m.Text)
	if m.At.Y != baseline {
		own += fmt.Sprintf(` dy="%s"`, decimals(baseline-m.At.Y))
	}
	if m.Face.Font.Size != size {
		own += fmt.Sprintf(` font-size="%s"`, decimals(m.Face.Font.Size))
	}
	if m.Face.Font.Style == xfont.StyleItalic {
		own += ` font-style="italic"`
	}
	if own == "" {
		return text
	}
	return fmt.Sprintf("<tspan%s>%s</tspan>", own, text)
}

// class returns the attributes that paint, fill or stroke, in an ink.
func (w *svgWriter) class(paint string, k page.Ink) string {
	class := paint[:1] + "-" + k.Name
	w.inks[class] = k
	s := fmt.Sprintf(` class="%s"`, class)
	if k.Opacity < 1 {
		s += fmt.Sprintf(` %s-opacity="%s"`, paint, decimals(vg.Length(k.Opacity)))
	}
	return s
}

// styles returns the style sheet of the inks in use, in a theme. It holds for the
// figure alone, whatever others there are on a page of HTML.
func (w *svgWriter) styles(id, theme string) string {
	rules := func(dark bool) (s string) {
		for _, class := range slices.Sorted(maps.Keys(w.inks)) {
			paint := "fill:"
			if class[0] == 's' {
				paint = "fill:none;stroke:"
			}
			k := w.inks[class].In(dark)
			s += fmt.Sprintf("#%s .%s{%s#%02x%02x%02x}\n", id, class, paint, k.R, k.G, k.B)
		}
		return s
	}
	all := rules(theme == "dark")
	if theme == "auto" {
		all += "@media (prefers-color-scheme: dark) {\n" + rules(true) + "}\n"
	}
	return "<style>\n" + all + "</style>\n"
}

// path writes p in the letters of SVG: M moves, L draws a line, Q and C curves, an
// arc in several, Z closes.
func (w *svgWriter) path(p vg.Path) string {
	var b strings.Builder
	for i, e := range p {
		switch {
		case e.Type == vg.ArcComp:
			b.WriteString(w.path(arc(e)))
			continue
		case e.Type == vg.LineComp && i > 0 && p[i-1].Type == vg.LineComp:
			b.WriteString(" ") // a line after a line needs no letter
		case e.Type == vg.CurveComp:
			b.WriteByte("QC"[len(e.Control)-1])
		default:
			b.WriteByte("ML_CZ"[e.Type])
		}
		b.WriteString(w.points(corners(e)...))
	}
	return b.String()
}

func (w *svgWriter) points(ps ...vg.Point) string {
	var xys []vg.Length
	for _, p := range ps {
		xys = append(xys, p.X, w.height-p.Y)
	}
	return decimals(xys...)
}

// decimals writes numbers to two decimals at most, with spaces between them.
func decimals(xs ...vg.Length) string {
	var b []byte
	for i, x := range xs {
		if i > 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendFloat(b, rounding(float64(x)*100)/100+0, 'f', -1, 64) // −0 + 0 is 0
	}
	return string(b)
}

// rounding returns the integer nearest to x, the farther from 0 for a half and for what
// is hardly less: processors differ in the last digit of what comes out of thirds of
// points, scales and arcs, and many of these are halves.
func rounding(x float64) float64 {
	const less = 1e-6
	return math.Copysign(math.Floor(math.Abs(x)+0.5+less), x)
}

func escape(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a Buffer returns no error
	return b.String()
}
