package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A scan is the grey levels of a digit's 8×8 pixels, row by row from the top
// left, from 0 for paper to 16 for ink.
type scan []float64

const (
	scanSide = 8
	darkest  = 16
)

// draw draws the scan in a square whose top left corner is at, shade upon
// shade. The pixels of a shade are one shape, and lie on those of the lighter
// ones, so that there is no seam between pixels.
func (s scan) draw(c draw.Canvas, at vg.Point, side vg.Length) {
	const step = 2 // grey levels
	for level := 0.0; level < darkest; level += step {
		var p vg.Path
		for _, loop := range s.loops(level) {
			for i, corner := range loop {
				pt := at.Add(vg.Point{X: vg.Length(corner.x), Y: -vg.Length(corner.y)}.Scale(side / scanSide))
				if i == 0 {
					p.Move(pt)
				} else {
					p.Line(pt)
				}
			}
			p.Close()
		}
		if p != nil {
			c.SetColor(shade((level + step) / darkest))
			c.Fill(p)
		}
	}
	frame := vg.Rectangle{Min: at.Add(vg.Point{Y: -side}), Max: at.Add(vg.Point{X: side})}
	outline(c, frame, draw.LineStyle{Color: faint, Width: hair})
}

// A corner is where pixels meet, counted from the top left.
type corner struct{ x, y int }

// loops returns the edges of the area that is darker than a level: closed
// lines from corner to corner, without those that lie between two others.
func (s scan) loops(level float64) (all [][]corner) {
	next := s.edges(level)
	for y := range scanSide + 1 {
		for x := range scanSide + 1 {
			for start := (corner{x, y}); len(next[start]) > 0; {
				all = append(all, follow(next, start))
			}
		}
	}
	return all
}

// edges returns, for each corner, the ends of the edges that begin there. The
// dark side of an edge is on its right.
func (s scan) edges(level float64) map[corner][]corner {
	dark := func(x, y int) bool {
		return x >= 0 && x < scanSide && y >= 0 && y < scanSide && s[scanSide*y+x] > level
	}
	next := map[corner][]corner{}
	add := func(edge bool, x0, y0, x1, y1 int) {
		if edge {
			next[corner{x0, y0}] = append(next[corner{x0, y0}], corner{x1, y1})
		}
	}
	for y := range scanSide {
		for x := range scanSide {
			if dark(x, y) {
				add(!dark(x, y-1), x, y, x+1, y)
				add(!dark(x+1, y), x+1, y, x+1, y+1)
				add(!dark(x, y+1), x+1, y+1, x, y+1)
				add(!dark(x-1, y), x, y+1, x, y)
			}
		}
	}
	return next
}

// follow takes edges away, one after the other, until they close.
func follow(next map[corner][]corner, start corner) (loop []corner) {
	loop = []corner{start}
	for at := start; ; {
		to := next[at][0]
		next[at] = next[at][1:]
		if n := len(loop); n > 1 && straight(loop[n-2], at, to) {
			loop = loop[:n-1]
		}
		if at = to; at == start {
			return loop
		}
		loop = append(loop, at)
	}
}

func straight(a, b, c corner) bool { return a.x == b.x && b.x == c.x || a.y == b.y && b.y == c.y }
