// Cross-entropy asks what a diary costs in a code made for another one.
package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/sample"
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
		{Name: "blocks", About: "both codes, for several days at once", Uses: "p q", RunE: blocks},
		{Name: "gap", About: "the floor, and what a wrong model adds to it", Uses: "p q symbols", Run: gap},
		{Name: "budget", About: "where either code has spent its budget", Uses: "p q symbols", Run: budget},
		{Name: "tangent", About: "the logarithm of q/p, and what lies above it", Uses: "p q symbols", Run: tangent},
		{Name: "coin", About: "one coin under many models", Run: coin},
		{Name: "mirror", About: "what changes when truth and model change places", Uses: "p q", Run: mirror},
		{Name: "ruled-out", About: "a model that rules out what happens", Uses: "p q symbols", Run: ruledOut},
		{Name: "likelihood", About: "which model makes a page likeliest", Uses: "p q", Run: likelihood},
		{Name: "forecasts", About: "a forecast of one day, scored by the day", Uses: "p q symbols", Run: forecasts},
		{Name: "answers", About: "numbers for the answers to exercises", Run: answers},
		{Name: "play", About: "a game: percentages on tomorrow", Uses: "p q symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// crossEntropy is the mean surprisal under q of an outcome drawn
// from p, in bits.
func crossEntropy(p, q []float64) (mean float64) {
	for x, px := range p {
		if px > 0 {
			mean -= px * math.Log2(q[x])
		}
	}
	return mean
}

func shorthand(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	for x, px := range chapter.Few(w, p, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\tq = %-7.4g\tlog₂ 1/q = %s\n",
			in.Words[x], px, q.P(x), chapter.Number(float64(info.Surprisal(q.P(x)))))
	}
	var terms []string
	for x, px := range p.All() {
		if px > 0 {
			terms = append(terms, chapter.Number(px)+" · "+chapter.Number(float64(info.Surprisal(q.P(x)))))
		}
	}
	fmt.Fprintf(w, "sum  %s\n", chapter.List(terms, "%s", " + "))
	fmt.Fprintf(w, "loop %s\n", chapter.Number(crossEntropy(p.Probabilities(), q.Probabilities())))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
}

