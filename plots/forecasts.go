package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/info/loss"
	"crossentropy/plots/internal/page"
)

// Forecasts are a reader's own, of events that happened or did not. Of forecasts of
// classes, the event is that the likeliest class is right.
type forecasts struct {
	said     []float64 // the probabilities
	happened []bool
	classes  []string  // in the order of their columns; nil for forecasts of an event
	cost     info.Nats // of all of them
	bins     []learn.Bin
	binning
	base
}

// with returns the forecasts with the base of an example.
func (fs forecasts) with(ex example) forecasts {
	fs.base = ex.base
	return fs
}

// A binning says how forecasts are sorted into bins.
type binning struct {
	n       int
	byCount bool // and not by equal parts of the axis
}

// tenths are the usual bins.
var tenths = binning{n: 10}

// parseBins reads how many bins there are, as in "10", or in "equal:10" for as many forecasts
// in each.
func parseBins(s string) (binning, error) {
	const least, most = 2, 50
	number, byCount := strings.CutPrefix(s, "equal:")
	n, err := strconv.Atoi(number)
	if err != nil || n < least || n > most {
		return binning{}, fmt.Errorf("want a whole number from %d to %d, or equal: before it", least, most)
	}
	return binning{n, byCount}, nil
}

func (b binning) String() string {
	switch {
	case b.byCount:
		return fmt.Sprintf("%d bins of equal counts", b.n)
	case b == tenths:
		return "tenths"
	}
	return fmt.Sprintf("%d equal bins", b.n)
}

// readReliability makes f a figure of the forecasts in a table.
func readReliability(f figure, name string, r io.Reader) (figure, error) {
	fs, err := readForecasts(name, r, f.bins)
	f.finds = func(example) string { return fs.finding() }
	f.alt = func(ex example) string { return fs.with(ex).alt() }
	f.draw = func(pg *page.Page, ex example) { fs.with(ex).draw(pg) }
	f.height, f.columnHeight = 320, 320
	return f, err
}

func readForecasts(name string, r io.Reader, b binning) (fs forecasts, err error) {
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return fs, err
		}
		if len(fs.said) == 0 && fs.classes == nil {
			headings := row.Headings
			if headings == nil { // numbers among them are classes
				headings = row.Fields
			}
			if fs.classes = classesIn(headings); fs.classes != nil && row.Headings == nil {
				continue
			}
		}
		forecast, happened, cost, err := fs.readRow(row)
		if err != nil {
			return fs, err
		}
		fs.said = append(fs.said, forecast)
		fs.happened = append(fs.happened, happened)
		fs.cost += cost
	}
	if len(fs.said) == 0 {
		return fs, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	if fs.binning = b; b.byCount {
		fs.bins = learn.ReliabilityByCount(fs.said, fs.happened, b.n)
	} else {
		fs.bins = learn.Reliability(fs.said, fs.happened, b.n)
	}
	return fs, nil
}

// classesIn returns the headings of the probabilities of classes, all but "class", or nil
// where there is no such heading; "" stands in the place of that one.
func classesIn(headings []string) []string {
	isClass := func(s string) bool { return strings.EqualFold(s, "class") }
	at := slices.IndexFunc(headings, isClass)
	if at < 0 || len(headings) < 3 {
		return nil
	}
	classes := slices.Clone(headings)
	for i, s := range classes {
		classes[i] = norm.NFC.String(strings.Clone(s))
	}
	classes[at] = ""
	return classes
}

