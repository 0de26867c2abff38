package main

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestParseWidth(t *testing.T) {
	for s, want := range map[string]vg.Length{
		"84mm": 238.11, "3.3in": 237.6, "17cm": 481.89, "480pt": 480, "84 mm": 238.11, "1e2mm": 283.46,
	} {
		if got, err := parseWidth(s); err != nil || math.Abs(float64(got-want)) > 0.01 {
			t.Errorf("parseWidth(%q) = %v, %v, want %v", s, got, err, want)
		}
	}
}

func TestLabelsAreLargeEnoughInPrint(t *testing.T) {
	for s, column := range map[string]bool{
		"82.4mm": true, "84mm": true, "3.3in": true, "131mm": true, "132mm": false, "210mm": false,
	} {
		width, err := parseWidth(s)
		if err != nil {
			t.Fatal(err)
		}
		look := bookLook
		look.width = width
		l := edition{bowl, book, look}.layout()
		if got := tickSize * width / l.width; got < smallestPrint {
			t.Errorf("%s wide, ticks have %.2f points", s, got)
		}
		if l.column != column {
			t.Errorf("%s wide, in a column: %v", s, l.column)
		}
	}
}
