package arbitrary

import (
	"fmt"
	"math/rand"

	"crossentropy/info"
)

// A Mixture is two truths, the share of the first in a mixture of both, that
// mixture, and a model.
type Mixture struct {
	P, R  info.Distribution
	Share float64
	Mixed info.Distribution
	Q     info.Distribution
}

// Mixtures draws mixtures whose shares are eighths.
var Mixtures = Gen[Mixture]{
	Draw: func(r *rand.Rand) (Mixture, string) {
		n := size(r)
		p, _ := draw(r, n)
		s, _ := draw(r, n)
		p, s = gridded(p), gridded(s) // where a share of what is smallest is no 0
		q, shape := draw(r, n)
		if r.Intn(2) == 0 {
			q = mixed(0.5, q, mixed(0.5, p, s))
		}
		return mixture(float64(r.Intn(9))/8, p, s, q), shape
	},
	Shrink: func(x Mixture) []Mixture {
		var all []Mixture
		p, s, q := floats(x.P), floats(x.R), floats(x.Q)
		ps, rs, qs := simpler(p), simpler(s), simpler(q)
		for i := range min(len(ps), len(rs), len(qs)) {
			if len(ps[i]) == len(rs[i]) && len(rs[i]) == len(qs[i]) {
				all = append(all, mixture(x.Share, ps[i], rs[i], qs[i]))
			}
		}
		for i := range min(len(roundings(p)), len(roundings(s)), len(roundings(q))) {
			all = append(all, mixture(x.Share, roundings(p)[i], s, q),
				mixture(x.Share, p, roundings(s)[i], q), mixture(0.5, p, s, roundings(q)[i]))
		}
		all = append(all, mixture(0.5, p, s, q))
		return simplerThan(x, all, func(x Mixture) cost {
			c := costOf(floats(x.P), floats(x.R), floats(x.Q), []float64{x.Share})
			return c
		})
	},
	Show: func(x Mixture) string {
		return fmt.Sprintf("p = %s, r = %s, q = %s, %s of p", Vector(x.P), Vector(x.R), Vector(x.Q), Number(x.Share))
	},
}

func mixture(share float64, p, s, q []float64) Mixture {
	return Mixture{distribution(p), distribution(s), share, distribution(mixed(share, p, s)), distribution(q)}
}

// A Triple is three distributions over the same outcomes.
type Triple struct{ P, Q, R info.Distribution }

// Triples draws three distributions, or two and their midpoint between them.
var Triples = Gen[Triple]{
	Draw: func(r *rand.Rand) (Triple, string) {
		n := size(r)
		p, _ := draw(r, n)
		q, shape := draw(r, n)
		between, _ := draw(r, n)
		if r.Intn(2) == 0 {
			between = mixed(0.5, p, q)
		}
		return Triple{distribution(p), distribution(between), distribution(q)}, shape
	},
	Shrink: func(x Triple) []Triple {
		var all []Triple
		p, q, s := floats(x.P), floats(x.Q), floats(x.R)
		add := func(p, q, s []float64) {
			all = append(all, Triple{distribution(p), distribution(q), distribution(s)})
		}
		ps, qs, rs := mergers(p), mergers(q), mergers(s)
		for i := range ps {
			add(ps[i], qs[i], rs[i])
		}
		for _, rounded := range roundings(p) {
			add(rounded, q, s)
		}
		for _, rounded := range roundings(s) {
			add(p, q, rounded)
		}
		for _, rounded := range append(roundings(q), mixed(0.5, p, s)) {
			add(p, rounded, s)
		}
		return simplerThan(x, all, func(x Triple) cost { return costOf(floats(x.P), floats(x.Q), floats(x.R)) })
	},
	Show: func(x Triple) string {
		return fmt.Sprintf("p = %s, q = %s, r = %s", Vector(x.P), Vector(x.Q), Vector(x.R))
	},
}
