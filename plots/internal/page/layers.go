package page

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Layer adds what a function draws on the part of the page that the chart's
// window takes.
func (ch *Chart) Layer(draw func(*Page)) { ch.Add(layer{ch.page, draw}) }

// A layer is a plotter. It has no DataRange, by which plot.Add would stretch the
// window.
type layer struct {
	page *Page
	draw func(*Page)
}

func (l layer) Plot(c draw.Canvas, _ *plot.Plot) { l.draw(l.page.on(c)) }

// Series makes points a series of the data, in columns named as the axes are.
func (ch *Chart) Series(name string, xys plotter.XYs) {
	ch.Layer(func(pg *Page) {
		for _, xy := range xys {
			pg.Record("series", name, pg.rec.x, xy.X, pg.rec.y, xy.Y)
		}
	})
}

// Line draws a line through points, dashed if there are dashes, and makes them a
// series of the data, unless its name is empty.
func (ch *Chart) Line(series string, xys plotter.XYs, k Ink, width vg.Length, dashes ...vg.Length) {
	if series != "" {
		ch.Series(series, xys)
	}
	style := draw.LineStyle{Color: k, Width: width, Dashes: dashes}
	line := plotter.Line{XYs: xys, LineStyle: style}
	ch.Layer(func(pg *Page) { line.Plot(pg.Canvas, ch.Plot) })
}

// Segment draws a line from (x0, y0) to (x1, y1), as Line does.
func (ch *Chart) Segment(
	series string, x0, y0, x1, y1 float64, k Ink, width vg.Length, dashes ...vg.Length,
) {
	ch.Line(series, plotter.XYs{{X: x0, Y: y0}, {X: x1, Y: y1}}, k, width, dashes...)
}

// Guide draws a dashed line to compare with from (x0, y0) to (x1, y1).
func (ch *Chart) Guide(x0, y0, x1, y1 float64) {
	ch.Segment("", x0, y0, x1, y1, Plain, Thin, 4, 3)
}

// Drop draws a fine line from (x, y) down to the x axis.
func (ch *Chart) Drop(x, y float64) { ch.Segment("", x, 0, x, y, Muted, Hair, 3, 3) }

// Between fills the area between two lines over the same abscissae.
func (ch *Chart) Between(low, high plotter.XYs, k Ink) {
	ring := append(plotter.XYs{}, low...)
	for i := len(high) - 1; i >= 0; i-- {
		ring = append(ring, high[i])
	}
	area := plotter.Polygon{XYs: []plotter.XYs{ring}, Color: k}
	ch.Layer(func(pg *Page) { area.Plot(pg.Canvas, ch.Plot) })
}

// Level returns points at height y over the abscissae of xys.
func Level(xys plotter.XYs, y float64) plotter.XYs {
	flat := make(plotter.XYs, len(xys))
	for i := range xys {
		flat[i] = plotter.XY{X: xys[i].X, Y: y}
	}
	return flat
}

// Label writes s beside (x, y), dx points to the right and dy up.
func (ch *Chart) Label(x, y, dx, dy float64, s string, st Style) {
	ch.Layer(func(pg *Page) {
		at := ch.Point(pg, x, y)
		pg.Write(at.X+vg.Length(dx), at.Y+vg.Length(dy), s, st)
	})
}

// Dot marks (x, y).
func (ch *Chart) Dot(x, y float64, k Ink) {
	ch.Layer(func(pg *Page) { pg.Dot(ch.Point(pg, x, y), k) })
}
