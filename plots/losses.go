package main

import (
	"cmp"
	"io"
	"slices"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// Losses are those of a table, as they are drawn against the steps.
type losses struct {
	training, validation plotter.XYs
	axis                 string  // what steps are called, in markup
	unit                 string  // behind what losses are called, with a comma, in markup; "" for none
	last                 float64 // the last step, even where the losses at it are left out
	infinite             int     // so many losses are, and left out
	breaks               string  // at which steps at the end losses are not finite, in words; "" where all are
	notes                []string
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
	f.draw = func(pg *page.Page, ex example) {
		if ex.e {
			pg.NotDrawn("-base: the losses of a table are drawn as they are")
		}
		l.draw(pg)
	}
	f.height, f.columnHeight = 250, 250
	return f, nil
}

func readLosses(name string, r io.Reader) (losses, error) {
	in, err := table.ReadLosses(name, r)
	if err != nil {
		return losses{}, err
	}
	points := func(c table.Curve) (xys plotter.XYs) {
		for _, loss := range c.Losses {
			xys = append(xys, plotter.XY{X: loss.Step, Y: loss.Loss})
		}
		return xys
	}
	l := losses{
		training: points(in.Training), validation: points(in.Validation),
		axis: page.Literal(in.Steps), last: in.Last, notes: in.Notes,
		infinite: in.Training.Infinite + in.Validation.Infinite,
	}
	if in.Unit != "" {
		l.unit = ", " + page.Literal(in.Unit)
	}
	l.breaks = l.breakdown(in.Training.Broken, in.Validation.Broken)
	return l, nil
}

func byLoss(a, b plotter.XY) int { return cmp.Compare(a.Y, b.Y) }

// final is the last loss of a curve.
func final(xys plotter.XYs) plotter.XY { return xys[len(xys)-1] }

// lowest is the lowest validation loss, and the first of equal ones.
func (l losses) lowest() plotter.XY { return slices.MinFunc(l.validation, byLoss) }

// isConstant says whether the validation losses are all the same.
func (l losses) isConstant() bool {
	return l.lowest().Y == slices.MaxFunc(l.validation, byLoss).Y
}

// isDotted says whether dots tell where the validation loss was measured: it was rarely, and there is
// room for them.
func (l losses) isDotted() bool {
	const most = 60
	return 2*len(l.validation) <= len(l.training)+1 && len(l.validation) <= most
}

// thinned returns the points of a curve to draw of more than a page can show: its ends, and between
// them the lowest and the highest of every few, so that no peak is lost.
func thinned(xys plotter.XYs) (all plotter.XYs) {
	const most = 500
	if len(xys) <= most {
		return xys
	}
	first, last := xys[0], final(xys)
	for run := range slices.Chunk(xys, 2*(1+(len(xys)-1)/most)) {
		low, high := slices.MinFunc(run, byLoss), slices.MaxFunc(run, byLoss)
		for _, xy := range run {
			if xy == low || xy == high || xy == first || xy == last {
				all = append(all, xy)
			}
		}
	}
	return all
}

// curves are the losses as far as a page can show them.
func (l losses) curves() []page.Curve {
	return []page.Curve{
		{Name: "training", XYs: thinned(l.training), Ink: page.Blue},
		{Name: "validation", XYs: thinned(l.validation), Ink: page.Orange},
	}
}

// draw draws the losses, under a note that says what a title may, which can be left out.
func (l losses) draw(pg *page.Page) {
	const gap = 5 // under the note
	tell(pg, l.notes)
	w, caption := l.window(), "loss"+l.unit
	for _, c := range l.curves() {
		for _, xy := range c.XYs { // and not in the units of an axis
			pg.Record("series", c.Name, l.axis, xy.X, "loss"+l.unit, xy.Y)
		}
	}
	if w.logY {
		caption += ", on a logarithmic axis"
	} else {
		caption = inUnits(caption, unitOf(w.y0, w.y1))
	}
	small := page.Small(page.Muted)
	l.drawPanel(pg.Note(pg.Listed(l.note(pg.Title(), w), small), small).Below(gap).Caption(caption, ""), w)
}

// drawPanel draws the curves, and beside the panel their names, where each ends, but for the air between
// them.
func (l losses) drawPanel(pg *page.Page, w window) {
	const left, line, widest = 8, 12, 1. / 3 // of the names, from one to the other, and of the page
	lower, upper := l.curves()[0], l.curves()[1]
	if byLoss(final(lower.XYs), final(upper.XYs)) > 0 {
		lower, upper = upper, lower
	}
	name := func(c page.Curve) string {
		name := pg.CutShort(c.Name, widest*pg.Size().X, page.Bold(c.Ink))
		if name != c.Name {
			pg.NoRoom("the whole of", c.Name)
		}
		return name
	}
	room := left + max(pg.TextWidth(name(lower), page.Bold(lower.Ink)), pg.TextWidth(name(upper), page.Bold(upper.Ink)))
	ch := l.chart(pg, w)
	panel := ch.DrawOn(pg.Crop(0, room, 0, 0))
	end := func(c page.Curve) vg.Length { return panel.Y(ch.Y.Norm(final(c.XYs).Y)) }
	low := min(end(lower), max(panel.Min.Y, (end(lower)+end(upper)-line)/2))
	panel.Write(panel.Max.X+left, low, name(lower), page.Bold(lower.Ink))
	panel.Write(panel.Max.X+left, max(end(upper), low+line), name(upper), page.Bold(upper.Ink))
}

// chart has the curves in a window. The thicker one of validation lies over the other, which may be all
// noise, and dots over both.
func (l losses) chart(pg *page.Page, w window) *page.Chart {
	const mark, measured = 2.8, 1.9
	ch := l.newChart(pg, w)
	low, curves := l.lowest(), l.curves()
	training := func() { ch.Line("", curves[0].XYs, page.Blue, page.Thin) }
	validation := func() { ch.Line("", curves[1].XYs, page.Orange, page.Thick) }
	if l.isRough(w) { // and would hide the other
		training()
		validation()
	} else {
		validation()
		training()
	}
	if !l.isConstant() {
		ch.Segment("", low.X, w.y0, low.X, low.Y, page.Muted, page.Hair, 3, 3)
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, low.X, low.Y), mark, page.Orange) })
	}
	if l.isDotted() {
		ch.Layer(func(pg *page.Page) {
			for _, xy := range l.validation {
				if xy.Y <= w.y1 {
					pg.Disc(ch.Point(pg, xy.X, xy.Y), measured, page.Orange)
				}
			}
		})
	}
	return ch
}
