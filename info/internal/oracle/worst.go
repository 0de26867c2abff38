package oracle

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// A Worst is the largest error of a quantity among many cases, in units in the last place
// (ulp) of the exact value, and the case that had it.
type Worst struct {
	ulps  float64
	at    any
	cases int
}

// See compares what was computed in a case with its exact value, nil for +Inf.
func (w *Worst) See(got float64, want *big.Float, at any) {
	switch {
	case want != nil:
		w.SeeBeside(got, want, Float(want), at)
	case math.IsInf(got, 1):
		w.see(0, at)
	default:
		w.see(math.Inf(1), at)
	}
}

// SeeBeside compares in ulp of another number, for differences of numbers of that size.
func (w *Worst) SeeBeside(got float64, want *big.Float, size float64, at any) {
	_, exponent := math.Frexp(size)
	unit := math.Ldexp(1, max(exponent-53, -1074))
	apart := number(got)
	w.see(math.Abs(Float(apart.Sub(apart, want)))/unit, at)
}

func (w *Worst) see(ulps float64, at any) {
	w.cases++
	if !(ulps <= w.ulps) {
		w.ulps, w.at = ulps, at
	}
}

// Report logs the worst error. It fails the test if that is above the limit, or if there
// was no case.
func (w *Worst) Report(t testing.TB, name string, limit float64) {
	t.Helper()
	t.Logf("%-28s %8d cases   %.2f ulp at most, of %g allowed", name, w.cases, w.ulps, limit)
	if !(w.ulps <= limit) || w.cases == 0 {
		t.Errorf("%s is off by %.3g ulp, for %.17v", name, w.ulps, w.at)
	}
}

// Probability draws a number from 0 to 1: an end, a power of two, one of all magnitudes
// down to the smallest float, one of all distances from 1, or any.
func Probability(r *rand.Rand) float64 {
	switch r.IntN(8) {
	case 0:
		return float64(r.IntN(2))
	case 1:
		return math.Ldexp(1, -r.IntN(1075))
	case 2:
		return LogUniform(r, 5e-324, 1)
	case 3:
		return 1 - LogUniform(r, 0x1p-53, 1)
	case 4:
		return float64(r.IntN(65)) / 64
	default:
		return r.Float64()
	}
}

// LogUniform draws between low and high, each power of two as likely.
func LogUniform(r *rand.Rand, low, high float64) float64 {
	a, b := math.Log2(low), math.Log2(high)
	return math.Exp2(a + (b-a)*r.Float64())
}
