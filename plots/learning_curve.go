package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

var learningCurve = figure{
	name:         "learning-curve",
	title:        "Training loss goes on falling where validation loss turns up",
	alt:          learningCurveAlt,
	height:       244,
	columnHeight: 430,
	draw:         drawLearningCurve,
	columns:      "step,training,validation",
	read:         readLearningCurve,
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

func drawLearningCurve(pg *page.Page, _ example) {
	first, second := pg.Halves()
	first.Panel(wholeCurve(first, digitTrial().Run), "loss, bits")
	second.Panel(closeCurve(second, digitTrial().Run), "loss, bits, closer up")
}

func wholeCurve(pg *page.Page, r learn.Run) *page.Chart {
	odds := math.Log2(10)
	ch := pg.NewChart("step", 1, 1000, 0, 3.9)
	ch.LogX(1)
	ch.Guide(1, odds, 1000, odds)
	ch.Line("training", fromStep(1, r.Training), page.Blue, page.Thick)
	ch.Line("validation", fromStep(1, r.Validation), page.Orange, page.Thick)
	ch.Label(1000, odds, 0, 9, "equal odds: log_2 10 = "+page.Number(odds), page.Style{}.Right())
	ch.Label(4, 0.5, 0, 0, "training", page.Bold(page.Blue).Right())
	ch.Label(6, 1.4, 0, 0, "validation", page.Bold(page.Orange))
	return ch
}

func closeCurve(pg *page.Page, r learn.Run) *page.Chart {
	least, last := r.Least(), len(r.Training)-1
	step, low := float64(least), float64(r.Validation[least])
	ch := pg.NewChart("step", 10, 1000, 0, 0.5)
	ch.LogX(1)
	ch.Drop(step, low)
	ch.Line("", fromStep(10, r.Training), page.Blue, page.Thick)
	ch.Line("", fromStep(10, r.Validation), page.Orange, page.Thick)
	ch.Dot(step, low, page.Orange)
	lowest := fmt.Sprintf("lowest: %s at step %d", page.Number(low), least)
	ch.Label(step, low, 6, -9, lowest, page.Style{})
	ch.Label(float64(last), float64(r.Validation[last]), 0, 12, "validation",
		page.Bold(page.Orange).Right())
	ch.Label(100, 0.05, 0, 0, "training", page.Bold(page.Blue))
	return ch
}

// fromStep returns the losses from a step on, as points to draw.
func fromStep(first int, losses []info.Bits) plotter.XYs {
	loss := func(step int) float64 { return float64(losses[step]) }
	return page.Spaced(loss, first, len(losses)-1)
}
