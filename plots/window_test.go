package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// The window of a million losses of several orders of magnitude is found before a test times out.
func TestWindowOfAMillionLosses(t *testing.T) {
	l := losses{training: make(plotter.XYs, 1e6)}
	for k := range l.training {
		l.training[k] = plotter.XY{X: float64(k), Y: 1000 / float64(k+1)}
	}
	l.validation = l.training
	if w := l.whole(); !w.logY || w.y1 < 1000 {
		t.Errorf("losses up to 1000 are in %v", w)
	}
}

// First losses that dwarf the others are beyond the panel, as a note says, and not others.
func TestHugeFirstLosses(t *testing.T) {
	for table, want := range map[string]string{
		"1,800,95\n2,0.9,1\n3,0.5,0.6\n4,0.4,0.7\n":  "; beyond the panel: training from 800, validation from 95",
		"1,800,0.9\n2,0.9,1\n3,0.5,0.6\n4,0.4,0.7\n": "; beyond the panel: training from 800",
		"1,80,1\n2,20,1\n3,5,1\n4,0.4,1\n":           "",
		"1,3,3\n2,0.9,1\n3,0.5,0.6\n":                "",
	} {
		l := mustRead(t, readLosses, table)
		note, isLog := l.note(""), l.whole().logY
		if !strings.HasSuffix(note, want) || strings.Contains(note, "beyond") != (want != "") || isLog && want != "" {
			t.Errorf("%q: %q, on a logarithmic axis: %v", table, note, isLog)
		}
	}
}

// turning is a table of losses that fall and turn up again, and of a training with a peak.
func turning(peak float64) string {
	table := "step,loss,val_loss\n"
	for k := range 60 {
		x := float64(k)
		training := 2*math.Exp(-x/8) + 1.3
		if k == 40 {
			training += peak
		}
		table += fmt.Sprintf("%d,%.4f,%.4f\n", k, training, 2*math.Exp(-x/7)+1.5+0.007*max(0, x-20))
	}
	return table
}

// A second panel is drawn where it shows more, is wanted, and has room, and says what it cuts. One that
// is asked for and has no room is named.
func TestPanelCloserUp(t *testing.T) {
	const closer, arrows = ">loss, closer up<", "arrowheads: peaks beyond the panel"
	up, peak := written(t, "t.csv", turning(0)), written(t, "t.csv", turning(1.2))
	small := written(t, "t.csv", turning(0.5))
	falls := written(t, "t.csv", strings.Join(strings.SplitAfter(turning(0), "\n")[:20], ""))
	for _, tt := range []struct {
		file, flags         string
		isCloser, hasArrows bool
	}{
		{up, "", true, false},
		{up, "-width 84mm", true, false},
		{up, "-closer=false", false, false},
		{up, "-width 84mm -height 60mm", false, false},
		{up, "-height 60mm", true, false},
		{peak, "", true, true},
		{peak, "-closer=false", false, false},
		{peak, "-width 84mm -height 60mm", false, false},
		{small, "", true, false},
		{falls, "", false, false},
		{falls, "-closer", true, false}, // as it is asked for
		{falls, "-closer=false", false, false},
	} {
		args := append([]string{"-only", "learning-curve", "-data", tt.file}, strings.Fields(tt.flags)...)
		svg := drawn(t, args...)["learning-curve.svg"]
		if strings.Contains(svg, closer) != tt.isCloser || strings.Contains(svg, arrows) != tt.hasArrows {
			t.Errorf("%s: a panel closer up %v, arrowheads %v", tt.flags, !tt.isCloser, !tt.hasArrows)
		}
	}
	f := figureNamed(t, "learning-curve")
	f.closer, f.asked = true, true
	f, err := f.read(f, "t.csv", strings.NewReader("step,loss (nats),val_loss\n1,3,3\n2,2,2\n3,1,1.5\n"))
	d := f.of(example{}, page.Look{Width: page.LeastWidth, Height: 40 * vg.Millimeter})
	if lost := d.Lost(); err != nil || lost != "no room for the panel closer up" {
		t.Errorf("of a low column it says %q, %v", lost, err)
	}
}

