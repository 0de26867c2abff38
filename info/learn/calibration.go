package learn

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"crossentropy/info/loss"
)

// A Bin is what came of forecasts that were about the same.
type Bin struct {
	N        int     // how many there were
	Forecast float64 // their mean
	Share    float64 // of them, the share of those that happened
}

// Reliability sorts forecasts, which are probabilities of events, into bins of
// equal width, from [0, 1/bins) to [1 − 1/bins, 1]. The edge between bins i − 1 and i is
// the float i/bins, and in bin i. Where they can be taken at
// their word, Share is about Forecast in every bin. A bin that nothing fell
// into has an N of 0, and a Forecast and a Share of NaN.
//
// It panics if there is not one event a forecast, if there is no bin, or if a
// forecast is not between 0 and 1.
//
// Source: Murphy & Winkler 1977.
func Reliability(forecasts []float64, happened []bool, bins int) []Bin {
	checkForecasts(forecasts, happened, bins)
	return fill(forecasts, happened, bins, func(i int) int { return binOf(forecasts[i], bins) })
}

// CalibrationError returns the expected calibration error, ECE: how far the share of a bin is from
// its mean forecast, on average over the forecasts, between 0 and 1. It is NaN where there are
// none.
//
// Source: Naeini, Cooper & Hauskrecht 2015.
func CalibrationError(bins []Bin) float64 {
	var off, n float64
	for _, b := range bins {
		if b.N > 0 {
			off += float64(b.N) * math.Abs(b.Share-b.Forecast)
			n += float64(b.N)
		}
	}
	return off / n
}

// ReliabilityByCount sorts forecasts as [Reliability] does, into bins of about as many
// each: of N forecasts, the k-th smallest, from 0, is in bin ⌊k·bins/N⌋, and several of
// the same value where the middle one is.
//
// It panics where Reliability does.
func ReliabilityByCount(forecasts []float64, happened []bool, bins int) []Bin {
	checkForecasts(forecasts, happened, bins)
	order := make([]int, len(forecasts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(forecasts[a], forecasts[b]) })
	bin := make([]int, len(forecasts))
	for first := 0; first < len(order); {
		last := first
		for last+1 < len(order) && forecasts[order[last+1]] == forecasts[order[first]] {
			last++
		}
		for _, i := range order[first : last+1] {
			bin[i] = (first + last) / 2 * bins / len(order)
		}
		first = last + 1
	}
	return fill(forecasts, happened, bins, func(i int) int { return bin[i] })
}

func checkForecasts(forecasts []float64, happened []bool, bins int) {
	if len(happened) != len(forecasts) || bins < 1 {
		panic(fmt.Sprintf("learn: %d forecasts of %d events in %d bins", len(forecasts), len(happened), bins))
	}
	for i, p := range forecasts {
		if !(p >= 0 && p <= 1) {
			panic(fmt.Sprintf("learn: forecasts[%d] = %v, want 0 to 1", i, p))
		}
	}
}

// fill puts each forecast into the bin of its index.
func fill(forecasts []float64, happened []bool, bins int, bin func(i int) int) []Bin {
	all := make([]Bin, bins)
	for i, p := range forecasts {
		b := &all[bin(i)]
		b.N++
		b.Forecast += p
		if happened[i] {
			b.Share++
		}
	}
	for i := range all {
		all[i].Forecast /= float64(all[i].N) // 0/0 is NaN
		all[i].Share /= float64(all[i].N)
	}
	return all
}

// binOf is the last bin whose lower edge, i/bins, is at most p. The product p·bins is
// rounded, and may be on the other side of an edge.
func binOf(p float64, bins int) int {
	n := float64(bins)
	i := min(int(p*n), bins-1)
	for i+1 < bins && float64(i+1)/n <= p {
		i++
	}
	for float64(i)/n > p {
		i--
	}
	return i
}

// Heat returns logits whose softmax is softmax(z/T): z/T itself, less the
// largest of its row.
//
// Special cases are:
//
//	T = 0 leaves 0 to the largest of each row, and −Inf to the rest
//	T = +Inf leaves 0 to all but logits of −Inf
//	a logit of −Inf, which masks its class, is −Inf at every T
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
			switch {
			case masked(x):
				heated[i][c] = x
			case x < top && !math.IsInf(t, 1):
				heated[i][c] = apart(x, top, t)
			}
		}
	}
	return heated
}

// masked says whether a logit rules its class out.
func masked(z float64) bool { return math.IsInf(z, -1) }

func largest(z []float64) float64 {
	top := math.Inf(-1)
	for _, x := range z {
		top = max(top, x) // NaN if one is
	}
	return top
}

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
// At 0 and +Inf the forecasts are what [Heat] makes of them. A wrong class may be masked
// by a logit of −Inf: it has no part in the forecast at any temperature, nor in equal odds.
//
// It is an error if there are no rows, if a logit is NaN or +Inf, or −Inf for the right
// class, if shapes differ, or if a target is none of the classes.
//
// Source: Guo et al. 2017, §4.2.
func Temperature(logits [][]float64, targets []int) (float64, error) {
	if len(logits) == 0 {
		return 0, fmt.Errorf("learn: no rows to fit a temperature to")
	}
	asTheyAre, err := loss.CrossEntropy{}.Classes(logits, targets, nil)
	if err != nil {
		return 0, fmt.Errorf("learn: %w", err)
	}
	for i, target := range targets {
		if masked(logits[i][target]) {
			return 0, fmt.Errorf("learn: logits[%d][%d] = -Inf, want a finite number for the right class", i, target)
		}
	}
	t := fitted(logits, targets)
	heated, err := loss.CrossEntropy{}.Classes(Heat(logits, t), targets, nil)
	if err != nil || !(heated.Total < asTheyAre.Total) {
		return 1, nil // it is best as it is, and rounding says otherwise
	}
	return t, nil
}

// fitted finds where the slope of the loss in β = 1/T, which only ever grows,
// passes through 0. It works in units of half of the widest gap between two logits of
// a row, so that nothing overflows.
func fitted(logits [][]float64, targets []int) float64 {
	unit, right := 0.0, true
	for i, z := range logits {
		top := largest(z)
		right = right && z[targets[i]] == top
		for _, x := range z {
			if !masked(x) {
				unit = max(unit, top/2-x/2)
			}
		}
	}
	below := Heat(logits, unit)
	switch {
	case right:
		return 0
	case slope(below, targets, 0) >= 0:
		return math.Inf(1)
	}
	// floats above 0 are in the order of their bits
	low, high := uint64(0), math.Float64bits(math.MaxFloat64)
	for low+1 < high {
		middle := low + (high-low)/2
		if slope(below, targets, math.Float64frombits(middle)) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return unit / math.Float64frombits(high)
}

// slope is that of the loss in β, Σ (Σ q·z − z(target)) for q = softmax(β·z), of
// rows whose largest logit is 0.
func slope(logits [][]float64, targets []int, beta float64) (sum float64) {
	for i, z := range logits {
		var mean, powers float64
		for _, x := range z {
			if masked(x) {
				continue
			}
			e := math.Exp(beta * x)
			mean += e * x
			powers += e
		}
		sum += mean/powers - z[targets[i]]
	}
	return sum
}
