package main

import (
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
)

// path writes p in the letters of SVG: M moves, L draws a line, A an arc, Q
// and C curves, Z closes.
func (c *svg) path(p vg.Path) string {
	var b strings.Builder
	last := -1 // the type of the component before; a line after a line needs no letter
	for _, e := range p {
		switch {
		case e.Type == vg.MoveComp:
			b.WriteString("M" + c.point(e.Pos))
		case e.Type == vg.LineComp && last == vg.LineComp:
			b.WriteString(" " + c.point(e.Pos))
		case e.Type == vg.LineComp:
			b.WriteString("L" + c.point(e.Pos))
		case e.Type == vg.ArcComp:
			b.WriteString(c.arc(e))
		case e.Type == vg.CurveComp:
			b.WriteString(c.curve(e))
		case e.Type == vg.CloseComp:
			b.WriteString("Z")
		}
		last = e.Type
	}
	return b.String()
}

func (c *svg) point(p vg.Point) string { return decimal(p.X) + " " + decimal(c.height-p.Y) }

// arc draws a line to where the arc starts, as vg asks, and the arc in pieces
// of less than half a turn, for which SVG needs no flag.
func (c *svg) arc(e vg.PathComp) string {
	at := func(angle float64) string {
		sin, cos := math.Sincos(angle)
		r := float64(e.Radius)
		spoke := vg.Point{X: vg.Length(r * cos), Y: vg.Length(r * sin)}
		return c.point(roundPoint(e.Pos.Add(spoke)))
	}
	sweep := " 0 0 0 "
	if e.Angle < 0 {
		sweep = " 0 0 1 "
	}
	pieces := math.Ceil(math.Abs(e.Angle) / 3)
	s, r := "L"+at(e.Start), decimal(e.Radius)
	for k := 1.0; k <= pieces; k++ {
		s += "A" + r + " " + r + sweep + at(e.Start+e.Angle*k/pieces)
	}
	return s
}

func (c *svg) curve(e vg.PathComp) string {
	s := "Q"
	if len(e.Control) == 2 {
		s = "C"
	}
	for _, p := range e.Control {
		s += c.point(p) + " "
	}
	return s + c.point(e.Pos)
}
