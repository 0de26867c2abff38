package learn_test

import (
	"fmt"
	"math"
	"reflect"
	"testing"

	"crossentropy/info/learn"
)

// repeated has so many rows of the same logits, and says which class is right how
// often.
func repeated(z []float64, times ...int) (logits [][]float64, targets []int) {
	for class, n := range times {
		for range n {
			logits, targets = append(logits, z), append(targets, class)
		}
	}
	return logits, targets
}

// Softmax says 3 in 4 of logits (0, ln 3).
func TestTemperature(t *testing.T) {
	ln3, inf := math.Log(3), math.Inf(1)
	for _, c := range []struct {
		z     []float64
		times []int
		want  float64
	}{
		{[]float64{0, ln3}, []int{1, 3}, 1},
		{[]float64{0, ln3 / 2}, []int{1, 3}, 0.5},
		{[]float64{7, 7 + 2*ln3}, []int{1, 3}, 2},
		{[]float64{0, 1e300 * ln3}, []int{1, 3}, 1e300},
		{[]float64{0, 1e-300 * ln3}, []int{1, 3}, 1e-300},
		{[]float64{-1e308, 1e308}, []int{1, 9}, 2 / math.Log(9) * 1e308},
		{[]float64{0, 0, math.Log(2) * 3}, []int{1, 1, 2}, 3},
		{[]float64{0, 1}, []int{100, 101}, 1 / math.Log(1.01)},
		{[]float64{0, 1}, []int{1, 1}, math.Inf(1)},
		{[]float64{0, 1}, []int{3, 1}, math.Inf(1)},
		{[]float64{0, 1}, []int{0, 1}, 0},
		{[]float64{0, 1, 1}, []int{0, 1, 1}, 0}, // a tie is right
		{[]float64{5, 5}, []int{1, 1}, 1},
		{[]float64{5}, []int{3}, 1},
		{[]float64{0, -math.MaxFloat64, -inf, ln3 / 2}, []int{1, 0, 0, 3}, 0.5},
		{[]float64{-inf, 0, ln3 / 2}, []int{0, 1, 3}, 0.5},
		{[]float64{-inf, 0, 1}, []int{0, 1, 1}, inf},
		{[]float64{-inf, 0, 1}, []int{0, 3, 1}, inf},
		{[]float64{-inf, 0, 1}, []int{0, 0, 1}, 0},
		{[]float64{-inf, 5, 5}, []int{0, 1, 1}, 1},
		{[]float64{-inf, 5}, []int{0, 3}, 1},
	} {
		logits, targets := repeated(c.z, c.times...)
		got, err := learn.Temperature(logits, targets)
		if err != nil || got != c.want && (math.IsInf(c.want, 1) || !(math.Abs(got-c.want) <= 1e-12*c.want)) {
			t.Errorf("%v, right %v times: %v, %v, want %v", c.z, c.times, got, err, c.want)
		}
	}
}

// A row that is far from doubt, at any temperature that suits the rest, has no say.
func TestTemperatureOfUnlikeRows(t *testing.T) {
	logits, targets := repeated([]float64{0, 1e-3 * math.Log(3)}, 1, 3)
	logits, targets = append(logits, []float64{0, 100}), append(targets, 1)
	got, err := learn.Temperature(logits, targets)
	if err != nil || !(math.Abs(got-1e-3) <= 1e-12) {
		t.Errorf("%v, %v, want 0.001", got, err)
	}
}

func TestTemperatureRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		logits  [][]float64
		targets []int
		want    string
	}{
		{nil, nil, "learn: no rows to fit a temperature to"},
		{[][]float64{{0, nan}}, []int{0}, "learn: loss: logits[0][1] = NaN, want a finite number or -Inf"},
		{[][]float64{{0, inf}}, []int{0}, "learn: loss: logits[0][1] = +Inf, want a finite number or -Inf"},
		{[][]float64{{0, 1}, {-inf, 0}}, []int{0, 0}, "learn: logits[1][0] = -Inf, want a finite number for the right class"},
		{[][]float64{{-inf, -inf}}, []int{0}, "learn: loss: logits[0] is -Inf in every class"},
		{[][]float64{{0, 1}}, []int{2}, "learn: loss: targets[0] = 2, want 0 to 1"},
		{[][]float64{{0, 1}}, nil, "learn: loss: 0 targets, want 1, one a row"},
		{[][]float64{{}}, []int{0}, "learn: loss: logits[0] is empty, want at least 1 class"},
	} {
		if _, err := learn.Temperature(c.logits, c.targets); err == nil || err.Error() != c.want {
			t.Errorf("%v, %v: %v, want %s", c.logits, c.targets, err, c.want)
		}
	}
}

