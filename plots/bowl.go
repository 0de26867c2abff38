package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var bowl = figure{
	name:   "bowl",
	title:  "Cross entropy is entropy plus the price of being wrong",
	alt:    bowlAlt,
	height: pageHeight,
	draw:   drawBowl,
}

// The coin of the bowl, and the model whose gap is measured.
var (
	bowlTruth = coin(0.3)
	bowlModel = coin(0.8)
)

func coin(heads float64) info.Distribution { return info.Must(heads, 1-heads) }

func bowlAlt(example) string {
	return fmt.Sprintf("For a coin with p = 0.3, the cross entropy H(p, q) against the model q: "+
		"a bowl that touches its floor, the entropy H(p) = %v, at q = p and nowhere else. "+
		"The gap above the floor is the divergence D(p‖q). At q = 0.8 the cross entropy is %v "+
		"and the gap %v; towards q = 0 and q = 1 both grow without bound.",
		info.Entropy(bowlTruth), info.CrossEntropy(bowlTruth, bowlModel),
		info.KullbackLeibler(bowlTruth, bowlModel))
}

func drawBowl(pg *page) {
	crossEntropy := func(q float64) float64 {
		return float64(info.CrossEntropy(bowlTruth, coin(q)))
	}
	floor := float64(info.Entropy(bowlTruth))
	rim := sample(crossEntropy, 1e-4, 1-1e-4)
	ground := plotter.XYs{{X: 0}, {X: 1}}

	gap, middle := "the gap *D*(*p* ‖ *q*)\n", 1.25
	if pg.column {
		gap, middle = "the gap\n*D*(*p* ‖ *q*)\n", 1.3
	}
	p := axes(0, 1, 0, 3.2)
	p.X.Label.Text = "model *q*, for a coin with *p* = 0.3"
	p.Add(
		between(ground, level(ground, floor), plain.thin(0.08)),
		between(level(rim, floor), rim, orange.fill()),
		named("*H*(*p*)", segment(0, floor, 1, floor, plain, thin, 4, 3)),
		named("*H*(*p*, *q*)", line(rim, blue, thick)),
		segment(0.3, 0, 0.3, floor, muted, hair, 3, 3),
		named("*D*(*p* ‖ *q*)", segment(0.8, floor, 0.8, crossEntropy(0.8), orange, thick)),
		dot(0.3, floor, blue),
		dot(0.8, crossEntropy(0.8), blue),
		label(0.3, floor, 0, 14, "no gap where *q* = *p*", style{align: draw.XCenter}),
		label(0.8, crossEntropy(0.8), -9, 5, "*H*(*p*, *q*)",
			style{ink: blue, bold: true, align: draw.XRight}),
		label(0.8, middle, 8, 0,
			gap+number(float64(info.KullbackLeibler(bowlTruth, bowlModel))), style{}),
		label(1, floor, -4, -10, "the floor *H*(*p*) = "+number(floor), style{align: draw.XRight}),
	)
	pg.panel(p, "bits a toss")
}
