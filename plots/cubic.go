package main

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// cubic returns p with all that is bent in cubic curves, the one kind that
// every format has.
func cubic(p vg.Path) (q vg.Path) {
	for _, e := range p {
		switch {
		case e.Type == vg.ArcComp:
			q = append(q, arc(e, len(q) == 0)...)
		case e.Type == vg.CurveComp && len(e.Control) == 1:
			q = append(q, raised(q[len(q)-1].Pos, e.Control[0], e.Pos))
		default:
			q = append(q, e)
		}
	}
	return q
}

// raised returns the quadratic curve from one point to another as a cubic.
func raised(from, control, to vg.Point) vg.PathComp {
	first := from.Add(control.Sub(from).Scale(2. / 3))
	second := to.Add(control.Sub(to).Scale(2. / 3))
	return vg.PathComp{Type: vg.CurveComp, Pos: to, Control: []vg.Point{first, second}}
}

// arc returns an arc as a line to where it starts, or a move there, and curves
// of a quarter turn at most.
func arc(e vg.PathComp, move bool) (q vg.Path) {
	pieces := math.Ceil(math.Abs(e.Angle)/(math.Pi/2) - 1e-9)
	turn := e.Angle / pieces
	bend := 4. / 3 * math.Tan(turn/4)
	at := func(angle float64) (on, ahead vg.Point) {
		sin, cos := math.Sincos(angle)
		x, y := e.Radius*vg.Length(cos), e.Radius*vg.Length(sin)
		ahead = vg.Point{X: -y, Y: x}.Scale(vg.Length(bend))
		return e.Pos.Add(vg.Point{X: x, Y: y}), ahead
	}
	from, ahead := at(e.Start)
	if move {
		q.Move(from)
	} else {
		q.Line(from)
	}
	for k := 1.0; k <= pieces; k++ {
		to, next := at(e.Start + turn*k)
		q.CubeTo(from.Add(ahead), to.Sub(next), to)
		from, ahead = to, next
	}
	return q
}
