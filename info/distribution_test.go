package info_test

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		p    []float64
		want string
	}{
		{nil, "info: p is empty, want at least 1 number"},
		{[]float64{0.5, 0.6}, "info: p sums to 1.1, want 1"},
		{[]float64{0.5, 0.4}, "info: p sums to 0.9, want 1"},
		{[]float64{1 + 2e-9}, "info: p sums to 1.000000002, want 1"},
		{[]float64{1e-10, 1 + 1e-10}, "info: p[1] = 1.0000000001 is above 1"},
		{[]float64{2e-10, 1 + 1e-10}, "info: p[1] = 1.0000000001 is above 1"},
		{[]float64{1.2, -0.2}, "info: p[1] = -0.2 is negative"},
		{[]float64{1, nan}, "info: p[1] is not a number"},
		{[]float64{inf, 0}, "info: p[0] is infinite"},
		{[]float64{0, 0}, "info: p sums to 0, want 1"},
	} {
		if p, err := info.New(c.p...); err == nil || err.Error() != c.want {
			t.Errorf("New(%v) = %v, %v, want error %s", c.p, p, err, c.want)
		}
	}
}

func TestNewKeepsWhatItIsGiven(t *testing.T) {
	given := []float64{0.5, 0.5 + 9e-10}
	p, err := info.New(given...)
	if err != nil {
		t.Fatal(err)
	}
	given[0] = 7
	if p.P(0) != 0.5 || p.P(1) != 0.5+9e-10 {
		t.Errorf("New kept %v", p)
	}
}

// A sum may be off by the tolerance to the last digit, and is not rounded before that
// is seen.
func TestNewAtTheTolerance(t *testing.T) {
	below := []float64{1, 9007198 * 0x1p-53, 0, 0, 0, 0} // 9007199·2⁻⁵³ is just within 1e-9
	if _, err := info.New(below...); err != nil {
		t.Error(err)
	}
	above := []float64{1, 9007198 * 0x1p-53, 0x1p-54, 0x1p-54, 0x1p-54, 0x1p-54}
	if _, err := info.New(above...); err == nil {
		t.Error("New takes a sum further from 1 than the tolerance")
	}
}

// Many weights, each too small to show beside the largest.
func TestNormalizeSmallWeights(t *testing.T) {
	weights := slices.Repeat([]float64{0x1p-54}, 1<<20)
	weights[0] = 1
	p, err := info.Normalize(weights...)
	if err != nil {
		t.Fatal(err)
	}
	if want := 1 / (1 + (1<<20-1)*0x1p-54); math.Abs(p.P(0)-want) > 0x1p-52 {
		t.Errorf("P(0) = %v, want %v", p.P(0), want)
	}
}

func TestNormalize(t *testing.T) {
	for _, c := range []struct {
		weights []float64
		want    string
	}{
		{nil, "info: weights is empty, want at least 1 number"},
		{[]float64{0, 0}, "info: all 2 weights are 0"},
		{[]float64{1, -1}, "info: weights[1] = -1 is negative"},
		{[]float64{nan}, "info: weights[0] is not a number"},
		{[]float64{1, inf}, "info: weights[1] is infinite"},
	} {
		if _, err := info.Normalize(c.weights...); err == nil || err.Error() != c.want {
			t.Errorf("Normalize(%v): %v, want %s", c.weights, err, c.want)
		}
	}
	for _, weights := range [][]float64{{math.MaxFloat64, math.MaxFloat64}, {5e-324, 5e-324}} {
		if p, err := info.Normalize(weights...); err != nil || p.P(0) != 0.5 {
			t.Errorf("Normalize(%v) = %v, %v, want halves", weights, p, err)
		}
	}
}

func TestZeroDistribution(t *testing.T) {
	var none info.Distribution
	if none.Len() != 0 || info.Entropy(none) != 0 || none.String() != "()" {
		t.Errorf("the zero Distribution is %v, of entropy %v", none, info.Entropy(none))
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `info: p[0] = "" is not a number`},
		{"0.5,,0.5", `info: p[1] = "" is not a number`},
		{"1/0", "info: p[0] is infinite"},
		{"0/0", "info: p[0] is not a number"},
		{"1/x", `info: p[0] = "1/x" is not a number`},
		{"-1/-1", `info: p[0] = "-1/-1" is not a number`},
		{"1/-1", `info: p[0] = "1/-1" is not a number`},
		{"1/-2", `info: p[0] = "1/-2" is not a number`},
		{"1/Inf,1", `info: p[0] = "1/Inf" is not a number`},
		{"1,1/Infinity", `info: p[1] = "1/Infinity" is not a number`},
		{"-1/2", "info: p[0] = -0.5 is negative"},
		{"0.5 0.5", `info: p[0] = "0.5 0.5" is not a number`},
		{"0.5,0.6", "info: p sums to 1.1, want 1"},
		{"NaN,1", "info: p[0] is not a number"},
	} {
		p := info.Must(1)
		if err := p.UnmarshalText([]byte(c.text)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
		if p.Len() != 1 {
			t.Errorf("%q left %v behind", c.text, p)
		}
	}
	var halves info.Distribution
	if err := halves.UnmarshalText([]byte(" 1 / 2 , 0.25/0.5 ")); err != nil || halves.P(0) != 0.5 {
		t.Errorf("got %v, %v", halves, err)
	}
	third := info.Must(1./3, 1./3, 1./3)
	text, _ := third.MarshalText()
	var back info.Distribution
	if err := back.UnmarshalText(text); err != nil || back.P(0) != third.P(0) {
		t.Errorf("%s came back as %v, %v", text, back, err)
	}
}
