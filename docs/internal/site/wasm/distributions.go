//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"crossentropy/info"
	"crossentropy/info/code"
)

var _ = define(map[string]function{
	"number":    func(in [][]float64) ([]float64, error) { return codes(number(in[0][0])), nil },
	"surprisal": func(in [][]float64) ([]float64, error) { return surprisals(in[0]), nil },
	"normalize": func(in [][]float64) ([]float64, error) {
		p, err := info.Normalize(in[0]...)
		return p.Probabilities(), err
	},
	"terms":      func(in [][]float64) ([]float64, error) { return terms(in[0]), nil },
	"perplexity": func(in [][]float64) ([]float64, error) { return perplexities(in[0]), nil },
	"entropy":    ofOne(func(p info.Distribution) float64 { return float64(info.Entropy(p)) }),
	"crossEntropy": ofTwo(func(p, q info.Distribution) float64 {
		return float64(info.CrossEntropy(p, q))
	}),
	"kullbackLeibler": ofTwo(func(p, q info.Distribution) float64 {
		return float64(info.KullbackLeibler(p, q))
	}),
	"jensenShannon": ofTwo(func(p, q info.Distribution) float64 {
		return float64(info.JensenShannon(p, q))
	}),
	"coin": func(in [][]float64) ([]float64, error) { return coin(in[0][0], in[1]), nil },
	"draw": func(in [][]float64) ([]float64, error) { return draw(in[0], in[1]) },
	"huffman": func(in [][]float64) ([]float64, error) {
		p, err := info.New(in[0]...)
		return floats(code.Huffman(p)), err
	},
	"shannon": func(in [][]float64) ([]float64, error) {
		p, err := info.New(in[0]...)
		return floats(code.Shannon(p)), err
	},
	"kraft": func(in [][]float64) ([]float64, error) {
		return []float64{code.Kraft(ints(in[0]))}, nil
	},
	"meanLength": func(in [][]float64) ([]float64, error) {
		p, err := info.New(in[0]...)
		if err != nil {
			return nil, err
		}
		return []float64{code.Mean(p, ints(in[1]))}, nil
	},
	"codewords": func(in [][]float64) ([]float64, error) {
		words, err := code.Words(ints(in[0]))
		return codes(strings.Join(words, " ")), err
	},
})

// number prints a number as the book does: with four digits, or whole.
func number(x float64) string {
	switch {
	case x == 0: // or −0
		return "0"
	case x < 0:
		return "−" + number(-x)
	case math.IsInf(x, 1):
		return "∞"
	case x >= 1000 && x < 999999.5:
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'g', 4, 64)
}

func surprisals(p []float64) (all []float64) {
	for _, px := range p {
		all = append(all, float64(info.Surprisal(px)))
	}
	return all
}

// terms are what each outcome adds to the entropy.
func terms(p []float64) (all []float64) {
	for _, px := range p {
		term := 0.0
		if px > 0 {
			term = px * float64(info.Surprisal(px))
		}
		all = append(all, term)
	}
	return all
}

func perplexities(bits []float64) (all []float64) {
	for _, h := range bits {
		all = append(all, info.Perplexity(info.Bits(h)))
	}
	return all
}

// coin is what a coin with a chance of p costs under each model of it.
func coin(p float64, models []float64) (costs []float64) {
	truth := info.Must(p, 1-p)
	for _, q := range models {
		costs = append(costs, float64(info.CrossEntropy(truth, info.Must(q, 1-q))))
	}
	return costs
}

// draw draws outcomes of p, as many as the second number of the list says, by the seed
// that is the first.
func draw(list, p []float64) ([]float64, error) {
	r := rand.New(rand.NewPCG(uint64(list[0]), 1))
	drawn := make([]float64, int(list[1]))
	for i := range drawn {
		u, last := r.Float64(), 0
		for x, px := range p {
			if px == 0 {
				continue
			}
			last = x
			if u -= px; u < 0 {
				break
			}
		}
		drawn[i] = float64(last)
	}
	return drawn, nil
}

// ofOne answers a distribution with a number, and ofTwo two.
func ofOne(f func(p info.Distribution) float64) function {
	return func(in [][]float64) ([]float64, error) {
		p, err := info.New(in[0]...)
		if err != nil {
			return nil, err
		}
		return []float64{f(p)}, nil
	}
}

func ofTwo(f func(p, q info.Distribution) float64) function {
	return func(in [][]float64) ([]float64, error) {
		p, err := info.New(in[0]...)
		if err != nil {
			return nil, err
		}
		q, err := info.New(in[1]...)
		if err != nil {
			return nil, err
		}
		return []float64{f(p, q)}, nil
	}
}

func ints(list []float64) (all []int) {
	for _, x := range list {
		all = append(all, int(x))
	}
	return all
}

func floats(list []int) (all []float64) {
	for _, x := range list {
		all = append(all, float64(x))
	}
	return all
}
