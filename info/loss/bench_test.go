package loss_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"crossentropy/info/loss"
)

// The loss and all slopes of 1024 rows of 1000 logits, by the library and written plainly,
// with math.Exp. Compare them as info/bench_test.go says.
func BenchmarkClasses(b *testing.B) {
	const rows, classes = 1024, 1000
	r := rand.New(rand.NewPCG(1, classes))
	logits, targets := make([][]float64, rows), make([]int, rows)
	for i := range rows {
		logits[i], targets[i] = make([]float64, classes), r.IntN(classes)
		for c := range logits[i] {
			logits[i][c] = 3 * r.NormFloat64()
		}
	}
	grad := like(logits)
	b.Run("lib=math.Exp", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			plainClasses(logits, targets, grad)
		}
	})
	b.Run("lib=loss", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = loss.CrossEntropy{}.Classes(logits, targets, grad)
		}
	})
}

// plainClasses is how most would write it.
func plainClasses(logits [][]float64, targets []int, grad [][]float64) (total float64) {
	for i, z := range logits {
		top, sum, slopes := math.Inf(-1), 0.0, grad[i]
		for _, x := range z {
			if x > top {
				top = x
			}
		}
		for c, x := range z {
			slopes[c] = math.Exp(x - top)
			sum += slopes[c]
		}
		for c := range slopes {
			slopes[c] /= sum
		}
		slopes[targets[i]]--
		total += math.Log(sum) + top - z[targets[i]]
	}
	return total
}