// readRow reads a forecast, what came of it, and what it cost.
func (fs forecasts) readRow(row data.Row) (forecast float64, happened bool, cost info.Nats, err error) {
	if fs.classes == nil {
		label, forecast, err := row.Forecast()
		if err != nil {
			return 0, false, 0, err
		}
		return forecast, label == 1, loss.Binary(label, forecast), nil
	}
	var right, sum, given float64
	likeliest, class := -1, slices.Index(fs.classes, "")
	target := slices.Index(fs.classes, norm.NFC.String(row.Fields[class]))
	if target < 0 || target == class {
		return 0, false, 0, row.Errorf(class, ", want one of the headings of the other columns")
	}
	for i := range fs.classes {
		if i == class {
			continue
		}
		x, err := row.Number(i)
		if err != nil {
			return 0, false, 0, err
		}
		if x < 0 || x > 1 {
			return 0, false, 0, row.Errorf(i, ", want a probability from 0 to 1")
		}
		if sum += x; likeliest < 0 || x > given {
			likeliest, given = i, x
		}
		if i == target {
			right = x
		}
	}
	if math.Abs(sum-1) > offByRounding {
		return 0, false, 0, row.Errorf(class, ": the probabilities sum to %.6g, want 1", sum)
	}
	return given, likeliest == target, info.Surprisal(right).Nats(), nil
}

// offByRounding is how far from 1 probabilities may sum, of two digits say.
const offByRounding = 0.02

// calibrationError returns the expected calibration error: how far the share of a bin is
// from its mean forecast, on average over the forecasts.
//
// Source: Naeini, Cooper & Hauskrecht 2015.
func (fs forecasts) calibrationError() (sum float64) {
	for _, b := range fs.bins {
		if b.N > 0 {
			sum += math.Abs(b.Share-b.Forecast) * float64(b.N) / float64(len(fs.said))
		}
	}
	return sum
}

// Where forecasts are right, 95 of 100 sets of them have both of two scores within
// luckOfTwo, and at least 95 of 100 have those of all bins within luckOfBins, if each bin
// is large enough for its share to be about normal.
const (
	luckOfTwo  = 2.24
	luckOfBins = 2.81
)

// finding says what is wrong with the forecasts, where luck does not explain it.
func (fs forecasts) finding() string {
	more, surer := fs.scores()
	came, said := "The events came", "the forecasts said"
	if fs.classes != nil {
		came, said = "The likeliest class was right", "it was said to be"
	}
	switch {
	case max(math.Abs(more), math.Abs(surer)) > luckOfTwo && math.Abs(more) >= math.Abs(surer):
		if more > 0 {
			return came + " more often than " + said
		}
		return came + " less often than " + said
	case surer > luckOfTwo:
		return "The forecasts are too sure of themselves"
	case surer < -luckOfTwo:
		return "The forecasts are less sure than they could be"
	case slices.ContainsFunc(fs.bins, isBeyondLuck):
		return "In some bins the forecasts are further off than luck explains"
	}
	return came + " about as often as " + said
}

// scores returns, in standard deviations, how much more often events came than was said,
// and how much more the forecasts cost in squares than they would if they were right, which
// is more where they are too sure.
//
// Source: Spiegelhalter 1986.
func (fs forecasts) scores() (more, surer float64) {
	var moreVariance, surerVariance float64
	for i, f := range fs.said {
		off, lean := -f, 1-2*f
		if fs.happened[i] {
			off = 1 - f
		}
		more += off
		surer += off * lean
		moreVariance += f * (1 - f)
		surerVariance += lean * lean * f * (1 - f)
	}
	return deviations(more, moreVariance), deviations(surer, surerVariance)
}

// deviations returns a sum in standard deviations: 0 for 0, even of none.
func deviations(sum, variance float64) float64 {
	if sum == 0 {
		return 0
	}
	return sum / math.Sqrt(variance)
}

func isBeyondLuck(b learn.Bin) bool {
	if b.N == 0 {
		return false
	}
	n := float64(b.N)
	off := deviations(n*(b.Share-b.Forecast), n*b.Forecast*(1-b.Forecast))
	return math.Abs(off) > luckOfBins
}

// interval returns what a bin tells of the probability of its events: 95 of 100 such
// intervals hold it.
//
// Source: Wilson 1927.
func interval(b learn.Bin) (from, to float64) {
	const z = 1.96
	n := float64(b.N)
	middle := (n*b.Share + z*z/2) / (n + z*z)
	half := z / (n + z*z) * math.Sqrt(n*b.Share*(1-b.Share)+z*z/4)
	return max(0, middle-half), min(1, middle+half)
}

