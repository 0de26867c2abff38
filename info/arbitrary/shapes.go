package arbitrary

import (
	"math"
	"math/rand"
)

// shapes lists the ways to spread probability over n outcomes, each with the
// number of lots it has in the draw.
var shapes = []struct {
	name string
	lots int
	draw func(r *rand.Rand, n int) []float64
}{
	{"uniform", 2, func(_ *rand.Rand, n int) []float64 { return uniform(n) }},
	{"certain", 1, func(r *rand.Rand, n int) []float64 { return certain(n, r.Intn(n)) }},
	{"near-certain", 2, nearCertain},
	{"sparse", 2, sparse},
	{"dyadic", 2, dyadic},
	{"rational", 2, rational},
	{"geometric", 2, geometric},
	{"Zipf", 2, zipf},
	{"Dirichlet", 4, dirichlet},
}

func draw(r *rand.Rand, n int) (p []float64, shape string) {
	var all int
	for _, s := range shapes {
		all += s.lots
	}
	lot, i := r.Intn(all), 0
	for lot >= shapes[i].lots {
		lot -= shapes[i].lots
		i++
	}
	return shapes[i].draw(r, n), shapes[i].name
}

func uniform(n int) []float64 {
	w := make([]float64, n)
	for i := range w {
		w[i] = 1
	}
	return gridded(w)
}

func certain(n, i int) []float64 {
	p := make([]float64, n)
	p[i] = 1
	return p
}

// nearCertain leaves another outcome a chance down to the smallest float. One
// below the grid makes the sum exceed 1 by less than a rounding error.
func nearCertain(r *rand.Rand, n int) []float64 {
	chances := []float64{5e-324, 1e-300, 1e-100, 1e-17, 0x1p-53, 0x1p-52, 1e-9, 1e-3}
	i := r.Intn(n)
	p := certain(n, i)
	if n == 1 {
		return p
	}
	chance := chances[r.Intn(len(chances))]
	p[(i+1+r.Intn(n-1))%n] = chance
	if chance < 0x1p-52 {
		return p
	}
	p[i] -= chance
	return gridded(p)
}

func sparse(r *rand.Rand, n int) []float64 {
	w := certain(n, r.Intn(n))
	for i := range w {
		if r.Intn(3) == 0 {
			w[i] = r.Float64()
		}
	}
	w[r.Intn(n)] = 1
	return gridded(w)
}

// dyadic halves an outcome until there are n of them: each probability is a
// power of two, no smaller than 2⁻⁵².
func dyadic(r *rand.Rand, n int) []float64 {
	p := []float64{1}
	for len(p) < n {
		i := r.Intn(len(p))
		if p[i] > 0x1p-52 {
			p[i] /= 2
			p = append(p, p[i])
		}
	}
	return p
}

// rational deals out halves, quarters, … or thirty-seconds.
func rational(r *rand.Rand, n int) []float64 {
	parts := 2 << r.Intn(5)
	p := make([]float64, n)
	for range parts {
		p[r.Intn(n)] += 1 / float64(parts)
	}
	return p
}

func geometric(r *rand.Rand, n int) []float64 {
	ratio := logUniform(r, 1e-30, 0.999)
	w, x := make([]float64, n), 1.0
	for i := range w {
		w[i] = x
		x *= ratio
	}
	return gridded(w)
}

func zipf(r *rand.Rand, n int) []float64 {
	exponent := 0.2 + 3*r.Float64()
	w := make([]float64, n)
	for i, k := range r.Perm(n) {
		w[i] = math.Pow(float64(k+1), -exponent)
	}
	return gridded(w)
}

// dirichlet draws from spiky (all mass on one outcome) to flat.
func dirichlet(r *rand.Rand, n int) []float64 {
	alpha := logUniform(r, 1e-3, 1e3)
	logs, largest := make([]float64, n), math.Inf(-1)
	for i := range logs {
		logs[i] = logGamma(r, alpha)
		largest = max(largest, logs[i])
	}
	return gridded(each(logs, func(l float64) float64 { return math.Exp(l - largest) }))
}

// logGamma draws the logarithm of a gamma variate, which for a shape of 1e-3
// would underflow. Source: Marsaglia & Tsang 2000.
func logGamma(r *rand.Rand, shape float64) float64 {
	boost := 0.0
	if shape < 1 {
		boost = math.Log(1-r.Float64()) / shape
		shape++
	}
	d := shape - 1.0/3
	for {
		x := r.NormFloat64()
		v := math.Pow(1+x/math.Sqrt(9*d), 3)
		if v > 0 && math.Log(1-r.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return math.Log(d*v) + boost
		}
	}
}

// logUniform draws between low and high, each power of two as likely.
func logUniform(r *rand.Rand, low, high float64) float64 {
	a, b := math.Log2(low), math.Log2(high)
	return math.Exp2(a + (b-a)*r.Float64())
}
