package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
)

// judge says how far the answers to the rows held out can be trusted: what luck does to
// their cost where they are few, whether they keep their word, and which temperature would
// suit them.
func judge(w io.Writer, held learn.Answers) {
	const enough = 100
	if n := len(held.Targets); n > 1 && n < enough {
		_, se := info.Estimate(held.Costs())
		fmt.Fprintf(w, "few are held out: one of %d is %.2g %%, and the loss is ± %v\n",
			n, 100/float64(n), se)
	}
	printReliability(w, held, 4)
	if t, err := learn.Temperature(held.Logits, held.Targets); err == nil {
		fmt.Fprintf(w, "they would cost least at T = %s: %s\n", chapter.Number(t), sureness(t))
	}
}

// printReliability prints how often the likeliest class was right, in each bin of forecasts
// that are about as sure.
func printReliability(w io.Writer, a learn.Answers, bins int) {
	forecasts, right := a.Confidence()
	for i, bin := range learn.Reliability(forecasts, right, bins) {
		if bin.N > 0 {
			fmt.Fprintf(w, "%2d to %3d %% sure: %3d of them, %.1f %% on average, right in %.1f %%\n",
				100*i/bins, 100*(i+1)/bins, bin.N, 100*bin.Forecast, 100*bin.Share)
		}
	}
}

// sureness says what a fitted temperature tells of forecasts.
func sureness(t float64) string {
	switch {
	case t == 0:
		return "all are right"
	case math.IsInf(t, 1):
		return "equal odds would cost less"
	case t > 1:
		return "the forecasts are too sure"
	case t < 1:
		return "they could be surer"
	}
	return "they are as sure as they should be"
}

// dearest prints the ten rows that cost most, by their numbers in the table.
func dearest(w io.Writer, held learn.Answers, t data.Table) {
	numbers := heldOutRows(t.Data)
	for _, m := range held.Costliest(10) {
		line := few(fmt.Sprintf("row %d costs %v: ", numbers[m.Row], m.Cost), t.Names[m.Target:][:1])
		if m.Said != m.Target {
			line = few(line+", read as ", t.Names[m.Said:][:1])
		}
		fmt.Fprintln(w, line)
	}
}

// heldOutRows returns which rows of a table, from 1, are held out, in their order there. A
// seed deals out any rows alike, and so it does their numbers.
func heldOutRows(d learn.Data) (numbers []int) {
	count := learn.Data{Y: d.Y, Classes: d.Classes}
	for i := range d.Y {
		count.X = append(count.X, []float64{float64(i + 1)})
	}
	for _, x := range splitTable(count)[1].X {
		numbers = append(numbers, int(x[0]))
	}
	return numbers
}

// splitTable deals out three quarters of the rows to learn from, and holds out the rest.
func splitTable(d learn.Data) []learn.Data { return d.Split(1, 3./4, 1./4) }
