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
	p, shape = draw(r, 1+r.Intn(8)) // few outcomes, because 40 digits take their time
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
