package main

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
)

func TestForecastItselfIsP(t *testing.T) {
	for name, ex := range samples {
		if ex.scores != nil {
			continue
		}
		q := ex.heated(1)
		for i, p := range ex.p.All() {
			if !(math.Abs(q.P(i)-p) <= 1e-14*p) { // of a logarithm up to 14 and its power
				t.Errorf("%s: outcome %d has %v at T = 1, want %v", name, i, q.P(i), p)
			}
		}
	}
}

func TestHeatRaisesEntropy(t *testing.T) {
	for name, ex := range samples {
		cold := info.Bits(-1)
		for _, tick := range (octaves{}).Ticks(coldest, hottest) {
			h := info.Entropy(ex.heated(tick.Value))
			if h < cold-1e-12 { // equal odds stay equal, but for rounding
				t.Errorf("%s: at T = %v %v, less than %v", name, tick.Value, h, cold)
			}
			cold = h
		}
	}
}

func TestTies(t *testing.T) {
	for _, tt := range []struct {
		ex   example
		want string
	}{
		{book, "[[0] [1] [2] [3]] first time"},
		{example{p: info.Must(0.25, 0.5, 0.25)}, "[[1] [0 2]] *x*_{1}, *x*_{3}"},
		{example{p: info.Uniform(4)}, "[[0 1 2 3]] *x*_{1} and 3 others"},
	} {
		ties := tt.ex.ties()
		if got := fmt.Sprint(ties, " ", tt.ex.together(ties[len(ties)-1])); got != tt.want {
			t.Errorf("ties %s, want %s", got, tt.want)
		}
	}
}

func TestEveryCurveOfTheBookHasItsName(t *testing.T) {
	for _, look := range []look{bookLook, columnLook} {
		said := edition{temperature, book, look}.paint(blank{}).texts
		for _, word := range words {
			if !slices.Contains(said, word) {
				t.Errorf("%v wide, no curve is called %s", look.width, word)
			}
		}
	}
}
