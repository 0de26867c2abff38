package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var bowl = figure{
	name:   "bowl",
	title:  "Cross entropy is entropy plus the price of being wrong",
	alt:    bowlAlt,
	draw:   drawBowl,
	takes:  "-p (2 outcomes) -base",
	shows:  aCoin(0.3),
	misfit: refuseAllButCoins,
}

// A hollow is what the bowl of a coin looks like, and where its gap is measured: on the
// side where it is wide.
type hollow struct {
	heads, model float64 // of the coin, and of the model whose gap is measured
	floor, rim   float64 // entropy, and cross entropy under that model
	base
}

func hollowOf(ex example) hollow {
	b := hollow{heads: ex.p.P(0), model: 0.8, base: ex.base}
	if b.heads > 0.5 {
		b.model = 0.2
	}
	b.floor, b.rim = b.in(info.Entropy(ex.p)), b.cost(b.model)
	return b
}

// cost is the cross entropy of the coin under a model.
func (b hollow) cost(q float64) float64 {
	return b.in(info.CrossEntropy(coin(b.heads), coin(q)))
}

func bowlAlt(ex example) string {
	b := hollowOf(ex)
	return fmt.Sprintf("For a coin with p = %s, the cross entropy H(p, q) against the model q: "+
		"a bowl that touches its floor, the entropy H(p) = %v, at q = p and nowhere else. "+
		"The gap above the floor is the divergence D(p‖q). At q = %v the cross entropy is %v "+
		"and the gap %v; towards %s.",
		page.Number(b.heads), b.write(info.Entropy(ex.p)), b.model,
		b.write(info.CrossEntropy(ex.p, coin(b.model))),
		b.write(info.KullbackLeibler(ex.p, coin(b.model))), b.steepEnds())
}

// steepEnds says where the bowl has no bound: for a coin that is certain only where the
// model rules out what happens.
func (b hollow) steepEnds() string {
	switch b.heads {
	case 0:
		return "q = 1 both grow without bound"
	case 1:
		return "q = 0 both grow without bound"
	}
	return "q = 0 and q = 1 both grow without bound"
}

func drawBowl(pg *page.Page, ex example) {
	b := hollowOf(ex)
	rim := page.Sample(b.cost, 0, 1)
	ground := plotter.XYs{{X: 0}, {X: 1}}

	x := "model *q*, for a coin with *p* = " + page.Number(b.heads)
	ch := pg.NewChart(x, 0, 1, 0, b.in(3.2))
	ch.Between(ground, page.Level(ground, b.floor), page.Plain.WithOpacity(0.08))
	ch.Between(page.Level(rim, b.floor), rim, page.Orange.Fill())
	ch.Segment("*H*(*p*)", 0, b.floor, 1, b.floor, page.Plain, page.Thin, 4, 3)
	ch.Line("*H*(*p*, *q*)", rim, page.Blue, page.Thick)
	ch.Drop(b.heads, b.floor)
	ch.Segment("*D*(*p*\u200a‖\u200a*q*)", b.model, b.floor, b.model, b.rim, page.Orange, page.Thick)
	ch.Dot(b.heads, b.floor, page.Blue)
	ch.Dot(b.model, b.rim, page.Blue)
	b.label(ch)
	dashed(pg, "the floor *H*(*p*) = "+page.Number(b.floor)).Panel(ch, ex.units()+" a toss")
}

// label says what the gap is, and where there is none. Its texts are those of a gap on the
// right, or their mirror image.
func (b hollow) label(ch *page.Chart) {
	side, plain, blue, orange := 1., page.Body(page.Plain), page.Bold(page.Blue), page.Bold(page.Orange)
	if b.model > 0.5 {
		blue, orange = blue.Right(), orange.Right()
	} else {
		side, plain = -1, plain.Right()
	}
	ch.Label(b.model, b.rim, -9*side, 27, "*H*(*p*, *q*) = "+page.Number(b.rim), blue)
	ch.Label(b.model, b.rim, -9*side, 14, "gap *D*(*p*\u200a‖\u200a*q*) = "+page.Number(b.rim-b.floor), orange)
	ch.Label(b.heads, b.floor, 0, 17, "no gap", plain)
}
