package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// Losses are what a reader's training passed, against the step. Where there are more than
// a page can show, a point is the mean of several.
type losses struct {
	training, validation plotter.XYs
	together             int     // how many lines the largest mean is of
	axis                 string  // what steps are called, in markup
	told                 string  // about the column of steps; "" where its heading says all
	twice                bool    // they are drawn in two panels, where there is room for these
	infinite             int     // how many losses are, and are left out
	diverges             float64 // the step of the first of them
}

// readLearningCurve makes f a figure of the losses in a table.
func readLearningCurve(f figure, name string, r io.Reader) (figure, error) {
	l, err := readLosses(name, r)
	if err != nil {
		return f, err
	}
	bookTitle := f.title
	f.finds = func(example) string { return l.finding(bookTitle) }
	f.refuse = func(ex example) error {
		if ex.e {
			return errors.New("-base: the losses of a table have no unit, and are drawn as they are")
		}
		return nil
	}
	f.alt = func(example) string { return l.alt() }
	f.draw = func(pg *page.Page, _ example) { l.draw(pg) }
	f.height, f.columnHeight = 250, 250
	if l.twice = f.closer && l.hasTwoPanels(); l.twice {
		f.columnHeight = 436
	}
	return f, nil
}

// readLosses reads a line for each step, of which the training loss or the validation
// loss may be missing, as where the one is written down more often than the other.
func readLosses(name string, r io.Reader) (l losses, err error) {
	l.axis = "step"
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return l, err
		}
		step, columns, err := l.step(name, row)
		if err != nil {
			return l, err
		}
		for i, xys := range []*plotter.XYs{&l.training, &l.validation} {
			if row.IsMissing(columns[i]) {
				continue
			}
			loss, err := row.Number(columns[i])
			if isInfinite(row.Fields[columns[i]]) {
				if l.infinite++; l.infinite == 1 {
					l.diverges = step
				}
				continue
			}
			if err != nil {
				return l, err
			}
			if n := len(*xys); n > 0 && (*xys)[n-1].X >= step {
				return l, fmt.Errorf("%s:%d: step %v, want one above the one before, %v",
					name, row.Line, step, (*xys)[n-1].X)
			}
			*xys = append(*xys, plotter.XY{X: step, Y: loss})
		}
	}
	if len(l.training) < 2 || len(l.validation) < 2 {
		return l, fmt.Errorf("%s: %s of training loss and %d of validation loss, want 2 of each",
			name, data.Count(len(l.training), "line"), len(l.validation))
	}
	const most = 500 // points
	l.together = 1 + (max(len(l.training), len(l.validation))-1)/most
	l.training, l.validation = means(l.training, most), means(l.validation, most)
	return l, nil
}

// isInfinite says whether a field of a table is no number because it is infinite.
func isInfinite(field string) bool {
	x, err := strconv.ParseFloat(strings.TrimSpace(field), 64)
	return err == nil && math.IsInf(x, 0)
}

// Headings of steps and of losses, as Keras, PyTorch and Hugging Face write them.
var (
	stepNames     = []string{"step", "global_step", "iteration", "epoch", "steps", "iterations", "epochs"}
	trainingNames = []string{"training", "loss", "train_loss", "training_loss"}

	validationNames = []string{
		"validation", "val_loss", "valid_loss", "validation_loss", "eval_loss",
	}
)

// step reads the step of a row, which may stand before it, as pandas numbers the epochs of
// Keras, and returns in which columns the losses are. It learns what steps are called.
func (l *losses) step(file string, row data.Row) (step float64, losses []int, err error) {
	steps := []string{heading(row, stepNames...)} // which may have epochs beside them
	columns, err := columnsOf(file, row, steps, trainingNames, validationNames)
	if err != nil {
		losses, unnamed := columnsOf(file, row, trainingNames, validationNames)
		step, noNumber := strconv.ParseFloat(row.Name, 64)
		if unnamed != nil || noNumber != nil {
			return 0, nil, err
		}
		l.told = "the x axis, called step, is the first column, which has no name: head it epoch, say"
		return step, losses, nil
	}
	if row.Headings != nil {
		called := row.Headings[columns[0]]
		_, noNumber := strconv.ParseFloat(row.Name, 64)
		switch plain := plainHeading(called); {
		case slices.Contains(stepNames, plain): // and no name that has capitals for a reason
			l.axis = strings.ReplaceAll(strings.TrimSuffix(plain, "s"), "_", " ")
		case noNumber == nil:
			l.told = fmt.Sprintf("the x axis is column %q, and not the first, which has no name", called)
			fallthrough
		default:
			l.axis = page.Literal(strings.Clone(called))
		}
	}
	step, err = row.Number(columns[0])
	return step, columns[1:], err
}

