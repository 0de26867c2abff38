package main

import (
	"bytes"
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

// Of more lines than a page can show, the ends, peaks and lowest points are drawn where they are, and
// the lowest is the table's own.
func TestLongTrainings(t *testing.T) {
	var table strings.Builder
	table.WriteString("step,loss,val_loss\n")
	for k := range 2001 {
		fmt.Fprintf(&table, "%d,%v,", 500*k, max(1, 2-float64(k)/500)+map[int]float64{777: 2}[k])
		fmt.Fprintf(&table, "%v\n", max(1.2, 2.2-float64(k)/500)-map[int]float64{1234: 0.05}[k])
	}
	l := mustRead(t, readLosses, table.String())
	const title, note = "Validation loss levels off, and is lowest at\u00a0step\u00a0617\u2009000", "lowest validation: 1.15"
	if got := l.finding(""); got != title || l.note(title) != note || !strings.Contains(l.alt(), "1.15, at\u00a0step\u00a0617\u2009000") {
		t.Errorf("%q, %q, %q", got, l.note(title), l.alt())
	}
	training, validation := thinned(l.training), thinned(l.validation)
	low, ends := l.validation[l.least()], []plotter.XY{l.training[0], l.training[777], l.training[2000]}
	isLost := func(xy plotter.XY) bool { return !slices.Contains(training, xy) }
	if len(training) > 510 || slices.ContainsFunc(ends, isLost) || !slices.Contains(validation, low) {
		t.Errorf("%d points are drawn, without the lowest, %v, or one of %v", len(training), low, ends)
	}
	for _, few := range []plotter.XYs{l.training[:500], l.training[1500:2000]} { // which are all the same
		if len(thinned(few)) != 500 {
			t.Errorf("of 500 lines %d are drawn", len(thinned(few)))
		}
	}
}

// The unit of losses stands in the headings, in brackets but for those of entropy.
func TestHeadingsHaveUnits(t *testing.T) {
	for headings, want := range map[string]string{
		"step,loss,val_loss":                                 "loss",
		"step,train_loss,val_loss (nats)":                    "loss, nats",
		"acc (%),step,run - Train/Loss_bits,Eval Loss bits":  "loss, bits",
		"step,loss (nats/token),acc,validation [nats/token]": "loss, nats/token",
		"Schritt,Verlust (nats),Validierungsverlust (nats)":  "loss, nats",
		"step,loss (nats),val_loss (bits)":                   "loss",
	} {
		more := strings.Count(headings, ",")
		f := figureOf(t, "learning-curve", headings+"\n1"+strings.Repeat(",1", more)+"\n2"+strings.Repeat(",2", more))
		d := f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter})
		if !strings.Contains(saysAll(d), "\n"+want+"\n") {
			t.Errorf("%s: no axis %q in %q", headings, want, saysAll(d))
		}
	}
}

// The axis is called as its column is, and the step is named even without a title.
func TestAxisOfLosses(t *testing.T) {
	path := written(t, "t.csv", "Schritt,loss,val_loss\n1,30,30\n2,20,20\n3,10,20.1\n")
	spread := written(t, "t.csv", "1,300,0.4\n2,40,0.3\n3,1,0.5\n")
	if svg := drawn(t, "-only", "learning-curve", "-data", spread)["learning-curve.svg"]; !strings.Contains(svg, "loss, on a logarithmic axis") {
		t.Error("losses of three orders of magnitude have no logarithmic axis")
	}
	for title, note := range map[string]string{"true": "20.0", "false": "20.0 at\u00a0Schritt\u00a02"} {
		svg := drawn(t, "-only", "learning-curve", "-data", path, "-title="+title)["learning-curve.svg"]
		for text, want := range map[string]bool{
			">Schritt<": true, "lowest at\u00a0Schritt\u00a02<": true, ">lowest validation: " + note + "<": true,
			">1.5<": false, ">2<": true, // of whole steps
		} {
			if strings.Contains(svg, text) != want {
				t.Errorf("the figure with a title, which is %s, says %q: %v", title, text, !want)
			}
		}
	}
}

