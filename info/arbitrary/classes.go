package arbitrary

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
)

// A Row is what a classifier of several classes says of one example: a logit for
// each class, the class that was right, and what each class weighs in the loss.
type Row struct {
	Logits  []float64
	Target  int
	Weights []float64
}

// Classes draws rows of up to a dozen classes: logits from 1e-300 to 1e300 of either sign, tied,
// or with a large offset that they share; weights from 0 to 4.
var Classes = Gen[Row]{
	Draw: func(r *rand.Rand) (Row, string) {
		n := 1 + r.Intn(12)
		x := Row{make([]float64, n), r.Intn(n), make([]float64, n)}
		limit, offset, shape := 1e300, 0.0, "wide"
		switch r.Intn(4) {
		case 0:
			limit, shape = 30, "modest"
		case 1:
			limit, offset, shape = 30, math.Copysign(logUniform(r, 1, 1e6), r.Float64()-0.5), "offset"
		}
		for c := range n {
			x.Logits[c] = offset + logit(r, limit)
			x.Weights[c] = float64(r.Intn(9)) / 2
		}
		if r.Intn(4) == 0 {
			shape = "tied"
			for c := range n {
				x.Logits[c] = x.Logits[c/2]
			}
		}
		return x, shape
	},
	Shrink: func(x Row) []Row {
		var all []Row
		for c := range x.Logits {
			if len(x.Logits) > 1 && c != x.Target {
				all = append(all, x.without(c))
			}
			for _, z := range rounder(x.Logits[c]) {
				simpler := slices.Clone(x.Logits)
				simpler[c] = z
				all = append(all, Row{simpler, x.Target, x.Weights})
			}
			weights := slices.Clone(x.Weights)
			weights[c] = 1
			all = append(all, Row{x.Logits, x.Target, weights})
		}
		return simplerThan(x, all, func(x Row) cost {
			c := sizeOf(append(slices.Clone(x.Logits), x.Weights...))
			return cost{len(x.Logits), c[0], c[1], x.heavy()}
		})
	},
	Show: func(x Row) string {
		return fmt.Sprintf("logits %s, target %d, weights %s", list(x.Logits), x.Target, list(x.Weights))
	},
}

// without is x with one class fewer.
func (x Row) without(c int) Row {
	target := x.Target
	if c < target {
		target--
	}
	return Row{
		slices.Delete(slices.Clone(x.Logits), c, c+1), target,
		slices.Delete(slices.Clone(x.Weights), c, c+1),
	}
}

// heavy counts the classes that do not weigh 1.
func (x Row) heavy() (n int) {
	for _, w := range x.Weights {
		if w != 1 {
			n++
		}
	}
	return n
}

func list(x []float64) string { return "(" + strings.Join(each(x, Number), ", ") + ")" }
