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
	"crossentropy/info/loss"
)

// script is what the book's player types, who leaves before the end.
var script = []string{
	"", "95", "2", "95", "20", "35", "95", "25", "90", "90", "30", "3", "10", "10", "80", "2", "q",
}

// rounds is how many lumps a game has.
const rounds = 20

// A game is lumps to come, and who forecasts them.
type game struct {
	lumps     []lump
	you       *forecaster
	baseRate  *forecaster
	model     *forecaster
	intercept float64 // of the model
	weight    float64
}

// A lump is what was measured, and what it turned out to be.
type lump struct {
	radius    float64
	malignant int // 1 or 0
}

// A forecaster says how likely lumps are malignant, and pays for what they are.
type forecaster struct {
	name string
	said []float64
	paid []info.Bits
}

// play lets the player forecast twenty lumps, one after the other, and pay.
func play(t *chapter.Terminal, in chapter.Input) error {
	all := data.Tumours()
	share := all.BaseRate().P(1)
	g := draw(rand.New(rand.NewPCG(in.Seed, 1993)))
	fmt.Fprintf(t, "Here come %d of the %d lumps, drawn by chance. Of each you see the radius, and\n"+
		"say in per cent how likely it is malignant. Then you are told, and who gave q to\n"+
		"what it is pays log₂ 1/q bits: you, the base rate of %.4g %%, and the model that\n"+
		"the chapter fits to all %d. A table adds up. Enter says the base rate, q ends.\n\n",
		rounds, len(all.Y), 100*share, len(all.Y))
	g.play(t, share)
	if len(g.you.paid) > 0 {
		g.sumUp(t)
		g.sayWorst(t)
		g.sayTheRest(t)
	}
	fmt.Fprintf(t, "Other lumps: -seed %d\n", in.Seed+1)
	return nil
}

// draw returns a game on lumps drawn by chance, none of them twice.
func draw(r *rand.Rand) game {
	all := data.Tumours()
	g := game{
		you: &forecaster{name: "you"}, baseRate: &forecaster{name: "base"},
		model: &forecaster{name: "model"},
	}
	g.intercept, g.weight = fit(all)
	for _, i := range r.Perm(len(all.Y))[:rounds] {
		g.lumps = append(g.lumps, lump{all.X[i][0], all.Y[i]})
	}
	return g
}

// play asks for a forecast of each lump, tells what it is, and lets all pay. The question
// stands behind the row of the lump before.
func (g game) play(t *chapter.Terminal, share float64) {
	row := fmt.Sprintf("lump %-9s%8s%8s%8s%8s", "was", "paid", "you", "base", "model")
	for i, l := range g.lumps {
		yhat, ok := ask(t, fmt.Sprintf("%s   next: radius %-5.4g > ", row, l.radius), share)
		if !ok {
			return
		}
		g.you.pay(yhat, l)
		g.baseRate.pay(share, l)
		g.model.pay(loss.Sigmoid(g.intercept+g.weight*l.radius), l)
		if math.IsInf(float64(g.you.paid[i]), 1) {
			fmt.Fprintf(t, "You gave %s 0 %%, and it is: no number of bits pays for that.\n", l.kind())
		}
		row = fmt.Sprintf("%4d %-9s%8s%8s%8s%8s", i+1, l.kind(), number(g.you.paid[i]),
			number(g.you.total()), number(g.baseRate.total()), number(g.model.total()))
	}
	fmt.Fprintln(t, row)
}

func (l lump) kind() string {
	if l.malignant == 1 {
		return "malignant"
	}
	return "benign"
}

// pay writes down what a forecast cost.
func (f *forecaster) pay(yhat float64, l lump) {
	f.said = append(f.said, yhat)
	f.paid = append(f.paid, loss.Binary(float64(l.malignant), yhat).Bits())
}

func (f *forecaster) total() (sum info.Bits) {
	for _, cost := range f.paid {
		sum += cost
	}
	return sum
}

func number(b info.Bits) string { return chapter.Number(float64(b)) }

// ask asks until it is answered with a percentage, or with nothing, which is the base rate.
func ask(t *chapter.Terminal, prompt string, share float64) (yhat float64, ok bool) {
	for {
		typed, ok := t.Ask(prompt)
		if !ok || typed == "" {
			return share, ok
		}
		percent, err := readPercent(typed)
		if err == nil {
			return percent / 100, true
		}
		fmt.Fprintln(t, err)
		prompt = strings.Repeat(" ", chapter.Width(prompt)-2) + "> "
	}
}

func readPercent(typed string) (float64, error) {
	percent, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(typed, "%")), 64)
	if err != nil || !(percent >= 0 && percent <= 100) {
		return 0, fmt.Errorf("%s: type per cent, from 0 to 100, or nothing for the base rate",
			chapter.Quote(typed))
	}
	return math.Abs(percent), nil // −0 is 0
}

// sumUp shows what each paid, who paid least first.
func (g game) sumUp(w io.Writer) {
	all := []*forecaster{g.you, g.baseRate, g.model}
	slices.SortStableFunc(all, func(a, b *forecaster) int { return cmp.Compare(a.total(), b.total()) })
	table := "\t bits\ta lump\n"
	for _, f := range all {
		sum := f.total()
		table += fmt.Sprintf("%s\t %s\t%s\n", f.name, number(sum), number(sum/info.Bits(len(f.paid))))
	}
	fmt.Fprintf(w, "\n%s", chapter.Align([]byte(table)))
}

// sayWorst names the lump that cost the player most, and what the model said of it.
func (g game) sayWorst(w io.Writer) {
	worst := slices.Index(g.you.paid, slices.Max(g.you.paid))
	l := g.lumps[worst]
	fmt.Fprintf(w, "Lump %d cost you most, %s with a radius of %.4g. You said %s %% and\n"+
		"paid %v, the model said %s %% and paid %v.\n",
		worst+1, l.kind(), l.radius, chapter.Number(100*g.you.said[worst]), g.you.paid[worst],
		chapter.Number(100*g.model.said[worst]), g.model.paid[worst])
}

// sayTheRest says what the player paid on lumps that cost no infinite number of bits, if on
// some others it was that.
func (g game) sayTheRest(w io.Writer) {
	finite := slices.DeleteFunc(slices.Clone(g.you.paid), func(cost info.Bits) bool {
		return math.IsInf(float64(cost), 1)
	})
	if n := len(finite); n > 0 && n < len(g.you.paid) {
		rest := forecaster{paid: finite}
		fmt.Fprintf(w, "On the other %s you paid %v a lump.\n",
			data.Count(n, "lump"), rest.total()/info.Bits(n))
	}
}
