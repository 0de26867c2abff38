// Package oracle computes the quantities of packages info and loss to 40 digits and more,
// slowly, on math/big alone. It shares nothing with those packages, whose numbers it judges.
package oracle

import (
	"math"
	"math/big"
	"slices"
)

// CrossEntropy returns Σ p log₂ 1/q in bits, nil where it is infinite.
func CrossEntropy(p, q []float64) *big.Float { return crossEntropy(exact(p), exact(q)) }

func crossEntropy(p, q []*big.Float) *big.Float {
	sum := wide(0)
	for x := range p {
		switch {
		case p[x].Sign() == 0:
		case q[x].Sign() == 0:
			return nil
		default:
			l := log2(q[x])
			sum.Sub(sum, l.Mul(l, p[x]))
		}
	}
	return sum
}

// KullbackLeibler returns Σ p log₂ p/q − Σ (p − q) log₂ e in bits, nil where it is
// infinite. The second sum is what floats make of Σp − Σq, which is 0.
func KullbackLeibler(p, q []float64) *big.Float { return kullbackLeibler(exact(p), exact(q)) }

func kullbackLeibler(p, q []*big.Float) *big.Float {
	sum, gap := wide(0), wide(0)
	for x := range p {
		gap.Add(gap, p[x]).Sub(gap, q[x])
		switch {
		case p[x].Sign() == 0:
		case q[x].Sign() == 0:
			return nil
		default:
			l := log2(wide(0).Quo(p[x], q[x]))
			sum.Add(sum, l.Mul(l, p[x]))
		}
	}
	return sum.Sub(sum, gap.Quo(gap, Ln2()))
}

// JensenShannon returns ½ D(p‖m) + ½ D(q‖m) with m = (p + q)/2, in bits.
func JensenShannon(p, q []float64) *big.Float {
	m := exact(p)
	for x := range m {
		m[x].Add(m[x], wide(q[x])).Quo(m[x], wide(2))
	}
	sum := kullbackLeibler(exact(p), m)
	return sum.Add(sum, kullbackLeibler(exact(q), m)).Quo(sum, wide(2))
}

// EntropyYGivenX returns H(X, Y) − H(X) in bits, where rows[x][y] is p(x, y).
func EntropyYGivenX(rows [][]float64) *big.Float {
	x, _ := margins(rows)
	pairs := exact(slices.Concat(rows...))
	h := crossEntropy(pairs, pairs)
	return h.Sub(h, crossEntropy(x, x))
}

// MutualInformation returns the divergence of the pairs from the products of their margins,
// in bits, as [KullbackLeibler] has it.
func MutualInformation(rows [][]float64) *big.Float {
	x, y := margins(rows)
	var products []*big.Float
	for _, px := range x {
		for _, py := range y {
			products = append(products, new(big.Float).Mul(px, py))
		}
	}
	return kullbackLeibler(exact(slices.Concat(rows...)), products)
}

// margins sums the rows, and the columns, with all digits.
func margins(rows [][]float64) (x, y []*big.Float) {
	x, y = exact(make([]float64, len(rows))), exact(make([]float64, len(rows[0])))
	for i, row := range rows {
		for j, p := range exact(row) {
			x[i].Add(x[i], p)
			y[j].Add(y[j], p)
		}
	}
	return x, y
}

// Binary returns −y ln ŷ − (1 − y) ln (1 − ŷ), nil where it is infinite.
func Binary(y, yhat float64) *big.Float {
	bits := crossEntropy(coin(y), coin(yhat))
	if bits == nil {
		return nil
	}
	return bits.Mul(bits, Ln2())
}

// BinaryEntropy returns p log₂ 1/p + (1 − p) log₂ 1/(1 − p), to 40 digits of the smaller
// term too.
func BinaryEntropy(p float64) *big.Float { return crossEntropy(coin(p), coin(p)) }

// coin is the distribution of two outcomes, the second of probability p.
func coin(p float64) []*big.Float {
	other := wide(1)
	return []*big.Float{other.Sub(other, wide(p)), wide(p)}
}

// Softmax returns e^z(c)/Σ e^z for each class, and the surprisal of each in nats, nil
// where that is infinite. No logit may be more than a billion below the largest, but for
// −Inf.
func Softmax(z []float64) (p, cost []*big.Float) {
	top := wide(slices.Max(z))
	sum := wide(0)
	p, cost = exact(make([]float64, len(z))), make([]*big.Float, len(z))
	for c, x := range z {
		if !math.IsInf(x, -1) {
			cost[c] = wide(x)
			cost[c].Sub(top, cost[c])
			p[c] = exp(new(big.Float).Neg(cost[c]))
			sum.Add(sum, p[c])
		}
	}
	all := log2(sum)
	all.Mul(all, Ln2())
	for c := range z {
		p[c].Quo(p[c], sum)
		if cost[c] != nil {
			cost[c].Add(cost[c], all)
		}
	}
	return p, cost
}

// BinaryLogit returns the loss of the target y and the logit z in nats, and its slope in z,
// σ(z) − y: a softmax of two classes, the logits of which are 0 and z.
func BinaryLogit(y, z float64) (loss, slope *big.Float) {
	p, cost := Softmax([]float64{0, z})
	loss = wide(0)
	for c, weight := range coin(y) {
		loss.Add(loss, weight.Mul(weight, cost[c]))
	}
	return loss, p[1].Sub(p[1], wide(y))
}
