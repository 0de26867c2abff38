package learn_test

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"crossentropy/info/learn"
)

// Two rows alike of class 1, on which every gradient can be worked out by hand: a
// forecast of equal odds misses by (½, −½).
var alike = learn.Data{X: [][]float64{{2, -4}, {2, -4}}, Y: []int{1, 1}, Classes: 2}

func pinned(weights []float64, bias float64) learn.Linear {
	return learn.Linear{Weights: [][]float64{weights}, Bias: []float64{bias}, Pinned: true}
}

func TestGradientByHand(t *testing.T) {
	equal := learn.Linear{Weights: [][]float64{{0, 0}, {0, 0}}, Bias: []float64{0, 0}}
	both := learn.Linear{Weights: [][]float64{{1, -2}, {-1, 2}}, Bias: []float64{0.5, -0.5}}
	for name, c := range map[string]struct {
		p        learn.Problem
		at, want learn.Linear
		nats     float64
	}{
		"softmax": {learn.Problem{Data: alike}, equal, both, math.Ln2},
		"sigmoid": {
			learn.Problem{Data: alike, Pinned: true},
			pinned([]float64{0, 0}, math.Log(3)), pinned([]float64{-0.5, 1}, -0.25), math.Log(4. / 3),
		},
		"no bias": {
			learn.Problem{Data: alike, Pinned: true, NoBias: true},
			pinned([]float64{0, 0}, 0), pinned([]float64{-1, 2}, 0), math.Ln2,
		},
		"penalty, of which the bias goes free": {
			learn.Problem{Data: alike, Pinned: true, Penalty: 0.5},
			pinned([]float64{2, 1}, math.Log(3)), pinned([]float64{0.5, 1.5}, -0.25), math.Log(4./3) + 0.25*5,
		},
	} {
		grad := c.want.Clone() // which is overwritten
		if got := c.p.Gradient(c.at, grad); !near(float64(got), c.nats) {
			t.Errorf("%s: objective %v, want %v", name, float64(got), c.nats)
		}
		off := grad.Clone()
		off.Add(-1, c.want)
		if !(norm(off) < 1e-15) {
			t.Errorf("%s: gradient %v, want %v", name, grad, c.want)
		}
	}
}

// norm is √Σw² of all numbers.
func norm(m learn.Linear) float64 {
	var squares float64
	for _, row := range append(m.Weights, m.Bias) {
		for _, w := range row {
			squares += w * w
		}
	}
	return math.Sqrt(squares)
}

// drawn has rows and features of the normal distribution, and a class at random.
func drawn(rows, features, classes int) learn.Data {
	r := rand.New(rand.NewPCG(1, 0))
	d := learn.Data{Classes: classes}
	for range rows {
		x := make([]float64, features)
		for f := range x {
			x[f] = r.NormFloat64()
		}
		d.X, d.Y = append(d.X, x), append(d.Y, r.IntN(classes))
	}
	return d
}

// Both gradients are the slopes of short chords, in every direction.
func TestGradientsAreSlopes(t *testing.T) {
	const step = 1e-6
	for _, p := range []learn.Problem{
		{Data: drawn(5, 2, 3), Penalty: 0.3},
		{Data: drawn(5, 2, 3), Penalty: 0.3, Pinned: true},
	} {
		at := p.Start()
		for i, row := range append(at.Weights, at.Bias) {
			for f := range row {
				row[f] = math.Sin(float64(3*i + f))
			}
		}
		for name, costOf := range map[string]func(m, grad learn.Linear) float64{
			"cross entropy": func(m, grad learn.Linear) float64 { return float64(p.Gradient(m, grad)) },
			"squared error": p.SquaredError,
		} {
			grad, spare := p.Start(), p.Start()
			costOf(at, grad)
			slopes := append(grad.Weights, grad.Bias)
			for i, row := range append(at.Weights, at.Bias) {
				for f := range row {
					row[f] += step
					above := costOf(at, spare)
					row[f] -= 2 * step
					below := costOf(at, spare)
					row[f] += step
					if chord := (above - below) / (2 * step); math.Abs(chord-slopes[i][f]) > 1e-8 {
						t.Errorf("%s, pinned %v: slope %d, %d is %v, a chord's %v", name, p.Pinned, i, f, slopes[i][f], chord)
					}
				}
			}
		}
	}
}

// Equal odds of two classes miss both targets by a half.
func TestSquaredErrorByHand(t *testing.T) {
	p := learn.Problem{Data: alike, Penalty: 0.5}
	grad, want := p.Start(), learn.Linear{Weights: [][]float64{{1, -2}, {-1, 2}}, Bias: []float64{0.5, -0.5}}
	if got := p.SquaredError(p.Start(), grad); got != 0.5 || !reflect.DeepEqual(grad, want) {
		t.Errorf("%v, gradient %v, want 0.5, %v", got, grad, want)
	}
	if got := p.SquaredError(learn.Linear{Weights: [][]float64{{2, 1}, {2, 1}}, Bias: []float64{0, 0}}, grad); got != 0.5+0.25*10 {
		t.Errorf("%v with the penalty, want 3", got)
	}
}

