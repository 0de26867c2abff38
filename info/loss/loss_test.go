package loss_test

import (
	"fmt"
	"math"
	"testing"

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
		{float64(loss.Binary(-0.1, 0.5)), nan},
		{float64(loss.Binary(0.5, 1.1)), nan},
		{float64(loss.Binary(nan, 0.5)), nan},
		{float64(loss.Binary(0.5, nan)), nan},
		{float64(loss.BinaryLogit(1, inf)), 0},
		{float64(loss.BinaryLogit(0, -inf)), 0},
		{float64(loss.BinaryLogit(0, inf)), inf},
		{float64(loss.BinaryLogit(1, -inf)), inf},
		{float64(loss.BinaryLogit(0.5, inf)), inf},
		{float64(loss.BinaryLogit(2, 0)), nan},
		{float64(loss.BinaryLogit(1, nan)), nan},
		{loss.BinaryLogitGradient(1, inf), 0},
		{loss.BinaryLogitGradient(0, -inf), 0},
		{loss.BinaryLogitGradient(1, -inf), -1},
		{loss.BinaryLogitGradient(0, inf), 1},
		{loss.BinaryLogitGradient(-1, 0), nan},
		{loss.BinaryLogitGradient(1, nan), nan},
	} {
		if c.got != c.want && !(math.IsNaN(c.got) && math.IsNaN(c.want)) {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
}

// The bounds are tested closely, from both sides, and where the other argument
// lets only one of the two terms count.
func TestOutsideTheUnitInterval(t *testing.T) {
	for _, bad := range []float64{-0.1, 1.1, math.NaN(), math.Inf(1), math.Inf(-1)} {
		for _, x := range []float64{0, 0.5, 1} {
			for name, got := range map[string]float64{
				"Binary(%v, %v)":              float64(loss.Binary(bad, x)),
				"Binary(%[2]v, %[1]v)":        float64(loss.Binary(x, bad)),
				"BinaryLogit(%v, %v)":         float64(loss.BinaryLogit(bad, x)),
				"BinaryLogitGradient(%v, %v)": loss.BinaryLogitGradient(bad, x),
			} {
				if !math.IsNaN(got) {
					t.Errorf(name+" = %[3]v, want NaN", bad, x, got)
				}
			}
		}
	}
}

// A right forecast is pulled by what it still lacks, to the last digit and below
// what 1 − ŷ could tell, and both classes alike.
func TestSlopeOfRightForecasts(t *testing.T) {
	for z := 0x1p-4; z <= 700; z += 0x1p-4 {
		lack := loss.Sigmoid(-z)
		if lack <= 0 {
			t.Fatalf("Sigmoid(%v) = %v", -z, lack)
		}
		if got := loss.BinaryLogitGradient(0, -z); got != lack {
			t.Errorf("slope of y = 0, z = %v is %v, want %v", -z, got, lack)
		}
		if got := loss.BinaryLogitGradient(1, z); got != -lack {
			t.Errorf("slope of y = 1, z = %v is %v, want %v", z, got, -lack)
		}
	}
}

// Where the forecast is nearly right, what is left is small, and each of these
// has an expression that would round it away.
func TestSmallValues(t *testing.T) {
	const roundings = 4 * 0x1p-53 // of an exponential, a sum, a quotient and a logarithm
	for _, z := range []float64{-10, -40, -100, -700} {
		forecast := math.Exp(z) / (1 + math.Exp(z))
		for _, c := range []struct {
			what      string
			got, want float64
		}{
			{"Sigmoid(z)", loss.Sigmoid(z), forecast},
			{"BinaryLogitGradient(0, z)", loss.BinaryLogitGradient(0, z), forecast},
			{"BinaryLogitGradient(1, −z)", loss.BinaryLogitGradient(1, -z), -forecast},
			{"BinaryLogit(0, z)", float64(loss.BinaryLogit(0, z)), math.Log1p(math.Exp(z))},
			{"BinaryLogit(1, −z)", float64(loss.BinaryLogit(1, -z)), math.Log1p(math.Exp(z))},
			{"Binary(0, ŷ)", float64(loss.Binary(0, forecast)), -math.Log1p(-forecast)},
		} {
			if off := math.Abs(c.got - c.want); !(off <= roundings*math.Abs(c.want)) {
				t.Errorf("z = %v: %s = %v, want %v", z, c.what, c.got, c.want)
			}
		}
	}
}
