package main

import (
	"math"
	"testing"

	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

func TestRise(t *testing.T) {
	for _, z := range []float64{-5, 0, 0.5, 3} {
		yhat := loss.Sigmoid(z)
		if got := rise(loss.Sigmoid, z); !(math.Abs(got-yhat*(1-yhat)) <= 1e-8) { // of h²
			t.Errorf("z = %v: σ′ is %v, want %v", z, got, yhat*(1-yhat))
		}
	}
}

func TestLookup(t *testing.T) {
	d := learn.Data{X: [][]float64{{1}, {2}, {2}, {2}}, Y: []int{1, 0, 0, 1}, Classes: 2}
	table := tableOf(d)
	for _, c := range []struct{ radius, added, want float64 }{
		{1, 0, 1}, {2, 0, 1. / 3}, {1, 1, 2. / 3}, {2, 1, 2. / 5}, {9, 1, 1. / 2},
	} {
		if got := table.forecast(c.radius, c.added); got != c.want {
			t.Errorf("radius %v, %v added: %v, want %v", c.radius, c.added, got, c.want)
		}
	}
	want := (2*math.Log2(3./2) + math.Log2(3)) / 4
	got := costOf(d, func(radius float64) float64 { return table.forecast(radius, 0) })
	if !(math.Abs(float64(got)-want) <= 1e-15) {
		t.Errorf("the table costs %v, want %v", got, want)
	}
}
