package sample

import (
	"math"
	"math/rand/v2"
	"testing"

	"crossentropy/info"
)

func TestDraw(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	p := info.Must(0, 0.5, 0.25, 0.25, 0)
	counts := make([]int, p.Len())
	sampler := New(p)
	const draws = 10_000
	for range draws {
		counts[sampler.Draw(r)]++
	}
	for x, px := range p.All() {
		// six standard deviations, which the fixed seed does not reach
		if off := float64(counts[x]) - draws*px; off*off > 36*draws*px*(1-px) {
			t.Errorf("outcome %d came up %d times of %d, want %v", x, counts[x], draws, draws*px)
		}
	}
}

func TestPercentages(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	for n := 1; n <= 100; n++ {
		p := Percentages(n, r)
		if p.Len() != n {
			t.Errorf("%d of %d outcomes", p.Len(), n)
		}
		for x, px := range p.All() {
			if per := math.Round(px * 100); px != per/100 || per < 1 {
				t.Errorf("n = %d: p[%d] = %v", n, x, px)
			}
		}
	}
}
