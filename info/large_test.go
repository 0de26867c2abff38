package info_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// Sums of a million terms, of which few are different, or 40 digits would take
// minutes.
func TestLarge(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var h, cross, d, js worst
	for _, c := range []struct {
		shape  string
		n      int
		weight func() (p, q float64)
	}{
		{"uniform", 1_000_000, func() (p, q float64) { return 1, 1 }},
		{"uneven", 1_000_000, func() (p, q float64) { return float64(1 + r.Intn(40)), float64(1 + r.Intn(40)) }},
		{"spiky", 10_000, func() (p, q float64) { return math.Exp2(float64(r.Intn(40))), math.Exp2(float64(r.Intn(40))) }},
		{"close", 10_000, func() (p, q float64) {
			p = float64(1 + r.Intn(40))
			return p, p * (1 + 1e-9*float64(r.Intn(40)))
		}},
	} {
		v, w := make([]float64, c.n), make([]float64, c.n)
		for i := range c.n {
			v[i], w[i] = c.weight()
		}
		p, err := info.Normalize(v...)
		if err != nil {
			t.Fatal(err)
		}
		q, err := info.Normalize(w...)
		if err != nil {
			t.Fatal(err)
		}
		at := fmt.Sprintf("%s over %d", c.shape, c.n)
		pairs := grouped(p, q)
		h.see(float64(info.Entropy(p)), pairs.sum(func(p, _ []float64) *big.Float { return oracle.CrossEntropy(p, p) }), at)
		cross.see(float64(info.CrossEntropy(p, q)), pairs.sum(oracle.CrossEntropy), at)
		see(&d, info.KullbackLeibler(p, q), pairs.sum(oracle.KullbackLeibler), at)
		see(&js, info.JensenShannon(p, q), pairs.sum(oracle.JensenShannon), at)
	}
	h.report(t, "H(p), n to a million", ofEntropy)
	cross.report(t, "H(p, q), n to a million", ofEntropy)
	d.report(t, "D(p‖q), n to a million", ofDivergence)
	js.report(t, "JS(p, q), n to a million", ofDivergence)
}

// A groups says how many outcomes have the same p and q.
type groups map[[2]float64]float64

func grouped(p, q info.Distribution) groups {
	g := groups{}
	for x, px := range p.All() {
		g[[2]float64{px, q.P(x)}]++
	}
	return g
}

// sum is the sum of f over all outcomes.
func (g groups) sum(f func(p, q []float64) *big.Float) *big.Float {
	sum := new(big.Float).SetPrec(200)
	for pq, n := range g {
		share := f(pq[:1], pq[1:])
		sum.Add(sum, share.Mul(share, big.NewFloat(n)))
	}
	return sum
}
