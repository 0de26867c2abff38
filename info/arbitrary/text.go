package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"

	"crossentropy/info"
)

// A Text is how often each letter of an alphabet occurs in some text, and a
// model of the letters.
type Text struct {
	Counts []float64
	Q      info.Distribution
}

// Texts draws texts of a letter or more.
var Texts = Gen[Text]{
	Draw: func(r *rand.Rand) (Text, string) {
		q, shape := draw(r, 1+r.Intn(8))
		counts := make([]float64, len(q))
		for range 1 + r.Intn(40) {
			counts[r.Intn(len(q))]++
		}
		return Text{counts, distribution(q)}, shape
	},
	Shrink: func(x Text) []Text {
		var all []Text
		q := floats(x.Q)
		counts, models := mergers(x.Counts), mergers(q)
		for i := range counts {
			all = append(all, Text{counts[i], distribution(models[i])})
		}
		for _, rounded := range roundings(q) {
			all = append(all, Text{x.Counts, distribution(rounded)})
		}
		for i, count := range x.Counts {
			for _, less := range []float64{0, 1, count - 1} {
				fewer := slices.Clone(x.Counts)
				if fewer[i] = max(0, less); slices.Max(fewer) > 0 {
					all = append(all, Text{fewer, x.Q})
				}
			}
		}
		return simplerThan(x, all, func(x Text) cost {
			c := costOf(floats(x.Q))
			for _, count := range x.Counts {
				c[2] += int(count)
			}
			return c
		})
	},
	Show: func(x Text) string { return fmt.Sprintf("counts %v, q = %s", x.Counts, Vector(x.Q)) },
}
