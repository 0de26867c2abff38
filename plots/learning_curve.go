package main

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/info/learn"
)

var learningCurve = figure{
	name:   "learning-curve",
	title:  "Training loss goes on falling where validation loss turns up",
	alt:    learningCurveAlt,
	height: 244,
	draw:   drawLearningCurve,

	columnHeight: 430,
}

func learningCurveAlt(example) string {
	r := digitTrial().Run
	least, last := r.Least(), len(r.Training)-1
	return fmt.Sprintf("The loss of a linear classifier of handwritten digits against the steps of "+
		"its training, on a logarithmic axis, and again from closer up: on the digits that it "+
		"learns from, and on as many for validation. Both start at equal odds, log₂ 10 = %v. After "+
		"%d steps the validation loss is at its lowest, %v, and the training loss at %v. After %d "+
		"the training loss is down to %v, and the validation loss up to %v.",
		r.Training[0], least, r.Validation[least], r.Training[least],
		last, r.Training[last], r.Validation[last])
}

func drawLearningCurve(pg *page) {
	first, second := pg.halves()
	first.logPanel(wholeCurve(digitTrial().Run), "loss, bits")
	second.logPanel(closeCurve(digitTrial().Run), "loss, bits, closer up")
}

func wholeCurve(r learn.Run) *plot.Plot {
	odds := math.Log2(10)
	p := axes(1, 1000, 0, 3.9)
	p.X.Label.Text = "step"
	logarithmic(&p.X, 1)
	p.Add(
		segment(1, odds, 1000, odds, plain, thin, 4, 3),
		named("training", line(byStep(r.Training, 1), blue, thick)),
		named("validation", line(byStep(r.Validation, 1), orange, thick)),
		label(1000, odds, 0, 9, "equal odds: log_2 10 = "+number(odds), style{align: draw.XRight}),
		label(4, 0.5, 0, 0, "training", style{ink: blue, bold: true, align: draw.XRight}),
		label(6, 1.4, 0, 0, "validation", style{ink: orange, bold: true}),
	)
	return p
}

func closeCurve(r learn.Run) *plot.Plot {
	step, last := float64(r.Least()), float64(len(r.Training)-1)
	low, end := float64(slices.Min(r.Validation)), float64(r.Validation[int(last)])
	p := axes(10, 1000, 0, 0.5)
	p.X.Label.Text = "step"
	logarithmic(&p.X, 1)
	p.Add(
		segment(step, 0, step, low, muted, hair, 3, 3),
		line(byStep(r.Training, 10), blue, thick),
		line(byStep(r.Validation, 10), orange, thick),
		dot(step, low, orange),
		label(step, low, 6, -9, fmt.Sprintf("lowest: %s at step %.0f", number(low), step), style{}),
		label(last, end, 0, 12, "validation", style{ink: orange, bold: true, align: draw.XRight}),
		label(100, 0.05, 0, 0, "training", style{ink: blue, bold: true}),
	)
	return p
}

// byStep returns the losses from a step on, as points to draw.
func byStep(losses []info.Bits, from int) (xys plotter.XYs) {
	for _, step := range spaced(len(losses) - 1) {
		if step >= from {
			xys = append(xys, plotter.XY{X: float64(step), Y: float64(losses[step])})
		}
	}
	return xys
}
