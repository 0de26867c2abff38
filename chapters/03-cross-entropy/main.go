// Cross-entropy asks what a diary costs in a code made for another one.
package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/code"
)

// The diary, p, and what a friend's shorthand was made for, q.
var (
	words = []string{"routine", "friends", "outing", "first time"}
	p     = info.Must(0.5, 0.25, 0.125, 0.125)
	q     = info.Must(0.125, 0.5, 0.25, 0.125)
)

func main() {
	book := chapter.Program{
		About: "Cross entropy: what does a page cost in a friend's shorthand?",
		P:     &p, Q: &q, Outcomes: &words,
	}
	book.Add("shorthand", "the mean surprisal of one diary under another", shorthand)
	book.Add("page", "a page of the diary, written in both codes", page)
	book.Add("gap", "the floor, and what a wrong model adds to it", gap)
	book.Add("coin", "one coin under many models", coin)
	book.Add("mirror", "what changes when truth and model change places", mirror)
	book.Add("ruled-out", "a model that rules out what happens", ruledOut)
	book.Add("likelihood", "which model makes a page likeliest", likelihood)
	book.Add("forecasts", "a forecast of one day, scored by the day", forecasts)
	book.Main()
}

func shorthand(w io.Writer) {
	var terms []string
	for x, px := range p.All() {
		h := info.Surprisal(q.P(x))
		fmt.Fprintf(w, "%-11s p = %-7.4g q = %-7.4g h(q) = %v\n",
			words[x], px, q.P(x), h)
		if px > 0 {
			terms = append(terms, fmt.Sprintf("%.4g · %.4g", px, h))
		}
	}
	fmt.Fprintf(w, "sum  %s\n", strings.Join(terms, " + "))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
}

func page(w io.Writer) {
	for _, c := range []struct {
		name string
		q    info.Distribution
	}{{"own code", p}, {"friend's", q}} {
		codewords := chapter.Try(code.Words(c.q))
		page, err := encode(sixteenDays(), c.q, codewords)
		if err != nil {
			fmt.Fprintf(w, "%s: %v\n", c.name, err)
			continue
		}
		fmt.Fprintf(w, "%s: %d digits, %.4g a day, by %s\n%s\n", c.name,
			len(page), float64(len(page))/16, strings.Join(codewords, " "), page)
	}
}

// encode writes days in the code made for q.
func encode(days []int, q info.Distribution, codewords []string) (page string, err error) {
	for _, x := range days {
		if q.P(x) == 0 {
			return "", fmt.Errorf("no codeword for %q", words[x])
		}
		page += codewords[x]
	}
	return page, nil
}

// sixteenDays holds each outcome as often as p says, in a random order.
func sixteenDays() []int {
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

func gap(w io.Writer) {
	fmt.Fprintf(w, "H(p)    = %v\n", info.Entropy(p))
	fmt.Fprintf(w, "D(p‖q)  = %v\n", info.KullbackLeibler(p, q))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
}

func coin(w io.Writer) {
	truth := info.Must(0.3, 0.7)
	for _, heads := range []float64{0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.9} {
		model := info.Must(heads, 1-heads)
		fmt.Fprintf(w, "q = %-5.4g H(p, q) = %-12v D(p‖q) = %v\n", heads,
			info.CrossEntropy(truth, model),
			info.KullbackLeibler(truth, model))
	}
}

func mirror(w io.Writer) {
	fmt.Fprintf(w, "my diary, friend's code:  H(p, q) = %-11v D(p‖q) = %v\n",
		info.CrossEntropy(p, q), info.KullbackLeibler(p, q))
	fmt.Fprintf(w, "friend's diary, my code:  H(q, p) = %-11v D(q‖p) = %v\n",
		info.CrossEntropy(q, p), info.KullbackLeibler(q, p))
	fmt.Fprintf(w, "halfway between them:     JS(p, q) = %v\n",
		info.JensenShannon(p, q))
}

func ruledOut(w io.Writer) {
	never := make([]float64, q.Len()) // as q, but never the last
	likeliest, last := 0, q.Len()-1
	for x, qx := range q.All() {
		if never[x] = qx; qx > q.P(likeliest) {
			likeliest = x
		}
	}
	never[likeliest] += never[last]
	never[last] = 0
	if likeliest == last { // sure of nothing else: now of the first
		never[0] = 1
	}
	q := chapter.Try(info.New(never...))
	fmt.Fprintf(w, "q = %v\n", q)
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
	for _, floor := range []float64{1e-7, 1e-15} {
		var h info.Bits
		for x, px := range p.All() {
			h += info.Bits(px) * info.Surprisal(max(q.P(x), floor))
		}
		fmt.Fprintf(w, "with 0 raised to %g: %v\n", floor, h)
	}
}

func likelihood(w io.Writer) {
	r := rand.New(rand.NewPCG(1948, 1))
	counts := make([]float64, p.Len())
	for range 20 {
		counts[chapter.Draw(r, p)]++
	}
	frequencies := chapter.Try(info.Normalize(counts...))
	fmt.Fprintf(w, "a page of 20 days, counted: %v\n", counts)
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
		fmt.Fprintf(w, "%-13s page: %-11v a day: %-12v H = %v\n",
			model.name, told, told/20,
			info.CrossEntropy(frequencies, model.q))
	}
}

func forecasts(w io.Writer) {
	for x := range p.All() {
		happened := make([]float64, p.Len())
		happened[x] = 1
		truth := info.Must(happened...)
		fmt.Fprintf(w, "%-11s truth = %-14v my cost = %-11v friend's = %v\n",
			words[x], truth,
			info.CrossEntropy(truth, p), info.CrossEntropy(truth, q))
	}
}
