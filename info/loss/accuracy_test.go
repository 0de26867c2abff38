package loss_test

import (
	"encoding/json"
	"flag"
	"math"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"crossentropy/info/internal/oracle"
	"crossentropy/info/loss"
)

var (
	cases = flag.Int("cases", 2000, "how many drawn `cases` to compare with 40 digits")
	seed  = flag.Uint64("seed", 1, "what to draw them from")
)

// A loss may be off by so many units in the last place. So may a slope where y is
// 0 or 1. Elsewhere it is a difference, and is measured by what it is one of.
const (
	ofLoss       = 4
	ofDifference = 2
	ofLogSumExp  = 3 // of the largest logit, or ln n if that is larger
)

// The values in testdata/exact.json were summed with 60 digits, by generate.py beside it.
// Those of drawn cases are the oracle's.
func TestExactBinary(t *testing.T) {
	text, err := os.ReadFile("../testdata/exact.json")
	if err != nil {
		t.Fatal(err)
	}
	var exact struct {
		Binary []struct {
			Y, Nats           float64
			Yhat, Logit, Grad *float64
		}
	}
	if err := json.Unmarshal(text, &exact); err != nil {
		t.Fatal(err)
	}
	var off binaryErrors
	for _, c := range exact.Binary {
		if c.Yhat != nil {
			off.forecast.See(float64(loss.Binary(c.Y, *c.Yhat)), big.NewFloat(c.Nats), *c.Yhat)
			continue
		}
		off.see(c.Y, *c.Logit, big.NewFloat(c.Nats), big.NewFloat(*c.Grad))
	}
	r := rand.New(rand.NewPCG(*seed, 1))
	for range *cases {
		y := float64(r.IntN(65)) / 64
		if r.IntN(3) > 0 {
			y = float64(r.IntN(2))
		}
		yhat := oracle.Probability(r)
		off.forecast.See(float64(loss.Binary(y, yhat)), oracle.Binary(y, yhat), []float64{y, yhat})
		z := 10 * r.NormFloat64()
		if r.IntN(2) == 0 {
			z = math.Copysign(oracle.LogUniform(r, 1e-300, 1e9), z)
		}
		want, slope := oracle.BinaryLogit(y, z)
		off.see(y, z, want, slope)
	}
	off.forecast.Report(t, "loss of a forecast", ofLoss)
	off.logit.Report(t, "loss of a logit", ofLoss)
	off.slope.Report(t, "slope, y 0 or 1", ofLoss)
	off.between.Report(t, "slope, y between", ofDifference)
}

// binaryErrors are those of the losses of two classes, and of slopes where y is 0 or 1 and
// where it is between.
type binaryErrors struct{ forecast, logit, slope, between oracle.Worst }

func (e *binaryErrors) see(y, z float64, want, slope *big.Float) {
	at := []float64{y, z}
	e.logit.See(float64(loss.BinaryLogit(y, z)), want, at)
	if got := loss.BinaryLogitGradient(y, z); y == 0 || y == 1 {
		e.slope.See(got, slope, at)
	} else {
		e.between.SeeBeside(got, slope, max(loss.Sigmoid(z), y), at)
	}
}

// Rows where the softmax loses digits if it is written plainly, and drawn ones.
func TestExactSoftmax(t *testing.T) {
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
		{0, 0, math.Inf(-1)}, // masked
		make([]float64, 5000),
		append(make([]float64, 1000), 30, 8),
	} {
		off.see(t, z)
	}
	r := rand.New(rand.NewPCG(*seed, 2))
	for range *cases / 4 {
		z := make([]float64, 1+r.IntN(12))
		scale := math.Exp(8*r.Float64() - 2)
		offset := 1e4 * r.NormFloat64() * float64(r.IntN(2))
		for c := range z {
			z[c] = offset + scale*r.NormFloat64()
			if c > 0 && r.IntN(20) == 0 {
				z[c] = math.Inf(-1)
			}
		}
		off.see(t, z)
	}
	off.probability.Report(t, "probability", ofLoss)
	off.logarithm.Report(t, "its logarithm", ofLoss)
	off.logSumExp.Report(t, "log-sum-exp", ofLogSumExp)
	off.loss.Report(t, "loss", ofLoss)
	off.slope.Report(t, "slope", ofLoss)
}

// softmaxErrors are those of what a row of logits gives: for each class its
// probability and the logarithm of that, for each target the loss and the slopes.
type softmaxErrors struct{ probability, logarithm, logSumExp, loss, slope oracle.Worst }

func (e *softmaxErrors) see(t *testing.T, z []float64) {
	t.Helper()
	p, err := loss.Softmax(z...)
	logs, sameErr := loss.LogSoftmax(z...)
	if err != nil || sameErr != nil {
		t.Fatal(err, sameErr)
	}
	exact, costs := oracle.Softmax(z)
	top := slices.Index(z, slices.Max(z))
	sum := new(big.Float).SetPrec(2000).SetFloat64(z[top])
	size := max(math.Abs(z[top]), math.Log(float64(len(z))))
	e.logSumExp.SeeBeside(loss.LogSumExp(z...), sum.Add(sum, costs[top]), size, z)
	for c := range z {
		e.probability.See(p.P(c), exact[c], z)
		e.logarithm.See(-float64(logs[c]), costs[c], z)
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
	e.loss.See(float64(sum.Total), cost, z)
	lacks := new(big.Float).SetPrec(200) // 1 − p(y), as a sum in which nothing cancels
	for c, g := range grad[0] {
		if c != y {
			lacks.Add(lacks, exact[c])
			e.slope.See(g, exact[c], z)
		}
	}
	e.slope.See(-grad[0][y], lacks, z)
}
