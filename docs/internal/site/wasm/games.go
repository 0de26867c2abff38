//go:build wasip1

package main

import (
	"math/rand/v2"

	"crossentropy/info"
	"crossentropy/info/sample"
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
	truth := sample.Percentages(n, r)
	for info.KullbackLeibler(truth, info.Must(p...)) <= 0.5 ||
		info.KullbackLeibler(truth, info.Uniform(n)) <= 0.4 {
		truth = sample.Percentages(n, r)
	}
	all = truth.Probabilities()
	tomorrow := sample.New(truth)
	for range days {
		all = append(all, float64(tomorrow.Draw(r)))
	}
	return all
}
