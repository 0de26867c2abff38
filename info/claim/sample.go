package claim

import (
	"math"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
)

// misfortune is how often a sample of a true claim may be further off than its
// bound: never, in the lifetime of a test.
const misfortune = 1e-12

// SampleMean is the mean surprisal under q of the outcomes of a sample, in bits.
// Its bound is how far the luck of the draw may have it from the mean that is
// meant, by Bernstein's inequality, computed from s.P and q.
//
// Source: Bernstein 1924; Boucheron, Lugosi & Massart 2013, Corollary 2.11.
func (l Library) SampleMean(s arbitrary.Sample, q info.Distribution) Quantity {
	var draws, sum float64
	for x, n := range s.Counts {
		if n > 0 {
			sum += float64(n) * float64(l.Surprisal(q.P(x)))
			draws += float64(n)
		}
	}
	mean := Rounded("mean surprisal", sum/draws, float64(len(s.Counts))+2*logRoundings, bitsUnder(s.P, q)+1)
	mean.bound += luck(s.P, q, draws)
	return mean
}

// luck is t with 2·exp(−N·t²/(2v + 2bt/3)) = misfortune, where v is the variance
// of the surprisals and b how far one can lie from their mean.
func luck(p, q info.Distribution, draws float64) float64 {
	mean := bitsUnder(p, q)
	var variance, furthest float64
	for x, px := range p.All() {
		if px > 0 {
			off := math.Abs(bitsOf(q.P(x)) - mean)
			variance += px * off * off
			furthest = max(furthest, off)
		}
	}
	share := math.Log(2/misfortune) / draws
	linear := furthest * share / 3
	return linear + math.Sqrt(linear*linear+2*variance*share)
}
