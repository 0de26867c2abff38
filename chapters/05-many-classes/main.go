// Many-classes asks what a score for each class is worth.
package main

import (
	"flag"
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
)

// What tomorrow's word turned out to be, and the scores that a model
// gave to each word the day before.
var (
	words  = []string{"routine", "friends", "outing", "first time"}
	p      = info.Must(0, 1, 0, 0)
	scores = logits{2, 1, 0, -1}
)

func main() {
	var own logits
	book := chapter.Program{
		About: "Many classes: what is a score for each class worth?",
		P:     &p, Outcomes: &words,
		Flags: func(flags *flag.FlagSet) {
			flags.TextVar(&own, "logits", logits(nil),
				"a score for each outcome, as `numbers`; all 0 where only -p is given")
		},
		Ready: func() error { return ready(own) },
	}
	book.Add("scores", "from scores to probabilities", softmax)
	book.Add("shift", "only differences count", shift)
	book.Add("loss", "what the scores cost", cost)
	book.Add("twice", "a softmax under a softmax", twice)
	book.Add("slope", "how each score pulls", slope)
	book.Add("step", "a few steps downhill", step)
	book.Add("batch", "a week of forecasts", batch)
	book.Add("weights", "classes that count for more", weights)
	book.Add("ignore", "a day that does not count", ignore)
	book.Add("smoothing", "targets that are not quite certain", smoothing)
	book.Add("torch", "all of it at once, beside PyTorch", torch)
	book.Add("odd", "where PyTorch and this library differ", odd)
	book.Add("places", "one row of logits for each letter of a text", places)
	book.Add("temperature", "bolder and shyer forecasts", temperature)
	book.Main()
}

func softmax(w io.Writer) {
	q := chapter.Try(loss.Softmax(scores...))
	fmt.Fprintf(w, "Σ eᶻ = %.4g\n", sumOfPowers(scores))
	for x, z := range scores {
		fmt.Fprintf(w, "%-10s z = %-4.4g eᶻ = %-7.4g q = %.4f\n",
			words[x], z, math.Exp(z), q.P(x))
	}
}

func shift(w io.Writer) {
	for _, c := range []float64{0, 1000} {
		moved := make([]float64, len(scores))
		for x, z := range scores {
			moved[x] = z + c
		}
		plain := math.Exp(moved[0]) / sumOfPowers(moved)
		q := chapter.Try(loss.Softmax(moved...))
		fmt.Fprintf(w, "z + %-4v %s: e^%v/Σ = %.4f, softmax: %.4f\n",
			c, words[0], moved[0], plain, q.P(0))
	}
}

func sumOfPowers(scores []float64) (sum float64) {
	for _, z := range scores {
		sum += math.Exp(z)
	}
	return sum
}

func cost(w io.Writer) {
	q := chapter.Try(loss.Softmax(scores...))
	rows, truth := [][]float64{scores}, [][]float64{all(p)}
	sum := chapter.Try(loss.CrossEntropy{}.Soft(rows, truth, nil))
	fmt.Fprintf(w, "H(p, q)        = %v\n", info.CrossEntropy(p, q).Nats())
	fmt.Fprintf(w, "loss of scores = %v\n", sum.Total)
	fmt.Fprintf(w, "ln Σ eᶻ        = %.4g\n", loss.LogSumExp(scores...))
	fmt.Fprintf(w, "Σ p·z          = %.4g\n", mean(p, scores))
	fmt.Fprintf(w, "in bits        = %v\n", sum.Total.Bits())
}

// twice puts a softmax under a loss that applies another.
func twice(w io.Writer) {
	right := []int{1}
	for _, lead := range []float64{0, 2, 10, 100} {
		row := []float64{0, lead, 0, 0}
		q := chapter.Try(loss.Softmax(row...))
		once := chapter.Try(loss.CrossEntropy{}.Classes([][]float64{row}, right, nil))
		twice := chapter.Try(loss.CrossEntropy{}.Classes([][]float64{all(q)}, right, nil))
		fmt.Fprintf(w, "ahead by %-4v once: %-15v twice: %v\n", lead, once.Total, twice.Total)
	}
}

func slope(w io.Writer) {
	q := chapter.Try(loss.Softmax(scores...))
	grad := [][]float64{make([]float64, len(scores))}
	chapter.Try(loss.CrossEntropy{}.Soft(
		[][]float64{scores}, [][]float64{all(p)}, grad))
	for x, g := range grad[0] {
		fmt.Fprintf(w, "%-10s q = %.4f p = %.4g  slope = %.4f\n",
			words[x], q.P(x), p.P(x), g)
	}
}

func step(w io.Writer) {
	z := append([]float64{}, scores...)
	grad := [][]float64{make([]float64, len(z))}
	for n := range 5 {
		sum := chapter.Try(loss.CrossEntropy{}.Soft(
			[][]float64{z}, [][]float64{all(p)}, grad))
		fmt.Fprintf(w, "step %d: z = %.2f costs %v\n", n, z, sum.Total)
		for x, g := range grad[0] {
			z[x] -= g
		}
	}
}

func smoothing(w io.Writer) {
	plain, smooth := loss.CrossEntropy{}, loss.CrossEntropy{Smoothing: 0.1}
	most, least := 0.9+0.1/4, 0.1/4 // of the smoothed target
	fmt.Fprintf(w, "ln(%v/%v) = %.4g\n", most, least, math.Log(most/least))
	for _, lead := range []float64{0, 2, math.Log(most / least), 6, 12, 24} {
		row, right := [][]float64{{0, lead, 0, 0}}, []int{1}
		fmt.Fprintf(w, "ahead by %-6.4g plain: %-15v smoothed: %v\n", lead,
			chapter.Try(plain.Classes(row, right, nil)).Total,
			chapter.Try(smooth.Classes(row, right, nil)).Total)
	}
}

func temperature(w io.Writer) {
	for _, t := range []float64{0.25, 0.5, 1, 2, 4, 100} {
		heated := make([]float64, len(scores))
		for x, z := range scores {
			heated[x] = z / t
		}
		q := chapter.Try(loss.Softmax(heated...))
		fmt.Fprintf(w, "T = %-4v q = %.3f H(q) = %v\n",
			t, all(q), info.Entropy(q))
	}
}

// all lists the probabilities of d.
func all(d info.Distribution) (p []float64) {
	for _, px := range d.All() {
		p = append(p, px)
	}
	return p
}

// mean is the mean score under p.
func mean(p info.Distribution, scores []float64) (sum float64) {
	for x, px := range p.All() {
		if px > 0 {
			sum += px * scores[x]
		}
	}
	return sum
}
