package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info/loss"
)

var training = figure{
	name:   "training",
	title:  "Cross entropy learns at once from a mistake that squared error sits out",
	alt:    trainingAlt,
	height: 244,
	draw:   drawTraining,

	columnHeight: 430,
}

func trainingAlt(example) string {
	ce, se := lessonOf(crossEntropyGradient), lessonOf(squaredGradient)
	return fmt.Sprintf("Two panels about gradient descent with rate 1 on one example with y = 1, "+
		"from a logit of %s, which is a forecast of %s. Left, the forecast against the step on "+
		"a logarithmic axis: it passes 1/2 at step %d under cross entropy and at step %d under "+
		"squared error. Right, the pull on the logit: at the first step %s under cross entropy and "+
		"%s under squared error, whose pull stays near 0 until the forecast is nearly right.",
		number(mistake), number(loss.Sigmoid(mistake)), ce.right(), se.right(),
		number(ce.pull(mistake)), number(se.pull(mistake)))
}

func drawTraining(pg *page) {
	ce, se := lessonOf(crossEntropyGradient), lessonOf(squaredGradient)
	first, second := pg.halves()
	dx, dy := vg.Length(9), vg.Length(20) // from the curve of the first
	if pg.column {
		dx, dy = 20, 16
	}

	forecast := stepAxes()
	forecast.Add(
		segment(1, 0.5, 1000, 0.5, plain, thin, 4, 3),
		named("squared error", line(se.curve(loss.Sigmoid), orange, thick)),
		named("cross entropy", line(ce.curve(loss.Sigmoid), blue, thick)),
		ce.passes("cross entropy", blue, dx, dy, draw.XLeft),
		se.passes("squared error", orange, -8, -20, draw.XRight),
		label(1.1, 0.5, 0, 9, "undecided", style{}),
	)
	first.logPanel(forecast, "forecast *ŷ* for *y* = 1")

	pull := stepAxes()
	pull.Add(
		named("squared error", line(se.curve(se.pull), orange, thick)),
		named("cross entropy", line(ce.curve(ce.pull), blue, thick)),
		label(7, 0.7, 5, 0, "cross entropy:\n"+number(ce.pull(mistake))+" at first",
			style{ink: blue, bold: true}),
		label(1000, 0.4, 0, 0, "squared error:\n"+number(se.pull(mistake))+" at first",
			style{ink: orange, bold: true, align: draw.XRight}),
	)
	second.logPanel(pull, "pull on the logit, −∂loss/∂*z*")
}

func stepAxes() *plot.Plot {
	p := axes(1, 1000, 0, 1.05)
	p.X.Label.Text = "step"
	logarithmic(&p.X, 1)
	return p
}
