package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/sample"
)

// samples draws letters as often as English has them, so that their entropy is known, and
// sees how far it is from what samples of N tell.
func samples(w io.Writer, _ chapter.Input) {
	c := english().Train
	var weights []float64
	for _, x := range c.Alphabet() {
		weights = append(weights, float64(c.Times("", x)))
	}
	p, err := info.Normalize(weights...)
	if err != nil {
		panic(err) // all were counted
	}
	fmt.Fprintf(w, "%d letters, H = %.4f bits. Off by: entropies on average, surprisals ±\n",
		p.Len(), info.Entropy(p))
	fmt.Fprint(w, "N\t  one H\t  plug-in\t  −(n − 1)/2N\t  Miller–Madow\t  mean surprisal\t  σ/√N\n")
	r := rand.New(rand.NewPCG(1955, 1))
	for _, size := range []int{10, 100, 1000, 10_000} {
		first, spread := trials(p, size, r)
		counted, mended := sample.Entropies(p, size)
		lacking := info.Nats(float64(p.Len()-1) / float64(2*size)).Bits()
		fmt.Fprintf(w, "%d\t%7.4f\t%9.5f\t%13.5f\t%14.5f\t%16.4f\t%6.4f\n", size, first,
			counted-info.Entropy(p), -lacking, mended-info.Entropy(p), spread,
			deviation(p)/math.Sqrt(float64(size)))
	}
}

// trials draws many samples of a size, and returns the entropy of the first, and how far off
// mean surprisals were: the root of the mean square.
func trials(p info.Distribution, size int, r *rand.Rand) (first info.Bits, spread float64) {
	const rounds = 200
	letters, squares := sample.New(p), 0.0
	for round := range rounds {
		var counts info.Counts[int]
		var surprisals []info.Bits
		for range size {
			x := letters.Draw(r)
			counts.Add(x)
			surprisals = append(surprisals, info.Surprisal(p.P(x)))
		}
		if round == 0 {
			first = counts.Entropy()
		}
		mean, _ := info.Estimate(surprisals)
		squares += math.Pow(float64(mean-info.Entropy(p)), 2) / rounds
	}
	return first, math.Sqrt(squares)
}

// deviation is the standard deviation of the surprisal of an outcome of p.
func deviation(p info.Distribution) float64 {
	variance := 0.0
	for _, px := range p.All() {
		variance += px * math.Pow(float64(info.Surprisal(px)-info.Entropy(p)), 2)
	}
	return math.Sqrt(variance)
}
