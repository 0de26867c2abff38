//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"crossentropy/info"
	"crossentropy/info/code"
)

var _ = define(map[string]function{
	"small": func(in [][]float64) ([]float64, error) {
		return numbered(int(in[0][0])), nil
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
		return counterexample(mistakes[int(in[0][0])], claims[int(in[0][1])]), nil
	},
})

// numbers are H(p), H(p, q) and D(p‖q).
type numbers struct{ entropy, cross, divergence float64 }

func right(p, q []float64) numbers {
	truth, model := info.Must(p...), info.Must(q...)
	return numbers{
		float64(info.Entropy(truth)), float64(info.CrossEntropy(truth, model)),
		float64(info.KullbackLeibler(truth, model)),
	}
}

// A mistake makes something else of the right numbers of p and q.
type mistake struct {
	name string
	bend func(n *numbers, p, q []float64)
}

func (m mistake) of(p, q []float64) numbers {
	n := right(p, q)
	m.bend(&n, p, q)
	return n
}

// table is H(p), H(q), H(p, q) and D(p‖q).
func (m mistake) table(p, q []float64) []float64 {
	n := m.of(p, q)
	return []float64{n.entropy, m.of(q, q).entropy, n.cross, n.divergence}
}

var mistakes = []mistake{
	{"p and q swapped in H(p, q)", func(n *numbers, p, q []float64) { n.cross = right(q, p).cross }},
	{"natural logarithms in H(p, q) alone", func(n *numbers, _, _ []float64) { n.cross *= math.Ln2 }},
	{"natural logarithms throughout", func(n *numbers, _, _ []float64) {
		*n = numbers{n.entropy * math.Ln2, n.cross * math.Ln2, n.divergence * math.Ln2}
	}},
	{"q clipped at 1e-7", func(n *numbers, p, q []float64) {
		clipped := slices.Clone(q)
		for x := range clipped {
			clipped[x] = max(clipped[x], 1e-7)
		}
		n.cross = mean(p, clipped)
		n.divergence = n.cross - n.entropy
	}},
	{"the last outcome forgotten", func(n *numbers, p, q []float64) {
		shorter := p[:len(p)-1]
		n.entropy, n.cross = mean(shorter, p), mean(shorter, q)
		n.divergence = n.cross - n.entropy
	}},
	{"D(q‖p) in place of D(p‖q)", func(n *numbers, p, q []float64) { n.divergence = right(q, p).divergence }},
	{"surprisals rounded up in H(p)", func(n *numbers, p, _ []float64) {
		n.entropy = code.Mean(info.Must(p...), code.Shannon(info.Must(p...)))
	}},
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

// A claim compares two numbers that a mistake makes, and says whether they are as claimed.
type claim func(m mistake, p, q []float64) (left, right float64, holds bool)

// claims are those that the page asks about, in its order.
var claims = []claim{
	func(m mistake, p, q []float64) (float64, float64, bool) { // Gibbs' inequality
		n := m.of(p, q)
		return n.cross, n.entropy, n.cross >= n.entropy-1e-9
	},
	func(m mistake, p, q []float64) (float64, float64, bool) { // floor and gap
		n := m.of(p, q)
		return n.cross, n.entropy + n.divergence, same(n.cross, n.entropy+n.divergence)
	},
	func(m mistake, p, q []float64) (float64, float64, bool) { // ruled out
		a, b := m.of(p, q).cross, right(p, q).cross
		return a, b, math.IsInf(a, 1) == math.IsInf(b, 1)
	},
	func(m mistake, p, _ []float64) (float64, float64, bool) { // most in doubt
		a, b := m.of(p, p).entropy, math.Log2(float64(len(p)))
		return a, b, a <= b+1e-9 && (a >= b-1e-9 || slices.Max(p) > slices.Min(p))
	},
	func(m mistake, p, _ []float64) (float64, float64, bool) { // what never happens
		longer := append(slices.Clone(p), 0)
		a, b := m.of(longer, longer).entropy, m.of(p, p).entropy
		return a, b, same(a, b)
	},
}

func same(a, b float64) bool { return a == b || math.Abs(a-b) <= 1e-9 }

// counterexample is the smallest p, the smallest q to it, and the numbers that break a
// claim; nothing where none of two or three outcomes does.
func counterexample(m mistake, holds claim) []float64 {
	for n := 2; n <= 3; n++ {
		for _, p := range small(n) {
			for _, q := range small(n) {
				if left, right, ok := holds(m, p, q); !ok {
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
				c := parts - a - b
				if n == 2 && c > 0 || (a|b|c)&1 == 0 || parts == 3 && max(a, b, c) == 3 {
					continue // that is, in fewer parts
				}
				of := float64(parts)
				all = append(all, []float64{float64(a) / of, float64(b) / of, float64(c) / of}[:n])
			}
		}
	}
	return all
}

// numbered is the pair of a number, q behind p. Of every fourth q rules out what p allows,
// and no two of a hundred in a row are alike.
func numbered(n int) []float64 {
	var finite, infinite [][]float64
	for _, p := range small(3) {
		for _, q := range small(3) {
			pair := slices.Concat(p, q)
			switch {
			case slices.Contains(pair, 1) || slices.Equal(p, q):
			case math.IsInf(right(p, q).cross, 1):
				infinite = append(infinite, pair)
			default:
				finite = append(finite, pair)
			}
		}
	}
	if n%4 == 3 {
		return infinite[29*n%len(infinite)]
	}
	return finite[29*n%len(finite)]
}

// hiddenMistake is a mistake, and a pair in whose table it shows.
func hiddenMistake(seed float64) []float64 {
	r := rand.New(rand.NewPCG(uint64(seed), 13))
	m := r.IntN(len(mistakes))
	none := mistake{"none", func(*numbers, []float64, []float64) {}}
	for {
		pair := numbered(r.IntN(1000))
		p, q := pair[:3], pair[3:]
		if !slices.EqualFunc(mistakes[m].table(p, q), none.table(p, q), same) {
			return append([]float64{float64(m)}, pair...)
		}
	}
}
