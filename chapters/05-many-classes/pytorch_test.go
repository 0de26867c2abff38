package main

import (
	"math"
	"testing"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// Three losses of PyTorch that take probabilities, or their logarithms, say what this
// library does.
func TestAlike(t *testing.T) {
	logs := [][]float64{{math.Log(0.75), math.Log(0.25)}}
	ofLogs, err := loss.CrossEntropy{}.Classes(logs, []int{0}, nil)
	if err != nil {
		t.Fatal(err)
	}
	here := map[string]info.Nats{
		"BCELoss":              loss.Binary(1, 0.75),
		"NLLLoss":              ofLogs.Mean(),
		"KLDivLoss, batchmean": info.KullbackLeibler(unfair, fair).Nats(),
	}
	theirs := pytorch().Alike
	for name, value := range here {
		if off := math.Abs(float64(value) - theirs[name]); !(off < 1e-15) {
			t.Errorf("%s is %v, PyTorch has %v", name, value, theirs[name])
		}
	}
	if len(theirs) != len(here) {
		t.Errorf("week.json has %d values, want %d", len(theirs), len(here))
	}
}

// A row of the table has both sides.
func TestOddities(t *testing.T) {
	theirs := pytorch().Odd
	for _, o := range oddities {
		if _, ok := theirs[o.name]; !ok {
			t.Errorf("week.json has nothing for %q", o.name)
		}
	}
	if len(theirs) != len(oddities) {
		t.Errorf("week.json has %d values, the table %d", len(theirs), len(oddities))
	}
}
