package exercises

import "math"

var _ = math.Log2 // keeps the import until you use it

// Surprisal returns what an event of probability p tells, in bits:
//
//	h(p) = log₂ 1/p
//
// for p from 0 to 1. An event of probability 1/8 tells 3 bits, and one
// that is certain 0. What cannot happen would tell +Inf.
func Surprisal(p float64) float64 {
	// Hint: log₂ 1/p is −log₂ p, and math.Log2(0) is −Inf.
	panic(NotBegun)
}
