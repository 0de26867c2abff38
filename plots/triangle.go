package main

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

// A triangle has a corner for each of three outcomes.
type triangle [3]vg.Point

// upright returns the largest triangle in c that has equal sides and stands on
// one. Its third corner is at the top.
func upright(c draw.Canvas) triangle {
	ratio := vg.Length(math.Sqrt(3) / 2)
	side := min(c.Max.X-c.Min.X, (c.Max.Y-c.Min.Y)/ratio)
	left := vg.Point{X: (c.Min.X + c.Max.X - side) / 2, Y: c.Min.Y}
	return triangle{
		left,
		left.Add(vg.Point{X: side}),
		left.Add(vg.Point{X: side / 2, Y: side * ratio}),
	}
}

// at returns where p lies, which is the centre of gravity of the corners.
func (t triangle) at(p trio) (at vg.Point) {
	for i, corner := range t {
		at = at.Add(corner.Scale(vg.Length(p[i])))
	}
	return at
}

func (t triangle) points(ps []trio) (pts []vg.Point) {
	for _, p := range ps {
		pts = append(pts, t.at(p))
	}
	return pts
}

// band fills what lies within a contour and draws its line.
func (t triangle) band(c draw.Canvas, level info.Bits, pieces [3][]trio, tint ink) {
	inside := t.points(slices.Concat(pieces[:]...))
	for _, coat := range []ink{paper, tint} {
		c.FillPolygon(coat, inside)
	}
	edge := draw.LineStyle{Color: blue, Width: hair}
	if level >= 1 { // the pieces meet on the sides
		c.StrokeLines(edge, append(inside, inside[0]))
		return
	}
	for _, piece := range pieces {
		c.StrokeLines(edge, t.points(piece))
	}
}

// name writes a level at its contour: inside, or where it ends on the right.
func (t triangle) name(c draw.Canvas, level info.Bits) {
	s := number(float64(level))
	if level > 1 {
		top := t.at(middle.last(trio{0, 0, 1}, level))
		write(c, top.X, top.Y-6, s, style{size: tickSize, align: draw.XCenter})
		return
	}
	if level == 1 {
		s = "1: a fair coin,\nwithout the third"
	}
	end := t.at(trio{0, 0.5, 0.5}.last(trio{0, 0, 1}, level))
	write(c, end.X+5, end.Y+3, s, style{ink: muted, size: tickSize})
}
