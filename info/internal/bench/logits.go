package main

import (
	"math"
	"math/rand/v2"

	"crossentropy/info/loss"
)

// logits are rows of them, a target for each, and room for their slopes.
type logits struct {
	rows, slopes [][]float64
	targets      []int
}

func drawLogits(seed uint64, rows, classes int) (l logits) {
	source := rand.New(rand.NewPCG(seed, uint64(classes)))
	for range rows {
		z := make([]float64, classes)
		for c := range z {
			z[c] = 3 * source.NormFloat64()
		}
		l.rows, l.slopes = append(l.rows, z), append(l.slopes, make([]float64, classes))
		l.targets = append(l.targets, source.IntN(classes))
	}
	return l
}

// lossAndSlopes is the cross entropy of a batch, in nats, and its gradient.
func lossAndSlopes(seed uint64) contest {
	const rows, classes = 1024, 1000
	l := drawLogits(seed, rows, classes)
	return contest{"loss and slopes", rows * classes, l.plainly, l.classes}
}

func (l logits) classes() float64 {
	sum, err := loss.CrossEntropy{}.Classes(l.rows, l.targets, l.slopes)
	if err != nil {
		panic(err) // normal logits are finite
	}
	return float64(sum.Total)
}

// plainly is how most would write it.
func (l logits) plainly() (total float64) {
	for i, z := range l.rows {
		top, sum, slopes := math.Inf(-1), 0.0, l.slopes[i]
		for _, x := range z {
			if x > top {
				top = x
			}
		}
		for c, x := range z {
			e := math.Exp(x - top)
			slopes[c] = e
			sum += e
		}
		for c := range slopes {
			slopes[c] /= sum
		}
		slopes[l.targets[i]]--
		total += math.Log(sum) + top - z[l.targets[i]]
	}
	return total
}
