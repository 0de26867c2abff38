// Log asks what the numbers in a training log say. They are in nats, as logs are.
package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

var program = chapter.Program{
	About: "Read your training log: what do its numbers say?",
	Sections: []chapter.Section{
		{Name: "start", About: "what the first line should say", Run: start},
		{Name: "double", About: "stuck, with two softmaxes", Run: double},
		{Name: "leak", About: "below the entropy: luck, or the answer among the features", Run: leak},
		{Name: "gap", About: "training falls, validation rises", Run: gap},
		{Name: "shuffled", About: "labels that belong to other rows", Run: shuffled},
		{Name: "rate", About: "a learning rate that is too large", Run: rate},
	},
}

func main() { chapter.Main(program) }

// must returns what cannot fail: the numbers are the program's.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// start prints what logits cost that know nothing yet: all 0, or drawn at random.
func start(w io.Writer, _ chapter.Input) {
	fmt.Fprintln(w, "classes\tln n\tlogits of 0\tof deviation 1\tof deviation 5")
	for _, n := range []int{10, 1000, 50257} {
		fmt.Fprintf(w, "%d\t%.4f", n, math.Log(float64(n)))
		for _, deviation := range []float64{0, 1, 5} {
			mean, se := randomStart(n, deviation)
			fmt.Fprintf(w, "\t%.2f ± %.2f", mean, se)
		}
		fmt.Fprintln(w)
	}
}

// randomStart returns the mean loss, and its standard error, of rows whose logits are drawn
// from a normal distribution, whichever class is right.
func randomStart(classes int, deviation float64) (mean, se info.Nats) {
	rows := max(40, 10_000/classes)
	r := rand.New(rand.NewPCG(1, 0))
	logits, targets := make([][]float64, rows), make([]int, rows)
	for i := range logits {
		for range classes {
			logits[i] = append(logits[i], deviation*r.NormFloat64())
		}
		targets[i] = r.IntN(classes)
	}
	var costs []info.Bits
	for _, cost := range must(loss.CrossEntropy{}.Classes(logits, targets, nil)).Each {
		costs = append(costs, cost.Bits())
	}
	h, off := info.Estimate(costs)
	return h.Nats(), off.Nats()
}

// digits are those to learn from, and others to be judged by, on one scale.
func digits(rows float64) (training, validation learn.Data) {
	parts := data.Digits().Split(1, rows, 1./3)
	training, validation = parts[0], parts[1]
	scale := learn.ScaleOf(training.X)
	training.X, validation.X = scale.Apply(training.X), scale.Apply(validation.X)
	return training, validation
}

// doubled returns the loss of a softmax that is taken for logits,
// and leaves its slopes in the true logits of each row in grad.
func doubled(z [][]float64, y []int, grad [][]float64) info.Nats {
	var q [][]float64
	for _, row := range z {
		q = append(q, must(loss.Softmax(row...)).Probabilities())
	}
	sum := must(loss.CrossEntropy{}.Classes(q, y, grad))
	for i, slopes := range grad { // through the softmax below
		var mean float64
		for c, s := range slopes {
			mean += q[i][c] * s
		}
		for c := range slopes {
			slopes[c] = q[i][c] * (slopes[c] - mean)
		}
	}
	return sum.Mean()
}

func double(w io.Writer, _ chapter.Input) {
	d, _ := digits(1. / 3)
	p := learn.Problem{Data: d}
	m, rate := p.Start(), 16/p.Smoothness()
	slopes := p.Start()
	grad := make([][]float64, len(d.Y))
	for i := range grad {
		grad[i] = make([]float64, d.Classes)
	}
	for step := 0; step <= 300; step++ {
		cost := doubled(m.Logits(d.X), d.Y, grad)
		switch step {
		case 0, 1, 10, 100, 300:
			a := m.Answer(d)
			fmt.Fprintf(w, "step %-4d log: %.4f nats  right: %6.2f %%  one softmax would cost %.4f\n",
				step, cost, 100*a.Right(), a.Loss().Nats())
		}
		back(grad, d, slopes)
		m.Add(-rate, slopes)
	}
	for _, n := range []float64{10, 1000, 50257} {
		fmt.Fprintf(w, "%v classes:\tln n = %.4f\tln(e + n − 1) − 1 = %.4f\n",
			n, math.Log(n), math.Log(math.E+n-1)-1)
	}
}

// back makes slopes in the weights and biases of those in the logits of each row.
func back(grad [][]float64, d learn.Data, slopes learn.Linear) {
	n := float64(len(d.X))
	for c, weights := range slopes.Weights {
		clear(weights)
		slopes.Bias[c] = 0
		for i, x := range d.X {
			for f := range x {
				weights[f] += grad[i][c] * x[f] / n
			}
			slopes.Bias[c] += grad[i][c] / n
		}
	}
}
