package main

import (
	"math"
	"testing"

	"crossentropy/info"
)

func TestRingIsLevel(t *testing.T) {
	v := tumourValley()
	m := v.problem.Start()
	for _, l := range v.contours {
		for _, xy := range l.ring {
			m.Weights[0][0], m.Weights[0][1] = xy.X, xy.Y
			if h := v.problem.Objective(m).Bits(); !(math.Abs(float64(h-l.level)) < 1e-6) {
				t.Errorf("on the contour of %v, %v has %v", l.level, xy, h)
			}
		}
	}
}

func TestMomentumIsFarAhead(t *testing.T) {
	v := tumourValley()
	above := func(all []stop) info.Bits { return all[walked].loss - v.least.loss }
	if !(above(v.plain) > 10*above(v.momentum)) {
		t.Errorf("after %d steps %v above the least, and %v with momentum", walked, above(v.plain), above(v.momentum))
	}
	if n := v.catchesUp(); n <= walked || n >= len(v.plain)-1 {
		t.Errorf("plain steps catch up after %d of %d", n, len(v.plain)-1)
	}
}
