package info_test

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"crossentropy/info"
)

// FuzzNumbers gives any floats to all that is made of floats.
func FuzzNumbers(f *testing.F) {
	for _, x := range [][]float64{
		{},
		{nan, 1},
		{1, inf, nan},
		{0, 0},
		{0.5, 0.25, 0.25},
		{1, 0, math.Copysign(0, -1)},
		{1, 5e-324},
		{1, 0x1p-1022, 0x1.8p-1023, 0x1p-1025, 3 * 0x1p-1074},
		{1, 0x1.2p-517, 0x1.4p-508, 0x1.68p-1025},
		{1. / 3, 1./3 + 1e-9, 1./3 - 1e-9},
		{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1},
		{1 + info.Tolerance/2},
		{0.5, 0.5 + info.Tolerance/2},
		{1e-10, 1 + 1e-10},
		{1.2, -5e-324, -inf},
		{1e308, 1e308, 1e-308},
	} {
		data, _ := binary.Append(nil, binary.LittleEndian, x) // floats have a size
		f.Add(data, byte(2))
		f.Add(data, byte(len(x)))
	}
	f.Fuzz(func(t *testing.T, data []byte, width byte) {
		x := make([]float64, len(data)/8)
		_, _ = binary.Decode(data, binary.LittleEndian, x)
		n := max(1, int(width))
		tryNumbers(t, x, n)
		weighed, err := info.Normalize(x...) // few lists sum to 1 without it
		if err != nil {
			refused(t, err)
			return
		}
		tryNumbers(t, weighed.Probabilities(), n)
		if _, err := info.New(weighed.Probabilities()...); err != nil {
			t.Errorf("Normalize(%v): %v", x, err)
		}
	})
}

func tryNumbers(t *testing.T, x []float64, width int) {
	t.Helper()
	if p, err := info.New(x...); err != nil {
		refused(t, err)
	} else {
		sound(t, p)
	}
	rows := slices.Collect(slices.Chunk(x, width))
	if j, err := info.NormalizeJoint(rows); err != nil {
		refused(t, err)
	} else if _, err := info.NewJoint(j.Rows()); err != nil {
		t.Errorf("NormalizeJoint(%v): %v", rows, err)
	}
	j, err := info.NewJoint(rows)
	if err != nil {
		refused(t, err)
		return
	}
	sumsToOne(t, j.X())
	sumsToOne(t, j.Y())
	// A pair may be above 1 by the tolerance, and its surprisal below 0.
	notNegative(t, "H(X, Y) + tolerance", j.Entropy()+info.Nats(info.Tolerance).Bits())
	notNegative(t, "H(Y|X)", j.EntropyYGivenX())
	notNegative(t, "I(X; Y)", j.MutualInformation())
}

func FuzzUnmarshalText(f *testing.F) {
	for _, text := range []string{
		"", "1", "1,", "1/2, 1/3 ,1/6", "0.5,0x1p-1", "1,5e-324", "1,-0", "0/1,1/1", "1/-0", "-0/1,1",
		"NaN", "Inf,1", "-inf", "1/Inf,1", "Inf/Inf", "0/0", "1e308/1e-308", "1e400", "1,1e-400",
		"0.3333333333333333,0.6666666666666666", "1/3/3,1", "1_0", "5,\n6", "٠", "\xff", `"`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		p := info.Must(1)
		if err := p.UnmarshalText(text); err != nil {
			refused(t, err)
			if p.Len() != 1 {
				t.Errorf("%q left %v behind", text, p)
			}
			return
		}
		sound(t, p)
		again, _ := p.MarshalText()
		var back info.Distribution
		if err := back.UnmarshalText(again); err != nil || !slices.Equal(back.Probabilities(), p.Probabilities()) {
			t.Errorf("%s came back as %v, %v", again, back, err)
		}
	})
}

func FuzzJointText(f *testing.F) {
	for _, text := range []string{
		"", ";", "1", "1;", "1/2,1/4;1/4,0", "0.5;0.5", "1,0;0", "NaN;1", "1;1e-400", "0.999999;0", "1;5e-324",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var j, back info.Joint
		if err := j.UnmarshalText(text); err != nil {
			refused(t, err)
			if j.Pairs().Len() != 0 {
				t.Errorf("%q left %v behind", text, j)
			}
			return
		}
		again, _ := j.MarshalText()
		if err := back.UnmarshalText(again); err != nil || back.String() != j.String() {
			t.Errorf("%s came back as %v, %v", again, back, err)
		}
	})
}

// refused checks that an error is one line that says whose it is.
func refused(t *testing.T, err error) {
	t.Helper()
	if text := err.Error(); !strings.HasPrefix(text, "info: ") || strings.Contains(text, "\n") {
		t.Errorf("the error is %q", text)
	}
}

// sound checks what holds of every p that has outcomes, to the last bit.
func sound(t *testing.T, p info.Distribution) {
	t.Helper()
	sumsToOne(t, p)
	h := info.Entropy(p)
	notNegative(t, "H(p)", h)
	if c := info.CrossEntropy(p, p); c != h {
		t.Errorf("H(p, p) = %v, H(p) = %v", float64(c), float64(h))
	}
	if d := info.KullbackLeibler(p, p); d != 0 {
		t.Errorf("D(p‖p) = %v", float64(d))
	}
	q := info.Uniform(p.Len())
	notNegative(t, "H(p, q)", info.CrossEntropy(p, q))
	notNegative(t, "D(p‖q)", info.KullbackLeibler(p, q))
	js := info.JensenShannon(p, q)
	notNegative(t, "JS(p, q)", js)
	if other := info.JensenShannon(q, p); other != js {
		t.Errorf("JS(p, q) = %v, JS(q, p) = %v", float64(js), float64(other))
	}
}

func sumsToOne(t *testing.T, p info.Distribution) {
	t.Helper()
	var sum float64
	for x, px := range p.All() {
		if !(px >= 0 && px <= 1) || math.Signbit(px) {
			t.Errorf("P(%d) = %v", x, px)
		}
		sum += px
	}
	rounding := float64(p.Len()) * 0x1p-52
	if !(math.Abs(sum-1) <= info.Tolerance+rounding) {
		t.Errorf("%v sums to %v", p, sum)
	}
}

// notNegative also refuses NaN, and −0, which prints as "-0 bits".
func notNegative(t *testing.T, what string, h info.Bits) {
	t.Helper()
	if !(h >= 0) || math.Signbit(float64(h)) {
		t.Errorf("%s = %v", what, float64(h))
	}
}
