package learn_test

import (
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
)

func TestDifferences(t *testing.T) {
	mean, off := info.Estimate(learn.Differences([]float64{3, 4, 5}, []float64{2, 2, 2}))
	if !near(mean, 2) || !near(off, math.Sqrt(1./3)) {
		t.Errorf("%v ± %v, want 2 ± √⅓", mean, off)
	}
	says(t, map[string]func(){
		"learn: 1 and 2 rows, want as many": func() { learn.Differences([]float64{1}, []float64{1, 2}) },
	})
}
