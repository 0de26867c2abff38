// Package sample draws outcomes at random.
package sample

import (
	"math/rand/v2"
	"slices"
	"sort"

	"crossentropy/info"
)

// A Sampler draws outcomes of a distribution. To draw from n takes log n steps.
type Sampler struct {
	outcomes []int     // that can happen
	upTo     []float64 // the probability of each and all before it
}

// New returns a sampler of p.
func New(p info.Distribution) Sampler {
	var s Sampler
	sum := 0.0
	for x, px := range p.All() {
		if px > 0 {
			sum += px
			s.outcomes, s.upTo = append(s.outcomes, x), append(s.upTo, sum)
		}
	}
	return s
}

// Draw returns an outcome.
func (s Sampler) Draw(r *rand.Rand) int {
	u := r.Float64()
	i := sort.Search(len(s.upTo)-1, func(i int) bool { return u < s.upTo[i] })
	return s.outcomes[i] // the last one where rounding left u at a sum just below 1
}

// Percentages returns a distribution of n outcomes, each of a whole number of per cent and
// at least 1. It cuts 100 at n − 1 places, all as likely.
func Percentages(n int, r *rand.Rand) info.Distribution {
	cuts := append(r.Perm(99)[:n-1], 99)
	slices.Sort(cuts)
	var p []float64
	last := -1
	for _, cut := range cuts {
		p = append(p, float64(cut-last)/100)
		last = cut
	}
	return info.Must(p...)
}
