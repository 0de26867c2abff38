package arbitrary

import (
	"fmt"
	"math/rand"

	"crossentropy/info"
)

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
