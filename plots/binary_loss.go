package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info/loss"
)

var binaryLoss = figure{
	name:   "binary-loss",
	title:  "Cross entropy keeps pulling where squared error lets go",
	alt:    binaryLossAlt,
	height: 244,
	draw:   drawBinaryLoss,

	columnHeight: 430,
}

func binaryLossAlt(example) string {
	const forecast, logit = 0.01, -6
	return fmt.Sprintf("Two panels, for the target y = 1. Left, the loss against the forecast ŷ: "+
		"cross entropy, −ln ŷ, grows without bound as ŷ falls to 0 and is %v at ŷ = %v; squared "+
		"error stops at 1. For y = 0 cross entropy is the mirror image. Right, the gradient in "+
		"the logit z: at z = −6, a confident mistake, that of cross entropy is %s "+
		"and that of squared error %s.",
		loss.Binary(1, forecast), forecast,
		number(loss.BinaryLogitGradient(1, logit)), number(squaredGradient(logit)))
}

func squaredError(yhat float64) float64 { return (1 - yhat) * (1 - yhat) }

// squaredGradient is the slope of (1 − σ(z))² in z.
func squaredGradient(z float64) float64 {
	yhat := loss.BinaryLogitGradient(0, z) // σ(z) − 0
	return -2 * (1 - yhat) * yhat * (1 - yhat)
}

func drawBinaryLoss(pg *page) {
	first, second := pg.halves()
	first.panel(lossPanel(), "loss for *y* = 1, nats")
	second.panel(gradientPanel(), "gradient ∂loss/∂*z* for *y* = 1")
}

func lossPanel() *plot.Plot {
	against := func(y float64) func(float64) float64 {
		return func(yhat float64) float64 { return float64(loss.Binary(y, yhat)) }
	}
	p := axes(0, 1, 0, 4.2)
	p.X.Label.Text = "forecast *ŷ*"
	p.Add(
		named("cross entropy for y = 0", line(sample(against(0), 0, 0.99), green, thin, 5, 3)),
		named("squared error", line(sample(squaredError, 0, 1), orange, thick)),
		named("cross entropy", line(sample(against(1), 0.01, 1), blue, thick)),
		label(0.07, 3.45, 0, 0, "−ln *ŷ*", style{ink: blue, bold: true}),
		label(0.035, 1.18, 0, 0, "(1−*ŷ*)^2", style{ink: orange, bold: true}),
		label(0.87, 2.5, 0, 0, "for *y* = 0:\n−ln(1−*ŷ*)", style{ink: green, align: draw.XRight}),
	)
	return p
}

func gradientPanel() *plot.Plot {
	crossEntropy := func(z float64) float64 { return loss.BinaryLogitGradient(1, z) }
	p := axes(-6, 6, -1.05, 0.1)
	p.X.Label.Text = "logit *z*, with *ŷ* = σ(*z*)"
	p.X.Tick.Marker = ticks(6)
	p.Add(
		named("squared error", line(sample(squaredGradient, -6, 6), orange, thick)),
		named("cross entropy", line(sample(crossEntropy, -6, 6), blue, thick)),
		label(0.8, -0.625, 0, 0, "cross entropy:\n*ŷ* − 1", style{ink: blue, bold: true}),
		label(-5.8, -0.375, 0, 0, "squared error:\nno pull on the left",
			style{ink: orange, bold: true}),
	)
	return p
}
