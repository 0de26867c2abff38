package main

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// ticks is about how many ticks an axis should have. They stand at multiples
// of 1, 2, 2.5 or 5 times a power of ten.
type ticks int

// Ticks returns the ticks of an axis from lo to hi.
func (n ticks) Ticks(lo, hi float64) (ts []plot.Tick) {
	step := roundStep((hi - lo) / float64(n))
	slack := 1e-9 * step // an end of the axis is on it, rounded or not
	for k := math.Ceil((lo - slack) / step); k*step <= hi+slack; k++ {
		ts = append(ts, plot.Tick{Value: k * step, Label: number(k * step)})
	}
	return ts
}

// roundStep returns the smallest round number that is not below step.
func roundStep(step float64) float64 {
	power := math.Pow10(int(math.Floor(math.Log10(step))))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= step*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// number writes x to four significant digits, as a reader would: no trailing
// noughts, a minus for a minus, and an exponent only where x is tiny.
func number(x float64) string {
	if size := math.Abs(x); size > 0 && size < 1e-4 {
		return strings.ReplaceAll(strconv.FormatFloat(x, 'g', 2, 64), "-", "−")
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 4, 64), 64)
	s := strconv.FormatFloat(rounded+0, 'f', -1, 64) // −0 + 0 is 0
	return strings.Replace(s, "-", "−", 1)
}
