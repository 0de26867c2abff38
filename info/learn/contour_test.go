package learn_test

import (
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/learn"
)

// All around the lowest point the objective is at the level, within what the cubic between
// ways leaves, and the ring is closed.
func TestContour(t *testing.T) {
	for _, penalty := range []float64{0, 0.1} {
		p := learn.Problem{Data: drawn(60, 2, 2), Penalty: penalty, Pinned: true, NoBias: true}
		for i, x := range p.Data.X { // a valley
			p.Data.X[i] = []float64{x[0], x[0] + 0.1*x[1]}
		}
		lowest, _ := learn.Accelerate(p, 1e-9, nil)
		least := p.Objective(lowest)
		m := p.Start()
		for _, above := range []info.Nats{1e-3, 0.1, 0.3} {
			ring := p.Contour(lowest, least+above)
			if ring[0] != ring[len(ring)-1] {
				t.Errorf("from %v to %v", ring[0], ring[len(ring)-1])
			}
			for _, w := range ring {
				copy(m.Weights[0], w[:])
				if off := p.Objective(m) - least - above; !(math.Abs(float64(off)) < 2e-3*float64(above)) {
					t.Errorf("penalty %v: %v is %v above the lowest, want %v", penalty, w, above+off, above)
				}
			}
		}
	}
}

func TestContourRefuses(t *testing.T) {
	two := learn.Problem{Data: drawn(9, 2, 2), Pinned: true, NoBias: true}
	three := learn.Problem{Data: drawn(9, 3, 2), Pinned: true, NoBias: true}
	biased := learn.Problem{Data: drawn(9, 2, 2), Pinned: true}
	for name, contour := range map[string]func(){
		"three weights":    func() { three.Contour(three.Start(), 1) },
		"a bias":           func() { biased.Contour(biased.Start(), 1) },
		"below the lowest": func() { two.Contour(two.Start(), 0.1) },
		"no level":         func() { two.Contour(two.Start(), info.Nats(math.NaN())) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			contour()
		}()
	}
}
