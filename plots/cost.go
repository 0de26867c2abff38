package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var cost = figure{
	name:    "cost",
	title:   "A wrong model loses more on some words than it saves on others",
	alt:     costAlt,
	fit:     costHeight,
	draw:    drawCost,
	takes:   "-p -q -symbols -base",
	finds:   costFinding,
	columns: "name,p,q",
	read:    readTruthAndModel,
	refuse:  refuseInfiniteCost,
}

// refuseInfiniteCost refuses a model that rules out what can happen.
func refuseInfiniteCost(ex example) error { return ex.ruledOut("p", "q") }

// ruledOut returns an error if the model rules out what the truth, of that letter, allows.
func (ex example) ruledOut(truth, model string) error {
	for i, p := range ex.p.All() {
		if ex.q.P(i) > 0 || p == 0 {
			continue
		}
		outcome := fmt.Sprintf("outcome %d", i+1)
		if ex.words != nil {
			outcome += fmt.Sprintf(", %s,", ex.name(i))
		}
		return fmt.Errorf("%s gives %s probability 0, %s gives it %.6g: the cost is infinite "+
			"(1 added to each count, as by -add 1, makes it finite)", model, outcome, truth, p)
	}
	return nil
}

// costFinding is the title, of whatever model.
func costFinding(ex example) string {
	const nothing = 1e-9 // bits, from rounding
	switch lost, saved := ex.lostAndSaved(); {
	case lost < nothing:
		return "A model that is right loses nothing and saves nothing"
	case saved < nothing:
		return "What a model gives to the impossible, it loses on the rest"
	}
	return fmt.Sprintf("A wrong model loses more on some %ss than it saves on others", ex.outcome())
}

func costAlt(ex example) string {
	each := ex.list(func(i int, p float64) string {
		if p == 0 {
			return "never happens"
		}
		return fmt.Sprintf("probability %s, %s for p, %s for q",
			page.Number(p), ex.write(info.Surprisal(p)), ex.write(info.Surprisal(ex.q.P(i))))
	})
	lost, saved := ex.lostAndSaved()
	return fmt.Sprintf("A row of blocks, one for each %[1]s, as wide as it is likely and as tall as "+
		"its codeword is long in a code for the model q, compared with a code for the truth p. "+
		"The %[1]ss are %[2]s. Bars below add up: H(p) = %[3]v, plus %[4]v lost, less %[5]v "+
		"saved, is H(p, q) = %[6]v, which is D(p‖q) = %[7]v above H(p).",
		ex.outcome(), each, ex.write(info.Entropy(ex.p)), ex.write(lost), ex.write(saved),
		ex.write(info.CrossEntropy(ex.p, ex.q)), ex.write(info.KullbackLeibler(ex.p, ex.q)))
}

// lostAndSaved returns what the lengths for q lose and save, on average, where they
// are longer and where they are shorter than those for p.
func (ex example) lostAndSaved() (lost, saved info.Bits) {
	for i, p := range ex.p.All() {
		if p > 0 {
			longer := info.Surprisal(ex.q.P(i)) - info.Surprisal(p)
			lost += info.Bits(p) * max(0, longer)
			saved += info.Bits(p) * max(0, -longer)
		}
	}
	return lost, saved
}

// savedEdge is drawn around what is saved. It has no area: nobody pays for it.
var savedEdge = draw.LineStyle{Color: page.Green, Width: page.Thin, Dashes: []vg.Length{3, 2.5}}

// costHeight is that of the figure, which grows with the rows of names that are wider than
// their blocks.
func costHeight(pg *page.Page, ex example) vg.Length {
	const usual, holds = 344, 50
	bs := page.Blocks(ex.p.All())
	return usual + ex.namesHeight(pg, costChart(pg, ex, bs), bs, holds)
}

func drawCost(pg *page.Page, ex example) {
	bs := page.Blocks(ex.p.All())
	rare := leftOut(ex.p.Len()-len(bs), "outcome", "too rare to draw")
	pg.NotDrawn(rare)
	ch := costChart(pg, ex, bs)
	if pg.Column && rare != "" {
		pg, rare = pg.Note(rare, page.Body(page.Muted)), ""
	}
	rows := ex.table(pg,
		measure{"probability", "", ex.p.P},
		measure{"length for *p*", ", " + ex.units(), ex.lengths(ex.p)},
		measure{"length for *q*", ", " + ex.units(), ex.lengths(ex.q)})
	const account = 4*page.BarPitch + 8
	window := pg.Caption("codeword length for *q*, "+ex.units(), rare).Table(ch, bs, rows, account)
	drawAccount(pg, ex, window.Rectangle)
}

