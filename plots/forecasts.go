package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// Forecasts are those of a table, sorted into bins.
type forecasts struct {
	table.Forecasts
	bins []learn.Bin // that have any
	binning
	base
}

// with returns the forecasts with the base of an example.
func (fs forecasts) with(ex example) forecasts {
	fs.base = ex.base
	return fs
}

// readReliability makes f a figure of the forecasts in a table.
func readReliability(f figure, name string, r io.Reader) (figure, error) {
	fs, err := readForecasts(name, r, f.bins)
	f.finds = func(example) string { return fs.finding() }
	f.alt = func(ex example) string { return fs.with(ex).alt() }
	f.draw = func(pg *page.Page, ex example) { fs.with(ex).draw(pg) }
	f.fit = func(pg *page.Page, ex example) vg.Length { return fs.with(ex).height(pg) }
	return f, err
}

func readForecasts(name string, r io.Reader, b binning) (forecasts, error) {
	in, err := table.ReadForecasts(name, r)
	if err != nil {
		return forecasts{}, err
	}
	b = b.of(in)
	return forecasts{Forecasts: in, binning: b, bins: b.sort(in.Said, in.Happened)}, nil
}

// names are those of the axes.
func (fs forecasts) names() (x, y string) {
	if fs.Classes != nil {
		return "probability of the likeliest class", "share in which the likeliest class came"
	}
	return "forecast probability", "share that happened"
}

// mean writes what the forecasts cost on average.
func (fs forecasts) mean() string {
	mean := fs.in(fs.Cost.Bits() / info.Bits(len(fs.Said)))
	if math.IsInf(mean, 1) {
		return "infinite"
	}
	return fs.withUnit(page.Digits(mean, 3))
}

// ece writes the expected calibration error, of which the last digits are from rounding.
func (fs forecasts) ece() string {
	return page.Digits(math.Round(1e9*learn.CalibrationError(fs.bins))/1e9, 3)
}

func (fs forecasts) alt() string {
	x, y := fs.names()
	var bins []string
	for _, b := range fs.bins {
		from, to := interval(b)
		bins = append(bins, fmt.Sprintf("%s of about %s, %s percent, interval %.2g to %.2g",
			data.Count(b.N, "forecast"), brief(b.Forecast), brief(100*b.Share), from, to))
	}
	says := fmt.Sprintf("The %s against the %s, for %s in %s, with intervals of which 95 in 100 hold the "+
		"probability, beside the diagonal where both are the same: %s. The expected calibration error "+
		"is %s. The mean log loss is %s.", y, x, data.Count(len(fs.Said), "forecast"), fs.sorted(),
		strings.Join(bins, "; "), fs.ece(), fs.mean())
	more, surer := fs.weighed()
	var far []string // from what was said
	for _, score := range []struct {
		by           float64
		above, below string
	}{
		{more, "it came %s more often than said", "it came %s less often than said"},
		{surer, "the forecasts are %s too sure", "the forecasts are %s not sure enough"},
	} {
		by, how := page.Fixed(math.Abs(score.by), 2), score.above
		if score.by < 0 {
			how = score.below
		}
		if by != "0.00" && !math.IsInf(score.by, 0) {
			far = append(far, fmt.Sprintf(how, by))
		}
	}
	if far == nil {
		return says
	}
	return says + " In standard deviations of what luck does to right forecasts, " + strings.Join(far, ", and ") + "."
}

// height is that of a page on which the window of the chart is square, with notes beside it,
// or in a column under it.
func (fs forecasts) height(pg *page.Page) vg.Length {
	const square, around = 404, 36 // the second for the title and the margins
	if !pg.Column {
		return square
	}
	return fs.draw(pg.Sketch().Crop(0, 0, pg.Min.X-2*pg.Max.X, 0)) + around
}

// note says what there is to say of all forecasts, and how to read the chart.
func (fs forecasts) note(hasCounts bool) string {
	says := "forecasts:\u00a0" + page.Whole(len(fs.Said)) + " in " + fs.sorted()
	if hasCounts {
		says += ",\u00a0*n*\u00a0in\u00a0each"
	}
	from, to, _ := fs.axis()
	if most := slices.Max(fs.Said); most > to {
		says += "; last bin: up to " + brief(most)
	}
	if least := slices.Min(fs.Said); least < from {
		says += "; first bin: from " + brief(least)
	}
	for _, whole := range []string{
		"mean log loss " + fs.mean(), "calibration error (ECE) " + fs.ece(),
		"dashed: perfect calibration", "whiskers: 95 % Wilson intervals",
	} {
		says += "; " + strings.ReplaceAll(whole, " ", "\u00a0")
	}
	return says
}

