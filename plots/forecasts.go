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
	"crossentropy/info/loss"
	"crossentropy/plots/internal/page"
)

// Forecasts are a reader's own, of events that happened or did not.
type forecasts struct {
	said     []float64 // the probabilities
	happened []bool
	cost     info.Nats // of all of them
	bins     []learn.Bin
}

// tenths is how many bins there are.
const tenths = 10

// readReliability makes f a figure of the forecasts in a table.
func readReliability(f figure, name string, r io.Reader) (figure, error) {
	fs, err := readForecasts(name, r)
	f.finds = func(example) string { return fs.finding() }
	f.alt = func(example) string { return fs.alt() }
	f.draw = func(pg *page.Page, _ example) { fs.draw(pg) }
	f.height, f.columnHeight = 320, 320
	return f, err
}

func readForecasts(name string, r io.Reader) (fs forecasts, err error) {
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return fs, err
		}
		label, forecast, err := row.Forecast()
		if err != nil {
			return fs, err
		}
		fs.said = append(fs.said, forecast)
		fs.happened = append(fs.happened, label == 1)
		fs.cost += loss.Binary(label, forecast)
	}
	if len(fs.said) == 0 {
		return fs, fmt.Errorf("%s: no lines of label,forecast", name)
	}
	fs.bins = learn.Reliability(fs.said, fs.happened, tenths)
	return fs, nil
}

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
	switch {
	case max(math.Abs(more), math.Abs(surer)) > luckOfTwo && math.Abs(more) >= math.Abs(surer):
		if more > 0 {
			return "The events came more often than the forecasts said"
		}
		return "The events came less often than the forecasts said"
	case surer > luckOfTwo:
		return "The forecasts are too sure of themselves"
	case surer < -luckOfTwo:
		return "The forecasts are less sure than they could be"
	case slices.ContainsFunc(fs.bins, isBeyondLuck):
		return "In some tenths the forecasts are further off than luck explains"
	}
	return "The events came about as often as the forecasts said"
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
		return "infinitely many bits each"
	}
	return mean.String() + " each"
}

func (fs forecasts) alt() string {
	var bins []string
	for _, b := range fs.bins {
		if b.N > 0 {
			from, to := interval(b)
			bins = append(bins, fmt.Sprintf("%s said at %s, happened in %s, interval %.2g to %.2g",
				data.Count(b.N, "event"), brief(b.Forecast), percent(b.Share), from, to))
		}
	}
	return fmt.Sprintf("How often events happened against how likely they were said to be, for %s "+
		"in tenths, with intervals of which 95 in 100 hold the probability, beside the diagonal where "+
		"both are the same: %s. The expected calibration error is %s. The forecasts cost %s.",
		data.Count(len(fs.said), "forecast"), strings.Join(bins, "; "),
		page.Number(fs.calibrationError()), fs.each())
}

func (fs forecasts) draw(pg *page.Page) {
	const x, y = "forecast", "share that happened"
	ch := pg.NewChart(x, 0, 1, 0, 1.15)
	ch.X.Tick.Marker = page.Ticks(tenths)
	if pg.Column {
		ch.X.Tick.Marker = page.Ticks(tenths / 2)
	}
	ch.Guide(0, 0, 1, 1)
	small := page.Small(page.Muted)
	most := slices.MaxFunc(fs.bins, func(a, b learn.Bin) int { return a.N - b.N }).N
	for i, b := range fs.bins {
		if b.N == 0 {
			continue
		}
		from, to := interval(b)
		ch.Segment("", b.Forecast, from, b.Forecast, to, page.Blue, page.Thin)
		radius := vg.Length(2 + 4*math.Sqrt(float64(b.N)/float64(most)))
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, b.Forecast, b.Share), radius, page.Blue) })
		room := (pg.Max.X - pg.Min.X) / (tenths + 1)
		ch.Label((float64(i)+0.5)/tenths, 1.08, 0, 0, counted(pg, b.N, room), small.Center())
		pg.Record(x, b.Forecast, y, b.Share, "from", from, "to", to, "forecasts", b.N)
	}
	below := pg.Names(x, y, "expected calibration error: "+page.Number(fs.calibrationError()))
	all := data.Count(len(fs.said), "forecast") + ", " + fs.each()
	below = below.Note(all+"; on top how many in each tenth", small)
	ch.DrawOn(below.Note("dashed: as often as said; whiskers: 95 % intervals", small))
}

// counted writes a count in its room on a page, if need be in thousands or millions.
func counted(pg *page.Page, n int, room vg.Length) string {
	s := fmt.Sprint(n)
	for _, unit := range []string{"k", "M", "G"} {
		if pg.TextWidth(s, page.Small(page.Muted)) <= room {
			break
		}
		n = (n + 500) / 1000
		s = fmt.Sprint(n, unit)
	}
	return s
}
