//go:build wasip1

package main

import (
	"slices"

	"crossentropy/info"
	"crossentropy/info/language"
)

// models are those that pages have had made, by the number that making one returns.
var models []language.Model

var _ = define(map[string]function{
	"letters": func(in [][]float64) ([]float64, error) {
		return codes(language.Letters(text(in[0]))), nil
	},
	"pairs": func(in [][]float64) ([]float64, error) {
		return keep(pairs([]rune(text(in[0])), ints(in[1])).AddLambda(1, 0.1, int(in[2][0]))), nil
	},
	"read": func(in [][]float64) ([]float64, error) {
		book = reading{text: []rune(text(in[0])), counts: language.NewCounts(int(in[1][0]))}
		return nil, nil
	},
	"readOn": func(in [][]float64) ([]float64, error) { return book.on(int(in[0][0])), nil },
	"contexts": func([][]float64) ([]float64, error) {
		c := book.counts
		return keep(c.Interpolated(c.Order(), 0.5, len(c.Alphabet()))), nil
	},
	"tells": func(in [][]float64) ([]float64, error) {
		return bits(models[int(in[0][0])].Surprisals(text(in[1]))), nil
	},
	"guesses": func(in [][]float64) ([]float64, error) {
		return guesses(models[int(in[0][0])], text(in[1]), []rune(text(in[2]))), nil
	},
	"cost": func(in [][]float64) ([]float64, error) {
		return []float64{float64(models[int(in[0][0])].Cost(text(in[1])))}, nil
	},
	"posterior": func(in [][]float64) ([]float64, error) {
		var costs []info.Bits
		for _, cost := range in[0] {
			costs = append(costs, info.Bits(cost))
		}
		return language.Posterior(costs...).Probabilities(), nil
	},
	"counted": func(in [][]float64) ([]float64, error) {
		var c info.Counts[float64]
		for _, x := range in[0] {
			c.Add(x)
		}
		return []float64{float64(c.Entropy())}, nil
	},
})

// keep keeps a model, and returns its number.
func keep(m language.Model) []float64 {
	models = append(models, m)
	return []float64{float64(len(models) - 1)}
}

// book is what is being read.
var book reading

// A reading is a long text, of which pages count some letters at a time, so as not to stand
// still.
type reading struct {
	text   []rune
	at     int
	counts *language.Counts
}

// on counts so many letters, and returns how many are left.
func (r *reading) on(letters int) []float64 {
	for end := min(r.at+letters, len(r.text)); r.at < end; r.at++ {
		r.counts.AddTimes(string(r.text[max(0, r.at-r.counts.Order()):r.at]), r.text[r.at], 1)
	}
	return []float64{float64(len(r.text) - r.at)}
}

// pairs are counts of pairs of letters, which stand one behind the other.
func pairs(letters []rune, times []int) *language.Counts {
	c := language.NewCounts(1)
	for i, n := range times {
		c.AddTimes(string(letters[2*i]), letters[2*i+1], n)
	}
	return c
}

// guesses are how many a model needs to find each letter of a text, the likeliest first.
func guesses(m language.Model, text string, alphabet []rune) (all []float64) {
	for at, letter := range text {
		p, n := m(text[:at], letter), 1.0
		for i, other := range alphabet {
			if q := m(text[:at], other); q > p || q == p && i < slices.Index(alphabet, letter) {
				n++
			}
		}
		all = append(all, n)
	}
	return all
}

func bits(list []info.Bits) (all []float64) {
	for _, b := range list {
		all = append(all, float64(b))
	}
	return all
}
