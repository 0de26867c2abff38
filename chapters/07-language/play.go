package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
)

// script is what the book's player types.
var script = []string{
	"the", "a man", "b", "dog", "rop", "_of_water", "rain_", "is", "f", "", "because", "nds_the_",
	"light_", "from", "of_the_", "sun_",
}

// guessable are the letters that a guess may be.
const guessable = "_abcdefghijklmnopqrstuvwxyz"

// A guesser has found the letters of a text so far, each with so many guesses.
type guesser struct {
	name    string
	guesses []int
	asked   info.Bits // what letters hold that were given away
	paid    info.Bits // what the text costs by its forecasts, if it makes any
}

// play is Shannon's game: guess a text letter by letter, as two models do.
//
// Source: Shannon 1951, §3 and §4.
func play(t *chapter.Terminal, in chapter.Input) error {
	hidden := data.Sentences()
	text := language.Letters(hidden[(in.Seed-1)%uint64(len(hidden))])
	fmt.Fprintf(t, "A sentence is hidden, %d letters with the spaces. Guess the next one, or as\n"+
		"many as you dare: they count up to the first that is wrong. _ is a space, ? gives\n"+
		"the letter away, for all the bits that are left; quit ends; for q type qu.\n\n", len(text))
	you := &guesser{name: "you"}
	you.play(t, text)
	if n := len(you.guesses); n > 0 {
		table(t, text[:n], append([]*guesser{you}, models(text[:n])...))
	}
	fmt.Fprintf(t, "It was: %s\nAnother sentence: -seed %d\n", text, in.Seed+1)
	return nil
}

// play asks for letters of the text until all are found, or the player gives up.
func (g *guesser) play(t *chapter.Terminal, text string) {
	tried := "" // for the next letter, in vain
	for len(g.guesses) < len(text) {
		prompt := text[:len(g.guesses)]
		if tried != "" {
			prompt += " not " + tried
		}
		typed, ok := t.Ask(prompt + "> ")
		if !ok {
			return
		}
		guess := strings.ReplaceAll(strings.ToLower(typed), " ", "_")
		if typed == "?" {
			g.asked += info.Surprisal(1 / float64(len(guessable)-len(tried))) // of as many that are left
			g.guesses, tried = append(g.guesses, len(guessable)), ""
			continue
		}
		if guess == "" || strings.Trim(guess, guessable) != "" {
			fmt.Fprintf(t, "%s: type letters from a to z, _ for a space, or ?\n", chapter.Quote(typed))
			continue
		}
		if strings.Contains(tried, guess[:1]) {
			fmt.Fprintf(t, "%s was wrong before\n", guess[:1])
			continue
		}
		tried = g.take(text, guess, tried)
	}
}

// take counts guesses, the first of them behind others in vain, up to the first that is
// wrong. It returns what was in vain for the letter that is then to be found.
func (g *guesser) take(text, guess, tried string) string {
	for _, letter := range []byte(guess) {
		if len(g.guesses) == len(text) {
			return ""
		}
		if letter != text[len(g.guesses)] {
			return tried + string(letter)
		}
		g.guesses, tried = append(g.guesses, len(tried)+1), ""
	}
	return ""
}

// models returns two that guess the text: by pairs of English, and by long contexts in
// Newton's.
func models(text string) []*guesser {
	c := newtons()
	return []*guesser{
		guessing("pairs", english().Train.AddLambda(1, lambda, len(guessable)), text),
		guessing("contexts", c.Interpolated(longest, 0.5, len(c.Alphabet())), text),
	}
}

// newtons are what comes after what in the Opticks.
var newtons = sync.OnceValue(func() *language.Counts {
	c := language.NewCounts(longest)
	c.Add(language.Letters(data.Opticks()))
	return c
})

// guessing lets a model guess each letter, the likeliest first.
func guessing(name string, m language.Model, text string) *guesser {
	return &guesser{name: name, guesses: m.Guesses(text, guessable), paid: m.Cost(text)}
}

// table writes how many guesses each letter took, up to 9, and what that says of the cost
// of a letter: a twin who guesses alike needs but these numbers to read the text.
func table(w io.Writer, text string, all []*guesser) {
	fmt.Fprintf(w, "\n          %s\n", text)
	for _, g := range all {
		fmt.Fprintf(w, "%-9s ", g.name)
		for _, n := range g.guesses {
			fmt.Fprint(w, min(n, 9))
		}
		fmt.Fprintln(w)
	}
	fmt.Fprintln(w, "bits each   right at once   guesses   their H   Miller–Madow   by forecasts")
	for _, g := range all {
		fmt.Fprintln(w, g.row())
	}
}

func (g *guesser) row() string {
	var counts info.Counts[int]
	sum, atOnce := 0, 0
	for _, n := range g.guesses {
		counts.Add(n)
		sum += n
		if n == 1 {
			atOnce++
		}
	}
	asked := g.asked / info.Bits(len(g.guesses))
	forecasts := "–"

	if g.paid > 0 {
		forecasts = fmt.Sprintf("%.3f", float64(g.paid)/float64(len(g.guesses)))
	}
	return fmt.Sprintf("%-9s %15s %9.2f %9.3f %14.3f %14s", g.name,
		fmt.Sprintf("%d of %d", atOnce, len(g.guesses)), float64(sum)/float64(len(g.guesses)),
		counts.Entropy()+asked, counts.MillerMadow()+asked, forecasts)
}
