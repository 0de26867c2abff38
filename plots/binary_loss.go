package main

import (
	"fmt"

	"crossentropy/info/loss"
	"crossentropy/plots/internal/page"
)

var binaryLoss = figure{
	name:         "binary-loss",
	title:        "Cross entropy keeps pulling where squared error lets go",
	alt:          binaryLossAlt,
	height:       244,
	columnHeight: 430,
	draw:         drawBinaryLoss,
}

func binaryLossAlt(example) string {
	const forecast, logit = 0.01, -6
	return fmt.Sprintf("Two panels, for the target y = 1. Left, the loss against the forecast ŷ: "+
		"cross entropy, −ln ŷ, grows without bound as ŷ falls to 0 and is %v at ŷ = %v; squared "+
		"error stops at 1. For y = 0 cross entropy is the mirror image. Right, the gradient in "+
		"the logit z: at z = −6, a confident mistake, that of cross entropy is %s "+
		"and that of squared error %s.",
		loss.Binary(1, forecast), forecast,
		page.Number(crossEntropyGradient(logit)), page.Number(squaredGradient(logit)))
}

func crossEntropyGradient(z float64) float64 { return loss.BinaryLogitGradient(1, z) }

// squaredGradient is the slope of (1 − σ(z))² in z.
func squaredGradient(z float64) float64 {
	yhat := loss.Sigmoid(z)
	return -2 * (1 - yhat) * yhat * (1 - yhat)
}

func drawBinaryLoss(pg *page.Page, _ example) {
	first, second := pg.Halves()
	first.Panel(lossChart(first), "loss for *y* = 1, nats")
	second.Panel(gradientChart(second), "gradient ∂loss/∂*z* for *y* = 1")
}

func lossChart(pg *page.Page) *page.Chart {
	against := func(y float64) func(float64) float64 {
		return func(yhat float64) float64 { return float64(loss.Binary(y, yhat)) }
	}
	squaredError := func(yhat float64) float64 { return (1 - yhat) * (1 - yhat) }
	ch := pg.NewChart("forecast *ŷ*", 0, 1, 0, 4.2)
	ch.Line("cross entropy for y = 0", page.Sample(against(0), 0, 0.99), page.Green, page.Thin, 5, 3)
	ch.Line("squared error", page.Sample(squaredError, 0, 1), page.Orange, page.Thick)
	ch.Line("cross entropy", page.Sample(against(1), 0.01, 1), page.Blue, page.Thick)
	ch.Label(0.07, 3.45, 0, 0, "−ln *ŷ*", page.Bold(page.Blue))
	ch.Label(0.035, 1.18, 0, 0, "(1−*ŷ*)^2", page.Bold(page.Orange))
	ch.Label(0.87, 2.5, 0, 0, "for *y* = 0:\n−ln(1−*ŷ*)", page.Body(page.Green).Right())
	return ch
}

func gradientChart(pg *page.Page) *page.Chart {
	ch := pg.NewChart("logit *z*, with *ŷ* = σ(*z*)", -6, 6, -1.05, 0.1)
	ch.X.Tick.Marker = page.Ticks(6)
	ch.Line("squared error", page.Sample(squaredGradient, -6, 6), page.Orange, page.Thick)
	ch.Line("cross entropy", page.Sample(crossEntropyGradient, -6, 6), page.Blue, page.Thick)
	ch.Label(0.8, -0.625, 0, 0, "cross entropy:\n*ŷ* − 1", page.Bold(page.Blue))
	ch.Label(-5.8, -0.375, 0, 0, "squared error:\nno pull on the left", page.Bold(page.Orange))
	return ch
}
