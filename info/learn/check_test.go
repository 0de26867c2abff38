package learn_test

import (
	"math"
	"testing"

	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// What does not fit is refused wherever it is met first, and is named.
func TestShapes(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		want string
		p    learn.Problem
	}{
		{"learn: 2 rows in X, 1 in Y", learn.Problem{Data: learn.Data{X: [][]float64{{1}, {2}}, Y: []int{0}, Classes: 2}}},
		{"learn: 0 rows in X, 1 in Y", learn.Problem{Data: learn.Data{Y: []int{0}, Classes: 2}}},
		{"learn: X[1] has 2 features, X[0] has 1", learn.Problem{Data: rows([]float64{1}, []float64{2, 1000}, []float64{3})}},
		{"learn: X[2] has 0 features, X[0] has 1", learn.Problem{Data: rows([]float64{1}, []float64{2}, nil)}},
		{"learn: X[1][0] = NaN, want a finite number", learn.Problem{Data: rows([]float64{1}, []float64{nan})}},
		{"learn: X[0][1] = +Inf, want a finite number", learn.Problem{Data: rows([]float64{1, inf})}},
		{"learn: Classes = 0, want at least 1", learn.Problem{Pinned: true}},
		{"learn: Classes = -1, want at least 1", learn.Problem{Data: learn.Data{Classes: -1}}},
		{"learn: Penalty = -1, want a finite number, not negative", learn.Problem{Data: single, Penalty: -1}},
		{"learn: Penalty = NaN, want a finite number, not negative", learn.Problem{Data: single, Penalty: nan}},
		{"learn: Penalty = +Inf, want a finite number, not negative", learn.Problem{Data: single, Penalty: inf}},
	} {
		says(t, c.want, func() { c.p.Start() })
		says(t, c.want, func() { c.p.Smoothness() })
		says(t, c.want, func() { c.p.Objective(learn.Linear{}) })
		says(t, c.want, func() { c.p.Gradient(learn.Linear{}, learn.Linear{}) })
		says(t, c.want, func() { learn.Descend(c.p, 1, nil) })
		says(t, c.want, func() { learn.Accelerate(c.p, 1, nil) })
	}
}

// rows are of class 0, out of two.
func rows(x ...[]float64) learn.Data { return learn.Data{X: x, Y: make([]int, len(x)), Classes: 2} }

func TestShapesOfClassifiers(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{2, -4}}, Y: []int{1}, Classes: 3}}
	fits, pinned := p.Start(), learn.Problem{Data: p.Data, Pinned: true}.Start()
	narrow := p.Start()
	narrow.Weights[1] = []float64{0}
	bare := p.Start()
	bare.Bias = nil
	for _, c := range []struct {
		want string
		m    learn.Linear
	}{
		{" has 2 rows of weights, 2 biases and Pinned false, want 3, 3 and false", learn.Problem{Data: single}.Start()},
		{" has 2 rows of weights, 2 biases and Pinned true, want 3, 3 and false", pinned},
		{" has 3 rows of weights, 0 biases and Pinned false, want 3, 3 and false", bare},
		{" has 3 rows of weights, 3 biases and Pinned true, want 3, 3 and false", learn.Linear{Weights: fits.Weights, Bias: fits.Bias, Pinned: true}},
		{".Weights[1] has 1 features, X[0] has 2", narrow},
	} {
		says(t, "learn: m"+c.want, func() { p.Objective(c.m) })
		says(t, "learn: m"+c.want, func() { p.Gradient(c.m, fits) })
		says(t, "learn: grad"+c.want, func() { p.Gradient(fits, c.m) })
	}
}

func TestShapesOfRows(t *testing.T) {
	m := learn.Linear{Weights: [][]float64{{1, 2}, {3, 4}}, Bias: []float64{0, 0}}
	says(t, "learn: x[1] has 3 features, Weights[0] has 2", func() { m.Logits([][]float64{{1, 2}, {1, 2, 3}}) })
	says(t, "learn: x[0] has 1 features, Weights[0] has 2", func() { m.Logits([][]float64{{1}}) })
	m.Bias = m.Bias[:1]
	says(t, "learn: 2 rows of weights, 1 biases", func() { m.Logits(nil) })

	s := learn.ScaleOf([][]float64{{1, 2}, {3, 4}})
	says(t, "learn: x has 3 features, the scale 2 means and 2 deviations", func() { s.Apply([][]float64{{1, 2, 3}}) })
	says(t, "learn: x[1] has 1 features, x[0] has 2", func() { s.Apply([][]float64{{1, 2}, {3}}) })
	says(t, "learn: x[1][0] = NaN, want a finite number", func() { s.Apply([][]float64{{1, 2}, {math.NaN(), 2}}) })
	says(t, "learn: x[1][0] = NaN, want a finite number", func() { learn.ScaleOf([][]float64{{1}, {math.NaN()}, {3}}) })
	says(t, "learn: x[0][0] = -Inf, want a finite number", func() { learn.ScaleOf([][]float64{{math.Inf(-1)}, {3}}) })
	says(t, "learn: x[1] has 1 features, x[0] has 2", func() { learn.ScaleOf([][]float64{{1, 2}, {3}}) })
	if none := s.Apply(nil); len(none) != 0 {
		t.Errorf("no rows become %v", none)
	}
	s.Deviation = nil
	says(t, "learn: x has 2 features, the scale 2 means and 0 deviations", func() { s.Apply([][]float64{{1, 2}}) })
}

func TestShapesOfData(t *testing.T) {
	x := [][]float64{{1}, {2}}
	says(t, "learn: 2 rows in X, 3 in Y", func() { learn.Data{X: x, Y: []int{0, 1, 0}, Classes: 2}.Split(1, 1) })
	says(t, "learn: 2 rows in X, 1 in Y", func() { learn.Data{X: x, Y: []int{0}, Classes: 2}.Split(1, 1) })
	says(t, "learn: Y[1] = 2, want 0 to 1", func() { learn.Data{Y: []int{0, 2}, Classes: 2}.BaseRate() })
	says(t, "learn: Y[0] = -1, want 0 to 1", func() { learn.Data{Y: []int{-1}, Classes: 2}.BaseRate() })
	says(t, "learn: no rows, and so no base rate", func() { learn.Data{Classes: 2}.BaseRate() })
	says(t, "learn: no rows, and so no base rate", func() { learn.Data{Classes: -2}.BaseRate() })
}

// A loss in which nothing counts has no mean.
func TestNothingCounts(t *testing.T) {
	p := learn.Problem{Data: single, Loss: loss.CrossEntropy{Weight: []float64{0, 0}}.Classes}
	const want = "learn: the weight of all rows is 0, want more than 0"
	says(t, want, func() { p.Objective(p.Start()) })
	says(t, want, func() { p.Gradient(p.Start(), p.Start()) })
	says(t, want, func() { learn.Descend(p, 1, nil) })
}
