package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

var tangent = figure{
	name:  "tangent",
	title: "The logarithm lies under its tangent, and touches it once",
	alt:   tangentAlt,
	draw:  drawTangent,
}

// Where the gap between the logarithm and its tangent is measured.
const tangentAt = 3

func tangentGap(x float64) float64 { return x - 1 - math.Log(x) }

func tangentAlt(example) string {
	return fmt.Sprintf("The natural logarithm, ln x, and its tangent at x = 1, the line x − 1, "+
		"over x from 0 to 4. They touch at x = 1, where both are 0. Everywhere else the logarithm is lower, "+
		"ln x < x − 1: at x = %v by %s, at x = %v by %s. The gap between them is shaded.",
		0.5, page.Number(tangentGap(0.5)), tangentAt, page.Number(tangentGap(tangentAt)))
}

func drawTangent(pg *page.Page, _ example) {
	line := func(x float64) float64 { return x - 1 }
	curve, straight := page.Sample(math.Log, 0.001, 4), page.Sample(line, 0.001, 4)
	log := math.Log(tangentAt)
	wide := plotter.XYs{{X: 0, Y: -1}, {X: 4, Y: 3}}

	ch := pg.NewChart("*x*, in the proof the ratio *q*/*p*", 0, 4, -3, 3)
	ch.Between(curve, straight, page.Orange.Fill())
	ch.Line("x − 1", wide, page.Plain, page.Thin)
	ch.Line("ln x", curve, page.Blue, page.Thick)
	ch.Segment("", tangentAt, log, tangentAt, line(tangentAt), page.Orange, page.Thick)
	ch.Dot(1, 0, page.Plain)
	ch.Label(1, 0, 8, -10, "both are 0 at *x* = 1", page.Style{})
	ch.Label(2.6, line(2.6), -9, 5, "the tangent *x* − 1", page.Bold(page.Plain).Right())
	ch.Label(0.24, math.Log(0.24), 9, -5, "the logarithm ln *x*", page.Bold(page.Blue))
	gap := "gap " + page.Number(tangentGap(tangentAt))
	ch.Label(tangentAt, (log+line(tangentAt))/2, 7, 0, gap, page.Style{})
	pg.Panel(ch, "ln *x*, and its tangent at 1")
}
