package learn_test

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info/learn"
)

// numbered has n rows, of which row i has the feature i and the class i mod 3.
func numbered(n int) learn.Data {
	d := learn.Data{Classes: 3}
	for i := range n {
		d.X = append(d.X, []float64{float64(i)})
		d.Y = append(d.Y, i%3)
	}
	return d
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		rows   int
		shares []float64
		want   []int
	}{
		{10, []float64{0.6, 0.4}, []int{6, 4}},
		{10, []float64{0.8}, []int{8}},
		{10, []float64{0.25, 0.25, 0.25, 0.25}, []int{3, 2, 3, 2}},
		{3, []float64{0.1, 0.2, 0.3, 0.4}, []int{0, 1, 1, 1}},
		{10, []float64{0, 1}, []int{0, 10}},
		{0, []float64{0.5, 0.5}, []int{0, 0}},
	} {
		seen := map[float64]bool{}
		for i, part := range numbered(c.rows).Split(1, c.shares...) {
			if len(part.Y) != c.want[i] || len(part.X) != c.want[i] || part.Classes != 3 {
				t.Errorf("%d rows, %v: part %d has %d", c.rows, c.shares, i, len(part.Y))
			}
			for j, x := range part.X {
				if seen[x[0]] || part.Y[j] != int(x[0])%3 {
					t.Errorf("%d rows, %v: row %v twice, or not of class %d", c.rows, c.shares, x, part.Y[j])
				}
				seen[x[0]] = true
			}
		}
	}
}

func TestSplitShuffles(t *testing.T) {
	d := numbered(100)
	one, same, other := d.Split(1, 1)[0], d.Split(1, 1)[0], d.Split(2, 1)[0]
	if !slices.Equal(one.Y, same.Y) {
		t.Error("one seed, two orders")
	}
	if slices.Equal(one.Y, other.Y) || slices.Equal(one.Y, d.Y) {
		t.Error("two seeds, one order")
	}
}

func TestScale(t *testing.T) {
	for _, c := range []struct {
		column          []float64
		mean, deviation float64
	}{
		{[]float64{1, 3}, 2, 1},
		{[]float64{0, 0, 3}, 1, math.Sqrt2},
		{[]float64{0.1, 0.1, 0.1}, 0.1, 0}, // whose mean, added up, is another number
		{[]float64{1e9, 1e9 + 1, 1e9 + 2}, 1e9 + 1, math.Sqrt(2. / 3)},
		{[]float64{0, 2e-200}, 1e-200, 1e-200}, // whose squares underflow
		{[]float64{-1e308, 1e308}, 0, 1e308},   // and overflow
		{[]float64{-1.7e308, 1.7e308, 1.7e308}, 1.7e308 / 3, 1.7e308 / 3 * math.Sqrt(8)},
		{slices.Repeat([]float64{-math.MaxFloat64, math.MaxFloat64}, 20), 0, math.MaxFloat64},
		{[]float64{math.MaxFloat64, math.MaxFloat64}, math.MaxFloat64, 0},
	} {
		x := make([][]float64, len(c.column))
		for i, v := range c.column {
			x[i] = []float64{0, v} // beside one that never varies
		}
		s := learn.ScaleOf(x)
		if s.Mean[0] != 0 || s.Deviation[0] != 0 {
			t.Errorf("zeros have the mean %v and the deviation %v", s.Mean[0], s.Deviation[0])
		}
		if !near(s.Mean[1], c.mean) || s.Deviation[1] != c.deviation && !near(s.Deviation[1], c.deviation) {
			t.Errorf("%v: mean %v, deviation %v, want %v, %v", c.column, s.Mean[1], s.Deviation[1], c.mean, c.deviation)
		}
		for i, row := range s.Apply(x) {
			want := 0.0
			if c.deviation > 0 {
				want = (c.column[i]/2 - c.mean/2) / c.deviation * 2
			}
			if row[0] != 0 || math.Abs(row[1]-want) > 1e-12 {
				t.Errorf("%v: row %d is %v, want %v", c.column, i, row, want)
			}
		}
	}
	if s := learn.ScaleOf(nil); len(s.Mean) != 0 || len(s.Apply(nil)) != 0 {
		t.Errorf("no rows have the scale %v", s)
	}
}

// near allows for a few roundings.
func near(got, want float64) bool { return math.Abs(got-want) <= 1e-14*math.Abs(want) }

func TestDataPanics(t *testing.T) {
	short := learn.Data{X: [][]float64{{1}, {2}}, Y: []int{0}, Classes: 2}
	scale := learn.ScaleOf([][]float64{{1, 2}, {3, 4}})
	says(t, map[string]func(){
		"learn: 2 rows in X, 1 in Y":                                           func() { short.Split(1, 1) },
		"learn: shares of [-0.1], want none negative, and at most 1 in all":    func() { numbered(10).Split(1, -0.1) },
		"learn: shares of [0.6 0.6], want none negative, and at most 1 in all": func() { numbered(10).Split(1, 0.6, 0.6) },
		"learn: shares of [NaN], want none negative, and at most 1 in all":     func() { numbered(10).Split(1, math.NaN()) },

		"learn: Y[1] = 2, want 0 to 1":        func() { learn.Data{Y: []int{0, 2}, Classes: 2}.BaseRate() },
		"learn: no rows, and so no base rate": func() { learn.Data{Classes: 2}.BaseRate() },

		"learn: x[2][0] = -Inf, want a finite number":                 func() { learn.ScaleOf([][]float64{{1}, {2}, {math.Inf(-1)}}) },
		"learn: x[1] has 1 features, x[0] has 2":                      func() { learn.ScaleOf([][]float64{{1, 2}, {3}}) },
		"learn: x[1][0] = NaN, want a finite number":                  func() { scale.Apply([][]float64{{1, 2}, {math.NaN(), 2}}) },
		"learn: x has 3 features, the scale 2 means and 2 deviations": func() { scale.Apply([][]float64{{1, 2, 3}}) },
	})
}

// says fails the test unless each call panics with its message.
func says(t *testing.T, calls map[string]func()) {
	t.Helper()
	for want, call := range calls {
		func() {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("%v, want %s", got, want)
				}
			}()
			call()
		}()
	}
}
