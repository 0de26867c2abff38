// Package sample draws outcomes at random.
package sample

import (
	"math/rand/v2"

	"crossentropy/info"
)

// Draw returns an outcome of p.
func Draw(r *rand.Rand, p info.Distribution) int {
	u, last := r.Float64(), 0
	for x, px := range p.All() {
		if u < px {
			return x
		}
		u -= px
		if px > 0 {
			last = x
		}
	}
	return last // where rounding left u at a sum just below 1
}
