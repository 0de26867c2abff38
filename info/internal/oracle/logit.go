package oracle

import (
	"math"
	"math/big"
)

// BinaryLogit returns the binary loss of the target y and the logit z in nats.
func BinaryLogit(y, z float64) *big.Float {
	l := Log2Of(new(big.Float).Add(wide(1), Exp(-math.Abs(z))))
	l.Mul(l, ln2())
	wrong := wide(y)
	if z >= 0 {
		wrong.Sub(wide(1), wrong)
	}
	return l.Add(l, wrong.Mul(wrong, number(math.Abs(z))))
}

// BinaryLogitGradient returns σ(z) − y.
func BinaryLogitGradient(y, z float64) *big.Float {
	e := Exp(-math.Abs(z))
	forecast := new(big.Float).Add(wide(1), e)
	if z < 0 {
		forecast.Quo(e, forecast)
	} else {
		forecast.Quo(wide(1), forecast)
	}
	return forecast.Sub(forecast, wide(y))
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
