package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	datasets "crossentropy/info/data"
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

// digitTrial is how reading digits goes: what chapter 6 tells.
var digitTrial = sync.OnceValue(func() learn.Trial {
	training, validation, test := datasets.DigitThirds()
	return learn.NewTrial(training, validation, test, 1e-4)
})

// A judgement is what its model answers on the digits that are kept for the end, and
// the temperature that suits others.
type judgement struct {
	Temperature float64
	Test        learn.Answers
}

func judged() judgement {
	t := digitTrial()
	return judgement{t.Temperature, t.Run.Model.Answer(t.Test)}
}

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

// bins returns the bins of a tenth of the axis that anything fell into.
func bins(a learn.Answers) []learn.Bin {
	forecasts, right := a.Confidence()
	return slices.DeleteFunc(learn.Reliability(forecasts, right, 10),
		func(b learn.Bin) bool { return b.N == 0 })
}

func counts(bins []learn.Bin) string {
	var s []string
	for _, b := range bins {
		s = append(s, fmt.Sprintf("%s said at %s, right in %s",
			count(b.N, "digit"), brief(b.Forecast), percent(b.Share)))
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
func (pg *page) reliability(name string, a learn.Answers, k ink) {
	p := axes(0.2, 1, 0, 1.12)
	p.X.Label.Text = "probability of the likeliest digit"
	p.Add(segment(0.2, 0.2, 1, 1, plain, thin, 4, 3))
	for _, b := range bins(a) {
		p.Add(segment(b.Forecast, b.Forecast, b.Forecast, b.Share, k, thin))
	}
	for _, b := range bins(a) {
		p.Add(disc(b, k), howMany(b))
	}
	p.Add(
		label(0.2, 0.875, 4, 0, name+":\n"+a.Loss().String(), style{ink: k, bold: true}),
		label(0.54, 0.63, 0, 0, "as often as said", style{size: tickSize, align: draw.XRight}),
	)
	pg.panel(p, "share that was right")
	pg.recordBins(name, bins(a))
}

// radius gives a bin a disc with an area that grows with what is in it.
func radius(b learn.Bin) vg.Length { return 1.5 + 0.2*vg.Length(math.Sqrt(float64(b.N))) }

func disc(b learn.Bin, k ink) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		at := pointOf(c, p, b.Forecast, b.Share)
		c.DrawGlyphNoClip(draw.GlyphStyle{Color: k, Radius: radius(b), Shape: draw.CircleGlyph{}}, at)
	}
}

// howMany writes how many digits are in a bin, beside its disc.
func howMany(b learn.Bin) layer {
	st, n, away := style{ink: muted, size: tickSize, align: draw.XCenter}, fmt.Sprint(b.N), radius(b)+6
	switch {
	case b.Forecast > 0.9: // no room at the right
		st.align = draw.XRight
		return label(b.Forecast, 1, 3, 10, n+" digits", st)
	case b.Share > b.Forecast:
		return label(b.Forecast, b.Share, 0, away, n, st)
	case b.Share > 0.05:
		return label(b.Forecast, b.Share, 0, -away, n, st)
	case int(10*b.Forecast)%2 == 0: // on the axis; neighbours to different sides
		st.align = draw.XLeft
		return label(b.Forecast, b.Share, 5, 6, n, st)
	}
	st.align = draw.XRight
	return label(b.Forecast, b.Share, -5, 6, n, st)
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
