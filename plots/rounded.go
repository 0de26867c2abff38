package main

import (
	"math"
	"slices"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// rounded is a canvas that rounds every coordinate before it is drawn. Some
// processors compute a·b + c with one rounding and some with two, and the last
// digit of a coordinate depends on it; on this grid it does not show.
type rounded struct{ vg.Canvas }

// Stroke strokes the rounded path.
func (c rounded) Stroke(p vg.Path) { c.Canvas.Stroke(roundPath(p)) }

// Fill fills the rounded path.
func (c rounded) Fill(p vg.Path) { c.Canvas.Fill(roundPath(p)) }

// FillString writes s from the rounded point.
func (c rounded) FillString(f font.Face, pt vg.Point, s string) {
	c.Canvas.FillString(f, roundPoint(pt), s)
}

func roundPath(p vg.Path) vg.Path {
	p = slices.Clone(p)
	for i := range p {
		p[i].Pos = roundPoint(p[i].Pos)
		p[i].Control = slices.Clone(p[i].Control)
		for j := range p[i].Control {
			p[i].Control[j] = roundPoint(p[i].Control[j])
		}
	}
	return p
}

func roundPoint(p vg.Point) vg.Point { return vg.Point{X: roundLength(p.X), Y: roundLength(p.Y)} }

// roundLength rounds to 1/64 of a point. The shift keeps halves of that, which
// are common where sizes are round, off the edge where the last digit decides.
func roundLength(x vg.Length) vg.Length {
	const shift = 0.137
	return vg.Length(math.Floor(float64(x)*64+0.5+shift) / 64)
}
