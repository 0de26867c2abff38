package kernel

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info/internal/oracle"
)

// Joint distributions of two rows and columns and more, where what rounding takes from the
// product of two margins is many units in the last place of what the pairs tell.
func TestExactMutualInformation(t *testing.T) {
	var mutual oracle.Worst
	for _, rows := range [][][]float64{
		{{0.0005709341243035646, 0.026367086820261888}, {0.019295750969810236, 0.9537662280856243}},
		{{0.01, 0.09}, {0.081, 0.819}},
		{{0.28, 0.3}, {0.2, 0.22}},
		{ // margins that no float has, and a billionth moved
			{0.03 + 1e-9, 0.03 - 1e-9, 0.04},
			{0.06 - 1e-9, 0.06 + 1e-9, 0.08},
			{0.21, 0.21, 0.28},
		},
		// products of margins that lose digits, or become 0
		{{1, 0}, {0, 0x1p-600}},
		{{1, 0x1p-500}, {0x1p-580, 0x1p-600}},
		{{0x1p-600, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}},
	} {
		got := MutualInformation(slices.Concat(rows...), len(rows[0]))
		mutual.See(got, oracle.MutualInformation(rows), rows)
	}
	mutual.Report(t, "I(X; Y), hard cases", ofMutual)
}

// Where x is y, it tells log₂ 1/p(x) of both.
func TestKnowingAll(t *testing.T) {
	const many, large, small, allowed = 300, 0x1p-512, 0x1p-567, 0x1p-50
	diagonal := map[string][]float64{
		"128 equal ones": slices.Repeat([]float64{1. / 128}, 128),
		// shares each too small to show beside the largest
		"many rare ones": append([]float64{1, large}, slices.Repeat([]float64{small}, many)...),
	}
	for name, want := range map[string]float64{
		"128 equal ones": 7,
		// the probabilities sum to a little above 1, which counts in nats
		"many rare ones": large*(512+math.Log2E) + many*small*(567+math.Log2E),
	} {
		p := diagonal[name]
		pairs := make([]float64, len(p)*len(p))
		for x, px := range p {
			pairs[x*len(p)+x] = px
		}
		if got := MutualInformation(pairs, len(p)); math.Abs(got-want) > allowed*want {
			t.Errorf("%s: I(X; Y) = %v, want %v", name, got, want)
		}
		if h := ConditionalEntropy(pairs, len(p)); h != 0 {
			t.Errorf("%s: H(Y|X) = %v, want 0", name, h)
		}
	}
}

// A sum of so many pairs loses digits unless it keeps what rounding takes away.
func TestManyPairs(t *testing.T) {
	const n, allowed = 512, 0x1p-50
	pairs := make([]float64, n*n)
	for i := range pairs {
		pairs[i] = (0.5 + float64((i/n+i%n)%2)) / (n * n)
	}
	h := BinaryEntropy(0.25) // of whether x + y is odd
	if got, want := MutualInformation(pairs, n), 1-h; math.Abs(got-want) > allowed*want {
		t.Errorf("I(X; Y) = %v, want %v", got, want)
	}
	if got, want := ConditionalEntropy(pairs, n), 8+h; math.Abs(got-want) > allowed*want {
		t.Errorf("H(Y|X) = %v, want %v", got, want)
	}
}

// Margins so small that what counts of the pairs is lost in floats beside them.
func TestTinyMargins(t *testing.T) {
	const (
		c    = 1.2 * 0x1p-537 // c² is a subnormal, a digit off
		pair = 0x1p-1000
		e    = 0x1p-515 // 1 + e is 1 in floats
		last = 0x1p-1060
	)
	for _, x := range []struct {
		name          string
		pairs         []float64
		want, allowed float64
	}{
		{
			"a product of margins that is a digit off",
			[]float64{1, c, c, pair},
			pair * (74 - 2*math.Log2(1.2) - math.Log2E), pair * 0x1p-44,
		},
		{
			// Margins of 1 + e are 2e above a probability of 1, which has a share of
			// 2e² nats, and the last pair has e², less what its own probability takes away.
			"margins just above 1",
			[]float64{1, e, e, last},
			3*e*e*math.Log2E - last*(30+math.Log2E), 16 * math.SmallestNonzeroFloat64,
		},
	} {
		if got := MutualInformation(x.pairs, 2); !(math.Abs(got-x.want) <= x.allowed) {
			t.Errorf("%s: I(X; Y) = %v, want %v", x.name, got, x.want)
		}
	}
}

// Where X and Y are independent, they tell nothing about each other, but for what these
// probabilities exceed a sum of 1, (1 + a)(1 + b). Where the product of two loses digits, or
// is a subnormal, rounding must not make it less than nothing.
func TestIndependentToTheLastDigit(t *testing.T) {
	for n := 1000; n <= 1074; n++ {
		for k := 60; k <= n-60; k++ {
			a, b := math.Ldexp(1, -k), math.Ldexp(1, k-n)
			i := MutualInformation([]float64{1, b, a, a * b}, 2)
			if most := (a + b) * (a + b); !(i >= 0) || i > most && n <= 1022 {
				t.Errorf("of probabilities %v and %v: I(X; Y) = %v, want %v at most", a, b, i, most)
			}
		}
	}
	for e := -1024; e <= -990; e++ {
		a, b := 0x1p-20, math.Ldexp(1, e)
		if i := MutualInformation([]float64{1 - a, (1 - a) * b, a, math.Ldexp(1+0x1p-45, e-20)}, 2); !(i >= 0) {
			t.Errorf("I(X; Y) = %v of independent variables, b = 2^%d", i, e)
		}
	}
}
