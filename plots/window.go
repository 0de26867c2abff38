package main

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

// A window is a part of the plane, of which either axis may be logarithmic.
type window struct {
	x0, x1, y0, y1 float64
	logX, logY     bool
}

// window is that of the losses: on a logarithmic axis if they differ a hundredfold, unless the rise of
// validation loss after its lowest is seen without; and else with the top cut off, where that is three
// fifths of the height at least.
func (l losses) window() window {
	const far, part, least = 100, 2. / 5, 1e-99
	w := l.extent()
	cut, rises, ok := l.cutOff(w)
	switch whole := w.padded(); {
	case !rises && w.y0 > least && w.y1 >= far*w.y0:
		w.logY = true
		return w.padded()
	case ok && cut.y1-cut.y0 <= part*(whole.y1-whole.y0):
		return cut
	default:
		return whole
	}
}

// extent is the window that the losses fill. Steps are on a logarithmic axis where the last is a hundred
// times the first and most of them lie in the first tenth of another, which begins at 0 where the first
// is near it.
func (l losses) extent() (w window) {
	const near, far = 0.06, 100
	steps := l.validation
	w.x0, w.x1, w.y0, w.y1 = plotter.XYRange(slices.Concat(l.training, l.validation))
	w.x1 = max(w.x1, l.last)
	w.logX = w.x0 > 0 && w.x1 >= far*w.x0 && steps[len(steps)/2].X < w.x1/10
	if !w.logX && w.x0 > 0 && w.x0 < near*w.x1 {
		w.x0 = 0
	}
	return w
}

// cutOff cuts off at a tick what lies over all losses from the lowest of validation on, or from the end of
// the first quarter if that comes before, where the rise of validation loss after its lowest is a twelfth
// of what is left or more, as it says: no further than makes it a sixth. Else it is the first eighth that
// it cuts off at most. Nothing is left to cut off over losses that are all the same.
func (l losses) cutOff(w window) (cut window, rises, ok bool) {
	const quarter, eighth, clear, visible, room = 0.25, 0.125, 6, 12, 1.05
	rise := final(l.validation).Y - l.lowest().Y
	top := l.highest(w, quarter)
	span := max(top-w.y0, min(w.y1-w.y0, clear*rise))
	if rises = rise > 0 && span <= visible*rise; !rises {
		top, span = l.highest(w, eighth), 0
	}
	cut = w
	cut.y1 = w.y0 + max(room*(top-w.y0), span)
	cut.y0 = cut.padded().y0
	step := lossTicks.Step(cut.y0, cut.y1)
	cut.y1 = step * math.Ceil(cut.y1/step-1e-9) // at which curves are seen to go on
	return cut, rises, top > w.y0
}

// highest is how high the curves are at most from that part of a window on, or from the lowest of
// validation if that comes before.
func (l losses) highest(w window, part float64) float64 {
	from := w.x0 + part*(w.x1-w.x0)
	if w.logX {
		from = w.x0 * math.Pow(w.x1/w.x0, part)
	}
	from = min(from, l.lowest().X)
	top := math.Inf(-1)
	for _, curve := range []plotter.XYs{l.training, l.validation} {
		for i, xy := range curve {
			switch {
			case xy.X >= from:
				top = max(top, xy.Y)
			case i+1 < len(curve) && curve[i+1].X > from: // between which the line goes on
				next := curve[i+1]
				top = max(top, xy.Y+(next.Y-xy.Y)*(from-xy.X)/(next.X-xy.X))
			}
		}
	}
	return top
}

// padded leaves room over what is drawn, and under it, down to a tick, which tells that the axis does
// not begin at 0.
func (w window) padded() window {
	const room, under = 0.05, 0.02
	if w.logY {
		times := math.Pow(w.y1/w.y0, room)
		w.y0, w.y1 = w.y0/times, w.y1*times
		return w
	}
	high, least := cmp.Or(w.y1-w.y0, math.Abs(w.y1), 1), math.Inf(-1)
	if w.y0 >= 0 {
		least = 0
	}
	w.y0, w.y1 = max(least, w.y0-under*high), w.y1+room*high
	for range 3 { // ticks are further apart on a longer axis
		step := lossTicks.Step(w.y0, w.y1)
		w.y0 = step * math.Floor(w.y0/step+1e-9)
	}
	return w
}

// lossTicks is about how many ticks the axis of losses has.
const lossTicks = page.Ticks(7)

// newChart returns an empty chart of a window.
func (l losses) newChart(pg *page.Page, w window) *page.Chart {
	isPart := func(xy plotter.XY) bool { return xy.X != math.Round(xy.X) }
	unit := unitOf(w.x0, w.x1)
	if w.logX {
		unit = 1
	}
	ch := pg.NewChart(inUnits(l.axis, unit), w.x0, w.x1, w.y0, w.y1)
	switch {
	case w.logX:
		ch.LogX(1)
	case unit > 1 || slices.ContainsFunc(slices.Concat(l.training, l.validation), isPart):
		ch.X.Tick.Marker = page.Scaled{Ticker: page.Ticks(5), Unit: unit}
	default:
		ch.X.Tick.Marker = page.WholeTicks(8)
	}
	if w.logY {
		ch.Y.Scale, ch.Y.Tick.Marker = plot.LogScale{}, page.LogTicks(3)
	} else {
		ch.Y.Tick.Marker = page.Scaled{Ticker: lossTicks, Unit: unitOf(w.y0, w.y1)}
	}
	return ch
}

// unitOf is the power of a thousand in which numbers between two are written where they are very small
// or large, and else 1.
func unitOf(from, to float64) float64 {
	const small, large = 1e-3, 1e5
	highest := max(math.Abs(from), math.Abs(to))
	if highest >= small && highest < large {
		return 1
	}
	return math.Pow10(3 * int(math.Floor(math.Log10(highest)/3)))
}

// inUnits names an axis, and the unit of its numbers.
func inUnits(name string, unit float64) string {
	if unit == 1 {
		return name
	}
	return name + ",\u00a0×\u00a010^{" + page.Number(math.Round(math.Log10(unit))) + "}"
}
