package main

import (
	"math"
	"testing"
)

// bfloat16 has 8 significant bits, and rounds ties to even.
func TestBfloat16(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{0, 0},
		{1, 1},
		{1 + 1./128, 1 + 1./128},
		{1 + 1./256, 1},
		{1 + 3./256, 1 + 4./256},
		{1 + 1./256 + 1./4096, 1 + 1./128},
		{1 - 1./512, 1},
		{-257, -256},
		{-259, -260},
		{math.Inf(1), math.Inf(1)},
	} {
		if got := bfloat16(c.x); got != c.want {
			t.Errorf("bfloat16(%v) = %v, want %v", c.x, got, c.want)
		}
	}
}

func TestFirstOne(t *testing.T) {
	for _, f := range formats {
		// By sixty halves of 64 it is found to the last digits of a float, of which 1e-14 is some.
		if z := f.firstOne(); f.sigmoid(z) != 1 || f.sigmoid(z*(1-1e-14)) == 1 {
			t.Errorf("%s: 1 from z = %v, or before", f.name, z)
		}
	}
}
