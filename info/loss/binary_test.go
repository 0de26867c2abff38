package loss_test

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
	"crossentropy/info/loss"
)

func ExampleBinary() {
	fmt.Println(loss.Binary(1, 0.8), loss.Binary(0, 0.8), loss.Binary(0, 1))
	// Output: 0.2231 nats 1.609 nats ∞ nats
}

func ExampleBinaryLogit() {
	fmt.Println(loss.BinaryLogit(0, 40), loss.BinaryLogit(1, 40))
	// Output: 40 nats 4.248e-18 nats
}

func ExampleBinaryLogitGradient() {
	fmt.Println(loss.BinaryLogitGradient(1, 0), loss.BinaryLogitGradient(0, 0))
	// Output: -0.5 0.5
}

func ExampleSigmoid() {
	fmt.Println(loss.Sigmoid(0), loss.Sigmoid(math.Log(4)))
	// Output: 0.5 0.8
}

func TestSpecialCases(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct{ got, want float64 }{
		{float64(loss.Binary(1, 1)), 0},
		{float64(loss.Binary(0, 0)), 0},
		{float64(loss.Binary(1, 0)), inf},
		{float64(loss.Binary(0, 1)), inf},
		{float64(loss.Binary(0.5, 1)), inf},
		{float64(loss.Binary(1, 5e-324)), 1074 * math.Ln2},
		{float64(loss.BinaryLogit(1, inf)), 0},
		{float64(loss.BinaryLogit(0, -inf)), 0},
		{float64(loss.BinaryLogit(0, inf)), inf},
		{float64(loss.BinaryLogit(1, -inf)), inf},
		{float64(loss.BinaryLogit(0.5, inf)), inf},
		{float64(loss.BinaryLogit(1, nan)), nan},
		// Beyond logits of 1e9 all digits are in the product with the weight.
		{float64(loss.BinaryLogit(0, 1e300)), 1e300},
		{float64(loss.BinaryLogit(0.25, 1e300)), 0.75e300},
		{float64(loss.BinaryLogit(1, 1e300)), 0},
		{loss.BinaryLogitGradient(0.25, 1e300), 0.75},
		{loss.BinaryLogitGradient(1, inf), 0},
		{loss.BinaryLogitGradient(0, -inf), 0},
		{loss.BinaryLogitGradient(1, -inf), -1},
		{loss.BinaryLogitGradient(0, inf), 1},
		{loss.BinaryLogitGradient(1, nan), nan},
	} {
		if c.got != c.want && !(math.IsNaN(c.got) && math.IsNaN(c.want)) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	for _, bad := range []float64{-0.1, 1.1, nan, inf, -inf} {
		for _, x := range []float64{0, 0.5, 1} { // at its ends only one of the terms counts
			for i, got := range []float64{
				float64(loss.Binary(bad, x)), float64(loss.Binary(x, bad)),
				float64(loss.BinaryLogit(bad, x)), loss.BinaryLogitGradient(bad, x),
			} {
				if !math.IsNaN(got) {
					t.Errorf("of %v and %v, function %d returns %v, want NaN", bad, x, i, got)
				}
			}
		}
	}
}

func ExampleBinaryLogits() {
	grad := make([]float64, 2)
	sum, err := loss.BinaryLogits([]float64{0, 0}, []float64{1, 0}, 3, grad)
	fmt.Println(sum.Each, sum.Mean(), grad, err)
	// Output: [2.079 nats 0.6931 nats] 1.386 nats [-1.5 0.5] <nil>
}

// With a weight of 1 a batch is its cases, and infinite logits cost as alone.
func TestBinaryLogitsOneByOne(t *testing.T) {
	inf := math.Inf(1)
	for _, z := range []float64{-inf, -800, -40, -1, 0, 0.5, 40, inf} {
		for _, y := range []float64{0, 1} {
			grad := []float64{math.NaN()}
			sum, err := loss.BinaryLogits([]float64{z}, []float64{y}, 1, grad)
			if want := loss.BinaryLogit(y, z); err != nil || sum.Total != want || sum.Each[0] != want {
				t.Errorf("y = %v, z = %v costs %v, %v, want %v", y, z, sum.Total, err, want)
			}
			if want := loss.BinaryLogitGradient(y, z); grad[0] != want {
				t.Errorf("y = %v, z = %v has slope %v, want %v", y, z, grad[0], want)
			}
		}
	}
}

// Weights of 0 and the largest leave what they do not multiply as it is.
func TestBinaryLogitsOfExtremeWeights(t *testing.T) {
	for _, c := range []struct {
		first, weight float64
	}{{math.Inf(-1), 0}, {2000, math.MaxFloat64}} {
		sum, err := loss.BinaryLogits([]float64{c.first, 0}, []float64{1, 0}, c.weight, nil)
		if err != nil || !slices.Equal(sum.Each, []info.Nats{0, math.Ln2}) || sum.Weight != 2 {
			t.Errorf("posWeight %v: %v, %v", c.weight, sum, err)
		}
	}
}

// A weight makes digits of a cost, and of a slope, that is too small for a float without it.
func TestBinaryLogitsFarAhead(t *testing.T) {
	for _, c := range []struct{ z, posWeight float64 }{
		{751, 1e51}, {700, 1e10}, {720, 1e300}, {1400, math.MaxFloat64},
	} {
		grad := []float64{math.NaN()}
		sum, err := loss.BinaryLogits([]float64{c.z}, []float64{1}, c.posWeight, grad)
		p, _ := oracle.Softmax([]float64{0, c.z})
		exact := p[0].Mul(p[0], big.NewFloat(c.posWeight)) // as ln (1 + e⁻ᶻ) is e⁻ᶻ, and the slope −e⁻ᶻ
		want := oracle.Float(exact)
		if err != nil || !close(float64(sum.Total), want, rounding) || !close(-grad[0], want, rounding) {
			t.Errorf("%+v costs %v, %v, with slope %v, want %v", c, float64(sum.Total), err, grad[0], want)
		}
	}
}
