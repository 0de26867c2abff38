package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// logits returns a score for each outcome.
func (ex example) logits() []float64 {
	if ex.scores != nil {
		return ex.scores
	}
	var z []float64
	for _, p := range ex.p.All() {
		z = append(z, math.Log(p))
	}
	return z
}

// heated returns softmax(z/t) of the example's scores.
func (ex example) heated(t float64) info.Distribution {
	q, err := loss.Softmax(learn.Heat([][]float64{ex.logits()}, t)[0]...)
	if err != nil {
		panic(err) // no score is NaN, and one is finite
	}
	return q
}

// ties returns the outcomes from the likeliest to the rarest, those of the same
// score together: they stay as likely as each other at any temperature.
func (ex example) ties() (all [][]int) {
	z := ex.logits()
	order := make([]int, len(z))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int { return cmp.Compare(z[k], z[i]) })
	for _, i := range order {
		if last := len(all) - 1; last >= 0 && z[all[last][0]] == z[i] {
			all[last] = append(all[last], i)
		} else {
			all = append(all, []int{i})
		}
	}
	return all
}

// together names the outcomes of a tie, of which each has the same probability.
func (ex example) together(tie []int) string {
	switch n := len(tie); n {
	case 1:
		return ex.label(tie[0])
	case 2:
		return ex.label(tie[0]) + ", " + ex.label(tie[1])
	default:
		return fmt.Sprintf("%s and %d others", ex.label(tie[0]), n-1)
	}
}
