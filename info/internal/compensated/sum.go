// Package compensated adds up floats, and keeps what rounding takes away.
package compensated

import "math"

// A Sum adds up terms that are not negative in twice the digits of a float: Hi is
// the sum as floats have it, Lo is what rounding took away.
type Sum struct{ Hi, Lo float64 }

// Plus returns s + term + small. What is lost in adding the term is found again;
// what is small is added to it.
//
// Source: Neumaier 1974.
func (s Sum) Plus(term, small float64) Sum {
	hi := s.Hi + term
	lost := term - (hi - s.Hi)
	if term > s.Hi {
		lost = s.Hi - (hi - term)
	}
	return Sum{hi, s.Lo + (lost + small)}
}

// Grow returns s + term, and takes less time than [Sum.Plus]. Where the term is greater
// than the sum so far, some of what is lost stays so, but then the sum has at least
// doubled: all that is lost for good is less than a unit in the last place.
//
// Source: Dekker 1971, for terms no greater than the sum.
func (s Sum) Grow(term float64) Sum {
	hi := s.Hi + term
	return Sum{hi, s.Lo + (term - (hi - s.Hi))}
}

// Value is the sum in one float.
func (s Sum) Value() float64 {
	if math.IsInf(s.Hi, 1) { // then Lo, a difference of infinities, is NaN
		return s.Hi
	}
	return s.Hi + s.Lo
}
