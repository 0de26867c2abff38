package oracle

import (
	"math"
	"slices"
)

// LowestLoss returns the least that the mean cross entropy of rows x of classes y
// under a linear classifier, with biases unless it has none, and penalty/2 for each square
// of a weight, can be, in nats. The first class has no coefficients if it is pinned. A
// lowest point must exist: the penalty is above 0, and every class has a row. It may be
// missed by 1e-15 nats, and by what rounding hides.
//
// It is found by Newton's method, which goes to where the gradient would vanish if the loss
// were the parabola that it looks like, or only part of the way where that leads up.
func LowestLoss(x [][]float64, y []int, classes int, penalty float64, pinned, noBias bool) float64 {
	bias := len(x[0])
	v := valley{y: y, classes: classes, penalty: penalty, bias: bias}
	for _, row := range x {
		v.x = append(v.x, append(slices.Clone(row), 1))
	}
	for c := range classes {
		for f := range bias + 1 {
			// To raise all biases changes nothing, so that of class 0 can stay 0.
			if (c > 0 || !pinned && f < bias) && !(noBias && f == bias) {
				v.coefficients = append(v.coefficients, coefficient{c, f})
			}
		}
	}
	at := make([]float64, len(v.coefficients))
	for {
		value, slope, curve := v.look(at)
		step := solve(curve, slope)
		drop := 0.0 // that the whole step promises, twice
		for i := range step {
			drop += step[i] * slope[i]
		}
		lower := v.descend(at, step, value, drop)
		if lower == nil {
			return value
		}
		at = lower
	}
}

// A valley is a loss as a function of the coefficients of a classifier.
type valley struct {
	x            [][]float64 // with a 1 at the end of each row, which the bias multiplies
	y            []int
	classes      int
	penalty      float64
	bias         int // the last feature
	coefficients []coefficient
}

// A coefficient is a weight or a bias, by the class and the feature that it is for.
type coefficient struct{ class, feature int }

// descend returns where the step leads, or as small a part of it as leads down: nil if
// that would gain less than the tolerance.
func (v valley) descend(at, step []float64, value, drop float64) []float64 {
	const tolerance = 1e-15 // nats
	for share := 1.0; share*drop >= tolerance; share /= 2 {
		next := slices.Clone(at)
		for i := range next {
			next[i] -= share * step[i]
		}
		if lower, _, _ := v.look(next); lower < value-share*drop/4 {
			return next
		}
	}
	return nil
}

// look returns the loss, its slopes and its curvatures.
func (v valley) look(at []float64) (value float64, slope []float64, curve [][]float64) {
	slope, curve = make([]float64, len(at)), make([][]float64, len(at))
	for i, a := range v.coefficients {
		curve[i] = make([]float64, len(at))
		if a.feature != v.bias {
			value += v.penalty / 2 * at[i] * at[i]
			slope[i] = v.penalty * at[i]
			curve[i][i] = v.penalty
		}
	}
	n := float64(len(v.x))
	for row, x := range v.x {
		p, cost := v.forecast(at, row)
		value += cost / n
		for i, a := range v.coefficients {
			slope[i] += (p[a.class] - indicator(a.class == v.y[row])) * x[a.feature] / n
			for j, b := range v.coefficients {
				share := p[a.class] * (indicator(a.class == b.class) - p[b.class])
				curve[i][j] += share * x[a.feature] * x[b.feature] / n
			}
		}
	}
	return value, slope, curve
}

func indicator(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// forecast is the softmax of a row, and what the row costs.
func (v valley) forecast(at []float64, row int) (p []float64, cost float64) {
	p = make([]float64, v.classes)
	for i, a := range v.coefficients {
		p[a.class] += at[i] * v.x[row][a.feature]
	}
	own, largest, sum := p[v.y[row]], slices.Max(p), 0.0
	for c := range p {
		p[c] = math.Exp(p[c] - largest)
		sum += p[c]
	}
	for c := range p {
		p[c] /= sum
	}
	return p, math.Log(sum) + largest - own
}

// solve returns s with a·s = b, for a symmetric a that curves upwards everywhere. It
// clears a but for the diagonal.
func solve(a [][]float64, b []float64) []float64 {
	s := slices.Clone(b)
	for k := range s {
		for i := range s {
			if i == k {
				continue
			}
			share := a[i][k] / a[k][k]
			for j := k; j < len(s); j++ {
				a[i][j] -= share * a[k][j]
			}
			s[i] -= share * s[k]
		}
	}
	for k := range s {
		s[k] /= a[k][k]
	}
	return s
}
