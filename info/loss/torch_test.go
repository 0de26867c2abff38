package loss_test

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crossentropy/info/loss"
)

// The values in testdata/torch.json are PyTorch's, with float64 tensors, by
// generate.py beside it. PyTorch loses digits, and may differ by that much.
const (
	torchRelative = 1e-12
	torchOfLogit  = 1e-14
)

// A torchCase is one call of a loss of PyTorch's, and what it returned.
type torchCase struct {
	Name       string
	Reduction  string
	Loss, Grad []number
}

// A number may be "+Inf", "-Inf" or "NaN".
type number float64

func (n *number) UnmarshalJSON(text []byte) error {
	x, err := strconv.ParseFloat(strings.Trim(string(text), `"`), 64)
	*n = number(x)
	return err
}

func TestTorch(t *testing.T) {
	text, err := os.ReadFile("../testdata/torch.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Classes []struct {
			torchCase
			Logits    [][]float64
			Soft      bool
			Target    json.RawMessage
			Weight    []float64
			Ignore    *int    `json:"ignore_index"`
			Smoothing float64 `json:"label_smoothing"`
		} `json:"cross_entropy"`
		Binary []struct {
			torchCase
			Logits, Target []float64
			PosWeight      *float64 `json:"pos_weight"`
		} `json:"bce_with_logits"`
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	for _, c := range file.Classes {
		l := loss.CrossEntropy{Weight: c.Weight, Ignore: c.Ignore, Smoothing: c.Smoothing}
		grad := like(c.Logits)
		var sum loss.Sum
		var err error
		if c.Soft {
			sum, err = l.Soft(c.Logits, decoded[[][]float64](t, c.Target), grad)
		} else {
			sum, err = l.Classes(c.Logits, decoded[[]int](t, c.Target), grad)
		}
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		c.compare(t, sum, slices.Concat(grad...), slices.Concat(c.Logits...))
	}
	for _, c := range file.Binary {
		weight := 1.0
		if c.PosWeight != nil {
			weight = *c.PosWeight
		}
		grad := make([]float64, len(c.Logits))
		sum, err := loss.BinaryLogits(c.Logits, c.Target, weight, grad)
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		c.compare(t, sum, grad, c.Logits)
	}
	t.Logf("%d cases of classes, %d of two", len(file.Classes), len(file.Binary))
}

func decoded[T any](t *testing.T, text []byte) (v T) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// compare compares a sum and its gradient with what PyTorch says.
func (c torchCase) compare(t *testing.T, sum loss.Sum, grad, logits []float64) {
	t.Helper()
	var losses []float64
	divisor := 1.0
	switch c.Reduction {
	case "none":
		for _, l := range sum.Each {
			losses = append(losses, float64(l))
		}
	case "sum":
		losses = []float64{float64(sum.Total)}
	case "mean":
		losses = []float64{float64(sum.Mean())}
		if sum.Weight > 0 { // or else no row counts, and the gradient is 0
			divisor = sum.Weight
		}
	default:
		t.Fatalf("%s: reduction %q", c.Name, c.Reduction)
	}
	if len(losses) != len(c.Loss) || len(grad) != len(c.Grad) {
		t.Fatalf("%s: %d losses and %d slopes, PyTorch has %d and %d",
			c.Name, len(losses), len(grad), len(c.Loss), len(c.Grad))
	}
	for i := range grad {
		grad[i] /= divisor
	}
	want := slices.Concat(c.Loss, c.Grad)
	for i, got := range append(losses, grad...) {
		allowed := torchRelative * math.Abs(float64(want[i]))
		for _, z := range logits {
			allowed = max(allowed, torchOfLogit*math.Abs(z))
		}
		off := math.Abs(got - float64(want[i]))
		if !(off <= allowed) && !(math.IsNaN(got) && math.IsNaN(float64(want[i]))) {
			t.Errorf("%s: loss or slope %d is %v, PyTorch has %v", c.Name, i, got, want[i])
		}
	}
}

// like is rows as long as those of logits, full of what no gradient is.
func like(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = slices.Repeat([]float64{math.NaN()}, len(z))
	}
	return rows
}
