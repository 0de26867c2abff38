package main

import (
	"fmt"
	"slices"
	"strings"

	"crossentropy/info"
)

// An example is what the figures of distributions are drawn of: a truth p and
// a model q of the same outcomes.
type example struct {
	p, q   info.Distribution
	words  []string  // what the outcomes are called; nil for x₁, x₂, …
	scores []float64 // of a forecast of them; nil for ln p, whose softmax is p
}

// The book's example: a diary in which each day gets one word, and the friend
// whose shorthand was made for other days.
var (
	diary     = info.Must(1./2, 1./4, 1./8, 1./8)
	shorthand = info.Must(1./8, 1./2, 1./4, 1./8)
	words     = []string{"routine", "friends", "outing", "first time"}
	scores    = []float64{2, 1, 0, -1} // for tomorrow's word
)

// parseSymbols reads what the outcomes are called.
func parseSymbols(list string) ([]string, error) {
	names := strings.Split(list, ",")
	for i, name := range names {
		if names[i] = strings.TrimSpace(name); plainText(names[i]) == "" {
			return nil, fmt.Errorf("name %d is empty", i+1)
		}
	}
	return names, nil
}

// label names outcome i in markup.
func (ex example) label(i int) string {
	if ex.words != nil {
		return ex.words[i]
	}
	return fmt.Sprintf("*x*_{%d}", i+1)
}

// name names outcome i in plain text.
func (ex example) name(i int) string { return plainText(ex.label(i)) }

// outcomes is what a row of them is called.
func (ex example) outcomes() string {
	if slices.Equal(ex.words, words) {
		return "word"
	}
	return "outcome"
}

// list joins what say has to say of each outcome, of the first few at least.
func (ex example) list(say func(i int, p float64) string) string {
	const few = 8
	var s []string
	for i, p := range ex.p.All() {
		if i == few {
			s = append(s, fmt.Sprintf("and %d more", ex.p.Len()-few))
			break
		}
		s = append(s, ex.name(i)+", "+say(i, p))
	}
	return strings.Join(s, "; ")
}
