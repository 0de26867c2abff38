package main

import (
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

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

// thickness is that of a line, the thinner the more it goes up and down.
func (w window) thickness(xys plotter.XYs) vg.Length {
	const smooth, thinnest = 8, 0.7 // windows up and down
	var travel float64
	_, before := w.parts(xys[0])
	for _, xy := range xys {
		if right, up := w.parts(xy); right >= 0 {
			travel += math.Abs(up - before)
			before = up
		}
	}
	return max(thinnest, min(1, smooth/vg.Length(travel))*page.Thick)
}

// at is the point at parts of the axes, and parts are those of a point.
func (w window) at(right, up float64) (x, y float64) {
	scale := func(from, to, part float64, logarithmic bool) float64 {
		if logarithmic {
			return from * math.Pow(to/from, part)
		}
		return from + part*(to-from)
	}
	return scale(w.x0, w.x1, right, w.logX), scale(w.y0, w.y1, up, w.logY)
}

func (w window) parts(xy plotter.XY) (right, up float64) {
	scale := func(from, to, x float64, logarithmic bool) float64 {
		if logarithmic {
			return math.Log(x/from) / math.Log(to/from)
		}
		return (x - from) / (to - from)
	}
	return scale(w.x0, w.x1, xy.X, w.logX), scale(w.y0, w.y1, xy.Y, w.logY)
}

// dense returns points of a curve in the window, as close together as names keep clear of
// lines: one in each small part of the window that it passes.
func (w window) dense(xys plotter.XYs) (all plotter.XYs) {
	const across, upwards = 160, 50
	passed := map[[2]int]bool{}
	for i := range xys[1:] {
		right, up := w.parts(xys[i])
		nextRight, nextUp := w.parts(xys[i+1])
		n := 1 + int(min(1000, max(across*math.Abs(nextRight-right), upwards*math.Abs(nextUp-up))))
		for k := range n + 1 {
			part := float64(k) / float64(n)
			u, v := right+part*(nextRight-right), up+part*(nextUp-up)
			cell := [2]int{int(across * u), int(upwards * v)}
			if u < 0 || u > 1 || v < 0 || v > 1 || passed[cell] {
				continue
			}
			passed[cell] = true
			x, y := w.at(u, v)
			all = append(all, plotter.XY{X: x, Y: y})
		}
	}
	return all
}