// A peak is where a line leaves a window and comes back, and no fall into it.
func TestPeaksBeyondAWindow(t *testing.T) {
	w := window{x0: 2, x1: 9, y0: 0, y1: 1}
	var xys plotter.XYs
	for i, y := range []float64{9, 9, 3, 2, 0.5, 3, 5, 4, 0.5, 2} {
		xys = append(xys, plotter.XY{X: float64(i), Y: y})
	}
	if got := w.peaks(xys); !slices.Equal(got, plotter.XYs{{X: 6, Y: 5}, {X: 9, Y: 2}}) {
		t.Errorf("the peaks are %v", got)
	}
	var left vg.Length
	marks := page.Draw(page.Figure{Draw: func(pg *page.Page) {
		left = pg.Min.X
		peak := page.Curve{XYs: plotter.XYs{{X: 2, Y: 5}}, Ink: page.Blue}
		drawArrowheads(pg, pg.NewChart("", 2, 9, 0, 1), w, []page.Curve{peak, peak})
	}}, page.Look{Width: page.Width}).Marks
	first, second := marks[len(marks)-2].Path, marks[len(marks)-1].Path
	if first[0].Pos.X < left-1e-9 {
		t.Error("the arrowhead of a first peak lies over the numbers of the axis")
	}
	if first[1].Pos.X > second[0].Pos.X {
		t.Error("an arrowhead lies over that of another curve")
	}
}

// The axis of losses begins at a tick below them and ends near one, that of steps where they do, or at 0 near them. A line that goes up and down is thinner.
func TestAxesOfLossesBeginAtTicks(t *testing.T) {
	for _, tt := range []struct{ low, high, want float64 }{
		{0.035, 0.6, 0}, {0.5, 1, 0.4}, {1.38, 1.95, 1.3}, {1.12, 3.9, 1}, {1.8, 7.1, 1}, {0.001, 3, 0}, {0, 3, 0}, {5, 5, 4.8}, {0.02, 1.87, 0},
	} {
		w := window{x1: 1, y0: tt.low, y1: tt.high}.padded()
		ticks := lossTicks.Ticks(w.y0, w.y1)
		first, last := ticks[0].Value, ticks[len(ticks)-1].Value
		if math.Abs(w.y0-tt.want) > 1e-9 || math.Abs(first-w.y0) > 1e-9 || w.y1 <= tt.high || w.y1-last > 0.16*(w.y1-w.y0) {
			t.Errorf("from %v to %v: %v to %v, first tick %v", tt.low, tt.high, w.y0, w.y1, first)
		}
	}
	for low, high := range map[float64]float64{0.3: 90, 0.045: 900, 0.2: 30, 0.9: 100, 2e-7: 5, 1e-30: 7} {
		w := window{x1: 1, y0: low, y1: high, logY: true}.padded()
		if ts := lossLogTicks.Ticks(w.y0, w.y1); ts[0].Value > low*(1+1e-9) || len(ts) < 3 || len(ts) > 8 {
			t.Errorf("a logarithmic axis from %v to %v has %d ticks from %v on", low, high, len(ts), ts[0].Value)
		}
	}
	for first, want := range map[float64]float64{0.15: 0, 0.5: 0.5, 1: 1} {
		xys := plotter.XYs{{X: first, Y: 2}, {X: 3, Y: 1}}
		if got := (losses{training: xys, validation: xys}).whole().x0; got != want {
			t.Errorf("from step %v to 3 the axis begins at %v, want %v", first, got, want)
		}
	}
	for rest, want := range map[float64]bool{0.2: true, 0.6: false, 0.05: true} { // what most losses fall to, of 5
		var l losses
		for k := range 20 {
			y := 5.
			if k > 5 {
				y = rest
			}
			l.training = append(l.training, plotter.XY{X: float64(k), Y: y})
		}
		if l.validation = l.training; l.whole().logY != want {
			t.Errorf("losses that fall from 5 to %v are on a logarithmic axis: %v", rest, !want)
		}
	}
	var smooth, rough plotter.XYs
	peak := plotter.XYs{{X: 0}, {X: 200, Y: 99}, {X: 400}}
	for i := range 400 {
		x := float64(i)
		smooth, rough = append(smooth, plotter.XY{X: x, Y: x / 400}), append(rough, plotter.XY{X: x, Y: float64(i % 2)})
	}
	page.Draw(page.Figure{Draw: func(pg *page.Page) {
		ch := pg.NewChart("", 0, 400, 0, 1)
		if a, b := thickness(ch, smooth, page.Thick), thickness(ch, rough, page.Thick); a != page.Thick || b > page.Thick/2 {
			t.Errorf("a smooth line is %v thick, a rough one %v", a, b)
		}
		if c := thickness(ch, peak, page.Thick); c != page.Thick {
			t.Errorf("a line with a peak beyond the chart is %v thick", c)
		}
	}}, page.Look{Width: page.Width})
}

