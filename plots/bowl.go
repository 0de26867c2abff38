package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var bowl = figure{
	name:  "bowl",
	title: "Cross entropy is entropy plus the price of being wrong",
	alt:   bowlAlt,
	draw:  drawBowl,
}

// How often the coin of the bowl lands heads, and how often a model thinks so whose gap
// is measured.
const (
	bowlHeads   = 0.3
	bowlThought = 0.8
)

func bowlAlt(example) string {
	truth, model := coin(bowlHeads), coin(bowlThought)
	return fmt.Sprintf("For a coin with p = %v, the cross entropy H(p, q) against the model q: "+
		"a bowl that touches its floor, the entropy H(p) = %v, at q = p and nowhere else. "+
		"The gap above the floor is the divergence D(p‖q). At q = %v the cross entropy is %v "+
		"and the gap %v; towards q = 0 and q = 1 both grow without bound.",
		bowlHeads, info.Entropy(truth), bowlThought, info.CrossEntropy(truth, model),
		info.KullbackLeibler(truth, model))
}

func drawBowl(pg *page.Page, _ example) {
	truth := coin(bowlHeads)
	crossEntropy := func(q float64) float64 { return float64(info.CrossEntropy(truth, coin(q))) }
	floor, wrong := float64(info.Entropy(truth)), crossEntropy(bowlThought)
	gap := float64(info.KullbackLeibler(truth, coin(bowlThought)))
	rim := page.Sample(crossEntropy, 1e-4, 1-1e-4)
	ground := plotter.XYs{{X: 0}, {X: 1}}
	named, middle := "the gap *D*(*p* ‖ *q*)\n", 1.25 // of the gap, where its label has room
	if pg.Column {
		named, middle = "the gap\n*D*(*p* ‖ *q*)\n", 1.3
	}

	ch := pg.NewChart(fmt.Sprintf("model *q*, for a coin with *p* = %v", bowlHeads), 0, 1, 0, 3.2)
	ch.Between(ground, page.Level(ground, floor), page.Plain.WithOpacity(0.08))
	ch.Between(page.Level(rim, floor), rim, page.Orange.Fill())
	ch.Segment("*H*(*p*)", 0, floor, 1, floor, page.Plain, page.Thin, 4, 3)
	ch.Line("*H*(*p*, *q*)", rim, page.Blue, page.Thick)
	ch.Drop(bowlHeads, floor)
	ch.Segment("*D*(*p* ‖ *q*)", bowlThought, floor, bowlThought, wrong, page.Orange, page.Thick)
	ch.Dot(bowlHeads, floor, page.Blue)
	ch.Dot(bowlThought, wrong, page.Blue)
	ch.Label(bowlHeads, floor, 0, 14, "no gap where *q* = *p*", page.Style{}.Center())
	ch.Label(bowlThought, wrong, -9, 5, "*H*(*p*, *q*)", page.Bold(page.Blue).Right())
	ch.Label(bowlThought, middle, 8, 0, named+page.Number(gap), page.Style{})
	ch.Label(1, floor, -4, -10, "the floor *H*(*p*) = "+page.Number(floor), page.Style{}.Right())
	pg.Panel(ch, "bits a toss")
}
