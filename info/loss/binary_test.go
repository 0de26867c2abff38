package loss_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
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

func TestBinaryLogitsWithoutPositives(t *testing.T) {
	sum, err := loss.BinaryLogits([]float64{math.Inf(-1), 0}, []float64{1, 0}, 0, nil)
	if err != nil || !slices.Equal(sum.Each, []info.Nats{0, math.Ln2}) || sum.Weight != 2 {
		t.Errorf("%v, %v", sum, err)
	}
}

func TestBinaryLogitsOfTheLargestWeight(t *testing.T) {
	sum, err := loss.BinaryLogits([]float64{800, 0}, []float64{1, 0}, math.MaxFloat64, nil)
	if err != nil || sum.Total != math.Ln2 {
		t.Errorf("%v, %v, want ln 2", sum, err)
	}
}

func TestBinaryLogitsRefuses(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		logits, targets []float64
		weight          float64
		grad            []float64
		want            string
	}{
		{[]float64{1}, nil, 1, nil, "loss: 0 targets, want 1, one a logit"},
		{[]float64{1}, []float64{1, 0}, 1, nil, "loss: 2 targets, want 1, one a logit"},
		{[]float64{1}, []float64{1}, 1, []float64{0, 0}, "loss: grad has 2 numbers, want 1"},
		{[]float64{1}, []float64{1}, -1, nil, "loss: posWeight = -1, want a finite number, not negative"},
		{[]float64{1}, []float64{1}, nan, nil, "loss: posWeight = NaN, want a finite number, not negative"},
		{[]float64{1}, []float64{1}, math.Inf(1), nil, "loss: posWeight = +Inf, want a finite number, not negative"},
		{[]float64{1, nan}, []float64{1, 1}, 1, nil, "loss: logits[1] = NaN, want a number"},
		{[]float64{1, 2}, []float64{1, 1.5}, 1, nil, "loss: targets[1] = 1.5, want 0 to 1"},
		{[]float64{1, 2}, []float64{1, -0.5}, 1, nil, "loss: targets[1] = -0.5, want 0 to 1"},
		{[]float64{1, 2}, []float64{nan, 1}, 1, nil, "loss: targets[0] = NaN, want 0 to 1"},
	} {
		if sum, err := loss.BinaryLogits(c.logits, c.targets, c.weight, c.grad); err == nil || err.Error() != c.want || sum.Each != nil {
			t.Errorf("%v, %v: %v, want %s", c.logits, c.targets, err, c.want)
		}
	}
}