// axis returns where both axes begin and end, and their ticks: at those around the bins and their
// intervals, or at 0 and 1 where these take most of it.
func (fs forecasts) axis() (from, to float64, ticks page.Ticks) {
	const mostOfIt, usual = 2. / 3, page.Ticks(6)
	least, most := 1., 0.
	for _, b := range fs.bins {
		low, high := interval(b)
		least, most = min(least, low, b.Forecast), max(most, high, b.Forecast)
	}
	if most-least > mostOfIt {
		return 0, 1, usual
	}
	step := usual.Step(least, most)
	least, most = math.Floor(least/step+rounding), math.Ceil(most/step-rounding)
	return step * least, min(1, step*most), page.Ticks(math.Ceil((1 + 2*beyondEnds) * (most - least)))
}

const (
	beyondEnds  = 0.03 // of the axes, so that no dot lies on them
	countsBelow = 16   // the name of the x axis
	countGap    = 4    // from count to count
	axisRoom    = 20   // beside the window
)

// countSize is the size in which the counts of bins are written side by side on a page; 0 where
// they are not.
func (fs forecasts) countSize(pg *page.Page) vg.Length {
	p, taken := beside(pg), vg.Length(0)
	for _, b := range fs.bins {
		taken += pg.TextWidth(page.Whole(b.N), page.Small(page.Muted)) + countGap
	}
	size := sizeWithin(page.LeastSquare*(p.Max.X-p.Min.X-axisRoom), taken)
	if fs.byCount || size < pg.InPrint(smallest) {
		return 0
	}
	return size
}

// beside returns the page without what notes take on its right.
func beside(pg *page.Page) *page.Page {
	if pg.Column {
		return pg
	}
	return pg.Crop(0, 150, 0, 0)
}

// draw draws the chart and its note, and returns how high they are together in a column.
func (fs forecasts) draw(pg *page.Page) vg.Length {
	const gap = 16 // between the chart and the note
	tell(pg, fs.Notes)
	if len(fs.Classes) == 2 {
		pg.NotDrawn("of two classes the likelier of each line is shown: for how often one came, give label,forecast")
	}
	if math.IsInf(float64(fs.Cost), 1) {
		pg.NotDrawn("the log loss is infinite, as some forecasts gave what came a probability of 0")
	}
	x, y := fs.names()
	small, size, counts, under := page.Small(page.Muted), fs.countSize(pg), vg.Length(0), vg.Length(0)
	switch {
	case size > 0:
		counts = countsBelow
	case !fs.byCount:
		pg.NoRoom("the numbers of", "forecasts in bins")
	}
	ch, note, below := fs.chart(pg, x, y), fs.note(size > 0), pg.Names(x, y, "")
	if pg.Column {
		under = pg.NoteHeight(note, small) + gap/2
	}
	square := ch.Square(beside(below).Crop(0, 0, counts+under, 0))
	ch.ThinX(square)
	window := ch.DrawOn(square)
	if size > 0 {
		fs.writeCounts(square, window, ch, small.Sized(size))
	}
	free := below.Below(below.Max.Y - square.Min.Y + counts + gap/2)
	if !pg.Column {
		free = below.Crop(square.Max.X-below.Min.X+gap, 0, 0, 0)
	}
	return pg.Max.Y - free.Note(note, small).Max.Y
}

// chart has a dot for each bin, with its interval.
func (fs forecasts) chart(pg *page.Page, x, y string) *page.Chart {
	const radius = 2.6
	first, last, ticks := fs.axis()
	low, top := first-beyondEnds*(last-first), last+beyondEnds*(last-first)
	ch := pg.NewChart(x, low, top, low, top)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = ticks, ticks
	ch.Guide(first, first, last, last)
	for _, b := range fs.bins {
		from, to := interval(b)
		ch.Segment("", b.Forecast, from, b.Forecast, to, page.Blue, page.Thin)
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, b.Forecast, b.Share), radius, page.Blue) })
		pg.Record(x, b.Forecast, y, b.Share, "from", from, "to", to, "forecasts", b.N)
	}
	return ch
}

// writeCounts writes in a row below a page the counts of bins, each under its dot in the window of a
// chart, as far as there is room for all, and at its left what they are.
func (fs forecasts) writeCounts(pg, window *page.Page, ch *page.Chart, style page.Style) {
	var texts []string
	var at, half []vg.Length
	for _, b := range fs.bins {
		texts = append(texts, page.Whole(b.N))
		at = append(at, ch.Point(window, b.Forecast, 0).X)
		half = append(half, pg.TextWidth(page.Whole(b.N), style)/2)
	}
	const middle = 2. / 3
	y := pg.Min.Y - middle*countsBelow
	pg.Write(pg.Min.X, y, "*n*:", style)
	page.Spread(at, half, window.Min.X, window.Max.X, countGap)
	for i, s := range texts {
		pg.Write(at[i], y, s, style.Center())
	}
}
