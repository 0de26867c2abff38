package arbitrary

import (
	"math"
	"math/rand"
	"slices"

	"crossentropy/info"
)

// A Transfer is a distribution before and after one outcome gave some of its
// probability to another.
type Transfer struct{ Before, After info.Distribution }

// Levellings draws transfers from a likelier outcome to a rarer one of at most
// their difference. Robberies draws transfers of more.
var (
	Levellings = transfers(0, 1)
	Robberies  = transfers(1, 8)
)

// transfers moves between low and high times the difference of two outcomes.
func transfers(low, high float64) Gen[Transfer] {
	move := func(p []float64, part float64) (Transfer, bool) {
		rich, poor := slices.Index(p, slices.Max(p)), slices.Index(p, slices.Min(p))
		amount := math.Floor(math.Min((low+(high-low)*part)*(p[rich]-p[poor]), p[rich])*0x1p52) / 0x1p52
		q := slices.Clone(p)
		q[rich] -= amount
		q[poor] += amount
		return Transfer{distribution(p), distribution(q)}, rich != poor
	}
	return Gen[Transfer]{
		Draw: func(r *rand.Rand) (Transfer, string) {
			p, shape := draw(r, 2+r.Intn(7))
			x, _ := move(p, r.Float64())
			return x, shape
		},
		Shrink: func(x Transfer) []Transfer {
			var all []Transfer
			for _, p := range append(simpler(floats(x.Before)), floats(x.Before)) {
				for _, part := range []float64{1, 0.5, 0.25} {
					if y, ok := move(p, part); ok {
						all = append(all, y)
					}
				}
			}
			return simplerThan(x, all, func(x Transfer) cost { return costOf(floats(x.Before), floats(x.After)) })
		},
		Show: func(x Transfer) string { return "p = " + Vector(x.Before) + ", then " + Vector(x.After) },
	}
}
