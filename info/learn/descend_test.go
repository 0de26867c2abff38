package learn_test

import (
	"math"
	"reflect"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
)

func iris(t *testing.T, penalty float64) learn.Problem {
	t.Helper()
	data := read(t, "testdata/iris.csv")
	data.X = learn.ScaleOf(data.X).Apply(data.X)
	return learn.Problem{Data: data, Penalty: penalty}
}

// No step raises the objective, and all together lower it by as much as the source
// of Descend promises.
func TestDescend(t *testing.T) {
	const steps = 200
	p := iris(t, 0.01)
	best, _ := learn.Accelerate(p, 1e-9, nil)
	var distance float64
	for c, weights := range best.Weights {
		for _, w := range append(weights, best.Bias[c]) {
			distance += w * w
		}
	}
	lowest := p.Objective(best)
	last, seen := info.Nats(math.Inf(1)), 0
	m := learn.Descend(p, steps, func(step int, m learn.Linear, objective info.Nats) {
		if step != seen || objective != p.Objective(m) || objective > last {
			t.Fatalf("step %d, watched as %d: %v after %v", seen, step, float64(objective), float64(last))
		}
		seen, last = seen+1, objective
		bound := p.Smoothness() * distance / (2 * float64(step))
		if gap := float64(objective - lowest); gap > bound || gap < -1e-12 {
			t.Errorf("step %d: %v above the lowest, want at most %v", step, gap, bound)
		}
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

// The gradient is as small as asked for, after fewer steps than without
// momentum, or with momentum that is never lost.
func TestAccelerate(t *testing.T) {
	for tolerance, most := range map[float64]int{1e-3: 130, 1e-7: 700} {
		p := iris(t, 0.001)
		told := -1
		m, steps := learn.Accelerate(p, tolerance, func(step int, m learn.Linear, objective info.Nats) {
			if told++; step != told || objective != p.Objective(m) {
				t.Fatalf("step %d, watched as %d", told, step)
			}
		})
		if steps != told || steps > most {
			t.Errorf("%v: %d steps, watched to %d, want %d at most", tolerance, steps, told, most)
		}
		grad := p.Start()
		p.Gradient(m, grad)
		var squares float64
		for c, weights := range grad.Weights {
			for _, g := range append(weights, grad.Bias[c]) {
				squares += g * g
			}
		}
		if math.Sqrt(squares) > tolerance {
			t.Errorf("%v: the gradient is %v", tolerance, math.Sqrt(squares))
		}
	}
}

// The first step has no momentum yet: it is that of Descend.
func TestFirstStep(t *testing.T) {
	p := iris(t, 0.01)
	want := learn.Descend(p, 1, nil)
	learn.Accelerate(p, 1e-2, func(step int, m learn.Linear, _ info.Nats) {
		if step == 1 && !reflect.DeepEqual(m, want) {
			t.Errorf("at %v, want %v", m, want)
		}
	})
}

func TestAccelerateGivesUp(t *testing.T) {
	p := learn.Problem{Data: single}
	if _, steps := learn.Accelerate(p, -1, nil); steps != 100_000 {
		t.Errorf("%d steps, want 100000", steps)
	}
}
