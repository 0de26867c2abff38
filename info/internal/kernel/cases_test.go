package kernel

import (
	"math"
	"math/rand/v2"

	"crossentropy/info/internal/oracle"
)

// drawPair draws a truth and a model of the same outcomes: mostly two that have nothing to
// do with each other, and each fourth time a model close to the truth.
func drawPair(r *rand.Rand) (p, q []float64) {
	n := 1 + r.IntN(12)
	if r.IntN(20) == 0 {
		n = 1 + r.IntN(1000)
	}
	p = drawDistribution(r, n)
	if r.IntN(4) == 0 {
		distance := oracle.LogUniform(r, 1e-15, 1e-2)
		for _, px := range p {
			q = append(q, px*(1+distance*(2*r.Float64()-1)))
		}
		return p, normalize(q)
	}
	q = drawDistribution(r, n)
	if r.IntN(2) == 0 { // let the model allow all that the truth allows
		for x := range q {
			q[x] = (q[x] + p[x]) / 2
		}
	}
	return p, q
}

// drawJoint draws a joint distribution of n columns: dependent, independent, or such that x
// determines y.
func drawJoint(r *rand.Rand) (pairs []float64, n int) {
	rows, n := 1+r.IntN(6), 1+r.IntN(6)
	pairs = make([]float64, rows*n)
	switch x, y := drawDistribution(r, rows), drawDistribution(r, n); r.IntN(6) {
	case 0:
		for i := range pairs {
			pairs[i] = x[i/n] * y[i%n]
		}
		return pairs, n
	case 1:
		for i, px := range x {
			pairs[i*n+r.IntN(n)] = px
		}
		return pairs, n
	default:
		return drawDistribution(r, rows*n), n
	}
}

// drawDistribution draws probabilities of n outcomes, in one of the shapes that have made
// kernels fail.
func drawDistribution(r *rand.Rand, n int) []float64 {
	w := make([]float64, n)
	if r.IntN(8) == 0 { // certain, or nearly, down to a chance of the smallest float for another
		chances := []float64{0, 5e-324, 1e-300, 1e-100, 1e-17, 0x1p-53, 0x1p-52, 1e-9, 1e-3}
		chance := chances[r.IntN(len(chances))]
		w[r.IntN(n)] = chance
		w[r.IntN(n)] = 1 - chance
		return w
	}
	spread := oracle.LogUniform(r, 1e-3, 100)
	shapes := []func() float64{
		func() float64 { return 1 },                               // uniform
		func() float64 { return float64(r.IntN(3)) },              // of small counts, some of them 0
		func() float64 { return math.Ldexp(1, -r.IntN(60)) },      // of powers of two
		func() float64 { return oracle.LogUniform(r, 1e-300, 1) }, // of all magnitudes
		// from flat to spiky, with subnormals
		func() float64 { return math.Exp(-spread * r.ExpFloat64()) },
	}
	weight := shapes[r.IntN(len(shapes))]
	for x := range w {
		w[x] = weight()
	}
	if Total(w) == 0 {
		w[0] = 1
	}
	return normalize(w)
}

// normalize divides weights by their sum.
func normalize(w []float64) []float64 {
	sum := Total(w)
	for x := range w {
		w[x] /= sum
	}
	return w
}
