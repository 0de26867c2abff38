package loss_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"crossentropy/info/internal/oracle"
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

// Where the softmax loses digits if it is written plainly.
func TestSoftmaxWhereDigitsAreLost(t *testing.T) {
	var off softmaxErrors
	for _, z := range [][]float64{
		{50, 0, -1},              // the winner is ahead by 50
		{1e4 + 50, 1e4, 1e4 - 1}, // and far from 0
		{40, 0},                  // 1 − p is below a rounding unit
		{-745, 0},                // p is subnormal
		{0.1, -700.3, -3e-5},     // the difference of two logits is no float
		{800.6, 100.1, 3e-5},     // nor is this
		{4999.9, 4207, -5001},    // the largest is close to the limit of the table
		{-5000, -5001, -5002.5},
		{1e6, 1e6 + 1e-9, -1e6},
		{0, 0, math.Inf(-1)},
		make([]float64, 5000),
		append(make([]float64, 1000), 30, 8),
	} {
		off.see(t, z)
	}
	off.report(t)
}

func TestSoftmaxGenerated(t *testing.T) {
	r := rand.New(rand.NewPCG(uint64(*seed), 1))
	var off softmaxErrors
	for range *cases / 4 {
		z := make([]float64, 1+r.IntN(12))
		scale := math.Exp(8*r.Float64() - 2)
		offset := 1e4 * r.NormFloat64() * float64(r.IntN(2))
		for c := range z {
			z[c] = offset + scale*r.NormFloat64()
		}
		off.see(t, z)
	}
	off.report(t)
}

// softmaxErrors are those of what a row of logits gives: for each class its
// probability and the logarithm of that, for each target the loss and the slopes.
type softmaxErrors struct{ probability, logarithm, logSumExp, loss, slope worst }

func (e *softmaxErrors) see(t *testing.T, z []float64) {
	t.Helper()
	p, err := loss.Softmax(z...)
	if err != nil {
		t.Fatal(err)
	}
	logs, err := loss.LogSoftmax(z...)
	if err != nil {
		t.Fatal(err)
	}
	exact, costs := oracle.Softmax(z)
	top := slices.Index(z, slices.Max(z))
	exactly := new(big.Float).SetPrec(2000).SetFloat64(z[top])
	e.logSumExp.see(loss.LogSumExp(z...), exactly.Add(exactly, costs[top]), max(math.Abs(z[top]), math.Log(float64(len(z)))), z...)
	for c := range z {
		e.probability.see(p.P(c), exact[c], nearest(exact[c]), z...)
		if costs[c] == nil {
			if !math.IsInf(float64(logs[c]), -1) || p.P(c) != 0 {
				t.Errorf("class %d of %v has probability %v, %v", c, z, p.P(c), logs[c])
			}
			continue
		}
		e.logarithm.see(-float64(logs[c]), costs[c], nearest(costs[c]), z...)
		if c < 20 || c > len(z)-5 { // of many equal ones, some will do
			e.seeTarget(t, z, c, exact, costs[c])
		}
	}
}

func (e *softmaxErrors) seeTarget(t *testing.T, z []float64, y int, exact []*big.Float, cost *big.Float) {
	t.Helper()
	grad := like([][]float64{z})
	sum, err := (loss.CrossEntropy{}).Classes([][]float64{z}, []int{y}, grad)
	if err != nil {
		t.Fatal(err)
	}
	e.loss.see(float64(sum.Total), cost, nearest(cost), z...)
	lacks := new(big.Float).SetPrec(200) // 1 − p(y), as a sum in which nothing cancels
	for c, g := range grad[0] {
		if c != y {
			lacks.Add(lacks, exact[c])
			e.slope.see(g, exact[c], nearest(exact[c]), z...)
		}
	}
	e.slope.see(-grad[0][y], lacks, nearest(lacks), z...)
}

func (e *softmaxErrors) report(t *testing.T) {
	t.Helper()
	e.probability.report(t, "probability", ofLoss)
	e.logarithm.report(t, "its logarithm", ofLoss)
	e.logSumExp.report(t, "log-sum-exp", ofLogSumExp)
	e.loss.report(t, "loss", ofLoss)
	e.slope.report(t, "slope", ofLoss)
}

func nearest(x *big.Float) float64 {
	f, _ := x.Float64()
	return f
}

func TestSoftmaxRefuses(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		z    []float64
		want string
	}{
		{nil, "loss: logits is empty, want at least 1 class"},
		{[]float64{0, inf}, "loss: logits[1] = +Inf, want a finite number or -Inf"},
		{[]float64{math.NaN()}, "loss: logits[0] = NaN, want a finite number or -Inf"},
		{[]float64{-inf, -inf}, "loss: logits is -Inf in every class"},
	} {
		if _, err := loss.Softmax(c.z...); err == nil || err.Error() != c.want {
			t.Errorf("Softmax(%v): %v, want %s", c.z, err, c.want)
		}
		if _, err := loss.LogSoftmax(c.z...); err == nil || err.Error() != c.want {
			t.Errorf("LogSoftmax(%v): %v, want %s", c.z, err, c.want)
		}
	}
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

// What is behind the logits in memory stays as it is.
func TestLogSumExpOfAPart(t *testing.T) {
	inf := math.Inf(1)
	whole := []float64{math.NaN(), -inf, 7}
	for n := range whole {
		loss.LogSumExp(whole[:n]...)
	}
	if !math.IsNaN(whole[0]) || whole[1] != -inf || whole[2] != 7 {
		t.Errorf("whole = %v", whole)
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
