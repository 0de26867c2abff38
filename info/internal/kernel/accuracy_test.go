package kernel

import (
	"flag"
	"fmt"
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
	ofLogarithm   = 0.7
	ofCost        = 1.5 // of one outcome
	ofEntropy     = 2
	ofDivergence  = 4
	ofConditional = 4
	ofMutual      = 8 // for the margins and their product
	ofPower       = 0.52
	ofFarPower    = 3
	ofSum         = ofPower + 2
)

// noise is where the digits of the oracle end, beside entropies of some bits. What is 0 but
// for them is tested to be exactly 0 elsewhere.
const noise = 1e-45

// indistinct is a mutual information below which X and Y are as independent as floats can
// make them: what they tell about each other is what rounding made of their probabilities.
const indistinct = 0x1p-100

func see(w *oracle.Worst, got float64, want *big.Float, at any) {
	if want == nil || math.Abs(oracle.Float(want)) > noise {
		w.See(got, want, at)
	}
}

// Every binade, subnormals included, and 1 from every distance below.
func TestExactSurprisal(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 1))
	for name, draw := range map[string]func(binade int) float64{
		"every binade": func(b int) float64 { return math.Ldexp(1+r.Float64(), -b) },
		"just below 1": func(b int) float64 { return 1 - math.Ldexp(1+r.Float64(), -2-b%52) },
		"around 1/2":   func(b int) float64 { return 0.5 + math.Ldexp(r.Float64()-0.5, -1-b%52) },
	} {
		var w oracle.Worst
		for b := 1; b <= 1074; b++ {
			for range 10 {
				if p := draw(b); p > 0 && p < 1 {
					want := oracle.Log2(p)
					w.See(Surprisal(p), want.Neg(want), p)
				}
			}
		}
		w.Report(t, "log₂ 1/p, "+name, ofLogarithm)
	}
}

// Every interval of every table, at its edges and between, and what is beyond: one
// outcome's share on its own, where no other hides what it is off by.
func TestExactShares(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 2))
	var cost, excess, contrast oracle.Worst
	for exponent := -70; exponent < 70; exponent++ {
		step := 1
		if exponent < -8 || exponent > 8 { // nothing is tabled there
			step = 32
		}
		for i := 0; i < 4<<pieceBits; i += step {
			ratio := math.Ldexp(1+float64(i)/(4<<pieceBits), exponent)
			for range 4 {
				q := []float64{(0.25 + r.Float64()/2) * min(1, 1/ratio)}
				p := []float64{ratio * q[0]}
				at := fmt.Sprintf("p = %v, q = %v", p[0], q[0])
				see(&cost, CrossEntropy(p, q), oracle.CrossEntropy(p, q), at)
				see(&excess, KullbackLeibler(p, q), oracle.KullbackLeibler(p, q), at)
				see(&contrast, JensenShannon(p, q), oracle.JensenShannon(p, q), at)
			}
		}
	}
	cost.Report(t, "p log₂ 1/q", ofCost)
	excess.Report(t, "p log₂ p/q − (p − q) log₂ e", ofDivergence)
	contrast.Report(t, "p log₂ p/m + q log₂ q/m", ofDivergence)
}

// At the ends of the series, and of the piece next to it, which is the longest for its
// distance from 1, a wrong coefficient would move results one way on the whole, and rounding
// does so by half a unit in the last place at most.
func TestExcessAtItsEnds(t *testing.T) {
	const near, n, most = 0x1p-40, 1000, 0.55
	r := rand.New(rand.NewPCG(*seed, 3))
	for _, ratio := range []float64{15./16 + near, 17./16 - near, 17./16 + near, 17./16 + 1./64 - near} {
		var mean float64 // of the errors, in ulp
		for range n {
			q := 0.25 + r.Float64()/2
			p := ratio * q
			want := oracle.KullbackLeibler([]float64{p}, []float64{q})
			_, digits := math.Frexp(oracle.Float(want))
			apart := oracle.Float(want.Sub(want, big.NewFloat(excess(p, q, 0))))
			mean += math.Ldexp(apart, 53-digits) / n
		}
		if math.Abs(mean) > most {
			t.Errorf("the excess for p/q = %v is off by %.2g ulp on the whole", ratio, mean)
		}
	}
}