func TestHeat(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		t       float64
		z, want []float64
	}{
		{2, []float64{1, 5, 3}, []float64{-2, 0, -1}},
		{0, []float64{1, 5, 5}, []float64{-inf, 0, 0}},
		{inf, []float64{1, 5, 3}, []float64{0, 0, 0}},
		{1e-300, []float64{-1e300, 1e300}, []float64{-inf, 0}},
		{1e308, []float64{-1e308, 1e308}, []float64{-2, 0}},
		{inf, []float64{-inf, 5, 1}, []float64{-inf, 0, 0}},
		{0, []float64{-inf, 5, 1}, []float64{-inf, 0, -inf}},
		{2, []float64{-inf, 5}, []float64{-inf, 0}},
		{5e-324, []float64{0, 5e-324}, []float64{-1, 0}},
	} {
		got := learn.Heat([][]float64{c.z}, c.t)[0]
		for i := range got {
			got[i] += 0 // −0 + 0 is 0
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("T = %v: %v, want %v", c.t, got, c.want)
		}
	}
}

func TestReliability(t *testing.T) {
	forecasts := []float64{0, 0.1, 0.25, 0.4, 0.5, 0.99, 1}
	happened := []bool{false, true, false, true, true, true, true}
	want := "{2 0.05 0.5} {2 0.325 0.5} {1 0.5 1} {2 0.995 1}"
	got := learn.Reliability(forecasts, happened, 4)
	if s := fmt.Sprint(got); s != "["+want+"]" {
		t.Errorf("got %v, want %v", s, want)
	}
	whole := learn.Reliability(forecasts, happened, 1)[0]
	if whole.N != 7 || !near(whole.Forecast, 3.24/7) || !near(whole.Share, 5./7) {
		t.Errorf("all in one bin: %v", whole)
	}
	if none := learn.Reliability(nil, nil, 2); none[1].N != 0 || !math.IsNaN(none[1].Forecast) || !math.IsNaN(none[1].Share) {
		t.Errorf("of nothing: %v", none)
	}
}

func TestReliabilityByCount(t *testing.T) {
	forecasts := []float64{0.5, 0.25, 1, 0.5, 0, 0.5, 0.75}
	happened := []bool{true, true, true, false, false, false, true}
	want := "[{2 0.125 0.5} {3 0.5 0.3333333333333333} {2 0.875 1}]"
	if got := fmt.Sprint(learn.ReliabilityByCount(forecasts, happened, 3)); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if none := learn.ReliabilityByCount(nil, nil, 2); len(none) != 2 || none[1].N != 0 {
		t.Errorf("of nothing: %v", none)
	}
}

// Every float i/n is the lower edge of bin i of n, and the float below it is in bin i − 1.
func TestReliabilityAtEdges(t *testing.T) {
	for n := 1; n <= 300; n++ {
		for i := range n {
			edge := float64(i) / float64(n)
			inBin(t, edge, n, i)
			if i > 0 {
				inBin(t, math.Nextafter(edge, 0), n, i-1)
			}
		}
	}
	inBin(t, 0.8999999999999999, 10, 8)
	inBin(t, 0.29, 100, 29)
	inBin(t, 1, 100, 99)
}

func inBin(t *testing.T, p float64, bins, want int) {
	t.Helper()
	if got := learn.Reliability([]float64{p}, []bool{true}, bins); got[want].N != 1 {
		t.Errorf("%v is not in bin %d of %d", p, want, bins)
	}
}

func TestCalibrationPanics(t *testing.T) {
	nan, inf, once := math.NaN(), math.Inf(1), []bool{true}
	const largest = "learn: the largest of logits[1] is "
	heat := func(temperature float64, row ...float64) func() {
		return func() { learn.Heat([][]float64{{0, 1}, row}, temperature) }
	}
	says(t, map[string]func(){
		"learn: T = -1, want 0 or more":            heat(-1, 0, 1),
		"learn: T = NaN, want 0 or more":           heat(nan, 0, 1),
		largest + "NaN, want a finite number":      heat(2, 0, nan),
		largest + "+Inf, want a finite number":     heat(0, 0, inf),
		largest + "-Inf, want a finite number":     heat(inf, -inf, -inf),
		"learn: forecasts[0] = -0.1, want 0 to 1":  func() { learn.Reliability([]float64{-0.1}, once, 2) },
		"learn: forecasts[0] = NaN, want 0 to 1":   func() { learn.Reliability([]float64{nan}, once, 2) },
		"learn: 1 forecasts of 1 events in 0 bins": func() { learn.Reliability([]float64{0.5}, once, 0) },
		"learn: 1 forecasts of 0 events in 2 bins": func() { learn.Reliability([]float64{0.5}, nil, 2) },
	})
	says(t, map[string]func(){largest + "-Inf, want a finite number": heat(2)})
}

// Of four forecasts, three lie a quarter from their share, and empty bins do not count.
func TestCalibrationError(t *testing.T) {
	bins := []learn.Bin{{N: 3, Forecast: 0.25, Share: 0.5}, {Forecast: math.NaN(), Share: math.NaN()}, {N: 1, Forecast: 1, Share: 1}}
	if got := learn.CalibrationError(bins); got != 3./16 {
		t.Errorf("CalibrationError(%v) = %v, want 3/16", bins, got)
	}
	if got := learn.CalibrationError(nil); !math.IsNaN(got) {
		t.Errorf("of none it is %v", got)
	}
}
