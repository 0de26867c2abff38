// Package code turns distributions into prefix codes: a codeword of noughts
// and ones for each outcome, none the beginning of another, so that a message
// needs no marks between its words.
package code

import (
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
)

// Lengths returns the Shannon lengths of p,
//
//	⌈log₂ 1/p(x)⌉
//
// in binary digits, one an outcome. Some prefix code has them, and its mean
// length is at least H(p) and less than H(p) + 1; it is H(p) where each p(x) is
// a power of two. An outcome of probability 0 has length 0 and no codeword.
//
// Source: Shannon 1948, §9; Cover & Thomas 2006, Theorem 5.4.1.
func Lengths(p info.Distribution) []int {
	lengths := make([]int, p.Len())
	for x, px := range p.All() {
		if px > 0 && px < 1 {
			lengths[x] = int(math.Ceil(float64(info.Surprisal(px))))
		}
	}
	return lengths
}

// Words returns a prefix code with the [Lengths] of p, one codeword an outcome:
// in order of length, each is the binary number after the one before it. An
// outcome of probability 0 gets none, and neither does the only outcome.
//
// It is an error if a codeword would be longer than 64 digits.
func Words(p info.Distribution) ([]string, error) {
	lengths := Lengths(p)
	order := make([]int, 0, len(lengths))
	for x, length := range lengths {
		if length > 64 {
			return nil, fmt.Errorf("code: outcome %d of probability %v needs a codeword of %d digits, want at most 64",
				x, p.P(x), length)
		}
		if length > 0 {
			order = append(order, x)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return lengths[x] - lengths[y] })

	words := make([]string, len(lengths))
	var next uint64
	for i, x := range order {
		words[x] = fmt.Sprintf("%0*b", lengths[x], next)
		if next++; i+1 < len(order) {
			next <<= lengths[order[i+1]] - lengths[x]
		}
	}
	return words, nil
}
