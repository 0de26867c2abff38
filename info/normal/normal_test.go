package normal_test

import (
	"math"
	"testing"

	"crossentropy/info/normal"
)

var humps = normal.Humps()

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestKullbackLeibler(t *testing.T) {
	for _, c := range []struct {
		p, q normal.Normal
		want float64
	}{
		{normal.Normal{0, 1}, normal.Normal{0, 1}, 0},
		{normal.Normal{3, 1}, normal.Normal{0, 1}, 4.5},
		{normal.Normal{0, math.E}, normal.Normal{0, 1}, (math.E*math.E-1)/2 - 1},
		{normal.Normal{5, 2}, normal.Normal{1, 2}, 2},
	} {
		if got := float64(normal.KullbackLeibler(c.p, c.q)); !near(got, c.want, 1e-14) {
			t.Errorf("D(%v‖%v) = %v, want %v", c.p, c.q, got, c.want)
		}
	}
}

// The closed form is the sum, whose pieces are narrow.
func TestDivergence(t *testing.T) {
	for _, c := range [][2]normal.Normal{{{1, 0.5}, {0, 1}}, {{-2, 3}, {1, 2}}} {
		want := float64(normal.KullbackLeibler(c[0], c[1]))
		if got := float64(normal.Divergence(c[0], c[1], -40, 40, 8000)); !near(got, want, 1e-12) {
			t.Errorf("D of %v = %v, want %v", c, got, want)
		}
	}
	one := normal.Mixture{{P: 1, Normal: normal.Normal{Mean: 2, Deviation: 3}}}
	if got, want := one.LogDensity(500), one[0].Normal.LogDensity(500); !near(got, want, 1e-9) {
		t.Errorf("far away a mixture of one has %v, want %v", got, want)
	}
}

// No other normal is nearer, in the direction that is asked for.
func TestFits(t *testing.T) {
	forward := func(q normal.Normal) float64 { return float64(normal.Divergence(humps, q, -30, 30, 6000)) }
	reverse := func(q normal.Normal) float64 { return float64(normal.Divergence(q, humps, -30, 30, 6000)) }
	for _, c := range []struct {
		name string
		q    normal.Normal
		far  func(q normal.Normal) float64
	}{
		{"forward", normal.Forward(humps), forward},
		{"reverse, from the left", normal.Reverse(humps, normal.Normal{Mean: -1, Deviation: 1}), reverse},
		{"reverse, from the right", normal.Reverse(humps, normal.Normal{Mean: 3, Deviation: 0.5}), reverse},
		{"reverse, from a wide one", normal.Reverse(humps, normal.Normal{Mean: 0, Deviation: 2}), reverse},
	} {
		least := c.far(c.q)
		for _, other := range []normal.Normal{
			{c.q.Mean - 1e-3, c.q.Deviation},
			{c.q.Mean + 1e-3, c.q.Deviation},
			{c.q.Mean, c.q.Deviation - 1e-3},
			{c.q.Mean, c.q.Deviation + 1e-3},
		} {
			if d := c.far(other); !(d > least) {
				t.Errorf("%s: %v is %v away, and %v no more than %v", c.name, c.q, least, other, d)
			}
		}
	}
}
