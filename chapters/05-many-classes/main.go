// Many-classes asks what a score for each class is worth.
package main

import (
	"fmt"
	"io"
	"math"
	"slices"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
)

// What tomorrow's word turned out to be, and the scores that a model
// gave to each word the day before.
var book = chapter.Input{
	Words:  []string{"routine", "friends", "outing", "first time"},
	P:      info.Must(0, 1, 0, 0),
	Logits: chapter.Logits{2, 1, 0, -1},
}

var program = chapter.Program{
	About: "Many classes: what is a score for each class worth?",
	Book:  book,
	Sections: []chapter.Section{
		{Name: "scores", About: "from scores to probabilities", Uses: "logits symbols", Run: softmax},
		{Name: "shift", About: "only differences count", Uses: "logits symbols", Run: shift},
		{Name: "temperature", About: "bolder and shyer forecasts", Uses: "logits", Run: temperature},
		{Name: "loss", About: "what the scores cost", Uses: "p logits", Run: cost},
		{Name: "twice", About: "a softmax under a softmax", Run: twice},
		{Name: "slope", About: "how each score pulls", Uses: "p logits symbols", Run: slope},
		{Name: "check", About: "the slopes, measured", Run: check},
		{Name: "step", About: "a few steps downhill", Uses: "p logits", Run: step},
		{Name: "batch", About: "a week of forecasts", Run: batch},
		{Name: "weights", About: "classes that count for more", Run: weights},
		{Name: "ignore", About: "a day that does not count", Run: ignore},
		{Name: "smoothing", About: "targets that are not quite certain", Run: smoothing},
		{Name: "honest", About: "the forecast that costs least, under weights and smoothing", Run: honest},
		{Name: "torch", About: "all of it at once, beside PyTorch", Run: torch},
		{Name: "odd", About: "where PyTorch and this library differ", Run: odd},
		{Name: "places", About: "one row of logits for each letter of a text", Run: places},
		{Name: "play", About: "a game: logits against the truth", Uses: "symbols seed", Play: play, Script: script},
	},
}

func main() { chapter.Main(program) }

// must returns what cannot fail: the scores are finite, and the rest is the program's.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func softmax(w io.Writer, in chapter.Input) {
	q := must(loss.Softmax(in.Logits...))
	fmt.Fprintf(w, "Σ eᶻ = %s\n", chapter.Number(sumOfPowers(in.Logits)))
	for x, qx := range chapter.Few(w, q, 4) {
		z := in.Logits[x]
		fmt.Fprintf(w, "%-10s\tz = %-4.4g\teᶻ = %-7s\tq = %.4f\n",
			in.Words[x], z, chapter.Number(math.Exp(z)), qx)
	}
}

func sumOfPowers(scores []float64) (sum float64) {
	for _, z := range scores {
		sum += math.Exp(z)
	}
	return sum
}

// softmaxOf makes probabilities of scores. The largest is taken
// out of all, so that no power of e overflows.
func softmaxOf(scores []float64) (q []float64) {
	largest, sum := slices.Max(scores), 0.0
	for _, z := range scores {
		q = append(q, math.Exp(z-largest))
		sum += q[len(q)-1]
	}
	for x := range q {
		q[x] /= sum
	}
	return q
}

func shift(w io.Writer, in chapter.Input) {
	for _, c := range []float64{0, 1000} {
		moved := slices.Clone(in.Logits)
		for x := range moved {
			moved[x] += c
		}
		plain := math.Exp(moved[0]) / sumOfPowers(moved)
		fmt.Fprintf(w, "z + %-4v %s: e^%.6g/Σ = %.4f, softmax: %.4f\n",
			c, in.Words[0], moved[0], plain, softmaxOf(moved)[0])
	}
}

