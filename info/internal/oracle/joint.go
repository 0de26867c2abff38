package oracle

import "math/big"

// EntropyYGivenX returns Σ p(x, y) log₂ p(x)/p(x, y) in bits, where rows[x][y] is
// p(x, y).
func EntropyYGivenX(rows [][]float64) *big.Float {
	x, _ := margins(rows)
	sum := number(0)
	for i, row := range rows {
		for _, p := range row {
			if p > 0 {
				l := Log2Of(x[i])
				sum.Add(sum, l.Sub(l, Log2(p)).Mul(l, number(p)))
			}
		}
	}
	return sum
}

// MutualInformation returns Σ p(x, y) log₂ p(x, y)/(p(x)·p(y)) in bits, less what
// floats make of Σ p(x, y) − Σ p(x)·p(y) in nats, which is 0.
func MutualInformation(rows [][]float64) *big.Float {
	x, y := margins(rows)
	sum, gap := wide(0), wide(0)
	for i, row := range rows {
		for j, p := range row {
			apart := new(big.Float).Mul(x[i], y[j])
			gap.Add(gap, number(p)).Sub(gap, apart)
			if p > 0 {
				l := Log2(p)
				l.Sub(l, Log2Of(x[i])).Sub(l, Log2Of(y[j]))
				sum.Add(sum, l.Mul(l, number(p)))
			}
		}
	}
	return sum.Sub(sum, gap.Quo(gap, ln2()))
}

// margins sums the rows, and the columns, with all digits.
func margins(rows [][]float64) (x, y []*big.Float) {
	for range rows[0] {
		y = append(y, wide(0))
	}
	for _, row := range rows {
		sum := wide(0)
		for j, p := range row {
			sum.Add(sum, number(p))
			y[j].Add(y[j], number(p))
		}
		x = append(x, sum)
	}
	return x, y
}