// What is left out is told of, and leaves its room on the axis; no loss is marked as the lowest of
// equal ones.
func TestLossesThatAreLeftOut(t *testing.T) {
	for _, tt := range []struct {
		table, lost string
		last        float64
		isMarked    bool
	}{
		{"1,3,3\n2,2,2\n3,nan,nan\n4,nan,nan\n", "left out: 2 lines at the end where neither loss is a number", 4, true},
		{"1,3,3\n2,2,2\n3,inf,1\n", "left out: 1 line with an infinite training loss", 3, true},
		{"1,3,3\n2,2,3\n", "", 2, false},
	} {
		l := mustRead(t, readLosses, tt.table)
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: page.Width})
		isDot := func(m page.Mark) bool { return m.Kind == page.Fill && m.Ink.Name == page.Orange.Name }
		if got := l.whole().x1; d.Lost() != tt.lost || got != tt.last || slices.ContainsFunc(d.Marks, isDot) != tt.isMarked {
			t.Errorf("%q: %q is told, the axis ends at %v, a loss is marked: %v", tt.table, d.Lost(), got, !tt.isMarked)
		}
	}
}

// A title rests on no more than where validation losses are, and a note says where that is.
func TestLossesThatWereNotMeasured(t *testing.T) {
	table := func(from, to int) string {
		table := "epoch,loss,val_loss"
		for k := range 40 {
			table += fmt.Sprintf("\n%d,%v,", k, math.Exp(-float64(k)/9))
			if k >= from && k <= to {
				table += fmt.Sprint(0.5 + math.Pow(float64(k)/20-1, 2))
			}
		}
		return table
	}
	for _, tt := range []struct {
		from, to    int
		title, note string
	}{
		{0, 39, "Up", "lowest validation: 0.500 at\u00a0epoch\u00a020"},
		{0, 38, "Up", "lowest validation: 0.500 at\u00a0epoch\u00a020"}, // as far apart as others
		{0, 30, "Up to\u00a0epoch\u00a030, up", "lowest validation: 0.500 at\u00a0epoch\u00a020; measured up to\u00a0epoch\u00a030"},
		{5, 39, "Up", "lowest validation: 0.500 at\u00a0epoch\u00a020; measured from\u00a0epoch\u00a05"},
		{25, 30, "Up to\u00a0epoch\u00a030, validation loss is lowest where it was first measured", "lowest validation: 0.562 at\u00a0epoch\u00a025; measured from\u00a0epoch\u00a025 up to\u00a0epoch\u00a030"},
		{0, 10, "Validation loss is lowest where it was last measured", "lowest validation: 0.750 at\u00a0epoch\u00a010; measured up to\u00a0epoch\u00a010"},
	} {
		l := mustRead(t, readLosses, table(tt.from, tt.to))
		if got := l.finding("Up"); got != tt.title || l.note("") != tt.note || (l.measured() != "") != strings.Contains(l.alt(), " measured ") {
			t.Errorf("from %d to %d: %q, %q, %q", tt.from, tt.to, got, l.note(""), l.alt())
		}
	}
}

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

