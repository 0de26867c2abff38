package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

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

// listHolds is what the usual height of a figure has room for of a list.
const listHolds = 50

// costHeight is that of the figure, which grows with a list of what is wider than its blocks.
func costHeight(pg *page.Page, ex example) vg.Length {
	const usual = 358
	t, sketch, body := costTable(pg, ex), pg.Sketch(), page.Body(page.Muted)
	height := usual - 4*page.BarPitch + newLedger(pg, ex, t.Window(pg)).height() + max(0, t.More(pg)-listHolds)
	height += sketch.Size().Y - costKey(sketch, ex, t).Size().Y
	if pg.Column {
		height += pg.NoteHeight(ex.withoutBlock(!t.Lists(len(ex.rare()))), body)
	}
	return height + pg.MoreHeight(ex.costCaption(), body)
}

// costCaption says what the blocks show upwards, to the right, and by their areas.
func (ex example) costCaption() string {
	return "codeword length for *q*, " + ex.units() + "; blocks *p* wide, areas in " + ex.units()
}

// costs are what is said of each outcome, but for what it loses or saves.
func (ex example) costs() []measure {
	unit := ", " + ex.units()
	return []measure{
		{name: "probability *p*", of: ex.p.P, short: "*p*"},
		{name: "probability *q*", of: ex.q.P, short: "*q*"},
		{name: "length for *p*", unit: unit, of: ex.lengths(ex.p), short: "for\u00a0*p*", over: ex.units()},
		{name: "length for *q*", unit: unit, of: ex.lengths(ex.q), short: "for\u00a0*q*", over: ex.units()},
	}
}

// costTable has what each outcome loses or saves in the blocks, or else in a list.
func costTable(pg *page.Page, ex example) *page.Table {
	bs, written, write := page.Blocks(ex.p.All()), ex.lossWriting(), ex.sumWriting()
	rows := append(ex.rows(pg, bs, ex.costs()), page.Row{
		Head: "area lost", Over: ex.units(),
		Cell: func(i int) string {
			switch loss := ex.in(ex.loss(i)); {
			case loss > nothing:
				return "+" + write(loss)
			case loss < -nothing:
				return "−" + write(-loss)
			}
			return write(0)
		},
		InBlock: written,
		Style:   pg.Crowded(),
	})
	t := pg.NewTable(costChart(pg, ex, bs, written), bs, ex.rare(), rows)
	if t.Lists(0) { // they would have room in some blocks, and not in others
		t.Chart = costChart(pg, ex, bs, func(int) string { return "" })
	}
	return t
}

// lossWriting returns how to write in its block what an outcome loses or saves, if it does.
func (ex example) lossWriting() func(outcome int) string {
	write := ex.sumWriting()
	return func(i int) string {
		loss := ex.in(ex.loss(i))
		number := write(math.Abs(loss))
		if least, isRounded := leastAbove(number); isRounded {
			number = page.Bound("<", least)
		}
		switch {
		case loss > nothing:
			return "lost " + number
		case loss < -nothing:
			return "saved " + number
		}
		return ""
	}
}

// leastAbove returns the least number above 0 of as many decimals as one, and whether that is 0.
func leastAbove(number string) (least string, isNought bool) {
	return number[:len(number)-1] + "1", strings.Trim(number, "0.") == ""
}

func drawCost(pg *page.Page, ex example) {
	const above = 8 // the bars
	t := costTable(pg, ex)
	rare := ex.notDrawn(pg, t)
	if pg.Column {
		pg, rare = pg.Note(rare, page.Body(page.Muted)), ""
	}
	loss := func(i int) float64 { return ex.in(ex.loss(i)) }
	ex.record(pg, append(ex.costs(), measure{name: "lost, or saved below 0", unit: ", " + ex.units(), of: loss}))
	below := costKey(pg.Caption(ex.costCaption(), rare), ex, t)
	l := newLedger(below, ex, t.Window(below))
	t.DrawOn(below, l.height()+above)
	l.draw()
}

