package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

var temperature = figure{
	name:         "temperature",
	title:        temperatureTitle,
	alt:          temperatureAlt,
	height:       310,
	columnHeight: 340,
	draw:         drawTemperature,
	takes:        "-p -symbols -base",
	shows:        tomorrow,
	finds:        temperatureFinding,
}

const temperatureTitle = "Heat levels the odds, cold leaves only the favourite"

// temperatureFinding is the title, of whatever distribution.
func temperatureFinding(ex example) string {
	switch likeliest := ex.ties()[0]; {
	case ex.p.P(likeliest[0]) == 1:
		return "What is certain stays so at any temperature"
	case len(likeliest) == outcomesOf(ex.p):
		return "Equal odds stay equal at any temperature"
	case len(likeliest) > 1:
		return "Heat levels the odds, cold leaves only the likeliest"
	}
	return temperatureTitle
}

// tomorrow is the forecast of a word by scores, from bold to shy.
func tomorrow() example {
	p := learn.Answers{Logits: [][]float64{{2, 1, 0, -1}}}.Forecast(0)
	return example{p: p, q: p, words: words, unit: "word"}
}

// The temperatures are powers of two, in the ticks of the axis.
const coldest, hottest = 1. / 4, 16

var temperatures = plot.ConstantTicks{
	{Value: coldest, Label: "1/4"},
	{Value: 1. / 2, Label: "1/2"},
	{Value: 1, Label: "1"},
	{Value: 2, Label: "2"},
	{Value: 4, Label: "4"},
	{Value: 8, Label: "8"},
	{Value: hottest, Label: "16"},
}

func temperatureAlt(ex example) string {
	cold, hot := ex.heated(coldest), ex.heated(hottest)
	ties := ex.ties()
	favourite, rarest := ties[0][0], ties[len(ties)-1][0]
	return fmt.Sprintf("The probabilities softmax(z/T) of the %ss against the temperature T, "+
		"from 1/4 to 16 on a logarithmic axis, a curve for each. At T = 1 they are %s. "+
		"Down at T = 1/4, %s has %s, and the entropy is %v. Up at T = 16 the probabilities "+
		"lie between %s and %s, and the entropy is %v, of %v that equal odds have. At T = 1 it is %v.",
		ex.outcome(), ex.list(func(_ int, p float64) string { return page.Number(p) }),
		ex.name(favourite), page.Number(cold.P(favourite)), ex.write(info.Entropy(cold)),
		page.Number(hot.P(rarest)), page.Number(hot.P(favourite)), ex.write(info.Entropy(hot)),
		ex.write(info.Entropy(info.Uniform(outcomesOf(ex.p)))), ex.write(info.Entropy(ex.p)))
}

// heated returns softmax(z/t) of scores z whose softmax is p: its logarithms.
func (ex example) heated(t float64) info.Distribution {
	var z []float64
	for _, p := range ex.p.All() {
		z = append(z, math.Log(p))
	}
	return learn.Answers{Logits: [][]float64{z}}.At(t).Forecast(0)
}

// ties returns the outcomes from the likeliest to the rarest, those of the same
// probability together: they stay as likely as each other at any temperature.
func (ex example) ties() (all [][]int) {
	with := map[float64][]int{}
	for i, p := range ex.p.All() {
		with[p] = append(with[p], i)
	}
	for _, p := range slices.Backward(slices.Sorted(maps.Keys(with))) {
		all = append(all, with[p])
	}
	return all
}

// together names the outcomes of a tie, of which each has the same probability.
func (ex example) together(tie []int) string {
	first := ex.label(tie[0])
	switch len(tie) {
	case 1:
		return first
	case 2:
		return first + ", " + ex.label(tie[1])
	}
	return fmt.Sprintf("%s and %d others", first, len(tie)-1)
}

// curves are those of the likeliest outcomes. It says how many others there are.
func (ex example) curves() (all []page.Curve, unseen string) {
	inks := []page.Ink{page.Blue, page.Orange, page.Green, page.Purple}
	rarer := ex.p.Len()
	ties := ex.ties()
	for k, tie := range ties[:min(len(ties), len(inks))] {
		xys := ex.probabilities(tie[0])
		all = append(all, page.Curve{Name: ex.together(tie), XYs: xys, Ink: inks[k]})
		rarer -= len(tie)
	}
	return all, leftOut(rarer, "rarer outcome", "not drawn")
}

// probabilities returns those of an outcome at each temperature.
func (ex example) probabilities(outcome int) (xys plotter.XYs) {
	const each = 1. / 12 // octaves
	for k := math.Log2(coldest); k <= math.Log2(hottest)+each/2; k += each {
		t := math.Exp2(k)
		xys = append(xys, plotter.XY{X: t, Y: ex.heated(t).P(outcome)})
	}
	return xys
}

func drawTemperature(pg *page.Page, ex example) {
	const highest = 1.1 // with room for a name over a curve at 1
	curves, unseen := ex.curves()
	pg.NotDrawn(unseen)
	ch := pg.NewChart("", coldest, hottest, 0, highest)
	ch.X.Scale, ch.X.Tick.Marker = plot.LogScale{}, temperatures
	ch.Drop(1, highest)
	ch.Curves(curves, 1, pg.Crowded())
	below := pg.Names("temperature *T*", "probability softmax(*z*/*T*)", unseen)
	below = keyed(below, page.Muted.Line(page.Hair, 3, 3), "the forecast itself", page.Small(page.Plain))
	drawEntropies(pg, ex, ch, ch.DrawOn(below.Crop(62, 0, page.RowHeight+4, 0)))
}

// drawEntropies writes, under the ticks of a chart, the entropy at each of them.
func drawEntropies(pg *page.Page, ex example, ch *page.Chart, window *page.Page) {
	const row, ticks = 5, 24 // from the foot of the page
	small := page.Small(page.Muted)
	pg.Write(pg.Min.X, pg.Min.Y+ticks, "temperature *T*", small)
	pg.Write(pg.Min.X, pg.Min.Y+row, "entropy, "+ex.units(), small)
	for _, t := range temperatures {
		h := ex.in(info.Entropy(ex.heated(t.Value)))
		x := ch.Point(window, t.Value, 0).X
		pg.Write(x, pg.Min.Y+row, page.Fixed(h, 2), small.Center())
		pg.Record("series", "entropy", "temperature T", t.Value, "entropy, "+ex.units(), h)
	}
}
