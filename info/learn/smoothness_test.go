package learn_test

import (
	"math"
	"testing"

	"crossentropy/info/learn"
)

func TestSmoothness(t *testing.T) {
	plusMinus := learn.Data{X: [][]float64{{1}, {-1}}, Y: []int{0, 1}, Classes: 2}
	three := learn.Data{X: plusMinus.X, Y: plusMinus.Y, Classes: 3}
	square := learn.Data{X: [][]float64{{2, 0}, {0, 2}, {-2, 0}, {0, -2}}, Y: []int{0, 1, 0, 1}, Classes: 2}
	line := learn.Data{X: [][]float64{{3, 4}}, Y: []int{0}, Classes: 2} // with the bias, of length √26
	big := learn.Data{X: [][]float64{{3e120, 4e120}}, Y: []int{0}, Classes: 2}
	huge := learn.Data{X: [][]float64{{3e200, 4e200}}, Y: []int{0}, Classes: 2}
	tiny := learn.Data{X: [][]float64{{1e-200}}, Y: []int{0}, Classes: 2}
	zero := learn.Data{X: [][]float64{{0}}, Y: []int{0}, Classes: 2}
	for _, c := range []struct {
		name string
		p    learn.Problem
		want float64
	}{
		{"softmax", learn.Problem{Data: plusMinus}, 0.5},
		{"sigmoid", learn.Problem{Data: plusMinus, Pinned: true}, 0.25},
		{"pinned softmax", learn.Problem{Data: three, Pinned: true}, 0.5},
		{"penalty", learn.Problem{Data: plusMinus, Penalty: 2}, 2.5},
		{"two directions", learn.Problem{Data: square, NoBias: true}, 1},
		{"one direction", learn.Problem{Data: line}, 13},
		{"one direction, no bias", learn.Problem{Data: line, NoBias: true}, 12.5},
		{"large", learn.Problem{Data: big}, 12.5e240},
		{"too large", learn.Problem{Data: huge}, math.Inf(1)},
		{"nothing but the bias", learn.Problem{Data: zero}, 0.5},
		{"nothing", learn.Problem{Data: zero, NoBias: true}, 0},
		{"the penalty alone", learn.Problem{Data: zero, NoBias: true, Penalty: 3}, 3},
		{"no rows", learn.Problem{Data: learn.Data{Classes: 2}}, 0},
		{"squares that underflow", learn.Problem{Data: tiny, NoBias: true, Penalty: 3}, 3},
	} {
		if got := c.p.Smoothness(); !(got >= c.want*(1-1e-12) && got <= c.want*1.01) {
			t.Errorf("%s: %v, want %v to 1 %% more", c.name, got, c.want)
		}
	}
}

// L is right for more features than rows, too, and for as many. With hundreds of both
// the bound is looser.
func TestSmoothnessOfAnyShape(t *testing.T) {
	for _, c := range []struct {
		rows, features int
		most           float64
	}{{40, 5, 1.01}, {5, 40, 1.01}, {6, 6, 1.01}, {50, 2000, 1.01}, {2000, 50, 1.01}, {1300, 1300, math.Sqrt(1301)}} {
		d := drawn(c.rows, c.features, 2)
		var square float64
		for _, row := range d.X { // one direction is steep
			row[0] *= 100
			square += row[0] * row[0] / float64(c.rows)
		}
		got := learn.Problem{Data: d}.Smoothness()
		if !(got >= square/2 && got <= square/2*c.most*1.01) {
			t.Errorf("%d rows of %d: %v, want %v to %v times that", c.rows, c.features, got, square/2, c.most)
		}
	}
}
