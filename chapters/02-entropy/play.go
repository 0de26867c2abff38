package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/info/data"
	"crossentropy/info/sample"
)

// script is what the book's player types.
var script = []string{"3 3 3 3 3 3 3", "2 2 2 3 3 4 4", "2 2 3 3 3 4", "2 2 3 3 3 4 4", "done"}

// week are the words of a game where the reader gives none.
var week = []string{"routine", "friends", "home", "outing", "rain", "music", "first time"}

// longest is the longest codeword that can be typed.
const longest = 16

// play lets the player spend the budget of a code, as often as they like.
func play(t *chapter.Terminal, in chapter.Input) error {
	words, p, err := toCode(in)
	if err != nil {
		return err
	}
	fmt.Fprintln(t, "Every day one of these words, of these probabilities:")
	fmt.Fprintf(t, "%s.\n", list(words, p))
	fmt.Fprintf(t, "Type %d lengths of codewords. A length l spends 2⁻ˡ of a budget of 1. How few\n"+
		"digits a day will do, beside H(p) = %v? Try again and again; done ends.\n\n",
		len(words), info.Entropy(p))
	compare(t, words, p, tries(t, p))
	if !in.Own {
		fmt.Fprintf(t, "Another week: -seed %d\n", in.Seed+1)
	}
	return nil
}

// toCode returns the words that can happen: the reader's, or a week with percentages that
// are drawn at random.
func toCode(in chapter.Input) (words []string, p info.Distribution, err error) {
	if !in.Own {
		words = week
		if !slices.Equal(in.Words, book.Words) {
			words = in.Words
		}
		return words, falling(len(words), rand.New(rand.NewPCG(in.Seed, 1952))), nil
	}
	var some []float64
	for x, px := range in.P.All() {
		if px > 0 {
			words, some = append(words, in.Words[x]), append(some, px)
		}
	}
	if n := len(words); n < 2 || n > 16 {
		return nil, p, fmt.Errorf("%s can happen, want 2 to 16", data.Count(n, "word"))
	}
	p, err = info.New(some...)
	return words, p, err
}

// falling returns n percentages that are drawn at random, the largest first.
func falling(n int, r *rand.Rand) info.Distribution {
	p := sample.Percentages(n, r).Probabilities()
	slices.Sort(p)
	slices.Reverse(p)
	return info.Must(p...)
}

// list returns words with their probabilities, in lines that fit a terminal.
func list(words []string, p info.Distribution) string {
	var text strings.Builder
	room := 78
	for x, px := range p.All() {
		entry := fmt.Sprintf("%s %.4g", words[x], px)
		if x > 0 {
			entry = ", " + entry
		}
		if room -= chapter.Width(entry); room < 0 {
			text.WriteString(",\n")
			entry = strings.TrimPrefix(entry, ", ")
			room = 78 - chapter.Width(entry)
		}
		text.WriteString(entry)
	}
	return text.String()
}

// tries asks for lengths until the player is done, and returns the best: none where none
// keep to the budget.
func tries(t *chapter.Terminal, p info.Distribution) (best []int) {
	for {
		typed, ok := t.Ask(fmt.Sprintf("%d lengths> ", p.Len()))
		if !ok || strings.EqualFold(typed, "done") {
			return best
		}
		lengths, err := readLengths(typed, p.Len())
		spent := code.Kraft(lengths)
		switch {
		case err != nil:
			fmt.Fprintln(t, err)
		case spent > 1:
			fmt.Fprintf(t, "%s spent, %s too much: no code that can be read back has these lengths\n",
				fraction(spent), fraction(spent-1))
		default:
			if best == nil || code.Mean(p, lengths) < code.Mean(p, best) {
				best = lengths
			}
			fmt.Fprintf(t, "%s\n%s spent: %s; best so far %s\n",
				bar(lengths), fraction(spent), cost(p, lengths), chapter.Number(code.Mean(p, best)))
		}
	}
}

// readLengths reads n lengths, with spaces or commas between them.
func readLengths(typed string, n int) (lengths []int, err error) {
	fields := strings.Fields(strings.ReplaceAll(typed, ",", " "))
	for _, field := range fields {
		l, err := strconv.Atoi(field)
		if err != nil || l < 1 || l > longest {
			return nil, fmt.Errorf("%s: type %d lengths from 1 to %d, or done",
				chapter.Quote(field), n, longest)
		}
		lengths = append(lengths, l)
	}
	if len(lengths) != n {
		return nil, fmt.Errorf("%s, want %d from 1 to %d, or done",
			data.Count(len(lengths), "length"), n, longest)
	}
	return lengths, nil
}

// fraction writes a sum of powers of two, down to that of the longest codeword.
func fraction(x float64) string {
	below := 1.0
	for x*below != math.Trunc(x*below) {
		below *= 2
	}
	if below == 1 {
		return fmt.Sprint(x)
	}
	return fmt.Sprintf("%.0f/%.0f", x*below, below)
}

// bar draws the budget: what each codeword spends, and dots for what is left.
func bar(lengths []int) string {
	const columns = 64
	var drawn strings.Builder
	spent := 0.0
	for _, l := range lengths {
		from := int(spent * columns)
		spent += math.Ldexp(1, -l)
		if to := int(spent * columns); to > from {
			drawn.WriteString("|" + strings.Repeat("-", to-from-1))
		}
	}
	return drawn.String() + strings.Repeat(".", columns-int(spent*columns)) + "|"
}

// cost says how long codewords are on average.
func cost(p info.Distribution, lengths []int) string {
	mean := code.Mean(p, lengths)
	over := mean - float64(info.Entropy(p))
	if over < 1e-12 { // where rounding leaves something of 0
		over = 0
	}
	return fmt.Sprintf("%s digits a day, %s above H(p)", chapter.Number(mean), chapter.Number(over))
}

// compare shows the player's code, if any, beside Huffman's.
func compare(w io.Writer, words []string, p info.Distribution, best []int) {
	huffman := code.Huffman(p)
	optimal, yours := digits(huffman), slices.Repeat([]string{"–"}, p.Len())
	if best != nil {
		yours = digits(best)
	}
	var table strings.Builder
	fmt.Fprint(&table, "\nword\tp\th\tHuffman's\tyours\n")
	for x, px := range p.All() {
		fmt.Fprintf(&table, "%s\t%.4g\t%s\t%s\t%s\n", words[x], px,
			chapter.Number(float64(info.Surprisal(px))), optimal[x], yours[x])
	}
	w.Write(chapter.Align([]byte(table.String())))
	fmt.Fprintf(w, "Huffman's: %s\n", cost(p, huffman))
	if best != nil {
		fmt.Fprintf(w, "yours:     %s\n", cost(p, best))
	}
	fmt.Fprintln(w, "Word by word, no code that can be read back gets below H(p), or Huffman's.")
}

// digits returns codewords of lengths that keep to the budget.
func digits(lengths []int) []string {
	words, err := code.Words(lengths)
	if err != nil {
		panic(err)
	}
	return words
}
