package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/sample"
	"crossentropy/info"
	"crossentropy/info/data"
)

// script is what the book's player types, who moves towards what has come.
var script = []string{
	"", "40 20 20 20", "", "55 20 20 15", "55 15 20 10", "", "45 10 35 10", "",
	"", "40 10 40 10", "", "", "", "", "",
}

// days is how long the game goes on.
const days = 14

// A forecaster puts probabilities on tomorrow's word.
type forecaster struct {
	name string
	q    info.Distribution
	paid []info.Bits // each day, log₂ 1/q of the word that came
	gap  info.Bits   // the sum of D(p‖q), what q adds to each day on average
}

// play lets the player put percentages on fourteen words, one after the other, and pay.
func play(t *chapter.Terminal, in chapter.Input) error {
	n := in.P.Len()
	if n < 2 || n > 8 {
		return fmt.Errorf("%s, want 2 to 8", data.Count(n, "word"))
	}
	p, r := in.P, rand.New(rand.NewPCG(in.Seed, 1951))
	if !in.Own {
		p = unlike(p, r)
	}
	fmt.Fprintf(t, "Another friend writes one of these words a day, how often you do not know:\n%s.\n",
		chapter.List(in.Words, "%s", ", "))
	fmt.Fprint(t, "Every evening put percentages on tomorrow's word, in this order. Enter keeps the\n"+
		"last, quit ends. Who gave q to what comes pays log₂ 1/q bits: you, the first\n"+
		"friend's shorthand (hers) and an even one. The table sums up what each has paid.\n\n")
	all := []*forecaster{
		{name: "you", q: info.Uniform(n)}, {name: "hers", q: in.Q},
		{name: "even", q: info.Uniform(n)}, {name: "truth", q: p},
	}
	evenings(t, in.Words, all, r)
	sumUp(t, all)
	fmt.Fprintf(t, "The truth: %s\n", asPercentages(p, in.Words))
	fmt.Fprintf(t, "Another friend: -seed %d\n", in.Seed+1)
	return nil
}

// unlike returns percentages drawn at random, far from p and from the uniform ones.
func unlike(p info.Distribution, r *rand.Rand) info.Distribution {
	for {
		q := sample.Percentages(p.Len(), r)
		if info.KullbackLeibler(q, p) > 0.5 && info.KullbackLeibler(q, info.Uniform(p.Len())) > 0.4 {
			return q
		}
	}
}

// evenings asks the first forecaster for percentages and lets all of them pay, of whom the
// last knows the truth. The table leaves out what the truth pays, which would tell it.
func evenings(t *chapter.Terminal, words []string, all []*forecaster, r *rand.Rand) {
	you, truth := all[0], all[len(all)-1]
	tomorrow := sample.New(truth.q)
	width := 4
	for _, word := range words {
		width = max(width, chapter.Width(word))
	}
	row := fmt.Sprintf("day came%*s   paid", width-4, "")
	for _, f := range all[:len(all)-1] {
		row += fmt.Sprintf("%7s", f.name)
	}
	for day := range days {
		q, ok := ask(t, row+" > ", you.q)
		if !ok {
			return
		}
		you.q = q
		x := tomorrow.Draw(r)
		row = fmt.Sprintf("%3d %s%*s", day+1, words[x], width-chapter.Width(words[x]), "")
		for _, f := range all {
			f.paid = append(f.paid, info.Surprisal(f.q.P(x)))
			f.gap += info.KullbackLeibler(truth.q, f.q)
		}
		row += fmt.Sprintf("%7s", number(you.paid[day]))
		for _, f := range all[:len(all)-1] {
			row += fmt.Sprintf("%7s", number(f.total()))
		}
		if q.P(x) == 0 {
			fmt.Fprintf(t, "You gave %s 0 %%, and it came: no number of bits pays for that.\n", words[x])
		}
	}
	fmt.Fprintln(t, row)
}

