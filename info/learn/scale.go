package learn

import (
	"fmt"
	"math"
)

// A Scale is where the values of each feature lie, and how far apart.
type Scale struct {
	Mean      []float64 // one a feature
	Deviation []float64 // the population standard deviation
}

// ScaleOf returns the scale on which every feature of x, one a column, has
// the mean 0 and the standard deviation 1,
//
//	√(Σ(x − mean)²/N)
//
// for N rows. To rows that were held back, apply the scale of those that were
// learned from.
//
// Special cases are:
//
//	a deviation is 0 if the feature never varies, or by so little that it underflows
//
// It panics if the rows differ in length, or if a feature is not finite.
func ScaleOf(x [][]float64) Scale {
	var s Scale
	for f := range widthOf("x", x) {
		mean, deviation := spread(x, f)
		s.Mean = append(s.Mean, mean)
		s.Deviation = append(s.Deviation, deviation)
	}
	return s
}

// spread measures a feature, without a square that could overflow or underflow.
func spread(x [][]float64, feature int) (mean, deviation float64) {
	n, varies := float64(len(x)), false
	for _, row := range x {
		mean += row[feature] / n
		varies = varies || row[feature] != x[0][feature]
	}
	if !varies {
		return x[0][feature], 0 // which a mean that is rounded would miss
	}
	for _, row := range x {
		deviation = math.Hypot(deviation, apart(row[feature], mean, math.Sqrt(n)))
	}
	return mean, min(deviation, math.MaxFloat64)
}

// Apply returns x on the scale, each value less the mean of its feature and
// divided by its deviation. A feature whose deviation is 0 becomes 0.
//
// It panics if a row has not as many features as the scale, or one that is not
// finite.
func (s Scale) Apply(x [][]float64) [][]float64 {
	width := widthOf("x", x)
	if len(s.Deviation) != len(s.Mean) || len(x) > 0 && width != len(s.Mean) {
		panic(fmt.Sprintf("learn: x has %d features, the scale %d means and %d deviations",
			width, len(s.Mean), len(s.Deviation)))
	}
	scaled := matrix(len(x), len(s.Mean))
	for i, row := range x {
		for f, deviation := range s.Deviation {
			if deviation > 0 {
				scaled[i][f] = apart(row[f], s.Mean[f], deviation)
			}
		}
	}
	return scaled
}

// apart is (x − from)/unit, even where the difference overflows.
func apart(x, from, unit float64) float64 {
	if gap := x - from; !math.IsInf(gap, 0) {
		return gap / unit
	}
	return (x/2 - from/2) / (unit / 2)
}
