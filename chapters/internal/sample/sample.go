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
		if px > 0 {
			last = x
		}
		if u -= px; u < 0 {
			break
		}
	}
	return last // where rounding left u at a sum just below 1
}
