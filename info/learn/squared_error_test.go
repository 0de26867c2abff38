package learn_test

import (
	"math"
	"reflect"
	"testing"

	"crossentropy/info/learn"
)

// The slope of the squared error is that of a short chord.
func TestSquaredError(t *testing.T) {
	const step = 1e-6
	logits, targets := [][]float64{{0.5, -1, 2}, {3, 0, 0}}, []int{1, 0}
	grad := [][]float64{make([]float64, 3), make([]float64, 3)}
	if _, err := learn.SquaredError(logits, targets, grad); err != nil {
		t.Fatal(err)
	}
	for i := range logits {
		for c := range logits[i] {
			var cost [2]float64
			for end, by := range []float64{-step, step} {
				logits[i][c] += by
				sum, err := learn.SquaredError(logits, targets, nil)
				if err != nil {
					t.Fatal(err)
				}
				logits[i][c] -= by
				cost[end] = float64(sum.Total)
			}
			if chord := (cost[1] - cost[0]) / (2 * step); math.Abs(chord-grad[i][c]) > 1e-8 {
				t.Errorf("slope %d, %d is %v, a chord's %v", i, c, grad[i][c], chord)
			}
		}
	}
}

func TestSquaredErrorOfEqualOdds(t *testing.T) {
	sum, err := learn.SquaredError([][]float64{{0, 0}}, []int{1}, nil)
	if err != nil || sum.Mean() != 0.5 || sum.Each[0] != 0.5 || sum.Weight != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
}

// What cannot be is refused, and leaves no half of a gradient in grad.
func TestSquaredErrorRefuses(t *testing.T) {
	for _, c := range []struct {
		logits  [][]float64
		targets []int
		want    string
		left    float64
	}{
		{[][]float64{{0, 1}, {0, 1}}, []int{0, 2}, "loss: targets[1] = 2, want 0 to 1", 7},
		{[][]float64{{0, 1}, {0, 1}}, []int{0, -1}, "loss: targets[1] = -1, want 0 to 1", 7},
		{[][]float64{{0, 1}, {0, math.NaN()}}, []int{0, 1}, "loss: logits[1][1] = NaN, want a finite number or -Inf", 0},
		{[][]float64{{0, 1}}, []int{0}, "loss: grad has 2 rows, want 1", 7},
	} {
		grad := [][]float64{{7, 7}, {7, 7}}
		sum, err := learn.SquaredError(c.logits, c.targets, grad)
		if err == nil || err.Error() != c.want || sum.Each != nil {
			t.Errorf("%v, %v: %v, %v, want %s", c.logits, c.targets, sum, err, c.want)
		}
		if row := []float64{c.left, c.left}; !reflect.DeepEqual(grad, [][]float64{row, row}) {
			t.Errorf("%v, %v: grad is %v", c.logits, c.targets, grad)
		}
	}
}
