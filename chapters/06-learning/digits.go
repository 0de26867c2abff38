package main

import (
	"fmt"
	"io"
	"strings"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

func digits(w io.Writer, _ chapter.Input) {
	d := data.Digits()
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	p := learn.Problem{Data: d, Penalty: 0.01}
	best, steps := train(p, "digits")
	fmt.Fprintf(w, "images: %d, of %d pixels each\n", len(d.X), len(d.X[0]))
	fmt.Fprintf(w, "L = %.4g, %d steps\n", p.Smoothness(), steps)
	fmt.Fprintf(w, "objective:     %.6g nats\n", float64(p.Objective(best)))
	report(w, p, best)
}

// hardlyAnySlope is how steep the slope is where training without a penalty ends.
const hardlyAnySlope = 1e-4

// trial deals the digits out to three parts, to train on, to choose by and to be judged
// by, and trains until hardly any slope is left.
var trial = sync.OnceValue(func() learn.Trial {
	training, validation, test := data.DigitThirds()
	return learn.NewTrial(training, validation, test, hardlyAnySlope)
})

func heldOut(w io.Writer, _ chapter.Input) {
	t, run := trial(), trial().Run
	last, least := len(run.Training)-1, run.Least()
	fmt.Fprintf(w, "digits in each part: %d\n", len(t.Validation.X))
	fmt.Fprintf(w, "base rate of validation: %v\n", info.Entropy(t.Validation.BaseRate()))
	for step, m := range run.Models {
		if isPowerOfTen(step) || step == least || step == last {
			fmt.Fprintf(w, "step %-4d training: %-14v %6.2f %%  validation: %-11v %5.2f %% right\n",
				step, run.Training[step], 100*m.Answer(t.Training).Right(),
				run.Validation[step], 100*m.Answer(t.Validation).Right())
		}
	}
	fmt.Fprintf(w, "lowest validation loss after %d steps: %v\n", least, run.Validation[least])
}

func reliability(w io.Writer, _ chapter.Input) {
	printReliability(w, trial().Run.Trained().Answer(trial().Test), 10)
}

func temperature(w io.Writer, _ chapter.Input) {
	t := trial()
	validation, test := t.Run.Trained().Answer(t.Validation), t.Run.Trained().Answer(t.Test)
	heated := test.At(t.Temperature)
	fmt.Fprintf(w, "T = %.4g\n", t.Temperature)
	fmt.Fprintf(w, "validation:  %v as trained, %v at T\n",
		validation.Loss(), validation.At(t.Temperature).Loss())
	fmt.Fprintf(w, "test:        %v as trained, %v at T\n", test.Loss(), heated.Loss())
	fmt.Fprintf(w, "right there: %.2f %% as trained, %.2f %% at T\n",
		100*test.Right(), 100*heated.Right())
	fmt.Fprintf(w, "stopped at the lowest: %v on the test part\n",
		t.Run.Stopped().Answer(t.Test).Loss())
}

func costliest(w io.Writer, _ chapter.Input) {
	answers := trial().Run.Trained().Answer(trial().Test)
	worst := answers.At(trial().Temperature).Costliest(10)
	for _, m := range worst {
		fmt.Fprintf(w, "%d read as %d: gave %d %.4f and %d %.5f, cost %v\n",
			m.Target, m.Said, m.Said, m.Sure, m.Target, m.P, m.Cost)
	}
	fmt.Fprintln(w)
	_, _, scans := data.DigitThirds()
	pixels := scans.X[worst[0].Row]
	for y := range 8 {
		var line strings.Builder
		for _, grey := range pixels[8*y : 8*y+8] {
			line.WriteString(strings.Repeat(string(" .:-=+*#%@"[int(grey*9/16)]), 2))
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}
