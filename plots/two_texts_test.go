package main

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// Two texts have on any width what each costs and what the model of the other adds, which has no bar
// where it is nothing.
func TestTwoTextsSayWhatTheyCost(t *testing.T) {
	p, q := info.Must(0.7, 0.2, 0.1), info.Must(0.5, 0.25, 0.25)
	isAdded := func(m page.Mark) bool { return m.Kind == page.Fill && m.Ink == page.Orange.Fill() }
	for _, width := range []vg.Length{page.Width, page.LeastWidth} {
		d := twoTexts.of(example{p: p, q: q}, page.Look{Width: width})
		for _, says := range []string{
			"1.157 bits", "1.300 bits", "*D* = 0.143", "1.500 bits", "1.668 bits", "*D* = 0.168",
		} {
			if !slices.Contains(d.Texts, says) {
				t.Errorf("%v points wide it does not say %q", width, says)
			}
		}
		if !slices.ContainsFunc(d.Marks, isAdded) {
			t.Errorf("%v points wide it has no bar of what is added", width)
		}
	}
	same := twoTexts.of(example{p: p, q: p}, page.Look{Width: page.Width})
	if slices.ContainsFunc(same.Marks, isAdded) {
		t.Error("of two texts that are alike one costs more under the model of the other")
	}
}
