package loss

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"crossentropy/info/internal/oracle"
)

// Over the power of 2 of its row, an exponential is off by half a unit in the last
// place, and a fiftieth of one for the polynomial and what the table lacks.
func TestExps(t *testing.T) {
	const allowed = 0.52
	r := rand.New(rand.NewPCG(1, 1))
	var worst, at float64
	for range 20_000 {
		top := (2*r.Float64() - 1) * widest
		s := scaleOf(top)
		x := max(top-700*r.Float64()*r.Float64(), -widest)
		var e [1]float64
		total := s.exps(e[:], []float64{x}, accumulator{})
		want := oracle.Exp(x)
		want.SetMantExp(want, -int(int64(s.octave)))
		if u := ulps(e[0], want); u > worst {
			worst, at = u, x
		}
		if total.Value() != e[0] {
			t.Fatalf("exps adds %v to nothing and has %v", e[0], total.Value())
		}
	}
	if worst > allowed {
		t.Errorf("off by %.3f ulp for %v", worst, at)
	}
	t.Logf("off by %.3f ulp at most", worst)
}

// ulps is how far x is from want, in units of its last place.
func ulps(x float64, want *big.Float) float64 {
	off, _ := new(big.Float).Sub(new(big.Float).SetPrec(200).SetFloat64(x), want).Float64()
	return math.Abs(off) / (math.Nextafter(x, math.Inf(1)) - x)
}
