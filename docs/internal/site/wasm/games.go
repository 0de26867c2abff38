//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/sample"
)

// shuffle is the order in which the game of chapter 4 hands out n things, by its seed.
func shuffle(seed, n int) []int { return rand.New(rand.NewPCG(uint64(seed), 1993)).Perm(n) }

// hiddenDiary is what the game of chapter 3 hides behind a seed: probabilities in whole
// per cent that are far from p and from even ones, and the words of so many days.
func hiddenDiary(seed, days int, p info.Distribution) []any {
	r := rand.New(rand.NewPCG(uint64(seed), 1951))
	truth := sample.Percentages(p.Len(), r)
	for info.KullbackLeibler(truth, p) <= 0.5 ||
		info.KullbackLeibler(truth, info.Uniform(p.Len())) <= 0.4 {
		truth = sample.Percentages(p.Len(), r)
	}
	words, tomorrow := make([]int, days), sample.New(truth)
	for day := range words {
		words[day] = tomorrow.Draw(r)
	}
	return []any{truth, words}
}

// numbers are H(p), H(p, q) and D(p‖q).
type numbers struct{ entropy, cross, divergence float64 }

// A library says what the numbers of p and q are.
type library func(p, q []float64) numbers

// table is H(p), H(q), H(p, q) and D(p‖q).
func (l library) table(p, q []float64) []float64 {
	n := l(p, q)
	return []float64{n.entropy, l(q, q).entropy, n.cross, n.divergence}
}

var right library = func(p, q []float64) numbers {
	truth, model := info.Must(p...), info.Must(q...)
	return numbers{
		float64(info.Entropy(truth)), float64(info.CrossEntropy(truth, model)),
		float64(info.KullbackLeibler(truth, model)),
	}
}

// A mistake is a library with a mistake in it.
type mistake struct {
	name string
	library
}

// bent is the library with a mistake that bends the right numbers.
func bent(name string, bend func(n *numbers, p, q []float64)) mistake {
	return mistake{name, func(p, q []float64) numbers {
		n := right(p, q)
		bend(&n, p, q)
		return n
	}}
}

var mistakes = []mistake{
	bent("p and q swapped in H(p, q)", func(n *numbers, p, q []float64) {
		n.cross = right(q, p).cross
	}),
	bent("natural logarithms in H(p, q) alone", func(n *numbers, _, _ []float64) {
		n.cross *= math.Ln2
	}),
	bent("natural logarithms throughout", func(n *numbers, _, _ []float64) {
		*n = numbers{n.entropy * math.Ln2, n.cross * math.Ln2, n.divergence * math.Ln2}
	}),
	bent("q clipped at 1e-7", func(n *numbers, p, q []float64) {
		clipped := slices.Clone(q)
		for x := range clipped {
			clipped[x] = max(clipped[x], 1e-7)
		}
		n.cross = mean(p, clipped)
		n.divergence = n.cross - n.entropy
	}),
	bent("the last outcome forgotten", func(n *numbers, p, q []float64) {
		shorter := p[:len(p)-1]
		n.entropy, n.cross = mean(shorter, p), mean(shorter, q)
		n.divergence = n.cross - n.entropy
	}),
	bent("D(q‖p) in place of D(p‖q)", func(n *numbers, p, q []float64) {
		n.divergence = right(q, p).divergence
	}),
	bent("surprisals rounded up in H(p)", func(n *numbers, p, _ []float64) {
		n.entropy = code.Mean(info.Must(p...), code.Shannon(info.Must(p...)))
	}),
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

// A claim is two numbers of a library, and whether they are as claimed.
type claim struct {
	left, right float64
	holds       bool
}

// claims are those that the page asks about, in its order.
func (l library) claims(p, q []float64) []claim {
	n, longer, most := l(p, q), append(slices.Clone(p), 0), math.Log2(float64(len(p)))
	cross, entropy := right(p, q).cross, l(p, p).entropy
	more, isEven := l(longer, longer).entropy, slices.Max(p) == slices.Min(p)
	return []claim{
		{n.cross, n.entropy, n.cross >= n.entropy-1e-9},                            // Gibbs' inequality
		{n.cross, n.entropy + n.divergence, same(n.cross, n.entropy+n.divergence)}, // floor and gap
		{n.cross, cross, math.IsInf(n.cross, 1) == math.IsInf(cross, 1)},           // ruled out
		{entropy, most, entropy <= most+1e-9 && (entropy >= most-1e-9 || !isEven)}, // most in doubt
		{more, entropy, same(more, entropy)},                                       // what never happens
	}
}

func same(a, b float64) bool { return a == b || math.Abs(a-b) <= 1e-9 }

// counterexamples has for each claim the smallest p, the smallest q to it, and the two numbers
// that break it; nothing where none of two or three outcomes does.
func (l library) counterexamples() [][][]float64 {
	found := make([][][]float64, 5)
	for n := 2; n <= 3; n++ {
		for _, p := range small(n) {
			for _, q := range small(n) {
				for i, claim := range l.claims(p, q) {
					if !claim.holds && found[i] == nil {
						found[i] = [][]float64{p, q, {claim.left, claim.right}}
					}
				}
			}
		}
	}
	return found
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
				all = append(all, over([]float64{float64(a), float64(b), float64(c)}[:n], float64(parts)))
			}
		}
	}
	return all
}

// numbered is the pair of a number. Of every fourth q rules out what p allows, and no two of
// a hundred in a row are alike.
func numbered(n int) [][]float64 {
	var finite, infinite [][][]float64
	for _, p := range small(3) {
		for _, q := range small(3) {
			switch {
			case slices.Max(p) == 1 || slices.Max(q) == 1 || slices.Equal(p, q):
			case math.IsInf(right(p, q).cross, 1):
				infinite = append(infinite, [][]float64{p, q})
			default:
				finite = append(finite, [][]float64{p, q})
			}
		}
	}
	if n%4 == 3 {
		return infinite[29*n%len(infinite)]
	}
	return finite[29*n%len(finite)]
}

// hiddenMistake is the name of a mistake, a pair in whose table it shows, that table, and what
// breaks the claims.
func hiddenMistake(seed int) []any {
	r := rand.New(rand.NewPCG(uint64(seed), 13))
	m := mistakes[r.IntN(len(mistakes))]
	for {
		pair := numbered(r.IntN(1000))
		table := m.table(pair[0], pair[1])
		if !slices.EqualFunc(table, right.table(pair[0], pair[1]), same) {
			return []any{m.name, pair[0], pair[1], table, m.counterexamples()}
		}
	}
}
