package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
)

// rate walks down the valley of the tumours in steps of several sizes, and computes the
// loss from logits and, as one should not, from forecasts.
func rate(w io.Writer, _ chapter.Input) {
	d := data.Tumours()
	for i := range d.X {
		d.X[i] = d.X[i][:1] // the radius
	}
	d.X = learn.ScaleOf(d.X).Apply(d.X)
	p := learn.Problem{Data: d, Pinned: true}
	fmt.Fprintln(w, "rate\tstep 1\t2\t3\t98\t99\t100\t100, from ŷ")
	for _, k := range []float64{1, 10, 30, 100, 300} {
		m, grad := p.Start(), p.Start()
		fmt.Fprintf(w, "%v/L", k)
		for step := 0; step <= 100; step++ {
			cost := p.Gradient(m, grad)
			if step > 0 && step <= 3 || step >= 98 {
				fmt.Fprintf(w, "\t%.4g", cost)
			}
			if step < 100 {
				m.Add(-k/p.Smoothness(), grad)
			}
		}
		fmt.Fprintf(w, "\t%s\n", chapter.Number(float64(fromForecasts(m, d))))
	}
}

// fromForecasts is the mean loss of forecasts that are rounded, some of them to 0 or 1.
func fromForecasts(m learn.Linear, d learn.Data) (mean info.Nats) {
	for i, z := range m.Logits(d.X) {
		yhat := loss.Sigmoid(z[1])
		mean += loss.Binary(float64(d.Y[i]), yhat) / info.Nats(len(d.Y))
	}
	return mean
}
