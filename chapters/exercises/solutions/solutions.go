// Package solutions has an answer to each exercise. Whoever has not tried yet had better
// not read on.
package solutions

import (
	"cmp"
	"math"
	"slices"
)

// Surprisal is log₂ 1/p.
func Surprisal(p float64) float64 { return -math.Log2(p) }

// Entropy is Σ p·log₂ 1/p over what can happen.
func Entropy(p []float64) float64 {
	h := 0.0
	for _, px := range p {
		if px > 0 {
			h += px * math.Log2(1/px)
		}
	}
	return h
}

// Kraft is Σ 2⁻ˡ over the codewords.
func Kraft(lengths []int) float64 {
	spent := 0.0
	for _, l := range lengths {
		if l > 0 {
			spent += math.Exp2(-float64(l))
		}
	}
	return spent
}

// A group is of outcomes, with the probability of all together.
type group struct {
	p        float64
	outcomes []int
}

// Huffman is how often each outcome was in one of the two groups that became one.
func Huffman(p []float64) []int {
	lengths := make([]int, len(p))
	var groups []group
	for x, px := range p {
		if px > 0 {
			groups = append(groups, group{px, []int{x}})
		}
	}
	for len(groups) > 1 {
		slices.SortFunc(groups, func(a, b group) int { return cmp.Compare(a.p, b.p) })
		a, b := groups[0], groups[1]
		both := group{a.p + b.p, slices.Concat(a.outcomes, b.outcomes)}
		for _, x := range both.outcomes {
			lengths[x]++
		}
		groups = append(groups[2:], both)
	}
	return lengths
}

// CrossEntropy is Σ p·log₂ 1/q over what p allows.
func CrossEntropy(p, q []float64) float64 {
	h := 0.0
	for x, px := range p {
		if px > 0 {
			h += px * math.Log2(1/q[x])
		}
	}
	return h
}

// KullbackLeibler is Σ p·log₂ p/q over what p allows.
func KullbackLeibler(p, q []float64) float64 {
	d := 0.0
	for x, px := range p {
		if px > 0 {
			d += px * math.Log2(px/q[x])
		}
	}
	return d
}
