package oracle

import "math"

// Left is what may be left to gain where [LowestLoss] stops, in nats.
const Left = 1e-15

// LowestLoss returns the least that the mean cross entropy of rows x of classes y
// under a linear classifier with biases, and penalty/2 for each square of a
// weight, can be, in nats. It is found by Newton's method, which goes to where the
// gradient would vanish if the loss were the parabola that it looks like. A lowest
// point must exist: the penalty is above 0, and every class has a row. It may be
// missed by [Left], and by what rounding hides.
func LowestLoss(x [][]float64, y []int, classes int, penalty float64, pinned bool) float64 {
	v := valley{x: x, y: y, classes: classes, penalty: penalty, width: len(x[0]) + 1}
	if pinned {
		v.first = 1
	}
	at := make([]float64, (classes-v.first)*v.width)
	for {
		value, slope, curve := v.look(at)
		step := solve(curve, slope)
		drop := 0.0
		for i := range step {
			drop += step[i] * slope[i]
		}
		if drop < Left || !v.descend(at, step, value, drop) {
			return value
		}
	}
}

// A valley is a loss as a function of the numbers of a classifier: a class after
// the other, its weights and then its bias.
type valley struct {
	x       [][]float64
	y       []int
	classes int
	first   int // the first class that has numbers
	width   int
	penalty float64
}

// descend takes the step, or as small a part of it as leads down. It says whether
// any does: where the numbers are large, rounding may end the way before Left does.
func (v valley) descend(at, step []float64, value, drop float64) bool {
	next := make([]float64, len(at))
	for share := 1.0; share > 1e-9; share /= 2 {
		for i := range at {
			next[i] = at[i] - share*step[i]
		}
		if lower, _, _ := v.look(next); lower < value && lower <= value-share*drop/4 {
			copy(at, next)
			return true
		}
	}
	return false
}

// look returns the loss, its slopes and its curvatures. Biases that are free to
// rise together are held at a sum of 0, which costs nothing.
func (v valley) look(at []float64) (value float64, slope []float64, curve [][]float64) {
	slope, curve = make([]float64, len(at)), make([][]float64, len(at))
	for i := range curve {
		curve[i] = make([]float64, len(at))
	}
	for i, row := range v.x {
		v.add(append(append([]float64{}, row...), 1), v.y[i], at, &value, slope, curve)
	}
	sum := 0.0
	for i := range at {
		if i%v.width < v.width-1 {
			value += v.penalty / 2 * at[i] * at[i]
			slope[i] += v.penalty * at[i]
			curve[i][i] += v.penalty
		} else if v.first == 0 {
			sum += at[i]
		}
	}
	if v.first > 0 {
		return value, slope, curve
	}
	for i := v.width - 1; i < len(at); i += v.width {
		slope[i] += sum
		for j := v.width - 1; j < len(at); j += v.width {
			curve[i][j]++
		}
	}
	return value + sum*sum/2, slope, curve
}

// add adds what one row costs, with a 1 for the bias at its end.
func (v valley) add(x []float64, y int, at []float64, value *float64, slope []float64, curve [][]float64) {
	n := float64(len(v.x))
	p, largest, total := make([]float64, v.classes), math.Inf(-1), 0.0
	for c := range p {
		if c >= v.first {
			for f := range x {
				p[c] += at[(c-v.first)*v.width+f] * x[f]
			}
		}
		largest = math.Max(largest, p[c])
	}
	*value -= (p[y] - largest) / n
	for c := range p {
		p[c] = math.Exp(p[c] - largest)
		total += p[c]
	}
	*value += math.Log(total) / n
	for i := range slope {
		c, xi := i/v.width+v.first, x[i%v.width]
		slope[i] += p[c] / total * xi / n
		if c == y {
			slope[i] -= xi / n
		}
		for j := range slope {
			d, xj := j/v.width+v.first, x[j%v.width]
			curve[i][j] -= p[c] / total * p[d] / total * xi * xj / n
			if c == d {
				curve[i][j] += p[c] / total * xi * xj / n
			}
		}
	}
}

// solve returns s with a·s = b, for a symmetric a that curves upwards everywhere.
func solve(a [][]float64, b []float64) []float64 {
	s := append([]float64{}, b...)
	for k := range s {
		for i := k + 1; i < len(s); i++ {
			share := a[i][k] / a[k][k]
			for j := k; j < len(s); j++ {
				a[i][j] -= share * a[k][j]
			}
			s[i] -= share * s[k]
		}
	}
	for k := len(s) - 1; k >= 0; k-- {
		for j := k + 1; j < len(s); j++ {
			s[k] -= a[k][j] * s[j]
		}
		s[k] /= a[k][k]
	}
	return s
}