// means returns at most so many points, each the mean of as many of a curve's.
func means(xys plotter.XYs, most int) (all plotter.XYs) {
	for run := range slices.Chunk(xys, 1+(len(xys)-1)/most) {
		xs, ys := coordinates(run)
		all = append(all, plotter.XY{X: stat.Mean(xs, nil), Y: stat.Mean(ys, nil)})
	}
	return all
}

func coordinates(xys plotter.XYs) (xs, ys []float64) {
	for _, xy := range xys {
		xs, ys = append(xs, xy.X), append(ys, xy.Y)
	}
	return xs, ys
}

// least returns which of the validation losses is the lowest.
func (l losses) least() int {
	_, ys := coordinates(l.validation)
	return floats.MinIdx(ys)
}

// A window is a part of the plane, of which either axis may be logarithmic.
type window struct {
	x0, x1, y0, y1 float64
	logX, logY     bool
}

// padded leaves room over what is drawn, and under it down to a tick, which tells that the axis
// does not begin at 0.
func (w window) padded() window {
	const part, ticks = 0.05, page.Ticks(5)
	if w.logY {
		room := math.Pow(w.y1/w.y0, part)
		w.y0, w.y1 = w.y0/room, w.y1*room
		return w
	}
	room := part * (w.y1 - w.y0)
	if room == 0 {
		room = 0.5
	}
	if w.y1 += room; w.y0 != 0 {
		w.y0 -= room
	}
	for range 3 { // ticks are further apart on a longer axis
		step := ticks.Step(w.y0, w.y1)
		w.y0 = step * math.Floor(w.y0/step+1e-9)
	}
	return w
}

// whole is the window of all losses: from 0, where that is no far way below them, or on a
// logarithmic axis where they are of several orders of magnitude.
func (l losses) whole() window {
	const far, near = 100, 0.03 // from the least to the largest, and from 0 to the first step
	xs, ys := coordinates(slices.Concat(l.training, l.validation))
	w := window{x0: floats.Min(xs), x1: floats.Max(xs), y0: floats.Min(ys), y1: floats.Max(ys)}
	if w.logX = l.onLogarithm(w); !w.logX && w.x0 > 1 && w.x0 < near*w.x1 {
		w.x0 = 0
	}
	if w.y0 > 0 && w.y1 >= far*w.y0 {
		w.logY = true
	} else if w.y0 > 0 && w.y0 < w.y1/2 {
		w.y0 = 0
	}
	return w.padded()
}

// closer is the window of what follows on the first fall, as far as the data go, from a tick on.
// Of what the lines do there, but for the rest of a fall, it leaves out a few peaks at most.
func (l losses) closer() window {
	const most, little = 0.95, 1.25 // of the losses are within, and no peak is cut that is so much higher
	v, low := l.validation, l.validation[l.least()].Y
	top := max(v[len(v)-1].Y, low+0.1*(v[0].Y-low))
	isWithin := func(xy plotter.XY) bool { return xy.Y <= top }
	from := slices.IndexFunc(v, isWithin)
	w := window{x0: v[from].X, x1: l.whole().x1}
	training := l.trainingFrom(w.x0)
	if fallen := slices.IndexFunc(training, isWithin); fallen >= 0 {
		training = training[fallen:]
	}
	_, ys := coordinates(slices.Concat(training, v[from:]))
	slices.Sort(ys)
	w.y0, w.y1 = ys[0], max(top, stat.Quantile(most, stat.Empirical, ys, nil))
	if highest := ys[len(ys)-1]; highest-w.y0 < little*(w.y1-w.y0) {
		w.y1 = highest
	}
	if w.logX = l.onLogarithm(w); !w.logX {
		step := stepTicks.Step(w.x0, w.x1)
		w.x0 = max(l.whole().x0, step*math.Floor(w.x0/step+1e-9))
	}
	return w.padded()
}

// hasTwoPanels says whether what follows on the first fall is worth a second panel: it is lower
// than the whole, of several points, and has the lowest before its end.
func (l losses) hasTwoPanels() bool {
	const fewest = 5
	whole, closer := l.whole(), l.closer()
	hidden := slices.IndexFunc(l.validation, func(xy plotter.XY) bool { return xy.X >= closer.x0 })
	return !whole.logY && len(l.validation)-hidden >= fewest &&
		l.least() < len(l.validation)-1 && closer.y1-closer.y0 <= 0.6*(whole.y1-whole.y0)
}

// stepTicks is about how many ticks the axis of steps has.
const stepTicks = page.Ticks(5)

