package main

import (
	"math"

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
