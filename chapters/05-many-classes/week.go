package main

import (
	"fmt"
	"io"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/loss"
)

// The week is three forecasts, and the words that came. Some weigh more,
// and a day that was torn out has no word.
var (
	diary = words
	dear  = []float64{1, 2, 4, 4}
	torn  = -100
	week  = [][]float64{
		{2, 1, 0, -1},
		{0, 0, 0, 0},
		{-1, 3, 1, 0},
	}
	came = []int{1, 0, 3}
)

func batch(w io.Writer) {
	sum := chapter.Try(loss.CrossEntropy{}.Classes(week, came, nil))
	for i, cost := range sum.Each {
		fmt.Fprintf(w, "z = %2v came %-10s costs %v\n",
			week[i], diary[came[i]], cost)
	}
	fmt.Fprintf(w, "total = %v\n", sum.Total)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
	fmt.Fprintf(w, "perplexity = %.4g\n", sum.Perplexity())
}

func weights(w io.Writer) {
	weighed := loss.CrossEntropy{Weight: dear}
	sum := chapter.Try(weighed.Classes(week, came, nil))
	for i, cost := range sum.Each {
		fmt.Fprintf(w, "%-10s weighs %v: %v\n",
			diary[came[i]], dear[came[i]], cost)
	}
	fmt.Fprintf(w, "total = %v, weight = %v\n", sum.Total, sum.Weight)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
	fmt.Fprintf(w, "total over rows = %v\n", sum.Total/info.Nats(len(week)))
}

func ignore(w io.Writer) {
	some := loss.CrossEntropy{Ignore: &torn}
	sum := chapter.Try(some.Classes(week, []int{1, torn, 3}, nil))
	fmt.Fprintln(w, "each:", sum.Each)
	fmt.Fprintf(w, "total = %v, weight = %v\n", sum.Total, sum.Weight)
	fmt.Fprintf(w, "mean  = %v\n", sum.Mean())
}
