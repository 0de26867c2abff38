package info

import "math"

// Estimate returns the mean of surprisals, and its standard error, both in bits:
//
//	mean = 1/N Σ h    standard error = s/√N, with s² = 1/(N − 1) Σ (h − mean)²
//
// Where the h are the surprisals under a model q of N outcomes drawn from p, the mean
// estimates the cross entropy H(p, q). On average it is right, if q knew nothing of the
// draws; and two times in three, if N is large, it is no further off than the standard
// error. That takes draws which are independent of each other: letters that stand together
// are not, and their mean is further off. Special cases are:
//
//	one h: the standard error is NaN
//	none: both are NaN
//	an infinite h: the mean is +Inf, the standard error NaN
func Estimate(surprisals []Bits) (mean, standardError Bits) {
	n := Bits(len(surprisals))
	for _, h := range surprisals {
		mean += h
	}
	mean /= n
	var squares Bits
	for _, h := range surprisals {
		squares += (h - mean) * (h - mean)
	}
	return mean, Bits(math.Sqrt(float64(squares / (n - 1) / n)))
}
