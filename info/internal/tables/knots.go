package main

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"crossentropy/info/internal/oracle"
)

// These are as in log.go.
const (
	knotBits   = 9
	topOfTable = 0x3ff<<52 + 1<<(51-knotBits) - 1
)

// knots is the table of logarithms. Its first row is 1 itself, so that powers of
// 2 have whole logarithms.
func knots() string {
	var b strings.Builder
	fmt.Fprintf(&b, "// knots has log₂ 1/c and the slopes of log₂ c/z for one c in each interval of z.\n")
	fmt.Fprintf(&b, "var knots = [1 << knotBits]knot{\n")
	for i := range uint64(1 << knotBits) {
		past := topOfTable + 1 - i<<(52-knotBits)
		first := past - 1<<(52-knotBits)
		c := 1.0
		if i > 0 {
			c = roundLogarithm(between(first, past))
		}
		l := math.Round(math.Ldexp(nearest(oracle.Log2(c)), logBits))
		half := max(math.Float64frombits(past)-c, c-math.Float64frombits(first))
		b.WriteString(row(append([]float64{c, 0 - math.Ldexp(l, -logBits)}, slopes(c, half)...)...))
	}
	b.WriteString("}\n")
	return b.String()
}

// logBits is how many binary digits after the point log₂ 1/c has: with the 11
// before it, k + log₂ 1/c is a float.
const logBits = 42

// roundLogarithm is a float a little above z whose binary logarithm is a multiple
// of 2^-logBits, but for 2⁻¹⁸ of that.
func roundLogarithm(z float64) float64 {
	const enough = 0x1p-18
	ulp := math.Nextafter(z, 2) - z
	fraction := beyond(z)
	step := math.Ldexp(ulp/z*math.Log2E, logBits) // what one ulp more adds to it
	for j := 0.0; ; j++ {
		guess := fraction + j*step
		if math.Abs(guess-math.Round(guess)) < enough && math.Abs(beyond(z+j*ulp)) < enough {
			return z + j*ulp
		}
	}
}

// beyond is how far log₂ z is beyond the nearest multiple of 2^-logBits, in units
// of that.
func beyond(z float64) float64 {
	l := oracle.Log2(z)
	l.SetMantExp(l, logBits)
	whole := math.Round(nearest(l))
	return nearest(l.Sub(l, number(whole)))
}

// slopes are the coefficients of log₂ c/z in z − c, from the first power to the
// fourth: those of the series, with the fifth power's, over distances up to half,
// spread on those of the third and the first, as Chebyshev's polynomial
// 16x⁵ − 20x³ + 5x of least height has it.
func slopes(c, half float64) []float64 {
	var a [6]*big.Float
	power := number(-1)
	power.Mul(power, log2e())
	for k := 1; k <= 5; k++ { // log₂ c/z = log₂ e · Σ (−(z − c)/c)ᵏ/k
		power.Quo(power, number(c))
		a[k] = new(big.Float).Quo(power, number(float64(k)))
		power.Neg(power)
	}
	h := number(half)
	h.Mul(h, h)
	spread := new(big.Float).Mul(a[5], h)
	a[3].Add(a[3], new(big.Float).Mul(spread, number(20.0/16)))
	spread.Mul(spread, h)
	a[1].Sub(a[1], spread.Mul(spread, number(5.0/16)))
	return []float64{nearest(a[1]), nearest(a[2]), nearest(a[3]), nearest(a[4])}
}
