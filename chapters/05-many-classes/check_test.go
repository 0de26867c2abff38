package main

import (
	"math"
	"testing"

	"crossentropy/info/loss"
)

// What is measured is what the library's gradient says, and so is the formula.
func TestSlopes(t *testing.T) {
	z := []float64{0.5, -2, 3, 0}
	for _, l := range []loss.CrossEntropy{
		{}, {Weight: dear}, {Smoothing: 0.3}, {Weight: dear, Smoothing: 0.3},
	} {
		want := make([]float64, len(z))
		must(l.Classes([][]float64{z}, []int{2}, [][]float64{want}))
		for c, slope := range measured(l, z, 2) {
			if exact := formula(l, z, 2)[c]; !(math.Abs(exact-want[c]) <= 1e-15*4) || !(math.Abs(slope-exact) <= 1e-8) {
				t.Errorf("%+v, class %d: measured %v, formula %v, want %v", l, c, slope, exact, want[c])
			}
		}
	}
}
