package exercises

import "math"

var _ = math.Log2 // keeps the import until you use it

// CrossEntropy returns what days from p cost on average in a code that
// is made for q, in bits a day:
//
//	H(p, q) = Σ p(x) · log₂ 1/q(x)
//
// p and q have the same outcomes, and each sums to 1. Where p(x) is 0,
// x adds nothing, whatever q(x) is. Where q(x) alone is 0, the cost is
// +Inf. For p = (1/2, 1/2, 0) and q = (1/2, 1/4, 1/4) it is
// 1/2 · 1 + 1/2 · 2 = 1.5 bits.
func CrossEntropy(p, q []float64) float64 {
	// Hint: p says how often x comes, and q what x costs.
	panic(NotBegun)
}

// KullbackLeibler returns the divergence of p from q, which is what a
// code for q costs beyond the entropy of p, in bits a day:
//
//	D(p‖q) = Σ p(x) · log₂ p(x)/q(x)
//
// Where p(x) is 0, x adds nothing, whatever q(x) is. Where q(x) alone
// is 0, it is +Inf. For p = (1/2, 1/2, 0) and q = (1/2, 1/4, 1/4) it is
// 1/2 · log₂ 1 + 1/2 · log₂ 2 = 0.5 bits.
func KullbackLeibler(p, q []float64) float64 {
	// Hint: some terms are below 0, and count all the same.
	panic(NotBegun)
}
