package main

import (
	"math"
	"testing"

	"crossentropy/info/learn"
)

// gap is how far the share of right answers is from what was said, on average.
func gap(a learn.Answers) (sum float64) {
	for _, b := range bins(a) {
		sum += float64(b.N) / float64(len(a.Targets)) * math.Abs(b.Forecast-b.Share)
	}
	return sum
}

func TestHeatHelps(t *testing.T) {
	j := judged()
	n := 0
	for _, b := range bins(j.Test) {
		n += b.N
		if b.Share > b.Forecast {
			t.Errorf("as trained, %+v is not too sure", b)
		}
	}
	heated := j.Test.At(j.Temperature)
	if before, after := gap(j.Test), gap(heated); n != len(j.Test.Targets) || !(after < before/2) {
		t.Errorf("of %d digits, the gap is %v before and %v after", n, before, after)
	}
	if !(heated.Loss() < j.Test.Loss()) {
		t.Errorf("heated, they cost %v, before %v", heated.Loss(), j.Test.Loss())
	}
}
