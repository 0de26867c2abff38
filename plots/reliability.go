package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	datasets "crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

var reliability = figure{
	name:         "reliability",
	title:        "A model trained to the end is too sure of itself, and heat helps",
	alt:          reliabilityAlt,
	columnHeight: 480,
	draw:         drawReliability,
	columns:      "label,forecast (or class, and a column for each)",
	bins:         tenths,
	takes:        "-base",
	read:         readReliability,
}

// digitTrial is how reading digits goes: what chapter 6 tells.
var digitTrial = sync.OnceValue(func() learn.Trial {
	training, validation, test := datasets.DigitThirds()
	return learn.NewTrial(training, validation, test, 1e-4)
})

// testAnswers are those of its model on the digits that are kept for the end, as
// trained, and at the temperature that suits others.
func testAnswers() (asTrained, heated learn.Answers) {
	t := digitTrial()
	asTrained = t.Run.Model.Answer(t.Test)
	return asTrained, asTrained.At(t.Temperature)
}

func reliabilityAlt(ex example) string {
	cold, hot := testAnswers()
	return fmt.Sprintf("Two panels about the digit that a linear classifier thinks likeliest, for "+
		"%d held-out digits in bins by its probability: how often it was right against how likely it "+
		"was said to be, beside the diagonal where the two are the same. Left, as trained, the bins "+
		"lie below the diagonal: %s. Right, heated by T = %s, they lie nearer: %s. "+
		"The mean loss falls from %v to %v; which digit is likeliest stays the same, right in %s.",
		len(cold.Targets), listBins(bins(cold)), page.Number(digitTrial().Temperature),
		listBins(bins(hot)), ex.write(cold.Loss()), ex.write(hot.Loss()), percent(hot.Right()))
}

// bins returns the bins of a tenth of the axis that anything fell into.
func bins(a learn.Answers) []learn.Bin {
	forecasts, right := a.Confidence()
	return slices.DeleteFunc(learn.Reliability(forecasts, right, 10),
		func(b learn.Bin) bool { return b.N == 0 })
}

func listBins(bins []learn.Bin) string {
	var s []string
	for _, b := range bins {
		s = append(s, fmt.Sprintf("%s said at %s, right in %s",
			datasets.Count(b.N, "digit"), brief(b.Forecast), percent(b.Share)))
	}
	return strings.Join(s, "; ")
}

func drawReliability(pg *page.Page, ex example) {
	cold, hot := testAnswers()
	first, second := pg.Halves()
	drawBins(first, ex.base, "as trained", cold, page.Orange)
	heated := "heated by *T* = " + page.Number(digitTrial().Temperature)
	drawBins(second, ex.base, heated, hot, page.Blue)
}

// drawBins draws the panel of some answers.
func drawBins(pg *page.Page, base base, name string, a learn.Answers, k page.Ink) {
	const x, y = "probability of the likeliest digit", "share that was right"
	ch := pg.NewChart(x, 0.2, 1, 0, 1.12)
	ch.Guide(0.2, 0.2, 1, 1)
	for _, b := range bins(a) {
		ch.Segment("", b.Forecast, b.Forecast, b.Forecast, b.Share, k, page.Thin)
	}
	for _, b := range bins(a) {
		r := vg.Length(radius(b))
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, b.Forecast, b.Share), r, k) })
		labelBin(ch, b)
	}
	ch.Label(0.2, 0.875, 4, 0, name+":\n"+base.write(a.Loss()), page.Bold(k))
	ch.Label(0.54, 0.63, 0, 0, "as often as said", page.Small(page.Plain).Right())
	pg.Panel(ch, y)
	for _, b := range bins(a) {
		pg.Record("series", name, x, b.Forecast, y, b.Share, "digits", b.N)
	}
}

// radius gives a bin a disc with an area that grows with what is in it.
func radius(b learn.Bin) float64 { return 1.5 + 0.2*math.Sqrt(float64(b.N)) }

// labelBin writes how many digits are in a bin, beside its disc.
func labelBin(ch *page.Chart, b learn.Bin) {
	small, n, away := page.Small(page.Muted), fmt.Sprint(b.N), radius(b)+6
	switch {
	case b.Forecast > 0.9: // no room at the right
		ch.Label(b.Forecast, 1, 3, 10, n+" digits", small.Right())
	case b.Share > b.Forecast:
		ch.Label(b.Forecast, b.Share, 0, away, n, small.Center())
	case b.Share > 0.05:
		ch.Label(b.Forecast, b.Share, 0, -away, n, small.Center())
	case int(10*b.Forecast)%2 == 0: // on the axis; neighbours to different sides
		ch.Label(b.Forecast, b.Share, 5, 6, n, small)
	default:
		ch.Label(b.Forecast, b.Share, -5, 6, n, small.Right())
	}
}
