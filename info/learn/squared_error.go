package learn

import (
	"crossentropy/info"
	"crossentropy/info/loss"
)

// SquaredError returns what rows of logits cost by a measure that is here to be
// compared with the cross entropy. A row costs
//
//	Σ (q(c) − t(c))²
//
// for the softmax q of its logits, where t is 1 for the target and 0 for the
// rest. That has no unit, in spite of [info.Nats]. The sum's weight is the number
// of rows. Where grad is not nil it receives the gradient of the total, in each
// row
//
//	2q(c)·(q(c) − t(c) − Σ q·(q − t))
//
// Bounds: 0 and 2 for a row. It is not convex in the logits.
//
// Its errors are those of [loss.CrossEntropy.Classes], and leave grad as they do there.
//
// Source: Brier 1950.
func SquaredError(logits [][]float64, targets []int, grad [][]float64) (loss.Sum, error) {
	sum, err := loss.CrossEntropy{}.Classes(logits, targets, grad) // leaves q − t in grad
	if err != nil {
		return loss.Sum{}, err
	}
	sum.Total = 0
	for i, z := range logits {
		q, _ := loss.Softmax(z...) // which Classes would have refused
		var cost, mean float64
		for c, qc := range q.All() {
			miss := qc
			if c == targets[i] {
				miss--
			}
			cost += miss * miss
			mean += qc * miss
		}
		sum.Each[i] = info.Nats(cost)
		sum.Total += sum.Each[i]
		for c, qc := range q.All() {
			if grad != nil {
				grad[i][c] = 2 * qc * (grad[i][c] - mean)
			}
		}
	}
	return sum, nil
}
