package info

import (
	"math"
	"math/big"
	"math/rand"
	"testing"

	"crossentropy/info/internal/oracle"
)

// Every interval of every table, at its edges and between, and what is beyond: one
// outcome's share on its own, where no other hides what it is off by.
func TestShares(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for _, c := range []struct {
		name  string
		share share
		truth func(p, q []float64) *big.Float
		limit float64 // in units in the last place
	}{
		{"p log₂ 1/q", costs, oracle.CrossEntropy, 1.5},
		{"p log₂ p/q − (p − q) log₂ e", excesses, oracle.KullbackLeibler, 4},
		{"p log₂ p/m + q log₂ q/m", contrasts, twice(oracle.JensenShannon), 4},
	} {
		worst, at := 0.0, [2]float64{}
		for exponent := -70; exponent < 70; exponent++ {
			for i := range 4 << tangentBits {
				ratio := math.Ldexp(1+float64(i)/(4<<tangentBits), exponent)
				for range 4 {
					q := []float64{(0.25 + r.Float64()/2) * min(1, 1/ratio)}
					p := []float64{ratio * q[0]}
					if p[0] == q[0] {
						continue // the claims hold divergences to 0 there
					}
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

// At the ends of the series, and of the tangent next to it, which is the longest for
// its distance from 1, a wrong coefficient would move results one way on the whole, and rounding does so by
// half a unit in the last place at most.
func TestExcessAtItsEnds(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	const near = 0x1p-40
	for _, ratio := range []float64{15./16 + near, 17./16 - near, 17./16 + near, 17./16 + 1./64 - near} {
		const n = 1000
		var mean float64 // of the errors, in units in the last place
		for range n {
			q := 0.25 + r.Float64()/2
			p := ratio * q
			want := oracle.KullbackLeibler([]float64{p}, []float64{q})
			exact, _ := want.Float64()
			_, digits := math.Frexp(exact)
			apart, _ := want.Sub(want, big.NewFloat(excess(p, q, 0))).Float64()
			mean += math.Ldexp(apart, 53-digits) / n
		}
		if math.Abs(mean) > 0.55 {
			t.Errorf("the excess for p/q = %v is off by %.2g ulp on the whole", ratio, mean)
		}
	}
}

func twice(f func(p, q []float64) *big.Float) func(p, q []float64) *big.Float {
	return func(p, q []float64) *big.Float {
		x := f(p, q)
		return x.Add(x, x)
	}
}
