package main

import (
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot"
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
	twice                bool // they are drawn in two panels, where there is room for these
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
	if l.twice = f.closer && (f.asked || l.hasTwoPanels()); l.twice {
		f.columnHeight = 380
	}
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
		infinite: len(in.Training.Infinite) + len(in.Validation.Infinite),
	}
	if in.Unit != "" {
		l.unit = ", " + page.Literal(in.Unit)
	}
	l.breaks = l.breakdown(in)
	return l, nil
}

// thinned returns the points of a curve to draw of more than a page can show: its ends, and between
// them the lowest and the highest of every few, so that no peak is lost.
func thinned(xys plotter.XYs) (all plotter.XYs) {
	const most = 500
	if len(xys) <= most {
		return xys
	}
	few, at := 2*(1+(len(xys)-1)/most), 0
	for run := range slices.Chunk(xys, few) {
		_, ys := coordinates(run)
		low, high := floats.MinIdx(ys), floats.MaxIdx(ys)
		for i, xy := range run {
			if i == low || i == high || at == 0 || at == len(xys)-1 {
				all = append(all, xy)
			}
			at++
		}
	}
	return all
}

func coordinates(xys plotter.XYs) (xs, ys []float64) {
	xs, ys = make([]float64, len(xys)), make([]float64, len(xys))
	for i, xy := range xys {
		xs[i], ys[i] = xy.X, xy.Y
	}
	return xs, ys
}

// least returns which of the validation losses is the lowest.
func (l losses) least() int {
	_, ys := coordinates(l.validation)
	return floats.MinIdx(ys)
}

// isConstant says whether the validation losses are all the same.
func (l losses) isConstant() bool {
	_, ys := coordinates(l.validation)
	return floats.Min(ys) == floats.Max(ys)
}

// isDotted says whether dots tell where the validation loss was measured: it was not at every step,
// and there is room for them.
func (l losses) isDotted() bool {
	const most = 60
	from, to := l.validation[0].X, l.validation[len(l.validation)-1].X
	steps := map[float64]bool{} // of either loss
	for _, xy := range slices.Concat(l.training, l.validation) {
		if xy.X >= from && xy.X <= to {
			steps[xy.X] = true
		}
	}
	return 2*len(l.validation) <= len(steps)+1 && len(l.validation) <= most
}

// draw draws the losses, under a note that says what a title may, which can be left out.
func (l losses) draw(pg *page.Page) {
	const gap, leastOfTwo = 5, 310 // under the note, and the height of two panels with it
	tell(pg, l.notes)
	for _, c := range l.curves() {
		for _, xy := range c.XYs { // and not in the units of an axis
			pg.Record("series", c.Name, l.axis, xy.X, "loss"+l.unit, xy.Y)
		}
	}
	whole, closer := l.whole(), l.closer()
	name, nearName := inUnits("loss"+l.unit, l.power(whole)), inUnits("loss"+l.unit+", closer up", l.power(closer))
	if whole.logY {
		name = "loss" + l.unit + ", on a logarithmic axis"
	}
	if closer.isAlone {
		nearName = "validation " + nearName
	}
	isTwice := l.twice && !(pg.Column && pg.Max.Y-pg.Min.Y < leastOfTwo)
	if l.twice && !isTwice {
		pg.NoRoom("the panel", "closer up")
	}
	note := l.note(pg.Title())
	hasPeaks := func(c page.Curve) bool { return closer.peaks(c.XYs) != nil }
	if isTwice && slices.ContainsFunc(closer.shows(l.curves()), hasPeaks) {
		note += "; arrowheads: peaks beyond the panel"
	}
	pg = pg.Note(note, page.Small(page.Muted)).Below(gap)
	if !isTwice {
		pg.Panel(l.chart(pg, whole), name)
		return
	}
	first, second := pg.Halves()
	all, near := l.chart(first, whole), l.chart(second, closer)
	if pg.Column {
		pg.Align(all, near)
	}
	first.Panel(all, name)
	second.Panel(near, nearName)
}

