package main

import (
	"fmt"
	"io"
	"strings"

	"crossentropy/chapters/lab"
	"crossentropy/info"
	"crossentropy/info/learn"
)

func digits(w io.Writer) {
	d := lab.Digits()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	p := learn.Problem{Data: d, Penalty: 0.01}
	best, steps := train(p, "digits")
	fmt.Fprintf(w, "images: %d, of %d pixels each\n", len(d.X), len(d.X[0]))
	fmt.Fprintf(w, "L = %.4g, %d steps\n", p.Smoothness(), steps)
	fmt.Fprintf(w, "objective:     %.6g nats\n", float64(p.Objective(best)))
	report(w, p, best)
}

func heldOut(w io.Writer) {
	run := lab.Unpenalised()
	_, validation, _ := lab.Thirds()
	last, least := len(run.Training)-1, run.Least()
	fmt.Fprintf(w, "digits in each heap: %d\n", len(validation.X))
	fmt.Fprintf(w, "base rate of the second: %v\n", info.Entropy(validation.BaseRate()))
	for step := range run.Training {
		if isPowerOfTen(step) || step == least || step == last {
			fmt.Fprintf(w, "step %-4d first: %-15v %6.2f %% right   second: %-11v %5.2f %% right\n",
				step, run.Training[step], 100*run.TrainingRight[step],
				run.Validation[step], 100*run.ValidationRight[step])
		}
	}
	fmt.Fprintf(w, "lowest on the second after %d steps: %v\n", least, run.Validation[least])
}

func reliability(w io.Writer) {
	forecasts, right := lab.Judged().Test.Confidence()
	for i, bin := range learn.Reliability(forecasts, right, 10) {
		if bin.N > 0 {
			fmt.Fprintf(w, "%2d to %3d %% sure: %3d of them, %.1f %% on average, right in %.1f %%\n",
				10*i, 10*(i+1), bin.N, 100*bin.Forecast, 100*bin.Share)
		}
	}
}

func temperature(w io.Writer) {
	j := lab.Judged()
	_, _, test := lab.Thirds()
	heated := j.Test.At(j.Temperature)
	fmt.Fprintf(w, "T = %.4g\n", j.Temperature)
	fmt.Fprintf(w, "second heap: %v as trained, %v at T\n",
		j.Validation.Loss(), j.Validation.At(j.Temperature).Loss())
	fmt.Fprintf(w, "third heap:  %v as trained, %v at T\n", j.Test.Loss(), heated.Loss())
	fmt.Fprintf(w, "right there: %.2f %% as trained, %.2f %% at T\n",
		100*j.Test.Right(), 100*heated.Right())
	fmt.Fprintf(w, "stopped at the lowest: %v on the third heap\n",
		lab.Ask(lab.Unpenalised().Stopped, test).Loss())
}

func squared(w io.Writer) {
	training, validation, _ := lab.Thirds()
	for _, c := range []struct {
		what string
		learn.Problem
	}{
		{"cross entropy", learn.Problem{Data: training}},
		{"squared error", learn.Problem{Data: training, Loss: learn.SquaredError}},
	} {
		learn.Descend(c.Problem, 1000, func(step int, m learn.Linear, _ info.Nats) bool {
			if step >= 10 && isPowerOfTen(step) {
				held := lab.Ask(m, validation)
				fmt.Fprintf(w, "%s, step %-4d costs %-12v and is right in %.2f %%\n",
					c.what, step, held.Loss(), 100*held.Right())
			}
			return true
		})
	}
}

func costliest(w io.Writer) {
	worst := lab.Costliest(10)
	for _, m := range worst {
		fmt.Fprintf(w, "%d read as %d: gave %d %.4f and %d %.5f, cost %v\n",
			m.Digit, m.Said, m.Said, m.Sure, m.Digit, m.P, m.Cost)
	}
	fmt.Fprintln(w)
	for y := range 8 {
		var line strings.Builder
		for _, grey := range worst[0].Pixels[8*y : 8*y+8] {
			line.WriteString(strings.Repeat(string(" .:-=+*#%@"[int(grey*9/16)]), 2))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}
