package learn

import (
	"fmt"
	"math"

	"crossentropy/info/loss"
)

// Temperature returns the T at which the forecasts softmax(z/T) cost least on
// these rows of logits, one a class, whose targets are the right classes. On
// these rows they never cost more than at T = 1. On others they may.
//
// Special cases are:
//
//	T = 0 where every row is right: each has the largest logit at its target
//	T = +Inf where equal odds cost least
//	T = 1 where it makes no difference
//
// At 0 and +Inf the forecasts are what [Heat] makes of them.
//
// It is an error if there are no rows, if a logit is not finite, if shapes
// differ, or if a target is none of the classes.
//
// Source: Guo et al. 2017, §4.2.
func Temperature(logits [][]float64, targets []int) (float64, error) {
	if len(logits) == 0 {
		return 0, fmt.Errorf("learn: no rows to fit a temperature to")
	}
	for i, z := range logits {
		for c, x := range z {
			if math.IsInf(x, 0) || math.IsNaN(x) {
				return 0, fmt.Errorf("learn: logits[%d][%d] = %v, want a finite number", i, c, x)
			}
		}
	}
	asTheyAre, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	if err != nil {
		return 0, fmt.Errorf("learn: %w", err)
	}
	t := best(logits, targets)
	heated, err := loss.CrossEntropy{}.Classes(Heat(logits, t), targets, nil)
	if err != nil || !(heated.Total < asTheyAre.Total) {
		return 1, nil // it is best as it is, and rounding says otherwise
	}
	return t, nil
}

// Heat returns logits whose softmax is softmax(z/T): z/T itself, less the
// largest of its row, so that nothing overflows.
//
// Special cases are:
//
//	T = 0 leaves 0 to the largest of each row, and −Inf to the rest
//	T = +Inf leaves 0 to all, even to a logit of −Inf
//
// It panics if T is negative or NaN, and if a row has no softmax: a logit is NaN or
// +Inf, or none is above −Inf.
func Heat(logits [][]float64, t float64) [][]float64 {
	if !(t >= 0) {
		panic(fmt.Sprintf("learn: T = %v, want 0 or more", t))
	}
	heated := make([][]float64, len(logits))
	for i, z := range logits {
		top := largest(z)
		if !(math.Abs(top) <= math.MaxFloat64) {
			panic(fmt.Sprintf("learn: the largest of logits[%d] is %v, want a finite number", i, top))
		}
		heated[i] = make([]float64, len(z))
		for c, x := range z {
			if x < top && !math.IsInf(t, 1) {
				heated[i][c] = apart(x, top, t)
			}
		}
	}
	return heated
}

func largest(z []float64) float64 {
	top := math.Inf(-1)
	for _, x := range z {
		top = max(top, x)
	}
	return top
}

// best finds where the slope of the loss in β = 1/T, which only ever grows,
// passes through 0. In units of the widest gap in a row, β is never far from 1
// but where a temperature is extreme.
func best(logits [][]float64, targets []int) float64 {
	var unit float64
	right := true
	for i, z := range logits {
		top := largest(z)
		right = right && z[targets[i]] == top
		for _, x := range z {
			unit = max(unit, top/2-x/2) // half of a gap, which does not overflow
		}
	}
	slope := func(beta float64) float64 { return slopeInBeta(logits, targets, beta, unit) }
	switch {
	case right:
		return 0
	case slope(0) >= 0:
		return math.Inf(1)
	}
	return unit / (root(slope) / 2)
}

// slopeInBeta is Σ (Σ p·z − z(target)) for p = softmax(β·z), with logits in
// units, measured from the largest of each row.
func slopeInBeta(logits [][]float64, targets []int, beta, unit float64) (slope float64) {
	for i, z := range logits {
		top := largest(z)
		var mean, weights float64
		for _, x := range z {
			below := (x/2 - top/2) / unit
			e := math.Exp(beta * below)
			mean += e * below
			weights += e
		}
		slope += mean/weights - (z[targets[i]]/2-top/2)/unit
	}
	return slope
}

// root returns where a growing slope, negative at 0, is 0, to the last digits.
func root(slope func(float64) float64) float64 {
	low, high := 1.0, 1.0
	for slope(high) < 0 && high < 0x1p1000 {
		low, high = high, 2*high
	}
	for slope(low) >= 0 && low > 0x1p-1000 {
		low, high = low/2, low
	}
	for range 60 {
		if middle := low + (high-low)/2; slope(middle) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}
