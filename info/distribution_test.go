package info_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

// Everything that is no distribution is refused, and told where it is none.
func TestRefuses(t *testing.T) {
	of := func(p ...float64) error { _, err := info.New(p...); return err }
	weights := func(w ...float64) error { _, err := info.Normalize(w...); return err }
	rows := func(rows ...[]float64) error { _, err := info.NewJoint(rows); return err }
	counts := func(rows ...[]float64) error { _, err := info.NormalizeJoint(rows); return err }
	joint := func(s string) error {
		j := mustJoint(t, [][]float64{{1}})
		err := j.UnmarshalText([]byte(s))
		if j.Pairs().Len() != 1 {
			t.Errorf("%q left %v behind", s, j)
		}
		return err
	}
	text := func(s string) error {
		p := info.Must(1)
		err := p.UnmarshalText([]byte(s))
		if p.Len() != 1 {
			t.Errorf("%q left %v behind", s, p)
		}
		return err
	}
	type row = []float64
	for _, c := range []struct {
		err  error
		want string
	}{
		{of(), "info: p is empty, want at least 1 number"},
		{of(0.5, 0.6), "info: p sums to 1.1, want 1"},
		{of(0.5, 0.4), "info: p sums to 0.9, want 1"},
		{of(1 + 2e-9), "info: p sums to 1.000000002, want 1: fractions or Normalize would do"},
		{of(0.333333, 0.333333, 0.333333), "info: p sums to 0.999999, want 1: fractions or Normalize would do"},
		{of(0.33333, 0.33333, 0.33333), "info: p sums to 0.99999, want 1"},
		{of(1e-10, 1+1e-10), "info: p[1] = 1.0000000001 is above 1"},
		{of(1.2, -0.2), "info: p[1] = -0.2 is negative"},
		{of(1, nan), "info: p[1] is not a number"},
		{of(inf, 0), "info: p[0] is infinite"},
		{of(0, 0), "info: p sums to 0, want 1"},
		{weights(), "info: weights is empty, want at least 1 number"},
		{weights(0, 0), "info: all 2 weights are 0"},
		{weights(1, -1), "info: weights[1] = -1 is negative"},
		{weights(nan), "info: weights[0] is not a number"},
		{weights(1, inf), "info: weights[1] is infinite"},
		{rows(), "info: rows is empty, want at least 1 row"},
		{rows(row{}), "info: rows[0] is empty, want at least 1 number"},
		{rows(row{0.5, 0.5}, row{}), "info: rows[1] has length 0, rows[0] has 2"},
		{rows(row{0.5}, row{0.25, 0.25}), "info: rows[1] has length 2, rows[0] has 1"},
		{rows(row{0.5, 0.7}, row{-0.2, 0}), "info: rows[1][0] = -0.2 is negative"},
		{rows(row{0.5, nan}), "info: rows[0][1] is not a number"},
		{rows(row{inf}), "info: rows[0][0] is infinite"},
		{rows(row{0.5}, row{0.6}), "info: rows sum to 1.1, want 1"},
		{rows(row{0.5}, row{0.4}), "info: rows sum to 0.9, want 1"},
		{rows(row{2e-10}, row{1 + 2e-10}), "info: rows[1][0] = 1.0000000002 is above 1"},
		{
			rows(row{float64(float32(0.1))}, row{float64(float32(0.9))}),
			"info: rows sum to 0.999999977648, want 1: fractions or NormalizeJoint would do",
		},
		{counts(), "info: rows is empty, want at least 1 row"},
		{counts(row{}), "info: rows[0] is empty, want at least 1 number"},
		{counts(row{0, 0}, row{0, 0}), "info: all 4 weights are 0"},
		{counts(row{1, 2}, row{3}), "info: rows[1] has length 1, rows[0] has 2"},
		{counts(row{1, 2}, row{3, -1}), "info: rows[1][1] = -1 is negative"},
		{counts(row{1, inf}), "info: rows[0][1] is infinite"},
		{joint(""), `info: rows[0][0] = "" is not a number`},
		{joint("1;"), `info: rows[1][0] = "" is not a number`},
		{joint("0.5,0.25;0.25"), "info: rows[1] has length 1, rows[0] has 2"},
		{joint("0.5,0.25;0.25,x"), `info: rows[1][1] = "x" is not a number`},
		{joint("30,10;20,40"), "info: rows sum to 100, want 1"},
		{text("1,1e400"), `info: p[1] = "1e400" is too large for a float`},
		{text("1,1e-400"), `info: p[1] = "1e-400" is too small for a float`},
		{text("1,0x0e0p-2000"), `info: p[1] = "0x0e0p-2000" is too small for a float`},
		{text("1,1e-300/1e300"), `info: p[1] = "1e-300/1e300" is too small for a float`},
		{text("1e308/1e-308"), `info: p[0] = "1e308/1e-308" is too large for a float`},
		{text("1,1/1e400"), `info: p[1] = "1/1e400" is too large for a float`},
		{text(""), `info: p[0] = "" is not a number`},
		{text("0.5,,0.5"), `info: p[1] = "" is not a number`},
		{text("1/0"), "info: p[0] is infinite"},
		{text("0/0"), "info: p[0] is not a number"},
		{text("1/x"), `info: p[0] = "1/x" is not a number`},
		{text("-1/-1"), `info: p[0] = "-1/-1" is not a number`},
		{text("1/-2"), `info: p[0] = "1/-2" is not a number`},
		{text("1,1/Infinity"), `info: p[1] = "1/Infinity" is not a number`},
		{text("-1/2"), "info: p[0] = -0.5 is negative"},
		{text("0.5 0.5"), `info: p[0] = "0.5 0.5" is not a number`},
		{text("0.5,0.6"), "info: p sums to 1.1, want 1"},
		{text("NaN,1"), "info: p[0] is not a number"},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("got %v, want error %s", c.err, c.want)
		}
	}
}

