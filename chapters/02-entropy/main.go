// Entropy asks what an event tells on average.
package main

import (
	_ "embed"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/progress"
	"crossentropy/chapters/internal/sample"
	"crossentropy/info"
	"crossentropy/info/code"
)

// The diary gets one word a day.
var book = chapter.Input{
	Words: []string{"routine", "friends", "outing", "first time"},
	P:     info.Must(0.5, 0.25, 0.125, 0.125),
}

var program = chapter.Program{
	About: "Entropy: what does a page of the diary cost?",
	Book:  book,
	File:  "a `file` whose bytes to count, - for standard input;\nwithout it, this program's source",
	Sections: []chapter.Section{
		{Name: "diary", About: "the mean surprisal of a day", Uses: "p symbols", Run: diary},
		{Name: "years", About: "what days drawn at random tell on average", Uses: "p", Run: years},
		{Name: "extremes", About: "the least and the most that a diary can tell", Uses: "p", Run: extremes},
		{Name: "guess", About: "how often the best guess is right", Uses: "p", Run: guess},
		{Name: "grouping", About: "deciding on one word first, and then on the rest", Uses: "p symbols", Run: grouping},
		{Name: "coin", About: "the entropy of coins, fair to certain", Run: coin},
		{Name: "edits", About: "changes to the list of words that change nothing", Uses: "p", Run: edits},
		{Name: "codewords", About: "a code that spends what the words tell", Uses: "p symbols", RunE: codewords},
		{Name: "bytes", About: "what a byte of a file tells", Uses: "file", RunE: bytes},
		{Name: "play", About: "a game: spend the budget of a code", Uses: "p symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

func diary(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 3) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\th = %v\n",
			in.Words[x], px, info.Surprisal(px))
	}
	var terms []string
	for _, px := range in.P.All() {
		if px > 0 {
			terms = append(terms, fmt.Sprintf("%.4g · %.4g", px, info.Surprisal(px)))
		}
	}
	fmt.Fprintf(w, "sum  %s\n", chapter.List(terms, "%s", " + "))
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(in.P))
}

func years(w io.Writer, in chapter.Input) {
	p, r := in.P, rand.New(rand.NewPCG(1948, 7))
	diary := sample.New(p)
	for _, days := range []int{10, 100, 10_000, 1_000_000} {
		var told info.Bits
		for range days {
			told += info.Surprisal(p.P(diary.Draw(r)))
		}
		fmt.Fprintf(w, "%7d days: %v a day\n",
			days, told/info.Bits(days))
	}
	fmt.Fprintf(w, "   H(p) = %v\n", info.Entropy(p))
}

func extremes(w io.Writer, in chapter.Input) {
	certain := make([]float64, in.P.Len())
	certain[0] = 1
	for _, diary := range []struct {
		name string
		p    info.Distribution
	}{
		{"one word forever", info.Must(certain...)},
		{"the diary", in.P},
		{"any word as likely", info.Uniform(in.P.Len())},
	} {
		h := info.Entropy(diary.p)
		fmt.Fprintf(w, "%-19s\tH = %-10v\tas many as %s words\n",
			diary.name, h, chapter.Number(info.Perplexity(h)))
	}
}

func guess(w io.Writer, in chapter.Input) {
	best, h := slices.Max(in.P.Probabilities()), info.Entropy(in.P)
	fmt.Fprintf(w, "the best guess is right: %.4g of the time\n", best)
	fmt.Fprintf(w, "at least 1 in %s: %.4g\n",
		chapter.Number(info.Perplexity(h)), 1/info.Perplexity(h))
}

func grouping(w io.Writer, in chapter.Input) {
	rest := in.P.Probabilities()[1:]
	first := info.BinaryEntropy(in.P.P(0))
	fmt.Fprintf(w, "%s or not: %v\n", in.Words[0], first)
	within, needed := info.Bits(0), 1-in.P.P(0)
	if q, err := info.Normalize(rest...); err == nil { // none where the first is certain
		within = info.Entropy(q)
	}
	fmt.Fprintf(w, "if not, which: %v, asked %.4g of the time\n",
		within, needed)
	fmt.Fprintf(w, "together: %v\n", first+info.Bits(needed)*within)
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(in.P))
}

func coin(w io.Writer, _ chapter.Input) {
	for _, heads := range []float64{0.5, 0.6, 0.75, 0.9, 0.99, 1} {
		fmt.Fprintf(w, "heads = %-5.4g H = %-12v heads tells %v\n",
			heads, info.BinaryEntropy(heads), info.Surprisal(heads))
	}
}

func edits(w io.Writer, in chapter.Input) {
	fmt.Fprintf(w, "as it is:        H = %v\n", info.Entropy(in.P))
	p := in.P.Probabilities()
	slices.Reverse(p)
	fmt.Fprintf(w, "in reverse:      H = %v\n", info.Entropy(info.Must(p...)))
	p = append(p, 0)
	fmt.Fprintf(w, "one word unused: H = %v\n", info.Entropy(info.Must(p...)))
}

func codewords(w io.Writer, in chapter.Input) error {
	code, err := code.Words(code.Shannon(in.P))
	if err != nil {
		return err
	}
	for x, px := range chapter.Few(w, in.P, 3) {
		fmt.Fprintf(w, "%-11s\th = %-10v\tcodeword %s\n",
			in.Words[x], info.Surprisal(px), code[x])
	}
	var mean float64
	for x, px := range in.P.All() {
		mean += px * float64(len(code[x]))
	}
	equal := math.Ceil(math.Log2(float64(in.P.Len())))
	fmt.Fprintf(w, "digits a day = %.4g, all of one length: %v\n",
		mean, equal)
	fmt.Fprintf(w, "digits a year = %.4g, all of one length: %v\n",
		365*mean, 365*equal)
	return nil
}

func bytes(w io.Writer, in chapter.Input) error {
	counts, name, err := count(in)
	if err != nil {
		return err
	}
	if counts.Total() == 0 {
		return fmt.Errorf("%s has no bytes to count", name)
	}
	h := counts.Entropy()
	fmt.Fprintf(w, "%s: %d bytes\n", name, counts.Total())
	fmt.Fprintf(w, "H = %.6g bits a byte\n", float64(h))
	fmt.Fprintf(w, "as many as %.4g equally likely bytes of 256\n",
		info.Perplexity(h))
	fmt.Fprintf(w, "in all: %.0f bytes, at what each byte tells\n",
		float64(h)/8*float64(counts.Total()))
	return nil
}

//go:embed main.go
var source string

// count counts the bytes of the reader's file, or else of this program.
func count(in chapter.Input) (*info.ByteCounts, string, error) {
	counts := new(info.ByteCounts)
	if in.File == "" {
		_, err := io.WriteString(counts, source)
		return counts, "main.go", err
	}
	file, name, err := in.Open()
	if err != nil {
		return nil, "", err
	}
	defer file.Close()
	r, done := progress.Reading(file)
	defer done()
	_, err = io.Copy(counts, r)
	return counts, name, err
}
