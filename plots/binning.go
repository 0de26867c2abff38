package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/learn"
)

// A binning says how forecasts are sorted into bins.
type binning struct {
	n       int
	byCount bool // and not by equal parts of the axis
	usual   bool // and not the reader's wish
}

// tenths are the usual bins.
var tenths = binning{n: 10, usual: true}

// parseBins reads how many bins there are, as in "10", or in "equal:10" for as many forecasts
// in each.
func parseBins(s string) (binning, error) {
	const least, most = 2, 50
	number, byCount := strings.CutPrefix(s, "equal:")
	n, err := strconv.Atoi(number)
	if err != nil || n < least || n > most {
		return binning{}, fmt.Errorf("want a whole number from %d to %d, or equal: before it", least, most)
	}
	return binning{n: n, byCount: byCount}, nil
}

func (b binning) String() string {
	switch {
	case b.byCount:
		return fmt.Sprintf("%d bins of equal counts", b.n)
	case b.n == tenths.n:
		return "tenths"
	}
	return fmt.Sprintf("%d bins of equal width", b.n)
}

// areInOneTenth says whether nearly all forecasts are in the first tenth or in the last, as those
// of rare events are, and many enough for bins of equal counts.
func (fs forecasts) areInOneTenth() bool {
	const most, fewest = 0.9, 100
	ends := learn.Reliability(fs.Said, fs.Happened, tenths.n)
	n := len(fs.Said)
	isIn := func(b learn.Bin) bool { return float64(b.N) >= most*float64(n) }
	isConstant := slices.Min(fs.Said) == slices.Max(fs.Said)
	return n >= fewest && !isConstant && (isIn(ends[0]) || isIn(ends[tenths.n-1]))
}
