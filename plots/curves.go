package main

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A curve is a line and its name.
type curve struct {
	name string
	xys  plotter.XYs
	ink  ink
}

// curves draws lines whose course is not known beforehand, and beside each its
// name, as near to x as it is clear of all lines, of the upright at x, and of
// other names. Where it is nowhere clear, the name is left out.
func curves(all []curve, x float64, st style) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		upright := c.Rectangle
		upright.Min.X, upright.Max.X = c.X(p.X.Norm(x))-2, c.X(p.X.Norm(x))+2
		taken := []vg.Rectangle{upright}
		for _, v := range all {
			named(v.name, line(v.xys, v.ink, thick))(c, p)
			taken = append(taken, around(v.points(c, p), 2.5)...)
		}
		for _, v := range all {
			st.ink, st.bold = v.ink, true
			if box, ok := v.beside(c, p, x, st.widthOn(c, v.name), taken); ok {
				write(c, box.Min.X, (box.Min.Y+box.Max.Y)/2, v.name, st)
				taken = append(taken, box)
			}
		}
	}
}

func (v curve) points(c draw.Canvas, p *plot.Plot) (pts []vg.Point) {
	for _, xy := range v.xys {
		pts = append(pts, pointOf(c, p, xy.X, xy.Y))
	}
	return pts
}

// around returns a square about each point, so far to every side.
func around(pts []vg.Point, far vg.Length) (squares []vg.Rectangle) {
	off := vg.Point{X: far, Y: far}
	for _, pt := range pts {
		squares = append(squares, vg.Rectangle{Min: pt.Sub(off), Max: pt.Add(off)})
	}
	return squares
}

// beside returns the clear place for a name of that width by the curve that is
// nearest to where the curve passes x. One below the curve counts as further
// away, because most curves have their name above them.
func (v curve) beside(c draw.Canvas, p *plot.Plot, x float64, width vg.Length,
	taken []vg.Rectangle,
) (best vg.Rectangle, ok bool) {
	const below = 60
	nearest := math.Inf(1)
	for _, pt := range v.points(c, p) {
		for _, box := range boxesAt(pt, width) {
			away := math.Ceil(math.Abs(float64(pt.X - c.X(p.X.Norm(x)))))
			if box.Min.Y < pt.Y {
				away += below
			}
			if away < nearest && within(box, c.Rectangle) && clear(box, taken) {
				best, nearest, ok = box, away, true
			}
		}
	}
	return best, ok
}

// boxesAt returns the places for a name at a point: above and below, to the
// right of it and to the left.
func boxesAt(pt vg.Point, width vg.Length) (boxes []vg.Rectangle) {
	const height, apart = 9, 3.5
	for _, low := range []vg.Length{apart, -height - apart} {
		for _, left := range []vg.Length{apart, -width - apart} {
			corner := pt.Add(vg.Point{X: left, Y: low})
			size := vg.Point{X: width, Y: height}
			boxes = append(boxes, vg.Rectangle{Min: corner, Max: corner.Add(size)})
		}
	}
	return boxes
}

func within(r, window vg.Rectangle) bool {
	const edge = 2
	return r.Min.X >= window.Min.X+edge && r.Min.Y >= window.Min.Y+edge &&
		r.Max.X <= window.Max.X-edge && r.Max.Y <= window.Max.Y-edge
}

func clear(r vg.Rectangle, taken []vg.Rectangle) bool {
	for _, t := range taken {
		if r.Min.X < t.Max.X && t.Min.X < r.Max.X && r.Min.Y < t.Max.Y && t.Min.Y < r.Max.Y {
			return false
		}
	}
	return true
}
