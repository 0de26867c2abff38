package main

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

func TestContourIsLevel(t *testing.T) {
	for _, level := range []info.Bits{0.25, 0.75, 1, 1.25, 1.5} {
		for _, piece := range contour(level) {
			first, last := piece[0], piece[len(piece)-1]
			onSides := slices.Min(first[:]) < 1e-9 && slices.Min(last[:]) < 1e-9
			if onSides != (level <= 1) {
				t.Errorf("the contour of %v runs from %v to %v", level, first, last)
			}
			for _, p := range piece {
				if h := p.entropy(); math.Abs(float64(h-level)) > 1e-6 {
					t.Errorf("on the contour of %v, %v has %v", level, p, h)
				}
			}
		}
	}
}

func TestSumsAtTheToleranceAreDrawn(t *testing.T) {
	p := info.Must(0.1, 0.2, 0.3, 0.4+info.Tolerance-1e-16)
	if len(simplex.svg(example{p: p, q: p})) == 0 {
		t.Error("no drawing")
	}
}

func TestThreeOutcomes(t *testing.T) {
	for _, tt := range []struct {
		ex    example
		p     trio
		names [3]string
	}{
		{book, trio{0.5, 0.25, 0.25}, [3]string{"routine", "friends", "outing or first time"}},
		{example{p: info.Must(1)}, trio{1}, [3]string{"x₁", "x₂", "x₃"}},
		{example{p: info.Must(0.5, 0.3, 0.2)}, trio{0.5, 0.3, 0.2}, [3]string{"x₁", "x₂", "x₃"}},
		{example{p: info.Uniform(8)}, trio{0.125, 0.125, 0.75}, [3]string{"x₁", "x₂", "x₃ to x₈"}},
	} {
		if p, names := tt.ex.three(), tt.ex.corners(tt.ex.name); p != tt.p || names != tt.names {
			t.Errorf("three outcomes %v called %q, want %v, %q", p, names, tt.p, tt.names)
		}
	}
}