func temperature(w io.Writer, in chapter.Input) {
	largest := slices.Max(in.Logits)
	for _, t := range []float64{0.25, 0.5, 1, 2, 4, 100} {
		heated := slices.Clone(in.Logits)
		for x := range heated { // less the largest, lest it overflow
			heated[x] = max(-math.MaxFloat64, (heated[x]-largest)/t)
		}
		q := must(loss.Softmax(heated...))
		probabilities := q.Probabilities() // where one is rounded to 1, the scores tell H(q)
		own := must(loss.CrossEntropy{}.Soft([][]float64{heated}, [][]float64{probabilities}, nil))
		fmt.Fprintf(w, "T = %-4v\tq = [%s]\tH(q) = %v\n",
			t, chapter.Fit(42, probabilities, "%.3f", " "), own.Total.Bits())
	}
}

// logSumExp is the logarithm of the sum of e to the scores.
func logSumExp(scores []float64) float64 {
	largest, sum := slices.Max(scores), 0.0
	for _, z := range scores {
		sum += math.Exp(z - largest)
	}
	return largest + math.Log(sum)
}

func cost(w io.Writer, in chapter.Input) {
	q := must(loss.Softmax(in.Logits...))
	rows, truth := [][]float64{in.Logits}, [][]float64{in.P.Probabilities()}
	sum := must(loss.CrossEntropy{}.Soft(rows, truth, nil))
	fmt.Fprintf(w, "H(p, q)        = %v\n", info.CrossEntropy(in.P, q))
	fmt.Fprintf(w, "loss of scores = %v\n", sum.Total)
	fmt.Fprintf(w, "ln Σ eᶻ        = %.4g\n", logSumExp(in.Logits))
	fmt.Fprintf(w, "Σ p·z          = %.4g\n", mean(in.P, in.Logits))
	fmt.Fprintf(w, "in bits        = %v\n", sum.Total.Bits())
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

// twice puts a softmax under a loss that applies another.
func twice(w io.Writer, _ chapter.Input) {
	right := []int{1}
	for _, lead := range []float64{0, 2, 10, 100} {
		row := []float64{0, lead, 0, 0}
		q := must(loss.Softmax(row...))
		once := must(loss.CrossEntropy{}.Classes([][]float64{row}, right, nil))
		twice := must(loss.CrossEntropy{}.Classes([][]float64{q.Probabilities()}, right, nil))
		fmt.Fprintf(w, "ahead by %-4v once: %-15v twice: %v\n", lead, once.Total, twice.Total)
	}
}

func slope(w io.Writer, in chapter.Input) {
	q := must(loss.Softmax(in.Logits...))
	grad := [][]float64{make([]float64, len(in.Logits))}
	must(loss.CrossEntropy{}.Soft(
		[][]float64{in.Logits}, [][]float64{in.P.Probabilities()}, grad))
	for x, px := range chapter.Few(w, in.P, 4) {
		fmt.Fprintf(w, "%-10s\tq = %.4f\tp = %.4g\t slope = %.4f\n",
			in.Words[x], q.P(x), px, grad[0][x])
	}
}

func step(w io.Writer, in chapter.Input) {
	z := slices.Clone(in.Logits)
	grad := [][]float64{make([]float64, len(z))}
	format := "%.2f"
	if slices.Max(z) >= 1e6 || slices.Min(z) <= -1e6 {
		format = "%.4g"
	}
	for n := range 5 {
		sum := must(loss.CrossEntropy{}.Soft(
			[][]float64{z}, [][]float64{in.P.Probabilities()}, grad))
		fmt.Fprintf(w, "step %d: z = [%s] costs %v\n", n, chapter.Fit(45, z, format, " "), sum.Total)
		for x, g := range grad[0] {
			z[x] -= g
		}
	}
}

// The week is three forecasts, and the words that came. Some weigh more,
// and a day that was torn out has no word.
var (
	dear = []float64{1, 2, 4, 4}
	torn = -100
	week = [][]float64{
		{2, 1, 0, -1},
		{0, 0, 0, 0},
		{-1, 3, 1, 0},
	}
	came = []int{1, 0, 3}
)

func batch(w io.Writer, _ chapter.Input) {
	sum := must(loss.CrossEntropy{}.Classes(week, came, nil))
	for i, cost := range sum.Each {
		fmt.Fprintf(w, "z = %2v came %-10s costs %v\n",
			week[i], book.Words[came[i]], cost)
	}
	fmt.Fprintf(w, "total = %v\n", sum.Total)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
	fmt.Fprintf(w, "perplexity = %.4g, e to the mean\n", sum.Perplexity())
	first := must(loss.CrossEntropy{}.Classes(week[:2], came[:2], nil))
	rest := must(loss.CrossEntropy{}.Classes(week[2:], came[2:], nil))
	fmt.Fprintf(w, "mean of the means of two days and one = %v\n",
		(first.Mean()+rest.Mean())/2)
}

func weights(w io.Writer, _ chapter.Input) {
	weighed := loss.CrossEntropy{Weight: dear}
	sum := must(weighed.Classes(week, came, nil))
	for i, cost := range sum.Each {
		fmt.Fprintf(w, "%-10s weighs %v: %v\n",
			book.Words[came[i]], dear[came[i]], cost)
	}
	fmt.Fprintf(w, "total = %v, weight = %v\n", sum.Total, sum.Weight)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
	fmt.Fprintf(w, "total over rows = %v\n", sum.Total/info.Nats(len(week)))
}

func ignore(w io.Writer, _ chapter.Input) {
	some := loss.CrossEntropy{Ignore: &torn}
	sum := must(some.Classes(week, []int{1, torn, 3}, nil))
	fmt.Fprintln(w, "each:", sum.Each)
	fmt.Fprintf(w, "total = %v, weight = %v\n", sum.Total, sum.Weight)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
}

func smoothing(w io.Writer, _ chapter.Input) {
	plain, smooth := loss.CrossEntropy{}, loss.CrossEntropy{Smoothing: 0.1}
	most, least := 0.9+0.1/4, 0.1/4 // of the smoothed target
	fmt.Fprintf(w, "ln(%v/%v) = %.4g\n", most, least, math.Log(most/least))
	for _, lead := range []float64{0, 2, math.Log(most / least), 6, 12, 24} {
		row, right := [][]float64{{0, lead, 0, 0}}, []int{1}
		fmt.Fprintf(w, "ahead by %-6.4g plain: %-15v smoothed: %v\n", lead,
			must(plain.Classes(row, right, nil)).Total,
			must(smooth.Classes(row, right, nil)).Total)
	}
}

// cheapest goes downhill to the forecast that costs least where the
// words come as often as p says.
func cheapest(
	l loss.CrossEntropy, p []float64,
) (q info.Distribution, cost info.Nats) {
	z, truth := [][]float64{make([]float64, len(p))}, [][]float64{p}
	slopes := [][]float64{make([]float64, len(p))}
	for range 2000 {
		cost = must(l.Soft(z, truth, slopes)).Total
		for c, slope := range slopes[0] {
			z[0][c] -= 0.3 * slope
		}
	}
	return must(loss.Softmax(z[0]...)), cost
}

func honest(w io.Writer, _ chapter.Input) {
	often, sure := []float64{0.5, 0.25, 0.125, 0.125}, []float64{0, 1, 0, 0}
	fmt.Fprintf(w, "words come as often as p = %.4g; where one is sure, p = %v:\n", often, sure)
	for _, c := range []struct {
		what  string
		l     loss.CrossEntropy
		truth []float64
	}{
		{"plain", loss.CrossEntropy{}, often},
		{"weights 1 2 4 4", loss.CrossEntropy{Weight: dear}, often},
		{"smoothing 0.1", loss.CrossEntropy{Smoothing: 0.1}, often},
		{"smoothing, sure:", loss.CrossEntropy{Smoothing: 0.1}, sure},
	} {
		q, cost := cheapest(c.l, c.truth)
		fmt.Fprintf(w, "%-16s cheapest q = %.4f costs %v\n", c.what, q.Probabilities(), cost)
	}
}
