package oracle

import (
	"math"
	"math/big"
)

// Softmax returns e^z(c)/Σ e^z for each class, and the surprisal of each in nats, nil
// where that is infinite. No logit may be more than a billion below the largest, but for
// −Inf.
func Softmax(z []float64) (p, cost []*big.Float) {
	top := z[0]
	for _, x := range z {
		top = max(top, x)
	}
	sum := wide(0)
	p, cost = make([]*big.Float, len(z)), make([]*big.Float, len(z))
	for c, x := range z {
		p[c] = wide(0)
		if !math.IsInf(x, -1) {
			below := wide(x)
			p[c] = ExpOf(below.Sub(below, wide(top)))
		}
		sum.Add(sum, p[c])
	}
	all := Log2Of(sum)
	all.Mul(all, ln2())
	for c, x := range z {
		p[c] = new(big.Float).Quo(p[c], sum)
		if !math.IsInf(x, -1) {
			cost[c] = wide(top)
			cost[c].Sub(cost[c], wide(x)).Add(cost[c], all)
		}
	}
	return p, cost
}

// BinaryLogit returns the loss of the target y and the logit z in nats, and its slope in z,
// σ(z) − y: a softmax of two classes, the logits of which are 0 and z.
func BinaryLogit(y, z float64) (loss, slope *big.Float) {
	p, cost := Softmax([]float64{0, z})
	loss = cost[1].Mul(cost[1], wide(y))
	other := new(big.Float).Sub(wide(1), wide(y))
	return loss.Add(loss, other.Mul(other, cost[0])), p[1].Sub(p[1], wide(y))
}

// Binary returns −y ln ŷ − (1 − y) ln (1 − ŷ), nil where it is infinite.
func Binary(y, yhat float64) *big.Float {
	l := wide(0)
	for _, side := range [][2]*big.Float{
		{wide(y), wide(yhat)},
		{new(big.Float).Sub(wide(1), wide(y)), new(big.Float).Sub(wide(1), wide(yhat))},
	} {
		switch weight, forecast := side[0], side[1]; {
		case weight.Sign() == 0:
		case forecast.Sign() == 0:
			return nil
		default:
			h := Log2Of(forecast)
			l.Sub(l, h.Mul(h, ln2()).Mul(h, weight))
		}
	}
	return l
}

// Exp returns eˣ for a finite x whose power a big.Float can hold.
func Exp(x float64) *big.Float { return ExpOf(number(x)) }

// ExpOf is Exp of an x that may have more digits than a float.
func ExpOf(x *big.Float) *big.Float {
	near, _ := x.Float64()
	k := math.Round(near / math.Ln2)
	r := number(k)
	r.Mul(r, ln2()).Sub(number(0).Set(x), r)
	return r.SetMantExp(exp(r), int(k))
}

// wide is a number with so many digits that 1 − x and 1 + x have all of x.
func wide(x float64) *big.Float { return new(big.Float).SetPrec(1300).SetFloat64(x) }
