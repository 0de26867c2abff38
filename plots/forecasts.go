package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
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
	areRare     bool // as nearly all forecasts say, and drawn on logarithmic axes
	areMirrored bool // as it is rare that the events do not come
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
	f.fit = func(pg *page.Page, _ example) vg.Length { return fs.height(pg) }
	return f, err
}

func readForecasts(name string, r io.Reader, b binning) (forecasts, error) {
	in, err := table.ReadForecasts(name, r)
	if err != nil {
		return forecasts{}, err
	}
	fs := forecasts{Forecasts: in, binning: b}
	first, last := fs.inOneTenth()
	if fs.areRare = b.usual && (first || last); fs.areRare {
		fs.areMirrored = last
		const events, fewest = 3, 3 // in a bin, or an interval is much wider than forecasts lie apart, and bins
		fs.binning = binning{n: min(max(int(fs.rare())/events, fewest), tenths.n), byCount: true}
	}
	sort := learn.Reliability
	if fs.byCount {
		sort = learn.ReliabilityByCount
	}
	isEmpty := func(b learn.Bin) bool { return b.N == 0 }
	fs.bins = slices.DeleteFunc(sort(fs.Said, fs.Happened, fs.n), isEmpty)
	if pooled := fs.pooled(); pooled != "" {
		fs.Notes = append(fs.Notes, pooled)
	}
	const nothing = 1e-12 // as good as
	if slices.ContainsFunc(fs.drawn(), func(d drawnBin) bool { return d.said < nothing }) {
		fs.areRare, fs.areMirrored = false, false
	}
	return fs, nil
}

// A drawnBin is what of a bin is drawn.
type drawnBin struct{ said, share, from, to float64 }

// drawn returns what is drawn of the bins: how likely the events were said to be and how many came,
// or of events that nearly always come, how many did not.
func (fs forecasts) drawn() (all []drawnBin) {
	for _, b := range fs.bins {
		from, to := interval(b)
		d := drawnBin{b.Forecast, b.Share, from, to}
		if fs.areMirrored {
			d = drawnBin{1 - b.Forecast, 1 - b.Share, 1 - to, 1 - from}
		}
		all = append(all, d)
	}
	return all
}

// names are those of the axes, and what a bin has in which no such event came.
func (fs forecasts) names() (x, y, none string) {
	switch {
	case fs.Classes != nil && fs.areMirrored:
		return "probability of another than the likeliest class", "share that was wrong", "none wrong"
	case fs.Classes != nil:
		return "confidence: probability of the likeliest class", "share that was right", "none right"
	case fs.areMirrored:
		return "1 − forecast probability", "share that did not happen", "all happened"
	}
	return "forecast probability", "share that happened", "none happened"
}

// mean says what the forecasts cost on average.
func (fs forecasts) mean() string {
	mean := fs.Cost.Bits() / info.Bits(len(fs.Said))
	if math.IsInf(float64(mean), 1) {
		return "infinite"
	}
	return score(fs.in(mean)) + "\u00a0" + fs.units()
}

// score writes a number with three decimals, or with more if it has not two digits then.
func score(x float64) string {
	if places := page.Places(3, 6, x); x > 0 && places < 6 {
		return page.Fixed(x, places)
	}
	return page.Number(x)
}

