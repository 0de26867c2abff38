//go:build wasip1

package main

import (
	"math"
	"strconv"
	"strings"

	"crossentropy/info"
	"crossentropy/info/code"
)

var _ = define(map[string]function{
	"number":    func(in [][]float64) ([]float64, error) { return codes(number(in[0][0])), nil },
	"surprisal": func(in [][]float64) ([]float64, error) { return each(in[0], surprisal), nil },
	"perplexity": func(in [][]float64) ([]float64, error) {
		return each(in[0], func(h float64) float64 { return info.Perplexity(info.Bits(h)) }), nil
	},
	"terms": func(in [][]float64) ([]float64, error) { return each(in[0], term), nil },
	"coin":  func(in [][]float64) ([]float64, error) { return coin(in[0][0], in[1]), nil },
	"normalize": func(in [][]float64) ([]float64, error) {
		p, err := info.Normalize(in[0]...)
		return p.Probabilities(), err
	},
	"entropy":         of(func(p []info.Distribution) info.Bits { return info.Entropy(p[0]) }),
	"crossEntropy":    of(func(p []info.Distribution) info.Bits { return info.CrossEntropy(p[0], p[1]) }),
	"kullbackLeibler": of(func(p []info.Distribution) info.Bits { return info.KullbackLeibler(p[0], p[1]) }),
	"huffman": func(in [][]float64) ([]float64, error) {
		return floats(code.Huffman(info.Must(in[0]...))), nil
	},
	"shannon": func(in [][]float64) ([]float64, error) {
		return floats(code.Shannon(info.Must(in[0]...))), nil
	},
	"kraft": func(in [][]float64) ([]float64, error) {
		return []float64{code.Kraft(ints(in[0]))}, nil
	},
	"meanLength": func(in [][]float64) ([]float64, error) {
		return []float64{code.Mean(info.Must(in[0]...), ints(in[1]))}, nil
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

func surprisal(p float64) float64 { return float64(info.Surprisal(p)) }

// term is what an outcome adds to the entropy.
func term(p float64) float64 {
	if p == 0 {
		return 0
	}
	return p * surprisal(p)
}

// coin is what a coin with a chance of p costs under each model of it.
func coin(p float64, models []float64) []float64 {
	return each(models, func(q float64) float64 {
		return float64(info.CrossEntropy(info.Must(p, 1-p), info.Must(q, 1-q)))
	})
}

// of answers distributions with a number.
func of(f func(p []info.Distribution) info.Bits) function {
	return func(in [][]float64) ([]float64, error) {
		var all []info.Distribution
		for _, list := range in {
			p, err := info.New(list...)
			if err != nil {
				return nil, err
			}
			all = append(all, p)
		}
		return []float64{float64(f(all))}, nil
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
