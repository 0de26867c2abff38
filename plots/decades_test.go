package main

import (
	"slices"
	"strings"
	"testing"
)

func TestDecades(t *testing.T) {
	for _, tt := range []struct {
		n      decades
		lo, hi float64
		want   string
	}{
		{1, 1, 1000, "1 10 100 1000"},
		{2, 1e-5, 1e5, "10^{−4} 10^{−2} 1 100 10^{4}"},
		{4, 1e-17, 1e8, "10^{−16} 10^{−12} 10^{−8} 10^{−4} 1 10^{4} 10^{8}"},
		{1, 1.1, 9.9, ""},
	} {
		var s []string
		for _, tick := range tt.n.Ticks(tt.lo, tt.hi) {
			s = append(s, tick.Label)
		}
		if got := strings.Join(s, " "); got != tt.want {
			t.Errorf("ticks from %v to %v: %s, want %s", tt.lo, tt.hi, got, tt.want)
		}
	}
}

func TestSpaced(t *testing.T) {
	for _, n := range []int{1, 2, 20, 1000} {
		ks := spaced(n)
		distinct := len(ks) == len(slices.Compact(slices.Clone(ks)))
		if ks[0] != 1 || ks[len(ks)-1] != n || !distinct || !slices.IsSorted(ks) {
			t.Errorf("spaced(%d) = %v", n, ks)
		}
	}
	if n := len(spaced(1000)); n > 120 {
		t.Errorf("spaced(1000) has %d numbers", n)
	}
}
