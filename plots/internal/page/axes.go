package page

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg/draw"
)

// axis puts an axis in the house style, and leaves its labels where they are.
func (r *recorder) axis(a *plot.Axis) {
	tick := r.textStyle(Small(Muted))
	tick.XAlign, tick.YAlign = a.Tick.Label.XAlign, a.Tick.Label.YAlign
	name := r.textStyle(Body(Muted).Center())
	name.YAlign = draw.YBottom

	a.Padding = 0
	a.LineStyle = Muted.Line(Hair)
	a.Tick.LineStyle = a.LineStyle
	a.Tick.Length = 3.5
	a.Tick.Marker = Ticks(5)
	a.Tick.Label = tick
	a.Label.TextStyle = name
	a.Label.Padding = 3
}

// grid draws a hairline at each tick of the y axis but where the x axis lies.
func (ch *Chart) grid(pg *Page) {
	const nought = 1e-9
	for _, t := range ch.Y.Tick.Marker.Ticks(ch.Y.Min, ch.Y.Max) {
		if at := ch.Y.Norm(t.Value); at > nought {
			y := pg.Y(at)
			pg.StrokeLine2(Faint.Line(Hair), pg.Min.X, y, pg.Max.X, y)
		}
	}
}

// LogX gives the x axis a logarithmic scale, with a tick for every n-th power of
// ten.
func (ch *Chart) LogX(n Decades) {
	ch.X.Scale, ch.X.Tick.Marker = plot.LogScale{}, n
	ch.name, ch.X.Label.Text = ch.X.Label.Text, ""
}

// EqualScales moves the left end of the x axis until its units are as long as those of the
// y axis, where the chart is drawn on a page.
func (ch *Chart) EqualScales(pg *Page) {
	for range 2 { // the ticks at the ends move the window
		w := ch.window(pg)
		aspect := float64(w.Size().X / w.Size().Y)
		ch.X.Min = ch.X.Max - aspect*(ch.Y.Max-ch.Y.Min)
	}
}

// Ticks is about how many ticks an axis should have. They stand at multiples
// of 1, 2, 2.5 or 5 times a power of ten.
type Ticks int

// Step returns how far apart they are on an axis from lo to hi.
func (n Ticks) Step(lo, hi float64) float64 { return roundStep((hi - lo) / float64(n)) }

// Ticks returns the ticks of an axis from lo to hi.
func (n Ticks) Ticks(lo, hi float64) []plot.Tick {
	step := n.Step(lo, hi)
	slack := 1e-9 * step // an end of the axis is on it, rounded or not
	var all []float64
	for k := math.Ceil((lo - slack) / step); k*step <= hi+slack; k++ {
		all = append(all, k*step)
	}
	return labelled(all)
}

// Reaching returns about as many ticks of an axis from 0 to a top, of which the last is near the most
// that is drawn, and the end of the axis, which is above the top where only a tick there is near. They
// have the fewest decimals that they can, and then the lowest end.
func (n Ticks) Reaching(most, top float64) (best Ticks, end float64) {
	const more, near, decimals = 4, 0.95, 7
	fewest := decimals + 1
	for ticks := n; ticks < n+more; ticks++ {
		step, high := ticks.Step(0, top), top
		if step*math.Floor(top/step+1e-9) < near*most {
			high = step * math.Ceil(top/step)
		}
		if needed := DecimalsIn(decimals, step); needed < fewest || needed == fewest && high < end {
			best, end, fewest = ticks, high, needed
		}
	}
	return best, end
}

// labelled returns ticks at numbers, which have as many decimals each.
func labelled(all []float64) (ts []plot.Tick) {
	const most = 7
	decimals := DecimalsIn(most, all...)
	for _, x := range all {
		label := Number(x)
		if decimals > 0 {
			label = Fixed(x, decimals)
		}
		ts = append(ts, plot.Tick{Value: x, Label: label})
	}
	return ts
}

