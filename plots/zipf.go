package main

import (
	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
)

// zipf returns the distribution in which the word of rank r is 1/r as likely as
// the first.
func zipf(n int) info.Distribution {
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = 1 / float64(i+1)
	}
	p, err := info.Normalize(weights...)
	if err != nil {
		panic(err) // the weights are positive
	}
	return p
}

// shares returns what the likeliest words of p have of all probability, and of
// the entropy: element r − 1 for the first r.
func shares(p info.Distribution) (read, told []float64) {
	var probability, bits float64
	for _, pi := range p.All() {
		probability += pi
		bits += pi * float64(info.Surprisal(pi))
		read, told = append(read, probability), append(told, bits)
	}
	for i := range told {
		told[i] /= bits
	}
	return read, told
}

// forHalf returns how many words it takes for half of the probability.
func forHalf(read []float64) int {
	r := 0
	for read[r] < 0.5 {
		r++
	}
	return r + 1
}

// byRank returns the shares as points to draw, over their ranks.
func byRank(shares []float64) (xys plotter.XYs) {
	for _, r := range spaced(len(shares)) {
		xys = append(xys, plotter.XY{X: float64(r), Y: shares[r-1]})
	}
	return xys
}
