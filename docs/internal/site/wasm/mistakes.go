//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"crossentropy/info"
)

var _ = define(map[string]function{
	"small": func(in [][]float64) ([]float64, error) {
		p, q := smallPair(rand.New(rand.NewPCG(uint64(in[0][0]), 12)))
		return append(slices.Clone(p), q...), nil
	},
	"mistake": func(in [][]float64) ([]float64, error) { return hiddenMistake(in[0][0]), nil },
	"mistakes": func([][]float64) ([]float64, error) {
		var names []string
		for _, m := range mistakes {
			names = append(names, m.name)
		}
		return codes(strings.Join(names, "; ")), nil
	},
	"bent": func(in [][]float64) ([]float64, error) {
		return mistakes[int(in[0][0])].table(in[1], in[2]), nil
	},
	"counterexample": func(in [][]float64) ([]float64, error) {
		return mistakes[int(in[0][0])].counterexample(claims[int(in[0][1])]), nil
	},
})

// A library computes, rightly or with a mistake.
type library struct {
	name                     string // of the mistake
	entropy                  func(p []float64) float64
	crossEntropy, divergence func(p, q []float64) float64
}

var right = library{
	entropy: func(p []float64) float64 { return float64(info.Entropy(info.Must(p...))) },
	crossEntropy: func(p, q []float64) float64 {
		return float64(info.CrossEntropy(info.Must(p...), info.Must(q...)))
	},
	divergence: func(p, q []float64) float64 {
		return float64(info.KullbackLeibler(info.Must(p...), info.Must(q...)))
	},
}

// mistakes are libraries that have made one each.
var mistakes = []library{
	{
		"p and q swapped in H(p, q)", right.entropy,
		func(p, q []float64) float64 { return right.crossEntropy(q, p) }, right.divergence,
	},
	{
		"natural logarithms in H(p, q) alone", right.entropy,
		func(p, q []float64) float64 { return right.crossEntropy(p, q) * math.Ln2 }, right.divergence,
	},
	{
		"natural logarithms throughout",
		func(p []float64) float64 { return right.entropy(p) * math.Ln2 },
		func(p, q []float64) float64 { return right.crossEntropy(p, q) * math.Ln2 },
		func(p, q []float64) float64 { return right.divergence(p, q) * math.Ln2 },
	},
	{
		"q clipped at 1e-7", right.entropy,
		func(p, q []float64) float64 { return mean(p, clipped(q)) },
		func(p, q []float64) float64 { return mean(p, clipped(q)) - right.entropy(p) },
	},
	{
		"the last outcome forgotten",
		func(p []float64) float64 { return mean(shorter(p), p) },
		func(p, q []float64) float64 { return mean(shorter(p), q) },
		func(p, q []float64) float64 { return mean(shorter(p), q) - mean(shorter(p), p) },
	},
	{
		"D(q‖p) in place of D(p‖q)", right.entropy, right.crossEntropy,
		func(p, q []float64) float64 { return right.divergence(q, p) },
	},
	{
		"surprisals rounded up in H(p)", func(p []float64) (sum float64) {
			for _, px := range p {
				if px > 0 {
					sum += px * math.Ceil(float64(info.Surprisal(px)))
				}
			}
			return sum
		}, right.crossEntropy, right.divergence,
	},
}

// mean is the mean surprisal under q of what p has.
func mean(p, q []float64) (sum float64) {
	for x, px := range p {
		if px > 0 {
			sum += px * float64(info.Surprisal(q[x]))
		}
	}
	return sum
}

func clipped(q []float64) (all []float64) {
	for _, qx := range q {
		all = append(all, max(qx, 1e-7))
	}
	return all
}

func shorter(p []float64) []float64 { return p[:len(p)-1] }

// A claim compares two numbers, and says whether they are as it claims.
type claim func(l library, p, q []float64) (left, right float64, holds bool)

// claims are those that a page can ask about, in its order.
var claims = []claim{
	func(l library, p, q []float64) (float64, float64, bool) { // Gibbs' inequality
		a, b := l.crossEntropy(p, q), l.entropy(p)
		return a, b, a >= b-1e-9
	},
	func(l library, p, q []float64) (float64, float64, bool) { // floor and gap
		a, b := l.crossEntropy(p, q), l.entropy(p)+l.divergence(p, q)
		return a, b, same(a, b)
	},
	func(l library, p, q []float64) (float64, float64, bool) { // ruled out
		a, b := l.crossEntropy(p, q), right.crossEntropy(p, q)
		return a, b, math.IsInf(a, 1) == math.IsInf(b, 1)
	},
	func(l library, p, _ []float64) (float64, float64, bool) { // most in doubt
		a, b := l.entropy(p), math.Log2(float64(len(p)))
		return a, b, a <= b+1e-9 && (a >= b-1e-9 || slices.Max(p) > slices.Min(p))
	},
	func(l library, p, _ []float64) (float64, float64, bool) { // what never happens
		a, b := l.entropy(append(slices.Clone(p), 0)), l.entropy(p)
		return a, b, same(a, b)
	},
}

func same(a, b float64) bool { return a == b || math.Abs(a-b) <= 1e-9 }

// counterexample is the smallest p, the smallest q to it, and the numbers that break a
// claim; nothing where none of two or three outcomes does.
func (l library) counterexample(holds claim) []float64 {
	for n := 2; n <= 3; n++ {
		for _, p := range small(n) {
			for _, q := range small(n) {
				if left, right, ok := holds(l, p, q); !ok {
					return slices.Concat(p, q, []float64{left, right})
				}
			}
		}
	}
	return nil
}

// small are the distributions over n outcomes, two or three, in whole halves, thirds and
// quarters, those with the smallest numbers first.
func small(n int) (all [][]float64) {
	for parts := 1; parts <= 4; parts++ {
		for a := parts; a >= 0; a-- {
			for b := parts - a; b >= 0; b-- {
				counts := []int{a, b, parts - a - b}
				if n == 2 && counts[2] > 0 || parts == 4 && !slices.ContainsFunc(counts, odd) {
					continue // that is, in halves, or whole
				}
				if parts > 1 && slices.Contains(counts, parts) {
					continue
				}
				all = append(all, shares(counts[:n], parts))
			}
		}
	}
	return all
}

func odd(count int) bool { return count%2 == 1 }

func shares(counts []int, of int) (p []float64) {
	for _, c := range counts {
		p = append(p, float64(c)/float64(of))
	}
	return p
}

// smallPair draws two of them, unlike and with something in doubt.
func smallPair(r *rand.Rand) (p, q []float64) {
	all := slices.DeleteFunc(small(3), func(p []float64) bool { return slices.Contains(p, 1) })
	i := r.IntN(len(all))
	return all[i], all[(i+1+r.IntN(len(all)-1))%len(all)]
}

// hiddenMistake is a mistake, and a pair in whose table it shows.
func hiddenMistake(seed float64) []float64 {
	r := rand.New(rand.NewPCG(uint64(seed), 13))
	m := r.IntN(len(mistakes))
	p, q := smallPair(r)
	for slices.EqualFunc(mistakes[m].table(p, q), right.table(p, q), same) {
		p, q = smallPair(r)
	}
	return slices.Concat([]float64{float64(m)}, p, q)
}

// table is what a library says of a pair.
func (l library) table(p, q []float64) []float64 {
	return []float64{l.entropy(p), l.entropy(q), l.crossEntropy(p, q), l.divergence(p, q)}
}