// costChart has a block for each outcome, with what is written on it, as what it loses or saves.
func costChart(pg *page.Page, ex example, bs []page.Block, written func(outcome int) string) *page.Chart {
	const above, twoLines = 0.08, 0.25 // of the tallest, the second over areas that are as low
	tallest, low := 1.0, 0.0           // of those over which the text of an area may stand
	for _, b := range bs {
		own, model := ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome))
		tallest = max(tallest, own, model)
		if area := math.Abs(own - model); written(b.Outcome) != "" && area < twoLines*tallest {
			low = max(low, own, model)
		}
	}
	ticks, top := page.Ticks(4).Reaching(tallest, max((1+above)*tallest, low+twoLines*tallest))
	ch := pg.NewChart("", 0, 1, 0, top)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = plot.ConstantTicks{}, ticks
	var texts []page.BlockText
	for _, b := range bs {
		own, model := ex.surprisal(b.P), ex.surprisal(ex.q.P(b.Outcome))
		low, high := min(own, model), max(own, model)
		text := page.BlockText{Block: b, Low: low, High: high, Text: written(b.Outcome), Style: pg.Crowded()}
		ch.FillBlock(b, 0, low, page.Blue)
		switch {
		case model > own:
			ch.PartBlock(b, low)
			ch.FillBlock(b, low, high, page.Orange)
			text.Above = page.Orange
		case model < own:
			ch.FillBlock(b, low, high, page.Paper) // over the grid, which would divide it
			ch.OutlineBlock(b, low, high, page.Green)
			text.Ink = page.Green
		}
		texts = append(texts, text)
		ch.TopBlock(b, own, model, page.Blue)
	}
	ch.WriteBlocks(texts...)
	return ch
}

// Sums are what entropy, losses and savings add up to.
type sums struct{ h, lost, saved, ce, d float64 }

func (ex example) sums() sums {
	lost, saved := ex.lostAndSaved()
	return sums{
		ex.in(info.Entropy(ex.p)), ex.in(lost), ex.in(saved),
		ex.in(info.CrossEntropy(ex.p, ex.q)), ex.in(info.KullbackLeibler(ex.p, ex.q)),
	}
}

// sumWriting returns how to write the sums, and in a table of what all outcomes lose and save also that,
// so that all of it adds up.
func (ex example) sumWriting() func(float64) string {
	s := ex.sums()
	var lost, saved []float64
	for i := range min(ex.p.Len(), page.MostListed+1) {
		switch loss := ex.in(ex.loss(i)); {
		case i == page.MostListed:
			lost, saved = nil, nil
		case loss > nothing:
			lost = append(lost, loss)
		case loss < -nothing:
			saved = append(saved, -loss)
		}
	}
	adds := func(in func(float64) int) bool {
		addTo := func(parts []float64, sum float64) bool {
			left := in(sum)
			for _, x := range parts {
				left -= in(x)
			}
			return parts == nil || left == 0
		}
		return in(s.h)+in(s.lost)-in(s.saved) == in(s.ce) && in(s.h)+in(s.d) == in(s.ce) &&
			addTo(lost, s.lost) && addTo(saved, s.saved)
	}
	return page.AddingUp(adds, []float64{s.h, s.lost, s.saved, s.ce, s.d}, slices.Concat(lost, saved)...)
}

// A ledger shows how the sums come about, in bars at the foot of a page.
type ledger struct {
	page.Bars
	sums
	ex         example
	names      vg.Length // where those of bars begin
	parts      []part
	divergence string
	write      func(float64) string
}

