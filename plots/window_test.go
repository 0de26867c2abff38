package main

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

// The window of a million losses of several orders of magnitude is found before a test times out.
func TestWindowOfAMillionLosses(t *testing.T) {
	l := losses{training: make(plotter.XYs, 1e6)}
	for k := range l.training {
		l.training[k] = plotter.XY{X: float64(k), Y: 1000 / float64(k+1)}
	}
	l.validation = l.training
	if w := l.window(); !w.logY || w.y1 < 1000 {
		t.Errorf("losses up to 1000 are in %v", w)
	}
}

// lossesOf are of the steps from 0 on.
func lossesOf(n int, training, validation func(step float64) float64) (l losses) {
	for k := range n {
		x := float64(k)
		l.training = append(l.training, plotter.XY{X: x, Y: training(x)})
		l.validation = append(l.validation, plotter.XY{X: x, Y: validation(x)})
	}
	return l
}

// A rise of validation loss takes about a sixth of the window, but nothing is cut off from the lowest
// on, nor from the first quarter on. Where it cannot be seen, what is cut off shows the rest. It is told.
func TestRisesAreSeen(t *testing.T) {
	falling := func(to, peak, at float64) func(float64) float64 {
		return func(x float64) float64 {
			if x == at {
				return peak
			}
			return 8*math.Exp(-x/4) + to - 0.001*x
		}
	}
	turning := func(rise float64) func(float64) float64 {
		return func(x float64) float64 { return 8*math.Exp(-x/3) + 2 + rise*max(0, x-30)/70 }
	}
	early := func(x float64) float64 { return 8*math.Exp(-x) + 2 + 0.3*max(0, x-10)/90 }
	for _, tt := range []struct {
		name                 string
		training, validation func(float64) float64
		least, most          float64 // parts of the window that the rise takes
		beyond               string
	}{
		{"a little", falling(1.8, 0, -1), turning(0.3), 0.14, 0.17, "; off the panel: training starts at 9.80, validation starts at 10.0"},
		{"hardly", falling(1.8, 0, -1), turning(0.03), 0.03, 0.12, "; off the panel: training starts at 9.80, validation starts at 10.0"},
		{"not to be seen", falling(0.2, 0, -1), turning(0.0003), 0, 0.01, "; off the panel: training starts at 8.20, validation starts at 10.0"},
		{"much", falling(1.8, 0, -1), turning(4), 0.3, 0.5, ""},
		{"with a later peak", falling(1.8, 5, 40), turning(0.3), 0.02, 0.04, ""},
		{"with a peak before the lowest", falling(1.8, 5, 27), turning(0.3), 0.02, 0.04, ""},
		{"with a peak after an early lowest", falling(1.8, 5, 15), early, 0.02, 0.04, ""},
		{"with an early peak", falling(1.8, 60, 3), turning(0.3), 0.14, 0.17, "; off the panel: training rises to 60.0, validation starts at 10.0"},
		{"with training above", falling(4, 0, -1), turning(0.3), 0.099, 0.14, "; off the panel: training starts at 12.0, validation starts at 10.0"},
		{"with training near 0", falling(0.1001, 0, -1), turning(0.3), 0.1, 0.15, "; off the panel: training starts at 8.10, validation starts at 10.0"},
	} {
		l := lossesOf(101, tt.training, tt.validation)
		w, low := l.window(), l.lowest()
		part := (l.validation[100].Y - low.Y) / (w.y1 - w.y0)
		note := l.note("", w)
		_, beyond, _ := strings.Cut(note, "; ")
		if part < tt.least || part > tt.most || w.logY || beyond != strings.TrimPrefix(tt.beyond, "; ") {
			t.Errorf("%s: the rise takes %.3f of %v, %q", tt.name, part, w, note)
		}
		for i, xy := range l.training {
			if (xy.X >= low.X || xy.X >= 25) && (xy.Y > w.y1 || l.validation[i].Y > w.y1) {
				t.Errorf("%s: a loss of step %v is cut off", tt.name, xy.X)
			}
		}
	}
}

