package learn

import (
	"fmt"
	"math"

	"crossentropy/info"
)

// Contour returns where the objective of two weights is at a level above its lowest value: a
// ring of points around the weights at which it is lowest, of which the last is the first
// again. Each lies where a way out from there meets the level, once, as the objective is
// convex; between some ways, how far that is follows the cubic through the four next to it.
// The ways are closer together along a valley.
//
// It panics unless the problem is of two weights for one class, the other being pinned, and
// no bias; and if the level is not above the lowest value.
func (p Problem) Contour(lowest Linear, level info.Nats) (ring [][2]float64) {
	m, grad := p.Start(), p.Start()
	if len(m.Weights) != 1 || len(m.Weights[0]) != 2 || !p.NoBias {
		panic("learn: a contour of other than two weights")
	}
	least := p.Gradient(lowest, grad)
	if !(level > least) {
		panic(fmt.Sprintf("learn: a contour at %v, want more than %v", level, least))
	}
	w, slope, from := m.Weights[0], grad.Weights[0], lowest.Weights[0]
	out := p.outward(lowest)
	t := math.Sqrt(2 * float64(level-least)) // where the objective is a parabola
	const ways, between = 32, 8
	var far [ways + 3]float64
	for k := range far {
		dx, dy := out(float64(k) / ways)
		for range 50 { // Newton's method, which on a convex function falls short at first at most
			w[0], w[1] = from[0]+t*dx, from[1]+t*dy
			step := float64(p.gradient(m, grad)-level) / (slope[0]*dx + slope[1]*dy)
			if t -= step; math.Abs(step) < 1e-2*t { // the error left is about the square
				break
			}
		}
		far[k] = t
	}
	for k := range ways {
		for j := range between {
			x := float64(j) / between
			t := far[k]*x*(x-1)*(2-x)/6 + far[k+1]*(x+1)*(x-1)*(x-2)/2 +
				far[k+2]*(x+1)*x*(2-x)/2 + far[k+3]*(x+1)*x*(x-1)/6
			dx, dy := out((float64(k+1) + x) / ways)
			ring = append(ring, [2]float64{from[0] + t*dx, from[1] + t*dy})
		}
	}
	return append(ring, ring[0])
}

// outward returns ways out from the lowest point, by parts of a turn. They lead to where the
// parabola that the objective is like there is ½ above it: its curvatures are H = LLᵀ, and
// Lᵀd is on the unit circle.
func (p Problem) outward(lowest Linear) func(turn float64) (dx, dy float64) {
	const near = 1e-2
	var slopes [3][]float64 // at the lowest, and near it along each weight
	for i := range slopes {
		m, grad := lowest.Clone(), p.Start()
		if i > 0 {
			m.Weights[0][i-1] += near
		}
		p.Gradient(m, grad)
		slopes[i] = grad.Weights[0]
	}
	h := func(i, j int) float64 { return (slopes[1+i][j] - slopes[0][j]) / near }
	a := math.Sqrt(h(0, 0))
	b := h(0, 1) / a
	c := math.Sqrt(h(1, 1) - b*b)
	return func(turn float64) (dx, dy float64) {
		sin, cos := math.Sincos(2 * math.Pi * turn)
		return (cos - b*sin/c) / a, sin / c
	}
}