func (fs forecasts) alt() string {
	event, happened := "event", "happened"
	what := "How often events happened against how likely they were said to be"
	if fs.Classes != nil {
		event, happened = "forecast", "right"
		what = "How often the likeliest class was right against its probability"
	}
	var bins []string
	axes := ""
	if fs.areRare {
		axes = "on logarithmic axes, "
	}
	for _, b := range fs.bins {
		from, to := interval(b)
		bins = append(bins, fmt.Sprintf("%s said at %s, %s in %s percent, interval %.2g to %.2g",
			data.Count(b.N, event), brief(b.Forecast), happened, brief(100*b.Share), from, to))
	}
	return fmt.Sprintf("%s, %sfor %s in %s, with intervals of which 95 in 100 hold the probability, "+
		"beside the diagonal where both are the same: %s. The expected calibration error is %s. The "+
		"mean log loss is %s.", what, axes, data.Count(len(fs.Said), "forecast"), fs.sorted(),
		strings.Join(bins, "; "), brief(fs.calibrationError()), fs.mean())
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

// notes are what there is to say of all forecasts, and how to read the chart.
func (fs forecasts) notes(pg *page.Page) []string {
	events, counts := "", ""
	if fs.areRare && fs.Classes == nil { // and may be few
		events = " and " + counted(int(math.Round(float64(len(fs.Said))*fs.all().Share)), "event")
	}
	if fs.countSize(pg) > 0 {
		counts = ",\u00a0*n*\u00a0in\u00a0each"
	}
	notes := []string{
		counted(len(fs.Said), "forecast") + events + " in " + fs.sorted() + counts,
		"mean log loss " + fs.mean(), "calibration error (ECE) " + score(fs.calibrationError()),
		"dashed:\u00a0perfect\u00a0calibration", "whiskers:\u00a095\u00a0% Wilson\u00a0intervals",
	}
	if fs.areRare {
		notes = append(notes, "logarithmic\u00a0axes")
		if _, _, none := fs.names(); slices.ContainsFunc(fs.drawn(), drawnBin.isNone) {
			notes = append(notes, "arrows:\u00a0"+strings.Replace(none, " ", "\u00a0", 1))
		}
	}
	return notes
}

// counted writes how many things there are in a line, with thin spaces in a large number.
func counted(n int, thing string) string {
	_, things, _ := strings.Cut(data.Count(n, thing), " ")
	return page.Whole(n) + "\u00a0" + things
}

// isNone says whether no event came, so that a logarithmic axis has no place for how many.
func (d drawnBin) isNone() bool { return d.share == 0 }

// axis returns where both axes begin and end, and their ticks: at those around the bins and their
// intervals, or at 0 and 1 where these take most of it. Logarithmic axes end with them, but for room
// for arrows below them.
func (fs forecasts) axis() (from, to float64, ticks plot.Ticker) {
	const mostOfIt, arrows, usual = 2. / 3, 0.5, page.Ticks(6)
	least, most, rarest, first := 1., 0., 1., 1. // the last of those with a place on a logarithmic axis
	for _, d := range fs.drawn() {
		least, most, rarest = min(least, d.from, d.said), max(most, d.to, d.said), min(rarest, d.said)
		if d.isNone() {
			first = min(first, arrows*d.said)
		} else {
			first = min(first, d.from)
		}
	}
	switch {
	case fs.areRare:
		return min(rarest, first), most, page.LogTicks(3)
	case most-least > mostOfIt:
		return 0, 1, usual
	case len(fs.bins) == 1: // in the middle
		said := fs.bins[0].Forecast
		far := max(said-least, most-said)
		least, most = max(0, said-far), min(1, said+far)
	}
	step := usual.Step(least, most)
	least, most = math.Floor(least/step+rounding), math.Ceil(most/step-rounding)
	return step * least, min(1, step*most), page.Ticks(math.Ceil((1 + 2*beyondEnds) * (most - least)))
}

// countSize is the size in which the counts of bins are written side by side on a page; 0 where
// they are not.
func (fs forecasts) countSize(pg *page.Page) vg.Length {
	p, taken := fs.beside(pg), vg.Length(0)
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
func (fs forecasts) beside(pg *page.Page) *page.Page {
	if pg.Column {
		return pg
	}
	return pg.Crop(0, 150, 0, 0)
}

const (
	beyondEnds  = 0.03 // of the axes, so that no dot lies on them
	countsBelow = 16   // the name of the x axis
	countGap    = 4    // from count to count
	axisRoom    = 20   // beside the window
)

// draw draws the chart and its notes, and returns how high they are together in a column.
func (fs forecasts) draw(pg *page.Page) vg.Length {
	const gap = 16 // between the chart and the notes
	x, y, _ := fs.names()
	tell(pg, fs.Notes)
	small, notes, size := page.Small(page.Muted), fs.notes(pg), fs.countSize(pg)
	ch, below, counts, note := fs.chart(pg, x, y), pg.Names(x, y, ""), vg.Length(0), ""
	switch {
	case size > 0:
		counts = countsBelow
	case !fs.byCount:
		pg.NoRoom("the numbers of", "forecasts in bins")
	}
	under := counts
	if pg.Column {
		note = notes[0]
		for _, whole := range notes[1:] {
			note += "; " + strings.ReplaceAll(whole, " ", "\u00a0")
		}
		under += pg.NoteHeight(note, small) + gap/2
	}
	square := ch.Square(fs.beside(below).Crop(0, 0, under, 0))
	ch.ThinX(square)
	window := ch.DrawOn(square)
	if size > 0 {
		fs.writeCounts(square, window, ch, small.Sized(size))
	}
	if pg.Column {
		end := below.Below(below.Max.Y-square.Min.Y+counts+gap/2).Note(note, small)
		return pg.Max.Y - end.Max.Y
	}
	aside := below.Crop(square.Max.X-below.Min.X+gap, 0, 0, 0)
	for _, note := range notes {
		aside = aside.Note(note, small)
	}
	return pg.Max.Y - pg.Min.Y
}

// chart has a dot for each bin, with its interval. On logarithmic axes nothing has an arrow for the dot.
func (fs forecasts) chart(pg *page.Page, x, y string) *page.Chart {
	const half, high = 3.2, 7 // of an arrowhead
	first, last, ticks := fs.axis()
	low, top := first-beyondEnds*(last-first), last+beyondEnds*(last-first)
	if fs.areRare {
		times := math.Pow(last/first, beyondEnds)
		low, top = first/times, last*times
	}
	ch := pg.NewChart(x, low, top, low, top)
	if fs.areRare {
		ch.LogX(1)
		ch.Y.Scale = plot.LogScale{}
	}
	ch.X.Tick.Marker, ch.Y.Tick.Marker = ticks, ticks
	ch.Guide(first, first, last, last)
	for i, d := range fs.drawn() {
		ch.Segment("", d.said, max(low, d.from), d.said, d.to, page.Blue, page.Thin)
		ch.Layer(func(pg *page.Page) {
			if !fs.areRare || !d.isNone() {
				pg.Disc(ch.Point(pg, d.said, d.share), 2.6, page.Blue)
				return
			}
			at := ch.Point(pg, d.said, low)
			left, right := vg.Point{X: at.X - half, Y: at.Y + high}, vg.Point{X: at.X + half, Y: at.Y + high}
			pg.FillPolygon(page.Blue, []vg.Point{left, right, at})
		})
		pg.Record(x, d.said, y, d.share, "from", d.from, "to", d.to, "forecasts", fs.bins[i].N)
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
