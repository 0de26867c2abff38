// Compare asks how else two distributions, or two variables, can be compared.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// The diary, P, and what a friend's shorthand was made for, Q.
var book = chapter.Input{
	Words: []string{"routine", "friends", "outing", "first time"},
	P:     info.Must(0.5, 0.25, 0.125, 0.125),
	Q:     info.Must(0.125, 0.5, 0.25, 0.125),
}

var program = chapter.Program{
	About: "More ways to compare: how far apart, and how much in common?",
	Book:  book,
	Sections: []chapter.Section{
		{Name: "variation", About: "total variation, and the floor that it puts under D", Uses: "p q", Run: variation},
		{Name: "halfway", About: "both measured against their mixture", Uses: "p q", Run: halfway},
		{Name: "merged", About: "two words called one", Uses: "p q symbols", RunE: merged},
		{Name: "pairs", About: "two variables, and what they share", Run: pairs},
		{Name: "known", About: "what is left of one when the other is known", Run: known},
	},
}

func main() { chapter.Main(program) }

// totalVariation is half of what p and q differ, word by word.
func totalVariation(p, q []float64) (sum float64) {
	for x := range p {
		sum += math.Abs(p[x]-q[x]) / 2
	}
	return sum
}

func variation(w io.Writer, in chapter.Input) {
	tv := totalVariation(in.P.Probabilities(), in.Q.Probabilities())
	fmt.Fprintf(w, "total variation = %.4g\n", tv)
	fmt.Fprintf(w, "2·TV²/ln 2 = %.4g bits\n", 2*tv*tv/math.Ln2)
	fmt.Fprintf(w, "D(p‖q)     = %v\n", info.KullbackLeibler(in.P, in.Q))
}

func halfway(w io.Writer, in chapter.Input) {
	mixture := in.P.Probabilities()
	for x := range mixture {
		mixture[x] = (mixture[x] + in.Q.P(x)) / 2
	}
	m, _ := info.Normalize(mixture...) // of two distributions: some are above 0
	fmt.Fprintf(w, "m = (%s)\n", chapter.List(m.Probabilities(), "%.4g", ", "))
	fmt.Fprintf(w, "D(p‖m) = %v\n", info.KullbackLeibler(in.P, m))
	fmt.Fprintf(w, "D(q‖m) = %v\n", info.KullbackLeibler(in.Q, m))
	fmt.Fprintf(w, "JS(p, q) = %v\n", info.JensenShannon(in.P, in.Q))
}

// merged calls the last two words by one name.
func merged(w io.Writer, in chapter.Input) error {
	n := in.P.Len()
	if n < 2 {
		return fmt.Errorf("p has 1 outcome, want 2 to merge")
	}
	merge := func(d info.Distribution) info.Distribution {
		p := d.Probabilities()
		p[n-2] += p[n-1]
		together, _ := info.Normalize(p[:n-1]...) // which sum to 1 but for rounding
		return together
	}
	fmt.Fprintf(w, "apart:    D(p‖q) = %v\n", info.KullbackLeibler(in.P, in.Q))
	fmt.Fprintf(w, "together: D(p‖q) = %v, of %s and %s\n",
		info.KullbackLeibler(merge(in.P), merge(in.Q)), in.Words[n-2], in.Words[n-1])
	return nil
}

// The diary again, X the kind of a day and Y its word: workdays in the
// first row, days off in the second.
var days = [][]float64{
	{8. / 16, 2. / 16, 1. / 16, 1. / 16},
	{0, 2. / 16, 1. / 16, 1. / 16},
}

func pairs(w io.Writer, _ chapter.Input) {
	j, err := info.NewJoint(days)
	if err != nil {
		panic(err) // they sum to 1
	}
	fmt.Fprintf(w, "X, the kind of day: p = %v, H(X) = %v\n", j.X(), info.Entropy(j.X()))
	fmt.Fprintf(w, "Y, its word:        p = %v, H(Y) = %v\n", j.Y(), info.Entropy(j.Y()))
	fmt.Fprintf(w, "both together:      H(X, Y) = %v\n", j.Entropy())
	fmt.Fprintf(w, "H(X) + H(Y)    = %v\n", info.Entropy(j.X())+info.Entropy(j.Y()))
	fmt.Fprintf(w, "I(X; Y)        = %v\n", j.MutualInformation())
}

func known(w io.Writer, _ chapter.Input) {
	j, err := info.NewJoint(days)
	if err != nil {
		panic(err) // they sum to 1
	}
	for x, row := range days {
		words, _ := info.Normalize(row...) // some word is written on every kind of day
		fmt.Fprintf(w, "%-8s\t%.4g of all\tH(Y|X = x) = %v\n",
			[]string{"workday", "day off"}[x], j.X().P(x), info.Entropy(words))
	}
	fmt.Fprintf(w, "on average:     H(Y|X) = %v\n", j.EntropyYGivenX())
	fmt.Fprintf(w, "kind not known: H(Y)   = %v\n", info.Entropy(j.Y()))
}
