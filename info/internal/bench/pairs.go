package main

import (
	"math/rand/v2"

	"crossentropy/info"
)

// A pair is a truth p and a model q, and the same floats in the slices that gonum
// takes.
type pair struct {
	p, q   info.Distribution
	ps, qs []float64
}

// closeness is how far q is at most from p in a close pair, as a part of p.
const closeness = 1e-5

// draw returns two pairs of n outcomes with the same p: in the first, q is drawn
// as p is, with exponential weights; in the second it is close to p.
func draw(seed uint64, n int) (far, near pair) {
	source := rand.New(rand.NewPCG(seed, uint64(n)))
	p := make([]float64, n)
	q := make([]float64, n)
	r := make([]float64, n)
	for x := range n {
		p[x] = source.ExpFloat64()
		q[x] = source.ExpFloat64()
		// Half of closeness, as to normalize can take away the other half.
		r[x] = p[x] * (1 + closeness/2*(2*source.Float64()-1))
	}
	return newPair(p, q), newPair(p, r)
}

func newPair(p, q []float64) pair {
	var a pair
	a.p, a.ps = normalized(p)
	a.q, a.qs = normalized(q)
	return a
}

func normalized(weights []float64) (info.Distribution, []float64) {
	d, err := info.Normalize(weights...)
	if err != nil {
		panic(err) // exponential weights are positive and finite
	}
	floats := make([]float64, 0, d.Len())
	for _, p := range d.All() {
		floats = append(floats, p)
	}
	return d, floats
}
