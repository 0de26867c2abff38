package main

import (
	"math/rand/v2"
	"testing"
)

func TestLoopsGoAroundTheDarkPixels(t *testing.T) {
	var two scan = make([]float64, 64)
	two[0], two[1], two[9] = 16, 16, 16 // in the first row two, and one below
	loops := two.loops(8)
	if len(loops) != 1 || len(loops[0]) != 6 {
		t.Errorf("loops %v, want one with six corners", loops)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		s := make(scan, 64)
		for i := range s {
			s[i] = float64(r.IntN(17))
		}
		checkLoops(t, s, 8)
	}
}

// checkLoops compares what the loops go around, counted as a fill does, with
// the pixels.
func checkLoops(t *testing.T, s scan, level float64) {
	t.Helper()
	for i, grey := range s {
		x, y, winding := float64(i%8)+0.5, float64(i/8)+0.5, 0
		for _, loop := range s.loops(level) {
			for k, a := range loop {
				b := loop[(k+1)%len(loop)]
				switch right := a.x == b.x && float64(a.x) > x; {
				case right && float64(a.y) < y && float64(b.y) > y:
					winding++
				case right && float64(a.y) > y && float64(b.y) < y:
					winding--
				}
			}
		}
		if (winding != 0) != (grey > level) {
			t.Fatalf("pixel %d is %v, level %v, winding %d", i, grey, level, winding)
		}
	}
}

func TestTenDigitsHaveMoreThanAThirdOfTheLoss(t *testing.T) {
	all, n := digitsCost()
	var ten float64
	for _, m := range costliest() {
		ten += float64(m.Cost)
	}
	if share := ten / float64(all); n != 599 || !(share > 1./3 && share < 0.5) {
		t.Errorf("ten of %d have %v of the loss", n, share)
	}
}
