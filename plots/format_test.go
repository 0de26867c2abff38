package main

import (
	"bytes"
	"maps"
	"slices"
	"testing"
)

func TestEachFormatIsOneFile(t *testing.T) {
	files := drawFiles(t, "-only", "bowl,cost", "-format", "csv, eps,pdf,svg,png,svg")
	want := []string{
		"bowl.csv", "bowl.eps", "bowl.pdf", "bowl.png", "bowl.svg",
		"cost.csv", "cost.eps", "cost.pdf", "cost.png", "cost.svg",
	}
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
}

func TestPrintingTwiceGivesTheSameBytes(t *testing.T) {
	for _, f := range figures {
		for _, in := range formats {
			one, err := in.print(edition{f, book, bookLook})
			two, _ := in.print(edition{f, book, bookLook})
			if err != nil || !bytes.Equal(one, two) {
				t.Errorf("%s as %s: two files differ, or error %v", f.name, in.name, err)
			}
		}
	}
}
