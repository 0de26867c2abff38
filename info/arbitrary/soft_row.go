package arbitrary

import (
	"math"
	"math/rand"
	"slices"

	"crossentropy/info"
)

// A SoftRow is what a classifier says of one example, and what it should have said:
// how likely each class was the right one, and what each weighs, where that is not 1.
type SoftRow struct {
	Logits  []float64
	Target  info.Distribution
	Weights []float64 // nil means 1
}

// SoftRows draws logits of every size, −∞ among them, with targets of every shape,
// half of them one class for certain. NearSoftRows draws logits no more than 700
// apart, and ModestSoftRows finite ones within 60. HeavySoftRows are modest ones with
// weights.
var (
	SoftRows = softRows(func(r *rand.Rand, n int) (z []float64, shape string) {
		x, shape := drawRow(r, n)
		return x.Logits, shape
	}, 150, nil)
	NearSoftRows   = softRows(within(300), 150, func(x SoftRow) bool { return apart(x.Logits) <= 700 })
	ModestSoftRows = softRows(within(30), 60, func(x SoftRow) bool { return apart(x.Logits) <= 60 })
	HeavySoftRows  = Gen[SoftRow]{
		Draw: func(r *rand.Rand) (SoftRow, string) {
			x, _ := ModestSoftRows.Draw(r)
			x.Weights = weights(r, len(x.Logits))
			return x, "heavy"
		},
		Shrink: ModestSoftRows.Shrink,
		Show:   SoftRow.String,
	}
)

// Share is what class c counts in the loss: its target times its weight.
func (x SoftRow) Share(c int) float64 {
	if x.Weights == nil {
		return x.Target.P(c)
	}
	return x.Weights[c] * x.Target.P(c)
}

// String is "logits (0, 1), target (1/2, 1/2)", with the weights, if any.
func (x SoftRow) String() string {
	s := "logits " + list(x.Logits) + ", target " + Vector(x.Target)
	if x.Weights != nil {
		s += ", weights " + list(x.Weights)
	}
	return s
}

func within(limit float64) func(*rand.Rand, int) ([]float64, string) {
	return func(r *rand.Rand, n int) ([]float64, string) { return logits(r, n, limit) }
}

func apart(z []float64) float64 { return slices.Max(z) - slices.Min(z) }

// weights are halves from 0 to 4.
func weights(r *rand.Rand, n int) []float64 {
	w := make([]float64, n)
	for c := range w {
		w[c] = float64(r.Intn(9)) / 2
	}
	return w
}

func softRows(
	logits func(*rand.Rand, int) ([]float64, string), most int, allowed func(SoftRow) bool,
) Gen[SoftRow] {
	return Gen[SoftRow]{
		Draw: func(r *rand.Rand) (SoftRow, string) {
			n := classes(r, 1, most)
			z, shape := logits(r, n)
			if r.Intn(2) == 0 {
				return SoftRow{z, distribution(certain(n, r.Intn(n))), nil}, shape
			}
			p, _ := draw(r, n)
			return SoftRow{z, distribution(p), nil}, shape
		},
		Shrink: func(x SoftRow) []SoftRow {
			all := simplerThan(x, simplerSoftRows(x), func(x SoftRow) cost {
				target := costOf(floats(x.Target))
				size := costOfLogits(target[2]+target[3], x.Logits, x.Weights)
				size[1] += target[1]
				return size
			})
			return slices.DeleteFunc(all, func(x SoftRow) bool {
				return math.IsInf(slices.Max(x.Logits), -1) || allowed != nil && !allowed(x)
			})
		},
		Show: SoftRow.String,
	}
}

// simplerSoftRows have two classes merged, or rounder logits, targets or weights.
func simplerSoftRows(x SoftRow) (all []SoftRow) {
	p := floats(x.Target)
	for _, ij := range couples(len(p)) {
		fewer := SoftRow{without(x.Logits, ij[1]), distribution(merged(p, ij)), without(x.Weights, ij[1])}
		all = append(all, fewer)
	}
	for _, z := range simplerLogits(x.Logits) {
		all = append(all, SoftRow{z, x.Target, x.Weights})
	}
	for _, q := range roundings(p) {
		all = append(all, SoftRow{x.Logits, distribution(q), x.Weights})
	}
	for _, w := range reweighed(x.Weights) {
		if slices.Min(w) >= 0 {
			all = append(all, SoftRow{x.Logits, x.Target, w})
		}
	}
	return all
}

// without is v without its place c, or nil for nil.
func without(v []float64, c int) []float64 {
	if v == nil {
		return nil
	}
	return slices.Delete(slices.Clone(v), c, c+1)
}
