package loss_test

import (
	"math"
	"slices"
	"testing"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// The plain lines of the doc comments.

func plainBinaryLogit(y, z float64) float64 {
	l := math.Log(1 + math.Exp(-math.Abs(z)))
	if z > 0 {
		return l + (1-y)*z
	}
	return l - y*z
}

func plainLogSumExp(z ...float64) float64 {
	top, sum := slices.Max(z), 0.0
	for _, zc := range z {
		sum += math.Exp(zc - top)
	}
	return top + math.Log(sum)
}

func TestPlainLines(t *testing.T) {
	for _, z := range []float64{-1000, -40, -1, 0, 1, 2.5, 40, 1000} {
		for _, y := range []float64{0, 0.25, 1} {
			nearly(t, "BinaryLogit", float64(loss.BinaryLogit(y, z)), plainBinaryLogit(y, z))
		}
		row := []float64{z, 0, -3}
		nearly(t, "LogSumExp", loss.LogSumExp(row...), plainLogSumExp(row...))
		q, err := loss.Softmax(row...)
		if err != nil {
			t.Fatal(err)
		}
		for c, qc := range q.All() {
			nearly(t, "Softmax", qc, math.Exp(row[c]-plainLogSumExp(row...)))
			cost, err := loss.CrossEntropy{}.Classes([][]float64{row}, []int{c}, nil)
			if err != nil {
				t.Fatal(err)
			}
			nearly(t, "CrossEntropy", float64(cost.Total), plainLogSumExp(row...)-row[c])
		}
	}
}

// Where bits and nats meet.
func TestBitsAndNats(t *testing.T) {
	for _, c := range []struct{ y, yhat float64 }{{1, 0.5}, {0.25, 0.75}, {0, 0.125}} {
		bits := info.CrossEntropy(info.Must(c.y, 1-c.y), info.Must(c.yhat, 1-c.yhat))
		nearly(t, "Binary", float64(loss.Binary(c.y, c.yhat)), math.Ln2*float64(bits))
		nearly(t, "Binary in bits", float64(loss.Binary(c.y, c.yhat).Bits()), float64(bits))
	}
}

func nearly(t *testing.T, name string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12*max(1, math.Abs(want))) {
		t.Errorf("%s is %v, want %v", name, got, want)
	}
}
