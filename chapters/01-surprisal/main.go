// Surprisal asks what a single event tells.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// The diary gets one word a day.
var book = chapter.Input{
	Words: []string{"routine", "friends", "outing", "first time"},
	P:     info.Must(0.5, 0.25, 0.125, 0.125),
}

var program = chapter.Program{
	About: "Surprisal: what does a day tell?",
	Book:  book,
	Sections: []chapter.Section{
		{Name: "piles", About: "how often each word of the diary comes up", Uses: "p symbols", Run: piles},
		{Name: "two-days", About: "how often two days come up together", Uses: "p symbols", Run: twoDays},
		{Name: "diary", About: "what each word of the diary tells", Uses: "p symbols", Run: diary},
		{Name: "both-days", About: "what two days tell together", Uses: "p symbols", Run: bothDays},
		{Name: "squeeze", About: "why it must be a logarithm", Run: squeeze},
		{Name: "questions", About: "how many questions single one out of many", Run: questions},
		{Name: "everyday", About: "the surprisal of everyday events", Run: everyday},
		{Name: "units", About: "the same amounts in bits and in nats", Uses: "p symbols", Run: units},
		{Name: "never", About: "what can't happen, and what nearly can't", Run: never},
		{Name: "answers", About: "numbers for the answers to exercises", Run: answers},
		{Name: "play", About: "a game: twenty questions about a card or a word", Uses: "p symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

func piles(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 3) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\t1/p = %s\n",
			in.Words[x], px, chapter.Number(1/px))
	}
}

func twoDays(w io.Writer, in chapter.Input) {
	p, last := in.P, in.P.Len()-1
	for _, event := range []struct {
		what string
		p    float64
	}{
		{in.Words[0], p.P(0)},
		{in.Words[last], p.P(last)},
		{"both", p.P(0) * p.P(last)},
	} {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\t1/p = %s\n",
			event.what, event.p, chapter.Number(1/event.p))
	}
}

// surprisal is what an event of probability p tells, in bits.
func surprisal(p float64) float64 {
	return math.Log2(1 / p)
}

func diary(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\tlog₂ 1/p = %-6s\th = %v\n",
			in.Words[x], px, chapter.Number(surprisal(px)),
			info.Surprisal(px))
	}
}

func bothDays(w io.Writer, in chapter.Input) {
	p, last := in.P, in.P.Len()-1
	first, second := info.Surprisal(p.P(0)), info.Surprisal(p.P(last))
	fmt.Fprintf(w, "h of %s, then of %s: %v and %v\n",
		in.Words[0], in.Words[last], first, second)
	fmt.Fprintf(w, "h of both at once = %v\n", info.Surprisal(p.P(0)*p.P(last)))
}

// squeeze finds between how many heads in a row sixes in a row lie.
func squeeze(w io.Writer, _ chapter.Input) {
	const p = 1. / 6
	for _, n := range []float64{1, 10, 100, 1000} {
		m := math.Floor(n * surprisal(p))
		fmt.Fprintf(w, "%4v times six: %v to %v heads, so that %.6g ≤ f(p) < %.6g\n",
			n, m, m+1, m/n, (m+1)/n)
	}
	fmt.Fprintf(w, "log₂ 6 = %.6g\n", math.Log2(6))
}

func questions(w io.Writer, _ chapter.Input) {
	for _, n := range []float64{2, 8, 26, 365, 1 << 20, 8.2e9} {
		h := info.Surprisal(1 / n)
		fmt.Fprintf(w, "one of %-10.10g h = %-11v questions: %.0f\n",
			n, h, math.Ceil(float64(h)))
	}
}

func everyday(w io.Writer, _ chapter.Input) {
	for _, event := range []struct {
		what  string
		oneIn float64
	}{
		{"the sun rises", 1},
		{"a coin shows heads", 2},
		{"a die shows six", 6},
		{"a blind finger hits the letter e", 26},
		{"the top card is the ace of spades", 52},
		{"a stranger has your birthday", 365},
		{"six lottery numbers of 49 are right", 13983816},
	} {
		fmt.Fprintf(w, "%-36s 1 in %-9.0f h = %v\n",
			event.what, event.oneIn, info.Surprisal(1/event.oneIn))
	}
}

func units(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 3) {
		h := info.Surprisal(px)
		fmt.Fprintf(w, "%-11s\t%-10v\t= %v\n", in.Words[x], h, h.Nats())
	}
	fmt.Fprintf(w, "one bit  = %v\n", info.Bits(1).Nats())
	fmt.Fprintf(w, "one nat  = %v\n", info.Nats(1).Bits())
}

func never(w io.Writer, _ chapter.Input) {
	for _, p := range []float64{1, 1e-7, 0} {
		fmt.Fprintf(w, "p = %-8.3g h = %v\n", p, info.Surprisal(p))
	}
	floor := 1e-7
	fmt.Fprintf(w, "p = 0, raised to %g: h = %v\n",
		floor, info.Surprisal(max(0, floor)))
}

func answers(w io.Writer, _ chapter.Input) {
	for _, event := range []struct {
		what string
		p    float64
	}{
		{"a die is even", 1. / 2},
		{"then six of the three", 1. / 3},
		{"a die shows six", 1. / 6},
		{"three heads in a row", 1. / 8},
		{"eight letters at random", math.Pow(26, -8)},
		{"not the ace of spades", 51. / 52},
		{"rain, expected at 90 %", 0.9},
		{"no rain, expected at 10 %", 0.1},
	} {
		fmt.Fprintf(w, "%-26s h = %v\n", event.what, info.Surprisal(event.p))
	}
	fmt.Fprintf(w, "hours for half of all passwords = %.3g\n", math.Pow(26, 8)/2/1e6/3600)
	fmt.Fprintf(w, "doublings from 1 to 52 = %.4g\n", math.Log2(52))
}
