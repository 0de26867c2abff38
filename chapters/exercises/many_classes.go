package exercises

import "math"

var _ = math.Exp // keeps the import until you use it

// Softmax returns the probabilities that the logits z give, one for
// each class c:
//
//	q(c) = e^z(c) / Σ e^z
//
// z has a class or more, and logits of any size. One may be −∞ beside
// one that is finite: its class gets 0. Of (0, ln 3) the softmax is
// (1/4, 3/4), and so it is of (1000, 1000 + ln 3).
func Softmax(z []float64) []float64 {
	// Hint: e¹⁰⁰⁰ is too large for a float. What is the softmax of
	// logits from which their largest has been taken away?
	panic(NotBegun)
}

// CrossEntropyOfLogits returns what the logits z cost when the class
// with the number right comes, in nats:
//
//	ℓ = ln Σ e^z − z(right)
//
// Classes are counted from 0. Logits are of any size. One may be −∞
// beside one that is finite: its class costs +∞ if it comes. Equal
// logits cost ln n, where n is how many there are. If right is 0,
// (0, 1000) cost 1000.
func CrossEntropyOfLogits(z []float64, right int) float64 {
	// Hint: take the largest logit away from all of them before
	// anything else, from z(right) too. What is lost otherwise, where
	// the logits are 10¹⁷ each?
	panic(NotBegun)
}

// Gradient returns the slope in each logit of what the logits z cost,
// where t is how likely each class is to come:
//
//	∂ℓ/∂z(c) = q(c) − t(c)
//
// Here q is the softmax of z. For z = (0, ln 3) and t = (1, 0) it is
// (1/4 − 1, 3/4 − 0) = (−3/4, 3/4). z and t keep what they hold.
func Gradient(z, t []float64) []float64 {
	// Hint: your Softmax does most of it.
	panic(NotBegun)
}
