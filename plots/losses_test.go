package main

import (
	"fmt"
	"math"
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
	const title, note = "Validation loss is lowest at\u00a0step\u00a0617\u2009000, and ends 0.050 higher", "lowest validation loss: 1.15"
	if got, says := l.finding(""), l.note(title, l.window()); got != title || says != note || !strings.Contains(l.alt(), "1.15, at\u00a0step\u00a0617\u2009000") {
		t.Errorf("%q, %q, %q", got, says, l.alt())
	}
	training, validation := thinned(l.training), thinned(l.validation)
	low, ends := l.lowest(), []plotter.XY{l.training[0], l.training[777], l.training[2000]}
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
		"step,loss %,val_loss %":                             "loss, %",
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
	for _, title := range []string{"true", "false"} {
		svg := drawn(t, "-only", "learning-curve", "-data", path, "-title="+title)["learning-curve.svg"]
		for text, want := range map[string]bool{
			">Schritt<": true, "lowest at\u00a0Schritt\u00a02, and ends hardly higher<": true, ">lowest\u00a0validation\u00a0loss:\u00a020.0\u00a0at\u00a0Schritt\u00a02<": title == "false",
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
		table, note string
		last        float64
		isMarked    bool
	}{
		{"1,3,3\n2,2,2\n3,nan,nan\n4,nan,nan\n", "; loss is not a number from step\u00a03 on", 4, true},
		{"1,3,3\n2,2,2\n3,inf,1\n", "; training loss is infinite at\u00a0step\u00a03; infinite loss left out", 3, true},
		{"1,3,3\n2,inf,2\n3,-inf,1\n4,2,1\n", "; 2 infinite losses left out", 4, true},
		{"1,3,3\n2,2,3\n", "validation loss: 3.00\u00a0nats", 2, false},
	} {
		l := mustRead(t, readLosses, "step,loss (nats),val_loss\n"+tt.table)
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: page.Width})
		isDot := func(m page.Mark) bool { return m.Kind == page.Fill && m.Ink.Name == page.Orange.Name }
		note, end := l.note("", l.window()), l.window().x1
		if !strings.HasSuffix(note, tt.note) || end != tt.last || slices.ContainsFunc(d.Marks, isDot) != tt.isMarked {
			t.Errorf("%q: %q is told, the axis ends at %v, a loss is marked: %v", tt.table, note, end, !tt.isMarked)
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
		{[]float64{2, 0.00123, 0.0456}, "0.00123 0.0456"},
		{[]float64{2, 0.0000123, 0.0000124}, "1.23\u00a0×\u00a010^{−5} 1.24\u00a0×\u00a010^{−5}"},
		{[]float64{3e9, 1.23e9, 2e9}, "1.23\u00a0×\u00a010^{9} 2.00\u00a0×\u00a010^{9}"},
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

// Dots that tell where a loss was measured, as it was rarely, lie over the lines.
func TestDotsLieOverLines(t *testing.T) {
	if l := mustRead(t, readLosses, "0,3,3\n1,2,2\n2,1,2\n3,2,\n4,1,1\n"); l.isDotted() {
		t.Error("dots tell where a loss was measured that nearly always was")
	}
	l := mustRead(t, readLosses, "0,3,3\n1,2,\n2,1,2\n3,2,\n4,1,1\n")
	var dots, over int
	for _, m := range page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: page.Width}).Marks {
		switch {
		case m.Kind == page.Fill && m.Ink == page.Orange:
			dots, over = dots+1, over+1
		case m.Kind == page.Stroke && (m.Ink == page.Blue || m.Ink == page.Orange):
			over = 0
		}
	}
	if dots != 4 || over != dots {
		t.Errorf("%d of %d dots lie over the lines", over, dots)
	}
}

