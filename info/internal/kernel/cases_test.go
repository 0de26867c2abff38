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
	if r.IntN(4) > 0 {
		q = drawDistribution(r, n)
		if r.IntN(2) == 0 { // let the model allow all that the truth allows
			for x := range q {
				q[x] = (q[x] + p[x]) / 2
			}
		}
		return p, q
	}
	distance := oracle.LogUniform(r, 1e-15, 1e-2)
	for _, px := range p {
		q = append(q, px*(1+distance*(2*r.Float64()-1)))
	}
	return p, normalize(q)
}

// drawJoint draws a joint distribution of n columns: dependent, independent, or such that x
// determines y.
func drawJoint(r *rand.Rand) (pairs []float64, n int) {
	rows, n := 1+r.IntN(6), 1+r.IntN(6)
	switch x := drawDistribution(r, rows); r.IntN(6) {
	case 0:
		y := drawDistribution(r, n)
		for _, px := range x {
			for _, py := range y {
				pairs = append(pairs, px*py)
			}
		}
		return pairs, n
	case 1:
		pairs = make([]float64, rows*n)
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
	switch r.IntN(8) {
	case 0: // uniform
		for x := range w {
			w[x] = 1
		}
	case 1: // certain, or nearly, down to a chance of the smallest float for another
		chances := []float64{0, 5e-324, 1e-300, 1e-100, 1e-17, 0x1p-53, 0x1p-52, 1e-9, 1e-3}
		chance := chances[r.IntN(len(chances))]
		w[r.IntN(n)] = chance
		w[r.IntN(n)] = 1 - chance
		return w[:n:n]
	case 2: // sparse
		w[r.IntN(n)] = 1
		for x := range w {
			if r.IntN(3) == 0 {
				w[x] = r.Float64()
			}
		}
	case 3: // powers of two
		w[0] = 1
		for x := 1; x < n; x++ {
			if i := r.IntN(x); w[i] > 0x1p-52 {
				w[i] /= 2
				w[x] = w[i]
			}
		}
		return w
	case 4: // eighths, say
		parts := 2 << r.IntN(5)
		for range parts {
			w[r.IntN(n)] += 1 / float64(parts)
		}
		return w
	case 5: // geometric
		ratio, x := oracle.LogUniform(r, 1e-30, 0.999), 1.0
		for i := range w {
			w[i] = x
			x *= ratio
		}
	case 6: // a long tail
		exponent := 0.2 + 3*r.Float64()
		for i, rank := range r.Perm(n) {
			w[i] = math.Pow(float64(rank+1), -exponent)
		}
	default: // from spiky, with subnormals, to flat
		spread := oracle.LogUniform(r, 1e-3, 100)
		for x := range w {
			w[x] = math.Exp(-spread * r.ExpFloat64())
		}
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
