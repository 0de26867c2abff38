package info_test

import (
	"encoding/json"
	"flag"
	"math"
	"math/big"
	"math/rand"
	"os"
	"testing"

	"crossentropy/info"
	"crossentropy/info/arbitrary"
	"crossentropy/info/internal/oracle"
)

var (
	cases = flag.Int("cases", 500, "how many generated `cases` to compare with 40 digits")
	seed  = flag.Int64("seed", 1, "what to generate them from")
)

// How far each quantity may be off, in units in the last place.
const (
	ofEntropy    = 2
	ofDivergence = 4
	ofGiven      = 4
	ofMutual     = 8 // for the margins and their product
)

// The values in testdata/exact.json were summed with 60 digits, by
// testdata/generate.py.
func TestExact(t *testing.T) {
	var exact struct {
		Entropy []struct {
			Name string
			P    []float64
			Bits number
		}
		Pair, Near []struct {
			Name      string
			P, Q      []float64
			CrossBits number `json:"cross_bits"`
			KLBits    number `json:"kl_bits"`
			JSBits    number `json:"js_bits"`
		}
		Joint []struct {
			Name       string
			P          [][]float64
			JointNats  number `json:"joint_nats"`
			XNats      number `json:"x_nats"`
			YNats      number `json:"y_nats"`
			YGivenX    number `json:"y_given_x_nats"`
			MutualNats number `json:"mutual_nats"`
		}
		BinaryEntropy []struct{ P, Bits number } `json:"binary_entropy"`
	}
	read(t, "testdata/exact.json", &exact)

	var w worstOfEach
	var margins worst
	for _, c := range exact.Entropy {
		w.h.see(float64(info.Entropy(checked(t, c.P))), c.Bits.exact(), c.Name)
	}
	for _, c := range exact.BinaryEntropy {
		w.h2.see(float64(info.BinaryEntropy(float64(c.P))), c.Bits.exact(), c.P)
	}
	for _, c := range append(exact.Pair, exact.Near...) {
		p, q := checked(t, c.P), checked(t, c.Q)
		w.cross.see(float64(info.CrossEntropy(p, q)), c.CrossBits.exact(), c.Name)
		w.d.see(float64(info.KullbackLeibler(p, q)), c.KLBits.exact(), c.Name)
		w.js.see(float64(info.JensenShannon(p, q)), c.JSBits.exact(), c.Name)
	}
	for _, c := range exact.Joint {
		j, err := info.NewJoint(c.P)
		if err != nil {
			t.Fatal(c.Name, err)
		}
		w.pairs.see(float64(j.Entropy()), c.JointNats.bits(), c.Name)
		margins.see(float64(info.Entropy(j.X())), c.XNats.bits(), c.Name)
		margins.see(float64(info.Entropy(j.Y())), c.YNats.bits(), c.Name)
		w.given.see(float64(j.EntropyYGivenX()), c.YGivenX.bits(), c.Name)
		w.mutual.see(float64(j.MutualInformation()), c.MutualNats.bits(), c.Name)
	}
	w.report(t)
	margins.report(t, "H(X) and H(Y)", ofEntropy)
}

// Every shape that the claims are tried on, against 40 digits.
func TestGenerated(t *testing.T) {
	r := rand.New(rand.NewSource(*seed))
	var w worstOfEach
	for range *cases {
		p, _ := arbitrary.Distributions.Draw(r)
		see(&w.h, info.Entropy(p), oracle.CrossEntropy(floats(p), floats(p)), p)

		coin, _ := arbitrary.Probabilities.Draw(r)
		see(&w.h2, info.BinaryEntropy(coin), binaryEntropy(coin), coin)

		pair, _ := arbitrary.Pairs.Draw(r)
		if r.Intn(4) == 0 {
			pair, _ = arbitrary.ClosePairs.Draw(r)
		}
		p, q := pair.P, pair.Q
		see(&w.cross, info.CrossEntropy(p, q), oracle.CrossEntropy(floats(p), floats(q)), pair)
		see(&w.d, info.KullbackLeibler(p, q), oracle.KullbackLeibler(floats(p), floats(q)), pair)
		see(&w.js, info.JensenShannon(p, q), oracle.JensenShannon(floats(p), floats(q)), pair)

		j, _ := arbitrary.Joints.Draw(r)
		rows, cells := arbitrary.Rows(j), floats(j.Pairs())
		see(&w.pairs, j.Entropy(), oracle.CrossEntropy(cells, cells), j)
		see(&w.given, j.EntropyYGivenX(), oracle.EntropyYGivenX(rows), j)
		if want := oracle.MutualInformation(rows); float(want) > indistinct {
			see(&w.mutual, j.MutualInformation(), want, j)
		}
	}
	w.report(t)
}

