package main

import (
	"math"
	"testing"

	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// What is handed back is the slope of the loss in every weight and bias.
func TestBackward(t *testing.T) {
	const h = 1e-5
	n, x, y := newNetwork(3, 4, 2, 1), []float64{0.5, -2, 1}, 1
	grad := n.combine(0, n, 0)
	n.backward(x, y, grad)
	cost := func() float64 {
		_, z := n.forward(x)
		return loss.LogSumExp(z...) - z[y]
	}
	slopes := grad.numbers()
	for i, row := range n.numbers() {
		for j, was := range row {
			row[j] = was + h
			up := cost()
			row[j] = was - h
			measured := (up - cost()) / (2 * h)
			row[j] = was
			if !(math.Abs(measured-slopes[i][j]) <= 1e-8) { // of h², and rounding over h
				t.Errorf("number %d of row %d: %v, measured %v", j, i, slopes[i][j], measured)
			}
		}
	}
}

// A step subtracts the mean gradient of its rows, whatever grad held before.
func TestNetworkStep(t *testing.T) {
	d := learn.Data{X: [][]float64{{1, 0}, {9, 9}, {0, 1}}, Y: []int{0, 1, 1}, Classes: 2}
	n := newNetwork(2, 3, 2, 2)
	sum := n.combine(0, n, 0)
	n.backward(d.X[0], d.Y[0], sum)
	n.backward(d.X[2], d.Y[2], sum)
	want := n.combine(1, sum, -0.5/2).numbers()
	n.step(d, []int{0, 2}, 0.5, n.clone())
	for i, row := range n.numbers() {
		for j, got := range row {
			if !(math.Abs(got-want[i][j]) <= 1e-15) {
				t.Errorf("number %d of row %d: %v, want %v", j, i, got, want[i][j])
			}
		}
	}
}