// The second panel is close around what follows on the fall, and leaves out no part of it, as one with
// noise, but training losses that are far off. There is one where validation turns up by less than a
// twelfth of the height.
func TestCurvesCloserUp(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, tt := range []struct {
		least, first, rise, scatter, off float64 // the step and the loss, a step, and of noise and of training
		peaks                            int
		isCloser                         bool
	}{
		{50, 1.4, 0.008, 0, 0.1, 0, true},
		{50, 1.4, 0.01, 0, 0.1, 0, false}, // which shows without it
		{50, 1.4, 0.008, 0.02, 0.1, 0, true},
		{50, 1.4, 0.008, 0.02, 0.1, 2, true},
		{50, 0.1, 0.008, 0, 0.1, 0, true},
		{60, 1.4, 0.001, 0, 0.1, 0, true},
		{60, 1.4, 0.001, 0, 3, 0, true},
		{60, 0.03, 0.0001, 0, 0, 0, true}, // on a logarithmic axis
		{60, 0.0001, 0.001, 0, 0, 0, false},
		{99.7, 1.4, 0.01, 0, 0.1, 0, false},
		{20, 0, 0.01, 0, 0.1, 0, false},
		{13, 1.45, 0.01, 0, 0.1, 0, false},
	} {
		var l losses
		for k := range 1000 {
			x := float64(k) / 10
			y := tt.first + max(tt.rise*(x-tt.least), -0.1*(x-tt.least))
			l.training = append(l.training, plotter.XY{X: x, Y: y + tt.off + tt.scatter*r.NormFloat64()})
			l.validation = append(l.validation, plotter.XY{X: x, Y: y + tt.scatter*r.NormFloat64()})
		}
		for i := range tt.peaks {
			l.training[600+100*i].Y += 2
		}
		w := l.closer()
		if l.hasTwoPanels() != tt.isCloser {
			t.Errorf("%v: a panel closer up %v, from %v to %v", tt, !tt.isCloser, w.y0, w.y1)
		}
		cut := 0
		for _, c := range w.shows(l.curves()) {
			cut += len(w.peaks(c.XYs))
		}
		if cut != tt.peaks || w.isAlone != (tt.off > 1) {
			t.Errorf("%v: %d peaks; validation is alone: %v", tt, cut, w.isAlone)
		}
		high, low := w.y1-w.y0, l.lowest().Y
		step := lossTicks.Step(w.y0, w.y1)
		if off := math.Abs(math.Remainder(w.y0, step)); off > 1e-9*high {
			t.Errorf("%v: no tick of %v is at the base, %v", tt, step, w.y0)
		}
		if empty := low - w.y0; empty > 1.2*step || l.risen() > w.y1 || tt.isCloser && l.risen()-low < 0.2*high {
			t.Errorf("%v: the losses from %v to %v are in a window from %v to %v", tt, low, l.risen(), w.y0, w.y1)
		}
	}
}