// WholeTicks are at whole numbers, as of epochs: at multiples of 1, 2, 2.5 or 5 times a power of ten, one
// more than it at most, or of long numbers four.
type WholeTicks int

// Ticks returns the ticks of an axis from lo to hi.
func (n WholeTicks) Ticks(lo, hi float64) []plot.Tick {
	if hi > 10_000 {
		n = min(n, 3)
	}
	for power := 1.; ; power *= 10 {
		for _, m := range []float64{1, 2, 2.5, 5} {
			if m*power != math.Round(m*power) {
				continue
			}
			var all []float64
			for k := math.Ceil(lo / (m * power)); k*m*power <= hi && len(all) <= int(n)+1; k++ {
				all = append(all, k*m*power)
			}
			if len(all) <= int(n)+1 {
				return labelled(all)
			}
		}
	}
}

// roundStep returns the smallest round number that is not below step.
func roundStep(step float64) float64 {
	power := math.Pow10(int(math.Floor(math.Log10(step))))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= step*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// Decades are ticks at the powers of ten whose exponents are multiples of it.
type Decades int

// Ticks returns the ticks of a logarithmic axis from lo to hi.
func (n Decades) Ticks(lo, hi float64) (ts []plot.Tick) {
	const slack = 1e-9 // an end of the axis is on it, rounded or not
	first := int(n) * int(math.Ceil(math.Log10(lo)/float64(n)-slack))
	small := 3 // are those that are written out, below 1 where all are
	if first >= -small && hi < 1e6 {
		small = 5
	}
	for k := first; float64(k) <= math.Log10(hi)+slack; k += int(n) {
		label := Number(math.Pow10(k))
		if k > small || k < 0 && first < -small {
			label = fmt.Sprintf("10^{%s}", Number(float64(k)))
		}
		ts = append(ts, plot.Tick{Value: math.Pow10(k), Label: label})
	}
	return ts
}

// LogTicks are those of a logarithmic axis: at the powers of ten, or some of many, and where these are
// as many as it, at three times them too, or where they are fewer, at two and five times, or where hardly
// any of these are, as on another axis.
type LogTicks int

// Ticks returns the ticks of a logarithmic axis from lo to hi.
func (n LogTicks) Ticks(lo, hi float64) (ts []plot.Tick) {
	const small, decades, slack = 4, 6, 1e-9 // the least exponent that asks for powers of ten, and few of them
	first, last := math.Log10(lo), math.Log10(hi)
	powers := Decades(1+int((last-first)/decades)).Ticks(lo, hi)
	digits := []float64{1, 2, 5}
	switch {
	case len(powers) > int(n):
		return powers
	case len(powers) == int(n):
		digits = []float64{1, 3}
	}
	inPowers := last >= small
	for k := math.Floor(first); k <= last; k++ {
		for _, digit := range digits {
			x := digit * math.Pow10(int(k))
			if x < lo*(1-slack) || x > hi*(1+slack) {
				continue
			}
			inPowers = inPowers || k <= -small
			label := Number(x)
			if inPowers && (k < 0 || k > 1) {
				label = strings.TrimPrefix(fmt.Sprintf("%v·10^{%s}", digit, Number(k)), "1·")
			}
			ts = append(ts, plot.Tick{Value: x, Label: label})
		}
	}
	if len(ts) < 2 {
		return Ticks(5).Ticks(lo, hi)
	}
	return ts
}

// Scaled are ticks whose numbers are in units of one, as on an axis of millions.
type Scaled struct {
	plot.Ticker
	Unit float64
}

// Ticks returns the ticks of an axis from lo to hi.
func (s Scaled) Ticks(lo, hi float64) []plot.Tick {
	ts := s.Ticker.Ticks(lo/s.Unit, hi/s.Unit)
	for i, t := range ts {
		ts[i].Value = min(max(lo, t.Value*s.Unit), hi)
	}
	return ts
}
