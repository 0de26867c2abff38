package main

import (
	"math"
	"testing"

	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// The first split is that of the chapter, and ends as there.
func TestEnding(t *testing.T) {
	e, want := endingOf(data.Digits(), 1), trial()
	if got, want := e.stopped.Loss(), want.Run.Stopped().Answer(want.Test).Loss(); got != want {
		t.Errorf("stopped, it costs %v, want %v", got, want)
	}
	heated := want.Run.Trained().Answer(want.Test).At(want.Temperature)
	if got, want := e.heated.Loss(), heated.Loss(); got != want {
		t.Errorf("heated, it costs %v, want %v", got, want)
	}
}

func TestPass(t *testing.T) {
	p := learn.Problem{Data: trial().Training}
	passed := slope(crossEntropySlope).pass(p, p.Start(), 1/p.Smoothness(), []int{2, 5})
	for i, steps := range []int{2, 5} {
		if got, want := p.Objective(passed[i]), p.Objective(learn.Descend(p, steps, nil)); got != want {
			t.Errorf("after %d steps %v, want %v", steps, got, want)
		}
	}
}

func TestBend(t *testing.T) {
	for _, z := range []float64{-4, 0, 1.5} {
		got := bend(func(z float64) float64 { return float64(loss.BinaryLogit(1, z)) }, z)
		if yhat := loss.Sigmoid(z); !(math.Abs(got-yhat*(1-yhat)) <= 1e-6) { // of h², and rounding over h²
			t.Errorf("z = %v: %v, want %v", z, got, yhat*(1-yhat))
		}
	}
}
