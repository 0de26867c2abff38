package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/format"
	"crossentropy/plots/internal/page"
)

// The numbers are those of R's binom::binom.confint(8, 10, methods = "wilson"), and of a
// sum by hand.
func TestIntervalsAndCalibrationError(t *testing.T) {
	from, to := interval(learn.Bin{N: 10, Share: 0.8})
	if !(math.Abs(from-0.4902) < 1e-3 && math.Abs(to-0.9433) < 1e-3) { // 1.96 is rounded
		t.Errorf("the interval of 8 in 10 is %v to %v", from, to)
	}
	for n := range 2000 {
		none, _ := interval(learn.Bin{N: n + 1})
		_, all := interval(learn.Bin{N: n + 1, Share: 1})
		if none != 0 || all != 1 {
			t.Errorf("the intervals of 0 and of %d in as many are from %v and to %v", n+1, none, all)
		}
	}
	fs, err := readForecasts("t.csv", strings.NewReader("1,0.9\n0,0.9\n0,0.2\n"), tenths)
	if got := learn.CalibrationError(fs.bins); err != nil || math.Abs(got-(0.4*2+0.2)/3) > 1e-12 {
		t.Errorf("the calibration error is %v, %v", got, err)
	}
}

// Counts stand under their dots, wherever in a bin these are, and part where they would touch. They are
// below the name of the x axis, behind what they are.
func TestCountsStandUnderTheirDots(t *testing.T) {
	for table, apart := range map[string]bool{
		forecastsOf("0,0.01 ", 100, "1,0.99 ", 100):                      false,
		forecastsOf("0,0.0999 ", 12345, "0,0.1 ", 54321, "1,0.99 ", 100): true,
	} {
		f := figureOf(t, "reliability", table)
		d := f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter})
		checkTexts(t, d)
		var dots, counts []vg.Length
		var n, first, name vg.Point
		for _, m := range d.Marks {
			switch {
			case m.Kind == page.Text && slices.Contains([]string{"100", page.Whole(12345), page.Whole(54321)}, m.Text):
				counts = append(counts, m.Anchor.X)
				if len(counts) == 1 {
					first = m.At
				}
			case m.Text == "n" && n.X == 0: // and not in the note
				n = m.At
			case m.Text == "forecast probability":
				name = m.At
			case m.Kind == page.Fill && m.Ink.Name == page.Blue.Name:
				dots = append(dots, m.Path[1].Pos.X)
			}
		}
		if len(dots) != len(counts) {
			t.Fatalf("%d dots have %d counts", len(dots), len(counts))
		}
		const leading = 10
		if n.Y != first.Y || n.Y > name.Y-leading || n.X+leading > first.X {
			t.Errorf("n is at %v, the first count at %v, the name of the axis at %v", n, first, name)
		}
		for i := range dots {
			if off := math.Abs(float64(dots[i] - counts[i])); off > 1 && !apart || off > 30 {
				t.Errorf("count %d is %.1f from its dot", i, off)
			}
		}
	}
}

