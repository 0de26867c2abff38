// Two-classes asks what a forecast of yes or no costs.
package main

import (
	"flag"
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
)

// What happened, p = (y, 1−y), and what was forecast, q = (ŷ, 1−ŷ).
var (
	classes = []string{"malignant", "benign"}
	p       = info.Must(1, 0)
	q       = info.Must(0.8, 0.2)
)

// The forecasts to score: of the tumours, or of the reader's own file.
var (
	tumours           = readTumours()
	intercept, weight = fit(tumours)
	outcomes          = forecastsOf(tumours)
	file              string
)

func main() {
	book := chapter.Program{
		About: "Two classes: what does a forecast of yes or no cost?",
		P:     &p, Q: &q, Outcomes: &classes, Want: 2,
		Flags: func(flags *flag.FlagSet) {
			flags.StringVar(&file, "file", "", "score the lines label,forecast of this `file`, - for standard input, in base-rate, score and costliest")
		},
		Ready: func() (err error) {
			if file != "" {
				outcomes, err = readForecasts(file)
			}
			return err
		},
	}
	book.Add("two-classes", "the cross entropy of two classes", twoClasses)
	book.Add("table", "what forecasts cost, for either class", table)
	book.Add("base-rate", "the best forecast that is the same for all", baseRate)
	book.Add("radius", "a forecast from one measurement", radius)
	book.Add("score", "what the forecasts cost and save", score)
	book.Add("costliest", "the single case that costs most", costliest)
	book.Add("logits", "where a probability runs out of digits", logits)
	book.Add("pull", "the slopes of the loss and of squared error", pull)
	book.Main()
}

func twoClasses(w io.Writer) {
	y, yhat := p.P(0), q.P(0)
	fmt.Fprintf(w, "y = %.4g\nŷ = %.4g\n", y, yhat)
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
	fmt.Fprintf(w, "in nats = %v\n", info.CrossEntropy(p, q).Nats())
	fmt.Fprintf(w, "loss    = %v\n", loss.Binary(y, yhat))
}

func table(w io.Writer) {
	for _, yhat := range []float64{0.99, 0.9, 0.5, 0.1, 0.01} {
		fmt.Fprintf(w, "ŷ = %-5.4g y = 1: %-13v y = 0: %v\n", yhat,
			loss.Binary(1, yhat).Bits(), loss.Binary(0, yhat).Bits())
	}
}

func baseRate(w io.Writer) {
	var ones float64
	for _, o := range outcomes {
		ones += o.label
	}
	n := float64(len(outcomes))
	share := ones / n
	fmt.Fprintf(w, "cases: %v, of label 1: %v, share: %.4g\n", n, ones, share)
	for _, yhat := range []float64{0.1, 0.25, share, 0.5, 0.75} {
		cost := info.CrossEntropy(
			info.Must(share, 1-share), info.Must(yhat, 1-yhat))
		fmt.Fprintf(w, "ŷ = %-7.4g costs %v\n", yhat, cost)
	}
}

func radius(w io.Writer) {
	fmt.Fprintf(w, "z = %.4g + %.4g · radius\n", intercept, weight)
	for _, radius := range []float64{10, 12, 14, 16, 18, 20} {
		z := intercept + weight*radius
		fmt.Fprintf(w, "radius %v: z = %-8.3g ŷ = %.4g\n",
			radius, z, loss.Sigmoid(z))
	}
}

func score(w io.Writer) {
	var total info.Nats
	var ones float64
	for _, o := range outcomes {
		total += loss.Binary(o.label, o.forecast)
		ones += o.label
	}
	n := float64(len(outcomes))
	base := info.BinaryEntropy(ones / n)
	cost := total.Bits() / info.Bits(n)
	fmt.Fprintf(w, "the base rate costs %v a case\n", base)
	fmt.Fprintf(w, "the forecasts cost  %v a case\n", cost)
	fmt.Fprintf(w, "saved:              %v a case\n", base-cost)
	fmt.Fprintf(w, "saved in all:       %v\n", (base-cost)*info.Bits(n))
}

func costliest(w io.Writer) {
	worst, most := outcome{}, info.Bits(-1)
	for _, o := range outcomes {
		if h := loss.Binary(o.label, o.forecast).Bits(); h > most {
			worst, most = o, h
		}
	}
	fmt.Fprintf(w, "%s\n", worst.what)
	fmt.Fprintf(w, "label %v, ŷ = %.3g\n", worst.label, worst.forecast)
	fmt.Fprintf(w, "cost = %v\n", most)
}

func logits(w io.Writer) {
	for _, z := range []float64{10, 30, 36, 37, 800} {
		yhat := loss.Sigmoid(z)
		fmt.Fprintf(w, "z = %-4v 1 − ŷ = %-10.4g from ŷ: %-12v from z: %v\n",
			z, 1-yhat, loss.Binary(0, yhat), loss.BinaryLogit(0, z))
	}
}

func pull(w io.Writer) {
	for _, z := range []float64{-8, -4, -2, 0, 2, 4, 8} {
		yhat := loss.Sigmoid(z)
		squared := 2 * (yhat - 1) * yhat * (1 - yhat)
		fmt.Fprintf(w, "z = %-3v ŷ = %-10.4g cross entropy: %-10.4f squared error: %.4f\n",
			z, yhat, loss.BinaryLogitGradient(1, z), squared)
	}
}
