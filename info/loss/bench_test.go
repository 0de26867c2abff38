package loss_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"crossentropy/info/loss"
)

// batch draws rows of logits, and a target for each.
func batch(rows, classes int) (logits, grad [][]float64, targets []int) {
	r := rand.New(rand.NewPCG(1, 2))
	for range rows {
		z := make([]float64, classes)
		for c := range z {
			z[c] = 3 * r.NormFloat64()
		}
		logits, grad = append(logits, z), append(grad, make([]float64, classes))
		targets = append(targets, r.IntN(classes))
	}
	return logits, grad, targets
}

func BenchmarkClasses(b *testing.B) {
	logits, grad, targets := batch(1024, 1000)
	for b.Loop() {
		if _, err := (loss.CrossEntropy{}).Classes(logits, targets, grad); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlain is the same loss, written as most would write it.
func BenchmarkPlain(b *testing.B) {
	logits, grad, targets := batch(1024, 1000)
	for b.Loop() {
		plain(logits, targets, grad)
	}
}

func plain(logits [][]float64, targets []int, grad [][]float64) (total float64) {
	for i, z := range logits {
		top, sum := math.Inf(-1), 0.0
		for _, x := range z {
			if x > top {
				top = x
			}
		}
		g := grad[i]
		for c, x := range z {
			e := math.Exp(x - top)
			g[c] = e
			sum += e
		}
		for c := range g {
			g[c] /= sum
		}
		total += math.Log(sum) + top - z[targets[i]]
		g[targets[i]]--
	}
	return total
}
