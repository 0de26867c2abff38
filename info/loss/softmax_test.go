package loss_test

import (
	"fmt"
	"math"
	"testing"

	"crossentropy/info/loss"
)

func ExampleSoftmax() {
	p, err := loss.Softmax(math.Log(1), math.Log(2), math.Log(5))
	fmt.Printf("%.3f %.3f %.3f %v\n", p.P(0), p.P(1), p.P(2), err)
	_, err = loss.Softmax(1, math.NaN())
	fmt.Println(err)
	// Output:
	// 0.125 0.250 0.625 <nil>
	// loss: logits[1] = NaN, want a finite number or -Inf
}

func ExampleLogSoftmax() {
	l, err := loss.LogSoftmax(0, 1000)
	fmt.Println(l, err)
	// Output: [-1000 nats 0 nats] <nil>
}

func ExampleLogSumExp() {
	fmt.Printf("%.6f\n", loss.LogSumExp(1000, 1000))
	// Output: 1000.693147
}

func TestSoftmaxOfTheLargestFloat(t *testing.T) {
	p, err := loss.Softmax(0, math.MaxFloat64, math.MaxFloat64)
	if err != nil {
		t.Fatal(err)
	}
	if p.P(0) != 0 || p.P(1) != 0.5 || p.P(2) != 0.5 {
		t.Errorf("got %v, want 0, 1/2, 1/2", p)
	}
}

func TestLogSumExpSpecialCases(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		z    []float64
		want float64
	}{
		{nil, -inf},
		{[]float64{-inf}, -inf},
		{[]float64{-inf, -inf}, -inf},
		{[]float64{-inf, 3}, 3},
		{[]float64{inf, -inf}, inf},
		{[]float64{inf, nan}, nan},
		{[]float64{nan, 0}, nan},
		{[]float64{-1e308, 1e308}, 1e308},
		{[]float64{0, 0}, math.Ln2},
	} {
		if got := loss.LogSumExp(c.z...); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("LogSumExp(%v) = %v, want %v", c.z, got, c.want)
		}
	}
}
