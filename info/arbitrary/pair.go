package arbitrary

import (
	"math/rand"
	"slices"

	"crossentropy/info"
)

// A Pair is a truth and a model of it, over the same outcomes.
type Pair struct{ P, Q info.Distribution }

// Mirrored says whether Q is P or P in reverse.
func (x Pair) Mirrored() bool {
	p, q := floats(x.P), floats(x.Q)
	if slices.Equal(p, q) {
		return true
	}
	slices.Reverse(q)
	return slices.Equal(p, q)
}

// showPair writes as many digits as it takes to tell p from q.
func showPair(x Pair) string {
	digits := 3
	for vector(x.P, digits) == vector(x.Q, digits) && digits < 17 && !slices.Equal(floats(x.P), floats(x.Q)) {
		digits++
	}
	return "p = " + vector(x.P, digits) + ", q = " + vector(x.Q, digits)
}

// Pairs draws a truth and a model that is equal to it, close to it, far from
// it, or rules out some of what it allows.
var Pairs = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
	p, q = possible(r)
	switch r.Intn(8) {
	case 0:
		return p, p, "equal"
	case 1, 2:
		return p, nudged(p, logUniform(r, 1e-12, 1), r), "close"
	case 3, 4:
		return p, q, "possible"
	default:
		q, _ = draw(r, len(p))
		if slices.ContainsFunc(zip(p, q), func(x [2]float64) bool { return x[0] > 0 && x[1] == 0 }) {
			return p, q, "ruled out"
		}
		return p, q, "possible"
	}
}, roundings, roundings, simpler)

// ClosePairs draws pairs in which each probability moved by a part between 1e-13
// and 1e-8 of itself.
var ClosePairs = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
	p, shape = draw(r, size(r))
	p = gridded(p)
	return p, nudged(p, logUniform(r, 1e-13, 1e-8), r), shape
}, roundings, roundings, simpler)

// Twins draws a distribution and the same once more.
var Twins = pairs(func(r *rand.Rand) (p, q []float64, shape string) {
	p, shape = draw(r, size(r))
	return p, p, shape
}, none, none, simpler)

// Relabelled draws a distribution and the same with its outcomes exchanged.
var Relabelled = Gen[Pair]{
	Draw: func(r *rand.Rand) (Pair, string) {
		p, shape := draw(r, size(r))
		return pairOf(p, permuted(p, r.Perm(len(p)))), shape
	},
	Shrink: func(x Pair) []Pair {
		all := [][2][]float64{}
		for _, p := range append(simpler(floats(x.P)), floats(x.P)) {
			q := slices.Clone(p)
			if len(q) > 1 {
				q[0], q[1] = q[1], q[0]
			}
			all = append(all, [2][]float64{p, q})
		}
		return simplerPairs(x, all)
	},
	Show: showPair,
}

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

// UniformModels draws a truth with the model that has no opinion.
var UniformModels = Gen[Pair]{
	Draw: func(r *rand.Rand) (Pair, string) {
		p, shape := draw(r, size(r))
		return Pair{distribution(p), info.Uniform(len(p))}, shape
	},
	Shrink: func(x Pair) []Pair {
		return each(Distributions.Shrink(x.P), func(p info.Distribution) Pair { return Pair{p, info.Uniform(p.Len())} })
	},
	Show: showPair,
}

// DyadicModels draws a truth with a model of powers of two that allows it all.
var DyadicModels = Gen[Pair]{
	Draw: func(r *rand.Rand) (Pair, string) {
		p, shape := draw(r, 1+r.Intn(40))
		return pairOf(p, dyadic(r, len(p))), shape
	},
	Shrink: func(x Pair) []Pair {
		var all [][2][]float64
		q := floats(x.Q)
		for _, p := range roundings(floats(x.P)) {
			all = append(all, [2][]float64{p, q})
		}
		for _, ij := range couples(len(q)) {
			if q[ij[0]] == q[ij[1]] { // two equal powers of two make another
				fewer := merged(q, ij)
				for _, p := range append(roundings(merged(floats(x.P), ij)), merged(floats(x.P), ij)) {
					all = append(all, [2][]float64{p, fewer})
				}
			}
		}
		return simplerPairs(x, all)
	},
	Show: showPair,
}

