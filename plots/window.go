package main

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

// A window is a part of the plane, of which either axis may be logarithmic.
type window struct {
	x0, x1, y0, y1 float64
	logX, logY     bool
	isAlone        bool // validation loss is, as that of training is far off
}

// shows returns those of the curves of training and of validation that are in the window.
func (w window) shows(curves []page.Curve) []page.Curve {
	if w.isAlone {
		return curves[1:]
	}
	return curves
}

// padded leaves room over what is drawn, up to a tick where one is near, and under it, down to a tick,
// which tells that the axis does not begin at 0.
func (w window) padded() window {
	const room, under = 0.05, 0.02
	if w.logY {
		const least, most = 1e-300, 1e300
		times, low := math.Pow(w.y1/w.y0, room), w.y0
		w.y0, w.y1 = max(least, low/times), min(w.y1*times, most)
		tick := lossLogTicks.Ticks(w.y0, w.y1)[0].Value
		for y0 := w.y0; tick > low*(1+1e-9) && y0 > least; y0 /= times {
			tick = lossLogTicks.Ticks(y0, w.y1)[0].Value
		}
		w.y0 = min(w.y0, tick)
		return w
	}
	high, least, top := w.y1-w.y0, math.Inf(-1), w.y1
	if high == 0 {
		high = 10
	}
	if w.y0 >= 0 {
		least = 0
	}
	w.y0, w.y1 = max(least, w.y0-under*high), top+room*high
	for range 3 { // ticks are further apart on a longer axis
		step := lossTicks.Step(w.y0, w.y1)
		w.y0 = step * math.Floor(w.y0/step+1e-9)
		if tick := step * math.Ceil(top/step-1e-9); tick-top < step/2 {
			w.y1 = max(w.y1, tick)
		}
	}
	return w
}

// whole is the window of all losses, on a logarithmic axis where they are of several orders of
// magnitude, or of one and most of them would lie at the foot of another axis, unless only the first are,
// which are beyond it then. Steps begin at 0 where the first is near it.
func (l losses) whole() window {
	const far, foot, near, huge = 100, 0.05, 0.06, 10 // from the least to the largest, from 0 to the first step, and a first loss to others
	xs, ys := coordinates(slices.Concat(l.training, l.validation))
	w := window{x0: floats.Min(xs), x1: max(l.last, floats.Max(xs)), y0: floats.Min(ys), y1: floats.Max(ys)}
	if w.logX = l.onLogarithm(w); !w.logX && w.x0 > 0 && w.x0 < near*w.x1 {
		w.x0 = 0
	}
	slices.Sort(ys)
	median := ys[len(ys)/2]
	isFar := func(y1 float64) bool {
		return y1 >= far*w.y0 || y1 >= huge*w.y0 && median-w.y0 < foot*(y1-w.y0)
	}
	if w.logY = w.y0 > 0 && isFar(w.y1); w.logY {
		_, rest := coordinates(slices.Concat(l.training[1:], l.validation[1:]))
		beyond := huge * floats.Max(rest)
		usual := slices.DeleteFunc(ys, func(y float64) bool { return y > beyond })
		if high := floats.Max(usual); !isFar(high) {
			w.y1, w.logY = high, false
		}
	}
	return w.padded()
}

// turnsUp says whether validation loss does after its lowest, as it is drawn, by more than its scatter
// explains.
func (l losses) turnsUp() bool {
	return trend(l.seen(l.validation[l.least()+1:])) > luckOfTrends
}

// risen is where validation loss gets to after its lowest, but for the highest tenth.
func (l losses) risen() float64 {
	const nearly = 0.9
	_, ys := coordinates(l.validation[l.least():])
	last := ys[len(ys)-1]
	slices.Sort(ys)
	return max(last, stat.Quantile(nearly, stat.Empirical, ys, nil))
}

// closer is the window of what follows on the first fall: from where validation loss is nearer to its
// lowest than a tenth of the fall, and than twice what it turns up by. Where training losses are so far
// off that the other curve would be flat, it has none. It leaves out a few peaks at most.
func (l losses) closer() window {
	const part, multiple, flat = 0.1, 2, 4
	const each, most, little = 20, 10, 1.25 // of so many losses one is a peak, and so many in all, if so much higher
	v, low, whole := l.validation, l.lowest(), l.whole()
	reach := part * (min(v[0].Y, whole.y1) - low.Y)
	if l.turnsUp() {
		reach = min(reach, multiple*(l.risen()-low.Y))
	}
	near := max(v[len(v)-1].Y, low.Y+reach)
	w := window{x0: v[slices.IndexFunc(v, func(xy plotter.XY) bool { return xy.Y <= near })].X, x1: whole.x1}
	if w.logX = l.onLogarithm(w); !w.logX {
		const parts = page.Ticks(50)
		step := parts.Step(whole.x0, whole.x1)
		w.x0 = min(step*math.Ceil(w.x0/step-1e-9), low.X)
	}
	around := func(curves ...plotter.XYs) (y0, y1 float64) {
		var all []float64
		top := low.Y
		for _, xys := range curves {
			isBefore := func(xy plotter.XY) bool { return xy.X < w.x0 }
			if _, ys := coordinates(slices.DeleteFunc(slices.Clone(xys), isBefore)); len(ys) > 0 {
				all, top = append(all, ys...), max(top, ys[0], ys[len(ys)-1])
			}
		}
		slices.Sort(all)
		usual := max(top, all[len(all)-1-min(len(all)/each, most)])
		peaks, _ := slices.BinarySearch(all, all[0]+little*(usual-all[0]))
		return all[0], max(top, all[max(0, peaks-1)])
	}
	w.y0, w.y1 = around(v)
	y0, y1 := around(v, l.training)
	if w.isAlone = y1-y0 > flat*(w.y1-w.y0); !w.isAlone {
		w.y0, w.y1 = y0, y1
	}
	return w.padded()
}

// hasTwoPanels says whether what follows on the first fall is worth a second panel: validation loss
// turns up there, by less than a twelfth of the height of the whole.
func (l losses) hasTwoPanels() bool {
	const clear = 1. / 12
	whole, turn := l.whole(), l.seen(plotter.XYs{l.lowest(), {Y: l.risen()}})
	ends := l.seen(plotter.XYs{{Y: whole.y0}, {Y: whole.y1}})
	return l.turnsUp() && turn[1].Y-turn[0].Y < clear*(ends[1].Y-ends[0].Y)
}

// power is that of ten in which losses of a window are written where they are very small or large, and
// else 1: that of the lowest, unless this is far lower than others.
func (l losses) power(w window) float64 {
	const small, large, far = 1e-3, 1e5, 100
	highest, lowest := max(math.Abs(w.y0), math.Abs(w.y1)), math.Abs(l.lowest().Y)
	if w.logY || highest >= small && highest < large {
		return 1
	}
	if lowest < highest/far {
		lowest = highest
	}
	return math.Pow10(int(math.Floor(math.Log10(lowest))))
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

// lossTicks is about how many ticks the axis of losses has, and lossLogTicks is for a logarithmic one.
const (
	lossTicks    = page.Ticks(7)
	lossLogTicks = page.LogTicks(3)
)

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
