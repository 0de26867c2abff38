package info

import (
	"math"
	"math/big"
	"testing"

	"crossentropy/info/internal/oracle"
)

// Every interval of every table, at its edges and between, and what is beyond: one
// outcome's share on its own, where no other hides what it is off by.
func TestShares(t *testing.T) {
	for _, c := range []struct {
		name  string
		share share
		truth func(p, q []float64) *big.Float
		limit float64 // in units in the last place
	}{
		{"p log₂ 1/q", costs, oracle.CrossEntropy, 1.3},
		{"p log₂ p/q − (p − q) log₂ e", excesses, oracle.KullbackLeibler, 3.5},
		{"p log₂ p/m + q log₂ q/m", contrasts, twice(oracle.JensenShannon), 3.5},
	} {
		worst, at := 0.0, [2]float64{}
		for exponent := -70; exponent < 70; exponent++ {
			for i := range 4 << tangentBits {
				ratio := math.Ldexp(1+float64(i)/(4<<tangentBits), exponent)
				for _, q := range [][]float64{{0.3 * min(1, 1/ratio)}, {math.Nextafter(0.6, 0) * min(1, 1/ratio)}} {
					p := []float64{ratio * q[0]}
					if exponent < -8 && i%32 > 0 || exponent > 8 && i%32 > 0 {
						continue // nothing is tabled there
					}
					want := c.truth(p, q)
					exact, _ := want.Float64()
					_, digits := math.Frexp(exact)
					apart, _ := want.Sub(want, big.NewFloat(c.share.sum(p, q))).Float64()
					if ulps := math.Abs(math.Ldexp(apart, 53-digits)); ulps > worst {
						worst, at = ulps, [2]float64{p[0], q[0]}
					}
				}
			}
		}
		t.Logf("%-30s %.2f ulp at most, of %g allowed", c.name, worst, c.limit)
		if worst > c.limit {
			t.Errorf("%s is off by %.3g ulp for p = %v, q = %v", c.name, worst, at[0], at[1])
		}
	}
}

func twice(f func(p, q []float64) *big.Float) func(p, q []float64) *big.Float {
	return func(p, q []float64) *big.Float {
		x := f(p, q)
		return x.Add(x, x)
	}
}
