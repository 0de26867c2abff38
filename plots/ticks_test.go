package main

import (
	"math"
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{1.75, "1.75"},
		{-0.25, "−0.25"},
		{3, "3"},
		{2.0000001, "2"},
		{math.Pi, "3.142"},
		{1074, "1074"},
		{0.000123456, "0.0001235"},
		{0.00001893, "1.9e−05"},
	} {
		if got := number(tt.x); got != tt.want {
			t.Errorf("number(%v) = %q, want %q", tt.x, got, tt.want)
		}
	}
}

func TestTicks(t *testing.T) {
	for _, tt := range []struct {
		lo, hi float64
		want   string
	}{
		{0, 1, "0 0.2 0.4 0.6 0.8 1"},
		{0, 1.08, "0 0.25 0.5 0.75 1"},
		{0, 6.2, "0 2 4 6"},
		{-1.05, 0.1, "−1 −0.75 −0.5 −0.25 0"},
		{0, 90, "0 20 40 60 80"},
	} {
		var s []string
		for _, tick := range ticks(5).Ticks(tt.lo, tt.hi) {
			s = append(s, tick.Label)
		}
		if got := strings.Join(s, " "); got != tt.want {
			t.Errorf("ticks from %v to %v: %s, want %s", tt.lo, tt.hi, got, tt.want)
		}
	}
}
