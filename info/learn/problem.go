package learn

import (
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/internal/memory"
	"crossentropy/info/loss"
)

// A Problem is an objective to be lowered: the mean, over the rows, of the cross
// entropy of a linear classifier's forecasts, in nats, and a penalty on large
// weights:
//
//	1/N Σ loss(W·x + b, y) + Penalty/2 · Σ W²
//
// The biases go free of it. If the penalty is above 0 and every class has a row, one
// set of weights has the lowest value, with biases that can all be raised by a
// constant, unless one class is pinned. A class without rows costs the less the lower
// its bias is, so that no weights have the lowest value. Without biases there is
// always one set that has it.
type Problem struct {
	Data    Data
	Penalty float64 // not negative
	Pinned  bool    // class 0 gets the logit 0, and neither weights nor bias
	NoBias  bool    // every bias stays 0
}

// Start returns the classifier whose weights and biases are all 0: it forecasts
// equal odds.
//
// It panics if X and Y differ in length, if a row differs from the first in length
// or has a feature that is not finite, if there is no class, or if the penalty is
// negative or not finite.
func (p Problem) Start() Linear {
	rows, features := p.shape()
	return Linear{matrix(rows, features), make([]float64, rows), p.Pinned}
}

// Objective returns what there is to lower, at m, in nats. It panics where
// [Problem.Gradient] does.
func (p Problem) Objective(m Linear) info.Nats { return p.Gradient(m, p.Start()) }

// Gradient returns what [Problem.Objective] does, and leaves the gradient in grad,
// which has the shape of m. That is, for the weights of a class and for its bias,
//
//	1/N Σ (softmax − target)·x + Penalty·W    and    1/N Σ (softmax − target)
//
// It panics where [Problem.Start] does, if there are no rows, if a row is of none
// of the classes, if m or grad has not the shape of what Start returns, or if grad
// shares memory with itself, m or X.
//
// Source: Bishop 2006, (4.109).
func (p Problem) Gradient(m, grad Linear) info.Nats {
	p.check(m, grad)
	return p.gradient(m, grad)
}

// gradient is [Problem.Gradient] of what was checked.
func (p Problem) gradient(m, grad Linear) info.Nats {
	cost, misses := p.forecast(m)
	p.pull(misses, m, grad)
	return cost + info.Nats(p.penalty(m))
}

// SquaredError returns at m what has squared error in the place of the cross
// entropy, to be compared with it, and leaves the gradient of that in grad. A row
// costs the squared distance between the softmax q of its logits and its target
// t, which is 1 for the right class and 0 for the rest,
//
//	Σ (q(c) − t(c))²
//
// between 0 and 2, a number without a unit. The slope in a logit has the forecast
// itself as a factor,
//
//	2q(c)·(q(c) − t(c) − Σ q·(q − t))
//
// and the objective is not convex. It panics where [Problem.Gradient] does.
//
// Source: Brier 1950.
func (p Problem) SquaredError(m, grad Linear) (mean float64) {
	p.check(m, grad)
	_, misses := p.forecast(m)
	for i, row := range misses {
		mean += squaredErrorOf(row, p.Data.Y[i]) / float64(len(misses))
	}
	p.pull(misses, m, grad)
	return mean + p.penalty(m)
}

// squaredErrorOf returns the squared error of a row, of which miss holds q − t, and leaves
// its slopes in the logits there.
func squaredErrorOf(miss []float64, target int) (cost float64) {
	q := slices.Clone(miss)
	q[target]++
	inner := dot(q, miss)
	for c, off := range miss {
		cost += off * off
		miss[c] = 2 * q[c] * (off - inner)
	}
	return cost
}

// shape returns the shape of p's classifiers: rows of weights, and features. It
// panics where nothing can be learned from p's numbers.
func (p Problem) shape() (rows, features int) {
	p.Data.check()
	if p.Data.Classes < 1 {
		panic(fmt.Sprintf("learn: Classes = %d, want at least 1", p.Data.Classes))
	}
	if !(p.Penalty >= 0 && p.Penalty <= math.MaxFloat64) {
		panic(fmt.Sprintf("learn: Penalty = %v, want a finite number, not negative", p.Penalty))
	}
	rows = p.Data.Classes
	if p.Pinned {
		rows--
	}
	return rows, widthOf("X", p.Data.X)
}

// check panics unless there is something to learn, m and its gradient have the shape of
// the problem's classifiers, and the gradient has room of its own.
func (p Problem) check(m, grad Linear) {
	rows, features := p.shape()
	if len(p.Data.X) == 0 {
		panic("learn: no rows to learn from")
	}
	m.check("m", rows, features, p.Pinned)
	grad.check("grad", rows, features, p.Pinned)
	// After the rows of weights, the biases are a row more.
	err := memory.Apart(memory.Rows{Name: "grad", Floats: grad.rows()},
		memory.Rows{Name: "m", Floats: m.rows()}, memory.Rows{Name: "X", Floats: p.Data.X})
	if err != nil {
		panic(fmt.Sprintf("learn: %v", err))
	}
}

// forecast returns what the forecasts of m cost on average, and by how much they miss:
// softmax − target, a row for each of the data.
func (p Problem) forecast(m Linear) (mean info.Nats, misses [][]float64) {
	misses = matrix(len(p.Data.X), p.Data.Classes)
	var sum loss.Sum
	var err error
	if p.Pinned && p.Data.Classes == 2 {
		sum, err = p.sigmoid(m, misses)
	} else {
		sum, err = loss.CrossEntropy{}.Classes(m.Logits(p.Data.X), p.Data.Y, misses)
	}
	if err != nil {
		panic(fmt.Sprintf("learn: %v", err))
	}
	return sum.Mean(), misses
}

// sigmoid does what [loss.CrossEntropy.Classes] does, for two classes of which one is
// pinned, in a third of the time.
func (p Problem) sigmoid(m Linear, misses [][]float64) (loss.Sum, error) {
	n := len(misses)
	z, y, slopes := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, x := range p.Data.X {
		z[i], y[i] = dot(m.Weights[0], x)+m.Bias[0], float64(p.Data.Y[i])
	}
	sum, err := loss.BinaryLogits(z, y, 1, slopes)
	for i, miss := range misses {
		miss[0], miss[1] = -slopes[i], slopes[i]
	}
	return sum, err
}

// pull adds up the gradient row by row: each pulls on the weights of each class by
// how far its forecast missed, times its features.
func (p Problem) pull(misses [][]float64, m, grad Linear) {
	for c, weights := range m.Weights {
		clear(grad.Weights[c])
		add(grad.Weights[c], p.Penalty, weights)
		grad.Bias[c] = 0
	}
	n, x := float64(len(misses)), p.Data.X
	for _, miss := range misses {
		for c := range miss {
			miss[c] /= n
		}
		add(grad.Bias, 1, miss[m.first():])
	}
	for ; len(x) >= 4; x, misses = x[4:], misses[4:] {
		for c, weights := range grad.Weights {
			at := m.first() + c
			addFour(weights, misses[0][at], misses[1][at], misses[2][at], misses[3][at], x)
		}
	}
	for i, x := range x {
		for c, weights := range grad.Weights {
			add(weights, misses[i][m.first()+c], x)
		}
	}
	if p.NoBias {
		clear(grad.Bias)
	}
}

func (p Problem) penalty(m Linear) float64 {
	var squares float64
	for _, weights := range m.Weights {
		squares += dot(weights, weights)
	}
	return p.Penalty / 2 * squares
}