// ask asks until it is answered with percentages, or with nothing, which keeps the last.
func ask(t *chapter.Terminal, prompt string, last info.Distribution) (q info.Distribution, ok bool) {
	for {
		typed, ok := t.Ask(prompt)
		if !ok || typed == "" {
			return last, ok
		}
		q, err := readPercentages(typed, last.Len())
		if err == nil {
			return q, true
		}
		fmt.Fprintln(t, err)
		prompt = strings.Repeat(" ", chapter.Width(prompt)-2) + "> "
	}
}

// readPercentages reads n percentages, with spaces or commas between them.
func readPercentages(typed string, n int) (q info.Distribution, err error) {
	fields := strings.Fields(strings.NewReplacer(",", " ", "%", " ").Replace(typed))
	var weights []float64
	total := 0.0
	for _, field := range fields {
		x, err := strconv.ParseFloat(field, 64)
		if err != nil || !(x >= 0 && x <= 100) {
			return q, fmt.Errorf("%s: type %d percentages, or nothing to keep the last", chapter.Quote(field), n)
		}
		weights = append(weights, x)
		total += x
	}
	switch {
	case len(weights) != n:
		return q, fmt.Errorf("%s, want %d that sum to 100, or nothing to keep the last",
			data.Count(len(weights), "percentage"), n)
	case math.Abs(total-100) > 0.001:
		return q, fmt.Errorf("they sum to %.6g %%, want 100", total)
	}
	return info.Normalize(weights...)
}

func (f *forecaster) total() (sum info.Bits) {
	for _, h := range f.paid {
		sum += h
	}
	return sum
}

func number(b info.Bits) string { return chapter.Number(float64(b)) }

// sumUp shows what each paid a day: the floor, their gap above it, and luck, which is the
// rest. The one who paid least comes first.
func sumUp(w io.Writer, all []*forecaster) {
	you, truth := all[0], all[len(all)-1]
	played := info.Bits(len(you.paid))
	if played == 0 {
		return
	}
	slices.SortStableFunc(all, func(a, b *forecaster) int { return cmp.Compare(a.total(), b.total()) })
	h := info.Entropy(truth.q)
	table := "\t bits a day\t= H(p)\t+ D(p‖q)\t+ luck\n"
	for _, f := range all {
		paid, gap := f.total()/played, f.gap/played
		table += fmt.Sprintf("%s\t  %s\t  %s\t  %s\t  %s\n", f.name, number(paid), number(h), number(gap), rest(paid-h-gap))
	}
	fmt.Fprintf(w, "\n%s", chapter.Align([]byte(table)))
	sayGap(w, you, truth)
}

// rest writes what is left of finite numbers, where rounding may leave something of 0.
func rest(b info.Bits) string {
	switch size := math.Abs(float64(b)); {
	case math.IsInf(size, 0) || math.IsNaN(size):
		return "–"
	case size < 1e-12:
		return "0"
	}
	return number(b)
}

// sayGap splits what the player paid above the truth into what was lost on some days and
// saved on others.
func sayGap(w io.Writer, you, truth *forecaster) {
	var lost, saved, finite info.Bits
	finiteDays := 0
	for day, paid := range you.paid {
		lost += max(0, paid-truth.paid[day])
		saved += max(0, truth.paid[day]-paid)
		if !math.IsInf(float64(paid), 1) {
			finite, finiteDays = finite+paid, finiteDays+1
		}
	}
	played := info.Bits(len(you.paid))
	above, where := lost-saved, "above"
	if above < 0 {
		above, where = -above, "below"
	}
	fmt.Fprintf(w, "Where you gave what came less than the truth does you lost %v a day,\n"+
		"and saved %v where you gave it more: %v %s the truth.\n",
		lost/played, saved/played, above/played, where)
	if finiteDays < len(you.paid) && finiteDays > 0 {
		fmt.Fprintf(w, "On the other %s you paid %v a day.\n",
			data.Count(finiteDays, "day"), finite/info.Bits(finiteDays))
	}
}

func asPercentages(p info.Distribution, words []string) string {
	var parts []string
	for x, px := range p.All() {
		parts = append(parts, words[x]+" "+chapter.Number(100*px)+" %")
	}
	return chapter.List(parts, "%s", ", ")
}
