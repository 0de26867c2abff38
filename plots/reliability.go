package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/plot"
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
	headings:     datasets.ForecastHeadings,
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
	asTrained = t.Run.Trained().Answer(t.Test)
	return asTrained, asTrained.At(t.Temperature)
}

func reliabilityAlt(ex example) string {
	cold, hot := testAnswers()
	return fmt.Sprintf("Two panels about the digit that a linear classifier thinks likeliest, for "+
		"%d held-out digits in bins by its probability: how often it was wrong against how often it "+
		"was said to be, on logarithmic axes, beside the diagonal where the two are the same. Left, "+
		"as trained, the bins lie above the diagonal, the fullest furthest: %s. Right, heated by T = %s, "+
		"they lie nearer, and the fullest close to it: %s. The mean loss falls from %v to %v; which digit is "+
		"likeliest stays the same, wrong in %s.",
		len(cold.Targets), listBins(bins(cold)), page.Number(digitTrial().Temperature),
		listBins(bins(hot)), ex.write(cold.Loss()), ex.write(hot.Loss()), percent(1-hot.Right()))
}

// bins returns the bins of a tenth of the axis that anything fell into.
func bins(a learn.Answers) []learn.Bin { return tenths.sort(a.Confidence()) }

func listBins(bins []learn.Bin) string {
	var s []string
	for _, b := range bins {
		s = append(s, fmt.Sprintf("%s said to be wrong in %s percent, wrong in %s",
			datasets.Count(b.N, "digit"), brief(100*(1-b.Forecast)), brief(100*(1-b.Share))))
	}
	return strings.Join(s, "; ")
}

func drawReliability(pg *page.Page, ex example) {
	cold, hot := testAnswers()
	first, second := pg.Halves()
	drawBins(first, ex.base, "as trained", cold, page.Orange)
	heated := "heated by *T* = " + page.Decimals(digitTrial().Temperature, 2)
	drawBins(second, ex.base, heated, hot, page.Blue)
}

// drawBins draws the panel of some answers. Where few digits are in a bin, it is muted:
// luck moves it far.
func drawBins(pg *page.Page, base base, name string, a learn.Answers, k page.Ink) {
	const x, y = "said to be wrong, %", "wrong, % of digits"
	const least, most, few = 0.1, 100, 10
	percents := plot.ConstantTicks{
		{Value: least, Label: "0.1"},
		{Value: 1, Label: "1"},
		{Value: 10, Label: "10"},
		{Value: most, Label: "100"},
	}
	ch := pg.NewChart(x, least, most, least, most)
	ch.LogX(1)
	ch.X.Tick.Marker, ch.Y.Tick.Marker, ch.Y.Scale = percents, percents, plot.LogScale{}
	ch.Guide(least, least, most, most)
	for _, b := range bins(a) {
		said, wrong, ink, stem := 100*(1-b.Forecast), 100*(1-b.Share), k, vg.Length(page.Thick)
		if b.N < few {
			ink, stem = page.Muted, page.Hair
		}
		ch.Segment("", said, said, said, wrong, ink, stem)
		radius := vg.Length(1.5 + 0.2*math.Sqrt(float64(b.N))) // of an area that grows with what is in it
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, said, wrong), radius, ink) })
	}
	says := name + ": " + page.Decimals(base.in(a.Loss()), 2) + " " + base.units()
	ch.Label(least, most, 5, -9, says, page.Bold(k))
	full := slices.MaxFunc(bins(a), func(a, b learn.Bin) int { return a.N - b.N })
	fullest := fmt.Sprintf("%d digits:\nsaid %.1f %%,\nwrong %.1f %%",
		full.N, 100*(1-full.Forecast), 100*(1-full.Share))
	ch.Label(least, 100*(1-full.Share), 5, 32, fullest, page.Style{})
	grey := fmt.Sprintf("grey: fewer than %d", few)
	ch.Label(most, least, -3, 9, grey, page.Small(page.Muted).Right())
	ch.Label(20, 8, 0, 0, "as often\nas said", page.Small(page.Plain))
	pg.Panel(ch, y)
	for _, b := range bins(a) {
		pg.Record("series", name, x, 100*(1-b.Forecast), y, 100*(1-b.Share), "digits", b.N)
	}
}
