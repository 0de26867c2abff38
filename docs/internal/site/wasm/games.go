//go:build wasip1

package main

import (
	"math/rand/v2"

	"crossentropy/info"
	"crossentropy/info/sample"
)

// shuffle is the order in which the game of chapter 4 hands out n things, by its seed.
func shuffle(seed, n int) []int { return rand.New(rand.NewPCG(uint64(seed), 1993)).Perm(n) }

// hiddenDiary is what the game of chapter 3 hides behind a seed: probabilities in whole
// per cent that are far from p and from even ones, and the words of so many days.
func hiddenDiary(seed, days int, p info.Distribution) []any {
	r := rand.New(rand.NewPCG(uint64(seed), 1951))
	truth := sample.Percentages(p.Len(), r)
	for info.KullbackLeibler(truth, p) <= 0.5 ||
		info.KullbackLeibler(truth, info.Uniform(p.Len())) <= 0.4 {
		truth = sample.Percentages(p.Len(), r)
	}
	words, tomorrow := make([]int, days), sample.New(truth)
	for day := range words {
		words[day] = tomorrow.Draw(r)
	}
	return []any{truth, words}
}
