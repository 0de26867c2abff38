package info_test

import (
	"math/big"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// closeRoundings is how many rounding units a divergence between close models
// may be off, relative to itself. With s = (p − q)/(p + q), whose difference is
// exact there: s has 2 and s² 5, the sum over its powers, p + q, the product of
// both and the sum over two outcomes have 1 each, and the unit has 2.
const closeRoundings = 11

// farRoundings is the same where |s| ≥ ¼: logarithms may cancel to |s| of their
// size there.
const farRoundings = 4 * closeRoundings

// Coins in steps of 1/64 sum to 1 exactly, so that nothing but rounding is off.
func TestCloseModels(t *testing.T) {
	divergences(t, 64, closeRoundings, closeBy)
}

func TestFarModels(t *testing.T) {
	divergences(t, 16, farRoundings, func(a, b, n int) bool { return a != b && !closeBy(a, b, n) })
}

// Where 1/p is infinite, nothing but the divergences may be as small as p.
func TestSubnormals(t *testing.T) {
	for _, x := range [][2]float64{
		{0x1p-1025, 0x1p-1025 * (1 - 0x1p-20)},
		{0x1p-1030, 0x1p-1030 * (1 - 0x1p-40)},
		{0x1p-1030, 0x1p-1032},
		{0x1p-1030, 0x1p-1070},
		{0x1p-1060, 0x1p-1060},
		{0x1p-1060, 0},
		{0x1p-1023, 0x1p-1024},
	} {
		p, q := []float64{1, x[0]}, []float64{1, x[1]}
		d, js := info.KullbackLeibler(info.Must(p...), info.Must(q...)), info.JensenShannon(info.Must(p...), info.Must(q...))
		if want := oracle.KullbackLeibler(p, q); ulps(float64(d), want) > ofDivergence {
			t.Errorf("D(%v‖%v) = %v, want %.3g", p, q, float64(d), want)
		}
		if want := oracle.JensenShannon(p, q); ulps(float64(js), want) > ofDivergence {
			t.Errorf("JS(%v, %v) = %v, want %.3g", p, q, float64(js), want)
		}
	}
}

// closeBy says that the coins' probabilities, a and b in n, differ by a factor of
// 5/3 at most: |s| ≤ ¼, where series take over from logarithms.
func closeBy(a, b, n int) bool {
	near := func(a, b int) bool { return 3*a <= 5*b && 3*b <= 5*a }
	return a != b && near(a, b) && near(n-a, n-b)
}

// divergences compares those between coins in steps of 1/n with the oracle's.
func divergences(t *testing.T, n int, limit float64, chosen func(a, b, n int) bool) {
	t.Helper()
	tried := 0
	for a := 1; a < n; a++ {
		for b := 1; b < n; b++ {
			if !chosen(a, b, n) {
				continue
			}
			p, q := coin(a, n), coin(b, n)
			d := info.KullbackLeibler(info.Must(p...), info.Must(q...))
			if e := roundings(d, oracle.KullbackLeibler(p, q)); !(e <= limit) {
				t.Errorf("D(%v‖%v) = %v is off by %.3g rounding units", p, q, float64(d), e)
			}
			js := info.JensenShannon(info.Must(p...), info.Must(q...))
			if e := roundings(js, oracle.JensenShannon(p, q)); !(e <= limit) {
				t.Errorf("JS(%v, %v) = %v is off by %.3g rounding units", p, q, float64(js), e)
			}
			tried++
		}
	}
	if tried < n {
		t.Errorf("only %d pairs were tried", tried)
	}
}

func coin(heads, of int) []float64 {
	return []float64{float64(heads) / float64(of), float64(of-heads) / float64(of)}
}

// roundings is how far got is from want, in units of 2⁻⁵³ of want.
func roundings(got info.Bits, want *big.Float) float64 {
	off := new(big.Float).Sub(big.NewFloat(float64(got)), want)
	units, _ := off.Quo(off.Abs(off), want).Float64()
	return units * 0x1p53
}
