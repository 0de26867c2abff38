package loss_test

import (
	"encoding/json"
	"flag"
	"math"
	"math/big"
	"math/rand"
	"os"
	"testing"

	"crossentropy/info/arbitrary"
	"crossentropy/info/internal/oracle"
	"crossentropy/info/loss"
)

var (
	cases = flag.Int("cases", 2000, "how many generated `cases` to compare with 40 digits")
	seed  = flag.Int64("seed", 1, "what to generate them from")
)

// A loss may be off by so many units in the last place. So may a slope where y is
// 0 or 1. Elsewhere it is a difference, and is measured by what it is one of.
const (
	ofLoss       = 4
	ofDifference = 2
	ofLogSumExp  = 3 // of the largest logit, or ln n if that is larger
)

// The values in testdata/exact.json were summed with 60 digits, by generate.py
// beside it.
func TestExact(t *testing.T) {
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
	var forecast, logit worst
	var slope slopes
	for _, c := range exact.Binary {
		want := big.NewFloat(c.Nats)
		if c.Yhat != nil {
			forecast.see(float64(loss.Binary(c.Y, *c.Yhat)), want, c.Nats, c.Y, *c.Yhat)
			continue
		}
		logit.see(float64(loss.BinaryLogit(c.Y, *c.Logit)), want, c.Nats, c.Y, *c.Logit)
		slope.see(c.Y, *c.Logit, big.NewFloat(*c.Grad))
	}
	forecast.report(t, "of a forecast", ofLoss)
	logit.report(t, "of a logit", ofLoss)
	slope.report(t)
}

func TestGenerated(t *testing.T) {
	r := rand.New(rand.NewSource(*seed))
	var forecast, logit worst
	var slope slopes
	for range *cases {
		x, _ := arbitrary.Forecasts.Draw(r)
		if want := oracle.Binary(x.Y, x.Yhat); want != nil {
			nats, _ := want.Float64()
			forecast.see(float64(loss.Binary(x.Y, x.Yhat)), want, nats, x.Y, x.Yhat)
		}
		s, _ := arbitrary.Logits.Draw(r)
		if math.Abs(s.Z) < 1e9 { // beyond, all digits are in y·z, and the oracle has no e^−z
			want := oracle.BinaryLogit(s.Y, s.Z)
			nats, _ := want.Float64()
			logit.see(float64(loss.BinaryLogit(s.Y, s.Z)), want, nats, s.Y, s.Z)
			slope.see(s.Y, s.Z, oracle.BinaryLogitGradient(s.Y, s.Z))
		}
	}
	forecast.report(t, "of a forecast", ofLoss)
	logit.report(t, "of a logit", ofLoss)
	slope.report(t)
}

// A worst is the largest error in units in the last place, and the case that had it.
type worst struct {
	ulps  float64
	at    []float64
	cases int
}

// see compares got with want, in units in the last place of scale.
func (w *worst) see(got float64, want *big.Float, scale float64, at ...float64) {
	_, exponent := math.Frexp(scale)
	unit := math.Ldexp(1, max(exponent-53, -1074))
	apart, _ := new(big.Float).Sub(new(big.Float).SetPrec(200).SetFloat64(got), want).Float64()
	w.cases++
	if u := math.Abs(apart) / unit; !(u <= w.ulps) {
		w.ulps, w.at = u, at
	}
}

// slopes are those of labels, and those between, where y is neither 0 nor 1.
type slopes struct{ labels, between worst }

func (s *slopes) see(y, z float64, want *big.Float) {
	got := loss.BinaryLogitGradient(y, z)
	if y == 0 || y == 1 {
		exact, _ := want.Float64()
		s.labels.see(got, want, exact, y, z)
	} else {
		s.between.see(got, want, max(loss.Sigmoid(z), y), y, z)
	}
}

func (s *slopes) report(t *testing.T) {
	t.Helper()
	s.labels.report(t, "slope, y 0 or 1", ofLoss)
	s.between.report(t, "slope, y between", ofDifference)
}

func (w *worst) report(t *testing.T, name string, limit float64) {
	t.Helper()
	t.Logf("%-17s %8d cases   %.2f ulp at most, of %g allowed", name, w.cases, w.ulps, limit)
	if !(w.ulps <= limit) || w.cases == 0 {
		t.Errorf("%s is off by %.3g ulp, for %v", name, w.ulps, w.at)
	}
}
