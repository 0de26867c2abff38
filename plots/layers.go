package main

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A layer is a plotter that is one function. It has no DataRange, by which
// plot.Add would stretch the window that axes has set.
type layer func(draw.Canvas, *plot.Plot)

// Plot draws the layer.
func (f layer) Plot(c draw.Canvas, p *plot.Plot) { f(c, p) }

// sample returns points of f over [a, b], closer together towards both ends,
// where the curves of this book are steep.
func sample(f func(float64) float64, a, b float64) plotter.XYs {
	const n = 160
	xys := make(plotter.XYs, n+1)
	for i := range xys {
		x := min(b, a+(b-a)*(1-math.Cos(math.Pi*float64(i)/n))/2)
		xys[i] = plotter.XY{X: x, Y: f(x)}
	}
	return xys
}

// level returns points at height y over the abscissae of xys.
func level(xys plotter.XYs, y float64) plotter.XYs {
	flat := make(plotter.XYs, len(xys))
	for i := range xys {
		flat[i] = plotter.XY{X: xys[i].X, Y: y}
	}
	return flat
}

// line draws a line through points, dashed if there are dashes.
func line(xys plotter.XYs, k ink, width vg.Length, dashes ...vg.Length) layer {
	l := plotter.Line{
		XYs:       xys,
		LineStyle: draw.LineStyle{Color: k, Width: width, Dashes: dashes},
	}
	return func(c draw.Canvas, p *plot.Plot) {
		if s := sheetOf(c); s.series != "" {
			s.plot(xys)
		}
		l.Plot(c, p)
	}
}

// segment draws a line from (x0, y0) to (x1, y1).
func segment(x0, y0, x1, y1 float64, k ink, width vg.Length, dashes ...vg.Length) layer {
	return line(plotter.XYs{{X: x0, Y: y0}, {X: x1, Y: y1}}, k, width, dashes...)
}

// between fills the area between two lines over the same abscissae.
func between(low, high plotter.XYs, k ink) layer {
	ring := append(plotter.XYs{}, low...)
	for i := len(high) - 1; i >= 0; i-- {
		ring = append(ring, high[i])
	}
	area := plotter.Polygon{XYs: []plotter.XYs{ring}, Color: k}
	return area.Plot
}

// label writes s beside (x, y), dx points to the right and dy up.
func label(x, y float64, dx, dy vg.Length, s string, st style) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		at := pointOf(c, p, x, y)
		write(c, at.X+dx, at.Y+dy, s, st)
	}
}

// dot marks (x, y). A rim of paper lifts it off the line it lies on.
func dot(x, y float64, k ink) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		if s := sheetOf(c); s.series != "" {
			s.plot(plotter.XYs{{X: x, Y: y}})
		}
		mark(c, pointOf(c, p, x, y), k)
	}
}

// mark draws the disc of a dot.
func mark(c draw.Canvas, at vg.Point, k ink) {
	rim := draw.GlyphStyle{Color: paper, Radius: 4.2, Shape: draw.CircleGlyph{}}
	disc := draw.GlyphStyle{Color: k, Radius: 2.8, Shape: draw.CircleGlyph{}}
	c.DrawGlyphNoClip(rim, at)
	c.DrawGlyphNoClip(disc, at)
}
