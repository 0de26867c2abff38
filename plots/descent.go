package main

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	datasets "crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

var descent = figure{
	name:         "descent",
	title:        "Plain steps crawl along the valley that momentum runs down",
	alt:          descentAlt,
	height:       300,
	columnHeight: 590,
	draw:         drawDescent,
	takes:        "-base",
}

// A valley is a loss of two weights, and what is found out about it.
type valley struct {
	problem         learn.Problem
	plain, momentum []stop // after each step, the first at no step
	least           stop   // where the loss is lowest
	contours        []contour
}

// A stop is a pair of weights and what they cost.
type stop struct {
	plotter.XY
	loss info.Bits
}

// A contour is where the loss is level.
type contour struct {
	level info.Bits
	ring  plotter.XYs
}

const walked = 200 // steps

// tumourValley is that of the mean radius and the mean perimeter of tumours,
// which are nearly proportional: what one weight adds the other can take away.
var tumourValley = sync.OnceValue(func() (v valley) {
	const radius, perimeter = 0, 2
	data := datasets.Tumours()
	for i, x := range data.X {
		data.X[i] = []float64{x[radius], x[perimeter]}
	}
	data.X = learn.ScaleOf(data.X).Apply(data.X)
	v.problem = learn.Problem{Data: data, Pinned: true, NoBias: true}
	var all sync.WaitGroup
	all.Go(func() { learn.Descend(v.problem, walked, watch(&v.plain)) })
	lowest, _ := learn.Accelerate(v.problem, 1e-5, watch(&v.momentum))
	v.least = v.momentum[len(v.momentum)-1]
	v.contours = []contour{{level: 1}, {level: 0.8}, {level: 0.6}, {level: 0.45}, {level: 0.35}}
	for i := range v.contours {
		all.Go(func() {
			for _, w := range v.problem.Contour(lowest, v.contours[i].level.Nats()) {
				// to six decimals, which are the same on every processor
				xy := plotter.XY{X: math.Round(1e6*w[0]) / 1e6, Y: math.Round(1e6*w[1]) / 1e6}
				v.contours[i].ring = append(v.contours[i].ring, xy)
			}
		})
	}
	all.Wait()
	return v
})

// watch keeps the stops of a walk.
func watch(all *[]stop) learn.Watch {
	return func(_ int, m learn.Linear, objective info.Nats) bool {
		w := m.Weights[0]
		*all = append(*all, stop{plotter.XY{X: w[0], Y: w[1]}, objective.Bits()})
		return true
	}
}

func descentAlt(ex example) string {
	v := tumourValley()
	plain, momentum := v.plain[walked], v.momentum[walked]
	return fmt.Sprintf("Contours of the mean cross entropy of 569 tumours over two weights, of the "+
		"mean radius and of the mean perimeter, which are nearly proportional: a long, narrow "+
		"valley. Two paths start at weights of 0, where the loss is %s, with steps of 1/L. After "+
		"%d steps, plain gradient descent is at %s with %s, and with momentum it is at %s with %s, "+
		"near the lowest point, %s at %s.",
		ex.write(v.plain[0].loss), walked, plain, ex.write(plain.loss), momentum, ex.write(momentum.loss),
		ex.write(v.least.loss), v.least)
}

// String writes where the stop is.
func (s stop) String() string {
	tenths := func(x float64) string { return page.Number(math.Round(10*x) / 10) }
	return fmt.Sprintf("(%s, %s)", tenths(s.X), tenths(s.Y))
}

const radiusAxis, perimeterAxis = "weight of the mean radius", "weight of the mean perimeter"

