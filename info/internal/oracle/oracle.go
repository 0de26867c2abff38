// Package oracle computes logarithms and what is made of them to 40 digits and
// more, slowly, on math/big alone. It shares nothing with package info, whose
// numbers it judges.
package oracle

import (
	"math"
	"math/big"
	"sync"
)

// precision is in bits: 50 digits, and some to lose on the way.
const precision = 192

func number(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

// Log returns the natural logarithm of a finite x > 0.
func Log(x float64) *big.Float {
	m, e := math.Frexp(x)
	l := number(float64(e))
	return l.Mul(l, ln2()).Add(l, logOf(m))
}

// Log2 returns the binary logarithm of a finite x > 0.
func Log2(x float64) *big.Float {
	m, e := math.Frexp(x)
	l := logOf(m)
	return l.Quo(l, ln2()).Add(l, number(float64(e)))
}

var ln2 = sync.OnceValue(func() *big.Float {
	l := logOf(0.5)
	return l.Neg(l)
})

// logOf is ln m for m from ½ to 1: a float's logarithm y, and one step of
// Halley's method, y + 2(m − eʸ)/(m + eʸ), which makes 48 right digits of 16.
func logOf(m float64) *big.Float {
	y := math.Log(m)
	power := exp(number(y))
	step := number(m)
	step.Sub(step, power).Quo(step, power.Add(power, number(m)))
	return step.Mul(step, number(2)).Add(step, number(y))
}

// exp is eʸ for −1 < y < 1: the series for y/2¹⁰, squared ten times.
func exp(y *big.Float) *big.Float {
	const halvings = 10
	r := new(big.Float).SetMantExp(y, -halvings)
	sum, term := number(1), number(1)
	for k := 1.0; k < 20; k++ { // the next term is below 2⁻²⁵⁰
		term.Mul(term, r).Quo(term, number(k))
		sum.Add(sum, term)
	}
	for range halvings {
		sum.Mul(sum, sum)
	}
	return sum
}

// CrossEntropy returns Σ p log₂ 1/q in bits, nil where it is infinite.
func CrossEntropy(p, q []float64) *big.Float {
	sum := number(0)
	for x := range p {
		if p[x] == 0 {
			continue
		}
		if q[x] == 0 {
			return nil
		}
		l := Log2(q[x])
		sum.Sub(sum, l.Mul(l, number(p[x])))
	}
	return sum
}

// KullbackLeibler returns Σ p log₂ p/q − Σ (p − q) log₂ e in bits, nil where it is
// infinite. The second sum is what floats make of Σp − Σq, which is 0.
func KullbackLeibler(p, q []float64) *big.Float {
	cross := CrossEntropy(p, q)
	if cross == nil {
		return nil
	}
	gap := number(0)
	for x := range p {
		gap.Add(gap, number(p[x])).Sub(gap, number(q[x]))
	}
	return cross.Sub(cross, CrossEntropy(p, p)).Sub(cross, gap.Quo(gap, ln2()))
}

// JensenShannon returns ½ D(p‖m) + ½ D(q‖m) with m = (p + q)/2, in bits.
func JensenShannon(p, q []float64) *big.Float {
	sum := number(0)
	for x := range p {
		for _, a := range []float64{p[x], q[x]} {
			if a > 0 { // a log₂ 2a/(p + q), whose sum may need more digits than a float has
				m := number(p[x])
				m.Add(m, number(q[x]))
				l := Log2(a)
				l.Sub(l, Log2Of(m)).Add(l, number(1)).Mul(l, number(a))
				sum.Add(sum, l)
			}
		}
	}
	return sum.Quo(sum, number(2))
}

// Log2Of returns log₂ x of an x that may have more digits than a float: that of the
// nearest float, and the series for what is left, which is below 2⁻⁵² of it.
func Log2Of(x *big.Float) *big.Float {
	near, _ := x.Float64()
	rest := new(big.Float).Sub(x, number(near))
	rest.Quo(rest, number(near))
	square := new(big.Float).Mul(rest, rest)
	cube := new(big.Float).Mul(square, rest)
	rest.Sub(rest, square.Quo(square, number(2))).Add(rest, cube.Quo(cube, number(3)))
	return rest.Quo(rest, ln2()).Add(rest, Log2(near))
}

// BinaryEntropy returns p log₂ 1/p + (1 − p) log₂ 1/(1 − p), to 40 digits of the smaller
// term too.
func BinaryEntropy(p float64) *big.Float {
	h := Binary(p, p)
	return h.Quo(h, ln2())
}
