package page

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Chart is a window of the plane with its axes, and what is drawn in it, layer
// upon layer. It has a horizontal grid, which stands in for the vertical axis.
type Chart struct {
	*plot.Plot
	page *Page
	logX bool
}

// NewChart returns an empty chart of a window. Its x axis is named x; the y axis
// is named by the caption of its panel.
func (pg *Page) NewChart(x string, x0, x1, y0, y1 float64) *Chart {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = x0, x1, y0, y1
	pg.rec.axis(&p.X)
	pg.rec.axis(&p.Y)
	p.X.Label.Text = x
	p.Y.LineStyle.Width, p.Y.Tick.LineStyle.Width = 0, 0
	ch := &Chart{Plot: p, page: pg}
	ch.Layer(ch.grid)
	return ch
}

// axis puts an axis in the house style, and leaves its labels where they are.
func (r *recorder) axis(a *plot.Axis) {
	tick := r.textStyle(Small(Muted))
	tick.XAlign, tick.YAlign = a.Tick.Label.XAlign, a.Tick.Label.YAlign
	name := r.textStyle(Style{}.Center())
	name.YAlign = draw.YBottom

	a.Padding = 0
	a.LineStyle = draw.LineStyle{Color: Muted, Width: Hair}
	a.Tick.LineStyle = a.LineStyle
	a.Tick.Length = 3.5
	a.Tick.Marker = Ticks(5)
	a.Tick.Label = tick
	a.Label.TextStyle = name
	a.Label.Padding = 3
}

// grid draws a hairline at each tick of the y axis.
func (ch *Chart) grid(pg *Page) {
	for _, t := range ch.Y.Tick.Marker.Ticks(ch.Y.Min, ch.Y.Max) {
		y := pg.Y(ch.Y.Norm(t.Value))
		pg.StrokeLine2(draw.LineStyle{Color: Faint, Width: Hair}, pg.Min.X, y, pg.Max.X, y)
	}
}

// LogX gives the x axis a logarithmic scale, with a tick for every n-th power of
// ten.
func (ch *Chart) LogX(n Decades) {
	ch.X.Scale, ch.X.Tick.Marker, ch.logX = plot.LogScale{}, n, true
}

// Panel draws a chart on the page, under a caption that names its y axis.
func (pg *Page) Panel(ch *Chart, caption string) {
	below := pg.Names(ch.X.Label.Text, caption, "")
	if !ch.logX {
		ch.DrawOn(below)
		return
	}
	// gonum/plot makes room for the name of a logarithmic axis as if the middle
	// of the axis were half of its end.
	name := ch.X.Label.Text
	ch.X.Label.Text = ""
	c := ch.DrawOn(below.Crop(0, 0, 15, 0))
	pg.Write((c.Min.X+c.Max.X)/2, pg.Min.Y+6, name, Style{}.Center())
}

// Names writes a caption, and names the axes of the data that are drawn next.
func (pg *Page) Names(x, caption, aside string) *Page {
	pg.rec.x, pg.rec.y = x, caption
	return pg.Caption(caption, aside)
}

// DrawOn draws the chart as large as a page, and returns the part that its window
// takes.
func (ch *Chart) DrawOn(pg *Page) *Page {
	ch.Draw(pg.Canvas)
	return ch.window(pg)
}

// window returns the part of a page that the chart's window takes.
func (ch *Chart) window(pg *Page) *Page { return pg.on(ch.DataCanvas(pg.Canvas)) }

// Point returns where on the page a point of the chart lies.
func (ch *Chart) Point(pg *Page, x, y float64) vg.Point {
	return vg.Point{X: pg.X(ch.X.Norm(x)), Y: pg.Y(ch.Y.Norm(y))}
}

// Ticks is about how many ticks an axis should have. They stand at multiples
// of 1, 2, 2.5 or 5 times a power of ten.
type Ticks int

// Ticks returns the ticks of an axis from lo to hi.
func (n Ticks) Ticks(lo, hi float64) (ts []plot.Tick) {
	step := roundStep((hi - lo) / float64(n))
	slack := 1e-9 * step // an end of the axis is on it, rounded or not
	for k := math.Ceil((lo - slack) / step); k*step <= hi+slack; k++ {
		ts = append(ts, plot.Tick{Value: k * step, Label: Number(k * step)})
	}
	return ts
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
	first := int(math.Ceil(math.Log10(lo)/float64(n) - slack))
	for k := first * int(n); float64(k) <= math.Log10(hi)+slack; k += int(n) {
		ts = append(ts, plot.Tick{Value: math.Pow10(k), Label: powerOfTen(k)})
	}
	return ts
}

// powerOfTen writes the small ones out.
func powerOfTen(k int) string {
	if k >= 0 && k <= 3 {
		return Number(math.Pow10(k))
	}
	return fmt.Sprintf("10^{%s}", Number(float64(k)))
}

// Number writes x to four significant digits, as a reader would: no trailing
// noughts, a minus for a minus, and an exponent only where x is tiny.
func Number(x float64) string {
	if size := math.Abs(x); size > 0 && size < 1e-4 {
		return strings.ReplaceAll(strconv.FormatFloat(x, 'g', 2, 64), "-", "−")
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 4, 64), 64)
	s := strconv.FormatFloat(rounded+0, 'f', -1, 64) // −0 + 0 is 0
	return strings.Replace(s, "-", "−", 1)
}

// Sample returns points of f over [a, b], closer together towards both ends,
// where the curves of this book are steep.
func Sample(f func(float64) float64, a, b float64) plotter.XYs {
	const n = 160
	xys := make(plotter.XYs, n+1)
	for i := range xys {
		x := min(b, a+(b-a)*(1-math.Cos(math.Pi*float64(i)/n))/2)
		xys[i] = plotter.XY{X: x, Y: f(x)}
	}
	return xys
}

// Spaced returns whole numbers from 1 to n that are about evenly spaced on a
// logarithmic axis, all of them where that has the room.
func Spaced(n int) (ks []int) {
	const apart = 1.06
	for k := 1; k < n; k = max(k+1, int(apart*float64(k))) {
		ks = append(ks, k)
	}
	return append(ks, n)
}
