package learn

import "math"

// Smoothness returns L, which no curvature of the objective exceeds, in any
// direction at any weights:
//
//	L = c·λ + Penalty
//
// where λ is the largest eigenvalue of XᵀX/N, for N rows X, with a column of
// ones for the bias. c is 1/4 for two classes of which one is pinned, as no
// sigmoid is steeper, and 1/2 for the softmax. A step of 1/L down the gradient
// never raises the objective, and a step of more than 2/L may.
//
// Bounds: λ is never too small, and at most 1 % too large if there are 600 rows at
// most, or 600 columns. Beyond, that would take too long: where the smaller number
// is 1000, λ may be 2.4 times too large, and √n times where it is an n above 1290.
//
// Special cases are:
//
//	L = Penalty if there are no rows, or if the squares of all numbers are 0
//	L = +Inf where squares overflow
//
// It panics where [Problem.Start] does.
//
// Source: Böhning 1992, for c.
func (p Problem) Smoothness() float64 {
	steepest := 1. / 2
	if p.Pinned && p.Data.Classes == 2 {
		steepest = 1. / 4
	}
	return steepest*largestEigenvalue(p.gram()) + p.Penalty
}

// gram is XᵀX/N or XXᵀ/N, of which the eigenvalues are the same, but for zeros:
// the smaller one. X has a column of ones unless there is no bias.
func (p Problem) gram() [][]float64 {
	_, features := p.shape()
	x := matrix(len(p.Data.X), features+1)
	for i, row := range p.Data.X {
		copy(x[i], row)
		if !p.NoBias {
			x[i][features] = 1
		}
	}
	if len(x) > features {
		x = transposed(x)
	}
	return products(x, float64(len(p.Data.X)))
}

func transposed(x [][]float64) [][]float64 {
	t := matrix(len(x[0]), len(x))
	for i, row := range x {
		for j, value := range row {
			t[j][i] = value
		}
	}
	return t
}

// products are the inner products of the rows of x with each other, divided by n.
func products(x [][]float64, n float64) [][]float64 {
	g := matrix(len(x), len(x))
	for i := range x {
		for j := range i + 1 {
			g[i][j] = dot(x[i], x[j]) / n
			g[j][i] = g[i][j]
		}
	}
	return g
}

// largestEigenvalue returns a bound on the eigenvalues λ of a symmetric g that
// has no negative ones. The trace of a power is the sum of theirs:
//
//	max λ ≤ (Σ λᵏ)^(1/k) = trace(gᵏ)^(1/k) ≤ n^(1/k)·max λ
//
// where n is how many there are, and k doubles with each squaring of g. What
// rounding takes is less than what the bound is too large by, or does not matter.
func largestEigenvalue(g [][]float64) float64 {
	const enough = 10                                    // squarings: k is 1024
	most := 1 + int(0x1p31/math.Pow(float64(len(g)), 3)) // what two seconds or so allow
	bound, root := 1.0, 1.0
	for range min(enough, most) {
		t := trace(g)
		if t == 0 || math.IsInf(t, 1) {
			return t
		}
		for _, row := range g {
			for j := range row {
				row[j] /= t // lest powers overflow
			}
		}
		g = products(g, 1) // g·g, of a symmetric g
		bound, root = bound*math.Pow(t, root), root/2
	}
	return bound * math.Pow(trace(g), root)
}

func trace(g [][]float64) (sum float64) {
	for i := range g {
		sum += g[i][i]
	}
	return sum
}
