package kernel

import (
	"math"
	"slices"
	"testing"
)

func TestPowersOfTwo(t *testing.T) {
	for k := range 1075 {
		if h := Surprisal(math.Ldexp(1, -k)); h != float64(k) || math.Signbit(h) {
			t.Errorf("log₂ 1/2^-%d = %v", k, h)
		}
	}
	for k := range 13 {
		p := slices.Repeat([]float64{math.Ldexp(1, -k)}, 1<<k)
		if h := CrossEntropy(p, p); h != float64(k) {
			t.Errorf("H of %d equal ones = %v", len(p), h)
		}
	}
}

// An outcome that needs the slow way, at each place of a block, and between blocks.
func TestSlowWay(t *testing.T) {
	const n = 1<<10 + 3
	p, q := slices.Repeat([]float64{0.25}, n), slices.Repeat([]float64{0.25}, n)
	free := [][2]float64{{0, 0}, {0, 5e-324}, {5e-324, 1}, {1, 1}} // that cost nothing
	for x := range n {
		for _, slow := range free {
			p[x], q[x] = slow[0], slow[1]
			if h := CrossEntropy(p, q); h != (n-1)/2. {
				t.Fatalf("with %v at %d, Σ p log₂ 1/q = %v, want %v", slow, x, h, (n-1)/2.)
			}
		}
		p[x], q[x] = 0.25, 0.25
	}
}

// Weights that sum to something else than 1 are what the formulas say of them.
func TestWeights(t *testing.T) {
	p, q := []float64{2, 0, 0.5, 0}, []float64{4, 1.03125, 0.25, 0}
	log2e := math.Log2E
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"Σ p log₂ 1/q", CrossEntropy(p, q), 2*-2 + 0.5*2},
		{"Σ p log₂ p/q − (p − q) log₂ e", KullbackLeibler(p, q), 2*-1 + 0.5*1 - (2.5-5.28125)*log2e},
		{"Σ q log₂ q/p", KullbackLeibler(q, p), math.Inf(1)},
		{"½ Σ p log₂ p/m + q log₂ q/m", JensenShannon([]float64{3, 0}, []float64{0, 5}), 4},
		{"Σ x", Total(append([]float64{1}, slices.Repeat([]float64{0x1p-54}, 1<<10)...)), 1 + 0x1p-44},
		{"Σ x with +Inf", Total([]float64{1, math.Inf(1), 2}), math.Inf(1)},
	} {
		if c.got != c.want && !(math.Abs(c.got-c.want) <= 4*0x1p-52*math.Abs(c.want)) {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

// Joint distributions of which most digits are lost unless the sums, and the margins, keep
// what rounding takes away.
func TestMutualInformation(t *testing.T) {
	const (
		c      = 1.2 * 0x1p-537 // c² is a subnormal, a digit off
		corner = 0x1p-1000
		e      = 0x1p-515 // 1 + e is 1 in floats
		last   = 0x1p-1060
	)
	// Where x is y, it tells log₂ 1/p(x) of both. The rare ones are each too small to show
	// beside the largest. The probabilities sum to a little above 1, which counts in nats.
	const rare, large, small = 300, 0x1p-512, 0x1p-567
	diagonal := make([]float64, (2+rare)*(2+rare))
	for x, px := range append([]float64{1, large}, slices.Repeat([]float64{small}, rare)...) {
		diagonal[x*(2+rare)+x] = px
	}
	wantDiagonal := large*(512+math.Log2E) + rare*small*(567+math.Log2E)

	const side = 512 // x and y tell whether x + y is odd
	parity := make([]float64, side*side)
	for i := range parity {
		parity[i] = (0.5 + float64((i/side+i%side)%2)) / (side * side)
	}
	odd := BinaryEntropy(0.25)

	for _, x := range []struct {
		name          string
		pairs         []float64
		width         int
		want, allowed float64
	}{
		{"many rare ones", diagonal, 2 + rare, wantDiagonal, 0x1p-50 * wantDiagonal},
		{"many pairs", parity, side, 1 - odd, 0x1p-50},
		{
			"a product of margins that is a digit off",
			[]float64{1, c, c, corner},
			2, corner * (74 - 2*math.Log2(1.2) - math.Log2E), corner * 0x1p-44,
		},
		{
			// Margins of 1 + e are 2e above a probability of 1, which has a share of
			// 2e² nats, and the last pair has e², less what its own probability takes away.
			"margins just above 1",
			[]float64{1, e, e, last},
			2, 3*e*e*math.Log2E - last*(30+math.Log2E), 16 * math.SmallestNonzeroFloat64,
		},
	} {
		if got := MutualInformation(x.pairs, x.width); !(math.Abs(got-x.want) <= x.allowed) {
			t.Errorf("%s: I(X; Y) = %v, want %v", x.name, got, x.want)
		}
	}
	if got, want := ConditionalEntropy(parity, side), 8+odd; math.Abs(got-want) > 0x1p-50*want {
		t.Errorf("many pairs: H(Y|X) = %v, want %v", got, want)
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