// each says what the forecasts cost on average.
func (fs forecasts) each() string {
	mean := fs.cost.Bits() / info.Bits(len(fs.said))
	if math.IsInf(float64(mean), 1) {
		return "infinitely many " + fs.units() + " each"
	}
	return fs.write(mean) + " each"
}

func (fs forecasts) alt() string {
	event, happened := "event", "happened"
	what := "How often events happened against how likely they were said to be"
	if fs.classes != nil {
		event, happened = "forecast", "right"
		what = "How often the likeliest class was right against its probability"
	}
	var bins []string
	for _, b := range fs.bins {
		if b.N > 0 {
			from, to := interval(b)
			bins = append(bins, fmt.Sprintf("%s said at %s, %s in %s, interval %.2g to %.2g",
				data.Count(b.N, event), brief(b.Forecast), happened, percent(b.Share), from, to))
		}
	}
	return fmt.Sprintf("%s, for %s in %v, with intervals of which 95 in 100 hold the probability, "+
		"beside the diagonal where both are the same: %s. The expected calibration error is %s. The "+
		"forecasts cost %s.", what, data.Count(len(fs.said), "forecast"), fs.binning,
		strings.Join(bins, "; "), page.Number(fs.calibrationError()), fs.each())
}

func (fs forecasts) draw(pg *page.Page) {
	x, y := "forecast", "share that happened"
	if fs.classes != nil {
		x, y = "confidence: probability of the likeliest class", "share that was right"
	}
	ch := pg.NewChart(x, 0, 1, 0, 1.15)
	ch.X.Tick.Marker = page.Ticks(10)
	if pg.Column {
		ch.X.Tick.Marker = page.Ticks(5)
	}
	ch.Guide(0, 0, 1, 1)
	small := page.Small(page.Muted)
	most := slices.MaxFunc(fs.bins, func(a, b learn.Bin) int { return a.N - b.N }).N
	counts := "; on top how many in each tenth"
	room := (pg.Max.X - pg.Min.X) / vg.Length(fs.n+1)
	switch {
	case fs.byCount:
		counts, room = "", 0
	case room < 18:
		counts, room = "; larger dots are of more", 0
	}
	for i, b := range fs.bins {
		if b.N == 0 {
			continue
		}
		from, to := interval(b)
		ch.Segment("", b.Forecast, from, b.Forecast, to, page.Blue, page.Thin)
		radius := vg.Length(2 + 4*math.Sqrt(float64(b.N)/float64(most)))
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, b.Forecast, b.Share), radius, page.Blue) })
		if room > 0 {
			ch.Label((float64(i)+0.5)/float64(fs.n), 1.08, 0, 0, counted(pg, b.N, room), small.Center())
		}
		pg.Record(x, b.Forecast, y, b.Share, "from", from, "to", to, "forecasts", b.N)
	}
	below := pg.Names(x, y, "expected calibration error: "+page.Number(fs.calibrationError()))
	if fs.binning != tenths {
		counts = ", in " + fs.binning.String() + strings.Replace(counts, "tenth", "bin", 1)
	}
	below = below.Note(data.Count(len(fs.said), "forecast")+", "+fs.each()+counts, small)
	ch.DrawOn(below.Note("dashed: as often as said; whiskers: 95 % intervals", small))
}

// counted writes a count in its room on a page, if need be in thousands or millions, or not
// at all.
func counted(pg *page.Page, n int, room vg.Length) string {
	s := fmt.Sprint(n)
	for _, unit := range []string{"k", "M", "G"} {
		if pg.TextWidth(s, page.Small(page.Muted)) <= room || n < 500 {
			break
		}
		n = (n + 500) / 1000
		s = fmt.Sprint(n, unit)
	}
	if pg.TextWidth(s, page.Small(page.Muted)) > room+2 {
		pg.NotDrawn("numbers that are wider than their cells")
		return ""
	}
	return s
}
