package oracle

import (
	"math"
	"math/big"
	"sync"
)

// precision is of logarithms and exponentials, in bits: 70 digits, and some to lose on the
// way. span is of sums, so that 1 + x and 1 − x have all digits of any float x.
const (
	precision = 256
	span      = 1300
)

func number(x float64) *big.Float { return new(big.Float).SetPrec(precision).SetFloat64(x) }

func wide(x float64) *big.Float { return new(big.Float).SetPrec(span).SetFloat64(x) }

func exact(x []float64) []*big.Float {
	all := make([]*big.Float, len(x))
	for i := range x {
		all[i] = wide(x[i])
	}
	return all
}

// Float is the float next to x.
func Float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

// Ln2 returns the natural logarithm of 2.
var Ln2 = sync.OnceValue(func() *big.Float {
	l := log(number(0.5))
	return l.Neg(l)
})

// Log2 returns the binary logarithm of a finite x > 0.
func Log2(x float64) *big.Float { return log2(number(x)) }

// log2 takes m·2ᵉ apart such that m is next to 1 where x is: there log m has all digits.
func log2(x *big.Float) *big.Float {
	m := new(big.Float)
	e := x.MantExp(m)
	if Float(m) < 0.7 {
		m.SetMantExp(m, 1)
		e--
	}
	l := log(m)
	return l.Quo(l, Ln2()).Add(l, number(float64(e)))
}

// log is ln m for m from ½ to 1.4: a float's logarithm y, and one step of Halley's method,
// y + 2(m − eʸ)/(m + eʸ), which makes 48 right digits of 16.
func log(m *big.Float) *big.Float {
	y := number(math.Log(Float(m)))
	power := exp(y)
	above, sum := new(big.Float).Sub(m, power), new(big.Float).Add(m, power)
	step := number(2)
	return step.Mul(step, above).Quo(step, sum).Add(step, y)
}

// Exp returns eˣ for a finite x whose power a big.Float can hold.
func Exp(x float64) *big.Float { return exp(number(x)) }

// terms is how many terms of the series of a power it takes until the next is below 2⁻²⁶⁰.
const terms = 12

// inverses are 1/k, for the k below terms.
var inverses = sync.OnceValue(func() (all [terms]*big.Float) {
	for k := 1; k < terms; k++ {
		all[k] = number(1)
		all[k].Quo(all[k], number(float64(k)))
	}
	return all
})

// exp is the series for r = y/2ⁿ, as 1 + r/1·(1 + r/2·(1 + …)), squared n times.
func exp(y *big.Float) *big.Float {
	r := number(0).Set(y)
	n := 20 + max(0, r.MantExp(nil))
	r.SetMantExp(r, -n)
	one, sum, room := number(1), number(1), number(0) // products into room allocate nothing
	for k := terms - 1; k > 0; k-- {
		room.Mul(sum, r)
		sum.Mul(room, inverses()[k]).Add(sum, one)
	}
	for range n {
		room.Mul(sum, sum)
		sum, room = room, sum
	}
	return sum
}