// A worstOfEach has the worst case of each quantity.
type worstOfEach struct{ h, h2, cross, d, js, pairs, given, mutual worst }

func (w *worstOfEach) report(t *testing.T) {
	t.Helper()
	w.h.report(t, "H(p)", ofEntropy)
	w.h2.report(t, "H(p) of a coin", ofEntropy)
	w.cross.report(t, "H(p, q)", ofEntropy)
	w.d.report(t, "D(p‖q)", ofDivergence)
	w.js.report(t, "JS(p, q)", ofDivergence)
	w.pairs.report(t, "H(X, Y)", ofEntropy)
	w.given.report(t, "H(Y|X)", ofGiven)
	w.mutual.report(t, "I(X; Y)", ofMutual)
}

// noise is where the digits of the oracle end. Below indistinct, X and Y are as
// independent as floats can make them, and what they tell about each other is what
// rounding made of their probabilities.
const (
	noise      = 1e-45
	indistinct = 0x1p-100
)

// see leaves out what is 0 but for the oracle's last digits: the claims hold it to
// that exactly.
func see(w *worst, got info.Bits, want *big.Float, at any) {
	if want == nil || math.Abs(float(want)) > noise {
		w.see(float64(got), want, at)
	}
}

// binaryEntropy is that of p and 1 − p, to 40 digits of the smaller term too.
func binaryEntropy(p float64) *big.Float {
	h := new(big.Float).SetPrec(200)
	exact := new(big.Float).SetPrec(1200).SetFloat64(p)
	other := new(big.Float).Sub(big.NewFloat(1).SetPrec(1200), exact)
	for _, share := range []*big.Float{exact, other} {
		if share.Sign() > 0 {
			l := oracle.Log2Of(share)
			h.Sub(h, l.Mul(l, share))
		}
	}
	return h
}

func floats(d info.Distribution) []float64 {
	p := make([]float64, d.Len())
	for x, px := range d.All() {
		p[x] = px
	}
	return p
}

func checked(t *testing.T, p []float64) info.Distribution {
	t.Helper()
	d, err := info.New(p...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(text, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A number is one of testdata: a float, or the text "+Inf".
type number float64

func (n *number) UnmarshalJSON(text []byte) error {
	if string(text) == `"+Inf"` {
		*n = number(math.Inf(1))
		return nil
	}
	return json.Unmarshal(text, (*float64)(n))
}

// exact is nil where n is infinite.
func (n number) exact() *big.Float {
	if math.IsInf(float64(n), 1) {
		return nil
	}
	return new(big.Float).SetPrec(200).SetFloat64(float64(n))
}

// bits is n nats in bits.
func (n number) bits() *big.Float {
	return new(big.Float).Quo(n.exact(), oracle.Log(2))
}

func TestNoAllocations(t *testing.T) {
	p := checked(t, []float64{0.5, 0.25, 0.125, 0.125, 0})
	q := info.Uniform(p.Len())
	for name, f := range map[string]func(){
		"Entropy":         func() { info.Entropy(p) },
		"CrossEntropy":    func() { info.CrossEntropy(p, q) },
		"KullbackLeibler": func() { info.KullbackLeibler(p, q) },
		"JensenShannon":   func() { info.JensenShannon(p, q) },
	} {
		if n := testing.AllocsPerRun(100, f); n > 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}
