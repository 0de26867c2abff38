package learn_test

import (
	"math"
	"reflect"
	"testing"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

func iris(penalty float64) learn.Problem {
	d, _ := data.Iris()
	return learn.Problem{Data: standardised(d), Penalty: penalty}
}

func standardised(d learn.Data) learn.Data {
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	return d
}

// No step raises the objective, and all together lower it by as much as the source
// of Descend promises.
func TestDescend(t *testing.T) {
	const steps = 200
	p := iris(0.01)
	best, _ := learn.Accelerate(p, 1e-9, nil)
	lowest := p.Objective(best)
	last, seen := info.Nats(math.Inf(1)), 0
	m := learn.Descend(p, steps, func(step int, m learn.Linear, objective info.Nats) bool {
		if step != seen || objective != p.Objective(m) || objective > last {
			t.Fatalf("step %d, watched as %d: %v after %v", seen, step, float64(objective), float64(last))
		}
		seen, last = seen+1, objective
		bound := p.Smoothness() * norm(best) * norm(best) / (2 * float64(step))
		if gap := float64(objective - lowest); gap > bound || gap < -1e-12 {
			t.Errorf("step %d: %v above the lowest, want at most %v", step, gap, bound)
		}
		return true
	})
	if seen != steps+1 || p.Objective(m) != last {
		t.Errorf("watched %d times, to %v", seen, last)
	}
	if alone := learn.Descend(p, steps, nil); p.Objective(alone) != last {
		t.Error("unwatched, it goes elsewhere")
	}
}

func TestDescendByHand(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{1}}, Y: []int{1}, Classes: 2}, Pinned: true, NoBias: true}
	if got := learn.Descend(p, 1, nil).Weights[0][0]; got != 2 { // ½ of 1/L = 4
		t.Errorf("weight %v, want 2", got)
	}
	if got := learn.Descend(p, 0, nil).Weights[0][0]; got != 0 {
		t.Errorf("weight %v, want 0", got)
	}
}

// The gradient is as small as asked for, after a tenth of the steps that Descend
// takes. That is a matter of √κ, where Descend's is one of κ, how much sharper than
// level the valley gets, which momentum that is never lost forfeits.
func TestAccelerate(t *testing.T) {
	for _, tolerance := range []float64{1e-3, 1e-7} {
		p := iris(0.001)
		told := -1
		m, steps := learn.Accelerate(p, tolerance, func(step int, m learn.Linear, objective info.Nats) bool {
			if told++; step != told || objective != p.Objective(m) {
				t.Fatalf("step %d, watched as %d", told, step)
			}
			return true
		})
		if steps != told || steepness(p, m) > tolerance {
			t.Errorf("%v: %d steps, watched to %d, to a gradient of %v", tolerance, steps, told, steepness(p, m))
		}
		plain := learn.Descend(p, 10*steps, nil)
		if left := steepness(p, plain); !(left > tolerance) {
			t.Errorf("%v: %d steps, but 10 times as many of Descend lead to %v", tolerance, steps, left)
		}
	}
}

// steepness is the norm of the gradient at m.
func steepness(p learn.Problem, m learn.Linear) float64 {
	grad := p.Start()
	p.Gradient(m, grad)
	return norm(grad)
}

// A watch that says so ends the walk where it is.
func TestWatchStops(t *testing.T) {
	p := iris(0.01)
	const enough = 7
	last := -1
	watch := func(step int, _ learn.Linear, _ info.Nats) bool {
		last = step
		return step < enough
	}
	if m := learn.Descend(p, 100, watch); last != enough || !reflect.DeepEqual(m, learn.Descend(p, enough, nil)) {
		t.Errorf("Descend stops after %d steps, want %d", last, enough)
	}
	if _, steps := learn.Accelerate(p, 1e-7, watch); last != enough || steps != enough {
		t.Errorf("Accelerate stops after %d steps, told of %d, want %d", steps, last, enough)
	}
}

// Where no step leads anywhere, or nobody can say when it is enough, none is taken.
func TestNoStep(t *testing.T) {
	level := learn.Problem{Data: rows([]float64{0}), NoBias: true}
	steep := learn.Problem{Data: rows([]float64{1e200}, []float64{-1e200})} // L overflows
	for _, p := range []learn.Problem{level, steep} {
		told := 0
		watch := func(int, learn.Linear, info.Nats) bool { told++; return true }
		if m := learn.Descend(p, 100, watch); told != 1 || !reflect.DeepEqual(m, p.Start()) {
			t.Errorf("Descend leads to %v, told %d times", m, told)
		}
		if m, steps := learn.Accelerate(p, 0, nil); steps != 0 || !reflect.DeepEqual(m, p.Start()) {
			t.Errorf("Accelerate leads to %v in %d steps", m, steps)
		}
	}
	if _, steps := learn.Accelerate(iris(0.01), math.NaN(), nil); steps != 0 {
		t.Errorf("%d steps to a tolerance of NaN", steps)
	}
}

// The first step has no momentum yet, and neither has one after which it would lead
// uphill: such a step is that of Descend.
func TestMomentumStartsAfresh(t *testing.T) {
	p := iris(0.001)
	var fresh []int // steps without momentum
	next, grad := p.Start(), p.Start()
	learn.Accelerate(p, 1e-5, func(step int, m learn.Linear, _ info.Nats) bool {
		if step > 0 && reflect.DeepEqual(m, next) {
			fresh = append(fresh, step)
		}
		p.Gradient(m, grad)
		next = m.Clone()
		next.Add(-1/p.Smoothness(), grad)
		return true
	})
	if len(fresh) < 2 || fresh[0] != 1 || len(fresh) > 20 {
		t.Errorf("steps %d are without momentum, want the first and a few later ones", fresh)
	}
}

func TestAccelerateGivesUp(t *testing.T) {
	p := learn.Problem{Data: alike}
	if _, steps := learn.Accelerate(p, -1, nil); steps != 100_000 {
		t.Errorf("%d steps, want 100000", steps)
	}
}
