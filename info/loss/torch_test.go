package loss_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
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
	s, err := strconv.Unquote(string(text))
	if err != nil {
		s = string(text)
	}
	x, err := strconv.ParseFloat(s, 64)
	*n = number(x)
	return err
}

// same compares a sum and its gradient, row by row, with what PyTorch says.
func (c torchCase) same(t *testing.T, sum loss.Sum, grad [][]float64, largest float64) {
	t.Helper()
	var got []float64
	divisor := 1.0
	switch c.Reduction {
	case "none":
		for _, l := range sum.Each {
			got = append(got, float64(l))
		}
	case "sum":
		got = []float64{float64(sum.Total)}
	case "mean":
		got = []float64{float64(sum.Mean())}
		if sum.Weight > 0 { // or else no row counts, and the gradient is 0
			divisor = sum.Weight
		}
	default:
		t.Fatalf("%s: reduction %q", c.Name, c.Reduction)
	}
	agree(t, c.Name+": loss", got, c.Loss, largest)
	got = nil
	for _, row := range grad {
		for _, g := range row {
			got = append(got, g/divisor)
		}
	}
	agree(t, c.Name+": gradient", got, c.Grad, largest)
}

func agree(t *testing.T, what string, got []float64, want []number, largest float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d numbers, want %d", what, len(got), len(want))
	}
	for i, w := range want {
		allowed := max(torchRelative*math.Abs(float64(w)), torchOfLogit*largest)
		if math.IsNaN(float64(w)) && math.IsNaN(got[i]) {
			continue
		}
		if off := math.Abs(got[i] - float64(w)); !(off <= allowed) {
			t.Errorf("%s[%d] = %v, PyTorch has %v, %.3g away of %.3g allowed", what, i, got[i], w, off, allowed)
		}
	}
}

func readTorch(t *testing.T, into any) {
	t.Helper()
	text, err := os.ReadFile("../testdata/torch.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatal(err)
	}
}

func TestTorchCrossEntropy(t *testing.T) {
	var file struct {
		Cases []struct {
			torchCase
			Logits    [][]float64
			Soft      bool
			Target    json.RawMessage
			Weight    []float64
			Ignore    *int    `json:"ignore_index"`
			Smoothing float64 `json:"label_smoothing"`
		} `json:"cross_entropy"`
	}
	readTorch(t, &file)
	for _, c := range file.Cases {
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
		c.same(t, sum, grad, largest(c.Logits))
	}
	t.Logf("%d cases", len(file.Cases))
}

func TestTorchBinary(t *testing.T) {
	var file struct {
		Cases []struct {
			torchCase
			Logits, Target []float64
			PosWeight      *float64 `json:"pos_weight"`
		} `json:"bce_with_logits"`
	}
	readTorch(t, &file)
	for _, c := range file.Cases {
		weight := 1.0
		if c.PosWeight != nil {
			weight = *c.PosWeight
		}
		grad := like([][]float64{c.Logits})
		sum, err := loss.BinaryLogits(c.Logits, c.Target, weight, grad[0])
		if err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
		c.same(t, sum, grad, largest([][]float64{c.Logits}))
	}
	t.Logf("%d cases", len(file.Cases))
}

func decoded[T any](t *testing.T, text []byte) (v T) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// like is rows as long as those of logits, full of what no gradient is.
func like(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = make([]float64, len(z))
		for c := range rows[i] {
			rows[i][c] = math.NaN()
		}
	}
	return rows
}

func largest(rows [][]float64) (most float64) {
	for _, row := range rows {
		for _, x := range row {
			most = max(most, math.Abs(x))
		}
	}
	return most
}
