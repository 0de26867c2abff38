package exercises

import "math"

var _ = math.Log2 // keeps the import until you use it

// Entropy returns the mean surprisal of p, in bits:
//
//	H(p) = Σ p(x) · log₂ 1/p(x)
//
// The probabilities in p sum to 1. One that is 0 adds nothing to H.
// Of (1/2, 1/4, 1/4) it is 1/2 · 1 + 1/4 · 2 + 1/4 · 2 = 1.5 bits.
func Entropy(p []float64) float64 {
	// Hint: for a computer 0 · log₂ 0 is not 0. Leave such a term out.
	panic(NotBegun)
}

// Kraft returns how much of a budget of 1 is spent by codewords that
// have so many binary digits:
//
//	Σ 2⁻ˡ over the lengths l
//
// A length of 0 is that of an outcome without a codeword, and spends
// nothing. Lengths of 1, 2, 3 and 0 spend 1/2 + 1/4 + 1/8 = 0.875.
func Kraft(lengths []int) float64 {
	// Hint: math.Exp2(x) is 2ˣ, for a float64 x.
	panic(NotBegun)
}

// Huffman returns how many binary digits each outcome gets in a Huffman
// code for p. At first each outcome is a group by itself. While there
// are two groups or more, the two that are least likely become one, as
// likely as both together, and each outcome in it gets one digit more.
//
// What has probability 0 is in no group: its length is 0. So is that of
// an outcome without rivals. For (0.4, 0.3, 0.2, 0.1) the lengths are
// 1, 2, 3 and 3. Of groups that are equally likely, take any.
func Huffman(p []float64) []int {
	// Hint: a group has a probability and a list of places in p.
	// Sort the groups anew before each step.
	panic(NotBegun)
}
