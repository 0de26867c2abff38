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
}

// padded leaves room over what is drawn, and under it down to a tick, which tells that the axis
// does not begin at 0.
func (w window) padded() window {
	const part, ticks = 0.05, page.Ticks(5)
	if w.logY {
		room := math.Pow(w.y1/w.y0, part)
		ticks := page.TicksAround(w.y0/room, w.y1*room)
		w.y0, w.y1 = ticks[0].Value, ticks[len(ticks)-1].Value
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
	w := window{x0: floats.Min(xs), x1: max(l.last, floats.Max(xs)), y0: floats.Min(ys), y1: floats.Max(ys)}
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
	const before = 0.25             // the lowest, of what is after it
	v, low := l.validation, l.validation[l.least()]
	top := max(v[len(v)-1].Y, low.Y+0.1*(v[0].Y-low.Y))
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
		w.x0 = min(w.x0, low.X-before*(w.x1-low.X))
		step := stepTicks.Step(w.x0, w.x1)
		w.x0 = max(l.whole().x0, step*math.Floor(w.x0/step+1e-9))
	}
	return w.padded()
}

// hasTwoPanels says whether what follows on the first fall is worth a second panel: it is lower
// than the whole, of several points, and has the lowest well before its end.
func (l losses) hasTwoPanels() bool {
	const fewest = 5
	whole, closer := l.whole(), l.closer()
	hidden := slices.IndexFunc(l.validation, func(xy plotter.XY) bool { return xy.X >= closer.x0 })
	return !whole.logY && len(l.validation)-hidden >= fewest &&
		l.least() < len(l.validation)-1-len(l.validation)/20 && closer.y1-closer.y0 <= 0.6*(whole.y1-whole.y0)
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

// unitOfSteps is one thousand, a million and so on where steps are many, and else 1.
func (w window) unitOfSteps() float64 {
	const many = 1e5
	if w.logX || w.x1 < many {
		return 1
	}
	return math.Pow10(3 * int(math.Log10(w.x1)/3))
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
