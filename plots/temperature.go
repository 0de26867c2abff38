package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var temperature = figure{
	name:   "temperature",
	title:  "Heat levels the odds, cold leaves only the favourite",
	alt:    temperatureAlt,
	height: 300,
	draw:   drawTemperature,
	takes:  "-p -symbols",

	columnHeight: 340,
}

// The temperatures are powers of two.
const coldest, hottest = 1. / 4, 16

func temperatureAlt(ex example) string {
	cold, own, hot := ex.heated(coldest), ex.heated(1), ex.heated(hottest)
	at1 := example{p: own, words: ex.words}
	favourite := ex.ties()[0][0]
	return fmt.Sprintf("The probabilities softmax(z/T) of the %ss against the temperature T, "+
		"from 1/4 to 16 on a logarithmic axis, a curve for each. At T = 1 they are %s. "+
		"Down at T = 1/4, %s has %s, and the entropy is %v. Up at T = 16 the probabilities "+
		"lie between %s and %s, and the entropy is %v, of %v that equal odds have. At T = 1 it is %v.",
		ex.outcomes(), at1.list(func(_ int, p float64) string { return number(p) }),
		ex.name(favourite), number(cold.P(favourite)), info.Entropy(cold),
		number(hot.P(ex.rarest())), number(hot.P(favourite)), info.Entropy(hot),
		fixedLength(ex.p), info.Entropy(own))
}

// rarest returns the outcome with the lowest score.
func (ex example) rarest() int {
	ties := ex.ties()
	return ties[len(ties)-1][0]
}

// series are the curves of the likeliest outcomes, in inks that stay apart.
func (ex example) series() (all []curve) {
	inks := []ink{blue, orange, green, purple}
	for k, tie := range ex.ties() {
		if k < len(inks) {
			all = append(all, curve{ex.together(tie), ex.probabilities(tie[0]), inks[k]})
		}
	}
	return all
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

func drawTemperature(pg *page) {
	p := axes(coldest, hottest, 0, 1.17)
	p.X.Scale, p.X.Tick.Marker = plot.LogScale{}, octaves{}
	p.Add(
		segment(1, 0, 1, 1.17, muted, hair, 3, 3),
		label(1, 1.12, 4, 0, "the forecast itself", style{}),
		curves(pg.series(), 1, pg.crowded()),
	)
	pg.names("temperature *T*", "probability softmax(*z*/*T*)")
	pg.write(pg.Max.X, pg.Max.Y-5, pg.unseen(), style{ink: muted, align: draw.XRight})
	chart := pg.crop(62, 0, rowHeight+4, captionHeight)
	p.Draw(chart.Canvas)
	pg.entropies(p, p.DataCanvas(chart.Canvas))
}

// unseen says how many outcomes have no curve, if any.
func (pg *page) unseen() string {
	ties := pg.ties()
	n := 0
	for _, tie := range ties[min(len(ties), len(pg.series())):] {
		n += len(tie)
	}
	if n == 0 {
		return ""
	}
	return count(n, "rarer outcome") + " not drawn"
}

// entropies writes, under the ticks of a chart, the entropy at each of them.
func (pg *page) entropies(p *plot.Plot, chart draw.Canvas) {
	const row, ticks = 5, 24 // from the foot of the page
	small := style{ink: muted, size: tickSize}
	pg.write(pg.Min.X, pg.Min.Y+ticks, "temperature *T*", small)
	pg.write(pg.Min.X, pg.Min.Y+row, "entropy, bits", small)
	small.align = draw.XCenter
	s := sheetOf(pg.Canvas)
	for _, t := range (octaves{}).Ticks(coldest, hottest) {
		h := float64(info.Entropy(pg.heated(t.Value)))
		pg.write(chart.X(p.X.Norm(t.Value)), pg.Min.Y+row, number(math.Round(100*h)/100), small)
		s.data = append(s.data,
			[]cell{word("series", "entropy"), exact("temperature T", t.Value), exact("entropy, bits", h)})
	}
}

// Octaves are ticks at the powers of two.
type octaves struct{}

// Ticks returns the ticks of a logarithmic axis from lo to hi.
func (octaves) Ticks(lo, hi float64) (ts []plot.Tick) {
	for t := lo; t <= hi; t *= 2 {
		name := number(t)
		if t < 1 {
			name = "1/" + number(1/t)
		}
		ts = append(ts, plot.Tick{Value: t, Label: name})
	}
	return ts
}
