//go:build wasip1

// Package kernel takes the place of the tables of info/internal/kernel in the pages'
// WebAssembly, which would be a tenth larger with their digits, as these do not compress. It
// makes tables when it starts, from the derivatives of the curves in the middle of each
// interval. With them sums are good to 12 digits, of which pages show four.
package kernel

import "math"

var (
	knots     = seriesOfLogarithm()
	excesses  = [12 << pieceBits]piece(series(12<<pieceBits, excessAt))
	contrasts = [6 << pieceBits]piece(series(6<<pieceBits, contrastAt))
	powers    = roots()
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

// series are n pieces of a curve, of which at is the height and the coefficients in c.
func series(n int, at func(c float64) [8]float64) (all []piece) {
	const first, step = (0x3ff - 6) << 52, 1 << (52 - pieceBits)
	for i := range uint64(n) {
		c := math.Float64frombits(first + i*step + step/2)
		power, a := math.Exp2(math.Round(math.Log2(c))), at(c)
		all = append(all, piece{power, c - power, a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]})
	}
	return all
}

func excessAt(c float64) [8]float64 {
	a := [8]float64{c*math.Log2(c) - (c-1)*math.Log2E, math.Log2(c), math.Log2E / (2 * c)}
	for k := 3.0; k <= 7; k++ {
		a[int(k)] = -a[int(k)-1] * (k - 2) / (k * c)
	}
	return a
}

// contrastAt is the difference of two excesses and a line.
func contrastAt(c float64) [8]float64 {
	a, less := excessAt(c), excessAt(1+c)
	for k := range a {
		a[k] -= less[k]
	}
	a[0] += 1 + c - math.Log2E
	a[1]++
	return a
}

func roots() (all [perOctave]power) {
	for j := range all {
		all[j].near = math.Exp2(float64(j) / perOctave)
	}
	return all
}
