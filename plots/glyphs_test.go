package main

import (
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// TestOutlinesStandWhereTheTextDoes measures letters with a stem at each side.
func TestOutlinesStandWhereTheTextDoes(t *testing.T) {
	f := font.DefaultCache.Lookup(style{}.text().Font, 10)
	at := vg.Point{X: 30, Y: 40}
	box := extent(outlines(f, at, "HNH"))
	left, right := box.Min.X-at.X, at.X+f.Width("HNH")-box.Max.X
	if left < 0 || left > 1 || right < 0 || right > 1 {
		t.Errorf("outlines begin %v after the text and end %v before it, want less than 1", left, right)
	}
	if low, high := box.Min.Y-at.Y, box.Max.Y-at.Y; low != 0 || high < 6.8 || high > 7 {
		t.Errorf("outlines reach from %v to %v, want capitals on the baseline", low, high)
	}
}
