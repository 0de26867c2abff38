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
		if r.Intn(4) == 0 { // all sure of one outcome, more or less
			n := 2 + r.Intn(3)
			sure, _ := draw(r, n)
			unsure, _ := draw(r, n)
			one := certain(n, 0)
			return mixture(float64(r.Intn(9))/8, mixed(0.5, one, gridded(sure)), mixed(0.75, one, gridded(unsure)), one), "sure"
		}
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

// A Blend is two pairs of a truth and a model, and both mixed by one share.
type Blend struct {
	First, Second, Mixed Pair
	Share                float64
}

// Blends draws blends whose shares are eighths.
var Blends = Gen[Blend]{
	Draw: func(r *rand.Rand) (Blend, string) {
		n := 1 + r.Intn(12)
		var v [4][]float64
		for i := range v {
			v[i], _ = draw(r, n)
			v[i] = gridded(v[i])
		}
		if r.Intn(2) == 0 { // models that allow what their truths allow
			v[1], v[3] = mixed(0.5, v[0], v[1]), mixed(0.5, v[2], v[3])
		}
		return blend(v, float64(r.Intn(9))/8), "blend"
	},
	Shrink: func(x Blend) []Blend {
		now := [4][]float64{floats(x.First.P), floats(x.First.Q), floats(x.Second.P), floats(x.Second.Q)}
		all := []Blend{blend(now, 0.5)}
		for _, ij := range couples(len(now[0])) {
			v := now
			for i := range v {
				v[i] = merged(v[i], ij)
			}
			all = append(all, blend(v, x.Share))
		}
		for i := range now {
			for _, rounded := range roundings(now[i]) {
				v := now
				v[i] = rounded
				all = append(all, blend(v, x.Share))
			}
		}
		return simplerThan(x, all, func(x Blend) cost {
			return costOf(floats(x.First.P), floats(x.First.Q), floats(x.Second.P), floats(x.Second.Q), []float64{x.Share})
		})
	},
	Show: func(x Blend) string {
		return fmt.Sprintf("%s and %s, %s of the first", showPair(x.First), showPair(x.Second), Number(x.Share))
	},
}

func blend(v [4][]float64, share float64) Blend {
	return Blend{
		First: pairOf(v[0], v[1]), Second: pairOf(v[2], v[3]),
		Mixed: pairOf(mixed(share, v[0], v[2]), mixed(share, v[1], v[3])), Share: share,
	}
}
