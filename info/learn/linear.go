package learn

import (
	"fmt"
	"iter"
	"slices"
)

// A Linear is a classifier whose logits are z = W·x + b. It has a row of
// weights and a bias for each class, or, if it is pinned, for each but class 0,
// whose logit is always 0: of two classes that leaves one logit, and the
// softmax is its sigmoid.
//
// A gradient has the same shape, and is kept in a Linear too.
type Linear struct {
	Weights [][]float64 // one row a class, one column a feature
	Bias    []float64   // one a class: the logits where every feature is 0
	Pinned  bool        // class 0 has no row, and the first row is that of class 1
}

// Logits returns the logits of the rows x, one column a class. If m is pinned,
// the column of class 0 holds zeros. What a feature that is not finite leaves is
// not finite either.
//
// It panics if a row has not as many features as there are weights for each class,
// or if there is not a bias for each row of these.
func (m Linear) Logits(x [][]float64) [][]float64 {
	if len(m.Bias) != len(m.Weights) {
		panic(fmt.Sprintf("learn: %d rows of weights, %d biases", len(m.Weights), len(m.Bias)))
	}
	for c, weights := range m.Weights {
		for i, row := range x {
			if len(row) != len(weights) {
				panic(fmt.Sprintf("learn: x[%d] has %d features, Weights[%d] has %d", i, len(row), c, len(weights)))
			}
		}
	}
	first := m.first()
	z := matrix(len(x), first+len(m.Bias))
	for i, row := range x {
		logits := z[i][first:]
		times(m.Weights, row, logits)
		add(logits, 1, m.Bias)
	}
	return z
}

// check panics unless m, of that name, has the shape that is wanted.
func (m Linear) check(name string, rows, features int, pinned bool) {
	if len(m.Weights) != rows || len(m.Bias) != rows || m.Pinned != pinned {
		panic(fmt.Sprintf("learn: %s has %d rows of weights, %d biases and Pinned %v, want %d, %[5]d and %v",
			name, len(m.Weights), len(m.Bias), m.Pinned, rows, pinned))
	}
	for c, weights := range m.Weights {
		if len(weights) != features {
			panic(fmt.Sprintf("learn: %s.Weights[%d] has %d features, X[0] has %d",
				name, c, len(weights), features))
		}
	}
}

// first is the class of the first row of weights.
func (m Linear) first() int {
	if m.Pinned {
		return 1
	}
	return 0
}

// Add adds k times each number of o to that of m. It panics if o has not the
// shape of m.
func (m Linear) Add(k float64, o Linear) {
	for row, other := range m.beside(o) {
		add(row, k, other)
	}
}

// Clone returns a copy of m.
func (m Linear) Clone() Linear { return Linear{clone(m.Weights), slices.Clone(m.Bias), m.Pinned} }

// set makes m the same as o.
func (m Linear) set(o Linear) {
	for row, other := range m.beside(o) {
		copy(row, other)
	}
}

// inner is the inner product of m and o.
func (m Linear) inner(o Linear) (sum float64) {
	for row, other := range m.beside(o) {
		sum += dot(row, other)
	}
	return sum
}

// beside yields the rows of m and of o, which has its shape: the weights of each class, and
// the biases as one row more.
func (m Linear) beside(o Linear) iter.Seq2[[]float64, []float64] {
	return func(yield func(row, other []float64) bool) {
		for c, weights := range m.Weights {
			if !yield(weights, o.Weights[c]) {
				return
			}
		}
		yield(m.Bias, o.Bias)
	}
}

// rows are the weights, and the biases as one row more.
func (m Linear) rows() [][]float64 { return append(slices.Clip(m.Weights), m.Bias) }

// add adds k·v to u.
func add(u []float64, k float64, v []float64) {
	u = u[:len(v)]
	for i, x := range v {
		u[i] += k * x
	}
}

// addFour adds k times the first row of v to u, l times the second, and so on, for which u
// is written once.
func addFour(u []float64, k, l, m, n float64, v [][]float64) {
	a, b, c, d := v[0][:len(u)], v[1][:len(u)], v[2][:len(u)], v[3][:len(u)]
	for i, x := range u {
		u[i] = x + (k*a[i] + l*b[i]) + (m*c[i] + n*d[i])
	}
}

// dot is Σ a·b, as four sums at once, which need not wait for each other.
func dot(a, b []float64) float64 {
	var s, t, u, v float64
	for len(a) >= 4 && len(b) >= 4 {
		s += a[0] * b[0]
		t += a[1] * b[1]
		u += a[2] * b[2]
		v += a[3] * b[3]
		a, b = a[4:], b[4:]
	}
	for i, x := range a {
		s += x * b[i]
	}
	return (s + t) + (u + v)
}

// times leaves Σ w·x in p for each row w of weights. It takes five of them at once, for
// which x is read once.
func times(rows [][]float64, x, p []float64) {
	for len(rows) >= 5 {
		var s, t, u, v, w float64
		a, b, c, d, e := rows[0][:len(x)], rows[1][:len(x)], rows[2][:len(x)], rows[3][:len(x)], rows[4][:len(x)]
		for i, x := range x {
			s += a[i] * x
			t += b[i] * x
			u += c[i] * x
			v += d[i] * x
			w += e[i] * x
		}
		p[0], p[1], p[2], p[3], p[4] = s, t, u, v, w
		rows, p = rows[5:], p[5:]
	}
	for i, row := range rows {
		p[i] = dot(row, x)
	}
}
