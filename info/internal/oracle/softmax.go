package oracle

import (
	"math"
	"math/big"
)

// Softmax returns e^z(c)/Σ e^z for each class, and the surprisal of each in nats.
// No logit may be more than a million below the largest, but for −Inf.
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
