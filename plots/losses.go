package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
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
	f.alt = func(example) string { return l.alt() }
	f.draw = func(pg *page.Page, ex example) { l.draw(pg, f.finds(ex)) }
	f.height, f.columnHeight = 250, 250
	if l.hasTwoPanels() {
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
	stepNames     = []string{"step", "global_step", "iteration", "epoch"}
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
		return step, losses, nil
	}
	if row.Headings != nil {
		called := strings.Clone(row.Headings[columns[0]])
		if slices.Contains(stepNames, plainHeading(called)) { // and no variable
			called = strings.ReplaceAll(called, "_", " ")
		}
		l.axis = page.Literal(called)
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
	const far = 100 // from the least to the largest
	xs, ys := coordinates(slices.Concat(l.training, l.validation))
	w := window{x0: floats.Min(xs), x1: floats.Max(xs), y0: floats.Min(ys), y1: floats.Max(ys)}
	w.logX = l.onLogarithm(w)
	if w.y0 > 0 && w.y1 >= far*w.y0 {
		w.logY = true
	} else if w.y0 > 0 && w.y0 < w.y1/2 {
		w.y0 = 0
	}
	return w.padded()
}

// closer is the window of what follows on the first fall, as far as the data go.
func (l losses) closer() window {
	v, low := l.validation, l.validation[l.least()].Y
	top := max(v[len(v)-1].Y, low+0.1*(v[0].Y-low))
	from := slices.IndexFunc(v, func(xy plotter.XY) bool { return xy.Y <= top })
	w := window{x0: v[from].X, x1: l.whole().x1}
	_, ys := coordinates(slices.Concat(l.trainingFrom(w.x0), v[from:]))
	w.y0, w.y1 = floats.Min(ys), min(top, floats.Max(ys))
	w.logX = l.onLogarithm(w)
	return w.padded()
}

// hasTwoPanels says whether what follows on the first fall is worth a second panel: it is lower
// than the whole, and of several points.
func (l losses) hasTwoPanels() bool {
	const fewest = 5
	whole, closer := l.whole(), l.closer()
	hidden := slices.IndexFunc(l.validation, func(xy plotter.XY) bool { return xy.X >= closer.x0 })
	return !whole.logY && len(l.validation)-hidden >= fewest && closer.y1-closer.y0 <= 0.6*(whole.y1-whole.y0)
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
	return len(l.validation) < steps && len(l.validation) <= most
}

// areWhole says whether all steps are whole numbers.
func (l losses) areWhole() bool {
	isPart := func(xy plotter.XY) bool { return xy.X != math.Round(xy.X) }
	return !slices.ContainsFunc(slices.Concat(l.training, l.validation), isPart)
}

// draw draws the losses under a title.
func (l losses) draw(pg *page.Page, title string) {
	const gap = 5 // under the note
	low := l.validation[l.least()]
	note := "lowest validation loss: " + toDigits(low.Y, 3)
	if !strings.Contains(title, l.at(low)) {
		note += ", " + l.at(low)
	}
	if l.together > 1 {
		note += fmt.Sprintf("; points are means of %d lines", l.together)
	}
	if l.infinite > 0 {
		note += "; infinite losses are left out"
		pg.NotDrawn(data.Count(l.infinite, "line") + " with an infinite loss, which is left out")
	}
	if l.isDotted() {
		note += "; dots: measured"
	}
	pg = pg.Note(note, page.Small(page.Muted)).Below(gap)
	whole := l.whole()
	switch {
	case whole.logY:
		pg.Panel(l.chart(pg, whole, true), "loss, on a logarithmic axis")
		return
	case !l.hasTwoPanels():
		pg.Panel(l.chart(pg, whole, true), "loss")
		return
	}
	first, second := pg.Halves()
	all, near := l.chart(first, whole, true), l.chart(second, l.closer(), false)
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
	if ch.X.Tick.Marker = (page.StepTicks{About: 5, Whole: l.areWhole()}); w.logX {
		ch.LogX(1)
	}
	if w.logY {
		ch.LogY(1)
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
				if xy.X >= w.x0 {
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
