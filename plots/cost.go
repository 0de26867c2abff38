package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var cost = figure{
	name:   "cost",
	title:  "A wrong model loses more on some words than it saves on others",
	alt:    costAlt,
	height: 344,
	draw:   drawCost,
	takes:  "-p -q -symbols",
	refuse: refuseInfiniteCost,
}

// refuseInfiniteCost refuses a model that rules out what can happen.
func refuseInfiniteCost(ex example) error {
	for i, p := range ex.p.All() {
		if q := ex.q.P(i); q == 0 && p > 0 {
			return fmt.Errorf("q gives outcome %d probability 0, p gives it %v: "+
				"the cost is infinite", i+1, p)
		}
	}
	return nil
}

func costAlt(ex example) string {
	each := ex.list(func(i int, p float64) string {
		if p == 0 {
			return "never happens"
		}
		return fmt.Sprintf("probability %s, %v for p, %v for q",
			number(p), info.Surprisal(p), info.Surprisal(ex.q.P(i)))
	})
	lost, saved := ex.lostAndSaved()
	return fmt.Sprintf("A row of blocks, one for each %[1]s, as wide as it is likely and as tall as "+
		"its codeword is long in a code for the model q, compared with a code for the truth p. "+
		"The %[1]ss are %[2]s. Bars below add up: H(p) = %[3]v, plus %[4]v lost, less %[5]v "+
		"saved, is H(p, q) = %[6]v, which is D(p‖q) = %[7]v above H(p).",
		ex.outcomes(), each, info.Entropy(ex.p), info.Bits(lost), info.Bits(saved),
		info.CrossEntropy(ex.p, ex.q), info.KullbackLeibler(ex.p, ex.q))
}

// savedEdge is drawn around what is saved. It has no area: nobody pays for it.
var savedEdge = draw.LineStyle{Color: green, Width: thin, Dashes: []vg.Length{3, 2.5}}

func drawCost(pg *page) {
	bs := blocks(pg.p)
	p := axes(0, 1, 0, 1.08*tallest(bs, func(i int) info.Bits {
		own, model := pg.lengths(i)
		return info.Bits(max(own, model))
	}))
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.ConstantTicks{}, ticks(4)
	saving := pg.crowded()
	saving.ink = green
	for _, b := range bs {
		own, model := pg.lengths(b.outcome)
		p.Add(b.area(0, min(own, model), blue))
		switch {
		case model > own:
			p.Add(b.area(own, model, orange),
				b.write(own, model, "lost "+number(b.p*(model-own)), pg.crowded()))
		case model < own:
			p.Add(b.outline(model, own, savedEdge),
				b.write(model, own, "saved "+number(b.p*(own-model)), saving))
		}
		p.Add(b.top(model, blue))
	}
	rare := leftOut(pg.p, bs)
	if pg.column && rare != "" {
		pg, rare = pg.note(rare, style{ink: muted}), ""
	}
	pg.caption("codeword length for *q*, bits")
	pg.write(pg.Max.X, pg.Max.Y-5, rare, style{ink: muted, align: draw.XRight})
	measures := costMeasures(pg.example)
	pg.record(measures)
	rows := pg.outcomeRows(measures)
	pg.account(pg.below(captionHeight).table(p, bs, rows, accountHeight))
}

func costMeasures(ex example) []measure {
	return []measure{
		{"probability", "", ex.p.P},
		{"length for *p*", "bits", func(i int) float64 { own, _ := ex.lengths(i); return own }},
		{"length for *q*", "bits", func(i int) float64 { _, model := ex.lengths(i); return model }},
	}
}
