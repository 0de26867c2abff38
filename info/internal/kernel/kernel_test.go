package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// What holds to the last bit, whatever is drawn.
func TestBitForBit(t *testing.T) {
	r := rand.New(rand.NewPCG(*seed, 7))
	for range *cases {
		p, q := drawPair(r)
		for name, x := range map[string]float64{
			"H(p)": CrossEntropy(p, p), "H(p, q)": CrossEntropy(p, q),
			"D(p‖q)": KullbackLeibler(p, q), "JS(p, q)": JensenShannon(p, q),
		} {
			if !(x >= 0) || math.Signbit(x) {
				t.Errorf("%s = %v of %v, %v", name, x, p, q)
			}
		}
		if d, js := KullbackLeibler(p, p), JensenShannon(p, p); d != 0 || js != 0 {
			t.Errorf("D(p‖p) = %v, JS(p, p) = %v of %v", d, js, p)
		}
		if a, b := JensenShannon(p, q), JensenShannon(q, p); a != b {
			t.Errorf("JS(p, q) = %v, JS(q, p) = %v of %v, %v", a, b, p, q)
		}
	}
}

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
	for _, slow := range []float64{0, 5e-324, 1} {
		for x := range n {
			p, q := slices.Repeat([]float64{0.25}, n), slices.Repeat([]float64{0.25}, n)
			p[x], q[x] = 0, slow
			if h := CrossEntropy(p, q); h != (n-1)/2. {
				t.Fatalf("with %v at %d, Σ p log₂ 1/q = %v, want %v", slow, x, h, (n-1)/2.)
			}
			p[x], q[x] = slow, 1
			want := (n-1)/2. + 0
			if h := CrossEntropy(p, q); h != want {
				t.Fatalf("with 1 at %d, Σ p log₂ 1/q = %v, want %v", x, h, want)
			}
		}
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
	} {
		if c.got != c.want && !(math.Abs(c.got-c.want) <= 4*0x1p-52*math.Abs(c.want)) {
			t.Errorf("%s = %v, want %v", c.name, c.got, c.want)
		}
	}
}

func TestTotal(t *testing.T) {
	x := slices.Repeat([]float64{0x1p-54}, 1<<10)
	x[0] = 1
	if got, want := Total(x), 1+(1<<10-1)*0x1p-54; got != want {
		t.Errorf("Total = %v, want %v", got, want)
	}
	if got := Total([]float64{1, math.Inf(1), 2}); got != math.Inf(1) {
		t.Errorf("Total = %v, want +Inf", got)
	}
	if got := Total(nil); got != 0 {
		t.Errorf("Total = %v, want 0", got)
	}
}
