package info

import "math"

var costs = share{cost, plusCosts}

// cost is p log₂ 1/q, one outcome's share of a cross entropy, in two
// parts: the first has all but the last digits.
func cost(p, q float64) (most, rest float64) {
	if p == 0 {
		return 0, 0 // what never happens costs nothing, even if q is 0
	}
	most, rest = surprisalParts(q)
	return p * most, p * rest
}

// plusCosts adds the cost of each outcome, up to one that has no knot, or the last
// if it is left alone. It writes out what [surprisalParts] does, for two outcomes at
// a time.
func plusCosts(s sum, p, q []float64) (_ sum, added int) {
	q = q[:len(p)]
	x := 1
	for x < len(p) {
		switch a, b := math.Float64bits(q[x-1]), math.Float64bits(q[x]); {
		case tabled(a) && tabled(b):
			kA, knotA, apartA := nearest(a)
			kB, knotB, apartB := nearest(b)
			mostA, mostB := p[x-1]*(kA+knotA.log), p[x]*(kB+knotB.log)
			s.Lo += p[x-1]*knotA.rest(apartA) + p[x]*knotB.rest(apartB)
			if mostA+mostB <= s.Hi {
				s = s.Grow(mostA + mostB)
			} else { // what rounding this sum would lose counts
				s = s.Plus(mostA, 0)
				s = s.Plus(mostB, 0)
			}
			x += 2
		case p[x-1] == 0:
			x++
		case tabled(a):
			k, knot, apart := nearest(a)
			s = s.Plus(p[x-1]*(k+knot.log), p[x-1]*knot.rest(apart))
			x++
		default:
			return s, x - 1
		}
	}
	return s, x - 1
}
