// Package loss computes what machine learning calls cross entropy: the
// surprisal of the right answer under a forecast, in nats. Package info
// has H(p, q) in bits, of which one is ln 2 = 0.6931 nats:
//
//	loss = ln 2 · H(p, q), and loss.Bits() = H(p, q)
package loss

import (
	"errors"
	"fmt"
	"math"

	"crossentropy/info"
	"crossentropy/info/internal/kernel"
	"crossentropy/info/internal/memory"
)

// Binary returns the cross entropy of the target y and the forecast
// yhat,
//
//	−y ln ŷ − (1−y) ln(1−ŷ)
//
// in nats. Both are probabilities of class 1, and y is mostly 0 or 1.
// It is ln 2 times [info.CrossEntropy] of (y, 1−y) and (ŷ, 1−ŷ), which
// is in bits. Bounds: ln 2 times [info.BinaryEntropy] of y, where
// yhat = y, and +Inf. A yhat that a program rounded to 0 or 1 has lost
// what it had to say: see [BinaryLogit].
//
// Special cases are:
//
//	Binary(y, 0) = +Inf for y > 0
//	Binary(y, 1) = +Inf for y < 1
//	Binary(y, yhat) = NaN for either outside [0, 1] or NaN
//
// Source: Bishop 2006, (4.90).
func Binary(y, yhat float64) info.Nats {
	if !(y >= 0 && y <= 1 && yhat >= 0 && yhat <= 1) {
		return info.Nats(math.NaN())
	}
	var l float64
	if y > 0 {
		l += y * float64(info.Surprisal(yhat).Nats())
	}
	if y < 1 {
		l -= (1 - y) * math.Log1p(-yhat)
	}
	return info.Nats(l)
}

// BinaryLogit returns the cross entropy of the target y and the
// forecast ŷ = σ(z) = 1/(1 + e⁻ᶻ),
//
//	w·|z| + ln(1 + e^−|z|), with w = 1−y for z ≥ 0 and y for z < 0
//
// in nats. It is what [Binary] returns for y and ŷ, but for what
// rounding takes from ŷ, and finite for every finite z. In plain lines:
//
//	l := math.Log(1 + math.Exp(-math.Abs(z)))
//	if z > 0 {
//		return l + (1-y)*z
//	}
//	return l - y*z
//
// no exponential of which overflows. What is computed here keeps the
// digits of a small l, too.
//
// Special cases are:
//
//	BinaryLogit(y, z) = NaN for y outside [0, 1], or either NaN
//	BinaryLogit(1, +Inf) = BinaryLogit(0, -Inf) = 0
//	BinaryLogit(y, ±Inf) = +Inf otherwise
//
// Source: Bishop 2006, (4.90), with ŷ replaced by σ(z).
func BinaryLogit(y, z float64) info.Nats {
	if !(y >= 0 && y <= 1) {
		return info.Nats(math.NaN())
	}
	wrong := y // the weight of the class that z speaks against
	if z >= 0 {
		wrong = 1 - y
	}
	l := math.Log1p(math.Exp(-math.Abs(z)))
	if wrong > 0 {
		l += wrong * math.Abs(z)
	}
	return info.Nats(l)
}

// BinaryLogitGradient returns the slope of [BinaryLogit] in z,
//
//	σ(z) − y
//
// in nats per unit of logit. Bounds: −y and 1−y.
//
// Special cases are:
//
//	BinaryLogitGradient(y, z) = NaN for y outside [0, 1], or either NaN
//
// Source: Bishop 2006, §4.3.2, (4.91).
func BinaryLogitGradient(y, z float64) float64 {
	if !(y >= 0 && y <= 1) {
		return math.NaN()
	}
	if z < 0 {
		return Sigmoid(z) - y
	}
	return (1 - y) - Sigmoid(-z) // 1 − ŷ is small: y meets 1 before it does
}