// The lines of a note end behind semicolons.
func TestLinesOfNotes(t *testing.T) {
	for table, note := range map[string]string{
		"global_step,loss,val_loss\n1500,5,\n3000,4,3.4\n4500,3,\n6000,2.5,2.4\n":   "lowest validation loss: 2.40 at\u00a0global step\u00a06000;\ndots: validation, as measured",
		"step,loss,val_loss\n50,5,\n100,4,\n120,,3.4\n170,3,\n220,2.5,\n240,,2.4\n": "lowest validation loss: 2.40 at\u00a0step\u00a0240;\ndots: validation, as measured",
		"epoch,loss,val_loss\n1,3,0.72\n2,3,1\n3,2,inf\n4,inf,1\n5,1,1\n":           "lowest validation loss: 0.720 at\u00a0epoch\u00a01;\n2 infinite losses left out",
		"epoch,loss,val_loss\n1,3,0.72\n2,3,1\n3,2,inf\n4,1,1\n":                    "lowest validation loss: 0.720 at\u00a0epoch\u00a01; infinite loss left out",
		"epoch,loss (nats),val_loss\n1,3,0.72\n2,3,1\n3,2,2\n4,1,1\n":               "lowest validation loss: 0.720\u00a0nats at\u00a0epoch\u00a01",
		"epoch,loss (%),val_loss (%)\n1,30 %,7.2 %\n2,20%,10%\n3,20%,40\n":          "lowest validation loss: 7.20\u00a0% at\u00a0epoch\u00a01",
	} {
		l := mustRead(t, readLosses, table)
		d := page.Draw(page.Figure{Draw: l.draw}, page.Look{Width: 84 * vg.Millimeter})
		isIt := func(text string) bool { return unbroken(text) == unbroken(note) }
		if !slices.ContainsFunc(d.Texts, isIt) {
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

// The curve of validation is thicker, so that a grey print tells it from the other. The thin one lies over
// it, unless it goes up and down so much that it would hide it.
func TestLinesThatMeetAreSeen(t *testing.T) {
	for noise, want := range map[float64][]string{0.2: {"blue", "orange"}, 0.01: {"orange", "blue"}} {
		table := ""
		for k := range 300 {
			loss := 3 / (1 + float64(k)/30)
			table += fmt.Sprintf("%d,%v,%v\n", k, loss+noise*float64(k%2), 0.1+loss)
		}
		f := figureOf(t, "learning-curve", table)
		var inks []string
		widths := map[string]vg.Length{}
		for _, m := range f.of(f.inBook(), page.Look{Width: 84 * vg.Millimeter}).Marks {
			if m.Kind == page.Stroke && m.Width >= page.Thin {
				inks, widths[m.Ink.Name] = append(inks, m.Ink.Name), m.Width
			}
		}
		if inks = slices.Compact(inks); !slices.Equal(inks, want) || widths["orange"] < 1.5*widths["blue"] {
			t.Errorf("with noise of %v the lines are %v, %v thick", noise, inks, widths)
		}
	}
}

// Names stand right of all lines, each beside the end of its own where there is room, and apart.
func TestNamesAreBesideTheEnds(t *testing.T) {
	for _, table := range []string{
		"1,3,3\n2,2,2.5\n3,1,2\n",
		"1,3,3\n2,2,2\n3,0,0\n",
		"1,3,3\n2,2,2.5\n3,5,5.01\n",
		"1,3,3\n2,2,2.5\n3,900,1\n4,1,1.5\n",
	} {
		f := figureOf(t, "learning-curve", table)
		for _, width := range []vg.Length{page.Width, page.LeastWidth} {
			ends, at := map[string]vg.Point{}, map[string]vg.Point{}
			var right vg.Length
			for _, m := range f.of(f.inBook(), page.Look{Width: width}).Marks {
				switch name := m.Ink.Name; {
				case m.Text == "training" || m.Text == "validation":
					at[name] = m.At
				case m.Kind == page.Stroke && m.Width >= page.Thin:
					ends[name] = m.Path[len(m.Path)-1].Pos
					for _, p := range m.Path {
						right = max(right, p.Pos.X)
					}
				}
			}
			apart, off := float64(at["orange"].Y-at["blue"].Y), 0.
			for name, pt := range at {
				off = max(off, math.Abs(float64(pt.Y+3.5-ends[name].Y)))
				if pt.X < right+2 {
					t.Errorf("%q: a name begins at %v, a line ends at %v", table, pt.X, right)
				}
			}
			if len(at) != 2 || math.Abs(apart) < 11.9 || off > 13 || (ends["orange"].Y > ends["blue"].Y) != (apart > 0) &&
				ends["orange"].Y != ends["blue"].Y {
				t.Errorf("%q: names are at %v, lines end at %v", table, at, ends)
			}
		}
	}
}

// Losses without a unit are drawn in either base, and the command says that it changes nothing.
func TestLossesHaveNoBase(t *testing.T) {
	f := figureOf(t, "learning-curve", "1,3,3\n2,2,2\n")
	d := f.of(example{base: base{e: true}}, page.Look{Width: page.Width})
	const want = "-base: the losses of a table are drawn as they are; no headings: line 1 is taken for data"
	if f.check(example{base: base{e: true}}) != nil || d.Lost() != want {
		t.Errorf("with -base e it says %q", d.Lost())
	}
}

// unbroken has spaces for those that hold their neighbours together.
func unbroken(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// How much higher validation loss ends is said where that is more than its ups and downs.
func TestNoiseIsNoRise(t *testing.T) {
	for jump, want := range map[float64]string{
		0.02: "Validation loss is lowest at\u00a0step\u00a020, and ends 0.13 higher",
		0.2:  "Validation loss is lowest at\u00a0step\u00a020",
	} {
		table := "step,loss,val_loss\n"
		for k := range 40 {
			loss := max(0, 20-float64(k))/4 + 0.006*max(0, float64(k)-20)
			if k > 20 {
				loss += jump * float64(k%2)
			}
			table += fmt.Sprintf("%d,2,%.3f\n", k, 1+loss)
		}
		if got := mustRead(t, readLosses, table).finding(""); got != want {
			t.Errorf("jumps of %v: %q, want %q", jump, got, want)
		}
	}
	for losses, want := range map[string]string{
		"10 8 6 4 5 6 7 8 9": ", and ends 5.0 higher", "10 8 6 4 2 9": ", and ends 7.0 higher", "10 8 6 4 2 9 5 9 5": "",
	} {
		table := "step,loss,val_loss\n"
		for k, loss := range strings.Fields(losses) {
			table += fmt.Sprintf("%d,3,%s\n", k, loss)
		}
		if got := mustRead(t, readLosses, table).finding("turned"); !strings.HasSuffix(got, want) || want == "" && strings.Contains(got, ",") {
			t.Errorf("%s: %q, want %q", losses, got, want)
		}
	}
}

// How far validation loss falls is measured from where it is seen.
func TestAFallIsWhatIsSeenOfIt(t *testing.T) {
	table := "step,loss,val_loss\n0,90,80\n1,20,15\n"
	for k := 2; k < 40; k++ {
		table += fmt.Sprintf("%d,%.3f,%.3f\n", k, 0.3+math.Exp(-float64(k)/9), 0.42+math.Exp(-float64(k)/3)+0.004*max(0, float64(k)-20))
	}
	l := mustRead(t, readLosses, table)
	if w := l.window(); w.y1 > 2 || l.fall() > 2 || !l.turnsUp() {
		t.Errorf("of the window %v it falls by %v, turning up %v", w, l.fall(), l.turnsUp())
	}
}
