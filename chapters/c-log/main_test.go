package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"crossentropy/chapters/internal/chaptertest"
	"crossentropy/info/learn"
)

func TestFits(t *testing.T) { chaptertest.Fits(t, program) }

// Of many classes, logits of deviation s cost about ln n + s²/2: ln of the mean of eᶻ.
func TestRandomStart(t *testing.T) {
	for _, c := range []struct {
		classes           int
		deviation, within float64
	}{{10, 0, 1e-12}, {1000, 0, 1e-12}, {50257, 1, 3 / math.Sqrt(40)}} {
		want := math.Log(float64(c.classes)) + c.deviation*c.deviation/2
		if mean, se := randomStart(c.classes, c.deviation); !(math.Abs(float64(mean)-want) <= c.within) || float64(se) > c.within {
			t.Errorf("%+v: %v ± %v, want %v", c, mean, se, want)
		}
	}
}

// The slopes of a softmax under a softmax are those that are measured, and what is right and
// sure costs the floor.
func TestDoubled(t *testing.T) {
	const h = 1e-5
	z, y := [][]float64{{0.5, -1, 2}, {0, 1, 1}}, []int{2, 0}
	grad := [][]float64{make([]float64, 3), make([]float64, 3)}
	doubled(z, y, grad)
	nothing := [][]float64{make([]float64, 3), make([]float64, 3)}
	for i, row := range z {
		for c, was := range row {
			row[c] = was + h
			up := doubled(z, y, nothing)
			row[c] = was - h
			measured := float64(up-doubled(z, y, nothing)) / (2 * h) * 2 // of two rows
			row[c] = was
			if !(math.Abs(measured-grad[i][c]) <= 1e-8) {
				t.Errorf("slope %d, %d is %v, measured %v", i, c, grad[i][c], measured)
			}
		}
	}
	sure := float64(doubled([][]float64{{0, 1000, 0}}, []int{1}, nothing[:1]))
	if want := math.Log(math.E+2) - 1; !(math.Abs(sure-want) <= 1e-12) {
		t.Errorf("sure and right, it costs %v, want %v", sure, want)
	}
}

// Slopes in the logits become those of the weights as in learn.
func TestBack(t *testing.T) {
	d := learn.Data{X: [][]float64{{1, 2}, {-1, 3}}, Y: []int{0, 1}, Classes: 2}
	p := learn.Problem{Data: d}
	m, want, got := p.Start(), p.Start(), p.Start()
	m.Weights[1][0] = 0.5
	p.Gradient(m, want)
	var misses [][]float64
	a := m.Answer(d)
	for i, y := range d.Y {
		miss := a.Forecast(i).Probabilities()
		miss[y]--
		misses = append(misses, miss)
	}
	back(misses, d, got)
	for c, row := range want.Weights {
		for f, slope := range append(row, want.Bias[c]) {
			if s := append(got.Weights[c], got.Bias[c])[f]; !(math.Abs(s-slope) <= 1e-15) {
				t.Errorf("slope %d of class %d: %v, want %v", f, c, s, slope)
			}
		}
	}
}

// The second number tells the label, the first does not.
func TestTosses(t *testing.T) {
	d := tosses(4000, rand.New(rand.NewPCG(2, 0)))
	var sums [2][2]float64
	var n [2]float64
	for i, x := range d.X {
		y := d.Y[i]
		n[y]++
		sums[y][0] += x[0]
		sums[y][1] += x[1]
	}
	if share := n[1] / 4000; !(math.Abs(share-quarter) < 0.03) { // four standard errors
		t.Errorf("%v of label 1, want %v", share, quarter)
	}
	if told, tells := sums[1][0]/n[1]-sums[0][0]/n[0], sums[1][1]/n[1]-sums[0][1]/n[0]; !(math.Abs(told) < 0.15 && math.Abs(tells-1) < 0.08) {
		t.Errorf("means differ by %v and %v, want 0 and 1", told, tells)
	}
	if len(without(d).X[0]) != 1 || len(d.X[0]) != 2 {
		t.Error("not one number of two is left")
	}
}
