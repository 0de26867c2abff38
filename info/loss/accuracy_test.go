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

// Heavy weights on classes that are next to certain or impossible, whose probabilities are too
// small for floats.
func TestExactHeavyWeights(t *testing.T) {
	var cost, slope oracle.Worst
	see := func(z []float64, y int, weight, smoothing float64) {
		grad := like([][]float64{z})
		l := loss.CrossEntropy{Weight: slices.Repeat([]float64{weight}, len(z)), Smoothing: smoothing}
		sum, err := l.Classes([][]float64{z}, []int{y}, grad)
		if err != nil {
			t.Fatal(err)
		}
		want, slopes := heavy(z, y, weight, smoothing)
		at := []any{z, y, weight, smoothing}
		cost.See(float64(sum.Total), want, at)
		for c, g := range grad[0] {
			slope.SeeBeside(g, slopes[c].exact, slopes[c].of, at)
		}
	}
	see([]float64{751, 0}, 0, 1e51, 0)
	see([]float64{750, 0}, 0, 1e51, 0)
	see([]float64{751, 0}, 1, 1e51, 0)
	see([]float64{751, 0, 0.5, 0}, 0, 1e51, 0)
	see([]float64{0, 0, -751}, 0, 1e51, 0)
	see([]float64{1e6 + 0.1, 1e6 - 900.3, 1e6 - 1000}, 0, 1e300, 0)
	r := rand.New(rand.NewPCG(*seed, 3))
	for range *cases / 4 {
		z := make([]float64, 2+r.IntN(4))
		for c := range z {
			z[c] = 1e4*r.NormFloat64()*float64(r.IntN(2)) + float64(r.IntN(3))
		}
		z[0] = slices.Max(z) + 400*r.Float64()
		for c := range z[1:] {
			z[c+1] = max(z[c+1], z[0]-1300*r.Float64())
		}
		see(z, r.IntN(len(z)), oracle.LogUniform(r, 1e100, 1e300), float64(r.IntN(2))/8)
	}
	cost.Report(t, "loss", ofLoss)
	slope.Report(t, "slope", ofLoss)
}

// A heavySlope is q·Σs − s. If its class has a part in the target, it is a difference, and is
// measured by what it is one of.
type heavySlope struct {
	exact *big.Float
	of    float64
}

func heavy(z []float64, y int, weight, smoothing float64) (cost *big.Float, slopes []heavySlope) {
	wide := func(x float64) *big.Float { return new(big.Float).SetPrec(2000).SetFloat64(x) }
	q, costs := oracle.Softmax(z)
	cost, all := wide(0), wide(0)
	shares := make([]*big.Float, len(z))
	for c := range z {
		s := smoothing / float64(len(z))
		if c == y {
			s += 1 - smoothing
		}
		shares[c] = wide(s * weight)
		all.Add(all, shares[c])
	}
	for c, s := range shares {
		lacks := wide(0) // 1 − q, as a sum in which nothing cancels
		for k := range z {
			if k != c {
				lacks.Add(lacks, q[k])
			}
		}
		exact := wide(0).Mul(q[c], all)
		exact.Sub(exact, s)
		if lacks.Cmp(wide(0x1p-70)) < 0 { // ln 1/q is 1 − q, and 40 digits of q may not tell it from 1
			costs[c] = lacks
			exact.Sub(all, s)
			exact.Sub(exact, wide(0).Mul(all, lacks))
		}
		cost.Add(cost, wide(0).Mul(s, costs[c]))
		of := oracle.Float(exact)
		if smoothing > 0 {
			of = max(math.Abs(of), oracle.Float(s))
		}
		slopes = append(slopes, heavySlope{exact, of})
	}
	return cost, slopes
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
