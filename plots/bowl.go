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
	right        bool    // the gap is measured right of the middle
	base
}

func hollowOf(ex example) hollow {
	b := hollow{heads: ex.p.P(0), model: 0.8, right: true, base: ex.base}
	if b.heads > 0.5 {
		b.model, b.right = 0.2, false
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
	b.label(pg, ch)
	b.labelTouch(ch)
	pg.Panel(ch, ex.units()+" a toss")
}

// label says what the floor and the gap are. Its texts are those of a gap on the right,
// or their mirror image.
func (b hollow) label(pg *page.Page, ch *page.Chart) {
	side, outward, inward, name := 1., page.Style{}, page.Style{}.Right(), page.Bold(page.Blue).Right()
	if !b.right {
		side, outward, inward, name = -1, inward, outward, page.Bold(page.Blue)
	}
	outer, inner := 0.5+side/2, 0.5-side/2 // ends of the axis
	gap, floor := b.rim-b.floor, "the floor *H*(*p*) = "+page.Number(b.floor)
	named := "the gap *D*(*p*\u200a‖\u200a*q*)"
	ch.Label(b.model, b.rim, -9*side, 5, "*H*(*p*, *q*)", name)
	if gap < b.in(0.6) { // no room beside it
		ch.Label(outer, b.floor, -4*side, -10, named+" = "+page.Number(gap), inward)
		below := -10.
		if wide := named + " = 0.1234" + floor; pg.TextWidth(wide, page.Style{}) > pg.Max.X-pg.Min.X-30 {
			below -= 13
		}
		ch.Label(inner, b.floor, 4*side, below, floor, outward)
		return
	}
	if pg.Column {
		named = "the gap\n*D*(*p*\u200a‖\u200a*q*)"
	}
	ch.Label(b.model, b.floor+0.45*gap, 8*side, 0, named+"\n"+page.Number(gap), outward)
	if b.floor < b.in(0.3) { // no room below
		ch.Label(b.model, b.floor, -4*side, 9, floor, inward)
	} else {
		ch.Label(outer, b.floor, -4*side, -10, floor, inward)
	}
}

// labelTouch says where there is no gap, above the curve: as it is convex, above its
// higher end within the text.
func (b hollow) labelTouch(ch *page.Chart) {
	const close = 0.2 // to an end of the axis
	ch.Layer(func(pg *page.Page) {
		const narrow = 225
		text := "no gap where *q* = *p*"
		if pg.Max.X-pg.Min.X < narrow {
			text = "no gap"
		}
		at := ch.Point(pg, b.heads, b.floor)
		width := pg.TextWidth(text, page.Style{})
		left := at.X - width/2
		switch {
		case b.heads < close:
			left = at.X + 2
		case b.heads > 1-close:
			left = at.X - 2 - width
		}
		q := func(x float64) float64 {
			return max(0.01, min(0.99, (x-float64(pg.Min.X))/float64(pg.Max.X-pg.Min.X)))
		}
		highest := max(b.cost(q(float64(left))), b.cost(q(float64(left+width))))
		pg.Write(left, ch.Point(pg, 0, highest).Y+9, text, page.Style{})
	})
}
