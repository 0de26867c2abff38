package main

import (
	"encoding/json"
	"flag"
	"math"
	"os"
	"regexp"
	"testing"

	"gonum.org/v1/gonum/stat"

	"crossentropy/info"
)

var update = flag.Bool("update", false, "write down what gonum says")

func TestGonumSaysWhatIsWrittenDown(t *testing.T) {
	// Fused products round the terms, of 1 at most, otherwise; an error of the
	// sum is one of the terms.
	const roundings = 1e-15
	s := readDigits()
	for i, d := range s.Divergences {
		q := []float64{s.P[0] + d.Epsilon, s.P[1] - d.Epsilon}
		says := stat.KullbackLeibler(s.P[:], q) / math.Ln2
		if !*update && !(math.Abs(says-d.Gonum) <= roundings) {
			t.Errorf("ε = %v: gonum says %v, written down is %v", d.Epsilon, says, d.Gonum)
		}
		s.Divergences[i].Gonum = says
	}
	if *update {
		writeDown(t, s)
	}
}

func writeDown(t *testing.T, s sayings) {
	requires, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`gonum\.org/v1/gonum v(\S+)`).FindSubmatch(requires)
	s.Versions["gonum"] = string(version[1])
	text, err := json.MarshalIndent(s, "", "\t")
	if err == nil {
		err = os.WriteFile("digits.json", append(text, '\n'), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestLibraryIsRightToFourUlps(t *testing.T) {
	s := readDigits()
	p := info.Must(s.P[0], s.P[1])
	for _, d := range s.Divergences {
		got := float64(info.KullbackLeibler(p, info.Must(s.P[0]+d.Epsilon, s.P[1]-d.Epsilon)))
		if !(math.Abs(got/d.Truth-1) <= ulps4) {
			t.Errorf("ε = %v: D(p‖q) = %v, want %v", d.Epsilon, got, d.Truth)
		}
	}
}
