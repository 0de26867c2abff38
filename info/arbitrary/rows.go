package arbitrary

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
)

// A Shift is a row of logits, and the same with a number added to each.
type Shift struct {
	Row
	By    float64
	After []float64
}

// Shifts draws shifts whose sums are exact, at every scale, and RoundedShifts
// those by anything.
var (
	Shifts = shifts(func(r *rand.Rand, n int) ([]float64, float64) {
		unit := math.Ldexp(1, -r.Intn(32))
		if r.Intn(4) == 0 {
			unit = math.Ldexp(1, r.Intn(1900)-950)
		}
		z := make([]float64, n)
		for c := range z {
			z[c] = unit * float64(r.Intn(1<<(1+r.Intn(16)))-1<<8)
		}
		return z, unit * float64(r.Int63n(1<<(1+r.Intn(45)))-1<<12)
	}, Shift.exact)
	RoundedShifts = shifts(func(r *rand.Rand, n int) ([]float64, float64) {
		z, _ := logits(r, n, 1e300)
		return z, logit(r, 1e300)
	}, func(Shift) bool { return true })
)

// exact says whether no sum was rounded.
func (x Shift) exact() bool {
	for c, z := range x.Logits {
		if x.After[c]-z != x.By || x.After[c]-x.By != z {
			return false
		}
	}
	return true
}

func shifted(x Row, by float64) Shift {
	return Shift{x, by, each(x.Logits, func(z float64) float64 { return z + by })}
}

func shifts(draw func(r *rand.Rand, n int) (z []float64, by float64), allowed func(Shift) bool) Gen[Shift] {
	return Gen[Shift]{
		Draw: func(r *rand.Rand) (Shift, string) {
			n := classes(r, 1, 150)
			z, by := draw(r, n)
			return shifted(Row{z, r.Intn(n)}, by), "shifted"
		},
		Shrink: func(x Shift) []Shift {
			var all []Shift
			for _, row := range simplerRows(x.Row) {
				all = append(all, shifted(row, x.By))
			}
			for _, by := range append(rounder(x.By), -x.By, 1e16) {
				all = append(all, shifted(x.Row, by))
			}
			all = simplerThan(x, all, func(x Shift) cost {
				return costOfLogits(x.Target+len(Decimal(x.By, -1)), x.Logits, []float64{x.By})
			})
			return slices.DeleteFunc(all, func(x Shift) bool { return !allowed(x) })
		},
		Show: func(x Shift) string { return fmt.Sprintf("%s, then %s added", x.Row, Number(x.By)) },
	}
}

// A Contest is a target, and what two models say of it.
type Contest struct {
	Row
	Other []float64
}

// Contests draws finite logits of every size.
var Contests = Gen[Contest]{
	Draw: func(r *rand.Rand) (Contest, string) {
		n := classes(r, 1, 150)
		z, shape := logits(r, n, 1e300)
		other, _ := logits(r, n, 1e300)
		return Contest{Row{z, r.Intn(n)}, other}, shape
	},
	Shrink: func(x Contest) []Contest {
		var all []Contest
		for _, keep := range fewer(len(x.Logits)) {
			if target := slices.Index(keep, x.Target); target >= 0 {
				all = append(all, Contest{Row{permuted(x.Logits, keep), target}, permuted(x.Other, keep)})
			}
		}
		for _, z := range simplerLogits(x.Logits) {
			all = append(all, Contest{Row{z, x.Target}, x.Other})
		}
		for _, z := range simplerLogits(x.Other) {
			all = append(all, Contest{x.Row, z})
		}
		return simplerThan(x, all, func(x Contest) cost { return costOfLogits(x.Target, x.Logits, x.Other) })
	},
	Show: func(x Contest) string {
		return fmt.Sprintf("logits %s and %s, target %d", list(x.Logits), list(x.Other), x.Target)
	},
}

// Midway are the logits halfway between the two.
func (x Contest) Midway() Row {
	return Row{each(zip(x.Logits, x.Other), func(z [2]float64) float64 { return z[0]/2 + z[1]/2 }), x.Target}
}

// A Heating is a row of logits at a temperature, and at one that is no lower.
type Heating struct {
	Logits    []float64
	Cool, Hot float64
}

// Heatings draws temperatures from 1/16 to 16.
var Heatings = Gen[Heating]{
	Draw: func(r *rand.Rand) (Heating, string) {
		z, shape := logits(r, classes(r, 1, 150), 30)
		a, b := logUniform(r, 1./16, 16), logUniform(r, 1./16, 16)
		return Heating{z, min(a, b), max(a, b)}, shape
	},
	Shrink: func(x Heating) []Heating {
		var all []Heating
		for _, row := range simplerRows(Row{x.Logits, 0}) {
			all = append(all, Heating{row.Logits, x.Cool, x.Hot})
		}
		for _, t := range []float64{0.25, 0.5, 1, 2, 4} {
			all = append(all, Heating{x.Logits, t, max(t, x.Hot)}, Heating{x.Logits, min(t, x.Cool), t})
		}
		return simplerThan(x, all, func(x Heating) cost {
			return costOfLogits(0, x.Logits, []float64{x.Cool, x.Hot})
		})
	},
	Show: func(x Heating) string {
		return fmt.Sprintf("logits %s, T = %s, then %s", list(x.Logits), Number(x.Cool), Number(x.Hot))
	},
}
