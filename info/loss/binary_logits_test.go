package loss_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/loss"
)

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
