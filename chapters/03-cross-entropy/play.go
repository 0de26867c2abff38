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
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/sample"
)

// script is what the book's player types, who moves towards what has come.
var script = []string{
	"", "40 20 20 20", "", "55 20 20 15", "55 15 20 10", "", "45 10 35 10", "",
	"", "40 10 40 10", "", "", "", "", "",
}

// days is how long the game goes on.
const days = 14

// A game is a diary whose words come as the truth says, and who forecasts them.
type game struct {
	words []string
	truth *forecaster
	you   *forecaster
	shown []*forecaster // in the table, you among them
}

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
	even := info.Uniform(n)
	you := &forecaster{name: "you", q: even}
	g := game{
		in.Words, &forecaster{name: "truth", q: p}, you,
		[]*forecaster{you, {name: "hers", q: in.Q}, {name: "even", q: even}},
	}
	fmt.Fprintf(t, "Another friend writes one of these words a day, how often you do not know:\n%s.\n"+
		"Every evening put percentages on tomorrow's word, in this order. Enter keeps the\n"+
		"last, quit ends. Who gave q to what comes pays log₂ 1/q bits: you, the first\n"+
		"friend's shorthand (hers) and an even one. The table sums up what each has paid.\n\n",
		chapter.List(g.words, "%s", ", "))
	g.play(t, r)
	if len(you.paid) > 0 {
		g.sumUp(t)
		g.sayGap(t)
	}
	fmt.Fprintf(t, "The truth: %s\n", asPercentages(p, g.words))
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

// play asks for percentages each evening, draws a word, and lets all pay. The question
// stands behind the row of the day before.
func (g game) play(t *chapter.Terminal, r *rand.Rand) {
	tomorrow := sample.New(g.truth.q)
	row := g.header()
	for range days {
		q, ok := ask(t, row+"  next> ", g.you.q)
		if !ok {
			return
		}
		g.you.q = q
		x := tomorrow.Draw(r)
		for _, f := range append(g.shown, g.truth) {
			f.paid = append(f.paid, info.Surprisal(f.q.P(x)))
			f.gap += info.KullbackLeibler(g.truth.q, f.q)
		}
		if q.P(x) == 0 {
			fmt.Fprintf(t, "You gave %s 0 %%, and it came: no number of bits pays for that.\n",
				g.words[x])
		}
		row = g.row(x)
	}
	fmt.Fprintln(t, row)
}

// header returns the head of the table, and row a day on which x came. What the truth
// pays would tell it, and is left out.
func (g game) header() string {
	row := "day " + g.column("came") + "   paid"
	for _, f := range g.shown {
		row += fmt.Sprintf("%7s", f.name)
	}
	return row
}

func (g game) row(x int) string {
	day := len(g.you.paid)
	row := fmt.Sprintf("%3d %s%7s", day, g.column(g.words[x]), number(g.you.paid[day-1]))
	for _, f := range g.shown {
		row += fmt.Sprintf("%7s", number(f.total()))
	}
	return row
}

// column fills a word up to the widest.
func (g game) column(word string) string {
	widest := chapter.Width("came")
	for _, w := range g.words {
		widest = max(widest, chapter.Width(w))
	}
	return word + strings.Repeat(" ", widest-chapter.Width(word))
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
			return q, fmt.Errorf("%s: type %d percentages, or nothing to keep the last",
				chapter.Quote(field), n)
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
// rest. Who paid least comes first.
func (g game) sumUp(w io.Writer) {
	all := append(g.shown, g.truth)
	slices.SortStableFunc(all, func(a, b *forecaster) int { return cmp.Compare(a.total(), b.total()) })
	h, played := info.Entropy(g.truth.q), info.Bits(len(g.you.paid))
	table := "\t bits a day\t= H(p)\t+ D(p‖q)\t+ luck\n"
	for _, f := range all {
		paid, gap := f.total()/played, f.gap/played
		table += fmt.Sprintf("%s\t  %s\t  %s\t  %s\t  %s\n",
			f.name, number(paid), number(h), number(gap), rest(paid-h-gap))
	}
	fmt.Fprintf(w, "\n%s", chapter.Align([]byte(table)))
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
func (g game) sayGap(w io.Writer) {
	var lost, saved, finite info.Bits
	finiteDays := 0
	for day, paid := range g.you.paid {
		lost += max(0, paid-g.truth.paid[day])
		saved += max(0, g.truth.paid[day]-paid)
		if !math.IsInf(float64(paid), 1) {
			finite, finiteDays = finite+paid, finiteDays+1
		}
	}
	n := info.Bits(len(g.you.paid))
	above, where := lost-saved, "above"
	if above < 0 {
		above, where = -above, "below"
	}
	fmt.Fprintf(w, "Where you gave what came less than the truth does you lost %v a day,\n"+
		"and saved %v where you gave it more: %v %s the truth.\n", lost/n, saved/n, above/n, where)
	if finiteDays < len(g.you.paid) && finiteDays > 0 {
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
