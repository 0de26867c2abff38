package learn

import (
	"fmt"
	"math"
)

// Estimate returns the mean of a sample of N, and the standard error of that mean,
//
//	√(Σ(x − mean)²/(N − 1)/N)
//
// in the unit of the sample. The mean of a sample drawn anew lies within two standard
// errors of the expected value about 19 times in 20, where N is large and no few values
// make up most of the sum. Of two models on the same rows, the sample is their
// differences row by row.
//
// Special cases are:
//
//	the standard error is NaN where N is 1
//
// It panics if the sample is empty.
//
// Source: Wasserman 2004, Theorem 3.17.
func Estimate[T ~float64](sample []T) (mean, standardError T) {
	n := float64(len(sample))
	if n == 0 {
		panic("learn: no sample to estimate a mean from")
	}
	for _, x := range sample {
		mean += x / T(n)
	}
	var squares float64
	for _, x := range sample {
		squares += float64((x - mean) * (x - mean))
	}
	return mean, T(math.Sqrt(squares / (n - 1) / n))
}

// Differences returns a − b, one a row. It panics if the two differ in length.
func Differences[T ~float64](a, b []T) []T {
	if len(a) != len(b) {
		panic(fmt.Sprintf("learn: %d and %d rows, want as many", len(a), len(b)))
	}
	d := make([]T, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}
