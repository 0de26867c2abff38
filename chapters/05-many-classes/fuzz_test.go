package main

import (
	"math"
	"slices"
	"testing"
)

// FuzzLogits looks for text that is read as what no score can be, or that does not
// read back as it was written.
func FuzzLogits(f *testing.F) {
	for _, text := range []string{"", "1", "2,1,0,-1", " 1e3 , -0 ", "NaN", "1,Inf", "1e999", "0x1p-2", "1,,2", "\x00,\xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var read, again logits
		if err := read.UnmarshalText([]byte(text)); err != nil {
			return
		}
		for i, z := range read {
			if math.IsNaN(z) || math.IsInf(z, 0) {
				t.Errorf("%q: logits[%d] = %v", text, i, z)
			}
		}
		written, err := read.MarshalText()
		if err != nil || again.UnmarshalText(written) != nil || !slices.Equal(read, again) {
			t.Errorf("%q is %v, written as %s, %v, and read as %v", text, read, written, err, again)
		}
	})
}
