package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

// A block stands for an outcome, on the axis from left to right, which is as
// long as the outcome is likely. Side by side, the blocks of a distribution
// fill the axis from 0 to 1.
type block struct {
	outcome     int
	p           float64
	left, right float64
}

// blocks returns those of p that are wide enough to be seen.
func blocks(p info.Distribution) (bs []block) {
	const narrowest = 1. / 800
	var left float64
	for i, pi := range p.All() {
		if pi >= narrowest {
			bs = append(bs, block{i, pi, left, left + pi})
		}
		left += pi
	}
	return bs
}

// leftOut says how many outcomes blocks has left out, if any.
func leftOut(p info.Distribution, bs []block) string {
	switch n := p.Len() - len(bs); n {
	case 0:
		return ""
	case 1:
		return "1 outcome too rare to draw"
	default:
		return fmt.Sprintf("%d outcomes too rare to draw", n)
	}
}

// tallest returns the greatest height of a block, and 1 where none is taller.
func tallest(bs []block, height func(int) info.Bits) float64 {
	most := 1.0
	for _, b := range bs {
		most = max(most, float64(height(b.outcome)))
	}
	return most
}

// part returns where the part of a block from y0 to y1 lies on the canvas. It
// leaves half a gap to the neighbours.
func (b block) part(c draw.Canvas, p *plot.Plot, y0, y1 float64) vg.Rectangle {
	r := vg.Rectangle{Min: pointOf(c, p, b.left, y0), Max: pointOf(c, p, b.right, y1)}
	gap := min(0.7, (r.Max.X-r.Min.X)/8)
	r.Min.X, r.Max.X = r.Min.X+gap, r.Max.X-gap
	return r
}

// area fills the block from y0 to y1.
func (b block) area(y0, y1 float64, k ink) layer {
	return func(c draw.Canvas, p *plot.Plot) { fill(c, b.part(c, p, y0, y1), k) }
}

// outline draws the edge of the block from y0 to y1.
func (b block) outline(y0, y1 float64, edge draw.LineStyle) layer {
	return func(c draw.Canvas, p *plot.Plot) { outline(c, b.part(c, p, y0, y1), edge) }
}

// fill paints a rectangle over what lies under it, the grid say.
func fill(c draw.Canvas, r vg.Rectangle, k ink) {
	for _, coat := range []ink{paper, k.fill()} {
		c.SetColor(coat)
		c.Fill(r.Path())
	}
}

// outline draws the edge of a rectangle.
func outline(c draw.Canvas, r vg.Rectangle, edge draw.LineStyle) {
	c.SetLineStyle(edge)
	c.Stroke(r.Path())
}

// top draws a thick line across the block at y.
func (b block) top(y float64, k ink) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		r := b.part(c, p, y, y)
		c.StrokeLine2(draw.LineStyle{Color: k, Width: thick}, r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
	}
}

// write sets s in the middle of the block, between y0 and y1, if it fits in a
// line or with each word on its own.
func (b block) write(y0, y1 float64, s string, st style) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		r := b.part(c, p, y0, y1)
		st.align = draw.XCenter
		s, lines := b.fitted(s, st, c)
		if lines > 0 && r.Max.Y-r.Min.Y >= vg.Length(lines)*rowHeight {
			write(c, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, s, st)
		}
	}
}

// fitted returns s in a line, or where that is too wide, with each word on its
// own, and how many lines it takes: 0 where it can be written in neither way.
func (b block) fitted(s string, st style, c draw.Canvas) (text string, lines int) {
	for _, s := range []string{s, strings.ReplaceAll(s, " ", "\n")} {
		if b.fits(s, st, c) {
			return s, 1 + strings.Count(sheetOf(c).labels.of(s), "\n")
		}
	}
	return "", 0
}

// fits reports whether s can be written as wide as the block is.
func (b block) fits(s string, st style, c draw.Canvas) bool {
	return st.widthOn(c, s)+4 <= vg.Length(b.p)*(c.Max.X-c.Min.X)
}
