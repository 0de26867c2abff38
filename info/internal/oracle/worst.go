package oracle

import (
	"math"
	"math/big"
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
	if want == nil {
		if math.IsInf(got, 1) {
			w.see(0, at)
		} else {
			w.see(math.Inf(1), at)
		}
		return
	}
	w.SeeBeside(got, want, Float(want), at)
}

// SeeBeside compares in ulp of another number, for differences of numbers of that size.
func (w *Worst) SeeBeside(got float64, want *big.Float, size float64, at any) {
	_, exponent := math.Frexp(size)
	unit := math.Ldexp(1, max(exponent-53, -1074))
	apart := new(big.Float).SetPrec(precision).SetFloat64(got)
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

// Float is the float next to x.
func Float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}