// Losses that differ a hundredfold are on a logarithmic axis, unless only the first do and a rise is
// seen without them.
func TestLogarithmicAxesOfLosses(t *testing.T) {
	for table, want := range map[string]bool{
		"1,300,0.4\n2,40,0.3\n3,1,0.5\n":            true,
		"1,800,95\n2,0.9,1\n3,0.5,0.6\n4,0.4,0.5\n": true,
		"1,800,95\n2,0.9,1\n3,0.5,0.6\n4,0.4,0.7\n": true,
		"1,800,95\n2,0.9,1\n3,0.5,0.6\n4,0.4,0.62\n5,0.4,0.63\n6,0.4,0.65\n7,0.4,0.67\n8,0.4,0.69\n9,0.4,0.7\n": false,
		"1,80,1\n2,20,1\n3,5,1\n4,0.9,1\n":              false,
		"1,80,1\n2,20,1\n3,5,1\n4,0.8,1\n":              true,
		"1,80,1\n2,20,1\n3,5,1\n4,0,1\n":                false,
		"1,3,3\n2,0.01,2\n3,0.001,2.5\n4,0.001,3\n":     false,
		"1,3,3\n2,0.01,0.5\n3,0.001,0.3\n4,0.001,0.2\n": true,
	} {
		if w := mustRead(t, readLosses, table).window(); w.logY != want || w.y0 < 0 {
			t.Errorf("%q: the window is %v", table, w)
		}
	}
}

// Steps are on a logarithmic axis where most lie in the first tenth, and begin at 0 where the first is near.
func TestAxesOfSteps(t *testing.T) {
	for _, tt := range []struct {
		steps []float64
		x0    float64
		logX  bool
	}{
		{[]float64{0.15, 3}, 0, false},
		{[]float64{0.5, 3}, 0.5, false},
		{[]float64{1, 3}, 1, false},
		{[]float64{1, 10, 100, 1000}, 1, false},
		{[]float64{1, 10, 90, 1000}, 1, true},
		{[]float64{0, 10, 90, 1000}, 0, false},
	} {
		var l losses
		for _, x := range tt.steps {
			l.training = append(l.training, plotter.XY{X: x, Y: 1 + 1/(1+x)})
		}
		l.validation = l.training
		if w := l.window(); w.logX != tt.logX || w.x0 != tt.x0 && !(len(tt.steps) == 4 && !tt.logX) {
			t.Errorf("the window of %v is %v", tt.steps, w)
		}
	}
}

// The axis of losses begins at a tick below them, and leaves room above.
func TestAxesOfLossesBeginAtTicks(t *testing.T) {
	for _, tt := range []struct{ low, high, want float64 }{
		{0.035, 0.6, 0}, {0.5, 1, 0.4}, {1.38, 1.95, 1.3}, {1.12, 3.9, 1}, {1.8, 7.1, 1}, {0.001, 3, 0}, {0, 3, 0}, {5, 5, 4.9}, {0.02, 1.87, 0},
	} {
		w := window{x1: 1, y0: tt.low, y1: tt.high}.padded()
		first := lossTicks.Ticks(w.y0, w.y1)[0].Value
		if math.Abs(w.y0-tt.want) > 1e-9 || math.Abs(first-w.y0) > 1e-9 || w.y1 <= tt.high || w.y1 > tt.high+0.2*max(1, tt.high) {
			t.Errorf("from %v to %v: %v to %v, first tick %v", tt.low, tt.high, w.y0, w.y1, first)
		}
	}
	for low, high := range map[float64]float64{0.3: 90, 0.045: 900, 0.2: 30, 0.9: 100, 2e-7: 5, 1e-30: 7} {
		w := window{x1: 1, y0: low, y1: high, logY: true}.padded()
		if ts := page.LogTicks(3).Ticks(w.y0, w.y1); w.y0 >= low || w.y1 <= high || len(ts) < 3 || len(ts) > 8 {
			t.Errorf("a logarithmic axis from %v to %v has %d ticks from %v on", low, high, len(ts), ts[0].Value)
		}
	}
}

// A curve is not cut off right of where the axis says, be it between two points.
func TestCutsKeepToTheirPart(t *testing.T) {
	for _, table := range []string{
		"1,2.4,2.1\n2,0.31,0.30\n", "1,2.4,2.1\n2,0.5,0.4\n3,0.31,0.30\n", "1,9,8\n2,1,1\n3,0.5,0.4\n4,0.31,0.30\n",
	} {
		l := mustRead(t, readLosses, "step,training,validation\n"+table)
		w := l.window()
		for _, curve := range []plotter.XYs{l.training, l.validation} {
			for i, b := range curve[1:] {
				a := curve[i]
				for x := max(a.X, w.x0+0.25*(w.x1-w.x0)); x <= b.X; x += 0.01 {
					if y := a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X); y > w.y1+1e-9 {
						t.Fatalf("%q: at %v a loss of %v is over %v", table, x, y, w.y1)
					}
				}
			}
		}
	}
}
