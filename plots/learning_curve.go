package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var learningCurve = figure{
	name:     "learning-curve",
	title:    "Training loss goes on falling where validation loss turns up",
	alt:      learningCurveAlt,
	draw:     drawLearningCurve,
	columns:  "step,training,validation",
	headings: [][]string{stepNames, trainingNames, validationNames},
	takes:    "-closer",
	closer:   true,
	read:     readLearningCurve,
}

func learningCurveAlt(example) string {
	r := digitTrial().Run
	least, last := r.Least(), len(r.Training)-1
	return fmt.Sprintf("The loss of a linear classifier of handwritten digits against the steps of "+
		"its training, on a logarithmic axis: on the digits that it "+
		"learns from, and on as many for validation. Both start at equal odds, log₂ 10 = %v. After "+
		"%d steps the validation loss is at its lowest, %v, and the training loss at %v. After %d "+
		"the training loss is down to %v, and the validation loss up to %v.",
		r.Training[0], least, r.Validation[least], r.Training[least],
		last, r.Training[last], r.Validation[last])
}

func drawLearningCurve(pg *page.Page, _ example) {
	const first, top = 5, 1
	r := digitTrial().Run
	least, last := r.Least(), len(r.Training)-1
	step, low := float64(least), float64(r.Validation[least])
	end, high := float64(last), float64(r.Validation[last])
	ch := pg.NewChart("step", first, 1000, 0, top)
	ch.LogX(1)
	ch.Drop(step, low)
	ch.Line("training", fromStep(first, r.Training), page.Blue, page.Thick)
	ch.Line("validation", fromStep(first, r.Validation), page.Orange, page.Thick)
	ch.Dot(step, low, page.Orange)
	ch.Dot(end, high, page.Orange)
	ch.Dot(end, float64(r.Training[last]), page.Blue)
	lowest := fmt.Sprintf("lowest: %.2f,\nat step %d", low, least)
	ch.Label(step, low, 6, -16, lowest, page.Style{})
	ch.Label(end, high, 0, 14, fmt.Sprintf("validation: %.2f", high), page.Bold(page.Orange).Right())
	trained := fmt.Sprintf("training: %.2f", r.Training[last])
	ch.Label(end, 0, 0, 10, trained, page.Bold(page.Blue).Right())
	pg.Panel(ch, "loss, bits")
}

// fromStep returns the losses from a step on, as points to draw.
func fromStep(first int, losses []info.Bits) plotter.XYs {
	loss := func(step int) float64 { return float64(losses[step]) }
	return page.Spaced(loss, first, len(losses)-1)
}
