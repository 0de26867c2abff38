package main

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

func TestNamesOfOutcomes(t *testing.T) {
	got := fmt.Sprint(book.name(3), " ", example{}.name(11))
	if want := "first time x₁₂"; got != want {
		t.Errorf("names %q, want %q", got, want)
	}
}

func TestLostLessSavedIsTheDivergence(t *testing.T) {
	for name, ex := range samples {
		lost, saved := ex.lostAndSaved()
		d := float64(info.KullbackLeibler(ex.p, ex.q))
		if math.Abs(lost-saved-d) > 1e-12*(1+lost) { // a few roundings of the greater
			t.Errorf("%s: %v lost, %v saved, want a difference of %v", name, lost, saved, d)
		}
	}
}

func TestCanonicalCode(t *testing.T) {
	for _, tt := range []struct {
		p    info.Distribution
		want []string
	}{
		{diary, []string{"0", "10", "110", "111"}},
		{shorthand, []string{"110", "0", "10", "111"}},
		{info.Must(0.5, 0, 0.5), []string{"0", "", "1"}},
		{info.Must(0.7, 0.2, 0.1), nil},
		{info.Must(1), nil},
	} {
		if got := canonicalCode(tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("canonicalCode%v = %q, want %q", tt.p, got, tt.want)
		}
	}
}
