package main

import (
	"math/rand/v2"
	"testing"

	"crossentropy/info/learn"
)

// With all rows in a batch it is a step downhill, whatever their order. With one in each,
// it is a step a row.
func TestEpoch(t *testing.T) {
	d := learn.Data{X: [][]float64{{1, 2}, {-1, 0}, {0, 3}}, Y: []int{0, 1, 0}, Classes: 2}
	p := learn.Problem{Data: d}
	m, want := p.Start(), learn.Descend(p, 1, nil)
	epoch(d, m, 3, 1/p.Smoothness(), rand.New(rand.NewPCG(1, 0)))
	if got, want := float64(p.Objective(m)), float64(p.Objective(want)); got > want+1e-15 || got < want-1e-15 {
		t.Errorf("one batch leads to %v, want %v", got, want)
	}
	alike := learn.Data{X: [][]float64{{1}, {1}}, Y: []int{1, 1}, Classes: 2}
	p = learn.Problem{Data: alike}
	m, want = p.Start(), learn.Descend(p, 2, nil)
	epoch(alike, m, 1, 1/p.Smoothness(), rand.New(rand.NewPCG(1, 0)))
	if got, want := p.Objective(m), p.Objective(want); got != want {
		t.Errorf("two batches of equal rows lead to %v, want %v", got, want)
	}
}
