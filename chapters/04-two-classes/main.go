// Two-classes asks what a forecast of yes or no costs.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/loss"
)

// What happened, P = (y, 1−y), and what was forecast, Q = (ŷ, 1−ŷ).
var book = chapter.Input{
	P: info.Must(1, 0),
	Q: info.Must(0.8, 0.2),
}

var program = chapter.Program{
	About:    "Two classes: what does a forecast of yes or no cost?",
	Book:     book,
	Outcomes: 2,
	File:     "score the lines label,forecast of this `file`, - for standard input",
	Sections: []chapter.Section{
		{Name: "two-classes", About: "the cross entropy of two classes", Uses: "p q", Run: twoClasses},
		{Name: "table", About: "what forecasts cost, for either class", Run: table},
		{Name: "base-rate", About: "the best forecast that is the same for all", Uses: "file", RunE: scored(baseRate)},
		{Name: "radius", About: "a forecast from one measurement", Run: radius},
		{Name: "score", About: "what the forecasts cost and save", Uses: "file", RunE: scored(score)},
		{Name: "costliest", About: "the single case that costs most", Uses: "file", RunE: scored(costliest)},
		{Name: "lookup", About: "a table of all radii, and what it is worth", Run: lookup},
		{Name: "check", About: "the slopes, measured", Run: check},
		{Name: "pull", About: "the slopes of the loss and of squared error", Run: pull},
		{Name: "logits", About: "where a probability runs out of digits", Run: logits},
		{Name: "play", About: "a game: forecast twenty lumps", Uses: "seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// scored makes a section of what is said of outcomes: those of the tumours, or those
// in the reader's file.
func scored(section func(io.Writer, scores)) func(io.Writer, chapter.Input) error {
	return func(w io.Writer, in chapter.Input) error {
		s, err := scoresOf(in)
		if err == nil {
			section(w, s)
		}
		return err
	}
}

// binaryLoss is what the forecast yhat costs when y comes, in nats.
func binaryLoss(y, yhat float64) (sum float64) {
	if y > 0 {
		sum -= y * math.Log(yhat)
	}
	if y < 1 {
		sum -= (1 - y) * math.Log(1-yhat)
	}
	return sum
}

func twoClasses(w io.Writer, in chapter.Input) {
	p, q := in.P, in.Q
	y, yhat := p.P(0), q.P(0)
	fmt.Fprintf(w, "y = %.4g\nŷ = %.4g\n", y, yhat)
	fmt.Fprintf(w, "H(p, q) = %v\n", info.CrossEntropy(p, q))
	fmt.Fprintf(w, "loss    = %v\n", info.Nats(binaryLoss(y, yhat)))
	fmt.Fprintf(w, "in bits = %v\n", loss.Binary(y, yhat).Bits())
}

func table(w io.Writer, _ chapter.Input) {
	for _, yhat := range []float64{0.99, 0.9, 0.5, 0.1, 0.01} {
		fmt.Fprintf(w, "ŷ = %-5.4g y = 1: %-13v y = 0: %v\n", yhat,
			loss.Binary(1, yhat).Bits(), loss.Binary(0, yhat).Bits())
	}
}

func baseRate(w io.Writer, s scores) {
	share := s.ones / float64(s.cases)
	fmt.Fprintf(w, "cases: %d, of label 1: %.0f, share: %.4g\n", s.cases, s.ones, share)
	for _, yhat := range []float64{0.1, 0.25, share, 0.5, 0.75} {
		cost := info.CrossEntropy(
			info.Must(share, 1-share), info.Must(yhat, 1-yhat))
		fmt.Fprintf(w, "ŷ = %-7.4g costs %v\n", yhat, cost)
	}
}

func radius(w io.Writer, _ chapter.Input) {
	intercept, weight := fit(data.Tumours())
	fmt.Fprintf(w, "z = %.4g + %.4g · radius\n", intercept, weight)
	for _, radius := range []float64{10, 12, 14, 16, 18, 20} {
		z := intercept + weight*radius
		fmt.Fprintf(w, "radius %v: z = %-8.3g ŷ = %.4g\n",
			radius, z, loss.Sigmoid(z))
	}
}

func score(w io.Writer, s scores) {
	n := float64(s.cases)
	base := info.BinaryEntropy(s.ones / n)
	cost := s.cost.Bits() / info.Bits(n)
	fmt.Fprintf(w, "the base rate costs %v a case\n", base)
	fmt.Fprintf(w, "the forecasts cost  %v a case\n", cost)
	if s.cases > 1 && !math.IsInf(float64(cost), 1) {
		fmt.Fprintf(w, "standard error:     %v\n", s.standardError().Bits())
	}
	fmt.Fprintf(w, "saved:              %v a case\n", base-cost)
	fmt.Fprintf(w, "saved in all:       %v\n", (base-cost)*info.Bits(n))
}

func costliest(w io.Writer, s scores) {
	fmt.Fprintf(w, "%s\n", s.worst.what)
	fmt.Fprintf(w, "label %v, ŷ = %.3g\n", s.worst.label, s.worst.forecast)
	fmt.Fprintf(w, "cost = %v\n", s.most.Bits())
}

func pull(w io.Writer, _ chapter.Input) {
	for _, z := range []float64{-8, -4, -2, 0, 2, 4, 8} {
		yhat := loss.Sigmoid(z)
		squared := 2 * (yhat - 1) * yhat * (1 - yhat)
		fmt.Fprintf(w, "z = %-3v ŷ = %-10.4g cross entropy: %-10.4f squared error: %.4f\n",
			z, yhat, loss.BinaryLogitGradient(1, z), squared)
	}
}

// lossOfLogit is what the logit z costs when y, 0 or 1, comes, in nats.
func lossOfLogit(y, z float64) float64 {
	wrong := z // how far z leans away from y
	if y == 1 {
		wrong = -z
	}
	return max(wrong, 0) + math.Log1p(math.Exp(-math.Abs(z)))
}

func logits(w io.Writer, _ chapter.Input) {
	for _, z := range []float64{10, 30, 36, 37, 800} {
		yhat := loss.Sigmoid(z)
		fmt.Fprintf(w, "z = %-4v 1 − ŷ = %-10.4g from ŷ: %-12v from z: %v\n",
			z, 1-yhat, info.Nats(binaryLoss(0, yhat)), info.Nats(lossOfLogit(0, z)))
	}
}
