package main

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

// TestCubicKeepsToTheCircle measures the curves of arcs at their middles.
func TestCubicKeepsToTheCircle(t *testing.T) {
	for _, angle := range []float64{2 * math.Pi, math.Pi / 2, -1, -5} {
		var p vg.Path
		p.Arc(vg.Point{X: 3, Y: 4}, 2, 0.3, angle)
		var from vg.Point
		for _, e := range cubic(p) {
			if e.Type == vg.CurveComp {
				middle := from.Add(e.Pos).Scale(1. / 8).
					Add(e.Control[0].Add(e.Control[1]).Scale(3. / 8))
				r := math.Hypot(float64(middle.X-3), float64(middle.Y-4))
				if math.Abs(r-2) > 1e-3 {
					t.Errorf("arc of %v: a curve passes %v from the centre, want 2", angle, r)
				}
			}
			from = e.Pos
		}
		sin, cos := math.Sincos(0.3 + angle)
		if d := math.Hypot(float64(from.X)-3-2*cos, float64(from.Y)-4-2*sin); d > 1e-12 {
			t.Errorf("arc of %v ends %v off", angle, d)
		}
	}
}

func TestCubicRaisesQuadratics(t *testing.T) {
	var p vg.Path
	p.Move(vg.Point{})
	p.QuadTo(vg.Point{X: 3, Y: 6}, vg.Point{X: 6})
	e := cubic(p)[1]
	if e.Control[0] != (vg.Point{X: 2, Y: 4}) || e.Control[1] != (vg.Point{X: 4, Y: 4}) {
		t.Errorf("controls %v, want (2, 4) and (4, 4)", e.Control)
	}
}