// peaks are the highest points of a curve where it leaves a window for a time.
func (w window) peaks(xys plotter.XYs) (all plotter.XYs) {
	isWithin := false // the point before
	for _, xy := range xys {
		switch isBeyond := xy.Y > w.y1; {
		case xy.X < w.x0:
		case isBeyond && isWithin:
			all = append(all, xy)
		case isBeyond && len(all) > 0 && xy.Y > all[len(all)-1].Y:
			all[len(all)-1] = xy
		}
		isWithin = xy.X >= w.x0 && xy.Y <= w.y1
	}
	return all
}

// onLogarithm says whether steps are better told apart on a logarithmic axis: most of
// them lie in its first tenth.
func (l losses) onLogarithm(w window) bool {
	steps := l.validation
	return w.x0 > 0 && w.x1 >= 100*w.x0 && steps[len(steps)/2].X < w.x1/10
}

// isDotted says whether dots tell where the validation loss was measured: it was not at every step,
// and there is room for them.
func (l losses) isDotted() bool {
	const most = 60
	from, to := l.validation[0].X, l.validation[len(l.validation)-1].X
	steps := 0
	for _, xy := range l.training {
		if xy.X >= from && xy.X <= to {
			steps++
		}
	}
	return 2*len(l.validation) <= steps+1 && len(l.validation) <= most
}

// areWhole says whether all steps are whole numbers.
func (l losses) areWhole() bool {
	isPart := func(xy plotter.XY) bool { return xy.X != math.Round(xy.X) }
	return !slices.ContainsFunc(slices.Concat(l.training, l.validation), isPart)
}

// number returns how losses are written: the lowest to three digits at least, and to as many as
// tell what is compared apart.
func (l losses) number() func(float64) string {
	const fewest, most = 3, 9 // digits
	low, last := l.validation[l.least()], len(l.training)-1
	end, lowest := l.validation[len(l.validation)-1].Y, math.Abs(low.Y)
	isLogarithmic := l.whole().logY
	write := func(digits int) func(float64) string {
		decimals := digits - 1
		if lowest > 0 {
			decimals -= int(math.Floor(math.Log10(lowest)))
		}
		return func(x float64) string {
			switch {
			case isLogarithmic && math.Abs(x) < math.Pow10(digits):
				return toDigits(x, digits)
			case decimals < 1:
				return page.Number(math.Round(x))
			}
			return page.Fixed(x, decimals)
		}
	}
	for digits := fewest; ; digits++ {
		number := write(digits)
		tells := func(a, b float64) bool { return a == b || number(a) != number(b) }
		if digits == most || tells(low.Y, end) && tells(l.trained(low.X), l.training[last].Y) {
			return number
		}
	}
}

// draw draws the losses, under a note that says what a title may, which can be left out.
func (l losses) draw(pg *page.Page) {
	const gap, leastOfTwo = 5, 310 // under the note, and the height of two panels with it
	low := l.validation[l.least()]
	note := "lowest validation loss: " + l.number()(low.Y) + ", " + l.at(low)
	if l.together > 1 {
		note += fmt.Sprintf("; points are means of %d lines", l.together)
	}
	if l.infinite > 0 {
		note += "; infinite losses are left out"
		pg.NotDrawn(data.Count(l.infinite, "line") + " with an infinite loss, which is left out")
	}
	switch {
	case l.isDotted():
		note += "; dots: measured"
	case l.infinite == 0 && len(runs(l.validation)) > 1:
		note += "; gaps: not measured"
	}
	pg.NotDrawn(l.told)
	whole, closer := l.whole(), l.closer()
	isTwice := l.twice && !(pg.Column && pg.Max.Y-pg.Min.Y < leastOfTwo)
	if isTwice && len(slices.Concat(closer.peaks(l.training), closer.peaks(l.validation))) > 0 {
		note += "; arrowheads: peaks beyond the panel"
	}
	pg = pg.Note(note, page.Small(page.Muted)).Below(gap)
	switch {
	case whole.logY:
		pg.Panel(l.chart(pg, whole, true), "loss, on a logarithmic axis")
		return
	case !isTwice:
		pg.Panel(l.chart(pg, whole, true), "loss")
		return
	}
	first, second := pg.Halves()
	all, near := l.chart(first, whole, true), l.chart(second, closer, false)
	if pg.Column {
		pg.AlignLeft(all, near)
	}
	first.Panel(all, "loss")
	second.Panel(near, "loss, closer up")
}

