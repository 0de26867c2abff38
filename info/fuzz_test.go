package info_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

// numbers are lists that a constructor has to tell apart. Fuzzing starts from them.
var numbers = [][]float64{
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
}

// encode is x in the bytes that the fuzzer changes, and decode reads them.
func encode(x []float64) []byte {
	data, _ := binary.Append(nil, binary.LittleEndian, x) // floats have a size
	return data
}

func decode(data []byte) []float64 {
	x := make([]float64, len(data)/8)
	_, _ = binary.Decode(data, binary.LittleEndian, x)
	return x
}

func FuzzNew(f *testing.F) {
	for _, x := range numbers {
		f.Add(encode(x))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		x, rest := decode(data), 1.
		for _, v := range x {
			rest -= v
		}
		for _, x := range [][]float64{x, append(x, rest)} { // few lists sum to 1 without it
			if p, err := info.New(x...); err == nil {
				sound(t, p)
			} else {
				refused(t, err, x, func(i int) string { return fmt.Sprintf("p[%d]", i) })
			}
		}
	})
}

func FuzzNormalize(f *testing.F) {
	for _, x := range numbers {
		f.Add(encode(x))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		x := decode(data)
		p, err := info.Normalize(x...)
		if err != nil {
			refused(t, err, x, func(i int) string { return fmt.Sprintf("weights[%d]", i) })
			return
		}
		sound(t, p)
		if _, err := info.New(floats(p)...); err != nil {
			t.Errorf("Normalize(%v): %v", x, err)
		}
	})
}

func FuzzNewJoint(f *testing.F) {
	for _, x := range numbers {
		f.Add(encode(x), byte(2))
		f.Add(encode(x), byte(len(x)))
	}
	f.Fuzz(func(t *testing.T, data []byte, width byte) {
		x, n := decode(data), max(1, int(width))
		weighed, _ := info.Normalize(x...) // few lists sum to 1 without it
		for _, x := range [][]float64{x, floats(weighed)} {
			j, err := info.NewJoint(slices.Collect(slices.Chunk(x, n)))
			if err != nil {
				full := x[:len(x)/n*n] // without a last row that is short, which is another error
				refused(t, err, full, func(i int) string { return fmt.Sprintf("rows[%d][%d]", i/n, i%n) })
				continue
			}
			sumsToOne(t, j.X())
			sumsToOne(t, j.Y())
			// A pair may be above 1 by the tolerance, and its surprisal below 0.
			notNegative(t, "H(X, Y) + tolerance", j.Entropy()+info.Nats(info.Tolerance).Bits())
			notNegative(t, "H(Y|X)", j.EntropyYGivenX())
			notNegative(t, "I(X; Y)", j.MutualInformation())
		}
	})
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
			refused(t, err, nil, nil)
			if p.Len() != 1 {
				t.Errorf("%q left %v behind", text, p)
			}
			return
		}
		sound(t, p)
		again, _ := p.MarshalText()
		var back info.Distribution
		if err := back.UnmarshalText(again); err != nil || !slices.Equal(floats(back), floats(p)) {
			t.Errorf("%s came back as %v, %v", again, back, err)
		}
	})
}
