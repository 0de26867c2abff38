package solutions

import (
	"math"
	"slices"
)

// BinaryLogit is ln (1 + e^−|z|), and |z| more for the class that z speaks against.
func BinaryLogit(y, z float64) float64 {
	return math.Log1p(math.Exp(-math.Abs(z))) + max(z, 0)*(1-y) + max(-z, 0)*y
}

// Softmax is e to the logits over their sum, where 0 is the largest.
func Softmax(z []float64) []float64 {
	q, largest, sum := make([]float64, len(z)), slices.Max(z), 0.0
	for c := range z {
		q[c] = math.Exp(z[c] - largest)
		sum += q[c]
	}
	for c := range q {
		q[c] /= sum
	}
	return q
}

// CrossEntropyOfLogits is ln Σ eᶻ − z(right), where 0 is the largest.
func CrossEntropyOfLogits(z []float64, right int) float64 {
	largest, sum := slices.Max(z), 0.0
	for _, zc := range z {
		sum += math.Exp(zc - largest)
	}
	return math.Log(sum) + (largest - z[right])
}

// Gradient is q − t.
func Gradient(z, t []float64) []float64 {
	slopes := Softmax(z)
	for c := range slopes {
		slopes[c] -= t[c]
	}
	return slopes
}
