//go:build wasip1

package main

import (
	"math"
	"strconv"

	"crossentropy/info"
)

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

// term is what an outcome adds to the entropy.
func term(p float64) float64 {
	if p == 0 {
		return 0
	}
	return p * float64(info.Surprisal(p))
}
