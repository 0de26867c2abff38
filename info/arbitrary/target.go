package arbitrary

import (
	"fmt"
	"math"
	"math/rand"
)

// A Forecast is a target and the probability that a model gives to class 1.
type Forecast struct{ Y, Yhat float64 }

// Forecasts draws targets, most of them 0 or 1, and any forecasts of them.
var Forecasts = records(func(r *rand.Rand) (Forecast, string) {
	y, shape := target(r)
	yhat, _ := probability(r)
	return Forecast{y, yhat}, shape
}, func(x *Forecast) []*float64 { return []*float64{&x.Y, &x.Yhat} },
	func(x *Forecast) bool { return inUnit(x.Y) && inUnit(x.Yhat) },
	func(x Forecast) string { return fmt.Sprintf("y = %s, ŷ = %s", Number(x.Y), Number(x.Yhat)) })

// A Scored is a target and the logit that a model gives to class 1.
type Scored struct{ Y, Z float64 }

func (x *Scored) numbers() []*float64 { return []*float64{&x.Y, &x.Z} }

func (x Scored) String() string { return fmt.Sprintf("y = %s, z = %s", Number(x.Y), Number(x.Z)) }

// Logits draws targets with logits from 1e-300 to 1e300 of either sign, and
// ModestLogits with logits of up to 30, whose forecasts a float can tell from
// 0 and 1. Mistakes draws target 1 with logits that speak against it.
var (
	Logits       = logitsUpTo(1e300)
	ModestLogits = logitsUpTo(30)
	Mistakes     = records(func(r *rand.Rand) (Scored, string) {
		return Scored{1, -math.Abs(logit(r, 1e300))}, "mistake"
	}, (*Scored).numbers, func(x *Scored) bool { return x.Y == 1 && x.Z <= 0 }, Scored.String)
)

// Hits draws target 1 with logits that speak for it.
var Hits = records(func(r *rand.Rand) (Scored, string) {
	return Scored{1, math.Abs(logit(r, 1e300))}, "hit"
}, (*Scored).numbers, func(x *Scored) bool { return x.Y == 1 && x.Z > 0 }, Scored.String)

func logitsUpTo(limit float64) Gen[Scored] {
	return records(func(r *rand.Rand) (Scored, string) {
		y, shape := target(r)
		return Scored{y, logit(r, limit)}, shape
	}, (*Scored).numbers,
		func(x *Scored) bool { return inUnit(x.Y) && math.Abs(x.Z) <= limit }, Scored.String)
}

// A Rivalry is a target and the logits that two models give to class 1.
type Rivalry struct{ Y, Z, Other float64 }

// Rivals draws targets with two logits.
var Rivals = records(func(r *rand.Rand) (Rivalry, string) {
	y, shape := target(r)
	return Rivalry{y, logit(r, 1e300), logit(r, 1e300)}, shape
}, func(x *Rivalry) []*float64 { return []*float64{&x.Y, &x.Z, &x.Other} },
	func(x *Rivalry) bool { return inUnit(x.Y) && max(math.Abs(x.Z), math.Abs(x.Other)) <= 1e300 },
	func(x Rivalry) string {
		return fmt.Sprintf("y = %s, logits %s and %s", Number(x.Y), Number(x.Z), Number(x.Other))
	})

// A Draft is a constant forecast of labels, of which Ones are 1 and Noughts 0.
type Draft struct{ Ones, Noughts, Yhat float64 }

// Drafts draws up to forty labels of each kind, at least one in all.
var Drafts = records(func(r *rand.Rand) (Draft, string) {
	yhat, shape := probability(r)
	return Draft{float64(r.Intn(41)), float64(1 + r.Intn(40)), yhat}, shape
}, func(x *Draft) []*float64 { return []*float64{&x.Ones, &x.Noughts, &x.Yhat} },
	func(x *Draft) bool {
		return inUnit(x.Yhat) && x.Ones >= 0 && x.Noughts >= 0 && x.Ones+x.Noughts > 0 &&
			x.Ones == math.Trunc(x.Ones) && x.Noughts == math.Trunc(x.Noughts)
	},
	func(x Draft) string {
		return fmt.Sprintf("%s ones, %s noughts, ŷ = %s", Number(x.Ones), Number(x.Noughts), Number(x.Yhat))
	})

// logit is mostly one that a model would give, and sometimes far out.
func logit(r *rand.Rand, limit float64) float64 {
	z := math.Abs(10 * r.NormFloat64())
	if r.Intn(2) == 0 {
		z = logUniform(r, 1e-300, limit)
	}
	return min(z, limit) * float64(1-2*r.Intn(2))
}

func target(r *rand.Rand) (y float64, shape string) {
	if r.Intn(3) > 0 {
		return float64(r.Intn(2)), "y is 0 or 1"
	}
	return float64(r.Intn(65)) / 64, "y between"
}
