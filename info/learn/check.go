package learn

import (
	"fmt"
	"math"
)

// check panics unless there is a class for every row.
func (d Data) check() {
	if len(d.X) != len(d.Y) {
		panic(fmt.Sprintf("learn: %d rows in X, %d in Y", len(d.X), len(d.Y)))
	}
}

// check panics where nothing can be learned from p's numbers, and returns the
// shape of its classifiers: rows of weights, and features.
func (p Problem) check() (rows, features int) {
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

// widthOf returns how many features the rows of x, of that name, have, 0 if there
// are none. It panics if they differ, or if a feature is not finite.
func widthOf(name string, x [][]float64) int {
	for i, row := range x {
		if len(row) != len(x[0]) {
			panic(fmt.Sprintf("learn: %s[%d] has %d features, %[1]s[0] has %[4]d", name, i, len(row), len(x[0])))
		}
		for f, value := range row {
			if !(math.Abs(value) <= math.MaxFloat64) {
				panic(fmt.Sprintf("learn: %s[%d][%d] = %v, want a finite number", name, i, f, value))
			}
		}
	}
	if len(x) == 0 {
		return 0
	}
	return len(x[0])
}
