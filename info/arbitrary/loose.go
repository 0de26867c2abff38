package arbitrary

import (
	"math/rand"
	"slices"
)

// LooseModels draws pairs in which only P need sum to 1, and LooseTruths pairs
// in which only Q need. OverfullModels draws pairs in which Q sums to more than 1,
// although no probability in it is above 1.
var (
	OverfullModels = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
		p, q = possible(r)
		largest := slices.Max(q)
		return p, each(q, func(x float64) float64 { return x / largest }), "overfull model"
	}, roundings, atMostOne, mergersAtMostOne)
	LooseModels = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
		p, q = possible(r)
		return p, scaled(q, r), "loose model"
	}, roundings, reweighed, mergers)
	LooseTruths = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
		p, q = possible(r)
		return scaled(p, r), q, "loose truth"
	}, reweighed, roundings, mergers)
)

func atMostOne(p []float64) [][]float64 { return notAboveOne(reweighed(p)) }

func mergersAtMostOne(p []float64) [][]float64 { return notAboveOne(mergers(p)) }

func notAboveOne(all [][]float64) [][]float64 {
	for _, p := range all {
		for i := range p {
			p[i] = min(1, p[i])
		}
	}
	return all
}
