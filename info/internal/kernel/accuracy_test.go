package kernel

import (
	"flag"
	"fmt"
	"iter"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"crossentropy/info/internal/oracle"
)

var (
	cases = flag.Int("cases", 500, "how many drawn `cases` to compare with 40 digits")
	seed  = flag.Uint64("seed", 1, "what to draw them from")
)

// How far each function may be off, in units in the last place.
const (
	ofLogarithm  = 0.7
	ofEntropy    = 2
	ofDivergence = 4
	ofPower      = 0.52
	ofFarPower   = 3
	ofSum        = ofPower + 2
)

// noise is where the digits of the oracle end, as a part of the entropy of p. What is 0 but
// for them is tested to be exactly 0 elsewhere.
const noise = 1e-45

// indistinct is a mutual information below which X and Y are as independent as floats can
// make them: what they tell about each other is what rounding made of their probabilities.
const indistinct = 0x1p-100

// see compares what is more than noise beside an entropy.
func see(w *oracle.Worst, got float64, want, entropy *big.Float, at any) {
	if want == nil || math.Abs(oracle.Float(want)) >= noise*oracle.Float(entropy) {
		w.See(got, want, at)
	}
}

// Every binade, subnormals included, and 1/2 and 1 from every distance.
func TestExactSurprisal(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 1))
	var binades, below1, aroundHalf oracle.Worst
	try := func(w *oracle.Worst, p float64) {
		want := oracle.Log2(p)
		w.See(Surprisal(p), want.Neg(want), p)
	}
	for range 10 {
		for b := 1; b <= 1074; b++ {
			try(&binades, math.Ldexp(1+r.Float64(), -b))
			try(&below1, 1-math.Ldexp(1+r.Float64(), -2-b%52))
			try(&aroundHalf, 0.5+math.Ldexp(r.Float64()-0.5, -1-b%52))
		}
	}
	binades.Report(t, "log₂ 1/p, every binade", ofLogarithm)
	below1.Report(t, "log₂ 1/p, just below 1", ofLogarithm)
	aroundHalf.Report(t, "log₂ 1/p, around 1/2", ofLogarithm)
}

// judge compares the sums over all pairs of p and q with 40 digits.
func judge(t *testing.T, what string, pairs iter.Seq2[[]float64, []float64]) {
	t.Helper()
	var h, cross, d, js oracle.Worst
	for p, q := range pairs {
		at := fmt.Sprintf("p = %v…, q = %v…", p[:min(4, len(p))], q[:min(4, len(q))])
		entropy := grouped(p, p, oracle.CrossEntropy)
		h.See(CrossEntropy(p, p), entropy, at)
		cross.See(CrossEntropy(p, q), grouped(p, q, oracle.CrossEntropy), at)
		see(&d, KullbackLeibler(p, q), grouped(p, q, oracle.KullbackLeibler), entropy, at)
		see(&js, JensenShannon(p, q), grouped(p, q, oracle.JensenShannon), entropy, at)
		bitForBit(t, p, q)
	}
	h.Report(t, "H(p)"+what, ofEntropy)
	cross.Report(t, "H(p, q)"+what, ofEntropy)
	d.Report(t, "D(p‖q)"+what, ofDivergence)
	js.Report(t, "JS(p, q)"+what, ofDivergence)
}

// bitForBit checks what holds to the last bit, whatever is drawn.
func bitForBit(t *testing.T, p, q []float64) {
	t.Helper()
	for _, x := range []float64{CrossEntropy(p, q), KullbackLeibler(p, q), JensenShannon(p, q)} {
		if !(x >= 0) || math.Signbit(x) { // -0 would print as such
			t.Errorf("%v of %v, %v", x, p, q)
		}
	}
	if d, js := KullbackLeibler(p, p), JensenShannon(p, p); d != 0 || js != 0 {
		t.Errorf("D(p‖p) = %v, JS(p, p) = %v of %v", d, js, p)
	}
	if a, b := JensenShannon(p, q), JensenShannon(q, p); a != b {
		t.Errorf("JS(p, q) = %v, JS(q, p) = %v of %v, %v", a, b, p, q)
	}
}

// grouped is the sum of f over all outcomes, each different pair of which is computed once:
// 40 digits of a million terms would take minutes. It is nil if f is, for +Inf.
func grouped(p, q []float64, f func(p, q []float64) *big.Float) *big.Float {
	times := map[[2]float64]float64{}
	for x := range p {
		times[[2]float64{p[x], q[x]}]++
	}
	sum := new(big.Float).SetPrec(200)
	for pq, n := range times {
		share := f(pq[:1], pq[1:])
		if share == nil {
			return nil
		}
		sum.Add(sum, share.Mul(share, big.NewFloat(n)))
	}
	return sum
}

// Every interval of every table, at its edges and between, and what is beyond: one
// outcome's share on its own, where no other hides what it is off by.
func TestExactShares(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 2))
	judge(t, " of one outcome", func(yield func(p, q []float64) bool) {
		for exponent := -70; exponent < 70; exponent++ {
			step := 1
			if exponent < -8 || exponent > 8 { // nothing is tabled there
				step = 32
			}
			for i := 0; i < 4<<pieceBits; i += step {
				ratio := math.Ldexp(1+float64(i)/(4<<pieceBits), exponent)
				for range 4 {
					q := (0.25 + r.Float64()/2) * min(1, 1/ratio)
					yield([]float64{ratio * q}, []float64{q})
				}
			}
		}
	})
}

