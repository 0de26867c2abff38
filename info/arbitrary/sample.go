package arbitrary

import (
	"fmt"
	"math/rand"

	"crossentropy/info"
)

// A Sample is a truth, a model that allows what it allows, and how often each
// outcome came up in a number of draws.
type Sample struct {
	P, Q   info.Distribution
	Counts []int
}

// Samples draws two thousand times from P, and SamplesOfModel from Q. They do
// not shrink: a sample made simpler is a sample no more.
var (
	Samples        = samples(func(p, _ []float64) []float64 { return p })
	SamplesOfModel = samples(func(_, q []float64) []float64 { return q })
)

func samples(from func(p, q []float64) []float64) Gen[Sample] {
	return Gen[Sample]{
		Draw: func(r *rand.Rand) (Sample, string) {
			p, q, shape := sampled(r)
			return Sample{distribution(p), distribution(q), counts(r, from(p, q), 2000)}, shape
		},
		Show: func(s Sample) string {
			return fmt.Sprintf("%s, counts %v", showPair(Pair{s.P, s.Q}), s.Counts)
		},
	}
}

// sampled are distributions that a person would try first, half of the time.
func sampled(r *rand.Rand) (p, q []float64, shape string) {
	if r.Intn(2) == 0 {
		n := 2 + r.Intn(2)
		known := func() []float64 { return permuted(familiar[n][r.Intn(len(familiar[n]))], r.Perm(n)) }
		p = known()
		return p, mixed(0.5, known(), p), "familiar"
	}
	p, shape = draw(r, 1+r.Intn(12))
	q, _ = draw(r, len(p))
	p = gridded(p) // where half of what is smallest is no 0
	return p, mixed(0.5, p, q), shape
}

func counts(r *rand.Rand, p []float64, draws int) []int {
	n := make([]int, len(p))
	for range draws {
		u, x := r.Float64(), 0
		for x < len(p)-1 && u >= p[x] {
			u -= p[x]
			x++
		}
		for p[x] == 0 { // where rounding left u at the end of the list
			x--
		}
		n[x]++
	}
	return n
}
