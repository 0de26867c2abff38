package main

import (
	"fmt"
	"strings"
	"sync"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/chapters/lab"
	"crossentropy/info/learn"
)

var reliability = figure{
	name:   "reliability",
	title:  "A model trained to the end is too sure of itself, and heat helps",
	alt:    reliabilityAlt,
	height: 270,
	draw:   drawReliability,

	columnHeight: 480,
}

var judged = sync.OnceValue(lab.Judged)

func reliabilityAlt(example) string {
	j := judged()
	heated := j.Test.At(j.Temperature)
	return fmt.Sprintf("Two panels about the digit that a linear classifier thinks likeliest, for %d "+
		"held-out digits in bins by its probability: how often it was right against how likely it "+
		"was said to be, beside the diagonal where the two are the same. Left, as trained, the bins "+
		"lie below the diagonal: %s. Right, heated by T = %s, they lie nearer: %s. "+
		"The mean loss falls from %v to %v; which digit is likeliest stays the same, right in %s.",
		len(j.Test.Targets), counts(bins(j.Test)), number(j.Temperature), counts(bins(heated)),
		j.Test.Loss(), heated.Loss(), percent(heated.Right()))
}

// bins returns the bins of a fifth of the axis that anything fell into.
func bins(a lab.Answers) (filled []learn.Bin) {
	forecasts, right := a.Confidence()
	for _, bin := range learn.Reliability(forecasts, right, 5) {
		if bin.N > 0 {
			filled = append(filled, bin)
		}
	}
	return filled
}

func counts(bins []learn.Bin) string {
	var s []string
	for _, b := range bins {
		s = append(s, fmt.Sprintf("%s said at %s, right in %s",
			count(b.N, "digit"), number(b.Forecast), percent(b.Share)))
	}
	return strings.Join(s, "; ")
}

func drawReliability(pg *page) {
	j := judged()
	heated := j.Test.At(j.Temperature)
	first, second := pg.halves()
	first.reliability("as trained", j.Test, orange)
	second.reliability("heated by *T* = "+number(j.Temperature), heated, blue)
}

// reliability draws the panel of some answers.
func (pg *page) reliability(name string, a lab.Answers, k ink) {
	p := axes(0.2, 1, 0, 1.12)
	p.X.Label.Text = "probability of the likeliest digit"
	var said, happened plotter.XYs
	for _, b := range bins(a) {
		said = append(said, plotter.XY{X: b.Forecast, Y: b.Forecast})
		happened = append(happened, plotter.XY{X: b.Forecast, Y: b.Share})
	}
	p.Add(
		segment(0.2, 0.2, 1, 1, plain, thin, 4, 3),
		between(said, happened, k.fill()),
		line(happened, k, thick),
		label(0.2, 0.875, 4, 0, name+":\n"+a.Loss().String(), style{ink: k, bold: true}),
		label(0.54, 0.63, 0, 0, "as often as said", style{size: tickSize, align: draw.XRight}),
	)
	for _, b := range bins(a) {
		p.Add(dot(b.Forecast, b.Share, k), howMany(b))
	}
	pg.panel(p, "share that was right")
	pg.recordBins(name, bins(a))
}

// howMany writes how many digits are in a bin, beside its dot.
func howMany(b learn.Bin) layer {
	st, n := style{ink: muted, size: tickSize}, fmt.Sprint(b.N)
	switch {
	case b.Forecast > 0.9: // no room at the right
		st.align = draw.XRight
		return label(b.Forecast, 1, 0, 9, n+" digits", st)
	case b.Share < 0.05: // none below
		st.align = draw.XRight
		return label(b.Forecast, b.Share, -6, 7, n, st)
	}
	return label(b.Forecast, b.Share, 7, -6, n, st)
}

// recordBins makes the bins a series of the figure's data.
func (pg *page) recordBins(series string, bins []learn.Bin) {
	s := sheetOf(pg.Canvas)
	for _, b := range bins {
		s.data = append(s.data, []cell{
			word("series", series), exact(s.x, b.Forecast), exact(s.y, b.Share),
			exact("digits", float64(b.N)),
		})
	}
}
