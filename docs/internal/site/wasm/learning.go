//go:build wasip1

package main

import (
	"slices"

	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// classLoss is what a row of logits costs, in nats and in bits, and its slope in each logit.
// The options are the right class, the temperature, of which no slope sees more than z/T,
// and the smoothing.
func classLoss(logits, options, weights []float64) []float64 {
	class, t, smoothing := int(options[0]), options[1], options[2]
	slopes := [][]float64{make([]float64, len(logits))}
	l := loss.CrossEntropy{Weight: weights, Smoothing: smoothing}
	sum := must(l.Classes([][]float64{over(logits, t)}, []int{class}, slopes))
	return append([]float64{float64(sum.Total), float64(sum.Total.Bits())}, over(slopes[0], t)...)
}

// over divides a list by a number.
func over(list []float64, by float64) (all []float64) {
	for _, x := range list {
		all = append(all, x/by)
	}
	return all
}

// judge is what answers cost in bits on average, the share that is right, and the expected
// calibration error in ten bins; then of each bin the number of answers, what they said and
// the share that was right; then of each of the ten dearest its row, the class that was
// right, the likeliest, and its cost in bits.
func judge(a learn.Answers) []any {
	forecasts, right := a.Confidence()
	var bins, dearest [][]float64
	all := learn.Reliability(forecasts, right, 10)
	for _, bin := range all {
		bins = append(bins, []float64{float64(bin.N), bin.Forecast, bin.Share})
	}
	for _, m := range a.Costliest(10) {
		dearest = append(dearest,
			[]float64{float64(m.Row), float64(m.Target), float64(m.Said), float64(m.Cost)})
	}
	return []any{a.Loss(), a.Right(), learn.CalibrationError(all), bins, dearest}
}

// valley is a loss over two weights.
func valley(x [][]float64, y []int) learn.Problem {
	return learn.Problem{
		Data:   learn.Data{X: x, Y: y, Classes: 2},
		Pinned: true, NoBias: true,
	}
}

// descend takes steps of SGD with momentum: each makes pace the gradient and a share of
// itself, and subtracts rate times pace. It starts from two weights and the pace in each,
// which it returns of every step, and with each what the weights cost, in bits. The options
// are the rate, the momentum, and how many steps.
func descend(valley learn.Problem, from, options []float64) (path [][]float64) {
	rate, momentum, steps := options[0], options[1], int(options[2])
	at, pace, grad := valley.Start(), valley.Start(), valley.Start()
	copy(at.Weights[0], from)
	copy(pace.Weights[0], from[2:])
	for step := 0; ; step++ {
		cost := float64(valley.Gradient(at, grad).Bits())
		path = append(path, slices.Concat(at.Weights[0], pace.Weights[0], []float64{cost}))
		if step == steps {
			return path
		}
		pace.Add(momentum-1, pace)
		pace.Add(1, grad)
		at.Add(-rate, pace)
	}
}