// note says what the lowest validation loss is, how to read the lines, and what a title does not say.
func (l losses) note(title string) string {
	low := l.validation[l.least()]
	note := "validation: " + l.number()(low.Y)
	if l.unit != "" {
		note = "validation loss: " + l.number()(low.Y) + strings.Replace(l.unit, ", ", "\u00a0", 1)
	}
	if !l.isConstant() {
		note = "lowest " + note
		if at := l.at(low); !strings.Contains(title, at) {
			note += " " + at
		}
	}
	if title == "" && l.breaks != "" {
		note += "; " + l.breaks
	}
	switch l.infinite {
	case 0:
	case 1:
		note += "; infinite loss left out"
	default:
		note += "; infinite losses left out"
	}
	if beyond := l.beyond(); beyond != "" {
		note += "; beyond the panel: " + beyond
	}
	if measured := l.measured(); measured != "" {
		note += "; measured " + measured
	}
	switch {
	case l.isDotted():
		note += "; dots: measured"
	case l.hasGaps():
		note += "; gaps: no number"
	}
	return note
}

// beyond says which curves begin above the panel, and where.
func (l losses) beyond() string {
	const long = 1e6
	var all []string
	for _, c := range l.curves() {
		switch first := c.XYs[0].Y; {
		case first <= l.whole().y1:
		case first < long:
			all = append(all, c.Name+" from "+page.Number(first))
		default:
			all = append(all, c.Name+" from "+timesPower(first, 1))
		}
	}
	return strings.Join(all, ", ")
}

// curves are the losses as far as a page can show them.
func (l losses) curves() []page.Curve {
	return []page.Curve{
		{Name: "training", XYs: thinned(l.training), Ink: page.Blue},
		{Name: "validation", XYs: thinned(l.validation), Ink: page.Orange},
	}
}

// measured says from where and up to where there are validation losses, where training begins earlier
// or goes on; "" where it does not.
func (l losses) measured() string {
	var parts []string
	before, after := l.lacks()
	if before {
		parts = append(parts, strings.Replace(l.at(l.validation[0]), "at", "from", 1))
	}
	if after {
		parts = append(parts, l.upTo())
	}
	return strings.Join(parts, " ")
}

// lacks says whether validation losses begin later than those of training, or end earlier, by more than
// from one of them to the next.
func (l losses) lacks() (before, after bool) {
	t, v, last := l.training, l.validation, len(l.validation)-1
	return v[0].X-t[0].X > further*(v[1].X-v[0].X), t[len(t)-1].X-v[last].X > further*(v[last].X-v[last-1].X)
}

// hasGaps says whether gaps tell where validation loss was not measured.
func (l losses) hasGaps() bool {
	return !l.isDotted() && l.infinite == 0 && len(runs(l.validation)) > 1
}

// chart has the curves in a window, the thinner line over the other, or it is hidden, unless its noise
// would hide the other, and dots over both. The dot at the lowest has no rim, which would seem to be a gap.
func (l losses) chart(pg *page.Page, w window) *page.Chart {
	const lone = 1.9 // is the radius of a point between gaps
	ch := l.axes(pg, w)
	low, curves := l.validation[l.least()], l.curves()
	drop := page.Curve{XYs: plotter.XYs{{X: low.X, Y: w.y0}, low}}
	if !l.isConstant() {
		ch.Segment("", low.X, w.y0, low.X, low.Y, page.Muted, page.Hair, 3, 3)
	}
	lines := [][]plotter.XYs{runs(l.training), runs(l.validation)}
	var dots plotter.XYs
	if l.isDotted() {
		dots = curves[1].XYs
		lines[1] = []plotter.XYs{dots}
	}
	shown, order := w.shows(curves), []int{1, 0}
	thick := []vg.Length{thickness(ch, curves[0].XYs, page.Thin), thickness(ch, curves[1].XYs, page.Thick)}
	switch {
	case w.isAlone:
		order = []int{1}
	case thick[0] < page.Thin:
		order = []int{0, 1}
	}
	for _, i := range order {
		for _, line := range lines[i] {
			if last := line[len(line)-1]; last.X == w.x0 || last.X > w.x0 && len(line) == 1 {
				ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, last.X, last.Y), lone, curves[i].Ink) })
			}
			ch.Line("", thinned(line), curves[i].Ink, thick[i])
		}
	}
	ch.Layer(func(pg *page.Page) {
		drawArrowheads(pg, ch, w, shown)
		for _, xy := range dots {
			if xy.X >= w.x0 && xy.Y <= w.y1 {
				pg.Disc(ch.Point(pg, xy.X, xy.Y), lone, page.Orange)
			}
		}
	})
	ch.NameCurves(append([]page.Curve{drop}, shown...), w.across(0.75), pg.Crowded())
	if !l.isConstant() {
		ch.Layer(func(pg *page.Page) { pg.Disc(ch.Point(pg, low.X, low.Y), 2.8, page.Orange) })
	}
	return ch
}