func page(w io.Writer, in chapter.Input) error {
	for _, c := range []struct {
		name string
		q    info.Distribution
	}{{"own code", in.P}, {"friend's", in.Q}} {
		lengths := code.Shannon(c.q)
		codewords, err := code.Words(lengths)
		if err != nil {
			return err
		}
		page, err := encode(sixteenDays(in.P), c.q, codewords, in.Words)
		if err != nil {
			fmt.Fprintf(w, "%s: %v\n", c.name, err)
			continue
		}
		used := slices.DeleteFunc(codewords, func(word string) bool { return word == "" })
		fmt.Fprintf(w, "%s: %s digits a day, by %s; %d on this page\n", c.name,
			chapter.Number(code.Mean(in.P, lengths)),
			cmp.Or(chapter.Fit(34, used, "%s", " "), "none"), len(page))
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

// blocks takes codewords as long as the surprisals of k days at once, rounded up. The book
// does so for two words.
func blocks(w io.Writer, in chapter.Input) error {
	p, q := info.Must(0.3, 0.7), info.Must(0.5, 0.5)
	if in.Own || in.OwnQ {
		p, q = in.P, in.Q
	}
	for _, k := range []int{1, 2, 4, 8, 16} {
		own, err := code.Blocks(p, k)
		if err != nil && k > 1 {
			fmt.Fprintf(w, "%d at once: too many blocks to list\n", k)
			break
		}
		if err != nil {
			return err
		}
		hers, err := code.Blocks(q, k)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "days at once: %-2d own code: %-6.4g\tfriend's: %s\n", k,
			code.Mean(own, code.Shannon(own))/float64(k),
			chapter.Number(code.Mean(own, code.Shannon(hers))/float64(k)))
	}
	fmt.Fprintf(w, "H(p) = %v, H(p, q) = %v\n", info.Entropy(p), info.CrossEntropy(p, q))
	return nil
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

// tangent sets the logarithm of q/p beside its tangent, word by word.
func tangent(w io.Writer, in chapter.Input) {
	logs, lines := 0.0, 0.0 // their means under p
	for x, px := range chapter.Few(w, in.P, 4) {
		if px == 0 {
			continue // it does not happen
		}
		ratio := in.Q.P(x) / px
		logs += px * math.Log(ratio)
		lines += px * (ratio - 1)
		fmt.Fprintf(w, "%-11s\tq/p = %-7s\tln q/p = %-8s\tq/p − 1 = %s\n", in.Words[x],
			chapter.Number(ratio), signed(math.Log(ratio)), signed(ratio-1))
	}
	fmt.Fprintf(w, "means under p:\tln q/p = %s\tq/p − 1 = %s\n", signed(logs), signed(lines))
}

// signed is a number that may be negative, rounded, without −0.
func signed(x float64) string {
	if math.IsInf(x, -1) {
		return "-∞"
	}
	return chapter.Number(math.Round(x*1e9)/1e9 + 0)
}

// budget compares the shares that words take of the days and of either budget.
func budget(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 4) {
		if px == 0 && in.Q.P(x) == 0 {
			continue // and no budget
		}
		fmt.Fprintf(w, "%-11s\tof your days: %-7.4g\tof her budget: %-7.4g\tq/p = %s\n",
			in.Words[x], px, in.Q.P(x), chapter.Number(in.Q.P(x)/px))
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
}

func ruledOut(w io.Writer, in chapter.Input) {
	q, x := neverUnder(in.P, in.Q)
	if x < 0 {
		fmt.Fprintln(w, "an only outcome cannot be ruled out")
		return
	}
	fmt.Fprintf(w, "never %q: q = (%s)\n", in.Words[x], chapter.List(q.Probabilities(), "%.6g", ", "))
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(in.P, q))
	for _, floor := range []float64{1e-7, 1e-15} {
		var h info.Bits
		for x, px := range in.P.All() {
			h += info.Bits(px) * info.Surprisal(max(q.P(x), floor))
		}
		fmt.Fprintf(w, "with 0 raised to %g: %v\n", floor, h)
	}
}

// neverUnder returns a model that rules out x, which p allows: q, if it does, or else q with
// the share of the last such x given to its likeliest other outcome. Where p is certain and
// there is no other, x is −1.
func neverUnder(p, q info.Distribution) (_ info.Distribution, x int) {
	last := -1
	for x, px := range p.All() {
		if px > 0 && q.P(x) == 0 {
			return q, x
		}
		if px > 0 {
			last = x
		}
	}
	if p.Len() == 1 {
		return q, -1
	}
	never := q.Probabilities()
	share := never[last]
	never[last] = 0
	likeliest := slices.Index(never, slices.Max(never))
	never[likeliest] = min(1, never[likeliest]+share) // q may sum to a little more
	return info.Must(never...), last
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
		fmt.Fprintf(w, "%-13s\tpage: %-11v\ta day: %-12v\tH(counts, q) = %v\n",
			model.name, told, told/20,
			info.CrossEntropy(frequencies, model.q))
	}
	fmt.Fprintf(w, "pages like it that cost the truth less than H(p): %.0f %%\n", 100*dips(p))
}

// dips is on which share of pages of 20 days from p the truth costs less than H(p).
func dips(p info.Distribution) float64 {
	r, diary, h := rand.New(rand.NewPCG(1948, 2)), sample.New(p), info.Entropy(p)
	const pages = 10_000
	below := 0
	for range pages {
		var told info.Bits
		for range 20 {
			told += info.Surprisal(p.P(diary.Draw(r)))
		}
		if told/20 < h-1e-9 { // beyond what rounding does
			below++
		}
	}
	return float64(below) / pages
}

func forecasts(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	for x := range chapter.Few(w, p, 4) {
		happened := make([]float64, p.Len())
		happened[x] = 1
		truth := info.Must(happened...)
		fmt.Fprintf(w, "%-11s\t(%-11s\tmy cost = %-11v\tfriend's = %v\n",
			in.Words[x], chapter.Fit(19, happened, "%v", ", ")+")",
			info.CrossEntropy(truth, p), info.CrossEntropy(truth, q))
	}
}

func answers(w io.Writer, _ chapter.Input) {
	p, even := info.Must(0.5, 0.25, 0.25), info.Uniform(3)
	fmt.Fprintf(w, "H(p) of 1/2 1/4 1/4 = %v\n", info.Entropy(p))
	fmt.Fprintf(w, "under the uniform = %v\n", info.CrossEntropy(p, even))
	fmt.Fprintf(w, "the uniform under it = %v\n", info.CrossEntropy(even, p))
	for _, rain := range []float64{0.9, 0.5, 0.99} {
		q := info.Must(rain, 1-rain)
		truth := info.Must(0.75, 0.25)
		fmt.Fprintf(w, "says %-4v pays %v a day\n", rain, info.CrossEntropy(truth, q))
	}
	fmt.Fprintf(w, "honest 0.75 pays %v a day\n", info.BinaryEntropy(0.75))
}
