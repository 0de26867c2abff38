package info_test

import (
	"encoding/json"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// The values in testdata/exact.json were summed with 60 digits, by testdata/generate.py.
// Generated cases are compared with as many digits beside the kernels.
func TestExact(t *testing.T) {
	text, err := os.ReadFile("testdata/exact.json")
	if err != nil {
		t.Fatal(err)
	}
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
	if err := json.Unmarshal(text, &exact); err != nil {
		t.Fatal(err)
	}
	var h, h2, cross, d, js, pairs, margins, given, mutual oracle.Worst
	for _, c := range exact.Entropy {
		h.See(float64(info.Entropy(info.Must(c.P...))), c.Bits.exact(), c.Name)
	}
	for _, c := range exact.BinaryEntropy {
		h2.See(float64(info.BinaryEntropy(float64(c.P))), c.Bits.exact(), c.P)
	}
	for _, c := range append(exact.Pair, exact.Near...) {
		p, q := info.Must(c.P...), info.Must(c.Q...)
		cross.See(float64(info.CrossEntropy(p, q)), c.CrossBits.exact(), c.Name)
		d.See(float64(info.KullbackLeibler(p, q)), c.KLBits.exact(), c.Name)
		js.See(float64(info.JensenShannon(p, q)), c.JSBits.exact(), c.Name)
	}
	for _, c := range exact.Joint {
		j := mustJoint(t, c.P)
		pairs.See(float64(j.Entropy()), c.JointNats.bits(), c.Name)
		margins.See(float64(info.Entropy(j.X())), c.XNats.bits(), c.Name)
		margins.See(float64(info.Entropy(j.Y())), c.YNats.bits(), c.Name)
		given.See(float64(j.EntropyYGivenX()), c.YGivenX.bits(), c.Name)
		mutual.See(float64(j.MutualInformation()), c.MutualNats.bits(), c.Name)
	}
	// By how many units in the last place each may be off.
	h.Report(t, "H(p)", 2)
	h2.Report(t, "H(p) of a coin", 2)
	cross.Report(t, "H(p, q)", 2)
	d.Report(t, "D(p‖q)", 4)
	js.Report(t, "JS(p, q)", 4)
	pairs.Report(t, "H(X, Y)", 2)
	margins.Report(t, "H(X) and H(Y)", 2)
	given.Report(t, "H(Y|X)", 2)
	mutual.Report(t, "I(X; Y)", 4)
}

// A number is one of testdata: a float, or the text "+Inf".
type number float64

func (n *number) UnmarshalJSON(text []byte) error {
	x, err := strconv.ParseFloat(strings.Trim(string(text), `"`), 64)
	*n = number(x)
	return err
}

// exact is nil where n is infinite.
func (n number) exact() *big.Float {
	if math.IsInf(float64(n), 1) {
		return nil
	}
	return new(big.Float).SetPrec(200).SetFloat64(float64(n))
}

// bits is n nats in bits.
func (n number) bits() *big.Float { return new(big.Float).Quo(n.exact(), oracle.Ln2()) }
