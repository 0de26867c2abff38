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
		{Name: "diary", About: "what each word of the diary tells", Uses: "p symbols", Run: diary},
		{Name: "two-days", About: "what two days tell together", Uses: "p symbols", Run: twoDays},
		{Name: "questions", About: "how many questions single one out of many", Run: questions},
		{Name: "halving", About: "what halving a probability adds", Run: halving},
		{Name: "everyday", About: "the surprisal of everyday events", Run: everyday},
		{Name: "units", About: "the same amounts in bits and in nats", Uses: "p symbols", Run: units},
		{Name: "never", About: "what can't happen, and what nearly can't", Run: never},
		{Name: "play", About: "a game: twenty questions about a card or a word", Uses: "p symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

func diary(w io.Writer, in chapter.Input) {
	for x, px := range chapter.Few(w, in.P, 4) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\t1/p = %-6s\th = %v\n",
			in.Words[x], px, chapter.Number(1/px), info.Surprisal(px))
	}
}

func twoDays(w io.Writer, in chapter.Input) {
	p, words := in.P, in.Words
	first, second := p.P(0), p.P(p.Len()-1)
	tell := func(what string, p float64) {
		fmt.Fprintf(w, "%-11s\tp = %-7.4g\t1/p = %-6s\th = %v\n",
			what, p, chapter.Number(1/p), info.Surprisal(p))
	}
	tell(words[0], first)
	tell(words[p.Len()-1], second)
	tell("both", first*second)
}

func questions(w io.Writer, _ chapter.Input) {
	for _, n := range []float64{2, 8, 26, 365, 1 << 20, 8.2e9} {
		h := info.Surprisal(1 / n)
		fmt.Fprintf(w, "one of %-10.10g h = %-11v questions: %.0f\n",
			n, h, math.Ceil(float64(h)))
	}
}

func halving(w io.Writer, _ chapter.Input) {
	p := 1.0
	for k := 0; p > 0; k++ {
		if k < 5 || k == 10 || k == 100 || p == 0x1p-1074 {
			fmt.Fprintf(w, "halved %-4d times: p = %-9.4g h = %v\n",
				k, p, info.Surprisal(p))
		}
		p /= 2
	}
}

func everyday(w io.Writer, _ chapter.Input) {
	for _, event := range []struct {
		what  string
		oneIn float64
	}{
		{"the sun rises", 1},
		{"a card is no spade", 4. / 3},
		{"a coin shows heads", 2},
		{"a die shows six", 6},
		{"a blind finger hits the letter e", 26},
		{"the top card is the ace of spades", 52},
		{"a stranger has your birthday", 365},
		{"six lottery numbers of 49 are right", 13983816},
	} {
		fmt.Fprintf(w, "%-36s 1 in %-9.8g h = %v\n",
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
	for _, p := range []float64{1, 1e-7, 5e-324, 0} {
		fmt.Fprintf(w, "p = %-8.3g h = %v\n", p, info.Surprisal(p))
	}
	floor := 1e-7
	fmt.Fprintf(w, "p = 0, raised to %g: h = %v\n",
		floor, info.Surprisal(max(0, floor)))
}
