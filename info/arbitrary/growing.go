package arbitrary

import (
	"math/rand"

	"crossentropy/info"
)

// A Growing is a distribution and one over more outcomes.
type Growing struct{ Few, Many info.Distribution }

// Uniforms draws equally likely outcomes, and more of them. Grown draws any
// distribution and any over more outcomes.
var (
	Uniforms = growing(func(_ *rand.Rand, n int) []float64 { return uniform(n) })
	Grown    = growing(func(r *rand.Rand, n int) []float64 { p, _ := draw(r, n); return p })
)

func growing(of func(r *rand.Rand, n int) []float64) Gen[Growing] {
	return Gen[Growing]{
		Draw: func(r *rand.Rand) (Growing, string) {
			few := 1 + r.Intn(300)
			more := few + 1 + r.Intn(300)
			return Growing{distribution(of(r, few)), distribution(of(r, more))}, "growing"
		},
		Shrink: func(x Growing) []Growing {
			var all []Growing
			r := rand.New(rand.NewSource(1))
			for few := 1; few < min(6, x.Few.Len()+1); few++ {
				for more := few + 1; more < 7; more++ {
					for range 8 {
						all = append(all, Growing{distribution(of(r, few)), distribution(of(r, more))})
					}
				}
			}
			return simplerThan(x, all, func(x Growing) cost { return costOf(floats(x.Few), floats(x.Many)) })
		},
		Show: func(x Growing) string { return "few = " + Vector(x.Few) + ", many = " + Vector(x.Many) },
	}
}