// Sigmoid returns the forecast of a logit,
//
//	σ(z) = 1/(1 + e⁻ᶻ)
//
// a probability: 0 at −Inf, ½ at 0, 1 at +Inf. Its last digits are right
// near 0; near 1 they are lost, and Sigmoid(-z) has them.
//
// Source: Bishop 2006, (4.59).
func Sigmoid(z float64) float64 {
	e := math.Exp(-math.Abs(z))
	if z < 0 {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

// BinaryLogits returns the losses of a batch of logits whose targets,
// from 0 to 1, are probabilities of class 1: for each of them
//
//	posWeight·y·ln 1/σ(z) + (1−y)·ln 1/σ(−z)
//
// in nats, which is [BinaryLogit] for a posWeight of 1. The sum's
// weight is the number of logits. Where grad is not nil it has as
// many numbers, and receives the gradient of the total: of each,
//
//	(1−y)·σ(z) − posWeight·y·σ(−z)
//
// What has a weight of 0 costs 0, and infinite logits cost as they do
// in [BinaryLogit].
//
// It is an error if lengths differ, if a logit is NaN or a target
// outside [0, 1], if posWeight is not a finite number ≥ 0, and if grad
// shares memory with logits or targets. On an error grad is as it was.
//
// Source: PyTorch 1.13, torch.nn.BCEWithLogitsLoss.
func BinaryLogits(logits, targets []float64, posWeight float64, grad []float64) (Sum, error) {
	if err := checkBinary(logits, targets, posWeight, grad); err != nil {
		return Sum{}, err
	}
	each := make([]info.Nats, len(logits))
	for i, z := range logits {
		positive, negative := product(posWeight, targets[i]), 1-targets[i]
		each[i] = weighted(positive, negative, z)
		if grad != nil {
			grad[i] = weightedSlope(positive, negative, z)
		}
	}
	sum := Sum{Each: each, Total: kernel.Total(each), Weight: float64(len(logits))}
	if sum.hasNoMean() {
		for i, z := range logits {
			positive, negative := product(posWeight, targets[i]), 1-targets[i]
			sum.mean += weighted(product(positive, 1/sum.Weight), negative/sum.Weight, z)
		}
	}
	return sum, nil
}

// farAhead is a logit z at which e⁻ᶻ is nearly tiny.
const farAhead = 690

// weighted is what a logit costs. If z is far ahead for class 1, e⁻ᶻ may lack digits before
// it is weighted.
func weighted(positive, negative, z float64) (cost info.Nats) {
	switch {
	case positive > 1 && z > farAhead:
		cost = info.Nats(kernel.Times(positive, 0, z))
	case positive > 0:
		cost = info.Nats(positive) * BinaryLogit(1, z)
	}
	if negative > 0 {
		cost += info.Nats(negative) * BinaryLogit(0, z)
	}
	return cost
}

func weightedSlope(positive, negative, z float64) float64 {
	if positive > 1 && z > farAhead {
		return negative*BinaryLogitGradient(0, z) - kernel.Times(positive, 0, z)
	}
	return positive*BinaryLogitGradient(1, z) + negative*BinaryLogitGradient(0, z)
}

func checkBinary(logits, targets []float64, posWeight float64, grad []float64) error {
	if len(targets) != len(logits) {
		return fmt.Errorf("loss: %d targets, want %d, one a logit", len(targets), len(logits))
	}
	switch {
	case grad != nil && len(grad) != len(logits):
		return fmt.Errorf("loss: grad has %d numbers, want %d", len(grad), len(logits))
	case memory.Overlap(grad, logits):
		return errors.New("loss: grad shares memory with logits, want room of its own")
	case memory.Overlap(grad, targets):
		return errors.New("loss: grad shares memory with targets, want room of its own")
	}
	if !(posWeight >= 0 && posWeight <= math.MaxFloat64) {
		return fmt.Errorf("loss: posWeight = %v, want a finite number, not negative", posWeight)
	}
	for i, z := range logits {
		if math.IsNaN(z) {
			return fmt.Errorf("loss: logits[%d] = %v, want a number", i, z)
		}
		if y := targets[i]; !(y >= 0 && y <= 1) {
			return fmt.Errorf("loss: targets[%d] = %v, want 0 to 1", i, y)
		}
	}
	return nil
}
