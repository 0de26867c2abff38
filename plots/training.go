package main

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info/loss"
	"crossentropy/plots/internal/page"
)

var training = figure{
	name:         "training",
	title:        "Cross entropy learns at once from a mistake that squared error sits out",
	alt:          trainingAlt,
	height:       244,
	columnHeight: 430,
	draw:         drawTraining,
}

const (
	mistake       = -6.0 // a logit that is confidently wrong about the target y = 1
	trainingSteps = 1000
)

// A lesson is what gradient descent with rate 1 goes through from the mistake.
type lesson struct {
	logits   []float64
	gradient func(z float64) float64
}

func lessonOf(gradient func(z float64) float64) lesson {
	l := lesson{[]float64{mistake}, gradient}
	for z := mistake; len(l.logits) < trainingSteps; {
		z -= gradient(z)
		l.logits = append(l.logits, z)
	}
	return l
}

// firstRight returns the first step at which the forecast is on the right side.
func (l lesson) firstRight() int {
	return 1 + slices.IndexFunc(l.logits, func(z float64) bool { return z > 0 })
}

// curve returns what f says of the logit at each step, from 1.
func (l lesson) curve(f func(z float64) float64) plotter.XYs {
	return page.Spaced(func(step int) float64 { return f(l.logits[step-1]) }, 1, trainingSteps)
}

// pull is what a step adds to the logit.
func (l lesson) pull(z float64) float64 { return -l.gradient(z) }

func trainingAlt(example) string {
	ce, se := lessonOf(crossEntropyGradient), lessonOf(squaredGradient)
	return fmt.Sprintf("Two panels about gradient descent with rate 1 on one example with y = 1, "+
		"from a logit of %s, which is a forecast of %s. Left, the forecast against the step on "+
		"a logarithmic axis: it passes 1/2 at step %d under cross entropy and at step %d under "+
		"squared error. Right, the pull on the logit: at the first step %s under cross entropy and "+
		"%s under squared error, whose pull stays near 0 until the forecast is nearly right.",
		page.Number(mistake), page.Number(loss.Sigmoid(mistake)), ce.firstRight(), se.firstRight(),
		page.Number(ce.pull(mistake)), page.Number(se.pull(mistake)))
}

func drawTraining(pg *page.Page, _ example) {
	ce, se := lessonOf(crossEntropyGradient), lessonOf(squaredGradient)
	dx, dy := 9., 20. // from the curve of the first
	if pg.Column {
		dx, dy = 20, 16
	}
	first, second := pg.Halves()
	forecast := first.NewChart("step", 1, 1000, 0, 1.05)
	forecast.LogX(1)
	forecast.Guide(1, 0.5, 1000, 0.5)
	forecast.Line("squared error", se.curve(loss.Sigmoid), page.Orange, page.Thick)
	forecast.Line("cross entropy", ce.curve(loss.Sigmoid), page.Blue, page.Thick)
	ce.markRight(forecast, "cross entropy", dx, dy, page.Bold(page.Blue))
	se.markRight(forecast, "squared error", -8, -20, page.Bold(page.Orange).Right())
	forecast.Label(1.1, 0.5, 0, 9, "undecided", page.Style{})
	first.Panel(forecast, "forecast *ŷ* for *y* = 1")

	pull := second.NewChart("step", 1, 1000, 0, 1.05)
	pull.LogX(1)
	pull.Line("squared error", se.curve(se.pull), page.Orange, page.Thick)
	pull.Line("cross entropy", ce.curve(ce.pull), page.Blue, page.Thick)
	pull.Label(7, 0.7, 5, 0, "cross entropy:\n"+page.Number(ce.pull(mistake))+" at first",
		page.Bold(page.Blue))
	pull.Label(1000, 0.4, 0, 0, "squared error:\n"+page.Number(se.pull(mistake))+" at first",
		page.Bold(page.Orange).Right())
	second.Panel(pull, "pull on the logit, −∂loss/∂*z*")
}

// markRight marks the first step at which the forecast is on the right side.
func (l lesson) markRight(ch *page.Chart, name string, dx, dy float64, st page.Style) {
	step := l.firstRight()
	yhat := loss.Sigmoid(l.logits[step-1])
	ch.Dot(float64(step), yhat, st.Ink)
	ch.Label(float64(step), yhat, dx, dy, fmt.Sprintf("%s:\nright at step %d", name, step), st)
}
