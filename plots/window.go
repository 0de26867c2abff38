package main

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

// A window is a part of the plane, of which either axis may be logarithmic.
type window struct {
	x0, x1, y0, y1 float64
	logX, logY     bool
}

// padded leaves room over what is drawn, and under it down to a tick, which tells that the axis
// does not begin at 0.
func (w window) padded() window {
	const above, under = 0.05, 0.02
	if w.logY {
		room := math.Pow(w.y1/w.y0, above)
		ticks := page.TicksAround(w.y0/room, w.y1*room)
		w.y0, w.y1 = ticks[0].Value, ticks[len(ticks)-1].Value
		return w
	}
	high, least := w.y1-w.y0, math.Inf(-1)
	if high == 0 {
		high = 10
	}
	if w.y0 >= 0 {
		least = 0
	}
	w.y0, w.y1 = max(least, w.y0-under*high), w.y1+above*high
	for range 3 { // ticks are further apart on a longer axis
		step := lossTicks.Step(w.y0, w.y1)
		w.y0 = step * math.Floor(w.y0/step+1e-9)
	}
	return w
}

// whole is the window of all losses, on a logarithmic axis where they are of several orders of
// magnitude, unless only the first are, which are beyond it then. Steps begin at 0 where the first is
// near it.
func (l losses) whole() window {
	const far, near, huge = 100, 0.06, 10 // from the least to the largest, from 0 to the first step, and a first loss to others
	xs, ys := coordinates(slices.Concat(l.training, l.validation))
	w := window{x0: floats.Min(xs), x1: max(l.last, floats.Max(xs)), y0: floats.Min(ys), y1: floats.Max(ys)}
	if w.logX = l.onLogarithm(w); !w.logX && w.x0 > 0 && w.x0 < near*w.x1 {
		w.x0 = 0
	}
	if w.logY = w.y0 > 0 && w.y1 >= far*w.y0; w.logY {
		_, rest := coordinates(slices.Concat(l.training[1:], l.validation[1:]))
		beyond := huge * floats.Max(rest)
		usual := slices.DeleteFunc(ys, func(y float64) bool { return y > beyond })
		if high := floats.Max(usual); high < far*w.y0 {
			w.y1, w.logY = high, false
		}
	}
	return w.padded()
}

// closer is the window of what follows on the first fall, from where both curves are within it. It
// leaves out a few peaks at most.
func (l losses) closer() window {
	const each, most, little = 20, 10, 1.25 // of so many losses one is a peak, and so many in all, if so much higher
	v, low, whole := l.validation, l.lowest(), l.whole()
	top := max(v[len(v)-1].Y, l.trained(low.X), low.Y+0.1*(min(v[0].Y, whole.y1)-low.Y))
	w := window{x0: whole.x0, x1: whole.x1}
	for _, xys := range []plotter.XYs{l.training, v} {
		w.x0 = max(w.x0, xys[slices.IndexFunc(xys, func(xy plotter.XY) bool { return xy.Y <= top })].X)
	}
	if w.logX = l.onLogarithm(w); !w.logX {
		const parts = page.Ticks(50)
		step := parts.Step(whole.x0, whole.x1)
		w.x0 = min(step*math.Ceil(w.x0/step-1e-9), low.X)
	}
	isBefore := func(xy plotter.XY) bool { return xy.X < w.x0 }
	_, ys := coordinates(slices.DeleteFunc(slices.Concat(l.training, v), isBefore))
	slices.Sort(ys)
	usual := max(top, ys[len(ys)-1-min(len(ys)/each, most)])
	w.y0 = ys[0]
	peaks, _ := slices.BinarySearch(ys, w.y0+little*(usual-w.y0))
	w.y1 = max(top, ys[max(0, peaks-1)])
	return w.padded()
}

// hasTwoPanels says whether what follows on the first fall is worth a second panel: validation loss
// turns up there, and it is at most half as high as the whole and begins above it.
func (l losses) hasTwoPanels() bool {
	whole, closer := l.whole(), l.closer()
	return !whole.logY && trend(l.validation[l.least()+1:]) > luckOfTrends &&
		closer.y0 > whole.y0 && closer.y1-closer.y0 <= (whole.y1-whole.y0)/2
}

// unit is the power of ten that losses are written in where they are very small or large, and else 1.
func (l losses) unit() float64 {
	const small, large = 1e-3, 1e5
	w := l.whole()
	highest := max(math.Abs(w.y0), math.Abs(w.y1))
	if w.logY || highest >= small && highest < large {
		return 1
	}
	return math.Pow10(int(math.Floor(math.Log10(highest))))
}

// inUnits names an axis, and the unit of its numbers.
func inUnits(name string, unit float64) string {
	if unit == 1 {
		return name
	}
	return name + "," + times(unit)
}

// times writes a unit behind a number.
func times(unit float64) string {
	if unit == 1 {
		return ""
	}
	return "\u00a0×\u00a010^{" + page.Number(math.Round(math.Log10(unit))) + "}"
}

// lossTicks is about how many ticks the axis of losses has.
const lossTicks = page.Ticks(7)

// peaks are the highest points of a curve where it leaves a window for a time.
func (w window) peaks(xys plotter.XYs) (all plotter.XYs) {
	isWithin := true // the point before
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
