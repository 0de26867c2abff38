package info_test

import (
	"math"
	"math/big"
	"math/rand"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// worstLog is the error that log.go states, in units in the last place.
const worstLog = 0.7

// Every binade, subnormals included, and 1 from every distance below.
func TestSurprisalToTheLastDigit(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for name, draw := range map[string]func(binade int) float64{
		"every binade": func(b int) float64 { return math.Ldexp(1+r.Float64(), -b) },
		"just below 1": func(b int) float64 { return 1 - math.Ldexp(1+r.Float64(), -2-b%52) },
		"around 1/2":   func(b int) float64 { return 0.5 + math.Ldexp(r.Float64()-0.5, -1-b%52) },
	} {
		var worst worst
		for b := 1; b <= 1074; b++ {
			for range 10 {
				if p := draw(b); p > 0 && p < 1 {
					want := oracle.Log2(p)
					worst.see(float64(info.Surprisal(p)), want.Neg(want), p)
				}
			}
		}
		worst.report(t, "h(p), "+name, worstLog)
	}
}

// A worst is the largest error of a quantity, in units in the last place of the
// true value, and the case that had it.
type worst struct {
	ulps  float64
	at    any
	cases int
}

func (w *worst) see(got float64, want *big.Float, at any) {
	w.cases++
	if u := ulps(got, want); !(u <= w.ulps) {
		w.ulps, w.at = u, at
	}
}

func (w *worst) report(t *testing.T, name string, limit float64) {
	t.Helper()
	t.Logf("%-24s %9d cases   %.2f ulp at most, of %g allowed", name, w.cases, w.ulps, limit)
	if !(w.ulps <= limit) || w.cases == 0 {
		t.Errorf("%s is off by %.3g ulp, for %.17v", name, w.ulps, w.at)
	}
}

// ulps is how far got is from want, in units in the last place of want. A nil
// want is infinite.
func ulps(got float64, want *big.Float) float64 {
	if want == nil {
		return ulpsOfInfinity(got)
	}
	_, exponent := math.Frexp(float(want))
	unit := math.Ldexp(1, max(exponent-53, -1074))
	apart := new(big.Float).Sub(new(big.Float).SetPrec(200).SetFloat64(got), want)
	return math.Abs(float(apart.Quo(apart, big.NewFloat(unit))))
}

func ulpsOfInfinity(got float64) float64 {
	if math.IsInf(got, 1) {
		return 0
	}
	return math.Inf(1)
}

func float(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}
