package format

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

const epsHeader = `%%!PS-Adobe-3.0 EPSF-3.0
%%%%BoundingBox: 0 0 %d %d
%%%%HiResBoundingBox: 0 0 %s %s
%%%%Title: (%s)
%%%%LanguageLevel: 1
%%%%EndComments
/m{moveto}def/l{lineto}def/c{curveto}def/h{closepath}def/k{setrgbcolor}def
/f{fill}def/s{setdash setlinewidth stroke}def/w{clip newpath}def
1 setlinejoin
`

// eps prints a drawing as an EPS file, with letters as shapes.
func eps(d *page.Drawing, o Options) ([]byte, error) {
	if err := d.Unprintable(); err != nil {
		return nil, err
	}
	var w epsWriter
	for _, m := range d.Marks {
		m = outlined(scaled(m, d.Scale()))
		paint := "f"
		if m.Kind == page.Stroke {
			paint = fmt.Sprintf("%s [%s] 0 s", decimals(m.Width), decimals(m.Dashes...))
		}
		w.draw(m.Path, paint, m.Ink.In(o.Theme == "dark"))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, epsHeader, int(math.Ceil(float64(d.Print.X))), int(math.Ceil(float64(d.Print.Y))),
		decimals(d.Print.X), decimals(d.Print.Y), d.Name)
	w.body.WriteTo(&b)
	b.WriteString("showpage\n%%EOF\n")
	return b.Bytes(), nil
}

// An epsWriter writes PostScript. That has no transparency: where a colour is
// thin, what lies under it is drawn once more, tinted.
type epsWriter struct {
	body  bytes.Buffer
	drawn []shape
}

// A shape is something drawn: a path in PostScript, and the operators, with the
// state they need, that paint it.
type shape struct {
	path, paint string
	box         vg.Rectangle
	color       color.NRGBA
}

func (w *epsWriter) draw(p vg.Path, paint string, k color.NRGBA) {
	p = cubic(p)
	m := shape{postScript(p), paint, extent(p), k}
	switch {
	case m.color.A == 255:
		w.write(m, m.color)
	case m.paint == "f":
		w.tint(m)
	default:
		w.write(m, page.Over(m.color, w.drawn[0].color))
	}
	w.drawn = append(w.drawn, m)
}

// tint draws what lies under m once more, inside m and in mixed colours.
func (w *epsWriter) tint(m shape) {
	fmt.Fprintf(&w.body, "gsave\n%sw\n", m.path)
	for _, below := range w.drawn[w.cover(m):] {
		if below.box.Max.X >= m.box.Min.X && below.box.Min.X <= m.box.Max.X &&
			below.box.Max.Y >= m.box.Min.Y && below.box.Min.Y <= m.box.Max.Y {
			w.write(below, page.Over(m.color, page.Over(below.color, w.drawn[0].color)))
		}
	}
	w.body.WriteString("grestore\n")
}

// cover returns the last shape that hides what was drawn where m is: the one
// with the same path, or the first, which is the paper.
func (w *epsWriter) cover(m shape) int {
	for i := len(w.drawn) - 1; i > 0; i-- {
		if d := w.drawn[i]; d.path == m.path && d.paint == "f" && d.color.A == 255 {
			return i
		}
	}
	return 0
}

func (w *epsWriter) write(m shape, k color.NRGBA) {
	w.body.WriteString(rgb(k) + " k\n" + m.path + m.paint + "\n")
}

// rgb writes a colour in parts of one.
func rgb(k color.NRGBA) string {
	return fmt.Sprintf("%.3g %.3g %.3g", float64(k.R)/255, float64(k.G)/255, float64(k.B)/255)
}

// postScript writes a path of cubic curves in the operators of the header.
func postScript(p vg.Path) string {
	var b strings.Builder
	for _, e := range p {
		for _, at := range corners(e) {
			b.WriteString(decimals(at.X, at.Y) + " ")
		}
		b.Write([]byte{"ml_ch"[e.Type], '\n'})
	}
	return b.String()
}

// extent returns a rectangle around all points of p.
func extent(p vg.Path) vg.Rectangle {
	inf := vg.Length(math.Inf(1))
	r := vg.Rectangle{Min: vg.Point{X: inf, Y: inf}, Max: vg.Point{X: -inf, Y: -inf}}
	for _, e := range p {
		for _, at := range corners(e) {
			r.Min = vg.Point{X: min(r.Min.X, at.X), Y: min(r.Min.Y, at.Y)}
			r.Max = vg.Point{X: max(r.Max.X, at.X), Y: max(r.Max.Y, at.Y)}
		}
	}
	return r
}
