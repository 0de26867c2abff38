package info

var costs = share{cost, sum.plusCosts}

// cost is p log₂ 1/q, one outcome's share of a cross entropy.
func cost(p, q float64) float64 {
	if p == 0 {
		return 0 // also where q is 0: what never happens costs nothing
	}
	return p * surprisal(q)
}

// plusCosts adds the cost of each outcome, up to one that has no knot. It writes
// out what [surprisal] does, and takes two outcomes at a time.
func (s sum) plusCosts(p, q []float64) (_ sum, added int) {
	q = q[:len(p)]
	for x := 1; x < len(p); x += 2 {
		if !tabled(q[x-1]) || !tabled(q[x]) {
			return s, x - 1
		}
		wholeA, knotA, apartA := nearest(q[x-1])
		wholeB, knotB, apartB := nearest(q[x])
		s = s.plus(
			p[x-1]*(wholeA+knotA.log)+p[x]*(wholeB+knotB.log),
			p[x-1]*knotA.rest(apartA)+p[x]*knotB.rest(apartB))
	}
	return s, len(p) &^ 1
}