// Counts are written with thin spaces, and those over bins are told.
func TestNotesOfForecasts(t *testing.T) {
	for table, want := range map[string]string{
		strings.Repeat("1,0.5\n0,0.5\n", 16_000): "forecasts: 32\u2009000 in tenths, *n* in each; mean log loss 1.00 bits; calibration error (ECE) 0.00;",
		"1,0.2\n":                                "forecasts: 1 in tenths, *n* in each; mean log loss 2.32 bits; calibration error (ECE) 0.800;",
		"1,0\n":                                  "forecasts: 1 in tenths, *n* in each; mean log loss infinite; calibration error (ECE) 1.00;",
	} {
		fs, err := readForecasts("t.csv", strings.NewReader(table), tenths)
		got := strings.ReplaceAll(fs.note(true), "\u00a0", " ")
		if err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
}

// Of two classes the likelier is shown, either of them, and the axes say so.
func TestAxesOfClasses(t *testing.T) {
	d := figureOf(t, "reliability", "class,no,yes\n"+forecastsOf("no,0.8,0.2 ", 9, "yes,0.3,0.7 ", 9)).
		of(example{}, page.Look{Width: page.LeastWidth})
	if x := "probability of the likeliest class"; !slices.Contains(d.Texts, x) ||
		!slices.Contains(d.Texts, "share in which the likeliest class came") || len(d.Data) != 2 {
		t.Errorf("the axes are called %q, and %d bins are drawn", d.Texts, len(d.Data))
	}
}

// In a column nothing is empty under the note, no line of which ends with what the next one explains.
// Where neither a width nor a height alone has room for what is above, a width without the height may.
func TestColumnsOfForecastsEndWithTheirNote(t *testing.T) {
	table := "label,forecast\n"
	for k := range 600 {
		table += fmt.Sprintf("%d,%.3f\n", k%2, (float64(k)+0.5)/600)
	}
	f := figureNamed(t, "reliability")
	for _, f.bins = range []binning{{n: 10}, {n: 20}, {n: 10, byCount: true}} {
		f, err := f.read(f, "t.csv", strings.NewReader(table))
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []vg.Length{page.LeastWidth, 84 * vg.Millimeter} {
			d := f.of(f.inBook(), page.Look{Width: width, Title: true})
			checkTexts(t, d)
			lowest := d.Height
			for _, m := range d.Marks {
				if m.Kind != page.Text {
					continue
				}
				if lowest = min(lowest, m.At.Y); strings.HasSuffix(m.Text, ":") && m.Text != ":" { // of n:
					t.Errorf("%v at %v points: a line is %q", f.bins, width, m.Text)
				}
			}
			if lowest > 14 {
				t.Errorf("%v at %v points: under the note %v points are empty", f.bins, width, lowest)
			}
		}
	}
	f.bins = binning{n: 20}
	f, err := f.read(f, "t.csv", strings.NewReader(table))
	o := options{Look: page.Look{Width: 84 * vg.Millimeter, Height: 95 * vg.Millimeter}, formats: format.All[:1]}
	const want = "no room for the numbers of forecasts in bins; -width 98mm without -height has room"
	if p := o.printed(f); err != nil || p.lost != want {
		t.Errorf("with a height it says %q, %v, want %q", p.lost, err, want)
	}
}

// Beside the notes, the square is as large as they leave it.
func TestSquaresFillThePage(t *testing.T) {
	const most = 2. / 3
	f := figureOf(t, "reliability", forecastsOf("1,0.9 ", 60, "0,0.1 ", 60))
	d := f.of(f.inBook(), page.Look{Width: page.Width})
	var right vg.Length // of the diagonal
	for _, m := range d.Marks {
		if m.Dashes != nil {
			_, high := extent(m.Path)
			right = high.X
		}
	}
	if right < 0.95*most*d.Width || right > most*d.Width {
		t.Errorf("the diagonal ends at %v of %v", right, d.Width)
	}
}

// Both axes begin and end at the ticks around the bins.
func TestAxesEndWhereForecastsDo(t *testing.T) {
	rare := forecastsOf("0,0.001 ", 300, "0,0.01 ", 300, "1,0.03 ", 20, "0,0.03 ", 280)
	equal := func(n int) binning { return binning{n: n, byCount: true} }
	for _, tt := range []struct {
		table    string
		bins     binning
		says     string
		from, to float64
	}{
		{rare, tenths, "3 bins of 300", 0, 0.12},
		{rare, binning{n: 10, asked: true}, "tenths", 0.01, 0.035},
		{rare, equal(10), "3 bins of 300", 0, 0.12},
		{rare, binning{n: 5, asked: true}, "5 bins of equal width", 0.01, 0.035},
		{forecastsOf("1,0.999 ", 300, "1,0.99 ", 290, "0,0.99 ", 10), tenths, "2 bins of 300", 0.92, 1},
		{forecastsOf("1,0.2 ", 60, "0,0.2 ", 240), tenths, "tenths", 0.14, 0.26},
		{forecastsOf("1,0.42 ", 50, "0,0.58 ", 45), equal(2), "2 bins of 45 to 50", 0, 1},
		{forecastsOf("1,0.42 ", 40, "0,0.42 ", 40, "1,0.58 ", 41, "0,0.58 ", 40), equal(2), "2 bins of 80 to 81", 0.35, 0.65},
		{forecastsOf("1,0.9 ", 60, "0,0.1 ", 60), tenths, "tenths", 0, 1},
		{"1,0.05\n0,0.01", tenths, "tenths", 0, 1},
		{"class,a,b\n" + strings.Repeat("a,0.55,0.45\nb,0.55,0.45\nb,0.1,0.9\n", 99), tenths, "tenths", 0.4, 1},
	} {
		fs, err := readForecasts("t.csv", strings.NewReader(tt.table), tt.bins)
		if err != nil {
			t.Fatal(err)
		}
		from, to, ticks := fs.axis()
		beyond := beyondEnds * (to - from)
		if ts := ticks.Ticks(from-beyond, to+beyond); len(ts) < 4 || len(ts) > 8 ||
			ts[0].Value != from || ts[len(ts)-1].Value != to {
			t.Errorf("%.20q: axes from %v to %v have the ticks %v", tt.table, from, to, ts)
		}
		if got := fs.sorted(); got != tt.says || math.Abs(from-tt.from)+math.Abs(to-tt.to) > 1e-4 {
			t.Errorf("%.20q: %s on axes from %v to %v, want %s, %v, %v", tt.table, got, from, to, tt.says, tt.from, tt.to)
		}
	}
}

// In a column what there is to say takes three lines, none of which ends within a part of it, and a height that squashes the panel is told.
func TestReliabilityInAColumn(t *testing.T) {
	f := figureOf(t, "reliability", "label,forecast\n"+forecastsOf("1,0.85 ", 270, "0,0.85 ", 30, "1,0.15 ", 30, "0,0.15 ", 270))
	o := options{Look: page.Look{Width: 84 * vg.Millimeter}, formats: format.All[:1]}
	d := f.of(example{}, o.Look)
	if says := saysAll(d); strings.Count(says[strings.LastIndex(says, "600"):], "\n") != 3 || d.Lost() != "" {
		t.Errorf("it says %q, %q", says, d.Lost())
	}
	for _, m := range d.Marks {
		if strings.HasSuffix(m.Text, "loss") || strings.HasSuffix(m.Text, "%") {
			t.Errorf("a line says %q", m.Text)
		}
	}
	o.Height = 60 * vg.Millimeter
	if p := o.printed(f); p.err != nil || !strings.HasPrefix(p.lost, "no room for the panel as a square; -height ") {
		t.Errorf("at a height of 60 mm it says %q, %v", p.lost, p.err)
	}
}

// Of rare events that come as often as said no more titles find fault than of others.
func TestTitlesOfRareEventsAreTrue(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const sets = 200
	for _, tt := range []struct{ factor, least, most float64 }{{1, 0.9, 1}, {0.4, 0, 0.05}, {2, 0, 0.05}} {
		right := 0.
		for range sets {
			var fs forecasts
			for range 3000 {
				f := 0.08 * math.Pow(r.Float64(), 2)
				happened := r.Float64() < tt.factor*f
				fs.Said, fs.Happened = append(fs.Said, f), append(fs.Happened, happened)
				fs.Cost += info.Surprisal(f).Nats()
			}
			fs.binning = binning{n: 10, byCount: true}
			fs.bins = fs.sort(fs.Said, fs.Happened)
			switch title := fs.finding(); {
			case strings.Contains(title, "about as often"):
				right++
			case tt.factor < 1 && !strings.Contains(title, "less often"), tt.factor > 1 && !strings.Contains(title, "more often"):
				t.Errorf("%v times as many events as said: %s", tt.factor, title)
			}
		}
		if right < tt.least*sets || right > tt.most*sets {
			t.Errorf("%v times as many events as said: %v of %d sets are right", tt.factor, right, sets)
		}
	}
}

// An event that nobody expected is no fault of a bin, and several are, fewer of them where fewer bins
// have a chance.
func TestBinsOfRareEvents(t *testing.T) {
	for _, tt := range []struct {
		events float64
		among  int
		beyond bool
	}{{0, 10, false}, {1, 10, false}, {2, 10, false}, {3, 10, false}, {3, 2, true}, {4, 10, true}} {
		b := learn.Bin{N: 300, Forecast: 0.001, Share: tt.events / 300}
		if got := isBeyondLuck(b, tt.among); got != tt.beyond {
			t.Errorf("%v events of 0.3 are beyond luck among %d bins: %v", tt.events, tt.among, got)
		}
	}
}

// Most forecasts of rare events are in one tenth, or its dot hides their interval: then they are in bins of
// equal counts, whose dots do not touch.
func TestDotsOfRareEventsAreApart(t *testing.T) {
	for largest, power := range map[float64]float64{0.12: 2.5, 0.1: 2, 0.55: 2.6} {
		const n = 4000
		table := "label,forecast\n"
		for i := range n {
			said := largest * math.Pow(float64(i+1)/n, power)
			label := int(float64(i*i%101)/101 + said)
			table += fmt.Sprintf("%d,%.6f\n", label, said)
		}
		fs, err := readForecasts("t.csv", strings.NewReader(table), tenths)
		if err != nil || !fs.byCount || len(fs.bins) < 5 || !areApart(fs.bins) {
			t.Errorf("up to %v: %d bins, of equal counts %v, %v", largest, len(fs.bins), fs.byCount, err)
		}
	}
}

// Who gives probabilities of two classes is told what is shown of them.
func TestTwoClassesAreTold(t *testing.T) {
	for table, want := range map[string]string{
		"truth,.pred_yes,.pred_no\nyes,0.6,0.4\nno,0.3,0.7\n": "of two classes the likelier of each line is shown: for how often one came, give label,forecast",
		"truth,a,b,c\na,0.6,0.4,0\nb,0.3,0.7,0\n":             "",
		"truth,a,b,c\nc,0.6,0.4,0\nb,0.3,0.7,0\n":             "the log loss is infinite, as some forecasts gave what came a probability of 0",
	} {
		f := figureOf(t, "reliability", table)
		if got := f.of(f.inBook(), bookLook).Lost(); got != want {
			t.Errorf("%q: %q, want %q", table, got, want)
		}
	}
}
