package main

import (
	"crossentropy/info"
	"crossentropy/info/loss"
)

// brier is the squared error Σ (p(c) − t(c))² of the softmax p of each
// row, where t is 1 for the target and 0 for the rest.
func brier(logits [][]float64, targets []int, grad [][]float64) (sum loss.Sum, err error) {
	sum.Weight = float64(len(logits))
	for i, z := range logits {
		p, err := loss.Softmax(z...)
		if err != nil {
			return loss.Sum{}, err
		}
		misses := make([]float64, len(z))
		var cost, mean float64
		for c, pc := range p.All() {
			misses[c] = pc
			if c == targets[i] {
				misses[c]--
			}
			cost += misses[c] * misses[c]
			mean += pc * misses[c]
		}
		sum.Each = append(sum.Each, info.Nats(cost))
		sum.Total += info.Nats(cost)
		if grad != nil {
			for c, pc := range p.All() {
				grad[i][c] = 2 * pc * (misses[c] - mean)
			}
		}
	}
	return sum, nil
}
