//go:build wasip1

// Package kernel takes the place of the tables of info/internal/kernel in the pages'
// WebAssembly, which would be a tenth larger with their digits, as these do not compress. It
// makes those of the logarithm and of powers when it starts. The shares of divergences have
// none: the terms themselves, which nearly cancel where p and q are close, leave sums 12 digits,
// of which pages show four. Jensen–Shannon divergences, for which that is not so, they do not show.
package kernel

import "math"

var (
	knots               = seriesOfLogarithm()
	powers              = roots()
	excesses, contrasts []piece
)

func seriesOfLogarithm() (all [1 << knotBits]knot) {
	const step = 1 << (52 - knotBits)
	for i := range all {
		c := math.Float64frombits(0x3ff<<52 - uint64(i)*step)
		a := math.Log2E / c
		all[i] = knot{c, -math.Log2(c), -a, a / (2 * c), -a / (3 * c * c), a / (4 * c * c * c)}
	}
	return all
}

func roots() (all [perOctave]power) {
	for j := range all {
		all[j].near = math.Exp2(float64(j) / perOctave)
	}
	return all
}
