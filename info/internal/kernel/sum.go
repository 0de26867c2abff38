package kernel

import "math"

// A Sum adds up floats in twice the digits of a float: Hi is the sum as floats have
// it, Lo is what rounding took away. The zero value is 0.
type Sum struct{ Hi, Lo float64 }

// Plus returns s + x.
//
// Source: Neumaier 1974.
func (s Sum) Plus(x float64) Sum { return s.plus(x, 0) }

// plus returns s + x + small, for a small part of a term that has no digits in common
// with the sum's first part.
func (s Sum) plus(x, small float64) Sum {
	hi, lost := twoSum(s.Hi, x)
	return Sum{hi, s.Lo + (lost + small)}
}

// twoSum returns a + b as floats have it, and what rounding took away.
//
// Source: Knuth 1969, §4.2.2, Theorem B.
func twoSum(a, b float64) (sum, lost float64) {
	sum = a + b
	addedB := sum - a
	addedA := sum - addedB
	return sum, (a - addedA) + (b - addedB)
}

// grow returns s + x, for terms that are not negative, and takes less time than
// [Sum.Plus]. Where x is greater than the sum so far, some of what is lost stays so, but
// then the sum has at least doubled: all that is lost for good is less than a unit in
// the last place.
//
// Source: Dekker 1971, for terms no greater than the sum.
func (s Sum) grow(x float64) Sum {
	hi := s.Hi + x
	return Sum{hi, s.Lo + (x - (hi - s.Hi))}
}

// Value is the sum in one float.
func (s Sum) Value() float64 {
	if math.IsInf(s.Hi, 0) { // then Lo, a difference of infinities, is NaN
		return s.Hi
	}
	return s.Hi + s.Lo
}

// Total returns Σ x, rounded as if once where no term is negative.
func Total[F ~float64](x []F) F {
	var s Sum
	for _, v := range x {
		s = s.Plus(float64(v))
	}
	return F(s.Value())
}
