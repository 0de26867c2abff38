package info_test

import (
	"math"
	"testing"

	"crossentropy/info"
)

var inf, nan = math.Inf(1), math.NaN()

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

func TestOutsideTheUnitInterval(t *testing.T) {
	for _, p := range []float64{-0.1, 1.1, nan, inf, -inf} {
		if h := float64(info.Surprisal(p)); !math.IsNaN(h) {
			t.Errorf("Surprisal(%v) = %v, want NaN", p, h)
		}
		if h := float64(info.BinaryEntropy(p)); !math.IsNaN(h) {
			t.Errorf("BinaryEntropy(%v) = %v, want NaN", p, h)
		}
	}
}

func TestPanics(t *testing.T) {
	for _, c := range []struct {
		want string
		call func()
	}{
		{"info: p has 2 outcomes, q has 3", func() { info.CrossEntropy(info.Uniform(2), info.Uniform(3)) }},
		{"info: p has 1 outcomes, q has 2", func() { info.KullbackLeibler(info.Uniform(1), info.Uniform(2)) }},
		{"info: p has 3 outcomes, q has 1", func() { info.JensenShannon(info.Uniform(3), info.Uniform(1)) }},
		{"info: Uniform(0): want at least 1 outcome", func() { info.Uniform(0) }},
		{"info: p sums to 2, want 1", func() { info.Must(2) }},
	} {
		func() {
			defer func() {
				got := recover()
				if err, ok := got.(error); ok {
					got = err.Error()
				}
				if got != c.want {
					t.Errorf("panic %v, want %s", got, c.want)
				}
			}()
			c.call()
		}()
	}
}

func TestZeroDistribution(t *testing.T) {
	var none info.Distribution
	if none.Len() != 0 || info.Entropy(none) != 0 || none.String() != "()" {
		t.Errorf("the zero Distribution is %v, of entropy %v", none, info.Entropy(none))
	}
}

func TestQuantitiesPrint(t *testing.T) {
	for _, c := range []struct {
		b    info.Bits
		want string
	}{
		{0, "0 bits"},
		{1, "1 bit"},
		{-1, "-1 bits"},
		{1.23456, "1.235 bits"},
		{999.94, "999.9 bits"},
		{1234.56, "1235 bits"},
		{-12345.6, "-12346 bits"},
		{999999, "999999 bits"},
		{999999.5, "1e+06 bits"},
		{1e6, "1e+06 bits"},
		{-1e7, "-1e+07 bits"},
		{0.99999, "1 bit"},
		{info.Bits(inf), "∞ bits"},
		{info.Bits(-inf), "-∞ bits"},
		{info.Bits(nan), "NaN bits"},
	} {
		if got := c.b.String(); got != c.want {
			t.Errorf("%v prints as %q, want %q", float64(c.b), got, c.want)
		}
	}
}

// 1 − p would round p away: the rare side of a coin keeps its digits.
func TestRareSide(t *testing.T) {
	const p, roundings = 1e-20, 8 * 0x1p-53
	want := p*-math.Log2(p) + p/math.Ln2 // the other side's share is p/ln 2, but for p²
	if got := float64(info.BinaryEntropy(p)); !(math.Abs(got-want) <= roundings*want) {
		t.Errorf("BinaryEntropy(%v) = %v, want %v", p, got, want)
	}
}
