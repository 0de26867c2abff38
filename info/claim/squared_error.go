package claim

import (
	"crossentropy/info"
	"crossentropy/info/loss"
)

// SquaredError is what some train with in the place of cross entropy: for each row
// Σ (softmax − target)², where the target is 1 for the right class and 0 for the
// rest. Its gradient goes to grad, if that is not nil.
func SquaredError(logits [][]float64, targets []int, grad [][]float64) (loss.Sum, error) {
	sum := loss.Sum{Each: make([]info.Nats, len(logits)), Weight: float64(len(logits))}
	for i, z := range logits {
		p, err := loss.Softmax(z...)
		if err != nil {
			return sum, err
		}
		misses, pull := make([]float64, len(z)), 0.0
		for c, pc := range p.All() {
			misses[c] = pc
			if c == targets[i] {
				misses[c]--
			}
			sum.Each[i] += info.Nats(misses[c] * misses[c])
			pull += misses[c] * pc
		}
		sum.Total += sum.Each[i]
		for c := range z {
			if grad != nil {
				grad[i][c] = 2 * p.P(c) * (misses[c] - pull)
			}
		}
	}
	return sum, nil
}
