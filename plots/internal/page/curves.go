package page

import (
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
)

// A Curve is a line and its name.
type Curve struct {
	Name string
	XYs  plotter.XYs
	Ink  Ink
}

// Curves draws lines whose course is not known beforehand, and beside each its
// name, as near to x as it is clear of all lines, of the upright at x, and of
// other names. Where it is nowhere clear, the name is left out.
func (ch *Chart) Curves(all []Curve, x float64, st Style) {
	for _, v := range all {
		ch.Line(v.Name, v.XYs, v.Ink, Thick)
	}
	st.bold = true
	ch.Layer(func(pg *Page) {
		at := pg.X(ch.X.Norm(x))
		upright := pg.Rectangle
		upright.Min.X, upright.Max.X = at-2, at+2
		taken := []vg.Rectangle{upright}
		for _, v := range all {
			for _, pt := range ch.points(pg, v.XYs) {
				taken = append(taken, square(pt, 2.5))
			}
		}
		for _, v := range all {
			st.Ink = v.Ink
			places := places(ch.points(pg, v.XYs), pg.TextWidth(v.Name, st))
			if box, ok := nearest(places, at, pg.Rectangle, taken); ok {
				pg.Write(box.Min.X, (box.Min.Y+box.Max.Y)/2, v.Name, st)
				taken = append(taken, box)
			}
		}
	})
}

func (ch *Chart) points(pg *Page, xys plotter.XYs) (pts []vg.Point) {
	for _, xy := range xys {
		pts = append(pts, ch.Point(pg, xy.X, xy.Y))
	}
	return pts
}

// square is about a point, so far to every side.
func square(pt vg.Point, far vg.Length) vg.Rectangle {
	off := vg.Point{X: far, Y: far}
	return vg.Rectangle{Min: pt.Sub(off), Max: pt.Add(off)}
}

// A place is where a name could stand by a point of its curve.
type place struct {
	vg.Rectangle
	by vg.Point
}

// places returns the places for a name of a width: above each point and below,
// to the right of it and to the left.
func places(pts []vg.Point, width vg.Length) (all []place) {
	const height, apart = 9, 3.5
	for _, pt := range pts {
		for _, low := range []vg.Length{apart, -height - apart} {
			for _, left := range []vg.Length{apart, -width - apart} {
				corner := pt.Add(vg.Point{X: left, Y: low})
				size := vg.Point{X: width, Y: height}
				all = append(all, place{vg.Rectangle{Min: corner, Max: corner.Add(size)}, pt})
			}
		}
	}
	return all
}

// nearest returns the place in a window that is clear of what is taken, and
// whose point is nearest to x. A place below its point counts as further away,
// because most curves have their name above them.
func nearest(places []place, x vg.Length, window vg.Rectangle, taken []vg.Rectangle) (
	best vg.Rectangle, ok bool,
) {
	const below = 60
	least := math.Inf(1)
	for _, at := range places {
		away := math.Ceil(math.Abs(float64(at.by.X - x)))
		if at.Min.Y < at.by.Y {
			away += below
		}
		if away < least && within(at.Rectangle, window) && isClear(at.Rectangle, taken) {
			best, least, ok = at.Rectangle, away, true
		}
	}
	return best, ok
}

func within(r, window vg.Rectangle) bool {
	const edge = 2
	return r.Min.X >= window.Min.X+edge && r.Min.Y >= window.Min.Y+edge &&
		r.Max.X <= window.Max.X-edge && r.Max.Y <= window.Max.Y-edge
}

func isClear(r vg.Rectangle, taken []vg.Rectangle) bool {
	for _, t := range taken {
		if r.Min.X < t.Max.X && t.Min.X < r.Max.X && r.Min.Y < t.Max.Y && t.Min.Y < r.Max.Y {
			return false
		}
	}
	return true
}
