package kernel

import "math"

// A joint distribution comes row by row in one slice, p(x, y) of all y for the first x,
// then for the next, with n values of y in each row.

// Margins returns p(x) = Σ_y p(x, y) and p(y) = Σ_x p(x, y).
func Margins(pairs []float64, n int) (x, y []Sum) {
	x, y = make([]Sum, len(pairs)/max(1, n)), make([]Sum, n)
	for i, pxy := range pairs {
		x[i/n] = x[i/n].Plus(pxy)
		y[i%n] = y[i%n].Plus(pxy)
	}
	return x, y
}

// ConditionalEntropy returns
//
//	H(Y|X) = Σ p(x, y) log₂ p(x)/p(x, y)
//
// No term is negative. It is off by 2 ulp at most.
func ConditionalEntropy(pairs []float64, n int) float64 {
	x, _ := Margins(pairs, n)
	var h Sum
	for i, pxy := range pairs {
		if pxy > 0 {
			px := x[i/n]
			share := pxy / px.Hi
			lacks := math.FMA(-share, px.Hi, pxy) - share*px.Lo // p(x, y) − share·p(x)
			h = h.plus(pxy*Surprisal(share), -lacks*math.Log2E)
		}
	}
	return h.Value()
}

// MutualInformation returns
//
//	I(X; Y) = Σ p(x, y) log₂ p(x, y)/(p(x)·p(y)) − (p(x, y) − p(x)·p(y)) log₂ e
//
// the divergence of the pairs from the products of their margins, as [KullbackLeibler] has
// it. No term is negative. It is off by 4 ulp at most, if the products are no subnormals and
// X and Y are not as independent as floats can make them.
func MutualInformation(pairs []float64, n int) float64 {
	x, y := Margins(pairs, n)
	var d Sum
	for i, pxy := range pairs {
		d = d.Plus(dependence(pxy, x[i/n], y[i%n]))
	}
	return d.Value()
}

// dependence is one pair's share of the mutual information, for margins of a and b.
func dependence(pxy float64, a, b Sum) float64 {
	apart := float64(a.Hi * b.Hi)  // rounded here, on every processor
	if pxy > 0 && apart < lowest { // the product has lost digits, or all of them
		log := Surprisal(a.Hi) + Surprisal(b.Hi) - Surprisal(pxy)
		return max(0, pxy*log-(pxy-apart)*math.Log2E)
	}
	lost := math.FMA(a.Hi, b.Hi, -apart) + a.Hi*b.Lo + a.Lo*b.Hi
	return excess(pxy, apart, lost)
}
