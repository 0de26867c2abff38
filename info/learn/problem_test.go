package learn_test

import (
	"errors"
	"math"
	"reflect"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// One row of class 1, on which every gradient can be worked out by hand: a forecast
// of equal odds misses by (½, −½).
var single = learn.Data{X: [][]float64{{2, -4}}, Y: []int{1}, Classes: 2}

func TestGradientByHand(t *testing.T) {
	for _, c := range []struct {
		name string
		p    learn.Problem
		at   learn.Linear
		want learn.Linear
		nats float64
	}{
		{
			"softmax",
			learn.Problem{Data: single},
			learn.Linear{Weights: [][]float64{{0, 0}, {0, 0}}, Bias: []float64{0, 0}},
			learn.Linear{Weights: [][]float64{{1, -2}, {-1, 2}}, Bias: []float64{0.5, -0.5}},
			math.Ln2,
		},
		{
			"sigmoid",
			learn.Problem{Data: single, Pinned: true},
			learn.Linear{Weights: [][]float64{{0, 0}}, Bias: []float64{0}, Pinned: true},
			learn.Linear{Weights: [][]float64{{-1, 2}}, Bias: []float64{-0.5}, Pinned: true},
			math.Ln2,
		},
		{
			"bias",
			learn.Problem{Data: single, Pinned: true},
			learn.Linear{Weights: [][]float64{{0, 0}}, Bias: []float64{math.Log(3)}, Pinned: true},
			learn.Linear{Weights: [][]float64{{-0.5, 1}}, Bias: []float64{-0.25}, Pinned: true},
			math.Log(4. / 3),
		},
		{
			"no bias",
			learn.Problem{Data: single, Pinned: true, NoBias: true},
			learn.Linear{Weights: [][]float64{{0, 0}}, Bias: []float64{0}, Pinned: true},
			learn.Linear{Weights: [][]float64{{-1, 2}}, Bias: []float64{0}, Pinned: true},
			math.Ln2,
		},
		{
			"penalty",
			learn.Problem{Data: single, Pinned: true, Penalty: 0.5},
			learn.Linear{Weights: [][]float64{{2, 1}}, Bias: []float64{0}, Pinned: true},
			learn.Linear{Weights: [][]float64{{0, 2.5}}, Bias: []float64{-0.5}, Pinned: true},
			math.Ln2 + 0.25*5,
		},
	} {
		grad := c.p.Start()
		add := c.p.Gradient(c.at, grad)
		if objective := c.p.Objective(c.at); !near(float64(add), c.nats) || objective != add {
			t.Errorf("%s: objective %v, and with its gradient %v, want %v", c.name, float64(objective), float64(add), c.nats)
		}
		if again := c.p.Start(); c.p.Gradient(c.at, again) != add || !reflect.DeepEqual(again, grad) {
			t.Errorf("%s: %v at first, and then %v", c.name, grad, again)
		}
		for i, row := range append(grad.Weights, grad.Bias) {
			for f, got := range row {
				if want := append(c.want.Weights, c.want.Bias)[i][f]; math.Abs(got-want) > 1e-15 {
					t.Errorf("%s: gradient %v, want %v", c.name, grad, c.want)
				}
			}
		}
	}
}

// The mean is over the rows: a row that is there twice counts twice.
func TestGradientIsAMean(t *testing.T) {
	twice := learn.Data{X: [][]float64{{2, -4}, {2, -4}}, Y: []int{1, 1}, Classes: 2}
	once, both := learn.Problem{Data: single}, learn.Problem{Data: twice}
	grad, same := once.Start(), both.Start()
	if a, b := once.Gradient(once.Start(), grad), both.Gradient(both.Start(), same); a != b || !reflect.DeepEqual(grad, same) {
		t.Errorf("once: %v %v, twice: %v %v", a, grad, b, same)
	}
}

func TestLogits(t *testing.T) {
	x := [][]float64{{1, 2, 3, 4, 5, 6, 7}, {0, 0, 0, 0, 0, 0, 0}}
	weights := [][]float64{{1, 10, 100, 1000, 1e4, 1e5, 1e6}, {0, 0, 0, 0, 0, 0, -1}}
	m := learn.Linear{Weights: weights, Bias: []float64{0.5, 1}}
	if got, want := m.Logits(x), [][]float64{{7654321.5, -6}, {0.5, 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("logits %v, want %v", got, want)
	}
	m.Pinned = true
	if got, want := m.Logits(x), [][]float64{{0, 7654321.5, -6}, {0, 0.5, 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("pinned: logits %v, want %v", got, want)
	}
}

// Another loss takes the place of the cross entropy, and its weights that of the
// number of rows.
func TestLoss(t *testing.T) {
	constant := func(logits [][]float64, _ []int, grad [][]float64) (loss.Sum, error) {
		for _, row := range grad {
			row[0], row[1] = 8, 0
		}
		return loss.Sum{Total: 12, Weight: 4}, nil
	}
	p := learn.Problem{Data: single, Loss: constant}
	grad := p.Start()
	if got := p.Gradient(p.Start(), grad); got != 3 || p.Objective(p.Start()) != 3 {
		t.Errorf("objective %v, want 3", float64(got))
	}
	if want := [][]float64{{4, -8}, {0, 0}}; !reflect.DeepEqual(grad.Weights, want) || grad.Bias[0] != 2 {
		t.Errorf("gradient %v, want %v", grad, want)
	}
}

func TestProblemPanics(t *testing.T) {
	failing := func([][]float64, []int, [][]float64) (loss.Sum, error) { return loss.Sum{}, errors.New("no") }
	for name, p := range map[string]learn.Problem{
		"no rows":       {Data: learn.Data{Classes: 2}},
		"no such class": {Data: learn.Data{X: [][]float64{{1}}, Y: []int{2}, Classes: 2}},
		"no answer":     {Data: learn.Data{X: [][]float64{{1}}, Classes: 2}},
		"failing loss":  {Data: single, Loss: failing},
	} {
		panics(t, name, func() { p.Objective(p.Start()) })
		panics(t, name, func() { p.Gradient(p.Start(), p.Start()) })
	}
}

// Nothing to learn is learned at once.
func TestNothingToLearn(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{0}}, Y: []int{0}, Classes: 2}, NoBias: true}
	m := learn.Descend(p, 3, nil)
	if got := p.Objective(m); got != info.Nats(math.Ln2) {
		t.Errorf("objective %v, want ln 2", float64(got))
	}
	if _, steps := learn.Accelerate(p, 0, nil); steps != 0 {
		t.Errorf("%d steps, want none", steps)
	}
}
