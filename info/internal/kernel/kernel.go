// Package kernel is how the last digits and the speed of info come about: sums over
// probabilities in which nothing cancels and no digit is lost on the way, without a call
// of a logarithm in their loops.
//
// The functions take slices of floats, none of them negative, NaN or infinite, and check
// nothing. Of two slices the second is at least as long as the first. What they sum to is
// not asked: of weights that sum to something else than 1, the formula says what is
// returned. Sums are in bits. An error is in units in the last place (ulp) of the exact
// result, for probabilities. The bounds named are those of all cases that were tried, in
// the tests beside the functions: sums that are contrived so that all roundings point one
// way exceed them a little, an entropy of hundreds of nearly equal outcomes by half an ulp.
package kernel

import "math"

// CrossEntropy returns
//
//	Σ p log₂ 1/q
//
// where terms with p = 0 are 0, and others with q = 0 are +Inf. It is off by 2 ulp at
// most. Where no q is above 1, so that no term is negative, that is also true of weights.
func CrossEntropy(p, q []float64) float64 { return sum(p, q, addCosts, cost) }

// BinaryEntropy returns
//
//	p log₂ 1/p + (1 − p) log₂ 1/(1 − p)
//
// for p from 0 to 1. It is off by 2 ulp at most, as the digits of p that 1 − p has no room
// for count too.
func BinaryEntropy(p float64) float64 {
	q := 1 - p
	lost := (1 - q) - p // q + lost is 1 − p exactly
	var h Sum
	h = h.plus(cost(p, p))
	h = h.plus(cost(q, q))
	if q > 0 {
		h = h.plus(0, lost*(Surprisal(q)-math.Log2E))
	}
	return h.Value()
}

// KullbackLeibler returns
//
//	Σ p log₂ p/q − (p − q) log₂ e
//
// which is the divergence of distributions, of which Σ (p − q) is 0; of other weights it is
// what the field calls the generalized divergence, or I-divergence. Terms with q = 0 are
// +Inf where p > 0. No term is negative, and so nothing cancels: it is off by 4 ulp at most,
// and is 0 where p = q.
func KullbackLeibler(p, q []float64) float64 { return sum(p, q, addExcesses, farExcess) }

// JensenShannon returns
//
//	½ Σ p log₂ p/m + q log₂ q/m, with m = (p + q)/2
//
// of distributions or of other weights. No term is negative. It is off by 4 ulp at most, is
// the same number with p and q swapped, and is 0 where p = q.
func JensenShannon(p, q []float64) float64 { return sum(p, q, addContrasts, farContrast) / 2 }

// sum adds up the shares of all outcomes. The loop inside fast does most of it, without a
// call, which would take as long as the rest of the work. It adds outcomes up to one that
// is out of the ordinary, and says how many it has added. slow returns the share of that
// one in two parts, the first of which has all but the last digits.
//
// It adds up blocks, in which there is not time for the errors of the lower half of a sum
// to grow.
func sum(p, q []float64,
	fast func(s Sum, p, q []float64) (_ Sum, added int),
	slow func(p, q float64) (most, rest float64),
) float64 {
	const block = 1 << 10
	var all Sum
	for len(p) > 0 {
		n := min(block, len(p))
		part, done := fast(Sum{}, p[:n], q[:n])
		for done < n {
			part = part.plus(slow(p[done], q[done]))
			var more int
			part, more = fast(part, p[done+1:n], q[done+1:n])
			done += 1 + more
		}
		all = all.plus(part.Hi, part.Lo)
		p, q = p[n:], q[n:]
	}
	return all.Value()
}

// cost is p log₂ 1/q, one outcome's share of a cross entropy, in two
// parts: the first has all but the last digits.
func cost(p, q float64) (most, rest float64) {
	if p == 0 {
		return 0, 0 // what never happens costs nothing, even if q is 0
	}
	most, rest = surprisalParts(q)
	return p * most, p * rest
}

// addCosts adds the cost of each outcome, up to one that has no knot, or the last if it is
// left alone. It writes out what [surprisalParts] does, for two outcomes at a time.
func addCosts(s Sum, p, q []float64) (_ Sum, added int) {
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
				s = s.grow(mostA + mostB)
			} else { // what rounding this sum would lose counts
				s = s.Plus(mostA)
				s = s.Plus(mostB)
			}
			x += 2
		case p[x-1] == 0:
			x++
		case tabled(a):
			k, knot, apart := nearest(a)
			s = s.plus(p[x-1]*(k+knot.log), p[x-1]*knot.rest(apart))
			x++
		default:
			return s, x - 1
		}
	}
	return s, x - 1
}
