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

// The coin of the bowl, and the model whose gap is measured.
var (
	bowlTruth = coin(0.3)
	bowlModel = coin(0.8)
)

func bowlAlt(example) string {
	return fmt.Sprintf("For a coin with p = 0.3, the cross entropy H(p, q) against the model q: "+
		"a bowl that touches its floor, the entropy H(p) = %v, at q = p and nowhere else. "+
		"The gap above the floor is the divergence D(p‖q). At q = 0.8 the cross entropy is %v "+
		"and the gap %v; towards q = 0 and q = 1 both grow without bound.",
		info.Entropy(bowlTruth), info.CrossEntropy(bowlTruth, bowlModel),
		info.KullbackLeibler(bowlTruth, bowlModel))
}

func drawBowl(pg *page.Page, _ example) {
	crossEntropy := func(q float64) float64 { return float64(info.CrossEntropy(bowlTruth, coin(q))) }
	floor, wrong := float64(info.Entropy(bowlTruth)), crossEntropy(0.8)
	gap := float64(info.KullbackLeibler(bowlTruth, bowlModel))
	rim := page.Sample(crossEntropy, 1e-4, 1-1e-4)
	ground := plotter.XYs{{X: 0}, {X: 1}}
	named, middle := "the gap *D*(*p* ‖ *q*)\n", 1.25
	if pg.Column {
		named, middle = "the gap\n*D*(*p* ‖ *q*)\n", 1.3
	}

	ch := pg.NewChart("model *q*, for a coin with *p* = 0.3", 0, 1, 0, 3.2)
	ch.Between(ground, page.Level(ground, floor), page.Plain.WithOpacity(0.08))
	ch.Between(page.Level(rim, floor), rim, page.Orange.Fill())
	ch.Segment("*H*(*p*)", 0, floor, 1, floor, page.Plain, page.Thin, 4, 3)
	ch.Line("*H*(*p*, *q*)", rim, page.Blue, page.Thick)
	ch.Drop(0.3, floor)
	ch.Segment("*D*(*p* ‖ *q*)", 0.8, floor, 0.8, wrong, page.Orange, page.Thick)
	ch.Dot(0.3, floor, page.Blue)
	ch.Dot(0.8, wrong, page.Blue)
	ch.Label(0.3, floor, 0, 14, "no gap where *q* = *p*", page.Style{}.Center())
	ch.Label(0.8, wrong, -9, 5, "*H*(*p*, *q*)", page.Bold(page.Blue).Right())
	ch.Label(0.8, middle, 8, 0, named+page.Number(gap), page.Style{})
	ch.Label(1, floor, -4, -10, "the floor *H*(*p*) = "+page.Number(floor), page.Style{}.Right())
	pg.Panel(ch, "bits a toss")
}
