package info

import "crossentropy/info/internal/kernel"

// KullbackLeibler returns what the model q costs above the truth p,
//
//	D(p‖q) = Σ p(x) log₂ p(x)/q(x) = H(p, q) − H(p)
//
// in bits. Bounds: 0, where q = p and nowhere else, and +Inf, where q
// gives probability 0 to an outcome that p allows. It is not symmetric.
//
// The plain sum adds positive and negative terms that nearly cancel
// where q is close to p, and can end below 0. Here each term also
// carries q(x) − p(x), which leaves no term negative. That sums to 0; of
// floats that do not sum to 1, it adds (Σq − Σp)/ln 2.
//
// It panics if p and q have different lengths.
//
// Source: Kullback & Leibler 1951; Cover & Thomas 2006, §2.3.
func KullbackLeibler(p, q Distribution) Bits {
	mustMatch(p, q)
	return Bits(kernel.KullbackLeibler(p.p, q.p))
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
	return Bits(kernel.JensenShannon(p.p, q.p))
}
