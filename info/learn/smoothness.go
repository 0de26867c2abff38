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
	bias := 1.
	if p.NoBias {
		bias = 0
	}
	x, n := p.Data.X, float64(len(p.Data.X))
	if len(x) <= features {
		return symmetric(len(x), func(i, j int) float64 { return (dot(x[i], x[j]) + bias) / n })
	}
	row := make([]float64, features+1)
	row[features] = bias
	g := matrix(len(row), len(row))
	for _, r := range x {
		copy(row, r)
		for f, value := range row {
			add(g[f], value/n, row)
		}
	}
	return g
}

// largestEigenvalue returns a bound on the eigenvalues λ of a symmetric g that
// has no negative ones. The trace of a power is the sum of theirs:
//
//	max λ ≤ (Σ λᵏ)^(1/k) = trace(gᵏ)^(1/k) ≤ n^(1/k)·max λ
//
// where n is how many there are, and k is 2 after no squaring of g, as the trace
// of g² is the sum of the squares in g, and 1024 after nine. What rounding takes is
// less than what the bound is too large by, or does not matter.
func largestEigenvalue(g [][]float64) float64 {
	bound, root := 1.0, 1.0
	for left := squarings(len(g)); ; left-- {
		t := trace(g)
		if t == 0 || math.IsInf(t, 1) {
			return t
		}
		bound *= math.Pow(t, root)
		var squares float64
		for _, row := range g {
			for j := range row {
				row[j] /= t
			}
			squares += dot(row, row)
		}
		if left == 0 {
			return bound * math.Pow(squares, root/2)
		}
		g, root = squared(g), root/2
	}
}

// squarings is how many of an n×n matrix take two seconds or so, but 9 at most.
func squarings(n int) int {
	return int(min(9, 0x1p31/math.Pow(float64(n), 3)))
}

func trace(g [][]float64) (sum float64) {
	for i := range g {
		sum += g[i][i]
	}
	return sum
}

// squared is g² for a symmetric g.
func squared(g [][]float64) [][]float64 {
	return symmetric(len(g), func(i, j int) float64 { return dot(g[i], g[j]) })
}

func symmetric(n int, at func(i, j int) float64) [][]float64 {
	s := matrix(n, n)
	for i := range s {
		for j := range i + 1 {
			s[i][j] = at(i, j)
			s[j][i] = s[i][j]
		}
	}
	return s
}