// Coins draws pairs of coins, p = (a, 1−a) and q = (b, 1−b), that land heads so
// many times in 64. ThreeSided draws the same with a third side, and each side
// possible.
var (
	Coins      = pairs(sixtyFourths(2, 0), roundings, roundings, none)
	ThreeSided = pairs(sixtyFourths(3, 1), allPossible, allPossible, none)
)

func allPossible(p []float64) [][]float64 {
	return slices.DeleteFunc(roundings(p), func(p []float64) bool { return slices.Min(p) == 0 })
}

// pairs makes a generator of pairs whose shrinking simplifies p, or q, or both
// at once in the same place.
func pairs(
	draw func(r *rand.Rand) (p, q []float64, shape string),
	simplerP, simplerQ, both func([]float64) [][]float64,
) Gen[Pair] {
	return Gen[Pair]{
		Draw: func(r *rand.Rand) (Pair, string) {
			p, q, shape := draw(r)
			return pairOf(p, q), shape
		},
		Shrink: func(x Pair) []Pair {
			p, q := floats(x.P), floats(x.Q)
			all := zip(both(p), both(q))
			ps, qs := simplerP(p), simplerQ(q)
			for _, simpleP := range ps[:min(6, len(ps))] {
				for _, simpleQ := range qs[:min(6, len(qs))] {
					all = append(all, [2][]float64{simpleP, simpleQ})
				}
			}
			for _, simple := range ps {
				all = append(all, [2][]float64{simple, q})
			}
			for _, simple := range qs {
				all = append(all, [2][]float64{p, simple})
			}
			return simplerPairs(x, all)
		},
		Show: showPair,
	}
}

func simplerPairs(x Pair, all [][2][]float64) []Pair {
	all = simplerThan([2][]float64{floats(x.P), floats(x.Q)}, all,
		func(x [2][]float64) cost { return costOf(x[0], x[1]) })
	return each(all, func(x [2][]float64) Pair { return pairOf(x[0], x[1]) })
}

func pairOf(p, q []float64) Pair { return Pair{distribution(p), distribution(q)} }

func none([]float64) [][]float64 { return nil }

// possible draws a truth and a model that allows all that the truth allows.
func possible(r *rand.Rand) (p, q []float64) {
	n := size(r)
	p, _ = draw(r, n)
	q, _ = draw(r, n)
	return p, mixed(0.5, p, q)
}

func sixtyFourths(sides, each int) func(r *rand.Rand) (p, q []float64, shape string) {
	deal := func(r *rand.Rand) []float64 {
		p := slices.Repeat([]float64{float64(each) / 64}, sides)
		for left := 64 - sides*each; left > 0; {
			k := 1 + r.Intn(left)
			p[r.Intn(sides)] += float64(k) / 64
			left -= k
		}
		return p
	}
	return func(r *rand.Rand) (p, q []float64, shape string) {
		p = deal(r)
		switch r.Intn(4) {
		case 0:
			return p, p, "equal"
		case 1:
			return p, permuted(p, r.Perm(sides)), "relabelled"
		default:
			return p, deal(r), "unrelated"
		}
	}
}

func zip[T any](a, b []T) [][2]T {
	ab := make([][2]T, min(len(a), len(b)))
	for i := range ab {
		ab[i] = [2]T{a[i], b[i]}
	}
	return ab
}

// nudged moves each probability by at most a part of itself.
func nudged(p []float64, part float64, r *rand.Rand) []float64 {
	w := each(p, func(x float64) float64 { return x * (1 + part*(2*r.Float64()-1)) })
	return gridded(w)
}

func mixed(share float64, p, q []float64) []float64 {
	return each(zip(p, q), func(x [2]float64) float64 { return share*x[0] + (1-share)*x[1] })
}

func permuted(p []float64, order []int) []float64 {
	return each(order, func(i int) float64 { return p[i] })
}
