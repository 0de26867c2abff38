// Learning asks where the scores come from.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/chapters/lab"
	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

func main() {
	book := chapter.Program{
		About: "Learning: where do the scores come from?",
		Flags: table.Flag("train on this `file` of comma-separated numbers, the last column the class, - for standard input; without it, on flowers"),
		Focus: table.Focus,
	}
	book.Add("lump", "one lump, and how it pulls", lump)
	book.Add("step", "all lumps pull, and the first step", step)
	book.Add("plain", "thirty measurements, plain steps", plain)
	book.Add("momentum", "the same with momentum", momentum)
	book.Add("likelihood", "the most likely weights are the cheapest", likelihood)
	book.Add("digits", "ten classes of handwriting", digits)
	book.Add("held-out", "digits that training has not seen", heldOut)
	book.Add("reliability", "what happened when the model was so sure", reliability)
	book.Add("temperature", "one number that cools the boast", temperature)
	book.Add("squared", "what squared error would have done", squared)
	book.Add("costliest", "the ten digits that cost most", costliest)
	book.Add("file", "train on the flowers, or on a file of your own", file)
	book.Main()
}

// radii are the lumps with their first measurement alone, standardised.
func radii() learn.Data {
	d := lab.Tumours()
	for i := range d.X {
		d.X[i] = d.X[i][:1]
	}
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	return d
}

func lump(w io.Writer) {
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

func step(w io.Writer) {
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
	d := lab.Tumours()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	return learn.Problem{Data: d, Penalty: 0.01, Pinned: true}
}

// tolerance is how steep the slope is where training ends.
const tolerance = 1e-8

func plain(w io.Writer) {
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

func momentum(w io.Writer) {
	p := lumps()
	best, steps := train(p, "thirty measurements")
	lowest := p.Objective(best)
	learn.Accelerate(p, tolerance, stages(w, lowest))
	fmt.Fprintf(w, "the lowest, after %d steps: %.6g nats\n", steps, float64(lowest))
	fmt.Fprintf(w, "mean forecast: %.4f, share of malignant lumps: %.4f\n",
		meanForecast(lab.Ask(best, p.Data), 1), p.Data.BaseRate().P(1))
	report(w, p, best)
}

// meanForecast is the mean probability that the answers give to a class.
func meanForecast(a lab.Answers, class int) (mean float64) {
	for i := range a.Logits {
		mean += a.Forecast(i).P(class) / float64(len(a.Logits))
	}
	return mean
}

// train lowers the objective to the bottom, and shows how it goes.
func train(p learn.Problem, what string) (m learn.Linear, steps int) {
	tell, done := chapter.Training(what)
	defer done()
	return learn.Accelerate(p, tolerance, func(step int, _ learn.Linear, objective info.Nats) bool {
		tell(step, objective)
		return true
	})
}

func report(w io.Writer, p learn.Problem, m learn.Linear) {
	answers := lab.Ask(m, p.Data)
	fmt.Fprintf(w, "base rate:     %v\n", info.Entropy(p.Data.BaseRate()))
	fmt.Fprintf(w, "cross entropy: %v\n", answers.Loss())
	fmt.Fprintf(w, "right:         %.2f %%\n", 100*answers.Right())
}

func likelihood(w io.Writer) {
	p := lumps()
	best, _ := train(p, "thirty measurements")
	n := float64(len(p.Data.Y))
	for _, c := range []struct {
		what  string
		model learn.Linear
	}{{"equal odds", p.Start()}, {"the model", best}} {
		logits := c.model.Logits(p.Data.X)
		chance := 1.0
		for i, y := range p.Data.Y {
			chance *= chapter.Try(loss.Softmax(logits[i]...)).P(y)
		}
		sum := chapter.Try(loss.CrossEntropy{}.Classes(logits, p.Data.Y, nil))
		fmt.Fprintf(w, "%-11s product of the forecasts = %.4g, e^(−N·loss) = %.4g\n",
			c.what+":", chance, math.Exp(-n*float64(sum.Mean())))
	}
}