// Distributions of all shapes, and models close to them and far.
func TestExactDrawn(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 4))
	judge(t, "", func(yield func(p, q []float64) bool) {
		for range *cases {
			yield(drawPair(r))
		}
	})
	var h2, pairs, conditional, mutual oracle.Worst
	for range *cases {
		coin := oracle.Probability(r)
		h2.See(BinaryEntropy(coin), oracle.BinaryEntropy(coin), coin)
		cells, n := drawJoint(r)
		rows := slices.Collect(slices.Chunk(cells, n))
		entropy := oracle.CrossEntropy(cells, cells)
		pairs.See(CrossEntropy(cells, cells), entropy, rows)
		see(&conditional, ConditionalEntropy(cells, n), oracle.EntropyYGivenX(rows), entropy, rows)
		if want := oracle.MutualInformation(rows); oracle.Float(want) > indistinct {
			mutual.See(MutualInformation(cells, n), want, rows)
		}
	}
	h2.Report(t, "H(p) of a coin", ofEntropy)
	pairs.Report(t, "H(X, Y)", ofEntropy)
	conditional.Report(t, "H(Y|X)", ofEntropy)
	mutual.Report(t, "I(X; Y)", ofDivergence)
}

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
	mutual.Report(t, "I(X; Y), hard cases", ofDivergence)
}

// All coins in steps of 1/64, and those so rare that 1/p is infinite.
func TestExactCoins(t *testing.T) {
	judge(t, " of coins", func(yield func(p, q []float64) bool) {
		for a := 0.0; a <= 1; a += 1. / 64 {
			for b := 0.0; b <= 1; b += 1. / 64 {
				yield([]float64{a, 1 - a}, []float64{b, 1 - b})
			}
		}
		for _, x := range [][2]float64{
			{0x1p-1025, 0x1p-1025 * (1 - 0x1p-20)},
			{0x1p-1030, 0x1p-1030 * (1 - 0x1p-40)},
			{0x1p-1030, 0x1p-1032},
			{0x1p-1030, 0x1p-1070},
			{0x1p-1060, 0},
			{0x1p-1023, 0x1p-1024},
			{0.5, 5e-324},
		} {
			yield([]float64{1, x[0]}, []float64{1, x[1]})
		}
	})
}

// Sums of a million terms, of which few are different.
func TestExactLarge(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 5))
	upTo40 := func() float64 { return float64(1 + r.IntN(40)) }
	judge(t, ", n to a million", func(yield func(p, q []float64) bool) {
		for _, c := range []struct {
			n       int
			weights func() (p, q float64)
		}{
			{1_000_000, func() (p, q float64) { return 1, 1 }},
			{1_000_000, func() (p, q float64) { return upTo40(), upTo40() }},
			{10_000, func() (p, q float64) { return math.Exp2(upTo40()), math.Exp2(upTo40()) }},
			{10_000, func() (p, q float64) { p = upTo40(); return p, p * (1 + 1e-9*upTo40()) }},
		} {
			p, q := make([]float64, c.n), make([]float64, c.n)
			for i := range c.n {
				p[i], q[i] = c.weights()
			}
			yield(normalize(p), normalize(q))
		}
	})
}

// Exponentials are compared with e^z over the power of 2 that makes e^top 1 to 2.
func TestExactExponentials(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 6))
	var tabled, far oracle.Worst
	for range 20 * *cases {
		top := (2*r.Float64() - 1) * widest
		x := top - 740*r.Float64()*r.Float64()
		e := make([]float64, 2)
		own, others := Exponentials([]float64{x, top}, 1, e)
		ownOnly, othersOnly := Exponentials([]float64{x, top}, 1, nil)
		if e[0] != others || e[1] != own || othersOnly != others || ownOnly != own {
			t.Fatalf("e^%v and e^%v are %v, in sums %v and %v", x, top, e, others, own)
		}
		octave := -int(math.Floor(top * math.Log2E))
		want, wantTop := oracle.Exp(x), oracle.Exp(top)
		tabled.See(own, wantTop.SetMantExp(wantTop, octave), top)
		w := &tabled
		if x < max(top-700, -widest) {
			w = &far
		}
		w.See(others, want.SetMantExp(want, octave), x)
	}
	tabled.Report(t, "e^z", ofPower)
	far.Report(t, "e^z far below", ofFarPower)

	var sums oracle.Worst
	for range *cases {
		z, want := make([]float64, 2+r.IntN(100)), new(big.Float).SetPrec(200)
		for c := range z[1:] {
			z[1+c] = -20 * r.Float64()
			want.Add(want, oracle.Exp(z[1+c]))
		}
		_, others := Exponentials(z, 0, nil)
		sums.See(others, want, z)
	}
	sums.Report(t, "Σ e^z", ofSum)
}