func TestExactDrawn(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 4))
	var h, h2, cross, d, js, pairs, conditional, mutual oracle.Worst
	for range *cases {
		coin := oracle.Probability(r)
		see(&h2, BinaryEntropy(coin), oracle.BinaryEntropy(coin), coin)

		p, q := drawPair(r)
		see(&h, CrossEntropy(p, p), oracle.CrossEntropy(p, p), p)
		at := [][]float64{p, q}
		see(&cross, CrossEntropy(p, q), oracle.CrossEntropy(p, q), at)
		see(&d, KullbackLeibler(p, q), oracle.KullbackLeibler(p, q), at)
		see(&js, JensenShannon(p, q), oracle.JensenShannon(p, q), at)

		cells, n := drawJoint(r)
		rows := slices.Collect(slices.Chunk(cells, n))
		see(&pairs, CrossEntropy(cells, cells), oracle.CrossEntropy(cells, cells), rows)
		see(&conditional, ConditionalEntropy(cells, n), oracle.EntropyYGivenX(rows), rows)
		if want := oracle.MutualInformation(rows); oracle.Float(want) > indistinct {
			see(&mutual, MutualInformation(cells, n), want, rows)
		}
	}
	h.Report(t, "H(p)", ofEntropy)
	h2.Report(t, "H(p) of a coin", ofEntropy)
	cross.Report(t, "H(p, q)", ofEntropy)
	d.Report(t, "D(p‖q)", ofDivergence)
	js.Report(t, "JS(p, q)", ofDivergence)
	pairs.Report(t, "H(X, Y)", ofEntropy)
	conditional.Report(t, "H(Y|X)", ofConditional)
	mutual.Report(t, "I(X; Y)", ofMutual)
}

// All coins in steps of 1/64, and those so rare that 1/p is infinite.
func TestExactCoins(t *testing.T) {
	var d, js, tinyD, tinyJS oracle.Worst
	for a := range 65 {
		for b := range 65 {
			p := []float64{float64(a) / 64, float64(64-a) / 64}
			q := []float64{float64(b) / 64, float64(64-b) / 64}
			see(&d, KullbackLeibler(p, q), oracle.KullbackLeibler(p, q), p)
			see(&js, JensenShannon(p, q), oracle.JensenShannon(p, q), p)
		}
	}
	d.Report(t, "D(p‖q) of coins", ofDivergence)
	js.Report(t, "JS(p, q) of coins", ofDivergence)
	for _, x := range [][2]float64{
		{0x1p-1025, 0x1p-1025 * (1 - 0x1p-20)},
		{0x1p-1030, 0x1p-1030 * (1 - 0x1p-40)},
		{0x1p-1030, 0x1p-1032},
		{0x1p-1030, 0x1p-1070},
		{0x1p-1060, 0x1p-1060},
		{0x1p-1060, 0},
		{0x1p-1023, 0x1p-1024},
		{0.5, 5e-324},
	} {
		p, q := []float64{1, x[0]}, []float64{1, x[1]}
		tinyD.See(KullbackLeibler(p, q), oracle.KullbackLeibler(p, q), x)
		tinyJS.See(JensenShannon(p, q), oracle.JensenShannon(p, q), x)
	}
	tinyD.Report(t, "D(p‖q), subnormal", ofDivergence)
	tinyJS.Report(t, "JS(p, q), subnormal", ofDivergence)
}

// Sums of a million terms, of which few are different, or 40 digits would take minutes.
func TestExactLarge(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 5))
	var h, cross, d, js oracle.Worst
	for shape, weights := range map[string]func() (p, q float64){
		"uniform over 1000000": func() (p, q float64) { return 1, 1 },
		"uneven over 1000000":  func() (p, q float64) { return float64(1 + r.IntN(40)), float64(1 + r.IntN(40)) },
		"spiky over 10000":     func() (p, q float64) { return math.Exp2(float64(r.IntN(40))), math.Exp2(float64(r.IntN(40))) },
		"close over 10000": func() (p, q float64) {
			p = float64(1 + r.IntN(40))
			return p, p * (1 + 1e-9*float64(r.IntN(40)))
		},
	} {
		var n int
		if _, err := fmt.Sscanf(shape[len("uniform"):], " over %d", &n); err != nil {
			n = 10_000
		}
		p, q := make([]float64, n), make([]float64, n)
		for i := range n {
			p[i], q[i] = weights()
		}
		normalize(p)
		normalize(q)
		see(&h, CrossEntropy(p, p), grouped(p, p, oracle.CrossEntropy), shape)
		see(&cross, CrossEntropy(p, q), grouped(p, q, oracle.CrossEntropy), shape)
		see(&d, KullbackLeibler(p, q), grouped(p, q, oracle.KullbackLeibler), shape)
		see(&js, JensenShannon(p, q), grouped(p, q, oracle.JensenShannon), shape)
	}
	h.Report(t, "H(p), n to a million", ofEntropy)
	cross.Report(t, "H(p, q), n to a million", ofEntropy)
	d.Report(t, "D(p‖q), n to a million", ofDivergence)
	js.Report(t, "JS(p, q), n to a million", ofDivergence)
}

// grouped is the sum of f over all outcomes, each different pair of which is computed once.
func grouped(p, q []float64, f func(p, q []float64) *big.Float) *big.Float {
	times := map[[2]float64]float64{}
	for x := range p {
		times[[2]float64{p[x], q[x]}]++
	}
	sum := new(big.Float).SetPrec(200)
	for pq, n := range times {
		share := f(pq[:1], pq[1:])
		sum.Add(sum, share.Mul(share, big.NewFloat(n)))
	}
	return sum
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
		if alone, sum := Exponentials([]float64{x, top}, 1, nil); own != alone || others != sum || e[0] != others || e[1] != own {
			t.Fatalf("e^%v and e^%v are %v, in sums %v and %v, alone %v and %v", x, top, e, own, others, alone, sum)
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
