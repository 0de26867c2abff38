// Entropy asks what an event tells on average.
package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/code"
)

// The diary gets one word a day.
var (
	words = []string{"routine", "friends", "outing", "first time"}
	p     = info.Must(0.5, 0.25, 0.125, 0.125)
)

func main() {
	book := chapter.Program{
		About: "Entropy: what does a page of the diary cost?",
		P:     &p, Outcomes: &words,
		Flags: text.Flag("a `file` whose bytes to count, - for standard input; without it, this program's source"),
		Focus: text.Focus,
	}
	book.Add("diary", "the mean surprisal of a day", diary)
	book.Add("years", "what days drawn at random tell on average", years)
	book.Add("extremes", "the least and the most that a diary can tell", extremes)
	book.Add("coin", "the entropy of coins, fair to certain", coin)
	book.Add("edits", "changes to the list of words that change nothing", edits)
	book.Add("grouping", "deciding on one word first, and then on the rest", grouping)
	book.Add("codewords", "a code that spends what the words tell", codewords)
	book.Add("guess", "how often the best guess is right", guess)
	book.Add("bytes", "what a byte of a file tells", bytes)
	book.Main()
}

func diary(w io.Writer) {
	var terms []string
	for x, px := range p.All() {
		h := info.Surprisal(px)
		fmt.Fprintf(w, "%-11s p = %-7.4g h = %v\n", words[x], px, h)
		if px > 0 {
			terms = append(terms, fmt.Sprintf("%.4g · %.4g", px, h))
		}
	}
	fmt.Fprintf(w, "sum  %s\n", strings.Join(terms, " + "))
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(p))
}

func years(w io.Writer) {
	r := rand.New(rand.NewPCG(1948, 7))
	for _, days := range []int{10, 100, 10_000, 1_000_000} {
		var told info.Bits
		for range days {
			told += info.Surprisal(p.P(chapter.Draw(r, p)))
		}
		fmt.Fprintf(w, "%7d days: %v a day\n",
			days, told/info.Bits(days))
	}
	fmt.Fprintf(w, "   H(p) = %v\n", info.Entropy(p))
}

func extremes(w io.Writer) {
	certain := make([]float64, p.Len())
	certain[0] = 1
	for _, diary := range []struct {
		name string
		p    info.Distribution
	}{
		{"one word forever", info.Must(certain...)},
		{"the diary", p},
		{"any word as likely", info.Uniform(p.Len())},
	} {
		h := info.Entropy(diary.p)
		fmt.Fprintf(w, "%-19s H = %-10v as many as %.4g words\n",
			diary.name, h, info.Perplexity(h))
	}
}

func coin(w io.Writer) {
	for _, heads := range []float64{0.5, 0.6, 0.75, 0.9, 0.99, 1} {
		fmt.Fprintf(w, "heads = %-5.4g H = %-12v heads tells %v\n",
			heads, info.BinaryEntropy(heads), info.Surprisal(heads))
	}
}

func edits(w io.Writer) {
	probabilities := make([]float64, p.Len())
	for x, px := range p.All() {
		probabilities[x] = px
	}
	fmt.Fprintf(w, "as it is:        H = %v\n", info.Entropy(p))
	slices.Reverse(probabilities)
	fmt.Fprintf(w, "in reverse:      H = %v\n",
		info.Entropy(chapter.Try(info.New(probabilities...))))
	probabilities = append(probabilities, 0)
	fmt.Fprintf(w, "one word unused: H = %v\n",
		info.Entropy(chapter.Try(info.New(probabilities...))))
}

func grouping(w io.Writer) {
	var rest []float64
	for x, px := range p.All() {
		if x > 0 {
			rest = append(rest, px)
		}
	}
	first := info.BinaryEntropy(p.P(0))
	fmt.Fprintf(w, "%s or not: %v\n", words[0], first)
	within, needed := info.Bits(0), 1-p.P(0)
	if q, err := info.Normalize(rest...); err == nil {
		within = info.Entropy(q)
	}
	fmt.Fprintf(w, "if not, which: %v, asked %.4g of the time\n",
		within, needed)
	fmt.Fprintf(w, "together: %v\n", first+info.Bits(needed)*within)
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(p))
}

func codewords(w io.Writer) {
	code := chapter.Try(code.Words(p))
	var mean float64
	for x, px := range p.All() {
		fmt.Fprintf(w, "%-11s h = %-10v codeword %s\n",
			words[x], info.Surprisal(px), code[x])
		mean += px * float64(len(code[x]))
	}
	equal := math.Ceil(math.Log2(float64(p.Len())))
	fmt.Fprintf(w, "digits a day = %.4g, all of one length: %v\n",
		mean, equal)
	fmt.Fprintf(w, "digits a year = %.4g, all of one length: %v\n",
		365*mean, 365*equal)
}

func guess(w io.Writer) {
	best, h := 0.0, info.Entropy(p)
	for _, px := range p.All() {
		best = max(best, px)
	}
	fmt.Fprintf(w, "the best guess is right: %.4g of the time\n", best)
	fmt.Fprintf(w, "at least 1 in %.4g: %.4g\n",
		info.Perplexity(h), 1/info.Perplexity(h))
}