// axes returns a chart of a window. Many steps are in thousands, millions and so on.
func (l losses) axes(pg *page.Page, w window) *page.Chart {
	const many = 1e5
	unit := 1.
	if !w.logX && w.x1 >= many {
		unit = math.Pow10(3 * int(math.Log10(w.x1)/3))
	}
	ch := pg.NewChart(inUnits(l.axis, unit), w.x0, w.x1, w.y0, w.y1)
	isPart := func(xy plotter.XY) bool { return xy.X != math.Round(xy.X) }
	switch {
	case w.logX:
		ch.LogX(1)
	case unit > 1 || slices.ContainsFunc(slices.Concat(l.training, l.validation), isPart):
		ch.X.Tick.Marker = page.Scaled{Ticker: page.Ticks(5), Unit: unit}
	default:
		ch.X.Tick.Marker = page.WholeTicks(5)
	}
	if ch.Y.Tick.Marker = (page.Scaled{Ticker: lossTicks, Unit: l.power(w)}); w.logY {
		ch.Y.Scale, ch.Y.Tick.Marker = plot.LogScale{}, lossLogTicks
	}
	return ch
}

// across returns the step that is a part of the way from the left of a window.
func (w window) across(part float64) float64 {
	if w.logX {
		return w.x0 * math.Pow(w.x1/w.x0, part)
	}
	return w.x0 + part*(w.x1-w.x0)
}

// drawArrowheads draws one at the upper edge of a chart for each peak of a curve beyond its window that
// is not too near to another of the curve, and those of different curves side by side.
func drawArrowheads(pg *page.Page, ch *page.Chart, w window, curves []page.Curve) {
	const half, high, apart = 3.2, 7, 7
	var taken []vg.Length
	for _, c := range curves {
		last := pg.Min.X - apart
		for _, peak := range w.peaks(c.XYs) {
			x := max(pg.Min.X+half, ch.Point(pg, peak.X, peak.Y).X) // off the axis
			if x < last+apart {
				continue
			}
			last = x
			isOver := func(other vg.Length) bool { return other > x-apart && other < x+apart }
			for slices.ContainsFunc(taken, isOver) {
				x++
			}
			low := pg.Max.Y - high
			pg.FillPolygon(c.Ink, []vg.Point{{X: x - half, Y: low}, {X: x + half, Y: low}, {X: x, Y: pg.Max.Y}})
			taken = append(taken, x)
		}
	}
}

const further = 1.5 // than from one step to the next are those with a gap between them

// runs are the parts of a curve between gaps, where steps are missing: they are further apart there
// than before and behind.
func runs(xys plotter.XYs) (all []plotter.XYs) {
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
	within := func(y float64) float64 { return max(0, min(1, ch.Y.Norm(y))) }
	for i, xy := range xys {
		if i > 0 && xys[i-1].X >= ch.X.Min {
			travel += math.Abs(within(xy.Y) - within(xys[i-1].Y))
		}
	}
	return max(thinnest, min(1, smooth/vg.Length(travel))) * most
}