// newLedger returns the ledger under the window of a chart, where its bars begin, unless its
// names are longer.
func newLedger(pg *page.Page, ex example, chart *page.Page) ledger {
	l := ledger{sums: ex.sums(), ex: ex, names: pg.Min.X, write: ex.sumWriting()}
	l.parts = []part{
		{l.named("*H*(*p*) = ", l.h), 0, l.h, page.Blue},
		{l.named("lost ", l.lost), l.h, l.h + l.lost, page.Orange},
		{l.named("saved ", l.saved), l.ce, l.h + l.lost, page.Green},
		{l.named("*H*(*p*, *q*) = ", l.ce), 0, l.ce, page.Blue},
	}
	l.divergence = l.named("*D*(*p*||*q*) = ", l.d)
	left := chart.Min.X
	for _, p := range l.parts {
		left = max(left, pg.Min.X+pg.TextWidth(p.name, page.Small(page.Plain))+5)
	}
	bars := pg.Crop(left-pg.Min.X, pg.Max.X-chart.Max.X, 0, 0)
	l.Bars = page.Bars{Page: bars, Most: max(l.h+l.lost, 1e-9)}
	l.Page = bars.Below(pg.Size().Y - l.height())
	return l
}

// named writes an amount behind its name: one that is rounded to 0 is not 0.
func (l ledger) named(name string, x float64) string {
	number := l.write(x)
	switch least, isRounded := leastAbove(number); {
	case x < nothing:
		number = "0"
	case isRounded:
		number, name = page.Bound("<", least), strings.TrimSuffix(name, "= ")
	}
	return name + l.ex.withUnit(number)
}

// height is that of the bars, with a row for the divergence where its bar has no room for it.
func (l ledger) height() vg.Length {
	if l.Holds(l.divergence, l.h, l.ce) {
		return 4 * page.BarPitch
	}
	return 5 * page.BarPitch
}

// draw draws the bars, from the top of their page. What is 0 has none.
func (l ledger) draw() {
	l.join()
	for i, p := range l.parts {
		l.Record("account", p.name, "from, "+l.ex.units(), p.from, "to, "+l.ex.units(), p.to)
		style := page.Small(p.ink)
		if p.ink == page.Blue {
			style = page.Small(page.Plain)
		}
		l.Write(l.names, l.Middle(i), p.name, style)
		switch {
		case p.to-p.from < nothing:
		case p.ink == page.Green:
			l.Outline(l.Box(i, p.from, p.to), savedEdge)
		default:
			l.FillBox(l.Box(i, p.from, p.to), p.ink)
		}
	}
	l.drawDivergence()
}

// join draws hairlines from where a bar ends to where others do.
func (l ledger) join() {
	if l.d < nothing {
		return
	}
	l.Join(l.h, 0, 1)
	l.Join(l.h, 1, 3)
	last := 1
	if l.saved >= nothing {
		l.Join(l.h+l.lost, 1, 2)
		last = 2
	}
	if l.At(l.ce)-l.At(l.h) >= 2*page.Hair { // or both are one stroke
		l.Join(l.ce, last, 3)
	}
}

// drawDivergence draws the divergence over the last bar, and its name there or under it.
func (l ledger) drawDivergence() {
	small := page.Small(page.Plain)
	if l.d < nothing {
		l.Write(l.names, l.Middle(4), l.divergence, small)
		return
	}
	bar, at := l.Box(3, l.h, l.ce), vg.Point{X: l.At((l.h + l.ce) / 2), Y: l.Middle(4)}
	l.FillBox(bar, page.Orange)
	l.StrokeLine2(page.Paper.Line(page.Hair), bar.Min.X-page.Hair/2, bar.Min.Y, bar.Min.X-page.Hair/2, bar.Max.Y)
	if l.Label(3, l.h, l.ce, l.divergence) {
		return
	}
	l.StrokeLine2(page.Plain.Line(page.Hair), at.X, bar.Min.Y, at.X, at.Y+7)
	if at.X+l.TextWidth(l.divergence, small)/2 > l.Max.X {
		at.X, small = l.Max.X, small.Right()
	} else {
		small = small.Center()
	}
	l.Write(at.X, at.Y, l.divergence, small)
}
