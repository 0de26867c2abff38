package learn_test

import (
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
)

func TestEstimate(t *testing.T) {
	for _, c := range []struct {
		sample     []float64
		mean, off  float64
		differFrom []float64
	}{
		{sample: []float64{1, 2, 3}, mean: 2, off: math.Sqrt(1. / 3)},
		{sample: []float64{5, 5, 5, 5}, mean: 5},
		{sample: []float64{0, 8}, mean: 4, off: 4},
		{sample: []float64{3, 4, 5}, differFrom: []float64{2, 2, 2}, mean: 2, off: math.Sqrt(1. / 3)},
		{sample: []float64{7}, mean: 7, off: math.NaN()},
	} {
		sample := c.sample
		if c.differFrom != nil {
			sample = learn.Differences(sample, c.differFrom)
		}
		mean, off := learn.Estimate(sample)
		if !near(mean, c.mean) || !near(off, c.off) && !(math.IsNaN(off) && math.IsNaN(c.off)) {
			t.Errorf("%v: %v ± %v, want %v ± %v", sample, mean, off, c.mean, c.off)
		}
	}
	says(t, map[string]func(){
		"learn: no sample to estimate a mean from": func() { learn.Estimate([]info.Bits{}) },
		"learn: 1 and 2 rows, want as many":        func() { learn.Differences([]float64{1}, []float64{1, 2}) },
	})
}
