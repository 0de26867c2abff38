package info

import "math"

// A sum adds up terms that are not negative in twice the digits of a float: hi is
// the sum as floats have it, lo is what rounding took away.
type sum struct{ hi, lo float64 }

// plus returns s + term + small. What is lost in adding the term is found again;
// what is small is added to it.
//
// Source: Neumaier 1974.
func (s sum) plus(term, small float64) sum {
	hi := s.hi + term
	lost := term - (hi - s.hi)
	if term > s.hi {
		lost = s.hi - (hi - term)
	}
	return sum{hi, s.lo + (lost + small)}
}

// grow returns s + term, and takes less time than plus. Where the term is greater
// than the sum so far, some of what is lost stays so, but then the sum has at least
// doubled: all that is lost for good is less than a unit in the last place.
//
// Source: Dekker 1971, for terms no greater than the sum.
func (s sum) grow(term float64) sum {
	hi := s.hi + term
	return sum{hi, s.lo + (term - (hi - s.hi))}
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
	// of is the share of an outcome of probabilities p and q, in two parts.
	of func(p, q float64) (most, rest float64)
	// plus does what of does in a loop without a call, which takes half as long. It
	// adds up to an outcome that it leaves to of, and says how many it has added.
	plus func(s sum, p, q []float64) (_ sum, added int)
}

// sum is Σ f.of(p(x), q(x)). It adds up blocks, in which there is not time for the
// errors of the lower half of a sum to grow.
func (f share) sum(p, q []float64) float64 {
	const block = 1 << 10
	var s sum
	for len(p) > block {
		part := f.part(p[:block], q[:block])
		s = s.plus(part.hi, part.lo)
		p, q = p[block:], q[block:]
	}
	part := f.part(p, q)
	return s.plus(part.hi, part.lo).value()
}

func (f share) part(p, q []float64) (s sum) {
	for len(p) > 0 {
		var added int
		s, added = f.plus(s, p, q)
		if added < len(p) {
			s = s.plus(f.of(p[added], q[added]))
			added++
		}
		p, q = p[added:], q[added:]
	}
	return s
}
