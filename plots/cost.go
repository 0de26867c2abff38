package main

import (
	"fmt"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var cost = figure{
	name:     "cost",
	title:    "A wrong model loses more on some words than it saves on others",
	alt:      costAlt,
	fit:      costHeight,
	draw:     drawCost,
	takes:    "-p -q -symbols -base",
	finds:    costFinding,
	columns:  "name,p,q",
	headings: table.NameHeadings,
	read:     readTruthAndModel,
	refuse:   refuseInfiniteCost,
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
			"(want more than 0 there; if they are counts, -add 1 adds 1 to each)", model, outcome, truth, p)
	}
	return nil
}

const nothing = 1e-9 // bits, from rounding

// costFinding is the title, of whatever model.
func costFinding(ex example) string {
	const little = 0.05 // of what is lost, which is about how far a model is off on average
	switch lost, saved := ex.lostAndSaved(); {
	case lost < nothing:
		return "A model that is right loses nothing and saves nothing"
	case saved == 0:
		return "What a model gives to the impossible, it loses on the rest"
	case lost-saved < little*lost:
		return "A model that is nearly right loses hardly more than it saves"
	}
	if ex.unit == "" {
		return "A wrong model loses more than it saves"
	}
	return fmt.Sprintf("A wrong model loses more on some %ss than it saves on others", ex.unit)
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
	for i := range ex.p.All() {
		loss := ex.loss(i)
		lost, saved = lost+max(0, loss), saved+max(0, -loss)
	}
	return lost, saved
}

// loss is what an outcome costs more for q than for p on average; negative for less.
func (ex example) loss(i int) info.Bits {
	p := ex.p.P(i)
	if p == 0 {
		return 0
	}
	return info.Bits(p) * (info.Surprisal(ex.q.P(i)) - info.Surprisal(p))
}

// savedEdge is drawn around what is saved. It has no area: nobody pays for it.
var savedEdge = page.Green.Line(page.Hair)

// costHeight is that of the figure, which grows with what stands over and under its blocks.
func costHeight(pg *page.Page, ex example) vg.Length {
	const usual, overList = 222, 174 // of the rest
	t, sketch, body := costTable(pg, ex), pg.Sketch(), page.Body(page.Muted)
	height := usual + t.Height(pg) + ledgerHeight
	if t.Lists(0) {
		height += overList - usual
	}
	height += sketch.Size().Y - costKey(sketch, t).Size().Y
	if pg.Column {
		height += pg.NoteHeight(ex.withoutBlock(!t.Lists(len(ex.rare()))), body)
	}
	return height + pg.MoreHeight(ex.costCaption(), body)
}

// costCaption says what the blocks show upwards, to the right, and by their areas, and where numbers
// do not add up as they are written, that they are rounded.
func (ex example) costCaption() string {
	caption := "codeword lengths for *p* and *q*, " + ex.units() + "; blocks *p* wide, areas in " + ex.units()
	if !ex.totals().addsUp {
		caption += ", rounded"
	}
	return caption
}

// costs are what is said of each outcome, but for what it loses or saves.
func (ex example) costs() []measure {
	return []measure{
		{name: "probability *p*", of: ex.p.P, short: "*p*"},
		{name: "probability *q*", of: ex.q.P, short: "*q*"},
		{name: "length for *p*", unit: ex.units(), of: ex.lengths(ex.p), short: "for\u00a0*p*", isSpare: true},
		{name: "length for *q*", unit: ex.units(), of: ex.lengths(ex.q), short: "for\u00a0*q*", isSpare: true},
	}
}

// costTable has what each outcome loses or saves in the blocks, or else in cells.
func costTable(pg *page.Page, ex example) *page.Table {
	bs, all := page.Blocks(ex.p.All()), ex.totals()
	lost := page.Row{
		Name: "area lost", Unit: ex.units(), Style: page.Small(page.Muted), InBlocks: true,
		Cell: func(i int) string {
			return page.Signed(all.write)(ex.in(ex.loss(i)), nothing)
		},
	}
	return pg.NewTable(costChart(pg, ex, bs), bs, ex.rare(), append(ex.rows(pg, ex.costs()), lost))
}

func drawCost(pg *page.Page, ex example) {
	const above = 8 // the bars
	t := costTable(pg, ex)
	rare := ex.notDrawn(pg, t)
	if pg.Column {
		pg, rare = pg.Note(rare, page.Body(page.Muted)), ""
	}
	loss := func(i int) float64 { return ex.in(ex.loss(i)) }
	ex.record(pg, append(ex.costs(), measure{name: "lost, or saved below 0", unit: ex.units(), of: loss}))
	below := costKey(pg.Caption(ex.costCaption(), rare), t)
	t.DrawOn(below, ledgerHeight+above)
	newLedger(below, ex, t.Window(below)).draw()
}