// Steps are called as in a sentence, by a name of their own; a column without one is told of, and so are
// losses without a unit.
func TestNamesOfSteps(t *testing.T) {
	const noUnit = `nothing says the unit of the losses: head a column "loss (nats)", say`
	for _, tt := range []struct {
		heading, axis, told string
	}{
		{"Step,loss,val_loss", "step", noUnit},
		{"Epochs,loss,val_loss", "epoch", noUnit},
		{"id,Global Step,loss,val_loss", "global step", noUnit},
		{"Zeit,loss,val_loss", "Zeit", noUnit},
		{"Unnamed: 0,loss,val_loss", "step", "the x axis, called step, is the first column, which"},
		{",loss,val_loss", "step", "the x axis, called step, is the first column, which"},
		{",lr,acc,loss,val_loss", "step", "the x axis, called step, is the first column, which"},
		{",lr,loss,val_loss", "lr", `the x axis is column "lr", and not the first, which`},
		{",epoch,loss,val_loss", "epoch", noUnit},
		{"epoch,loss (nats),val_loss (nats)", "epoch", ""},
		{"epoch,loss (nats),val_loss [bits]", "epoch", `losses in "nats" and in "bits" are drawn as if they had one unit`},
	} {
		var table strings.Builder
		table.WriteString(tt.heading)
		for i := range 3 {
			fmt.Fprintf(&table, "\n%d%s", i, strings.Repeat(fmt.Sprintf(",%d", i), strings.Count(tt.heading, ",")))
		}
		f := figureNamed(t, "learning-curve")
		f, err := f.read(f, "t.csv", strings.NewReader(table.String()))
		if err != nil {
			t.Errorf("%q: %v", tt.heading, err)
			continue
		}
		d := f.of(f.inBook(), page.Look{Width: page.Width})
		isTold := strings.HasPrefix(d.Lost(), tt.told) && (tt.told != "" || d.Lost() == "")
		if !slices.Contains(d.Texts, tt.axis) || !isTold || d.LacksRoom() {
			t.Errorf("%q: no axis is called %q, or %q is told", tt.heading, tt.axis, d.Lost())
		}
	}
}

