package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// A binning says how forecasts are sorted into bins.
type binning struct {
	n       int
	byCount bool // and not by equal parts of the axis
	asked   bool // for, and not the usual one
}

// tenths are the usual bins.
var tenths = binning{n: 10}

// parseBins reads how many bins there are, as in "10", or in "equal:10" for as many forecasts
// in each.
func parseBins(s string) (binning, error) {
	const least, most = 2, 50
	number, byCount := strings.CutPrefix(s, "equal:")
	n, err := strconv.Atoi(number)
	if err != nil || n < least || n > most {
		return binning{}, fmt.Errorf("want a whole number from %d to %d, or equal: before it", least, most)
	}
	return binning{n: n, byCount: byCount, asked: true}, nil
}

// dot is how large that of a bin is in a column, as a part of the axis.
const dot = 0.028

// of returns the binning of some forecasts: where nobody asked for another, and nine in ten of a hundred
// or more are in one bin, as those of rare events may be, or half of them are, and its dot hides the
// interval, bins of equal counts, as many of ten as have dots apart, or else a few, if these are a few,
// or more than those there are else.
func (b binning) of(fs table.Forecasts) binning {
	const fewest, most, half, few = 100, 0.9, 0.5, 5
	usual := b.sort(fs.Said, fs.Happened)
	begin, end, _ := forecasts{bins: usual}.axis()
	isFull := func(bin learn.Bin) bool {
		part, ends := float64(bin.N)/float64(len(fs.Said)), 1/float64(b.n)
		from, to := interval(bin)
		isRare := bin.Forecast < ends || bin.Forecast > 1-ends
		return part >= most || part >= half && isRare && to-from < dot*(end-begin)
	}
	if b.asked || len(fs.Said) < fewest || !slices.ContainsFunc(usual, isFull) {
		return b
	}
	least, best := min(few, len(usual)+1), b
	for equal := (binning{n: b.n, byCount: true}); equal.n >= least; equal.n-- {
		switch bins := equal.sort(fs.Said, fs.Happened); {
		case len(bins) >= least && areApart(bins):
			return equal
		case len(bins) >= least:
			best = equal
		}
	}
	return best
}

// areApart says whether the dots of bins, from left to right, do not touch.
func areApart(bins []learn.Bin) bool {
	from, to, _ := forecasts{bins: bins}.axis()
	for i, bin := range bins[1:] {
		if bin.Forecast-bins[i].Forecast < dot*(to-from) {
			return false
		}
	}
	return true
}

// sort sorts forecasts of what happened or did not into bins, and leaves out empty ones.
func (b binning) sort(said []float64, happened []bool) (filled []learn.Bin) {
	sort := learn.Reliability
	if b.byCount {
		sort = learn.ReliabilityByCount
	}
	for _, bin := range sort(said, happened, b.n) {
		if bin.N > 0 {
			filled = append(filled, bin)
		}
	}
	return filled
}

// sorted says how forecasts are sorted into bins.
func (fs forecasts) sorted() string {
	switch {
	case fs.byCount:
		fewest, most := fs.bins[0].N, fs.bins[0].N
		for _, b := range fs.bins {
			fewest, most = min(fewest, b.N), max(most, b.N)
		}
		s := data.Count(len(fs.bins), "bin") + " of " + page.Whole(fewest)
		if fewest < most {
			s += " to " + page.Whole(most)
		}
		return s
	case fs.n == tenths.n:
		return "tenths"
	}
	return fmt.Sprintf("%d bins of equal width", fs.n)
}
