package arbitrary

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"strings"
)

// A Row is what a classifier of several classes says of one example, a logit for
// each class, and the class that was right.
type Row struct {
	Logits []float64
	Target int
}

// Classes draws rows of one class to dozens: logits from 1e-300 to 1e300 of either
// sign, tied, with a large offset that they share, or −∞ for classes that are not
// the target. TwoClasses and ManyClasses draw two of them, and three or more.
var (
	Classes     = rowsOf(1, 150)
	TwoClasses  = rowsOf(2, 2)
	ManyClasses = rowsOf(3, 150)
)

// Ties draws rows whose logits are all the same.
var Ties = Gen[Row]{
	Draw: func(r *rand.Rand) (Row, string) {
		n := classes(r, 1, 150)
		return Row{slices.Repeat([]float64{logit(r, 1e300)}, n), r.Intn(n)}, "all tied"
	},
	Shrink: func(x Row) []Row {
		return slices.DeleteFunc(simplerRows(x), func(x Row) bool { return slices.Min(x.Logits) < slices.Max(x.Logits) })
	},
	Show: Row.String,
}

func rowsOf(least, most int) Gen[Row] {
	return Gen[Row]{
		Draw: func(r *rand.Rand) (Row, string) { return drawRow(r, classes(r, least, most)) },
		Shrink: func(x Row) []Row {
			return slices.DeleteFunc(simplerRows(x), func(x Row) bool { return len(x.Logits) < least })
		},
		Show: Row.String,
	}
}

// String is "logits (0, 1), target 1".
func (x Row) String() string { return fmt.Sprintf("logits %s, target %d", list(x.Logits), x.Target) }

// classes is mostly a few, and rarely more than a dozen.
func classes(r *rand.Rand, least, most int) int {
	switch r.Intn(16) {
	case 0:
		most = min(most, 150)
	case 1, 2:
		most = min(most, 16)
	default:
		most = min(most, 6)
	}
	return least + r.Intn(most-least+1)
}

func drawRow(r *rand.Rand, n int) (Row, string) {
	z, shape := logits(r, n, 1e300)
	x := Row{z, r.Intn(n)}
	if r.Intn(8) > 0 {
		return x, shape
	}
	for c := range x.Logits {
		if c != x.Target && r.Intn(3) == 0 {
			x.Logits[c], shape = math.Inf(-1), "ruled out"
		}
	}
	return x, shape
}

// logits draws n of them, up to a limit, or off a common offset of up to a million.
func logits(r *rand.Rand, n int, limit float64) (z []float64, shape string) {
	offset, shape := 0.0, "wide"
	switch r.Intn(4) {
	case 0:
		limit, shape = min(limit, 30), "modest"
	case 1:
		limit, offset, shape = 30, math.Copysign(logUniform(r, 1, 1e6), r.Float64()-0.5), "offset"
	}
	z = make([]float64, n)
	for c := range z {
		z[c] = offset + logit(r, limit)
	}
	if r.Intn(4) == 0 {
		shape = "tied"
		for c := range z {
			z[c] = z[c/2]
		}
	}
	return z, shape
}

// simplerRows have fewer classes, rounder logits, equal ones, or the target first.
func simplerRows(x Row) []Row {
	var all []Row
	first := slices.Clone(x.Logits)
	first[0], first[x.Target] = first[x.Target], first[0]
	all = append(all, Row{first, 0})
	for _, keep := range fewer(len(x.Logits)) {
		if target := slices.Index(keep, x.Target); target >= 0 {
			all = append(all, Row{permuted(x.Logits, keep), target})
		}
	}
	for _, z := range simplerLogits(x.Logits) {
		all = append(all, Row{z, x.Target})
	}
	return simplerThan(x, all, func(x Row) cost { return costOfLogits(x.Target, x.Logits) })
}

// fewer lists what is left of n places without the first or the second half, and
// without any one of them.
func fewer(n int) (keep [][]int) {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	keep = append(keep, all[:n/2], all[n/2:])
	for i := range all {
		keep = append(keep, slices.Delete(slices.Clone(all), i, i+1))
	}
	return slices.DeleteFunc(keep, func(k []int) bool { return len(k) == 0 || len(k) == n })
}

// simplerLogits are z rounded, moved, mirrored or all the same, and with a rounder
// one if they are few.
func simplerLogits(z []float64) [][]float64 {
	least, most := slices.Min(z), slices.Max(z)
	var all [][]float64
	for _, f := range []func(x float64) float64{
		func(float64) float64 { return 0 }, math.Round, math.Trunc,
		func(x float64) float64 { return -x },
		func(x float64) float64 { return x - least },
		func(x float64) float64 { return x - most },
		func(x float64) float64 { return min(1, max(-1, math.Round(x))) },
		func(float64) float64 { return most },
	} {
		all = append(all, each(z, f))
	}
	if len(z) <= 12 {
		all = append(all, reweighed(z)...)
	}
	all = slices.DeleteFunc(all, func(z []float64) bool { // what no softmax has
		return slices.Max(z) == math.Inf(1) || slices.Max(z) == math.Inf(-1)
	})
	return each(all, func(z []float64) []float64 {
		return each(z, func(x float64) float64 { return x + 0 }) // no −0
	})
}

// costOfLogits is that of vectors over the same classes. Of two that are as large and
// as long, the one with fewer minus signs costs less.
func costOfLogits(extra int, vectors ...[]float64) cost {
	all := slices.Concat(vectors...)
	for _, x := range all {
		if x < 0 {
			extra++
		}
	}
	size := sizeOf(all)
	return cost{len(vectors[0]), size[0], size[1], extra}
}

// list writes the first eight of x.
func list(x []float64) string {
	s := each(x[:min(8, len(x))], Number)
	if len(x) > 8 {
		s = append(s, fmt.Sprintf("… %d classes", len(x)))
	}
	return "(" + strings.Join(s, ", ") + ")"
}
