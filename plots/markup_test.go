package main

import (
	"reflect"
	"testing"
)

func TestSpans(t *testing.T) {
	for line, want := range map[string][]span{
		"":             nil,
		"bits":         {{"bits", false, 0}},
		"log_2 *p*":    {{"log", false, 0}, {"2", false, -1}, {" ", false, 0}, {"p", true, 0}},
		"*x*_{12}":     {{"x", true, 0}, {"12", false, -1}},
		"e^{−*z*}, 1":  {{"e", false, 0}, {"−", false, 1}, {"z", true, 1}, {", 1", false, 0}},
		"an open *end": {{"an open ", false, 0}, {"end", true, 0}},
		"x_":           {{"x", false, 0}},
	} {
		if got := spans(line); !reflect.DeepEqual(got, want) {
			t.Errorf("spans(%q) = %v, want %v", line, got, want)
		}
	}
}
