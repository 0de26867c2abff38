package oracle

import (
	"math"
	"math/rand/v2"
)

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