// What is given is kept as it is, but for −0, in floats of its own.
func TestKeepsWhatItIsGiven(t *testing.T) {
	given := []float64{0.5, 0.5 + 9e-10, math.Copysign(0, -1)}
	want := slices.Clone(given)
	p, j := info.Must(given...), mustJoint(t, [][]float64{given})
	given[0] = 7
	for _, got := range []info.Distribution{p, j.Pairs()} {
		if !slices.Equal(got.Probabilities(), want) || math.Signbit(got.P(2)) {
			t.Errorf("kept %v of %v", got, want)
		}
	}
	p.Probabilities()[0] = 7
	if p.P(0) != 0.5 {
		t.Errorf("Probabilities lent %v", p)
	}
	if p := j.X().P(0); p != 1 { // as there is no surprisal of a margin above 1
		t.Errorf("p(x) = %v, want 1", p)
	}
}

// A sum may be off by the tolerance to the last digit, and is not rounded before that
// is seen.
func TestTolerance(t *testing.T) {
	below := []float64{1, 9007198 * 0x1p-53, 0, 0, 0, 0} // 9007199·2⁻⁵³ is just within 1e-9
	if _, err := info.New(below...); err != nil {
		t.Error(err)
	}
	above := []float64{1, 9007198 * 0x1p-53, 0x1p-54, 0x1p-54, 0x1p-54, 0x1p-54}
	if _, err := info.New(above...); err == nil {
		t.Error("New takes a sum further from 1 than the tolerance")
	}
	if _, err := info.NewJoint([][]float64{above}); err == nil {
		t.Error("NewJoint takes a sum further from 1 than the tolerance")
	}
}

