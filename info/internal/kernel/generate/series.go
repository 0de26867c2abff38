package main

import (
	"math"
	"math/big"

	"crossentropy/info/internal/oracle"
)

// A series is a polynomial in a distance d, the coefficient of dᵏ at k, to 50 digits.
type series []*big.Float

const precision = 192 // bits

func number(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func log2e() *big.Float { return new(big.Float).Quo(number(1), oracle.Ln2()) }

// excessAt is the Taylor series of t log₂ t − (t − 1) log₂ e at t = c + d:
//
//	height + log₂ c·d + log₂ e·(d²/2c − d³/6c² + d⁴/12c³ − …)
func excessAt(c float64, degree int) series {
	slope := oracle.Log2(c)
	height := new(big.Float).Mul(slope, number(c))
	linear := new(big.Float).Mul(log2e(), number(c-1))
	s := series{height.Sub(height, linear), slope}
	power := log2e().Neg(log2e())
	for k := 2; k <= degree; k++ {
		power.Quo(power, number(-c))
		s = append(s, new(big.Float).Quo(power, number(float64(k*(k-1)))))
	}
	return s
}

// contrastAt is that of v log₂ v + (1 + v)(1 − log₂ (1 + v)), which is the excess at v
// less the excess at 1 + v, and 1 + v − log₂ e.
func contrastAt(c float64, degree int) series {
	s := excessAt(c, degree)
	for k, a := range excessAt(1+c, degree) {
		s[k].Sub(s[k], a)
	}
	s[0].Add(s[0], number(1+c)).Sub(s[0], log2e())
	s[1].Add(s[1], number(1))
	return s
}

// logAt is that of log₂ c/(c + d), which is log₂ c less the slope of the excess.
func logAt(c float64, degree int) series {
	s := series{number(0)}
	for k, a := range excessAt(c, degree+1)[2:] {
		s = append(s, new(big.Float).Mul(a, number(-float64(k+2))))
	}
	return s
}

// shortened is s without its last power, which is spread on the others such that s
// changes least for |d| ≤ half: s less the multiple of the Chebyshev polynomial Tₙ(d/half)
// that has the same last term.
func (s series) shortened(half float64) series {
	n := len(s) - 1
	t := chebyshev(n)
	scale := new(big.Float).Quo(s[n], number(t[n]))
	for k := n; k >= 0; k-- { // scale has the power half^(n−k)
		if t[k] != 0 {
			s[k].Sub(s[k], new(big.Float).Mul(scale, number(t[k])))
		}
		scale.Mul(scale, number(half))
	}
	return s[:n]
}

// chebyshev has the coefficients of Tₙ: T₀ = 1, T₁ = x, Tₙ = 2x·Tₙ₋₁ − Tₙ₋₂.
func chebyshev(n int) []float64 {
	before, t := []float64{1}, []float64{0, 1}
	for len(t) <= n {
		next := make([]float64, len(t)+1)
		for k, a := range t {
			next[k+1] = 2 * a
		}
		for k, a := range before {
			next[k] -= a
		}
		before, t = t, next
	}
	return t
}

// floats are the coefficients, each the nearest float.
func (s series) floats() []float64 {
	x := make([]float64, len(s))
	for k, a := range s {
		x[k] = oracle.Float(a)
	}
	return x
}

// between is the middle of the floats whose bits are first and one below past.
func between(first, past uint64) float64 {
	return (math.Float64frombits(first) + math.Float64frombits(past)) / 2
}
