package arbitrary

import (
	"math/rand"
	"slices"
)

// Coins draws pairs of coins, p = (a, 1−a) and q = (b, 1−b), that land heads so
// many times in 64. ThreeSided draws the same with a third side, and each side
// possible.
var (
	Coins      = pairs(sixtyFourths(2, 0), roundings, roundings, none)
	ThreeSided = pairs(sixtyFourths(3, 1), allPossible, allPossible, none)
)

func allPossible(p []float64) [][]float64 {
	return slices.DeleteFunc(roundings(p), func(p []float64) bool { return slices.Min(p) == 0 })
}

func sixtyFourths(sides, each int) func(r *rand.Rand) (p, q []float64, shape string) {
	deal := func(r *rand.Rand) []float64 {
		p := slices.Repeat([]float64{float64(each) / 64}, sides)
		for left := 64 - sides*each; left > 0; {
			k := 1 + r.Intn(left)
			p[r.Intn(sides)] += float64(k) / 64
			left -= k
		}
		return p
	}
	return func(r *rand.Rand) (p, q []float64, shape string) {
		p = deal(r)
		switch r.Intn(4) {
		case 0:
			return p, p, "equal"
		case 1:
			return p, permuted(p, r.Perm(sides)), "relabelled"
		default:
			return p, deal(r), "unrelated"
		}
	}
}