func TestNormalize(t *testing.T) {
	const many, allowed = 1 << 20, 0x1p-52
	small := slices.Repeat([]float64{0x1p-54}, many) // each too small to show beside the first
	small[0] = 1
	for _, c := range []struct {
		weights []float64
		want    float64
	}{
		{[]float64{math.MaxFloat64, math.MaxFloat64}, 0.5},
		{[]float64{5e-324, 5e-324}, 0.5},
		{[]float64{1, 3}, 0.25},
		{small, 1 / (1 + (many-1)*0x1p-54)},
	} {
		p, err := info.Normalize(c.weights...)
		if err != nil || math.Abs(p.P(0)-c.want) > allowed {
			t.Errorf("Normalize(%v, …): P(0) = %v, %v, want %v", c.weights[:2], p.P(0), err, c.want)
		}
	}
}

func TestText(t *testing.T) {
	var halves info.Distribution
	if err := halves.UnmarshalText([]byte(" 1 / 2 , 0.25/0.5 ")); err != nil || halves.P(0) != 0.5 {
		t.Errorf("got %v, %v", halves, err)
	}
}

// Noughts with an exponent are no numbers that are too small.
func TestTextOfNoughts(t *testing.T) {
	for _, text := range []string{"1,0e-9", "1,0E400", "1,0x0p-2000", "1,-0.00e5", "0x1p0,0/7"} {
		var p info.Distribution
		if err := p.UnmarshalText([]byte(text)); err != nil || p.P(1) != 0 {
			t.Errorf("%s: got %v, %v", text, p, err)
		}
	}
}

// Rows and columns of noughts change nothing, nor does the size of the counts.
func TestNormalizeJoint(t *testing.T) {
	const want, allowed = 0.124511249783653, 1e-15
	for _, counts := range [][][]float64{
		{{30, 10}, {20, 40}},
		{{30, 10}, {0, 0}, {20, 40}},
		{{30, 0, 10}, {20, 0, 40}},
		{{30e300, 10e300}, {20e300, 40e300}},
	} {
		j, err := info.NormalizeJoint(counts)
		if err != nil {
			t.Fatal(err)
		}
		if i := float64(j.MutualInformation()); !(math.Abs(i-want) <= allowed) {
			t.Errorf("I = %v of %v, want %v", i, counts, want)
		}
	}
}

func TestJointText(t *testing.T) {
	for _, rows := range [][][]float64{
		{{0.25, 0.25}, {0, 0.5}},
		{{1. / 3, 2. / 3}},
		{{1. / 3}, {2. / 3}, {5e-324}},
	} {
		var kept struct{ Joint info.Joint }
		text, err := json.Marshal(struct{ Joint info.Joint }{mustJoint(t, rows)})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &kept); err != nil || !slices.EqualFunc(kept.Joint.Rows(), rows, slices.Equal) {
			t.Errorf("%v came back from %s as %v, %v", rows, text, kept.Joint, err)
		}
	}
	var fractions info.Joint
	if err := fractions.UnmarshalText([]byte(" 1/4, 1/4 ; 0, 1/2 ")); err != nil || fractions.String() != umbrella.String() {
		t.Errorf("got %v, %v, want %v", fractions, err, umbrella)
	}
	fractions.Rows()[0][0] = 7
	if fractions.Pairs().P(0) != 0.25 {
		t.Errorf("Rows lent %v", fractions)
	}
}

func TestNothing(t *testing.T) {
	var p info.Distribution
	if p.Len() != 0 || info.Entropy(p) != 0 || p.String() != "()" {
		t.Errorf("the zero Distribution is %v, of entropy %v", p, info.Entropy(p))
	}
	var j info.Joint
	if text, err := j.MarshalText(); j.String() != "()" || string(text) != "" || err != nil {
		t.Errorf("the zero Joint is %v, %q, %v", j, text, err)
	}
	if n := j.X().Len() + j.Y().Len() + j.Pairs().Len(); n != 0 {
		t.Errorf("the zero Joint has %d outcomes", n)
	}
	if h := j.Entropy() + j.EntropyYGivenX() + j.MutualInformation(); h != 0 {
		t.Errorf("the zero Joint tells %v", h)
	}
}

func mustJoint(t *testing.T, rows [][]float64) info.Joint {
	t.Helper()
	j, err := info.NewJoint(rows)
	if err != nil {
		t.Fatal(err)
	}
	return j
}
