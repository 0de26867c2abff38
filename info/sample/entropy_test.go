package sample

import (
	"math"
	"math/rand/v2"
	"testing"

	"crossentropy/info"
)

// Of two draws of a coin half have both sides, and of three three quarters.
func TestEntropiesOfACoin(t *testing.T) {
	third := float64(info.BinaryEntropy(1. / 3))
	for n, want := range map[int][2]float64{
		1: {0, 0},
		2: {1. / 2, 1./2 + 1./8/math.Ln2},
		3: {3. / 4 * third, 3./4*third + 1./8/math.Ln2},
	} {
		counted, mended := Entropies(info.Must(0.5, 0.5), n)
		if math.Abs(float64(counted)-want[0]) > 1e-12 || math.Abs(float64(mended)-want[1]) > 1e-12 {
			t.Errorf("%d draws tell %v, mended %v, want %v", n, counted, mended, want)
		}
	}
}

// Samples that are drawn tell as much on average, but for luck.
func TestEntropiesOfDraws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 4))
	p := info.Must(0.5, 0.25, 0.125, 0.125, 0)
	const draws, rounds = 30, 2000
	var counted, mended []info.Bits
	for range rounds {
		var counts info.Counts[int]
		for range draws {
			counts.Add(New(p).Draw(r))
		}
		counted, mended = append(counted, counts.Entropy()), append(mended, counts.MillerMadow())
	}
	mean, se := info.Estimate(counted)
	meanMended, seMended := info.Estimate(mended)
	wantCounted, wantMended := Entropies(p, draws)
	// Five standard errors, which the fixed seed does not reach.
	if math.Abs(float64(mean-wantCounted)) > 5*float64(se) || math.Abs(float64(meanMended-wantMended)) > 5*float64(seMended) {
		t.Errorf("samples of %d draws told %v ± %v and %v, want %v and %v", draws, mean, se, meanMended, wantCounted, wantMended)
	}
}
