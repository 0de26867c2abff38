package loss

import (
	"fmt"
	"math"

	"crossentropy/info"
)

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
// outside [0, 1], and if posWeight is not a finite number ≥ 0. On an
// error grad is as it was.
//
// Source: PyTorch 1.13, torch.nn.BCEWithLogitsLoss.
func BinaryLogits(logits, targets []float64, posWeight float64, grad []float64) (Sum, error) {
	if err := checkBinary(logits, targets, posWeight, grad); err != nil {
		return Sum{}, err
	}
	each := make([]info.Nats, len(logits))
	var total accumulator
	for i, z := range logits {
		positive, negative := posWeight*targets[i], 1-targets[i]
		if positive > 0 {
			each[i] = info.Nats(positive) * BinaryLogit(1, z)
		}
		if negative > 0 {
			each[i] += info.Nats(negative) * BinaryLogit(0, z)
		}
		if grad != nil {
			grad[i] = positive*BinaryLogitGradient(1, z) + negative*BinaryLogitGradient(0, z)
		}
		total = total.Plus(float64(each[i]), 0)
	}
	return Sum{each, info.Nats(total.Value()), float64(len(logits))}, nil
}

func checkBinary(logits, targets []float64, posWeight float64, grad []float64) error {
	if len(targets) != len(logits) {
		return fmt.Errorf("loss: %d targets, want %d, one a logit", len(targets), len(logits))
	}
	if grad != nil && len(grad) != len(logits) {
		return fmt.Errorf("loss: grad has %d numbers, want %d", len(grad), len(logits))
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
