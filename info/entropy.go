// Package info computes the quantities of information theory:
// surprisal, entropy, cross entropy and the divergences between
// distributions.
//
// Throughout, p is the truth and q the model. Quantities are in [Bits]
// unless their type says [Nats]. Nothing is clamped, and no ε is added
// anywhere: an outcome that cannot happen contributes 0 · log 0 = 0,
// and a model that rules out what can happen costs +Inf.
package info

import (
	"fmt"
	"math"

	"crossentropy/info/internal/kernel"
)

// Surprisal returns what an event of probability p tells when it
// happens,
//
//	h(p) = log₂ 1/p
//
// in bits: 0 for a certain event, 1 for a fair coin's heads, and one
// more for each halving of p.
//
// Special cases are:
//
//	Surprisal(0) = +Inf
//	Surprisal(p) = NaN for p < 0, p > 1 or NaN
//
// Source: Shannon 1948, Introduction; the name is from Tribus 1961.
func Surprisal(p float64) Bits {
	if !(p >= 0 && p <= 1) {
		return Bits(math.NaN())
	}
	return Bits(kernel.Surprisal(p))
}

// Entropy returns the mean surprisal of an outcome drawn from p,
//
//	H(p) = Σ p(x) log₂ 1/p(x)
//
// in bits. Bounds: 0 where one outcome is certain, log₂ n where all n
// are equally likely. Outcomes of probability 0 contribute 0.
//
// Source: Shannon 1948, §6; Cover & Thomas 2006, (2.1).
func Entropy(p Distribution) Bits {
	return CrossEntropy(p, p)
}

// BinaryEntropy returns the entropy of two outcomes, one of probability
// p,
//
//	h₂(p) = p log₂ 1/p + (1−p) log₂ 1/(1−p)
//
// in bits. Bounds: 0 at p = 0 and p = 1, 1 at p = ½.
//
// Special cases are:
//
//	BinaryEntropy(p) = NaN for p < 0, p > 1 or NaN
//
// Source: Cover & Thomas 2006, Example 2.1.1.
func BinaryEntropy(p float64) Bits {
	if !(p >= 0 && p <= 1) {
		return Bits(math.NaN())
	}
	return Bits(kernel.BinaryEntropy(p))
}

// CrossEntropy returns the mean surprisal, under the model q, of an
// outcome drawn from p,
//
//	H(p, q) = Σ p(x) log₂ 1/q(x)
//
// in bits. The weights come from p, the surprisals from q. It is the
// mean length of a message about p in a code made for q. Bounds: H(p),
// where q = p, and +Inf, where q gives probability 0 to an outcome that
// p allows.
//
// It panics if p and q have different lengths.
//
// Source: Cover & Thomas 2006, Theorem 5.4.3, for the code.
func CrossEntropy(p, q Distribution) Bits {
	mustMatch(p, q)
	return Bits(kernel.CrossEntropy(p.p, q.p))
}

// Perplexity returns 2ʰ, the number of equally likely outcomes that
// would have entropy h. It is 1 where nothing is in doubt.
//
// Special cases are:
//
//	Perplexity(+Inf) = +Inf
//	Perplexity(NaN) = NaN
//
// Source: Jelinek, Mercer, Bahl & Baker 1977.
func Perplexity(h Bits) float64 { return math.Exp2(float64(h)) }

func mustMatch(p, q Distribution) {
	if len(p.p) != len(q.p) {
		panic(fmt.Sprintf("info: p has %d outcomes, q has %d",
			len(p.p), len(q.p)))
	}
}