// Numbers that are compared differ, and are written alike.
func TestNumbersOfLosses(t *testing.T) {
	for _, tt := range []struct {
		validation []float64
		want       string
	}{
		{[]float64{2, 0.5914, 0.7}, "0.591 0.700"},
		{[]float64{37200, 7405.6, 8000.4}, "7406 8000"},
		{[]float64{37200, 17405.6, 18000}, "17\u2009406 18\u2009000"},
		{[]float64{2.3027, 2.302585, 2.302587}, "2.302585 2.302587"},
		{[]float64{2, -0.9, -0.5}, "−0.900 −0.500"},
		{[]float64{2, 0, 1}, "0.00 1.00"},
		{[]float64{2, 0.00123, 0.00456}, "0.00123 0.00456"}, // on a logarithmic axis
	} {
		var l losses
		for i, y := range tt.validation {
			l.training = append(l.training, plotter.XY{X: float64(i), Y: 1})
			l.validation = append(l.validation, plotter.XY{X: float64(i), Y: y})
		}
		number := l.number()
		if got := number(tt.validation[1]) + " " + number(tt.validation[2]); got != tt.want {
			t.Errorf("of %v: %s, want %s", tt.validation, got, tt.want)
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
		table += fmt.Sprintf("%d,%.4f,%.4f\n", k, training, 2*math.Exp(-x/7)+1.5+0.01*max(0, x-20))
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
	f, err := f.read(f, "t.csv", strings.NewReader("1,3,3\n2,2,2\n3,1,1.5\n"))
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

// Dots tell where a loss was measured that was so rarely, and gaps where it was not for a while.
func TestDotsOrGaps(t *testing.T) {
	for name, tt := range map[string]struct {
		isMissing func(int) bool
		want      string
	}{
		"rarely":  {func(k int) bool { return k%3 > 0 }, "dots: measured"},
		"a break": {func(k int) bool { return k > 30 && k < 40 }, "gaps: not measured"},
		"one":     {func(k int) bool { return k == 30 }, "gaps: not measured"},
		"always":  {func(int) bool { return false }, "lowest validation: 1.60 at\u00a0step\u00a023"},
	} {
		lines := strings.Split(strings.TrimSpace(turning(0)), "\n")
		for k := range lines[1:] {
			if tt.isMissing(k) {
				lines[k+1] = lines[k+1][:strings.LastIndex(lines[k+1], ",")+1]
			}
		}
		f := figureOf(t, "learning-curve", strings.Join(lines, "\n"))
		d := f.of(f.inBook(), page.Look{Width: page.Width, Title: true})
		if !slices.ContainsFunc(d.Texts, func(s string) bool { return strings.HasSuffix(s, tt.want) }) {
			t.Errorf("%s: nothing ends in %q: %q", name, tt.want, d.Texts)
		}
		if bytes.Contains(printed(t, d, "svg"), []byte("A4.2 4.2")) {
			t.Errorf("%s: the dot has a rim, which looks like a gap", name)
		}
	}
}

// A note that has room in a column takes one line.
func TestNotesInOneLine(t *testing.T) {
	for table, note := range map[string]string{
		"global_step,loss,val_loss\n1500,5,\n3000,4,3.4\n4500,3,\n6000,2.5,2.4\n":   "lowest validation: 2.40 at\u00a0global step\u00a06000; dots: measured",
		"step,loss,val_loss\n50,5,\n100,4,\n120,,3.4\n170,3,\n220,2.5,\n240,,2.4\n": "lowest validation: 2.40 at\u00a0step\u00a0240; dots: measured",
		"epoch,loss,val_loss\n1,3,0.72\n2,3,1\n3,2,inf\n4,1,1\n":                    "lowest validation: 0.720 at\u00a0epoch\u00a01; infinite losses left out",
	} {
		l := mustRead(t, readLosses, table)
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: 84 * vg.Millimeter})
		if !slices.Contains(d.Texts, note) {
			t.Errorf("no %q among %q", note, d.Texts)
		}
	}
}

// Numbers of steps have room, however long.
func TestNumbersOfStepsHaveRoom(t *testing.T) {
	for _, step := range []float64{0.00133, 60330, 477600, 2e7} {
		table := "step,loss,val_loss\n"
		for k := range 60 {
			table += fmt.Sprintf("%v,%v,%v\n", step*float64(k+5), 1/(1+float64(k)), 1.1/(1+float64(k)))
		}
		f := figureOf(t, "learning-curve", table)
		for _, width := range []vg.Length{page.Width, 84 * vg.Millimeter, page.LeastWidth} {
			checkTexts(t, f.of(f.inBook(), page.Look{Width: width}))
		}
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

// Very small and very large losses, and many steps, are in units of powers of ten, but not in the data.
func TestUnitsOfLosses(t *testing.T) {
	for _, tt := range []struct {
		loss, step float64
		texts      []string
	}{
		{1, 1, []string{"loss", "step", "lowest validation: 0.200 at\u00a0step\u00a02", "0.0", "0.6"}},
		{1e-4, 1, []string{"loss,\u00a0×\u00a010^{−4}", "lowest validation: 0.200\u00a0×\u00a010^{−4} at\u00a0step\u00a02", "0.6"}},
		{5e6, 1e5, []string{"loss,\u00a0×\u00a010^{6}", "step,\u00a0×\u00a010^{3}", "lowest validation: 1.00\u00a0×\u00a010^{6} at\u00a0step\u00a0200\u2009000", "4", "100", "300"}},
	} {
		l := losses{axis: "step"}
		for k, y := range []float64{1, 0.2, 0.3} {
			xy := plotter.XY{X: tt.step * float64(k+1), Y: tt.loss * y}
			l.training, l.validation = append(l.training, xy), append(l.validation, xy)
		}
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: page.Width})
		first := []any{"series", "training", "step", tt.step, "loss", tt.loss}
		if !slices.Equal(d.Data[0], first) {
			t.Errorf("the data begin with %v, want %v", d.Data[0], first)
		}
		for _, text := range tt.texts {
			if !slices.Contains(d.Texts, text) {
				t.Errorf("of losses of %v: no %q among %q", tt.loss, text, d.Texts)
			}
		}
	}
}

// The second panel is close around what follows on the fall, and leaves out no part of it, as one with
// noise, but training losses that are far off. There is one where validation turns up by less than an
// eighth of the height.
func TestCurvesCloserUp(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, tt := range []struct {
		least, first, rise, scatter, off float64 // the step and the loss, a step, and of noise and of training
		peaks                            int
		isCloser                         bool
	}{
		{50, 1.4, 0.01, 0, 0.1, 0, true},
		{50, 1.4, 0.01, 0.02, 0.1, 0, true},
		{50, 1.4, 0.01, 0.02, 0.1, 2, true},
		{50, 0.1, 0.01, 0, 0.1, 0, true},
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

// Where the curves of a training cross in a grey print, the one of validation is thicker, and the
// other lies over it, unless it is all noise.
func TestCurvesCrossInGrey(t *testing.T) {
	smooth, noisy := "", ""
	for k := range 300 {
		loss := 3 / (1 + float64(k)/30)
		smooth += fmt.Sprintf("%d,%v,%v\n", k, loss, 0.2+0.9*loss)
		noisy += fmt.Sprintf("%d,%v,%v\n", k, loss+0.2*float64(k%2), 0.1+loss)
	}
	for table, first := range map[string]page.Ink{smooth: page.Orange, noisy: page.Blue} {
		f := figureOf(t, "learning-curve", table)
		widths, under := map[string]vg.Length{}, ""
		for _, m := range f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter}).Marks {
			if name := m.Ink.Name; m.Kind == page.Stroke && (name == page.Blue.Name || name == page.Orange.Name) {
				if widths[name] = max(widths[name], m.Width); under == "" {
					under = name
				}
			}
		}
		if under != first.Name || widths[page.Orange.Name] < 1.5*widths[page.Blue.Name] {
			t.Errorf("%s lies under the other; they are %v thick", under, widths)
		}
	}
}

// A curve has gaps where steps are missing, and none where they are just as far apart or go further
// and further apart.
func TestCurvesHaveGaps(t *testing.T) {
	for _, tt := range []struct {
		steps []float64
		want  string
	}{
		{[]float64{1, 2, 3, 6, 7, 8, 10, 11}, "[3 3 2]"},
		{[]float64{5, 10, 15, 20}, "[4]"},
		{[]float64{1, 2, 5, 10, 20, 50, 100}, "[7]"},
		{[]float64{1, 9}, "[2]"},
	} {
		var xys plotter.XYs
		for _, x := range tt.steps {
			xys = append(xys, plotter.XY{X: x})
		}
		var lengths []int
		for _, run := range runs(xys) {
			lengths = append(lengths, len(run))
		}
		if got := fmt.Sprint(lengths); got != tt.want {
			t.Errorf("runs of %v are %s long, want %s", tt.steps, got, tt.want)
		}
	}
}

// A point that stands alone at the left of a panel, before a gap, is a dot.
func TestLonePointsAreDots(t *testing.T) {
	var l losses
	for k := range 12 {
		xy := plotter.XY{X: float64(k), Y: 1 + 1/float64(k+1)}
		if l.training = append(l.training, xy); k != 5 {
			l.validation = append(l.validation, xy)
		}
	}
	for first, want := range map[float64]int{0: 0, 4: 1, 6: 0} {
		dots := 0
		for _, m := range page.Draw(page.Figure{Draw: func(pg *page.Page) {
			w := window{x0: first, x1: 11, y0: 1, y1: 2}
			pg.Panel(l.chart(pg, w), "")
		}}, page.Look{Width: page.Width}).Marks {
			if m.Kind == page.Fill && m.Ink == page.Orange && m.Path[0].Pos.X < 100 {
				dots++
			}
		}
		if dots != want {
			t.Errorf("from step %v on there are %d dots, want %d", first, dots, want)
		}
	}
}

// curve is a table of losses that fall to a plateau over some epochs and rise on it from half
// way, by so much an epoch, with scatter, of which each is so much like the one before.
func curve(r *rand.Rand, epochs int, rise, scatter, alike float64) string {
	var table strings.Builder
	table.WriteString("epoch,loss,val_loss\n")
	off := 0.
	for k := range epochs {
		x := float64(k)
		loss, turned := 0.3+0.9*math.Exp(-x/7), max(0, x-float64(epochs)/2)
		off = alike*off + scatter*r.NormFloat64()
		fmt.Fprintf(&table, "%d,%.4f,%.4f\n", k, loss-0.002*x, loss+0.2+rise*turned+off)
	}
	return table.String()
}

// Where validation loss only scatters about a plateau no title says that it turns up, but where
// it rises the title does.
func TestTitlesOfCurvesAreTrue(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	const curves = 80
	for _, tt := range []struct {
		epochs               int
		rise, scatter, alike float64
		least, most          int // that turn up, of 80
	}{
		{20, 0, 0.02, 0, 0, 4},
		{50, 0, 0.02, 0, 0, 4},
		{50, 0, 0.1, 0, 0, 4},
		{300, 0, 0.02, 0, 0, 4},
		{300, 0, 0.02, 0.5, 0, 4},
		{50, 0.005, 0.02, 0, 68, 80},
		{50, 0.01, 0.02, 0, 78, 80},
		{300, 0.005, 0.02, 0.5, 78, 80},
	} {
		turned, level := 0, 0
		for range curves {
			l := mustRead(t, readLosses, curve(r, tt.epochs, tt.rise, tt.scatter, tt.alike))
			switch title := l.finding("turns up"); {
			case strings.Contains(title, "turns up"):
				turned++
			case strings.Contains(title, "levels off"):
				level++
			}
		}
		if turned < tt.least || turned > tt.most {
			t.Errorf("%v: %d of %d turn up, want %d to %d", tt, turned, curves, tt.least, tt.most)
		}
		if tt.rise == 0 && tt.epochs >= 50 && tt.scatter < 0.1 && level < curves*3/4 {
			t.Errorf("%v: %d of %d level off", tt, level, curves)
		}
	}
}

// On a logarithmic axis a straight line does not level off, and what flattens there does.
func TestLevelsOnLogarithmicAxes(t *testing.T) {
	for floor, levels := range map[float64]bool{0: false, 1: true} {
		table := ""
		for k := range 60 {
			loss := floor + 200*math.Exp(-float64(k)/4)
			table += fmt.Sprintf("%d,%v,%v\n", k, loss, loss)
		}
		l, err := readLosses("t.csv", strings.NewReader(table))
		if title := l.finding(""); err != nil || !l.whole().logY || strings.Contains(title, "levels off") != levels {
			t.Errorf("down to %v: %q, %v", floor, title, err)
		}
	}
}

// Losses without a unit are drawn in either base, and the command says that it changes nothing.
func TestLossesHaveNoBase(t *testing.T) {
	f := figureOf(t, "learning-curve", "1,3,3\n2,2,2\n")
	d := f.of(example{base: base{e: true}}, page.Look{Width: page.Width})
	if f.check(example{base: base{e: true}}) != nil || d.Lost() != "-base: the losses of a table are drawn as they are" {
		t.Errorf("with -base e it says %q", d.Lost())
	}
}

// risen is a table of losses that level off, of which the last four are all above the ones before.
const risen = "1,3,3\n2,2,2.5\n3,1.9,2.2\n4,1.8,2\n5,1.7,1.9\n6,1.6,1.8\n7,1.5,1.75\n8,1.4,1.72\n9,1.3,1.694\n" +
	"10,1.2,1.695\n11,1.2,1.693\n12,1.2,1.682\n13,1.2,1.705\n14,1.2,1.721\n15,1.2,1.734\n16,1.2,1.717\n"
