package claim

import (
	"math"
	"testing"

	"github.com/leanovate/gopter"

	"crossentropy/info"
)

// atMostOneBit is false: two outcomes are the most that it holds for.
func atMostOneBit(l Library, x Distribution) string {
	return AtLeast("", 1.0, "H(p)", l.Entropy(x.P))
}

func TestCheckShrinks(t *testing.T) {
	result := check(atMostOneBit, Standard(), FewOutcomes)
	if result.Status != gopter.TestFailed {
		t.Fatalf("status %v, want a failure", result.Status)
	}
	if got, want := result.Args[0].ArgFormatted, "p = (1/3, 1/3, 1/3)"; got != want {
		t.Errorf("shrunk to %s, want %s", got, want)
	}
	if got, want := result.Labels[0], "1 is less than H(p) = 1.585"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

// A law that panics is neither true nor false, and no mistake is noticed by it.
func TestPanicsAreErrors(t *testing.T) {
	law := func(l Library, x Distribution) string {
		l.CrossEntropy(x.P, append(x.P, 0))
		return ""
	}
	if result := check(law, Standard(), Distributions); result.Status != gopter.TestError {
		t.Errorf("status %v, want an error", result.Status)
	}
}

func TestCompare(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	tests := []struct{ got, want string }{
		{Equal("a", 1.0, "b", 1+1e-13), ""},
		{Equal("a", 1.0, "b", 1+1e-11), "a = 1 is not b = 1.00000000001"},
		{Equal("a", 1e-13, "b", 0.0), ""},
		{Equal("a", 1e300, "b", inf), "a = 1e+300 is not b = ∞"},
		{Equal("a", inf, "b", inf), ""},
		{Equal("a", nan, "b", nan), "a is not a number"},
		{Equal("a", 0.0, "b", nan), "a = 0 is not b = NaN"},
		{Same("a", 0.0, "", math.Copysign(0, -1)), "a = 0 is not −0"},
		{Same("a", 1.0, "b", 1+0x1p-52), "a = 1 is not b = 1.0000000000000002"},
		{AtLeast("a", nan, "b", 0.0), "a is not a number"},
		{AtLeast("a", 0.0, "b", 1e-13), ""},
		{AtLeast("a", -inf, "b", 0.0), "a = −∞ is less than b = 0"},
		{Exceeds("a", 1.0, "b", 1.0), "a = 1 is not more than b = 1"},
		{Differ("a", 1.0, "b", 1+1e-13), "a = 1 is b = 1.0000000000001"},
		{Differ("a", 1.0, "b", inf), ""},
		{Finite("a", inf), "a = ∞ is not finite"},
	}
	for i, test := range tests {
		if test.got != test.want {
			t.Errorf("case %d: %q, want %q", i, test.got, test.want)
		}
	}
}

func TestNumber(t *testing.T) {
	tests := []struct {
		x    float64
		want string
	}{
		{1, "1"},
		{1. / 3, "1/3"},
		{0.3333, "0.333"},
		{0.5 + 1e-9, "0.500"},
		{1 - 7.3e-10, "1 − 7.3e−10"},
		{-0.25, "−1/4"},
		{2529.4, "2.53e+03"},
		{math.Inf(-1), "−∞"},
	}
	for _, test := range tests {
		if got := fraction(test.x, 3); got != test.want {
			t.Errorf("%v is written %q, want %q", test.x, got, test.want)
		}
	}
}

// What laws are about is made of numbers that may be any; whatever they
// make has to be distributions over the same outcomes.
func TestCasesAreDistributions(t *testing.T) {
	areDistributions(t, Pairs, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, ClosePairs, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, Relabelled, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, DyadicModels, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, Dyadic, func(x Distribution) [][]float64 { return [][]float64{x.P} })
	areDistributions(t, OpenModels, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, Coins, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, BetsOfAll, func(x Bet) [][]float64 { return [][]float64{x.P, x.Q, x.Fair} })
	areDistributions(t, CodedDistinctly, func(x Coded) [][]float64 { return [][]float64{x.P} })
	areDistributions(t, IndependentLetters, func(x Letters) [][]float64 { return [][]float64{x.Blocks} })
	areDistributions(t, RepeatedLetters, func(x Letters) [][]float64 { return [][]float64{x.Blocks} })
	areDistributions(t, ThreeSided, func(x Pair) [][]float64 { return [][]float64{x.P, x.Q} })
	areDistributions(t, Mixtures, func(x Mixture) [][]float64 { return [][]float64{x.P, x.Q, x.R, x.Mixed} })
	areDistributions(t, Merged, func(x Image) [][]float64 { return [][]float64{x.After.P, x.After.Q} })
	areDistributions(t, Channelled, func(x Image) [][]float64 { return [][]float64{x.After.P, x.After.Q} })
	areDistributions(t, TiedModels, func(m Modelled) [][]float64 { return [][]float64{Cells(m.P), Cells(m.Q)} })
}

func areDistributions[C any](t *testing.T, g gopter.Gen, lists func(C) [][]float64) {
	t.Helper()
	result := check(func(_ Library, x C) string { return distributions(lists(x)) }, Standard(), g)
	if !result.Passed() {
		t.Error(report("cases", result))
	}
}

func distributions(all [][]float64) string {
	for _, p := range all {
		if len(p) != len(all[0]) {
			return "they are not of one length"
		}
		if _, err := info.New(p...); err != nil {
			return err.Error()
		}
	}
	return ""
}
