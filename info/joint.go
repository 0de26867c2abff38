package info

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

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
	pairs, width, err := flatten(rows)
	if err != nil {
		return Joint{}, err
	}
	if sum := kernel.Total(pairs); math.Abs(sum-1) > Tolerance {
		return Joint{}, fmt.Errorf("info: rows sum to %s", notOne(sum, "NormalizeJoint"))
	}
	for i, v := range pairs {
		if v > 1 {
			return Joint{}, fmt.Errorf("info: rows[%d][%d] = %v is above 1", i/width, i%width, v)
		}
	}
	return Joint{Distribution{pairs}, width}, nil
}

// NormalizeJoint returns the joint distribution proportional to weights,
// counts say: rows[x][y] is how often x and y were seen together.
//
// It is an error if there are no rows or no columns, if the rows have
// different lengths, if a weight is negative, NaN or infinite, or if all
// are 0. A row or a column may be all 0.
func NormalizeJoint(rows [][]float64) (Joint, error) {
	weights, width, err := flatten(rows)
	if err != nil {
		return Joint{}, err
	}
	pairs, err := proportional(weights)
	if err != nil {
		return Joint{}, err
	}
	return Joint{pairs, width}, nil
}

// flatten returns the elements row by row, and how many a row has. It refuses what cannot
// be weights.
func flatten(rows [][]float64) (all []float64, width int, err error) {
	if len(rows) == 0 {
		return nil, 0, errors.New("info: rows is empty, want at least 1 row")
	}
	width = len(rows[0])
	for x, row := range rows {
		name := fmt.Sprintf("rows[%d]", x)
		if len(row) != width {
			return nil, 0, fmt.Errorf("info: %s has length %d, rows[0] has %d", name, len(row), width)
		}
		if err := checkWeights(name, row); err != nil {
			return nil, 0, err
		}
		all = append(all, copyOf(row)...)
	}
	return all, width, nil
}

// Pairs returns the pairs as outcomes of a single variable: the pair of
// x and y is outcome x·n + y, where n is the number of outcomes of Y.
func (j Joint) Pairs() Distribution { return j.pairs }

// Rows returns p(x, y) as [NewJoint] takes it: one row an x, one column
// a y, in slices that are the caller's.
func (j Joint) Rows() [][]float64 {
	var rows [][]float64
	for row := range slices.Chunk(j.pairs.p, max(1, j.width)) {
		rows = append(rows, slices.Clone(row))
	}
	return rows
}

// String returns the rows in parentheses, as in "((0.25, 0.25), (0, 0.5))".
func (j Joint) String() string { return "(" + j.join("(", ", ", ")", ", ") + ")" }

// MarshalText returns the rows with semicolons between them, and commas
// between the probabilities of a row, with every digit that
// [Joint.UnmarshalText] needs to read the same floats back.
func (j Joint) MarshalText() ([]byte, error) { return []byte(j.join("", ",", "", ";")), nil }

func (j Joint) join(open, comma, shut, between string) string {
	var rows []string
	for _, row := range j.Rows() {
		rows = append(rows, open+join(row, comma)+shut)
	}
	return strings.Join(rows, between)
}

// UnmarshalText reads rows of probabilities, decimals or fractions, with
// commas between them and semicolons between the rows:
// "0.25,0.25;0,0.5". Spaces around a number are skipped. The errors are
// those of [NewJoint], and those of [Distribution.UnmarshalText] for text
// that is no number.
func (j *Joint) UnmarshalText(text []byte) error {
	var rows [][]float64
	for x, line := range strings.Split(string(text), ";") {
		row, err := parseList(fmt.Sprintf("rows[%d]", x), line)
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	read, err := NewJoint(rows)
	if err != nil {
		return err
	}
	*j = read
	return nil
}

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
