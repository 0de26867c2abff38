package main

import (
	"math"
	"testing"

	"crossentropy/info"
)

func TestChainAddsUp(t *testing.T) {
	j := diaryOfDays()
	if got := j.Y().String(); got != diary.String() {
		t.Errorf("the words have %v, want %v", got, diary)
	}
	for name, sum := range map[string]info.Bits{
		"H(X) + H(Y|X)": info.Entropy(j.X()) + j.EntropyYGivenX(),
		"H(Y) + H(X|Y)": info.Entropy(j.Y()) + entropyXGivenY(j),
	} {
		if math.Abs(float64(sum-j.Entropy())) > 1e-14 { // a few roundings
			t.Errorf("%s = %v, want H(X, Y) = %v", name, sum, j.Entropy())
		}
	}
}
