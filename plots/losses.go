package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// Losses are what a reader's training passed, against the step. Where there are more than
// a page can show, a point is the mean of several.
type losses struct {
	training, validation plotter.XYs
	together             int    // how many lines the largest mean is of
	axis                 string // what steps are called, in markup
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
	f.height, f.columnHeight = 244, 430
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
		step, columns, err := l.step(row)
		if err != nil {
			return l, err
		}
		for i, xys := range []*plotter.XYs{&l.training, &l.validation} {
			if row.IsMissing(columns[i]) {
				continue
			}
			loss, err := row.Number(columns[i])
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

// step reads the step of a row, which may stand before it, as pandas numbers the epochs of
// Keras, and returns in which columns the losses are. It learns what steps are called.
func (l *losses) step(row data.Row) (step float64, losses []int, err error) {
	names := []string{
		heading(row, "step", "epoch"),
		heading(row, "training", "train_loss", "loss"), heading(row, "validation", "val_loss"),
	}
	columns, err := row.Columns(names...)
	if err != nil {
		losses, unnamed := row.Columns(names[1:]...)
		step, noNumber := strconv.ParseFloat(row.Name, 64)
		if unnamed != nil || noNumber != nil {
			return 0, nil, err
		}
		return step, losses, nil
	}
	if row.Headings != nil {
		l.axis = page.Literal(strings.Clone(row.Headings[columns[0]]))
	}
	step, err = row.Number(columns[0])
	return step, columns[1:], err
}

// means returns at most so many points, each the mean of as many of a curve's.
func means(xys plotter.XYs, most int) (all plotter.XYs) {
	for run := range slices.Chunk(xys, 1+(len(xys)-1)/most) {
		var mean plotter.XY
		for _, xy := range run {
			mean.X += xy.X / float64(len(run))
			mean.Y += xy.Y / float64(len(run))
		}
		all = append(all, mean)
	}
	return all
}

// least returns which of the validation losses is the lowest.
func (l losses) least() int {
	least := 0
	for i, xy := range l.validation {
		if xy.Y < l.validation[least].Y {
			least = i
		}
	}
	return least
}

// trained returns the training loss at a step, or else before it, or the first.
func (l losses) trained(step float64) float64 {
	i := slices.IndexFunc(l.training, func(xy plotter.XY) bool { return xy.X > step })
	if i < 0 {
		i = len(l.training)
	}
	return l.training[max(0, i-1)].Y
}

// finding is the title: the book's where validation loss turns up by more than a wiggle.
func (l losses) finding(book string) string {
	const wiggle = 0.02 // of how far it has fallen
	v, least, last := l.validation, l.least(), len(l.validation)-1
	low, end := v[least], v[last]
	switch {
	case least == 0:
		return "Validation loss is lowest where it starts"
	case least == last:
		return "Validation loss is at its lowest where training ends"
	case end.Y-low.Y < wiggle*(v[0].Y-low.Y):
		return fmt.Sprintf("Validation loss is lowest %s, and hardly turns up", l.at(low))
	case l.training[len(l.training)-1].Y < l.trained(low.X):
		return book
	}
	return fmt.Sprintf("Validation loss turns up %s, and training loss ends no lower", l.at(low))
}

// at says where on the axis a point is.
func (l losses) at(xy plotter.XY) string { return "at " + l.axis + " " + page.Number(xy.X) }

func (l losses) alt() string {
	first, low, end := l.validation[0], l.validation[l.least()], l.validation[len(l.validation)-1]
	start, last := l.training[0], l.training[len(l.training)-1]
	return page.PlainText(fmt.Sprintf("The loss in training and in validation against the %s. The "+
		"training loss goes from %s %s to %s %s, and the validation loss from %s to %s. That is at its "+
		"lowest, %s, %s, where the training loss is %s.",
		l.axis, page.Number(start.Y), l.at(start), page.Number(last.Y), l.at(last),
		page.Number(first.Y), page.Number(end.Y),
		page.Number(low.Y), l.at(low), page.Number(l.trained(low.X))))
}

// A window is a part of the plane.
type window struct{ x0, x1, y0, y1 float64 }

// whole is the window of all losses: from 0, where that is no far way below them.
func (l losses) whole() window {
	w := window{l.training[0].X, l.training[0].X, l.training[0].Y, l.training[0].Y}
	for _, xy := range slices.Concat(l.training, l.validation) {
		w.x0, w.x1 = min(w.x0, xy.X), max(w.x1, xy.X)
		w.y0, w.y1 = min(w.y0, xy.Y), max(w.y1, xy.Y)
	}
	if w.y0 > 0 && w.y0 < w.y1/2 {
		w.y0 = 0
	}
	return w.padded()
}

// closer is the window of what follows on the first fall.
func (l losses) closer() window {
	v, low := l.validation, l.validation[l.least()].Y
	top := max(v[len(v)-1].Y, low+0.1*(v[0].Y-low))
	from := slices.IndexFunc(v, func(xy plotter.XY) bool { return xy.Y <= top })
	w := window{v[from].X, l.whole().x1, low, top}
	for _, xy := range l.training {
		w.y0 = min(w.y0, xy.Y)
	}
	return w.padded()
}

// padded leaves room over and under what is drawn, though not under 0.
func (w window) padded() window {
	room := 0.08 * (w.y1 - w.y0)
	if room == 0 {
		room = 0.5
	}
	if w.y1 += room; w.y0 != 0 {
		w.y0 -= room
	}
	return w
}

// onLogarithm says whether steps are better told apart on a logarithmic axis: most of
// them lie in its first tenth.
func (l losses) onLogarithm(w window) bool {
	steps := l.validation
	return w.x0 > 0 && w.x1 >= 100*w.x0 && steps[len(steps)/2].X < w.x1/10
}

// draw draws the losses under a title.
func (l losses) draw(pg *page.Page, title string) {
	whole, closer, low := l.whole(), l.closer(), l.validation[l.least()]
	note := "lowest validation loss: " + page.Decimals(low.Y, 3)
	if !strings.Contains(title, l.at(low)) {
		note += ", " + l.at(low)
	}
	if l.together > 1 {
		note += fmt.Sprintf("; points are means of %d lines", l.together)
	}
	pg = pg.Note(note, page.Small(page.Muted))
	if closer.y1-closer.y0 > 0.6*(whole.y1-whole.y0) {
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
	logarithmic := l.onLogarithm(w)
	ch := pg.NewChart(l.axis, w.x0, w.x1, w.y0, w.y1)
	if logarithmic {
		ch.LogX(1)
	}
	ch.Segment("", low.X, w.y0, low.X, low.Y, page.Muted, page.Hair, 3, 3)
	if record {
		ch.Series("training", training)
		ch.Series("validation", validation)
	}
	ch.Line("", training, page.Blue, page.Thick)
	ch.Line("", validation, page.Orange, page.Thick)
	at := w.between(0.75, logarithmic)
	ch.NameCurves([]page.Curve{
		{XYs: w.upright(low)},
		{Name: "training", XYs: w.spread(training, logarithmic), Ink: page.Blue},
		{Name: "validation", XYs: w.spread(validation, logarithmic), Ink: page.Orange},
	}, at, pg.Crowded())
	ch.Dot(low.X, low.Y, page.Orange)
	return ch
}

// upright returns points from the axis to one of a curve.
func (w window) upright(to plotter.XY) (all plotter.XYs) {
	const n = 60
	for i := range n + 1 {
		all = append(all, plotter.XY{X: to.X, Y: w.y0 + (to.Y-w.y0)*float64(i)/n})
	}
	return all
}

// between is the step at a part of the axis.
func (w window) between(part float64, logarithmic bool) float64 {
	if logarithmic {
		return w.x0 * math.Pow(w.x1/w.x0, part)
	}
	return w.x0 + part*(w.x1-w.x0)
}

// spread returns points of a curve that are evenly spaced on the axis.
func (w window) spread(xys plotter.XYs, logarithmic bool) (spread plotter.XYs) {
	const n = 240
	for i := range n + 1 {
		x := w.between(float64(i)/n, logarithmic)
		k := slices.IndexFunc(xys, func(xy plotter.XY) bool { return xy.X >= x })
		if k < 1 {
			continue
		}
		a, b := xys[k-1], xys[k]
		spread = append(spread, plotter.XY{X: x, Y: a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)})
	}
	return spread
}
