package learn

import "math"

// Smoothness returns L, which no curvature of the cross entropy exceeds, in any
// direction at any weights:
//
//	L = c·λ + Penalty
//
// where λ is the largest eigenvalue of XᵀX/N, for N rows X, with a column of
// ones for the bias. c is 1/4 for two classes of which one is pinned, as no
// sigmoid is steeper, and 1/2 for the softmax. A step of 1/L down the gradient
// never raises the objective, and a step of more than 2/L may.
//
// Bounds: λ is at most 1 % too large, and never too small, for up to 1000
// features. It is 0 if there are no rows, or nothing but zeros in them, and
// +Inf where squares overflow. How another Loss curves is not known here.
//
// Source: Böhning 1992, for c.
func (p Problem) Smoothness() float64 {
	steepest := 1. / 2
	if p.Pinned && p.Data.Classes == 2 {
		steepest = 1. / 4
	}
	return steepest*largestEigenvalue(p.gram()) + p.Penalty
}

// gram is XᵀX/N, with a column of ones in X unless there is no bias.
func (p Problem) gram() [][]float64 {
	n := float64(len(p.Data.X))
	row := make([]float64, widthOf(p.Data.X), widthOf(p.Data.X)+1)
	if !p.NoBias {
		row = append(row, 1)
	}
	g := matrix(len(row), len(row))
	for _, x := range p.Data.X {
		copy(row, x)
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
// where k is 1024, after ten squarings, and n is how many there are. What
// rounding takes is less than what it is too large by, or does not matter.
func largestEigenvalue(g [][]float64) float64 {
	const squarings = 10
	bound, root := 1.0, 1.0
	for range squarings {
		t := trace(g)
		if t == 0 || math.IsInf(t, 1) {
			return t
		}
		bound *= math.Pow(t, root)
		for _, row := range g {
			for j := range row {
				row[j] /= t
			}
		}
		g, root = squared(g), root/2
	}
	return bound * math.Pow(trace(g), root)
}

func trace(g [][]float64) (sum float64) {
	for i := range g {
		sum += g[i][i]
	}
	return sum
}

// squared is g² for a symmetric g.
func squared(g [][]float64) [][]float64 {
	s := matrix(len(g), len(g))
	for i := range g {
		for j := range i + 1 {
			s[i][j] = dot(g[i], g[j])
			s[j][i] = s[i][j]
		}
	}
	return s
}
