package main

import (
	"math"

	"crossentropy/info"
	"crossentropy/info/code"
)

// canonicalCode returns codewords of exactly the ideal lengths, or nil where
// these are not whole or nothing is to be told.
func canonicalCode(p info.Distribution) []string {
	for _, pi := range p.All() {
		if h := float64(info.Surprisal(pi)); pi == 1 || pi > 0 && h != math.Trunc(h) {
			return nil
		}
	}
	words, err := code.Words(p)
	if err != nil {
		return nil // too long to write
	}
	return words
}
