package info

import "math"

// Estimate returns the mean of a sample, and its standard error, both in its unit:
//
//	mean = 1/N Σ h    standard error = s/√N, with s² = 1/(N − 1) Σ (h − mean)²
//
// Where the h are the surprisals under a model q of N outcomes drawn from p, the mean
// estimates the cross entropy H(p, q). On average it is right, if q knew nothing of the
// draws; and two times in three, if N is large, it is no further off than the standard
// error. Of two models on the same outcomes, the sample is their differences one by one. All
// that takes draws which are independent of each other: letters that stand together
// are not, and their mean is further off. Special cases are:
//
//	one h: the standard error is NaN
//	none: both are NaN
//	an infinite h: the mean is +Inf, the standard error NaN
//
// Source: Wasserman 2004, Theorem 3.17.
func Estimate[T ~float64](sample []T) (mean, standardError T) {
	n := T(len(sample))
	for _, h := range sample {
		mean += h
	}
	mean /= n
	var squares T
	for _, h := range sample {
		squares += (h - mean) * (h - mean)
	}
	return mean, T(math.Sqrt(float64(squares / (n - 1) / n)))
}