// costChart has a block for each outcome, with what is lost or saved on it.
func costChart(pg *page.Page, ex example, bs []page.Block) *page.Chart {
	tallest := 1.0
	for _, b := range bs {
		tallest = max(tallest, ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome)))
	}
	ch := pg.NewChart("", 0, 1, 0, 1.08*tallest)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = plot.ConstantTicks{}, page.Ticks(4)
	saving := pg.Crowded()
	saving.Ink = page.Green
	for _, b := range bs {
		own, model := ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome))
		ch.FillBlock(b, 0, min(own, model), page.Blue)
		switch {
		case model > own:
			ch.FillBlock(b, own, model, page.Orange)
			ch.WriteBlock(b, own, model, "lost "+page.Decimals(b.P*(model-own), 3), pg.Crowded())
		case model < own:
			ch.OutlineBlock(b, model, own, savedEdge)
			ch.WriteBlock(b, model, own, "saved "+page.Decimals(b.P*(own-model), 3), saving)
		}
		ch.TopBlock(b, model, page.Blue)
	}
	return ch
}

// drawAccount draws under the chart how entropy, losses and savings add up.
func drawAccount(pg *page.Page, ex example, chart vg.Rectangle) {
	h, ce := ex.in(info.Entropy(ex.p)), ex.in(info.CrossEntropy(ex.p, ex.q))
	lostBits, savedBits := ex.lostAndSaved()
	lost, saved := ex.in(lostBits), ex.in(savedBits)
	d := ex.in(info.KullbackLeibler(ex.p, ex.q))
	write := page.Alike(h, lost, saved, ce, d)
	parts := []part{
		{"*H*(*p*) = " + write(h), 0, h, page.Blue},
		{"lost " + write(lost), h, h + lost, page.Orange},
		{"saved " + write(saved), ce, h + lost, page.Green},
		{"*H*(*p*, *q*) = " + write(ce), 0, ce, page.Blue},
	}
	left := chart.Min.X
	for _, p := range parts {
		left = max(left, pg.Min.X+pg.TextWidth(p.name, page.Small(page.Plain))+5)
	}
	foot := pg.Crop(left-pg.Min.X, pg.Max.X-chart.Max.X, 0, pg.Max.Y-pg.Min.Y-4*page.BarPitch)
	bars := page.Bars{Page: foot, Most: max(h+lost, 1e-9)}
	bars.Join(h, 0, 3)
	bars.Join(h+lost, 1, 2)
	bars.Join(ce, 2, 3)
	for i, p := range parts {
		pg.Record("account", p.name, "from, "+ex.units(), p.from, "to, "+ex.units(), p.to)
		style := page.Small(p.ink)
		if p.ink == page.Blue {
			style = page.Small(page.Plain)
		}
		pg.Write(pg.Min.X, bars.Middle(i), p.name, style)
		if p.ink == page.Green {
			bars.Outline(bars.Box(i, p.from, p.to), savedEdge)
		} else {
			bars.FillBox(bars.Box(i, p.from, p.to), p.ink)
		}
	}
	bars.FillBox(bars.Box(3, h, ce), page.Orange)
	labelDivergence(bars, h, ce, "*D*(*p* ‖ *q*)", " = "+write(d))
}

// labelDivergence names the end of the last bar: in it, without the number where it is too
// short, or else, if it is shorter still, at the end of a line that leads into it, or where
// there is no entropy, beside it.
func labelDivergence(bars page.Bars, from, to float64, name, value string) {
	switch {
	case bars.Holds(name+value, from, to):
		bars.Label(3, from, to, name+value)
	case bars.Holds(name, from, to):
		bars.Label(3, from, to, name)
	case bars.At(from)-bars.Min.X < bars.TextWidth(name+value, page.Small(page.Plain))+5:
		bars.Label(3, from, to, name+value)
	default:
		start, middle, y := bars.At(from)-3, bars.At((from+to)/2), bars.Middle(2)
		bars.StrokeLines(draw.LineStyle{Color: page.Plain, Width: page.Hair},
			[]vg.Point{{X: start, Y: y}, {X: middle, Y: y}, {X: middle, Y: bars.Middle(3)}})
		bars.Write(start-2, y, name+value, page.Small(page.Plain).Right())
	}
}
