package learn

import "fmt"

// A Bin is what came of forecasts that were about the same.
type Bin struct {
	N        int     // how many there were
	Forecast float64 // their mean
	Share    float64 // of them, the share of those that happened
}

// Reliability sorts forecasts, which are probabilities of events, into bins of
// equal width, from [0, 1/bins) to [1 − 1/bins, 1]. Where they can be taken at
// their word, Share is about Forecast in every bin. A bin that nothing fell
// into has an N of 0, and a Forecast and a Share of NaN.
//
// It panics if there is not one event a forecast, if there is no bin, or if a
// forecast is not between 0 and 1.
//
// Source: Murphy & Winkler 1977.
func Reliability(forecasts []float64, happened []bool, bins int) []Bin {
	if len(happened) != len(forecasts) || bins < 1 {
		panic(fmt.Sprintf("learn: %d forecasts of %d events in %d bins", len(forecasts), len(happened), bins))
	}
	all := make([]Bin, bins)
	for i, p := range forecasts {
		if !(p >= 0 && p <= 1) {
			panic(fmt.Sprintf("learn: forecasts[%d] = %v, want 0 to 1", i, p))
		}
		bin := &all[min(int(p*float64(bins)), bins-1)]
		bin.N++
		bin.Forecast += p
		if happened[i] {
			bin.Share++
		}
	}
	for i := range all {
		all[i].Forecast /= float64(all[i].N) // 0/0 is NaN
		all[i].Share /= float64(all[i].N)
	}
	return all
}
