// Entropy asks what an event tells on average.
package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/progress"
	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/sample"
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
		{Name: "codewords", About: "a code that spends what the words tell", Uses: "p symbols", RunE: codewords},
		{Name: "budget", About: "what each codeword uses up", Uses: "p symbols", RunE: budget},
		{Name: "shannon", About: "codewords as long as surprisals, rounded up", Uses: "p symbols", Run: shannon},
		{Name: "huffman", About: "the shortest code, from the rarest words upwards", Uses: "p symbols", Run: huffman},
		{Name: "blocks", About: "codewords for several days at once", Uses: "p", RunE: blocks},
		{Name: "years", About: "what days drawn at random tell on average", Uses: "p", Run: years},
		{Name: "extremes", About: "the least and the most that a diary can tell", Uses: "p", Run: extremes},
		{Name: "guess", About: "how often the best guess is right", Uses: "p", Run: guess},
		{Name: "grouping", About: "deciding on one word first, and then on the rest", Uses: "p symbols", Run: grouping},
		{Name: "coin", About: "the entropy of coins, fair to certain", Run: coin},
		{Name: "edits", About: "changes to the list of words that change nothing", Uses: "p", Run: edits},
		{Name: "bytes", About: "what a byte of a file tells", Uses: "file", RunE: bytes},
		{Name: "answers", About: "numbers for the answers to exercises", Run: answers},
		{Name: "play", About: "a game: spend the budget of a code", Uses: "p symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// entropy is the mean surprisal of an outcome drawn from p, in bits.
func entropy(p []float64) (mean float64) {
	for _, px := range p {
		if px > 0 { // what never happens adds nothing
			mean -= px * math.Log2(px)
		}
	}
	return mean
}

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
	fmt.Fprintf(w, "loop %.4g\n", entropy(in.P.Probabilities()))
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(in.P))
}

func codewords(w io.Writer, in chapter.Input) error {
	lengths := code.Huffman(in.P)
	words, err := code.Words(lengths)
	if err != nil {
		return err
	}
	for x, px := range chapter.Few(w, in.P, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\th = %-10v\tcodeword %s\n",
			in.Words[x], px, info.Surprisal(px), words[x])
	}
	mean, equal := code.Mean(in.P, lengths), math.Ceil(math.Log2(float64(possible(in.P))))
	fmt.Fprintf(w, "digits a day = %.4g, all of one length: %v\n", mean, equal)
	fmt.Fprintf(w, "digits a year = %.4g, all of one length: %v\n", 365*mean, 365*equal)
	fmt.Fprintf(w, "H(p) = %v\n", info.Entropy(in.P))
	return nil
}

// possible is how many outcomes p allows.
func possible(p info.Distribution) (n int) {
	for _, px := range p.All() {
		if px > 0 {
			n++
		}
	}
	return n
}

func budget(w io.Writer, in chapter.Input) error {
	lengths := code.Huffman(in.P)
	words, err := code.Words(lengths)
	if err != nil {
		return err
	}
	for x := range chapter.Few(w, in.P, 3) {
		if lengths[x] > 0 {
			fmt.Fprintf(w, "%-11s\tcodeword %-5s\tuses up %.4g\n",
				in.Words[x], words[x], math.Exp2(-float64(lengths[x])))
		}
	}
	fmt.Fprintf(w, "together: %.4g of 1\n", code.Kraft(lengths))
	return nil
}

// otherYear is the reader's p, or a year in which no probability is a power of ½.
func otherYear(in chapter.Input) info.Distribution {
	if in.Own {
		return in.P
	}
	return info.Must(0.4, 0.3, 0.2, 0.1)
}

func shannon(w io.Writer, in chapter.Input) {
	p := otherYear(in)
	lengths := code.Shannon(p)
	for x, px := range chapter.Few(w, p, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\th = %-10v\tdigits: %d\n",
			in.Words[x], px, info.Surprisal(px), lengths[x])
	}
	fmt.Fprintf(w, "H(p)         = %v\n", info.Entropy(p))
	fmt.Fprintf(w, "digits a day = %.4g\n", code.Mean(p, lengths))
	fmt.Fprintf(w, "budget used  = %.4g\n", code.Kraft(lengths))
}

// A heap of words is what Huffman merges: all its words grow by a digit.
type heap struct {
	words []string
	p     float64
}