// chart has the curves in a window, which it makes series of the data if asked to.
func (l losses) chart(pg *page.Page, w window, record bool) *page.Chart {
	training, validation := l.training, l.validation
	low := validation[l.least()]
	ch := pg.NewChart(l.axis, w.x0, w.x1, w.y0, w.y1)
	if ch.X.Tick.Marker = (page.StepTicks{About: stepTicks, Whole: l.areWhole(), Apart: l.ticksApart(pg, w)}); w.logX {
		ch.LogX(1)
	}
	if w.logY {
		if ch.LogY(1); w.y1 < 1000*w.y0 {
			ch.LogY(page.OneTwoFive)
		}
	}
	foot := plotter.XY{X: low.X, Y: w.y0}
	ch.Segment("", foot.X, foot.Y, low.X, low.Y, page.Muted, page.Hair, 3, 3)
	if record {
		ch.Series("training", training)
		ch.Series("validation", validation)
	}
	lines := runs(validation)
	if l.isDotted() {
		lines = []plotter.XYs{validation}
		ch.Layer(func(pg *page.Page) {
			for _, xy := range validation {
				if xy.X >= w.x0 && xy.Y <= w.y1 {
					pg.Disc(ch.Point(pg, xy.X, xy.Y), 1.9, page.Orange)
				}
			}
		})
	}
	for _, run := range lines {
		ch.Line("", run, page.Orange, thickness(ch, validation, page.Thick))
	}
	for _, run := range runs(training) { // the thinner line over the other, or it is hidden
		ch.Line("", run, page.Blue, thickness(ch, training, page.Thin))
	}
	ch.Layer(func(pg *page.Page) {
		l.point(pg, ch, w.peaks(validation), page.Orange)
		l.point(pg, ch, w.peaks(training), page.Blue)
	})
	near := w.x0 + 0.75*(w.x1-w.x0)
	if w.logX {
		near = w.x0 * math.Pow(w.x1/w.x0, 0.75)
	}
	ch.NameCurves([]page.Curve{
		{XYs: plotter.XYs{foot, low}},
		{Name: "training", XYs: training, Ink: page.Blue},
		{Name: "validation", XYs: validation, Ink: page.Orange},
	}, near, pg.Crowded())
	ch.Dot(low.X, low.Y, page.Orange)
	return ch
}

// ticksApart is how far apart the ticks of steps are at least, in parts of the axis: as far as the
// widest has room.
func (l losses) ticksApart(pg *page.Page, w window) float64 {
	const least, gap, aside = 0.08, 4, 0.85 // from number to number, and the axis in the page
	var widest vg.Length
	for _, t := range append(stepTicks.Ticks(w.x0, w.x1), plot.Tick{Label: page.Number(w.x0)}) {
		widest = max(widest, pg.TextWidth(t.Label, page.Small(page.Muted)))
	}
	return max(least, float64((widest+gap)/(aside*(pg.Max.X-pg.Min.X))))
}

// point draws an arrowhead at the upper edge of a chart for each peak beyond it that is not too near
// to another.
func (l losses) point(pg *page.Page, ch *page.Chart, peaks plotter.XYs, k page.Ink) {
	const half, high, apart = 3.2, 7, 7
	last := pg.Min.X - apart
	for _, peak := range peaks {
		if x := ch.Point(pg, peak.X, peak.Y).X; x >= last+apart {
			var head vg.Path
			head.Move(vg.Point{X: x - half, Y: pg.Max.Y - high})
			head.Line(vg.Point{X: x + half, Y: pg.Max.Y - high})
			head.Line(vg.Point{X: x, Y: pg.Max.Y})
			head.Close()
			pg.SetColor(k)
			pg.Fill(head)
			last = x
		}
	}
}

// runs are the parts of a curve between gaps, where steps are missing: they are further apart there
// than before and behind.
func runs(xys plotter.XYs) (all []plotter.XYs) {
	const further = 1.5
	xs, _ := coordinates(xys)
	first := 0
	for i := 2; i+1 < len(xs); i++ {
		if gap := xs[i] - xs[i-1]; gap > further*(xs[i-1]-xs[i-2]) && gap > further*(xs[i+1]-xs[i]) {
			all, first = append(all, xys[first:i]), i
		}
	}
	return append(all, xys[first:])
}

// thickness is that of a line in a chart, so thick at most, and the thinner the more it goes up and
// down.
func thickness(ch *page.Chart, xys plotter.XYs, most vg.Length) vg.Length {
	const smooth, thinnest = 8, 0.4 // windows up and down, and of the most
	var travel float64
	for i, xy := range xys {
		if i > 0 && xys[i-1].X >= ch.X.Min {
			travel += math.Abs(ch.Y.Norm(xy.Y) - ch.Y.Norm(xys[i-1].Y))
		}
	}
	return max(thinnest, min(1, smooth/vg.Length(travel))) * most
}
