package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var learningCurve = figure{
	name:     "learning-curve",
	title:    "Training loss goes on falling where validation loss turns up",
	alt:      learningCurveAlt,
	draw:     drawLearningCurve,
	columns:  "step,training,validation",
	headings: table.LossHeadings,
	takes:    "-base",
	read:     readLearningCurve,
}

func learningCurveAlt(ex example) string {
	r := digitTrial().Run
	least, last := r.Least(), len(r.Training)-1
	return fmt.Sprintf("The loss of a linear classifier of handwritten digits against the steps of "+
		"its training, on a logarithmic axis: on the digits that it "+
		"learns from, and on as many for validation. Both started at equal odds, %s 10 = %s, above what is drawn. After "+
		"%d steps the validation loss is at its lowest, %s, and the training loss at %s. After %d "+
		"the training loss is down to %s, and the validation loss up to %s.",
		page.PlainText(ex.log()), ex.write(r.Training[0]), least, ex.write(r.Validation[least]), ex.write(r.Training[least]),
		last, ex.write(r.Training[last]), ex.write(r.Validation[last]))
}

func drawLearningCurve(pg *page.Page, ex example) {
	const first, top = 5, info.Bits(1)
	r := digitTrial().Run
	least, last := r.Least(), len(r.Training)-1
	step, low := float64(least), ex.in(r.Validation[least])
	end, high := float64(last), ex.in(r.Validation[last])
	ch := pg.NewChart("step", first, 1000, 0, ex.in(top))
	ch.LogX(1)
	ch.Drop(step, low)
	ch.Line("training", ex.fromStep(first, r.Training), page.Blue, page.Thick)
	ch.Line("validation", ex.fromStep(first, r.Validation), page.Orange, page.Thick)
	ch.Dot(step, low, page.Orange)
	ch.Dot(end, high, page.Orange)
	ch.Dot(end, ex.in(r.Training[last]), page.Blue)
	lowest := fmt.Sprintf("lowest: %.2f,\nat step %d", low, least)
	ch.Label(step, low, 6, -16, lowest, page.Style{})
	ch.Label(end, high, 0, 14, fmt.Sprintf("validation: %.2f", high), page.Bold(page.Orange).Right())
	trained := fmt.Sprintf("training: %.2f", ex.in(r.Training[last]))
	ch.Label(end, 0, 0, 10, trained, page.Bold(page.Blue).Right())
	pg.Panel(ch, "loss, "+ex.units())
}

// fromStep returns the losses from a step on, as points to draw.
func (b base) fromStep(first int, losses []info.Bits) plotter.XYs {
	loss := func(step int) float64 { return b.in(losses[step]) }
	return page.Spaced(loss, first, len(losses)-1)
}
