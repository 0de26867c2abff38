package page

import (
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Chart is a window of the plane with its axes, and what is drawn in it, layer
// upon layer. It has a horizontal grid, which stands in for the vertical axis.
type Chart struct {
	*plot.Plot
	Aside string // what else there is to say over it
	page  *Page
	name  string // of a logarithmic x axis, or ""

	Beside   bool // something stands beside it also where the names of a table's rows do not
	texts    []BlockText
	textless bool // the texts of blocks are left out
}

// NewChart returns an empty chart of a window. Its x axis is named x; the y axis
// is named by the caption of its panel.
func (pg *Page) NewChart(x string, x0, x1, y0, y1 float64) *Chart {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = x0, x1, y0, y1
	pg.rec.axis(&p.X)
	pg.rec.axis(&p.Y)
	p.X.Label.Text = x
	p.Y.LineStyle.Width, p.Y.Tick.LineStyle.Width = 0, 0
	ch := &Chart{Plot: p, page: pg}
	ch.Layer(ch.grid)
	return ch
}

// Panel draws a chart on the page, under a caption that names its y axis.
func (pg *Page) Panel(ch *Chart, caption string) {
	ch.DrawOn(pg.Names(ch.X.Label.Text+ch.name, caption, ch.Aside))
}

// Names writes a caption, and names the axes of the data that are drawn next.
func (pg *Page) Names(x, caption, aside string) *Page {
	pg.rec.x, pg.rec.y = x, caption
	return pg.Caption(caption, aside)
}

// DrawOn draws the chart as large as a page, and returns the part that its window
// takes.
func (ch *Chart) DrawOn(pg *Page) *Page {
	ch.Draw(ch.aboveName(pg).Canvas)
	w := ch.window(pg)
	const least = 8 // points, about a letter; a window that is no number is less, too
	if !(w.Size().X >= least && w.Size().Y >= least) {
		pg.Squeeze()
	}
	if ch.name != "" {
		pg.Write((w.Min.X+w.Max.X)/2, pg.Min.Y+6, ch.name, Body(Muted).Center())
	}
	return w
}

// aboveName returns the part of a page above the name of a logarithmic x axis. gonum/plot makes
// room for such a name as if the middle of the axis were half of its end.
func (ch *Chart) aboveName(pg *Page) *Page {
	if ch.name == "" {
		return pg
	}
	return pg.Crop(0, 0, 15, 0)
}

// ThinX leaves out numbers of the x axis that have no room beside others, of which powers of ten come first.
func (ch *Chart) ThinX(pg *Page) {
	const apart = 3
	w, ts := ch.window(pg), ch.X.Tick.Marker.Ticks(ch.X.Min, ch.X.Max)
	var taken []vg.Rectangle
	for _, arePowers := range []bool{true, false} {
		for i, t := range ts {
			half := pg.TextWidth(t.Label, Small(Muted))/2 + apart/2.
			box := rect(w.X(ch.X.Norm(t.Value))-half, 0, 2*half, 1)
			switch {
			case isWhole(math.Log10(t.Value)) != arePowers:
			case meets(box, taken):
				ts[i].Label = ""
			default:
				taken = append(taken, box)
			}
		}
	}
	ch.X.Tick.Marker = plot.ConstantTicks(ts)
}

// window returns the part of a page that the chart's window takes.
func (ch *Chart) window(pg *Page) *Page {
	return pg.on(ch.DataCanvas(ch.aboveName(pg).Canvas))
}

// LeastSquare is how high a window can be for its width and still become a square.
const LeastSquare = 0.8

// Square returns the part of a page, from its upper left corner, on which the chart's window
// is as wide as it is high, or the page where that would waste too much of its width.
func (ch *Chart) Square(pg *Page) *Page {
	w := ch.window(pg)
	wide, high := w.Size().X, w.Size().Y
	if high < LeastSquare*wide {
		pg.NoRoom("the panel", "as a square")
		return pg
	}
	return pg.Crop(0, max(0, wide-high), max(0, high-wide), 0)
}

// Point returns where on the page a point of the chart lies.
func (ch *Chart) Point(pg *Page, x, y float64) vg.Point {
	return vg.Point{X: pg.X(ch.X.Norm(x)), Y: pg.Y(ch.Y.Norm(y))}
}

// Layer adds what a function draws on the part of the page that the chart's
// window takes.
func (ch *Chart) Layer(add func(*Page)) {
	ch.Add(layer(func(c draw.Canvas) { add(ch.page.on(c)) }))
}

// A layer is a plotter. It has no DataRange, by which plot.Add would stretch the
// window.
type layer func(draw.Canvas)

func (l layer) Plot(c draw.Canvas, _ *plot.Plot) { l(c) }

// Series makes points a series of the data, in columns named as the axes are.
func (ch *Chart) Series(name string, xys plotter.XYs) {
	ch.Layer(func(pg *Page) {
		for _, xy := range xys {
			pg.Record("series", name, pg.rec.x, xy.X, pg.rec.y, xy.Y)
		}
	})
}

// Line draws a line through points, with dashes, or with those of its ink where there
// are none, and makes them a series of the data, unless its name is empty. To a point at
// infinity it leaves the window.
func (ch *Chart) Line(series string, xys plotter.XYs, k Ink, width vg.Length, dashes ...vg.Length) {
	if series != "" {
		ch.Series(series, xys)
	}
	if dashes == nil {
		dashes = k.dashes()
	}
	style := k.Line(width, dashes...)
	line := plotter.Line{XYs: ch.finite(xys), LineStyle: style}
	ch.Layer(func(pg *Page) { line.Plot(pg.Canvas, ch.Plot) })
}

// finite returns points of which none is at infinity, but far above the window.
func (ch *Chart) finite(xys plotter.XYs) plotter.XYs {
	near := slices.Clone(xys)
	for i, xy := range near {
		if math.IsInf(xy.Y, 1) {
			near[i].Y = ch.Y.Max + 5*(ch.Y.Max-ch.Y.Min)
		}
	}
	return near
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

// Drop draws a fine line from (x, y) down to (x, 0).
func (ch *Chart) Drop(x, y float64) { ch.Segment("", x, 0, x, y, Muted, Hair, 3, 3) }

// Between fills the area between two lines over the same abscissae.
func (ch *Chart) Between(low, high plotter.XYs, k Ink) {
	back := ch.finite(high)
	slices.Reverse(back)
	ring := slices.Concat(low, back)
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

// Label writes s beside (x, y), dx points to the right and dy up. Where it would leave the
// paper, it is broken into lines.
func (ch *Chart) Label(x, y, dx, dy float64, s string, st Style) {
	ch.Layer(func(pg *Page) {
		at := ch.Point(pg, x, y).Add(vg.Point{X: vg.Length(dx), Y: vg.Length(dy)})
		room := pg.rec.drawing.Width - margin - at.X
		switch st.align {
		case draw.XRight:
			room = at.X - margin
		case draw.XCenter:
			room = 2 * min(room, at.X-margin)
		}
		if pg.TextWidth(s, st)/pg.rec.wider(st) > room {
			s = pg.Wrapped(s, room, st)
		}
		pg.Write(at.X, at.Y, s, st)
	})
}

// Dot marks (x, y).
func (ch *Chart) Dot(x, y float64, k Ink) {
	ch.Layer(func(pg *Page) { pg.Dot(ch.Point(pg, x, y), k) })
}

// Sample returns points of f over [a, b], closer together towards both ends,
// where the curves of this book are steep.
func Sample(f func(float64) float64, a, b float64) plotter.XYs {
	const n = 160
	xys := make(plotter.XYs, n+1)
	for i := range xys {
		x := min(b, a+(b-a)*(1-math.Cos(math.Pi*float64(i)/n))/2)
		xys[i] = plotter.XY{X: x, Y: f(x)}
	}
	return xys
}

// Spaced returns points of f at whole numbers from a to b, all of them where a
// logarithmic axis has the room, and about evenly spaced on it elsewhere.
func Spaced(f func(k int) float64, a, b int) (xys plotter.XYs) {
	const apart = 1.06
	for k := 1; k <= b; k = max(k+1, min(b, int(apart*float64(k)))) {
		if k >= a {
			xys = append(xys, plotter.XY{X: float64(k), Y: f(k)})
		}
	}
	return xys
}
