package main

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// An eps is a canvas that writes PostScript. PostScript has no transparency:
// where a colour is thin, what lies under it is drawn once more, tinted.
type eps struct {
	needle
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

const epsHeader = `%%!PS-Adobe-3.0 EPSF-3.0
%%%%BoundingBox: 0 0 %d %d
%%%%HiResBoundingBox: 0 0 %s %s
%%%%Title: (%s)
%%%%LanguageLevel: 1
%%%%EndComments
/m{moveto}def/l{lineto}def/c{curveto}def/h{closepath}def/k{setrgbcolor}def
/f{fill}def/s{setdash setlinewidth stroke}def/w{clip newpath}def
`

// eps prints the edition as an EPS file, with letters as shapes.
func (e edition) eps() ([]byte, error) {
	width, height := e.size()
	c := &eps{}
	if err := e.paint(rounded{outlined{e.plate(c)}}).boxed; err != nil {
		return nil, err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, epsHeader, int(math.Ceil(float64(width))), int(math.Ceil(float64(height))),
		decimal(width), decimal(height), e.figure.name)
	c.body.WriteTo(&b)
	b.WriteString("showpage\n%%EOF\n")
	return b.Bytes(), nil
}

// Stroke strokes p.
func (c *eps) Stroke(p vg.Path) {
	if c.width <= 0 {
		return
	}
	var dashes []string
	for _, d := range c.dashes {
		dashes = append(dashes, decimal(d))
	}
	c.draw(p, fmt.Sprintf("%s [%s] 0 s", decimal(c.width), strings.Join(dashes, " ")))
}

// Fill fills p.
func (c *eps) Fill(p vg.Path) { c.draw(p, "f") }

// FillString panics: letters come as shapes.
func (c *eps) FillString(font.Face, vg.Point, string) { panic("plots: eps has no fonts") }

func (c *eps) draw(p vg.Path, paint string) {
	m := shape{postScript(p), paint, extent(p), c.color}
	switch {
	case m.color.A == 255:
		c.write(m, m.color)
	case m.paint == "f":
		c.tint(m)
	default:
		c.write(m, over(m.color, c.drawn[0].color))
	}
	c.drawn = append(c.drawn, m)
}

// tint draws what lies under m once more, inside m and in mixed colours.
func (c *eps) tint(m shape) {
	fmt.Fprintf(&c.body, "gsave\n%sw\n", m.path)
	for _, below := range c.drawn[c.cover(m):] {
		if below.box.Max.X >= m.box.Min.X && below.box.Min.X <= m.box.Max.X &&
			below.box.Max.Y >= m.box.Min.Y && below.box.Min.Y <= m.box.Max.Y {
			c.write(below, over(m.color, over(below.color, c.drawn[0].color)))
		}
	}
	c.body.WriteString("grestore\n")
}

// cover returns the last mark that hides what was drawn where m is: the one
// of the same shape, or the first, which is the paper.
func (c *eps) cover(m shape) int {
	for i := len(c.drawn) - 1; i > 0; i-- {
		if d := c.drawn[i]; d.path == m.path && d.paint == "f" && d.color.A == 255 {
			return i
		}
	}
	return 0
}

func (c *eps) write(m shape, k color.NRGBA) {
	unit := func(b uint8) float64 { return float64(b) / 255 }
	fmt.Fprintf(&c.body, "%.3g %.3g %.3g k\n%s%s\n", unit(k.R), unit(k.G), unit(k.B), m.path, m.paint)
}

// over returns the colour of a thin coat on an opaque one.
func over(coat, below color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 {
		return uint8((int(a)*int(coat.A) + int(b)*(255-int(coat.A)) + 127) / 255)
	}
	return color.NRGBA{mix(coat.R, below.R), mix(coat.G, below.G), mix(coat.B, below.B), 255}
}

// postScript writes a path in the operators of the header.
func postScript(p vg.Path) string {
	var b strings.Builder
	point := func(p vg.Point) { b.WriteString(decimal(p.X) + " " + decimal(p.Y) + " ") }
	for _, e := range cubic(p) {
		if e.Type == vg.CloseComp {
			b.WriteString("h\n")
			continue
		}
		for _, at := range e.Control {
			point(at)
		}
		point(e.Pos)
		b.WriteString(map[int]string{vg.MoveComp: "m\n", vg.LineComp: "l\n", vg.CurveComp: "c\n"}[e.Type])
	}
	return b.String()
}

// extent returns a rectangle around all points of p.
func extent(p vg.Path) vg.Rectangle {
	inf := vg.Length(math.Inf(1))
	r := vg.Rectangle{Min: vg.Point{X: inf, Y: inf}, Max: vg.Point{X: -inf, Y: -inf}}
	for _, e := range cubic(p) {
		if e.Type != vg.CloseComp {
			for _, at := range append(e.Control, e.Pos) {
				r.Min = vg.Point{X: min(r.Min.X, at.X), Y: min(r.Min.Y, at.Y)}
				r.Max = vg.Point{X: max(r.Max.X, at.X), Y: max(r.Max.Y, at.Y)}
			}
		}
	}
	return r
}

var _ vg.Canvas = (*eps)(nil)
