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

// spread returns the mean and the deviation of a feature. It measures them from
// the middle of the range and in units of half of it, so that nothing
// overflows, and values that lie close together keep their digits.
func spread(x [][]float64, feature int) (mean, deviation float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, row := range x {
		low, high = min(low, row[feature]), max(high, row[feature])
	}
	middle, unit := low/2+high/2, high/2-low/2
	if unit == 0 {
		return middle, 0
	}
	n := float64(len(x))
	for _, row := range x {
		mean += (row[feature] - middle) / unit / n
	}
	var square float64
	for _, row := range x {
		off := (row[feature]-middle)/unit - mean
		square += off * off / n
	}
	deviation = math.Sqrt(square) // in truth 1 at most, half of the range
	return middle + unit*mean, unit * min(1, deviation)
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

// apart is (x − from)/unit, even if the difference overflows. Halves would do for
// all floats but the smallest.
func apart(x, from, unit float64) float64 {
	if gap := x - from; !math.IsInf(gap, 0) {
		return gap / unit
	}
	return (x/2 - from/2) / (unit / 2)
}

// matrix has its rows side by side in memory.
func matrix(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	m := make([][]float64, rows)
	for i := range m {
		m[i], all = all[:columns:columns], all[columns:]
	}
	return m
}
