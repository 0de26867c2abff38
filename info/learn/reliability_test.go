package learn_test

import (
	"fmt"
	"math"
	"testing"

	"crossentropy/info/learn"
)

func TestReliability(t *testing.T) {
	forecasts := []float64{0, 0.1, 0.25, 0.4, 0.5, 0.99, 1}
	happened := []bool{false, true, false, true, true, true, true}
	want := "{2 0.05 0.5} {2 0.325 0.5} {1 0.5 1} {2 0.995 1}"
	got := learn.Reliability(forecasts, happened, 4)
	if s := fmt.Sprint(got); s != "["+want+"]" {
		t.Errorf("got %v, want %v", s, want)
	}
	whole := learn.Reliability(forecasts, happened, 1)[0]
	if whole.N != 7 || !near(whole.Forecast, 3.24/7) || !near(whole.Share, 5./7) {
		t.Errorf("all in one bin: %v", whole)
	}
	if none := learn.Reliability(nil, nil, 2); none[1].N != 0 || !math.IsNaN(none[1].Forecast) || !math.IsNaN(none[1].Share) {
		t.Errorf("of nothing: %v", none)
	}
}

func TestReliabilityPanics(t *testing.T) {
	once := []bool{true}
	panics(t, "below 0", func() { learn.Reliability([]float64{-0.1}, once, 2) })
	panics(t, "above 1", func() { learn.Reliability([]float64{1.1}, once, 2) })
	panics(t, "NaN", func() { learn.Reliability([]float64{math.NaN()}, once, 2) })
	panics(t, "no bins", func() { learn.Reliability([]float64{0.5}, once, 0) })
	panics(t, "no event", func() { learn.Reliability([]float64{0.5}, nil, 2) })
	panics(t, "no forecast", func() { learn.Reliability(nil, once, 2) })
}
