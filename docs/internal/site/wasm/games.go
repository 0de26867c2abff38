//go:build wasip1

package main

import (
	"math/rand/v2"
	"slices"

	"crossentropy/info"
)

var _ = define(map[string]function{
	"diary": func(in [][]float64) ([]float64, error) {
		return hiddenDiary(in[0][0], int(in[0][1]), in[1]), nil
	},
})

// hiddenDiary is what the game of chapter 3 hides behind a seed: probabilities in whole
// per cent that are far from p and from even ones, and behind them so many days.
func hiddenDiary(seed float64, days int, p []float64) (all []float64) {
	r := rand.New(rand.NewPCG(uint64(seed), 1951))
	n := len(p)
	truth := percentages(n, r)
	for info.KullbackLeibler(truth, info.Must(p...)) <= 0.5 ||
		info.KullbackLeibler(truth, info.Uniform(n)) <= 0.4 {
		truth = percentages(n, r)
	}
	all = truth.Probabilities()
	for range days {
		u, x := r.Float64(), 0
		for sum := truth.P(0); x < n-1 && u >= sum; sum += truth.P(x) {
			x++
		}
		all = append(all, float64(x))
	}
	return all
}

// percentages cuts 100 at n − 1 places, all as likely.
func percentages(n int, r *rand.Rand) info.Distribution {
	cuts := append(r.Perm(99)[:n-1], 99)
	slices.Sort(cuts)
	var p []float64
	last := -1
	for _, cut := range cuts {
		p = append(p, float64(cut-last)/100)
		last = cut
	}
	return info.Must(p...)
}