func drawDescent(pg *page.Page, ex example) {
	v := tumourValley()
	slow, fast := v.plain[walked], v.momentum[walked]
	first, second := pg.Halves()

	whole := first.NewChart(radiusAxis, 0, 8, -3, 32)
	v.drawContours(whole, ex.base)
	ex.path(whole, "with momentum", v.momentum[:walked+1], page.Blue)
	ex.path(whole, "plain steps", v.plain[:walked+1], page.Orange)
	nameBelow(whole, v.least.X, 12.5, v.least, "lowest:\n"+ex.cost(v.least), page.Body(page.Plain))
	nameBelow(whole, fast.X, 4.5, fast, "momentum:\n"+ex.cost(fast), page.Bold(page.Blue))
	drawLevel(first, whole, "")

	near := second.NewChart(radiusAxis, 0, 2.9, -0.5, 4.2)
	v.drawContours(near, ex.base)
	ex.path(near, "", v.momentum[:walked+1], page.Blue)
	ex.path(near, "", v.plain[:walked+1], page.Orange)
	near.Dot(slow.X, slow.Y, page.Orange)
	near.Dot(0, 0, page.Plain)
	near.Label(0, 0, -8, -5, "start: "+ex.cost(v.plain[0]), page.Style{}.Right())
	near.Label(slow.X, slow.Y, 9, 7, "plain:\n"+ex.cost(slow), page.Bold(page.Orange))
	near.Label(-0.75, 0.5, 0, 0, "a dot every\n10 steps", page.Small(page.Muted).Right())
	drawLevel(second, near, ", closer up")
}

// drawLevel draws a chart whose axes have equal scales, so that a step goes straight across
// a contour where it is one of descent.
func drawLevel(pg *page.Page, ch *page.Chart, aside string) {
	below := pg.Caption(perimeterAxis+aside, "").Below(12)
	ch.EqualScales(below)
	ch.DrawOn(below)
}

func (v valley) drawContours(ch *page.Chart, b base) {
	for _, c := range v.contours {
		ch.Layer(func(pg *page.Page) { c.draw(pg, ch, b) })
	}
}

// cost writes the loss of a stop.
func (b base) cost(s stop) string { return page.Decimals(b.in(s.loss), 3) }

// draw draws the contour, shades what lies lower, and writes the level at the top.
func (c contour) draw(pg *page.Page, ch *page.Chart, b base) {
	level := float64(c.level)
	var pts []vg.Point
	for _, xy := range c.ring {
		pts = append(pts, ch.Point(pg, xy.X, xy.Y))
		pg.Record("series", "contour", radiusAxis, xy.X, perimeterAxis, xy.Y, "loss, "+b.units(), b.in(c.level))
	}
	pg.FillPolygon(page.Shade(0.25*(1-level)+0.04), pg.ClipPolygonXY(pts))
	var right vg.Length
	for _, piece := range pg.ClipLinesXY(pts) {
		pg.StrokeLines(page.Muted.Line(page.Hair), piece)
		for _, pt := range piece {
			if pt.Y > pg.Max.Y-0.01 {
				right = max(right, pt.X)
			}
		}
	}
	name := page.Decimals(b.in(c.level), 2)
	if level == 1 {
		name = b.withUnit(name)
	}
	hasRoom := c.level > 0.4 && !(b.e && c.level == 0.8) // nats have more digits
	if right > 0 && hasRoom {
		pg.Write(right, pg.Max.Y+7, name, page.Small(page.Muted).Center())
	}
}

// nameBelow draws a stop, a line from it to a point, and its name below that.
func nameBelow(ch *page.Chart, x, y float64, s stop, says string, st page.Style) {
	down := -float64(st.Leading()) * float64(1+strings.Count(says, "\n")) / 2
	ch.Segment("", x, y, s.X, s.Y, st.Ink, page.Hair)
	ch.Dot(s.X, s.Y, st.Ink)
	ch.Label(x, y, 0, down-3, says, st.Center())
}

// path draws a path, with a dot at every tenth stop.
func (b base) path(ch *page.Chart, series string, all []stop, k page.Ink) {
	ch.Layer(func(pg *page.Page) {
		var pts []vg.Point
		for step, s := range all {
			pts = append(pts, ch.Point(pg, s.X, s.Y))
			pg.Record("series", series, "step", step, radiusAxis, s.X, perimeterAxis, s.Y,
				"loss, "+b.units(), b.in(s.loss))
		}
		pg.StrokeLines(k.Line(page.Thin), pg.ClipLinesXY(pts)...)
		for step := 0; step < len(pts); step += 10 {
			if pg.Contains(pts[step]) {
				pg.Disc(pts[step], 2, k)
			}
		}
	})
}
