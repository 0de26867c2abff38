//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

var _ = define(map[string]function{
	"shuffle": func(in [][]float64) ([]float64, error) {
		r := rand.New(rand.NewPCG(uint64(in[0][0]), 1993)) // as the game of chapter 4
		return floats(r.Perm(int(in[1][0]))), nil
	},
	"sigmoid": func(in [][]float64) ([]float64, error) { return each(in[0], loss.Sigmoid), nil },
	"binary":  func(in [][]float64) ([]float64, error) { return binary(in[0], in[1]), nil },
	"softmax": func(in [][]float64) ([]float64, error) {
		q, err := loss.Softmax(in[0]...)
		return q.Probabilities(), err
	},
	"classLoss": func(in [][]float64) ([]float64, error) { return classLoss(in[0], in[1], in[2]) },
	"answers": func(in [][]float64) ([]float64, error) {
		targets := ints(in[1])
		answers = learn.Answers{Logits: rows(in[0], len(in[0])/len(targets)), Targets: targets}
		return nil, nil
	},
	"temperature": func([][]float64) ([]float64, error) {
		t, err := learn.Temperature(answers.Logits, answers.Targets)
		return []float64{t}, err
	},
	"costsAt": func(in [][]float64) ([]float64, error) {
		return each(in[0], func(t float64) float64 { return float64(answers.At(t).Loss()) }), nil
	},
	"costs": func(in [][]float64) ([]float64, error) { return bits(answers.At(in[0][0]).Costs()), nil },
	"judge": func(in [][]float64) ([]float64, error) { return judge(answers.At(in[0][0])), nil },
	"valley": func(in [][]float64) ([]float64, error) {
		valley = learn.Problem{
			Data:   learn.Data{X: rows(in[0], 2), Y: ints(in[1]), Classes: 2},
			Pinned: true, NoBias: true,
		}
		return []float64{valley.Smoothness()}, nil
	},
	"descend": func(in [][]float64) ([]float64, error) {
		return descend(in[0], in[1][0], in[1][1], int(in[1][2])), nil
	},
})

func each(list []float64, f func(float64) float64) (all []float64) {
	for _, x := range list {
		all = append(all, f(x))
	}
	return all
}

// binary is what forecasts of yes or no cost, in bits.
func binary(y, yhat []float64) (costs []float64) {
	for i := range y {
		costs = append(costs, float64(loss.Binary(y[i], yhat[i]).Bits()))
	}
	return costs
}

// classLoss is what a row of logits costs, in nats and in bits, and its slope in each logit.
// The options are the right class, the temperature, of which no slope sees more than z/T,
// and the smoothing.
func classLoss(logits, options, weights []float64) ([]float64, error) {
	t := options[1]
	z := [][]float64{each(logits, func(x float64) float64 { return x / t })}
	slopes := [][]float64{make([]float64, len(logits))}
	l := loss.CrossEntropy{Weight: weights, Smoothing: options[2]}
	sum, err := l.Classes(z, []int{int(options[0])}, slopes)
	if err != nil {
		return nil, err
	}
	inLogits := each(slopes[0], func(slope float64) float64 { return slope / t })
	return append([]float64{float64(sum.Total), float64(sum.Total.Bits())}, inLogits...), nil
}

// answers are those that a page asks about.
var answers learn.Answers

// rows cuts a list into rows of that many.
func rows(list []float64, width int) (all [][]float64) {
	for ; len(list) > 0; list = list[width:] {
		all = append(all, list[:width])
	}
	return all
}

// judge is what answers cost in bits on average, the share that is right, and the expected
// calibration error in ten bins; then of each bin the number of answers, what they said and
// the share that was right; then of each of the ten dearest its row, the class that was right,
// the likeliest, their probabilities, and its cost in bits.
func judge(a learn.Answers) []float64 {
	forecasts, right := a.Confidence()
	var bins, dearest []float64
	var off float64
	for _, bin := range learn.Reliability(forecasts, right, 10) {
		n := float64(bin.N)
		bins = append(bins, n, bin.Forecast, bin.Share)
		if bin.N > 0 {
			off += n / float64(len(right)) * math.Abs(bin.Forecast-bin.Share)
		}
	}
	for _, m := range a.Costliest(10) {
		dearest = append(dearest, float64(m.Row), float64(m.Target), float64(m.Said), m.P, m.Sure,
			float64(m.Cost))
	}
	return slices.Concat([]float64{float64(a.Loss()), a.Right(), off}, bins, dearest)
}

// valley is a loss over two weights.
var valley learn.Problem

// descend takes steps of SGD with momentum: each makes pace the gradient and a share of
// itself, and subtracts rate times pace. It starts from two weights and the pace in each,
// which it returns of every step, and with each what the weights cost, in bits.
func descend(from []float64, rate, momentum float64, steps int) (path []float64) {
	at, pace, grad := valley.Start(), valley.Start(), valley.Start()
	copy(at.Weights[0], from)
	copy(pace.Weights[0], from[2:])
	for step := 0; ; step++ {
		cost := valley.Gradient(at, grad).Bits()
		path = append(append(append(path, at.Weights[0]...), pace.Weights[0]...), float64(cost))
		if step == steps {
			return path
		}
		pace.Add(momentum-1, pace)
		pace.Add(1, grad)
		at.Add(-rate, pace)
	}
}
