package learn

import (
	"fmt"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// A Problem is a loss to be lowered: the mean, over the rows, of what a linear
// classifier's forecasts cost, in nats, and a penalty on large weights:
//
//	1/N Σ loss(W·x + b, y) + Penalty/2 · Σ W²
//
// The biases go free of it. If Loss is nil and the penalty above 0 there is one
// lowest value, and one set of weights that has it. The biases differ by a
// constant, unless one class is pinned. Of another Loss nothing of that kind is
// promised, here or below.
type Problem struct {
	Data    Data
	Penalty float64 // not negative
	Pinned  bool    // class 0 gets the logit 0, and neither weights nor bias
	NoBias  bool    // every bias stays 0

	// Loss is what rows of logits cost, and leaves the gradient of its total in
	// grad, if that is not nil. A nil Loss is the cross entropy,
	// [loss.CrossEntropy.Classes].
	Loss func(logits [][]float64, targets []int, grad [][]float64) (loss.Sum, error)
}

// Start returns the classifier whose weights and biases are all 0: it forecasts
// equal odds.
//
// It panics if X and Y differ in length, if a row differs from the first in length
// or has a feature that is not finite, if there is no class, or if the penalty is
// negative or not finite.
func (p Problem) Start() Linear {
	rows, features := p.check()
	return Linear{matrix(rows, features), make([]float64, rows), p.Pinned}
}

// Objective returns what there is to lower, at m, in nats. It panics where
// [Problem.Gradient] does.
func (p Problem) Objective(m Linear) info.Nats {
	w := p.open()
	w.check("m", m)
	return w.objective(m)
}

// Gradient returns what [Problem.Objective] does, and leaves the gradient in grad,
// which has the shape of m. For the cross entropy that is, for the weights of a
// class and for its bias,
//
//	1/N Σ (softmax − target)·x + Penalty·W    and    1/N Σ (softmax − target)
//
// It panics where [Problem.Start] does, if there are no rows, if m or grad has not
// the shape of what Start returns, if Loss returns an error, or if the weight of
// its sum is 0: nothing counts.
//
// Source: Bishop 2006, (4.109).
func (p Problem) Gradient(m, grad Linear) info.Nats {
	w := p.open()
	w.check("m", m)
	w.check("grad", grad)
	return w.gradient(m, grad)
}

// A workspace is a problem that was checked, with room for its logits, and for what
// the loss has for a gradient there.
type workspace struct {
	Problem
	rows, features int // of its classifiers
	logits, misses [][]float64
}

func (p Problem) open() workspace {
	rows, features := p.check()
	if len(p.Data.X) == 0 {
		panic("learn: no rows to learn from")
	}
	if p.Loss == nil {
		p.Loss = loss.CrossEntropy{}.Classes
	}
	room := func() [][]float64 { return matrix(len(p.Data.X), p.Data.Classes) }
	return workspace{p, rows, features, room(), room()}
}

// forecast returns what the forecasts of m cost. Of the cross entropy, it leaves
// softmax − target in misses, if that is not nil.
func (w workspace) forecast(m Linear, misses [][]float64) loss.Sum {
	m.score(w.Data.X, w.logits)
	sum, err := w.Loss(w.logits, w.Data.Y, misses)
	if err != nil {
		panic(fmt.Sprintf("learn: %v", err))
	}
	if !(sum.Weight > 0) {
		panic(fmt.Sprintf("learn: the weight of all rows is %v, want more than 0", sum.Weight))
	}
	return sum
}

func (w workspace) objective(m Linear) info.Nats {
	return w.forecast(m, nil).Mean() + w.penalty(m)
}

func (w workspace) penalty(m Linear) info.Nats {
	var squares float64
	for _, weights := range m.Weights {
		squares += dot(weights, weights)
	}
	return info.Nats(w.Penalty / 2 * squares)
}

// gradient adds up the gradient row by row: each row pulls on the weights
// of each class by how far its forecast missed, times its features.
func (w workspace) gradient(m, grad Linear) info.Nats {
	sum := w.forecast(m, w.misses)
	for c, weights := range m.Weights {
		clear(grad.Weights[c])
		add(grad.Weights[c], w.Penalty, weights)
		grad.Bias[c] = 0
	}
	for i, x := range w.Data.X {
		for c, miss := range w.misses[i][m.first():] {
			add(grad.Weights[c], miss/sum.Weight, x)
			grad.Bias[c] += miss / sum.Weight
		}
	}
	if w.NoBias {
		clear(grad.Bias)
	}
	return sum.Mean() + w.penalty(m)
}
