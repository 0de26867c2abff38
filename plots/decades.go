package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

// decades are ticks at the powers of ten whose exponents are multiples of it.
type decades int

// Ticks returns the ticks of a logarithmic axis from lo to hi.
func (n decades) Ticks(lo, hi float64) (ts []plot.Tick) {
	const slack = 1e-9 // an end of the axis is on it, rounded or not
	first := int(math.Ceil(math.Log10(lo)/float64(n) - slack))
	for k := first * int(n); float64(k) <= math.Log10(hi)+slack; k += int(n) {
		ts = append(ts, plot.Tick{Value: math.Pow10(k), Label: powerOfTen(k)})
	}
	return ts
}

// powerOfTen writes the small ones out.
func powerOfTen(k int) string {
	if k >= 0 && k <= 3 {
		return number(math.Pow10(k))
	}
	return fmt.Sprintf("10^{%s}", number(float64(k)))
}

// logarithmic gives an axis a logarithmic scale, with a tick for every n-th
// power of ten.
func logarithmic(a *plot.Axis, n decades) {
	a.Scale, a.Tick.Marker = plot.LogScale{}, n
}

// logPanel draws a plot as panel does. It names the x axis itself: gonum/plot
// makes room for the name as if the middle of the axis were half of its end.
func (pg *page) logPanel(p *plot.Plot, caption string) {
	name := p.X.Label.Text
	p.X.Label.Text = ""
	above := pg.crop(0, 0, 15, 0)
	above.names(name, caption)
	above = above.below(captionHeight)
	p.Draw(above.Canvas)
	c := p.DataCanvas(above.Canvas)
	pg.write((c.Min.X+c.Max.X)/2, pg.Min.Y+6, name, style{align: draw.XCenter})
}

// spaced returns whole numbers from 1 to n that are about evenly spaced on a
// logarithmic axis, all of them where that has the room.
func spaced(n int) (ks []int) {
	const apart = 1.06
	for k := 1; k < n; k = max(k+1, int(apart*float64(k))) {
		ks = append(ks, k)
	}
	return append(ks, n)
}
