package sample

import (
	"math"

	"crossentropy/info"
)

// Entropies returns what samples of n draws from p tell of its entropy on average, in bits:
// that of their counts, and the same as Miller and Madow mend it, with (m − 1)/2n nats added
// where m outcomes were seen. Nothing is drawn: how often an outcome comes up in n draws has
// a binomial distribution. Special cases are:
//
//	Entropies(p, 1) = 0, 0
//
// It panics if n is not positive. Source: Miller 1955.
func Entropies(p info.Distribution, n int) (counted, mended info.Bits) {
	if n < 1 {
		panic("sample: no draws to count")
	}
	if n == 1 {
		return 0, 0
	}
	var seen float64 // how many outcomes, on average
	for _, px := range p.All() {
		counted += meanTerm(n, px)
		seen += 1 - math.Pow(1-px, float64(n))
	}
	return counted, counted + info.Nats(max(0, seen-1)/float64(2*n)).Bits()
}

// meanTerm is the mean of k/n log₂ n/k, where k is how often an outcome of probability p
// comes up in n draws. It leaves out k that are as good as impossible.
func meanTerm(n int, p float64) (mean info.Bits) {
	if p <= 0 || p >= 1 {
		return 0
	}
	with, without := math.Log(p), math.Log1p(-p)
	chance := float64(n) * without // of k = 0, as a logarithm
	for k := 1; k < n; k++ {
		chance += math.Log(float64(n-k+1)/float64(k)) + with - without
		const impossible = -40
		if chance < impossible && float64(k) > p*float64(n) {
			break
		}
		share := float64(k) / float64(n)
		mean += info.Bits(math.Exp(chance)*share) * info.Surprisal(share)
	}
	return mean
}
