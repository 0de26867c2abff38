// Learning asks where the scores come from.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/internal/progress"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

var program = chapter.Program{
	About: "Learning: where do the scores come from?",
	File: "train on this `file`, a table of numbers with the class in its last column,\n" +
		"- for standard input; without it, on flowers",
	Sections: []chapter.Section{
		{Name: "lump", About: "one lump, and how it pulls", Run: lump},
		{Name: "step", About: "all lumps pull, and the first step", Run: step},
		{Name: "curvature", About: "how much a slope can change", Run: curvature},
		{Name: "plain", About: "thirty measurements, plain steps", Run: plain},
		{Name: "momentum", About: "the same with momentum", Run: momentum},
		{Name: "likelihood", About: "the most likely weights are the cheapest", Run: likelihood},
		{Name: "digits", About: "ten classes of handwriting", Run: digits},
		{Name: "held-out", About: "digits that training has not seen", Run: heldOut},
		{Name: "reliability", About: "what happened when the model was so sure", Run: reliability},
		{Name: "temperature", About: "one number that takes the boast out", Run: temperature},
		{Name: "standard-error", About: "how far luck reaches", Run: standardError},
		{Name: "splits", About: "to stop or to heat, on ten splits", Run: splits},
		{Name: "squared", About: "what squared error would have done", Run: squared},
		{Name: "stuck", About: "where squared error cannot start", Run: stuck},
		{Name: "batch-loss", About: "the loss of a batch, an estimate", Run: batchLoss},
		{Name: "minibatch", About: "a step for every 32 rows", Run: minibatch},
		{Name: "hidden", About: "a hidden layer, from two starts", Run: hidden},
		{Name: "backward", About: "its slopes, handed back and measured", Run: backward},
		{Name: "floats", About: "losses in fewer digits", Run: floats},
		{Name: "costliest", About: "the ten digits that cost most", Run: costliest},
		{Name: "file", About: "train on the flowers, or on a file of your own", Uses: "file", RunE: file},
		{Name: "play", About: "a game: choose the steps", Uses: "seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// radii are the lumps with their first measurement alone, standardised.
func radii() learn.Data {
	d := data.Tumours()
	for i := range d.X {
		d.X[i] = d.X[i][:1]
	}
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	return d
}

func lump(w io.Writer, _ chapter.Input) {
	d := radii()
	x, y := d.X[0][0], float64(d.Y[0])
	weight, bias := 0.0, 0.0
	z := weight*x + bias
	miss := loss.BinaryLogitGradient(y, z)
	fmt.Fprintf(w, "x = %.4g, y = %v, z = %v, ŷ = %v\n", x, y, z, loss.Sigmoid(z))
	fmt.Fprintf(w, "cost = %v\n", loss.BinaryLogit(y, z).Bits())
	fmt.Fprintf(w, "slope in the bias:   ŷ − y     = %v\n", miss)
	fmt.Fprintf(w, "slope in the weight: (ŷ − y)·x = %.4g\n", miss*x)
}

func step(w io.Writer, _ chapter.Input) {
	p := learn.Problem{Data: radii(), Pinned: true}
	fmt.Fprintf(w, "L = %.4g, a step is 1/L = %.4g times the gradient\n",
		p.Smoothness(), 1/p.Smoothness())
	learn.Descend(p, 5, func(step int, m learn.Linear, cost info.Nats) bool {
		fmt.Fprintf(w, "step %d: weight = %-7.4f bias = %-8.4f cost = %v\n",
			step, m.Weights[0][0], m.Bias[0], cost.Bits())
		return true
	})
}

// lumps is what there is to lower: thirty measurements, one sigmoid.
func lumps() learn.Problem {
	d := data.Tumours()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	return learn.Problem{Data: d, Penalty: 0.01, Pinned: true}
}

func plain(w io.Writer, _ chapter.Input) {
	p := lumps()
	best, _ := train(p, "thirty measurements")
	lowest := p.Objective(best)
	fmt.Fprintf(w, "L = %.4g\n", p.Smoothness())
	learn.Descend(p, 1000, stages(w, lowest))
}

// stages prints the objective after 0, 1, 10, 100 and more steps.
func stages(w io.Writer, lowest info.Nats) learn.Watch {
	return func(step int, _ learn.Linear, objective info.Nats) bool {
		if isPowerOfTen(step) {
			fmt.Fprintf(w, "step %-5d  %.6g nats, %.1e above the lowest\n",
				step, float64(objective), float64(objective-lowest))
		}
		return true
	}
}

func isPowerOfTen(n int) bool {
	for n > 1 && n%10 == 0 {
		n /= 10
	}
	return n <= 1
}

func momentum(w io.Writer, _ chapter.Input) {
	p := lumps()
	best, steps := train(p, "thirty measurements")
	lowest := p.Objective(best)
	learn.Accelerate(p, tolerance, stages(w, lowest))
	fmt.Fprintf(w, "the lowest, after %d steps: %.6g nats\n", steps, float64(lowest))
	fmt.Fprintf(w, "mean forecast: %.4f, share of malignant lumps: %.4f\n",
		meanForecast(best.Answer(p.Data), 1), p.Data.BaseRate().P(1))
	report(w, p, best)
}

// tolerance is how steep the slope is where training ends.
const tolerance = 1e-8

// train lowers the objective to the bottom, and shows how it goes.
func train(p learn.Problem, what string) (m learn.Linear, steps int) {
	say, done := progress.Working()
	defer done()
	return learn.Accelerate(p, tolerance, func(step int, _ learn.Linear, objective info.Nats) bool {
		say(fmt.Sprintf("%s: step %d, %v", what, step, objective.Bits()))
		return true
	})
}

// meanForecast is the mean probability that the answers give to a class.
func meanForecast(a learn.Answers, class int) (mean float64) {
	for i := range a.Logits {
		mean += a.Forecast(i).P(class) / float64(len(a.Logits))
	}
	return mean
}

func report(w io.Writer, p learn.Problem, m learn.Linear) {
	answers := m.Answer(p.Data)
	fmt.Fprintf(w, "base rate:     %v\n", info.Entropy(p.Data.BaseRate()))
	fmt.Fprintf(w, "cross entropy: %v\n", answers.Loss())
	fmt.Fprintf(w, "right:         %.2f %%\n", 100*answers.Right())
}

func likelihood(w io.Writer, _ chapter.Input) {
	p := lumps()
	best, _ := train(p, "thirty measurements")
	n := float64(len(p.Data.Y))
	for _, c := range []struct {
		what  string
		model learn.Linear
	}{{"equal odds", p.Start()}, {"the model", best}} {
		answers, chance := c.model.Answer(p.Data), 1.0
		for i, y := range p.Data.Y {
			chance *= answers.Forecast(i).P(y)
		}
		fmt.Fprintf(w, "%-11s product of the forecasts = %.4g, e^(−N·loss) = %.4g\n",
			c.what+":", chance, math.Exp(-n*float64(answers.Loss().Nats())))
	}
}
