package info

import "math"

// A sum adds up terms that are not negative, in twice the digits of a float: hi
// is the sum as floats have it, lo is what rounding took away.
//
// Source: Dekker 1971, for terms no greater than hi. A term that is greater at
// least doubles the sum, which therefore soon forgets what that one lost.
type sum struct{ hi, lo float64 }

// plus returns s + term + small, where small does not count against the term.
func (s sum) plus(term, small float64) sum {
	hi := s.hi + term
	return sum{hi, s.lo + (term - (hi - s.hi)) + small}
}

// plusAny returns s + x to twice the digits of a float, also where x is the larger.
//
// Source: Knuth 1997, §4.2.2, Theorem B.
func (s sum) plusAny(x float64) sum {
	hi := s.hi + x
	added := hi - s.hi
	return sum{hi, s.lo + ((s.hi - (hi - added)) + (x - added))}
}

// value is the sum in one float.
func (s sum) value() float64 {
	if math.IsInf(s.hi, 1) { // then lo, a difference of infinities, is NaN
		return s.hi
	}
	return s.hi + s.lo
}

// A share is what one outcome has in a sum over the outcomes of p and q.
type share struct {
	// of is the share of an outcome of probabilities p and q.
	of func(p, q float64) float64
	// plus does what of does in a loop without a call, which takes half as long. It
	// adds up to an outcome that only of can do, and says how many it has added.
	plus func(s sum, p, q []float64) (_ sum, added int)
}

// sum is Σ f.of(p(x), q(x)).
func (f share) sum(p, q []float64) float64 {
	var s sum
	for len(p) > 0 {
		var added int
		s, added = f.plus(s, p, q)
		if added < len(p) {
			s = s.plus(f.of(p[added], q[added]), 0)
			added++
		}
		p, q = p[added:], q[added:]
	}
	return s.value()
}
