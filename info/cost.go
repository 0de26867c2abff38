package info

import "math"

var costs = share{cost, sum.plusCosts}

// cost is p log₂ 1/q, one outcome's share of a cross entropy.
func cost(p, q float64) float64 {
	if p == 0 {
		return 0 // also where q is 0: what never happens costs nothing
	}
	return p * surprisal(q)
}

// plusCosts adds the cost of each outcome, up to one that has no knot. It writes
// out what [surprisal] does, for two outcomes at a time.
func (s sum) plusCosts(p, q []float64) (_ sum, added int) {
	q = q[:len(p)]
	x := 1
	for x < len(p) {
		switch a, b := math.Float64bits(q[x-1]), math.Float64bits(q[x]); {
		case tabled(a) && tabled(b):
			wholeA, knotA, apartA := nearest(a)
			wholeB, knotB, apartB := nearest(b)
			s = s.plus(
				p[x-1]*(wholeA+knotA.log)+p[x]*(wholeB+knotB.log),
				p[x-1]*knotA.rest(apartA)+p[x]*knotB.rest(apartB))
			x += 2
		case p[x-1] == 0:
			x++
		case tabled(a):
			whole, knot, apart := nearest(a)
			s = s.plus(p[x-1]*(whole+knot.log), p[x-1]*knot.rest(apart))
			x++
		default:
			return s, x - 1
		}
	}
	return s, x - 1
}