func TestLogits(t *testing.T) {
	x := [][]float64{{1, 2, 3, 4, 5, 6, 7}, {0, 0, 0, 0, 0, 0, 0}}
	weights := [][]float64{{1, 10, 100, 1000, 1e4, 1e5, 1e6}, {0, 0, 0, 0, 0, 0, -1}}
	m := learn.Linear{Weights: weights, Bias: []float64{0.5, 1}}
	if got, want := m.Logits(x), [][]float64{{7654321.5, -6}, {0.5, 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("logits %v, want %v", got, want)
	}
	m.Pinned = true
	if got, want := m.Logits(x), [][]float64{{0, 7654321.5, -6}, {0, 0.5, 1}}; !reflect.DeepEqual(got, want) {
		t.Errorf("pinned: logits %v, want %v", got, want)
	}
}

// What does not fit is refused, and is named.
func TestProblemPanics(t *testing.T) {
	for want, p := range map[string]learn.Problem{
		"learn: 2 rows in X, 1 in Y":                                {Data: learn.Data{X: [][]float64{{1}, {2}}, Y: []int{0}, Classes: 2}},
		"learn: X[1] has 2 features, X[0] has 1":                    {Data: rows([]float64{1}, []float64{2, 1000}, []float64{3})},
		"learn: X[1][0] = NaN, want a finite number":                {Data: rows([]float64{1}, []float64{math.NaN()})},
		"learn: X[0][1] = +Inf, want a finite number":               {Data: rows([]float64{1, math.Inf(1)})},
		"learn: Classes = 0, want at least 1":                       {Pinned: true},
		"learn: Penalty = -1, want a finite number, not negative":   {Data: alike, Penalty: -1},
		"learn: Penalty = NaN, want a finite number, not negative":  {Data: alike, Penalty: math.NaN()},
		"learn: Penalty = +Inf, want a finite number, not negative": {Data: alike, Penalty: math.Inf(1)},
	} {
		says(t, map[string]func(){want: func() { p.Start() }})
		says(t, map[string]func(){want: func() { p.Smoothness() }})
	}
	none, unknown := learn.Problem{Data: learn.Data{Classes: 2}}, learn.Problem{Data: rows([]float64{1})}
	unknown.Data.Y = []int{2}
	says(t, map[string]func(){
		"learn: no rows to learn from":             func() { none.Objective(none.Start()) },
		"learn: loss: targets[0] = 2, want 0 to 1": func() { learn.Descend(unknown, 1, nil) },
	})
}

// rows are of class 0, out of two.
func rows(x ...[]float64) learn.Data { return learn.Data{X: x, Y: make([]int, len(x)), Classes: 2} }

func TestLinearPanics(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{2, -4}}, Y: []int{1}, Classes: 3}}
	fits, narrow, bare := p.Start(), p.Start(), p.Start()
	narrow.Weights[1] = []float64{0}
	bare.Bias = nil
	two := learn.Problem{Data: p.Data, Pinned: true}.Start()
	says(t, map[string]func(){
		"learn: m has 2 rows of weights, 2 biases and Pinned true, want 3, 3 and false":     func() { p.Objective(two) },
		"learn: m has 3 rows of weights, 0 biases and Pinned false, want 3, 3 and false":    func() { p.Gradient(bare, fits) },
		"learn: grad has 3 rows of weights, 0 biases and Pinned false, want 3, 3 and false": func() { p.Gradient(fits, bare) },
		"learn: m.Weights[1] has 1 features, X[0] has 2":                                    func() { p.SquaredError(narrow, fits) },
		"learn: grad.Weights[1] has 1 features, X[0] has 2":                                 func() { p.SquaredError(fits, narrow) },
		"learn: x[1] has 3 features, Weights[0] has 2":                                      func() { fits.Logits([][]float64{{1, 2}, {1, 2, 3}}) },
		"learn: 3 rows of weights, 0 biases":                                                func() { bare.Logits(nil) },
	})
}

func TestGradientRefusesSharedMemory(t *testing.T) {
	const room = ", want room of its own"
	p := learn.Problem{Data: learn.Data{X: [][]float64{{2, -4}, {1, 1}}, Y: []int{1, 0}, Classes: 2}, Penalty: 1}
	m, overX, twice := p.Start(), p.Start(), p.Start()
	overX.Weights[1] = p.Data.X[0]
	twice.Bias = twice.Weights[0]
	for _, gradient := range []func(m, grad learn.Linear){
		func(m, grad learn.Linear) { p.Gradient(m, grad) },
		func(m, grad learn.Linear) { p.SquaredError(m, grad) },
	} {
		says(t, map[string]func(){
			"learn: grad[0] shares memory with m[0]" + room:    func() { gradient(m, m) },
			"learn: grad[1] shares memory with X[0]" + room:    func() { gradient(m, overX) },
			"learn: grad[0] shares memory with grad[2]" + room: func() { gradient(m, twice) },
		})
	}
}

// A bias of −Inf masks a class that no row is of: it is forecast nowhere, costs nothing and
// has no slope.
func TestMaskedClass(t *testing.T) {
	x, y := [][]float64{{1, 2}, {-3, 0.5}, {0, 4}}, []int{0, 1, 1}
	for _, pinned := range []bool{false, true} {
		two := learn.Problem{Data: learn.Data{X: x, Y: y, Classes: 2}, Penalty: 0.1, Pinned: pinned}
		three := two
		three.Data.Classes = 3
		m, grad, wider := two.Start(), two.Start(), three.Start()
		m.Weights[0][1] = 0.75
		masked := three.Start()
		masked.Weights[0][1] = 0.75
		masked.Bias[len(masked.Bias)-1] = math.Inf(-1)
		want, got := two.Gradient(m, grad), three.Gradient(masked, wider)
		if !near(float64(got), float64(want)) || !near(wider.Weights[0][1], grad.Weights[0][1]) {
			t.Errorf("pinned %v: costs %v with a masked class, %v without", pinned, got, want)
		}
		last := len(wider.Bias) - 1
		if slopes := append(wider.Weights[last], wider.Bias[last]); slices.ContainsFunc(slopes, func(s float64) bool { return s != 0 }) {
			t.Errorf("pinned %v: the masked class has the slopes %v", pinned, slopes)
		}
	}
}
