package info

import "math"

// KullbackLeibler returns what the model q costs above the truth p,
//
//	D(p‖q) = Σ p(x) log₂ p(x)/q(x) = H(p, q) − H(p)
//
// in bits. Bounds: 0, where q = p and nowhere else, and +Inf, where q
// gives probability 0 to an outcome that p allows. It is not symmetric.
//
// The plain sum adds positive and negative terms that nearly cancel
// where q is close to p, and can end below 0. Here each term also
// carries q(x) − p(x), which sums to 0 over distributions and leaves no
// term negative.
//
// It panics if p and q have different lengths.
//
// Source: Kullback & Leibler 1951; Cover & Thomas 2006, §2.3.
func KullbackLeibler(p, q Distribution) Bits {
	mustMatch(p, q)
	var d float64
	for x, px := range p.p {
		d += excess(px, q.p[x])
	}
	return Bits(d / math.Ln2)
}

// JensenShannon returns how much an outcome tells, on average, about
// which of p and q it was drawn from, each as likely as the other,
//
//	JS(p, q) = ½ D(p‖m) + ½ D(q‖m), with m = (p + q)/2
//
// in bits. It is symmetric. Bounds: 0, where p = q, and 1, where no
// outcome is possible under both.
//
// It panics if p and q have different lengths.
//
// Source: Lin 1991.
func JensenShannon(p, q Distribution) Bits {
	mustMatch(p, q)
	var d float64
	for x, px := range p.p {
		d += contrast(px, q.p[x])
	}
	return Bits(d / math.Ln2)
}

// excess is p ln(p/q) − p + q, one outcome's share of a divergence in
// nats. It is 0 for p = q and positive otherwise.
func excess(p, q float64) float64 {
	switch s := (p - q) / (p + q); {
	case p == q:
		return 0
	case p == 0:
		return q
	case math.Abs(s) < 0.25:
		// ln(p/q) is 2·artanh(s), whose first term cancels q − p. What
		// is left, (1 + s)·artanh(s) − s = s² + s³/3 + s⁴/3 + s⁵/5 +
		// s⁶/5 + …, has no subtraction but the one in s.
		sum, power := 0.0, s*s
		for k := 1.0; k < 30; k += 2 {
			sum += power/k + power*s/(k+2)
			power *= s * s
		}
		return (p + q) * sum
	default:
		ratio := log(p / q)
		if math.IsInf(ratio, 1) { // p/q overflows, or q is 0
			ratio = log(p) - log(q)
		}
		return p*ratio - (p - q)
	}
}

// contrast is ½p ln(p/m) + ½q ln(q/m) with m = (p + q)/2, one outcome's
// share of a Jensen–Shannon divergence in nats.
func contrast(p, q float64) float64 {
	s := math.Abs(p-q) / (p + q) // p/m and q/m are 1 + s and 1 − s
	var sum float64
	switch {
	case p == q:
		return 0
	case s < 0.25: // s² + s⁴/6 + s⁶/15 + …, where logarithms would cancel
		power := s * s
		for k := 1.0; k < 15; k++ {
			sum += power / (k * (2*k - 1))
			power *= s * s
		}
	case s < 1:
		sum = (1+s)*math.Log1p(s) + (1-s)*math.Log1p(-s)
	default:
		sum = 2 * math.Ln2
	}
	return (p + q) / 4 * sum
}

// log is the natural logarithm by way of the binary one, because
// math.Log is wrong below 2⁻¹⁰²² on amd64 (golang.org/issue/56600).
func log(x float64) float64 { return math.Log2(x) * math.Ln2 }
