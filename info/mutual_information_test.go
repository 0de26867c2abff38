package info_test

import (
	"math"
	"math/big"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// Where x is y, they tell about each other all that there is to tell.
func TestKnowingAll(t *testing.T) {
	for bits := range 8 {
		rows := make([][]float64, 1<<bits)
		for x := range rows {
			rows[x] = make([]float64, len(rows))
			rows[x][x] = 1 / float64(len(rows))
		}
		j, err := info.NewJoint(rows)
		if err != nil {
			t.Fatal(err)
		}
		got, want := float64(j.MutualInformation()), float64(bits)
		if math.Abs(got-want) > want*0x1p-50 {
			t.Errorf("one of %d tells %v bits, want %v", len(rows), got, want)
		}
	}
}

// jointRoundings is how many roundings a pair's share of the mutual information
// takes: three logarithms of two each, their differences, the product, the last
// two sums, the sum over four pairs, and the unit.
const jointRoundings = 16

// Products of marginals as small as these lose digits, or become 0.
func TestTinyMarginals(t *testing.T) {
	for name, rows := range map[string][2][2]float64{
		"the product is 0":           {{1, 0}, {0, 0x1p-600}},
		"and the marginals differ":   {{1, 0x1p-500}, {0x1p-580, 0x1p-600}},
		"the product is a digit off": {{1, 1.2 * 0x1p-537}, {1.2 * 0x1p-537, 0x1p-1000}},
	} {
		j := joint(t, rows)
		want, limit := mutual(rows, j.X(), j.Y())
		got := big.NewFloat(float64(j.MutualInformation()))
		if off := new(big.Float).Sub(got, want); off.Abs(off).Cmp(limit) > 0 {
			t.Errorf("%s: I(X; Y) = %.6g, want %.6g", name, got, want)
		}
	}
}

func TestTinyMarginalsFirst(t *testing.T) {
	j, err := info.NewJoint([][]float64{{0x1p-600, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5}})
	if err != nil {
		t.Fatal(err)
	}
	if i := j.MutualInformation(); i != 1 {
		t.Errorf("I(X; Y) = %v, want 1 bit", i)
	}
}

// Many shares of the information, each too small to show beside the largest.
func TestTinyMarginalsAddUp(t *testing.T) {
	const many, large, small = 300, 0x1p-512, 0x1p-567
	rows := make([][]float64, 2+many)
	for x := range rows {
		rows[x] = make([]float64, len(rows))
		rows[x][x] = small
	}
	rows[0][0], rows[1][1] = 1, large
	j, err := info.NewJoint(rows)
	if err != nil {
		t.Fatal(err)
	}
	const want = large*(512+math.Log2E) + many*small*(567+math.Log2E) // the rows sum to a little above 1
	if got := float64(j.MutualInformation()); math.Abs(got-want) > 0x1p-50*want {
		t.Errorf("I(X; Y) = %v, want %v", got, float64(want))
	}
}

// mutual is Σ p log₂ p/ab + (ab − p)/ln 2, where no pair's share is negative, and
// how far rounding may move it: in proportion to what is added, and by some of
// the smallest floats.
func mutual(rows [2][2]float64, px, py info.Distribution) (sum, limit *big.Float) {
	sum, limit = new(big.Float).SetPrec(2000), big.NewFloat(jointRoundings*math.SmallestNonzeroFloat64)
	add := func(weight, factor *big.Float) {
		term := new(big.Float).SetPrec(2000).Mul(weight, factor)
		sum.Add(sum, term)
		limit.Add(limit, term.Mul(term.Abs(term), big.NewFloat(jointRoundings*0x1p-53)))
	}
	perNat := new(big.Float).Quo(big.NewFloat(1), oracle.Log(2))
	for x, a := range px.All() {
		for y, b := range py.All() {
			p := big.NewFloat(rows[x][y])
			apart := new(big.Float).SetPrec(200).Mul(big.NewFloat(a), big.NewFloat(b))
			if p.Cmp(apart) == 0 {
				continue // no share at all, and no rounding
			}
			add(apart, perNat)
			minus := new(big.Float).Neg(p)
			add(minus, perNat)
			if p.Sign() > 0 {
				add(p, oracle.Log2(rows[x][y]))
				add(minus, oracle.Log2(a))
				add(minus, oracle.Log2(b))
			}
		}
	}
	return sum, limit
}

// Beside 1, what the margins have more than 1 is lost in floats, and counts: with
// e = 2⁻⁵¹⁵ the pair of margins 1 + e is 2e above a probability of 1, which has a
// share of 2e² nats, and another pair has e², less what its own 2⁻¹⁰⁶⁰ takes away.
func TestMarginsJustAboveOne(t *testing.T) {
	const e = 0x1p-515
	got := float64(joint(t, [2][2]float64{{1, e}, {e, 0x1p-1060}}).MutualInformation())
	want := 3*e*e*math.Log2E - 0x1p-1060*(30+math.Log2E)
	if math.Abs(got-want) > jointRoundings*math.SmallestNonzeroFloat64 {
		t.Errorf("I(X; Y) = %v, want %v", got, want)
	}
}

// Ratios of p(x, y) to p(x)·p(y) a little beyond 1, where what rounding takes from
// the product is many units in the last place of what the pairs tell.
func TestNearlyIndependent(t *testing.T) {
	for _, rows := range [][][]float64{
		{{0.0005709341243035646, 0.026367086820261888}, {0.019295750969810236, 0.9537662280856243}},
		{{0.01, 0.09}, {0.081, 0.819}},
		{{0.28, 0.3}, {0.2, 0.22}},
		{ // margins that no float has, and a billionth moved
			{0.03 + 1e-9, 0.03 - 1e-9, 0.04},
			{0.06 - 1e-9, 0.06 + 1e-9, 0.08},
			{0.21, 0.21, 0.28},
		},
	} {
		j, err := info.NewJoint(rows)
		if err != nil {
			t.Fatal(err)
		}
		i := float64(j.MutualInformation())
		if u := ulps(i, oracle.MutualInformation(rows)); u > ofMutual {
			t.Errorf("I(X; Y) = %v of %v is off by %.3g ulp", i, rows, u)
		}
	}
}

// Where X and Y are independent, they tell nothing about each other, but for what
// these probabilities exceed a sum of 1, (1 + a)(1 + b). Where the product of two
// loses digits, rounding must not make it less than nothing.
func TestIndependentToTheLastDigit(t *testing.T) {
	for n := 1000; n <= 1074; n++ {
		for k := 60; k <= n-60; k++ {
			a, b := math.Ldexp(1, -k), math.Ldexp(1, k-n)
			i := joint(t, [2][2]float64{{1, b}, {a, a * b}}).MutualInformation()
			if limit := (a + b) * (a + b); !(i >= 0) || float64(i) > limit && n <= 1022 {
				t.Errorf("of probabilities %v and %v: I(X; Y) = %v, want %v at most", a, b, float64(i), limit)
			}
		}
	}
}

// Independent variables so rare that their product is a subnormal, whose logarithm
// is rounded.
func TestNoNegativeInformation(t *testing.T) {
	for e := -1024; e <= -990; e++ {
		a, b := 0x1p-20, math.Ldexp(1, e)
		j := joint(t, [2][2]float64{{1 - a, (1 - a) * b}, {a, math.Ldexp(1+0x1p-45, e-20)}})
		if i := j.MutualInformation(); !(i >= 0) {
			t.Errorf("I(X; Y) = %v of independent variables, b = 2^%d", float64(i), e)
		}
	}
}