// huffman merges the two rarest heaps until one is left. Of very many merges it prints the
// first and the last.
func huffman(w io.Writer, in chapter.Input) {
	p := otherYear(in)
	var heaps []heap
	for x, px := range p.All() {
		if px > 0 {
			heaps = append(heaps, heap{in.Words[x : x+1], px})
		}
	}
	likelierFirst := func(a, b heap) int { return cmp.Compare(b.p, a.p) }
	slices.SortStableFunc(heaps, likelierFirst)
	mean, merges, shown := 0.0, len(heaps)-1, 5
	for step := range merges {
		last := len(heaps) - 1
		rarest, next := heaps[last], heaps[last-1]
		merged := heap{slices.Concat(next.words, rarest.words), next.p + rarest.p}
		switch {
		case step < shown || step >= merges-shown:
			line := fmt.Sprintf("%.4g + %.4g = %.4g of the days: a digit more for ",
				next.p, rarest.p, merged.p)
			fmt.Fprintln(w, line+chapter.Fit(80-len(line), merged.words, "%s", ", "))
		case step == shown:
			fmt.Fprintf(w, "… %d merges more\n", merges-2*shown)
		}
		mean += merged.p // of the days have this digit
		at, _ := slices.BinarySearchFunc(heaps[:last-1], merged, likelierFirst)
		heaps = slices.Insert(heaps[:last-1], at, merged)
	}
	fmt.Fprintf(w, "digits a day = %.4g\n", mean)
}

// blocks codes k days at once, as one word of a larger alphabet.
func blocks(w io.Writer, in chapter.Input) error {
	p := otherYear(in)
	h := info.Entropy(p)
	for k := 1; k <= 8; k++ {
		pages, err := code.Blocks(p, k)
		if err != nil && k > 1 {
			fmt.Fprintf(w, "%d at once: too many blocks to list\n", k)
			break
		}
		if err != nil {
			return err
		}
		digits := code.Mean(pages, code.Huffman(pages)) / float64(k)
		fmt.Fprintf(w, "days at once: %d  digits a day: %-6.4g  H + 1/k = %.4g\n",
			k, digits, float64(h)+1/float64(k))
	}
	fmt.Fprintf(w, "H(p) = %v\n", h)
	return nil
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
		fmt.Fprintf(w, "%-19s\tH = %-10v\tperplexity = %s\n",
			diary.name, h, chapter.Number(info.Perplexity(h)))
	}
}

func guess(w io.Writer, in chapter.Input) {
	best, h := slices.Max(in.P.Probabilities()), info.Entropy(in.P)
	fmt.Fprintf(w, "the best guess is right: %.4g of the time\n", best)
	fmt.Fprintf(w, "at least 1 in %s: %.4g\n",
		chapter.Number(info.Perplexity(h)), 1/info.Perplexity(h))
	fmt.Fprintf(w, "h of the likeliest word = %v, H(p) = %v\n",
		info.Surprisal(best), h)
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
	fmt.Fprintf(w, "H = %.4g bits a byte\n", float64(h))
	fmt.Fprintf(w, "perplexity = %.4g, of 256\n", info.Perplexity(h))
	fmt.Fprintf(w, "in a code of single bytes: %.0f bytes at least\n",
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

func answers(w io.Writer, _ chapter.Input) {
	for _, d := range []struct {
		what string
		p    info.Distribution
	}{
		{"a fair die", info.Uniform(6)},
		{"a loaded die", info.Must(0.5, 0.1, 0.1, 0.1, 0.1, 0.1)},
		{"two words, 9 to 1", info.Must(0.9, 0.1)},
	} {
		h := info.Entropy(d.p)
		fmt.Fprintf(w, "%-18s H = %-10v perplexity = %.4g  Huffman: %.4g digits\n",
			d.what, h, info.Perplexity(h), code.Mean(d.p, code.Huffman(d.p)))
	}
	pairs, _ := code.Blocks(info.Must(0.9, 0.1), 2) // of two words: few
	fmt.Fprintf(w, "pairs of them: %.4g digits a word\n", code.Mean(pairs, code.Huffman(pairs))/2)
	fmt.Fprintf(w, "even or odd and then which: %v + %v\n",
		info.Entropy(info.Uniform(2)), info.Entropy(info.Uniform(3)))
	fmt.Fprintf(w, "budget of 1 2 3 4 4 = %v, of 1 2 2 3 = %v\n",
		code.Kraft([]int{1, 2, 3, 4, 4}), code.Kraft([]int{1, 2, 2, 3}))
}
