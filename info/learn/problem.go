package learn

import (
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// A Problem is an objective to be lowered: the mean, over the rows, of the cross
// entropy of a linear classifier's forecasts, in nats, and a penalty on large
// weights:
//
//	1/N Σ loss(W·x + b, y) + Penalty/2 · Σ W²
//
// The biases go free of it. If the penalty is above 0 there is one lowest value,
// and one set of weights that has it. The biases differ by a constant, unless one
// class is pinned.
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
// of the classes, or if m or grad has not the shape of what Start returns.
//
// Source: Bishop 2006, (4.109).
func (p Problem) Gradient(m, grad Linear) info.Nats {
	w := p.open()
	w.check("m", m)
	w.check("grad", grad)
	return w.gradient(m, grad)
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
	w := p.open()
	w.check("m", m)
	w.check("grad", grad)
	w.forecast(m)
	for i, row := range w.misses {
		mean += squaredErrorOf(row, p.Data.Y[i]) / float64(len(w.misses))
	}
	w.pull(m, grad)
	return mean + w.penalty(m)
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

// A workspace is a problem that was checked, with room for its logits, and for how
// far the forecasts miss their targets.
type workspace struct {
	Problem
	rows, features int // of its classifiers
	logits, misses [][]float64
}

func (p Problem) open() workspace {
	rows, features := p.shape()
	if len(p.Data.X) == 0 {
		panic("learn: no rows to learn from")
	}
	room := func() [][]float64 { return matrix(len(p.Data.X), p.Data.Classes) }
	return workspace{p, rows, features, room(), room()}
}

// check panics unless m, of that name, has the shape of the problem's classifiers.
func (w workspace) check(name string, m Linear) {
	if len(m.Weights) != w.rows || len(m.Bias) != w.rows || m.Pinned != w.Pinned {
		panic(fmt.Sprintf("learn: %s has %d rows of weights, %d biases and Pinned %v, want %d, %[5]d and %v",
			name, len(m.Weights), len(m.Bias), m.Pinned, w.rows, w.Pinned))
	}
	for c, weights := range m.Weights {
		if len(weights) != w.features {
			panic(fmt.Sprintf("learn: %s.Weights[%d] has %d features, X[0] has %d", name, c, len(weights), w.features))
		}
	}
}

func (w workspace) gradient(m, grad Linear) info.Nats {
	cost := w.forecast(m)
	w.pull(m, grad)
	return cost + info.Nats(w.penalty(m))
}

// forecast returns what the forecasts of m cost on average, and leaves
// softmax − target in misses.
func (w workspace) forecast(m Linear) info.Nats {
	m.score(w.Data.X, w.logits)
	forecast := w.softmax
	if w.Pinned && w.Data.Classes == 2 {
		forecast = w.sigmoid
	}
	sum, err := forecast()
	if err != nil {
		panic(fmt.Sprintf("learn: %v", err))
	}
	return sum.Mean()
}

func (w workspace) softmax() (loss.Sum, error) {
	return loss.CrossEntropy{}.Classes(w.logits, w.Data.Y, w.misses)
}

// sigmoid is the softmax of two classes of which one is pinned, in a third of the time.
func (w workspace) sigmoid() (loss.Sum, error) {
	n := len(w.logits)
	z, y, slopes := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, row := range w.logits {
		z[i], y[i] = row[1], float64(w.Data.Y[i])
	}
	sum, err := loss.BinaryLogits(z, y, 1, slopes)
	for i, miss := range w.misses {
		miss[0], miss[1] = -slopes[i], slopes[i]
	}
	return sum, err
}

// pull adds up the gradient row by row: each pulls on the weights of each class by
// how far its forecast missed, times its features.
func (w workspace) pull(m, grad Linear) {
	for c, weights := range m.Weights {
		clear(grad.Weights[c])
		add(grad.Weights[c], w.Penalty, weights)
		grad.Bias[c] = 0
	}
	n := float64(len(w.Data.X))
	for i, x := range w.Data.X {
		for c, miss := range w.misses[i][m.first():] {
			add(grad.Weights[c], miss/n, x)
			grad.Bias[c] += miss / n
		}
	}
	if w.NoBias {
		clear(grad.Bias)
	}
}

func (w workspace) penalty(m Linear) float64 {
	var squares float64
	for _, weights := range m.Weights {
		squares += dot(weights, weights)
	}
	return w.Penalty / 2 * squares
}
