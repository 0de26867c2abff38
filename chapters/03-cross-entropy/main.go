// Cross-entropy asks what a diary costs in a code made for another one.
package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/sample"
	"crossentropy/info"
	"crossentropy/info/code"
)

// The diary, P, and what a friend's shorthand was made for, Q.
var book = chapter.Input{
	Words: []string{"routine", "friends", "outing", "first time"},
	P:     info.Must(0.5, 0.25, 0.125, 0.125),
	Q:     info.Must(0.125, 0.5, 0.25, 0.125),
}

var program = chapter.Program{
	About: "Cross entropy: what does a page cost in a friend's shorthand?",
	Book:  book,
	Sections: []chapter.Section{
		{Name: "shorthand", About: "the mean surprisal of one diary under another", Uses: "p q symbols", Run: shorthand},
		{Name: "page", About: "a page of the diary, written in both codes", Uses: "p q symbols", RunE: page},
		{Name: "gap", About: "the floor, and what a wrong model adds to it", Uses: "p q symbols", Run: gap},
		{Name: "coin", About: "one coin under many models", Run: coin},
		{Name: "mirror", About: "what changes when truth and model change places", Uses: "p q", Run: mirror},
		{Name: "ruled-out", About: "a model that rules out what happens", Uses: "p q", Run: ruledOut},
		{Name: "likelihood", About: "which model makes a page likeliest", Uses: "p q", Run: likelihood},
		{Name: "forecasts", About: "a forecast of one day, scored by the day", Uses: "p q symbols", Run: forecasts},
		{Name: "play", About: "a game: percentages on tomorrow", Uses: "p q symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

func shorthand(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	for x, px := range chapter.Few(w, p, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\tq = %-7.4g\th(q) = %v\n",
			in.Words[x], px, q.P(x), info.Surprisal(q.P(x)))
	}
	var terms []string
	for x, px := range p.All() {
		if px > 0 {
			terms = append(terms, chapter.Number(px)+" · "+chapter.Number(float64(info.Surprisal(q.P(x)))))
		}
	}
	fmt.Fprintf(w, "sum  %s\n", chapter.List(terms, "%s", " + "))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
}

func page(w io.Writer, in chapter.Input) error {
	for _, c := range []struct {
		name string
		q    info.Distribution
	}{{"own code", in.P}, {"friend's", in.Q}} {
		codewords, err := code.Words(code.Shannon(c.q))
		if err != nil {
			return err
		}
		page, err := encode(sixteenDays(in.P), c.q, codewords, in.Words)
		if err != nil {
			fmt.Fprintf(w, "%s: %v\n", c.name, err)
			continue
		}
		used := slices.DeleteFunc(codewords, func(word string) bool { return word == "" })
		fmt.Fprintf(w, "%s: %d digits, %.4g a day, by %s\n", c.name,
			len(page), float64(len(page))/16, chapter.List(used, "%s", " "))
		for line := range slices.Chunk([]byte(page), 72) {
			fmt.Fprintf(w, "%s\n", line)
		}
	}
	return nil
}

// encode writes days in the code made for q.
func encode(days []int, q info.Distribution, codewords, words []string) (page string, err error) {
	for _, x := range days {
		if q.P(x) == 0 {
			return "", fmt.Errorf("no codeword for %q", words[x])
		}
		page += codewords[x]
	}
	return page, nil
}

// sixteenDays holds each outcome as often as p says, in a random order.
func sixteenDays(p info.Distribution) []int {
	days := make([]int, 16)
	for i := range days {
		below := p.P(0) // the probability of the outcomes up to days[i]
		for below < (float64(i)+0.5)/16 && days[i] < p.Len()-1 {
			days[i]++
			below += p.P(days[i])
		}
	}
	r := rand.New(rand.NewPCG(1948, 7))
	r.Shuffle(16, func(i, j int) { days[i], days[j] = days[j], days[i] })
	return days
}

func gap(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	fmt.Fprintf(w, "H(p)    = %v\n", info.Entropy(p))
	fmt.Fprintf(w, "D(p‖q)  = %v\n", info.KullbackLeibler(p, q))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
	sayMissed(w, in)
}

// sayMissed names an outcome that the model rules out, and why the cost is infinite.
func sayMissed(w io.Writer, in chapter.Input) {
	for x, px := range in.P.All() {
		if px > 0 && in.Q.P(x) == 0 {
			fmt.Fprintf(w, "q gives %q 0, p gives it %.4g: to counts, -add 1 adds one each\n",
				in.Words[x], px)
			return
		}
	}
}

func coin(w io.Writer, _ chapter.Input) {
	truth := info.Must(0.3, 0.7)
	for _, heads := range []float64{0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.9} {
		model := info.Must(heads, 1-heads)
		fmt.Fprintf(w, "q = %-5.4g H(p, q) = %-12v D(p‖q) = %v\n", heads,
			info.CrossEntropy(truth, model),
			info.KullbackLeibler(truth, model))
	}
}

func mirror(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	fmt.Fprintf(w, "my diary, friend's code:  H(p, q) = %-11v\tD(p‖q) = %v\n",
		info.CrossEntropy(p, q), info.KullbackLeibler(p, q))
	fmt.Fprintf(w, "friend's diary, my code:  H(q, p) = %-11v\tD(q‖p) = %v\n",
		info.CrossEntropy(q, p), info.KullbackLeibler(q, p))
	fmt.Fprintf(w, "halfway between them:     JS(p, q) = %v\n",
		info.JensenShannon(p, q))
}

func ruledOut(w io.Writer, in chapter.Input) {
	never := in.Q.Probabilities() // but never the last
	last := len(never) - 1
	share := never[last]
	never[last] = 0
	likeliest := slices.Index(never, slices.Max(never)) // which gets its share
	never[likeliest] = min(1, never[likeliest]+share)   // q may sum to a little more
	q := info.Must(never...)
	fmt.Fprintf(w, "q = (%s)\n", chapter.List(never, "%.6g", ", "))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(in.P, q))
	for _, floor := range []float64{1e-7, 1e-15} {
		var h info.Bits
		for x, px := range in.P.All() {
			h += info.Bits(px) * info.Surprisal(max(q.P(x), floor))
		}
		fmt.Fprintf(w, "with 0 raised to %g: %v\n", floor, h)
	}
}

func likelihood(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	r := rand.New(rand.NewPCG(1948, 1))
	diary := sample.New(p)
	counts := make([]float64, p.Len())
	for range 20 {
		counts[diary.Draw(r)]++
	}
	frequencies, _ := info.Normalize(counts...) // of 20 days, some came up
	fmt.Fprintf(w, "a page of 20 days, counted: [%s]\n", chapter.List(counts, "%v", " "))
	for _, model := range []struct {
		name string
		q    info.Distribution
	}{
		{"as counted", frequencies},
		{"the truth", p},
		{"the friend's", q},
		{"no opinion", info.Uniform(p.Len())},
	} {
		var told info.Bits
		for x, n := range counts {
			if n > 0 {
				told += info.Bits(n) * info.Surprisal(model.q.P(x))
			}
		}
		fmt.Fprintf(w, "%-13s\tpage: %-11v\ta day: %-12v\tH = %v\n",
			model.name, told, told/20,
			info.CrossEntropy(frequencies, model.q))
	}
}

func forecasts(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	for x := range chapter.Few(w, p, 4) {
		happened := make([]float64, p.Len())
		happened[x] = 1
		truth := info.Must(happened...)
		fmt.Fprintf(w, "%-11s\t(%-11s\tmy cost = %-11v\tfriend's = %v\n",
			in.Words[x], chapter.List(happened, "%v", ", ")+")",
			info.CrossEntropy(truth, p), info.CrossEntropy(truth, q))
	}
}
