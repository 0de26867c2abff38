//go:build wasip1

package main

import "crossentropy/info/language"

// pairs is a model made of pairs of letters, which stand one behind the other, of how often
// each was met, and of how many letters there are.
func pairs(text string, times []int, letters int) language.Model {
	c, both := language.NewCounts(1), []rune(text)
	for i, n := range times {
		c.AddTimes(string(both[2*i]), both[2*i+1], n)
	}
	return c.AddLambda(1, 0.1, letters)
}

// A reading is a long text, of which pages count some letters at a time, so as not to stand
// still.
type reading struct {
	text   []rune
	at     int
	counts *language.Counts
}

func newReading(text string, order int) *reading {
	return &reading{text: []rune(text), counts: language.NewCounts(order)}
}

// on counts so many letters, and returns how many are left.
func (r *reading) on(letters int) int {
	for end := min(r.at+letters, len(r.text)); r.at < end; r.at++ {
		r.counts.AddTimes(string(r.text[max(0, r.at-r.counts.Order()):r.at]), r.text[r.at], 1)
	}
	return len(r.text) - r.at
}

func (r *reading) contexts() language.Model {
	return r.counts.Interpolated(r.counts.Order(), 0.5, len(r.counts.Alphabet()))
}
