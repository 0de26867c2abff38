package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
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

// sorted says how forecasts are sorted into bins.
func (fs forecasts) sorted() string {
	isUncertain := func(said float64) bool { return said > 0 && said < 1 }
	switch {
	case len(fs.bins) == 2 && !slices.ContainsFunc(fs.Said, isUncertain):
		return "bins at 0 and 1"
	case fs.byCount:
		bySize := func(a, b learn.Bin) int { return a.N - b.N }
		fewest, most := slices.MinFunc(fs.bins, bySize).N, slices.MaxFunc(fs.bins, bySize).N
		s := data.Count(len(fs.bins), "bin") + " of " + page.Whole(fewest)
		switch most - fewest {
		case 0:
			return s
		case 1:
			return s + " or " + page.Whole(most)
		}
		return s + " to " + page.Whole(most)
	case fs.n == tenths.n:
		return "tenths"
	}
	return fmt.Sprintf("%d bins of equal width", fs.n)
}

// pooled says that forecasts that were certain are in the last bin with those of one other probability, and
// what parts them.
func (fs forecasts) pooled() string {
	const most = 50 // bins
	isIn := func(said float64, n int) bool { return said >= float64(n-1)/float64(n) }
	other := 0.
	for _, said := range fs.Said {
		switch {
		case said == 1 || !isIn(said, fs.n):
		case other > 0 && said != other:
			return ""
		default:
			other = said
		}
	}
	if fs.byCount || other == 0 || slices.Max(fs.Said) < 1 {
		return ""
	}
	says, n := "forecasts of 1 are in a bin with those of "+page.Number(other), fs.n
	for isIn(other, n) && n <= most {
		n++
	}
	if n <= most {
		says += fmt.Sprintf("; -bins %d sets them apart", n)
	}
	return says
}

// inOneTenth says whether nearly all forecasts are in the first tenth, as those of rare events are, or
// in the last, and many enough for bins of equal counts.
func (fs forecasts) inOneTenth() (first, last bool) {
	const most, fewest = 0.9, 100
	n := len(fs.Said)
	if n < fewest || slices.Min(fs.Said) == slices.Max(fs.Said) {
		return false, false
	}
	ends := learn.Reliability(fs.Said, fs.Happened, tenths.n)
	isIn := func(b learn.Bin) bool { return float64(b.N) >= most*float64(n) }
	return isIn(ends[0]), isIn(ends[tenths.n-1])
}
