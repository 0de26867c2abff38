// Package code turns distributions into prefix codes: a codeword of noughts
// and ones for each outcome, none the beginning of another, so that a message
// needs no marks between its words.
package code

import (
	"fmt"
	"math"
	"math/bits"
	"slices"

	"crossentropy/info"
)

// Lengths returns the Shannon lengths of p,
//
//	⌈log₂ 1/p(x)⌉
//
// in binary digits, one an outcome. Where p sums to 1 some prefix code has them,
// and its mean length is at least H(p) and less than H(p) + 1; it is H(p) where
// each p(x) is a power of two. An outcome of probability 0 has length 0 and no
// codeword.
//
// Source: Shannon 1948, §9; Cover & Thomas 2006, Theorem 5.4.1.
func Lengths(p info.Distribution) []int {
	lengths := make([]int, p.Len())
	for x, px := range p.All() {
		if px > 0 { // px is at least 2^(exponent−1), and less than its double
			_, exponent := math.Frexp(px)
			lengths[x] = 1 - exponent
		}
	}
	return lengths
}

// Words returns a prefix code with the [Lengths] of p, one codeword an outcome:
// in order of length, each is the binary number after the one before it. An
// outcome of probability 0 gets none, and neither does the only outcome.
//
// It is an error if a codeword would be longer than 64 digits, or if p sums to so
// much more than 1 that the codewords run out.
func Words(p info.Distribution) ([]string, error) {
	lengths := Lengths(p)
	order := make([]int, 0, len(lengths))
	for x, length := range lengths {
		if length > 64 {
			return nil, fmt.Errorf("code: outcome %d of probability %v needs a codeword of %d digits, want at most 64",
				x, p.P(x), length)
		}
		if p.P(x) > 0 {
			order = append(order, x)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return lengths[x] - lengths[y] })

	words := make([]string, len(lengths))
	var next uint64
	for i, x := range order {
		if i > 0 {
			longer := lengths[x] - lengths[order[i-1]]
			if next++; bits.Len64(next) > lengths[order[i-1]] {
				return nil, fmt.Errorf("code: p sums to more than 1, and no codeword is left for outcome %d of probability %v",
					x, p.P(x))
			}
			next <<= longer
		}
		if lengths[x] > 0 {
			words[x] = fmt.Sprintf("%0*b", lengths[x], next)
		}
	}
	return words, nil
}
