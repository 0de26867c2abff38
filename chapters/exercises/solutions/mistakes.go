package solutions

import (
	"cmp"
	"math"
	"slices"
)

// A mistake is a wrong answer, and in words what is wrong with it.
type mistake = struct {
	Name   string
	Answer any
}

// SurprisalMistakes are wrong answers to Surprisal.
var SurprisalMistakes = []mistake{
	{"the natural logarithm, which counts nats", func(p float64) float64 { return -math.Log(p) }},
	{"the logarithm to base ten", func(p float64) float64 { return -math.Log10(p) }},
	{"log₂ p without its minus", math.Log2},
	{"p · log₂ 1/p, which is a term of the entropy", func(p float64) float64 {
		return p * Surprisal(p)
	}},
	{"1/p without its logarithm", func(p float64) float64 { return 1 / p }},
	{"1 − p, the probability that it does not happen", func(p float64) float64 { return 1 - p }},
	{"0 for what cannot happen", func(p float64) float64 { return sum(Surprisal, p) }},
	{"a little added to p, so that nothing is impossible", func(p float64) float64 {
		return Surprisal(p + 1e-9)
	}},
}

// EntropyMistakes are wrong answers to Entropy.
var EntropyMistakes = []mistake{
	{"the natural logarithm, which counts nats", func(p []float64) float64 {
		return math.Ln2 * Entropy(p)
	}},
	{"logarithms without their minus", func(p []float64) float64 { return -Entropy(p) }},
	{"0 · log₂ 0, of which a computer makes NaN", func(p []float64) float64 {
		h := 0.0
		for _, px := range p {
			h -= px * math.Log2(px)
		}
		return h
	}},
	{"surprisals added up without their weights", func(p []float64) float64 {
		return sum(Surprisal, p...)
	}},
	{"the plain mean of the surprisals, without their weights", func(p []float64) float64 {
		return sum(Surprisal, p...) / sum(one, p...)
	}},
	{"the logarithm of how many outcomes there are", func(p []float64) float64 {
		return math.Log2(float64(len(p)))
	}},
	{"the surprisal of the likeliest outcome alone", func(p []float64) float64 {
		return Surprisal(slices.Max(p))
	}},
	{"2 to the entropy, which is the perplexity", func(p []float64) float64 {
		return math.Exp2(Entropy(p))
	}},
}

// CrossEntropyMistakes are wrong answers to CrossEntropy.
var CrossEntropyMistakes = []mistake{
	{"the natural logarithm, which counts nats", func(p, q []float64) float64 {
		return math.Ln2 * CrossEntropy(p, q)
	}},
	{"logarithms without their minus", func(p, q []float64) float64 { return -CrossEntropy(p, q) }},
	{"p and q swapped", func(p, q []float64) float64 { return CrossEntropy(q, p) }},
	{"surprisals weighed by q, and not by p", func(_, q []float64) float64 { return Entropy(q) }},
	{"surprisals under p, and not under q", func(p, _ []float64) float64 { return Entropy(p) }},
	{"the divergence, which leaves out the entropy of p", KullbackLeibler},
	{"0 · log₂ 0, of which a computer makes NaN", func(p, q []float64) float64 {
		h := 0.0
		for x, px := range p {
			h -= px * math.Log2(q[x])
		}
		return h
	}},
	{"q kept above a small number, so that nothing costs +Inf", func(p, q []float64) float64 {
		h := 0.0
		for x, px := range p {
			h -= px * math.Log2(max(q[x], 1e-12))
		}
		return h
	}},
	{"an outcome that q rules out left out of the sum", func(p, q []float64) float64 {
		return CrossEntropy(allowed(p, q), q)
	}},
}

// KullbackLeiblerMistakes are wrong answers to KullbackLeibler.
var KullbackLeiblerMistakes = []mistake{
	{"the natural logarithm, which counts nats", func(p, q []float64) float64 {
		return math.Ln2 * KullbackLeibler(p, q)
	}},
	{"log₂ q/p in place of log₂ p/q", func(p, q []float64) float64 {
		return -KullbackLeibler(p, q)
	}},
	{"p and q swapped", func(p, q []float64) float64 { return KullbackLeibler(q, p) }},
	{"the cross entropy, which holds the entropy of p too", CrossEntropy},
	{"terms weighed by q, and not by p", func(p, q []float64) float64 {
		d := 0.0
		for x, px := range p {
			if px > 0 {
				d += q[x] * math.Log2(px/q[x])
			}
		}
		return d
	}},
	{"the absolute value of each term", func(p, q []float64) float64 {
		d := 0.0
		for x, px := range p {
			if px > 0 {
				d += px * math.Abs(math.Log2(px/q[x]))
			}
		}
		return d
	}},
	{"0 · log₂ 0, of which a computer makes NaN", func(p, q []float64) float64 {
		d := 0.0
		for x, px := range p {
			d += px * math.Log2(px/q[x])
		}
		return d
	}},
	{"an outcome that q rules out left out of the sum", func(p, q []float64) float64 {
		return KullbackLeibler(allowed(p, q), q)
	}},
}