// costChart has a block for each outcome, with what it loses or saves.
func costChart(pg *page.Page, ex example, bs []page.Block) *page.Chart {
	const above = 0.08 // of the tallest
	tallest := 1.0
	for _, b := range bs {
		tallest = max(tallest, ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome)))
	}
	ticks, top := page.Ticks(4).Reaching(tallest, (1+above)*tallest)
	ch := pg.NewChart("", 0, 1, 0, top)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = plot.ConstantTicks{}, ticks
	write := page.AboveNought(ex.totals().write)
	for _, b := range bs {
		own, model, loss := ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome)), ex.in(ex.loss(b.Outcome))
		low, high := min(own, model), max(own, model)
		text := page.BlockText{Block: b, Low: low, High: high, Style: pg.Crowded()}
		ch.FillBlock(b, 0, low, page.Blue)
		switch {
		case loss > nothing:
			ch.FillBlock(b, low, high, page.Orange)
			text.Text = "lost " + write(loss)
		case loss < -nothing:
			ch.FillBlock(b, low, high, page.Paper) // over the grid, which would divide it
			ch.EdgeBlock(b, low, high, page.Green)
			text.Text, text.Ink = "saved "+write(-loss), page.Green
		}
		ch.TopBlock(b, own, model, page.Blue)
		ch.CrossBlock(b, own, page.Plain)
		if text.Text != "" {
			ch.WriteBlocks(text)
		}
	}
	return ch
}

// Totals are what entropy, losses and savings add up to.
type totals struct {
	h, lost, saved, ce, d float64
	write                 func(float64) string // these, and what outcomes lose or save
	addsUp                bool                 // all of it, as it is written
}

func (ex example) totals() totals {
	var losses, savings []float64 // of outcomes
	for i := range ex.p.Len() {
		switch loss := ex.in(ex.loss(i)); {
		case loss > nothing:
			losses = append(losses, loss)
		case loss < -nothing:
			savings = append(savings, -loss)
		}
	}
	h, ce, d := ex.in(info.Entropy(ex.p)), ex.in(info.CrossEntropy(ex.p, ex.q)), ex.in(info.KullbackLeibler(ex.p, ex.q))
	lost, saved := floats.Sum(losses), floats.Sum(savings)
	write := page.InSums([]float64{h, lost, saved, ce, d}, append(losses, savings...)...)
	addsUp := page.AddUp(write, []float64{h, lost}, []float64{ce, saved}) &&
		page.AddUp(write, []float64{h, d}, []float64{ce}) &&
		page.AddUp(write, losses, []float64{lost}) && page.AddUp(write, savings, []float64{saved})
	return totals{h, lost, saved, ce, d, write, addsUp}
}

// A ledger shows how the sums come about, in bars at the foot of a page.
type ledger struct {
	page.Bars
	totals
	ex    example
	names vg.Length // where those of bars begin
	parts []part
}

const ledgerHeight = 5 * page.BarPitch

// newLedger returns the ledger under the window of a chart, where its bars begin, unless its
// names are longer.
func newLedger(pg *page.Page, ex example, chart *page.Page) ledger {
	l := ledger{totals: ex.totals(), ex: ex, names: pg.Min.X}
	l.parts = []part{
		{l.named("*H*(*p*)", l.h), 0, l.h, page.Plain},
		{"lost " + l.amount(l.lost), l.h, l.h + l.lost, page.Orange},
		{"saved " + l.amount(l.saved), l.ce, l.h + l.lost, page.Green},
		{l.named("*H*(*p*, *q*)", l.ce), 0, l.ce, page.Plain},
		{l.named("*D*(*p*\u200a‖\u200a*q*)", l.d), l.h, l.ce, page.Plain},
	}
	left := chart.Min.X
	for _, p := range l.parts {
		left = max(left, pg.Min.X+pg.TextWidth(p.name, page.Small(page.Plain))+5)
	}
	bars := pg.Crop(left-pg.Min.X, pg.Max.X-chart.Max.X, 0, 0).Below(pg.Size().Y - ledgerHeight)
	l.Bars = page.Bars{Page: bars, Most: max(l.h+l.lost, 1e-9)}
	return l
}

// named writes an amount behind its name.
func (l ledger) named(name string, x float64) string { return equals(name, l.amount(x)) }

// amount writes one with its unit: what is rounded to 0 is not 0.
func (l ledger) amount(x float64) string {
	if x < nothing {
		return l.ex.withUnit("0")
	}
	return l.ex.withUnit(page.AboveNought(l.write)(x))
}

// draw draws the bars, from the top of their page. What is 0 has none.
func (l ledger) draw() {
	l.join()
	for i, p := range l.parts {
		l.Record("account", p.name, "from, "+l.ex.units(), p.from, "to, "+l.ex.units(), p.to)
		l.Write(l.names, l.Middle(i), p.name, page.Small(page.Plain))
		switch {
		case p.to-p.from < nothing:
		case p.ink == page.Plain: // which no fill of a block is
			l.SetColor(page.Muted)
			l.Fill(l.Box(i, p.from, p.to).Path())
		case p.ink == page.Green:
			l.Outline(l.Box(i, p.from, p.to), savedEdge)
		default:
			l.FillBox(l.Box(i, p.from, p.to), p.ink)
		}
	}
}

// join draws dashes from where a bar ends to where others do.
func (l ledger) join() {
	if l.d < nothing {
		return
	}
	last := 1
	l.Join(l.h, 0, 1)
	l.Join(l.h, 1, 3)
	if l.saved >= nothing {
		l.Join(l.h+l.lost, 1, 2)
		last = 2
	}
	if l.At(l.ce)-l.At(l.h) >= 2*page.Hair { // or both are one stroke
		l.Join(l.ce, last, 3)
		l.Join(l.h, 3, 4)
	}
	l.Join(l.ce, 3, 4)
}
