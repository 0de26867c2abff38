package arbitrary

import (
	"math"
	"math/rand"
	"slices"

	"crossentropy/info"
	"crossentropy/info/internal/unchecked"
)

// Distributions draws distributions of every shape, most of a few outcomes,
// some of up to a thousand.
var Distributions = Gen[info.Distribution]{
	Draw: func(r *rand.Rand) (info.Distribution, string) {
		p, shape := draw(r, size(r))
		return distribution(p), shape
	},
	Shrink: func(d info.Distribution) []info.Distribution {
		p := floats(d)
		return each(simplerThan(p, simpler(p), one), distribution)
	},
	Show: func(d info.Distribution) string { return "p = " + Vector(d) },
}

// Loose draws positive and zero weights that need not sum to 1, as the
// probabilities of what info.New would refuse to call a distribution.
var Loose = Gen[info.Distribution]{
	Draw: func(r *rand.Rand) (info.Distribution, string) {
		p, _ := draw(r, size(r))
		return distribution(scaled(p, r)), "loose"
	},
	Shrink: func(d info.Distribution) []info.Distribution {
		p := floats(d)
		return each(simplerThan(p, append(dropped(p), reweighed(p)...), one), distribution)
	},
	Show: Distributions.Show,
}

// WithImpossible is d with one more outcome, of probability 0.
func WithImpossible(d info.Distribution) info.Distribution {
	return distribution(append(floats(d), 0))
}

// Scaled is d with each probability multiplied by k: no distribution any more.
func Scaled(d info.Distribution, k float64) info.Distribution {
	return distribution(each(floats(d), func(p float64) float64 { return k * p }))
}

// Unchecked is p called a distribution, whatever it sums to.
func Unchecked(p ...float64) info.Distribution { return distribution(p) }

// Sorted is d with its probabilities in rising order.
func Sorted(d info.Distribution) info.Distribution {
	return distribution(slices.Sorted(slices.Values(floats(d))))
}

// Midpoint is the even mixture of two distributions. What either allows it allows:
// half of the smallest float counts as that float.
func Midpoint(d, e info.Distribution) info.Distribution {
	m := mixed(0.5, floats(d), floats(e))
	for i := range m {
		if m[i] == 0 {
			m[i] = max(d.P(i), e.P(i))
		}
	}
	return distribution(m)
}

// Possible is how many outcomes of d have some probability.
func Possible(d info.Distribution) (n int) {
	for _, p := range d.All() {
		if p > 0 {
			n++
		}
	}
	return n
}

func one(p []float64) cost { return costOf(p) }

func distribution(p []float64) info.Distribution {
	return unchecked.Distribution(p).(info.Distribution)
}

func floats(d info.Distribution) []float64 {
	p := make([]float64, d.Len())
	for i, v := range d.All() {
		p[i] = v
	}
	return p
}

func each[T, U any](from []T, f func(T) U) []U {
	to := make([]U, len(from))
	for i, v := range from {
		to[i] = f(v)
	}
	return to
}

// scaled multiplies p by something between 1/8 and 8.
func scaled(p []float64, r *rand.Rand) []float64 {
	k := math.Exp2(6*r.Float64() - 3)
	return each(p, func(x float64) float64 { return x * k })
}

// size is mostly up to 8, often up to 64, rarely up to 1000.
func size(r *rand.Rand) int {
	switch k := r.Intn(200); {
	case k < 140:
		return 1 + r.Intn(8)
	case k < 199:
		return 1 + r.Intn(64)
	default:
		return 1 + r.Intn(1000)
	}
}

// gridded turns weights, not all 0, into multiples of 2⁻⁵² that sum to 1, in
// floats and in truth. What rounding leaves over goes to the largest.
func gridded(w []float64) []float64 {
	const grid = 1 << 52
	largest, sum := 0, 0.0
	for i := range w {
		if w[i] > w[largest] {
			largest = i
		}
	}
	for _, x := range w {
		sum += x / w[largest]
	}
	p, left := make([]float64, len(w)), float64(grid)
	for i, x := range w {
		k := math.Floor(x / w[largest] / sum * grid)
		p[i] = k / grid
		left -= k
	}
	p[largest] += left / grid
	return p
}
