//go:build wasip1

package main

import (
	"math"
	"math/rand/v2"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

var _ = define(map[string]function{
	"shuffle": func(in [][]float64) ([]float64, error) {
		seed := in[0][0]
		return floats(rand.New(rand.NewPCG(uint64(seed), 1993)).Perm(int(in[0][1]))), nil
	},
	"sigmoid": func(in [][]float64) ([]float64, error) { return each(in[0], loss.Sigmoid), nil },
	"binary":  func(in [][]float64) ([]float64, error) { return binary(in[0], in[1]), nil },
	"softmax": func(in [][]float64) ([]float64, error) {
		q, err := loss.Softmax(in[0]...)
		return q.Probabilities(), err
	},
	"classLoss":   func(in [][]float64) ([]float64, error) { return classLoss(in[0], in[1], in[2]) },
	"temperature": func(in [][]float64) ([]float64, error) { return temperature(answers(in)) },
	"answersCost": func(in [][]float64) ([]float64, error) {
		a := answers(in)
		return []float64{float64(a.Loss()), a.Right()}, nil
	},
	"reliability": func(in [][]float64) ([]float64, error) { return reliability(answers(in)), nil },
	"costliest":   func(in [][]float64) ([]float64, error) { return costliest(answers(in)), nil },
	"smoothness": func(in [][]float64) ([]float64, error) {
		return []float64{valley(in[0], in[1]).Smoothness()}, nil
	},
	"descend": func(in [][]float64) ([]float64, error) {
		return descend(valley(in[0], in[1]), in[2], in[3][0], in[3][1], int(in[3][2])), nil
	},
	"contour": func(in [][]float64) ([]float64, error) {
		return contour(valley(in[0], in[1]), in[2], info.Bits(in[3][0]), in[4]), nil
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

// answers are rows of logits, and the right class of each, at a temperature.
func answers(in [][]float64) learn.Answers {
	targets := ints(in[1])
	return learn.Answers{Logits: rows(in[0], len(in[0])/len(targets)), Targets: targets}.At(in[2][0])
}

// rows cuts a list into rows of that many.
func rows(list []float64, width int) (all [][]float64) {
	for ; len(list) > 0; list = list[width:] {
		all = append(all, list[:width])
	}
	return all
}

func temperature(a learn.Answers) ([]float64, error) {
	t, err := learn.Temperature(a.Logits, a.Targets)
	return []float64{t}, err
}

// reliability is the expected calibration error in ten bins, and behind it of each bin the
// number of answers, what they said, and the share that was right.
func reliability(a learn.Answers) []float64 {
	all := []float64{0}
	forecasts, right := a.Confidence()
	for _, bin := range learn.Reliability(forecasts, right, 10) {
		n := float64(bin.N)
		all = append(all, n, bin.Forecast, bin.Share)
		if bin.N > 0 {
			all[0] += n / float64(len(right)) * math.Abs(bin.Forecast-bin.Share)
		}
	}
	return all
}

// costliest are the ten dearest answers, of each its row, the class that was right, the
// likeliest, their probabilities, and the cost in bits.
func costliest(a learn.Answers) (all []float64) {
	for _, m := range a.Costliest(10) {
		all = append(all, float64(m.Row), float64(m.Target), float64(m.Said), m.P, m.Sure,
			float64(m.Cost))
	}
	return all
}

// valley is the loss of chapter 6 over two weights.
func valley(x, y []float64) learn.Problem {
	return learn.Problem{
		Data:   learn.Data{X: rows(x, 2), Y: ints(y), Classes: 2},
		Pinned: true, NoBias: true,
	}
}

// descend takes steps of SGD with momentum: each makes pace the gradient and a share of
// itself, and subtracts rate times pace. It starts from two weights and the pace in each,
// which it returns of every step, and with each what the weights cost, in bits.
func descend(p learn.Problem, from []float64, rate, momentum float64, steps int) (path []float64) {
	at, pace, grad := p.Start(), p.Start(), p.Start()
	copy(at.Weights[0], from)
	copy(pace.Weights[0], from[2:])
	for step := 0; ; step++ {
		cost := p.Gradient(at, grad).Bits()
		path = append(append(append(path, at.Weights[0]...), pace.Weights[0]...), float64(cost))
		if step == steps {
			return path
		}
		pace.Add(momentum-1, pace)
		pace.Add(1, grad)
		at.Add(-rate, pace)
	}
}

// contour is where the loss is level, point by point around its lowest, which is given. The
// ways out are found from those of a lower level, or from short ones, by Newton's method,
// whose steps on a convex function fall short of no root but the first.
func contour(p learn.Problem, lowest []float64, level info.Bits, from []float64) (ring []float64) {
	m, grad := p.Start(), p.Start()
	w, g := m.Weights[0], grad.Weights[0]
	for k, t := range from {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(len(from)))
		dx, dy := sin-20*cos, sin+20*cos // closer together along the valley
		for range 20 {
			w[0], w[1] = lowest[0]+t*dx, lowest[1]+t*dy
			gap := float64(p.Gradient(m, grad) - level.Nats())
			if math.Abs(gap) < 1e-4 {
				break
			}
			t -= gap / (g[0]*dx + g[1]*dy)
		}
		ring = append(ring, t, w[0], w[1])
	}
	return ring
}
