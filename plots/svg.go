package main

import (
	"bytes"
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// An svg is a canvas that writes the elements of an SVG file. It keeps text as
// text, and colours as classes, for which the file's style sheet has two
// schemes. In SVG the y axis points down: points are flipped as they are
// written.
type svg struct {
	still
	height vg.Length
	body   bytes.Buffer
	used   map[string]ink // by class
	pen    pen
}

type pen struct {
	ink    ink
	width  vg.Length
	dashes []vg.Length
}

func newSVG(height vg.Length) *svg {
	return &svg{height: height, used: map[string]ink{}, pen: pen{ink: plain, width: 1}}
}

// SetLineWidth sets the width of strokes.
func (c *svg) SetLineWidth(w vg.Length) { c.pen.width = w }

// SetLineDash sets the dashes of strokes. The offset is ignored.
func (c *svg) SetLineDash(dashes []vg.Length, _ vg.Length) { c.pen.dashes = dashes }

// SetColor sets the ink, plain for nil. It panics for a colour that is no ink,
// because such a colour would be the same on dark paper.
func (c *svg) SetColor(k color.Color) {
	c.pen.ink = plain
	if k != nil {
		c.pen.ink = k.(ink)
	}
}

// Stroke draws the outline of p.
func (c *svg) Stroke(p vg.Path) {
	if c.pen.width <= 0 {
		return
	}
	fmt.Fprintf(&c.body, `<path%s stroke-width="%s"`, c.class("stroke"), decimal(c.pen.width))
	if len(c.pen.dashes) > 0 {
		var s []string
		for _, d := range c.pen.dashes {
			s = append(s, decimal(d))
		}
		fmt.Fprintf(&c.body, ` stroke-dasharray="%s"`, strings.Join(s, " "))
	}
	fmt.Fprintf(&c.body, " d=\"%s\"/>\n", c.path(p))
}

// Fill fills p.
func (c *svg) Fill(p vg.Path) {
	fmt.Fprintf(&c.body, "<path%s d=\"%s\"/>\n", c.class("fill"), c.path(p))
}

// FillString writes s with its baseline from pt.
func (c *svg) FillString(f font.Face, pt vg.Point, s string) {
	var face string
	if reserve != nil && f.Font.Typeface == reserve.Font.Typeface {
		face = fmt.Sprintf(` font-family="%s"`, escape("'"+string(f.Font.Typeface)+"',sans-serif"))
	}
	if f.Font.Style == xfont.StyleItalic {
		face += ` font-style="italic"`
	}
	if f.Font.Weight == xfont.WeightBold {
		face += ` font-weight="700"`
	}
	fmt.Fprintf(&c.body, "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s%s>%s</text>\n",
		decimal(pt.X), decimal(c.height-pt.Y), decimal(f.Font.Size), face,
		c.class("fill"), escape(s))
}

// class returns the attributes that paint in the current ink, for a paint that
// is fill or stroke.
func (c *svg) class(paint string) string {
	class := paint[:1] + "-" + c.pen.ink.name
	c.used[class] = c.pen.ink
	s := fmt.Sprintf(` class="%s"`, class)
	if o := c.pen.ink.opacity; o < 1 {
		s += fmt.Sprintf(` %s-opacity="%s"`, paint, decimal(vg.Length(o)))
	}
	return s
}

// decimal writes x to two decimals at most.
func decimal(x vg.Length) string {
	return strconv.FormatFloat(math.Round(float64(x)*100)/100+0, 'f', -1, 64) // −0 + 0 is 0
}