// KraftMistakes are wrong answers to Kraft.
var KraftMistakes = []mistake{
	{"2ˡ in place of 2⁻ˡ", func(lengths []int) float64 {
		return sum(math.Exp2, floats(lengths)...)
	}},
	{"a length of 0 that spends 2⁰ = 1", func(lengths []int) float64 {
		spent := 0.0
		for _, l := range lengths {
			spent += math.Exp2(-float64(l))
		}
		return spent
	}},
	{"1/2ˡ in whole numbers, which is 0", func([]int) float64 { return 0 }},
	{"1/l in place of 2⁻ˡ", func(lengths []int) float64 {
		return sum(func(l float64) float64 { return 1 / l }, floats(lengths)...)
	}},
	{"e⁻ˡ in place of 2⁻ˡ", func(lengths []int) float64 {
		return sum(func(l float64) float64 { return math.Exp(-l) }, floats(lengths)...)
	}},
	{"the mean of what the codewords spend, and not their sum", func(lengths []int) float64 {
		return Kraft(lengths) / max(1, sum(one, floats(lengths)...))
	}},
}

// HuffmanMistakes are wrong answers to Huffman.
var HuffmanMistakes = []mistake{
	{"Shannon's lengths, ⌈log₂ 1/p⌉", func(p []float64) []int {
		return lengths(p, func(x int) int { return int(math.Ceil(Surprisal(p[x]))) })
	}},
	{"codewords all of one length", func(p []float64) []int {
		return lengths(p, func(int) int { return int(math.Ceil(math.Log2(sum(one, p...)))) })
	}},
	{"the two likeliest groups made one, not the two least likely", likeliestFirst},
	{"a digit too many for each outcome", func(p []float64) []int {
		huffman := Huffman(p)
		return lengths(p, func(x int) int { return huffman[x] + 1 })
	}},
	{"a digit too few for each outcome", func(p []float64) []int {
		huffman := Huffman(p)
		return lengths(p, func(x int) int { return max(0, huffman[x]-1) })
	}},
	{"a codeword for what cannot happen", func(p []float64) []int {
		p = slices.Clone(p)
		for x := range p {
			p[x] = max(p[x], 1e-300)
		}
		return Huffman(p)
	}},
	{"a digit for an outcome without rivals", func(p []float64) []int {
		huffman := Huffman(p)
		return lengths(p, func(x int) int { return max(1, huffman[x]) })
	}},
}

// likeliestFirst differs from Huffman in the order of the groups.
func likeliestFirst(p []float64) []int {
	deep := make([]int, len(p))
	var groups []group
	for x, px := range p {
		if px > 0 {
			groups = append(groups, group{px, []int{x}})
		}
	}
	for len(groups) > 1 {
		slices.SortFunc(groups, func(a, b group) int { return cmp.Compare(b.p, a.p) })
		a, b := groups[0], groups[1]
		both := group{a.p + b.p, slices.Concat(a.outcomes, b.outcomes)}
		for _, x := range both.outcomes {
			deep[x]++
		}
		groups = append(groups[2:], both)
	}
	return deep
}

// lengths are those of what can happen, and 0 of the rest.
func lengths(p []float64, of func(x int) int) []int {
	all := make([]int, len(p))
	for x, px := range p {
		if px > 0 {
			all[x] = of(x)
		}
	}
	return all
}

// sum adds up f(x) over each x above 0.
func sum(f func(float64) float64, all ...float64) (sum float64) {
	for _, x := range all {
		if x > 0 {
			sum += f(x)
		}
	}
	return sum
}

func one(float64) float64 { return 1 }

// allowed is p without what q rules out.
func allowed(p, q []float64) []float64 {
	p = slices.Clone(p)
	for x := range p {
		if q[x] == 0 {
			p[x] = 0
		}
	}
	return p
}

func floats(lengths []int) (all []float64) {
	for _, l := range lengths {
		all = append(all, float64(l))
	}
	return all
}
