package info

import (
	"fmt"
	"math"

	"crossentropy/info/internal/kernel"
)

// A Joint gives each pair of an outcome x and an outcome y the
// probability that both happen. It is checked when it is made and never
// changes.
type Joint struct {
	pairs Distribution // row by row
	width int          // how many outcomes y has
}

// NewJoint returns the joint distribution in which x and y happen
// together with probability rows[x][y], kept as given.
//
// It is an error if there are no rows or no columns, if the rows have
// different lengths, if an element is negative, above 1 or NaN, or if
// all of them sum to something further than [Tolerance] from 1.
func NewJoint(rows [][]float64) (Joint, error) {
	if len(rows) == 0 {
		return Joint{}, fmt.Errorf("info: rows is empty, want at least 1 row")
	}
	j := Joint{width: len(rows[0])}
	for x, row := range rows {
		name := fmt.Sprintf("rows[%d]", x)
		if len(row) != j.width {
			return Joint{}, fmt.Errorf("info: %s has length %d, rows[0] has %d", name, len(row), j.width)
		}
		if err := checkWeights(name, row); err != nil {
			return Joint{}, err
		}
		j.pairs.p = append(j.pairs.p, copyOf(row)...)
	}
	sum := kernel.Total(j.pairs.p)
	if math.Abs(sum-1) > Tolerance {
		return Joint{}, fmt.Errorf("info: rows sum to %.12g, want 1", sum)
	}
	for i, v := range j.pairs.p {
		if v > 1 {
			return Joint{}, fmt.Errorf("info: rows[%d][%d] = %v is above 1", i/j.width, i%j.width, v)
		}
	}
	return j, nil
}

// Pairs returns the pairs as outcomes of a single variable: the pair of
// x and y is outcome x·n + y, where n is the number of outcomes of Y.
func (j Joint) Pairs() Distribution { return j.pairs }

// X returns the marginal distribution of the rows, p(x) = Σ_y p(x, y). A margin that
// [Tolerance] lets be above 1 is 1.
func (j Joint) X() Distribution {
	x, _ := kernel.Margins(j.pairs.p, j.width)
	return margin(x)
}

// Y returns the marginal distribution of the columns, p(y) = Σ_x p(x, y). A margin
// that [Tolerance] lets be above 1 is 1.
func (j Joint) Y() Distribution {
	_, y := kernel.Margins(j.pairs.p, j.width)
	return margin(y)
}

func margin(sums []kernel.Sum) Distribution {
	p := make([]float64, len(sums))
	for i, s := range sums {
		p[i] = min(1, s.Value())
	}
	return Distribution{p}
}

// Entropy returns what a pair tells on average,
//
//	H(X, Y) = Σ p(x, y) log₂ 1/p(x, y)
//
// in bits. Bounds: the larger of H(X) and H(Y), and their sum, which is
// reached where X and Y are independent.
//
// Source: Cover & Thomas 2006, (2.8).
func (j Joint) Entropy() Bits { return Entropy(j.pairs) }

// EntropyYGivenX returns what y still tells, on average, to someone who
// knows x,
//
//	H(Y|X) = Σ p(x, y) log₂ p(x)/p(x, y) = H(X, Y) − H(X)
//
// in bits. Bounds: 0, where x determines y, and H(Y), where X and Y are
// independent.
//
// Source: Cover & Thomas 2006, (2.10) and Theorem 2.2.1.
func (j Joint) EntropyYGivenX() Bits { return Bits(kernel.ConditionalEntropy(j.pairs.p, j.width)) }

// MutualInformation returns what x and y tell about each other,
//
//	I(X; Y) = Σ p(x, y) log₂ p(x, y)/(p(x)·p(y)) = H(Y) − H(Y|X)
//
// in bits: the divergence of what they do together from what they would
// do if each went its own way. It is symmetric. Bounds: 0, where X and Y
// are independent and nowhere else, and the smaller of H(X) and H(Y).
//
// Source: Cover & Thomas 2006, (2.28).
func (j Joint) MutualInformation() Bits { return Bits(kernel.MutualInformation(j.pairs.p, j.width)) }
