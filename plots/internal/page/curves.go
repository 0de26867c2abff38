package page

import (
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A Curve is a line and its name.
type Curve struct {
	Name string
	XYs  plotter.XYs
	Ink  Ink
}

// Curves draws lines whose course is not known beforehand, and names them.
func (ch *Chart) Curves(all []Curve, x float64, st Style) {
	for _, c := range all {
		ch.Line(c.Name, c.XYs, c.Ink, Thick)
	}
	ch.NameCurves(all, x, st)
}

// NameCurves writes beside each line, of which there must be a point every few points of
// the page, its name, as near to x as it is clear of all lines, of the upright at x, and of
// other names. Where it is nowhere clear, the name is left out.
func (ch *Chart) NameCurves(all []Curve, x float64, st Style) {
	st.bold = true
	ch.Layer(func(pg *Page) {
		near := pg.X(ch.X.Norm(x))
		taken := []vg.Rectangle{rect(near-2, pg.Min.Y, 4, pg.Max.Y-pg.Min.Y)}
		for _, c := range all {
			for _, xy := range c.XYs {
				pt := ch.Point(pg, xy.X, xy.Y)
				taken = append(taken, rect(pt.X-2.5, pt.Y-2.5, 5, 5))
			}
		}
		for _, c := range all {
			st.Ink = c.Ink
			if box, ok := ch.clearBeside(pg, c, near, pg.TextWidth(c.Name, st), taken); ok {
				pg.Write(box.Min.X, (box.Min.Y+box.Max.Y)/2, c.Name, st)
				taken = append(taken, box)
			}
		}
	})
}

// clearBeside returns the place for a name of a width beside a curve that is clear
// of what is taken, and nearest to where the curve passes near. A place below the
// curve counts as further away, because most curves have their name above them.
func (ch *Chart) clearBeside(pg *Page, c Curve, near, width vg.Length, taken []vg.Rectangle) (
	best vg.Rectangle, ok bool,
) {
	const height, apart, below, edge = 9, 3.5, 60, 2
	window := rect(pg.Min.X+edge, pg.Min.Y+edge, pg.Max.X-pg.Min.X-2*edge, pg.Max.Y-pg.Min.Y-2*edge)
	least := math.Inf(1)
	for _, xy := range c.XYs {
		pt := ch.Point(pg, xy.X, xy.Y)
		away := math.Ceil(math.Abs(float64(pt.X - near)))
		for _, place := range []struct {
			left, low vg.Length
			away      float64
		}{
			{apart, apart, away},
			{-width - apart, apart, away},
			{apart, -height - apart, away + below},
			{-width - apart, -height - apart, away + below},
		} {
			box := rect(pt.X+place.left, pt.Y+place.low, width, height)
			isTaken := slices.ContainsFunc(taken, func(t vg.Rectangle) bool { return overlap(box, t) })
			if place.away < least && within(box, window) && !isTaken {
				best, least, ok = box, place.away, true
			}
		}
	}
	return best, ok
}

func rect(left, low, width, height vg.Length) vg.Rectangle {
	corner := vg.Point{X: left, Y: low}
	return vg.Rectangle{Min: corner, Max: corner.Add(vg.Point{X: width, Y: height})}
}

func within(a, b vg.Rectangle) bool {
	return a.Min.X >= b.Min.X && a.Min.Y >= b.Min.Y && a.Max.X <= b.Max.X && a.Max.Y <= b.Max.Y
}

func overlap(a, b vg.Rectangle) bool {
	return a.Min.X < b.Max.X && b.Min.X < a.Max.X && a.Min.Y < b.Max.Y && b.Min.Y < a.Max.Y
}
