package main

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info/loss"
	"crossentropy/plots/internal/page"
)

var binaryLoss = figure{
	name:         "binary-loss",
	title:        "Squared error lags from even odds, and sits out a sure mistake",
	alt:          binaryLossAlt,
	height:       244,
	columnHeight: 430,
	draw:         drawBinaryLoss,
}

const (
	evenOdds    = 0.0
	sureMistake = -6.0 // a logit that is confidently wrong about the target y = 1
	lessonSteps = 50
)

// A binaryLesson is gradient descent on one example with y = 1, under a loss whose
// curvature in the logit is at most L, in steps of 1/L.
type binaryLesson struct {
	gradient func(z float64) float64
	steepest float64 // L
}

var (
	crossEntropyLesson = binaryLesson{crossEntropyGradient, 1. / 4}
	squaredLesson      = binaryLesson{squaredGradient, squaredCurvature((9 + math.Sqrt(33)) / 24)}
)

func crossEntropyGradient(z float64) float64 { return loss.BinaryLogitGradient(1, z) }

// squaredGradient is the slope of (1 − σ(z))² in z.
func squaredGradient(z float64) float64 {
	yhat := loss.Sigmoid(z)
	return -2 * (1 - yhat) * yhat * (1 - yhat)
}

// squaredCurvature is the second derivative of (1 − σ(z))² in z, which is largest where
// 12ŷ² − 9ŷ + 1 = 0, and ŷ > 1/3.
func squaredCurvature(yhat float64) float64 {
	return 2 * yhat * (1 - yhat) * (1 - yhat) * (3*yhat - 1)
}

// forecasts returns the forecast at the start, and after each step.
func (l binaryLesson) forecasts(z float64) (yhat []float64) {
	for range lessonSteps + 1 {
		yhat = append(yhat, loss.Sigmoid(z))
		z -= l.gradient(z) / l.steepest
	}
	return yhat
}

// firstRight returns after how many steps the forecast is first on the right side.
func (l binaryLesson) firstRight(start float64) int {
	return slices.IndexFunc(l.forecasts(start), func(yhat float64) bool { return yhat > 0.5 })
}

func binaryLossAlt(example) string {
	ce, se := crossEntropyLesson, squaredLesson
	return fmt.Sprintf("Two panels, for the target y = 1. Left, the gradient in the logit z of cross "+
		"entropy, −ln ŷ, and of squared error, (1 − ŷ)²: at z = 0 they are %s and %s, and at z = −6, "+
		"a sure mistake, %s and %s. Right, the forecast against the step of gradient descent, "+
		"each loss with steps of 1/L, where L is its largest curvature. From even odds it is %s after one step "+
		"of cross entropy, and %s after one of squared error. From the sure mistake it passes 1/2 "+
		"at step %d under cross entropy, and at step %d under squared error.",
		page.Number(ce.gradient(evenOdds)), page.Number(se.gradient(evenOdds)),
		page.Number(ce.gradient(sureMistake)), page.Number(se.gradient(sureMistake)),
		page.Number(ce.forecasts(evenOdds)[1]), page.Number(se.forecasts(evenOdds)[1]),
		ce.firstRight(sureMistake), se.firstRight(sureMistake))
}

func drawBinaryLoss(pg *page.Page, _ example) {
	first, second := pg.Halves()
	first.Panel(gradientChart(first), "gradient ∂loss/∂*z* for *y* = 1")
	second.Panel(lessonChart(second), "forecast *ŷ* for *y* = 1")
}

func gradientChart(pg *page.Page) *page.Chart {
	ch := pg.NewChart("logit *z*, with *ŷ* = σ(*z*)", -6, 6, -1.05, 0.1)
	ch.X.Tick.Marker = page.Ticks(6)
	ch.Line("squared error", page.Sample(squaredGradient, -6, 6), page.Orange, page.Thick)
	ch.Line("cross entropy", page.Sample(crossEntropyGradient, -6, 6), page.Blue, page.Thick)
	ch.Label(0.8, -0.625, 0, 0, "cross entropy:\n*ŷ* − 1", page.Bold(page.Blue))
	ch.Label(-5.8, -0.375, 0, 0, "squared error:\nhardly any pull\non the left", page.Bold(page.Orange))
	return ch
}

func lessonChart(pg *page.Page) *page.Chart {
	ch := pg.NewChart("step of 1/*L*", 0, lessonSteps, 0, 1.05)
	ce, se := crossEntropyLesson, squaredLesson
	ch.Line("squared error, from even odds", se.curve(evenOdds), page.Orange, page.Thin, 5, 3)
	ch.Line("cross entropy, from even odds", ce.curve(evenOdds), page.Blue, page.Thin, 5, 3)
	ch.Line("squared error, from a mistake", se.curve(sureMistake), page.Orange, page.Thick)
	ch.Line("cross entropy, from a mistake", ce.curve(sureMistake), page.Blue, page.Thick)
	ch.Label(6, 0.76, 0, 0, "dashes: from even odds", page.Small(page.Plain))
	ch.Label(3, 0.5, 0, 0, "cross entropy,\nfrom *z* = −6", page.Bold(page.Blue))
	late := fmt.Sprintf("squared error,\nright at step %d", se.firstRight(sureMistake))
	ch.Label(31.5, 0.3, 0, 0, late, page.Bold(page.Orange).Right())
	return ch
}

// curve returns the forecast after each step.
func (l binaryLesson) curve(start float64) plotter.XYs {
	var xys plotter.XYs
	for step, yhat := range l.forecasts(start) {
		xys = append(xys, plotter.XY{X: float64(step), Y: yhat})
	}
	return xys
}
