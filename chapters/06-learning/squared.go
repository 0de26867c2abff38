package main

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
	"crossentropy/info/learn"
)

// A slope leaves the gradient of a loss at m in grad.
type slope func(p learn.Problem, m, grad learn.Linear)

func crossEntropySlope(p learn.Problem, m, grad learn.Linear) { p.Gradient(m, grad) }
func squaredErrorSlope(p learn.Problem, m, grad learn.Linear) { p.SquaredError(m, grad) }

// pass goes down a slope from m, in steps of rate times the
// gradient, and returns the models that it passes after some numbers
// of steps, which rise.
func (s slope) pass(
	p learn.Problem, m learn.Linear, rate float64, steps []int,
) (passed []learn.Linear) {
	grad := p.Start()
	for step := 1; step <= slices.Max(steps); step++ {
		s(p, m, grad)
		m.Add(-rate, grad)
		if slices.Contains(steps, step) {
			passed = append(passed, m.Clone())
		}
	}
	return passed
}

// Step sizes to choose from, in units of 1/L.
var sizes = []float64{1, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128}

// passes returns, for each size of step, the models after some numbers of steps.
func (s slope) passes(p learn.Problem, steps []int) [][]learn.Linear {
	all := make([][]learn.Linear, len(sizes))
	var running sync.WaitGroup
	for i, size := range sizes {
		running.Go(func() { all[i] = s.pass(p, p.Start(), size/p.Smoothness(), steps) })
	}
	running.Wait()
	return all
}

func squared(w io.Writer, _ chapter.Input) {
	p := learn.Problem{Data: trial().Training}
	steps := []int{10, 100}
	ce := slope(crossEntropySlope).passes(p, steps)
	se := slope(squaredErrorSlope).passes(p, steps)
	fmt.Fprintln(w, "bits on the test part\tcross entropy\tsquared error\tdearer by")
	for i, step := range steps {
		compare(w, step, ce[0][i], se[0][i], "1/L", "1/L")
	}
	for i, step := range steps {
		a, b := best(ce, i), best(se, i)
		compare(w, step, ce[a][i], se[b][i],
			fmt.Sprintf("%v/L", sizes[a]), fmt.Sprintf("%v/L", sizes[b]))
	}
}

// compare prints what two models cost on the test part, and by how much the second is
// dearer, row by row.
func compare(w io.Writer, step int, ce, se learn.Linear, ceSize, seSize string) {
	test := trial().Test
	a, b := ce.Answer(test), se.Answer(test)
	more, moreError := info.Estimate(learn.Differences(b.Costs(), a.Costs()))
	fmt.Fprintf(w, "after %d steps of\t%s: %.4f\t%s: %.4f\t%.4f ± %.4f\n",
		step, ceSize, a.Loss(), seSize, b.Loss(), more, moreError)
}

// best returns the size of step whose i-th model has the least validation loss.
func best(passes [][]learn.Linear, i int) (size int) {
	var costs []info.Bits
	for _, passed := range passes {
		costs = append(costs, passed[i].Answer(trial().Validation).Loss())
	}
	return slices.Index(costs, slices.Min(costs))
}

// stuck starts sure and wrong: whatever it sees it takes for a 0.
func stuck(w io.Writer, _ chapter.Input) {
	p := learn.Problem{Data: trial().Training}
	steps := []int{1, 10, 100}
	fmt.Fprintln(w, "bits on the test part, right in\tafter 1 step\tafter 10 steps\tafter 100 steps")
	for _, c := range []struct {
		what  string
		slope slope
	}{{"cross entropy", crossEntropySlope}, {"squared error", squaredErrorSlope}} {
		for _, size := range []float64{1, 16, 128} {
			start := p.Start()
			start.Bias[0] = 20
			fmt.Fprintf(w, "%s, %v/L:", c.what, size)
			for _, m := range c.slope.pass(p, start, size/p.Smoothness(), steps) {
				held := m.Answer(trial().Test)
				fmt.Fprintf(w, "\t%.4g, %.1f %%", held.Loss(), 100*held.Right())
			}
			fmt.Fprintln(w)
		}
	}
}
