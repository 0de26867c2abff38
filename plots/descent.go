package main

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

var descent = figure{
	name:   "descent",
	title:  "Plain steps crawl along the valley that momentum runs down",
	alt:    descentAlt,
	height: 350,
	draw:   drawDescent,
}

func descentAlt(example) string {
	v := tumourValley()
	plain, momentum := v.plain[walked], v.momentum[walked]
	return fmt.Sprintf("Contours of the mean cross entropy of 569 tumours over two weights, of the "+
		"mean radius and of the mean perimeter, which are nearly proportional: a long, narrow "+
		"valley. Two paths start at weights of 0, where the loss is %v, with steps of 1/L. After "+
		"%d steps, plain gradient descent is at %s with %v, and with momentum it is at %s with %v, "+
		"near the lowest point, %v at %s. Plain steps take %d to come as low.",
		v.plain[0].loss, walked, plain, plain.loss, momentum, momentum.loss,
		v.least.loss, v.least, v.catchesUp())
}

// String writes where the stop is.
func (s stop) String() string {
	tenths := func(x float64) string { return number(math.Round(10*x) / 10) }
	return fmt.Sprintf("(%s, %s)", tenths(s.X), tenths(s.Y))
}

func drawDescent(pg *page) {
	v := tumourValley()
	slow, fast := v.plain[walked], v.momentum[walked]
	p := axes(-26, 8, -3, 32)
	p.X.Label.Text = "weight of the mean radius"
	for _, l := range v.contours {
		p.Add(layer(l.draw))
	}
	p.Add(
		walk("with momentum", v.momentum[:walked+1], blue),
		walk("plain steps", v.plain[:walked+1], orange),
		above(v.least.X, 17, v.least, "lowest:\n"+v.least.loss.String(), plain),
		above(fast.X, 10, fast, after("steps with momentum", fast), blue),
		label(-4.2, slow.Y, -4, 0, after("plain steps", slow),
			style{ink: orange, bold: true, align: draw.XRight}),
		segment(-4.2, slow.Y, slow.X, slow.Y, orange, hair),
		dot(slow.X, slow.Y, orange),
		dot(0, 0, plain),
		label(0, 0, -8, -6, "start: "+v.plain[0].loss.String(), style{align: draw.XRight}),
	)
	pg.names("weight of the mean radius", "weight of the mean perimeter")
	pg.write(pg.Max.X, pg.Max.Y-5, "a dot every 10 steps", style{ink: muted, align: draw.XRight})
	p.Draw(pg.below(captionHeight + 12).Canvas)
}

// draw draws the contour, shades what lies lower, and writes the level where
// the contour leaves at the top.
func (l contourLine) draw(c draw.Canvas, p *plot.Plot) {
	ring := l.record(c, p)
	c.FillPolygon(shade(0.25*(1-float64(l.level))+0.04), c.ClipPolygonXY(ring))
	var right vg.Length
	for _, piece := range c.ClipLinesXY(ring) {
		c.StrokeLines(draw.LineStyle{Color: muted, Width: hair}, piece)
		for _, pt := range piece {
			if pt.Y > c.Max.Y-0.01 {
				right = max(right, pt.X)
			}
		}
	}
	name := number(float64(l.level))
	if l.level == 1 {
		name += " bit"
	}
	write(c, right, c.Max.Y+7, name, style{ink: muted, size: tickSize, align: draw.XCenter})
}

// record makes the contour a series of the figure's data, and returns where it
// lies.
func (l contourLine) record(c draw.Canvas, p *plot.Plot) (ring []vg.Point) {
	s := sheetOf(c)
	for _, xy := range l.ring {
		ring = append(ring, pointOf(c, p, xy.X, xy.Y))
		s.data = append(s.data, []cell{
			word("series", "contour"), exact(s.x, xy.X), exact(s.y, xy.Y),
			exact("loss, bits", float64(l.level)),
		})
	}
	return ring
}

// after says what a path has come to.
func after(path string, s stop) string {
	return fmt.Sprintf("%s,\nafter %d: %v", path, walked, s.loss)
}

// above draws a stop over what is said of it at a point.
func above(x, y float64, s stop, says string, k ink) layer {
	st := style{ink: k, bold: k != plain, align: draw.XCenter}
	down := -st.lead() * vg.Length(1+strings.Count(says, "\n")) / 2
	layers := []layer{
		segment(x, y, s.X, s.Y, k, hair), dot(s.X, s.Y, k), label(x, y, 0, down-3, says, st),
	}
	return func(c draw.Canvas, p *plot.Plot) {
		for _, l := range layers {
			l(c, p)
		}
	}
}

// walk draws a path, with a dot at every tenth stop, and makes it a series of the
// figure's data.
func walk(series string, all []stop, k ink) layer {
	return func(c draw.Canvas, p *plot.Plot) {
		var pts []vg.Point
		sheet := sheetOf(c)
		for step, s := range all {
			pts = append(pts, pointOf(c, p, s.X, s.Y))
			sheet.data = append(sheet.data, []cell{
				word("series", series), exact("step", float64(step)),
				exact(sheet.x, s.X), exact(sheet.y, s.Y), exact("loss, bits", float64(s.loss)),
			})
		}
		c.StrokeLines(draw.LineStyle{Color: k, Width: thin}, pts)
		for step := 0; step < len(pts); step += 10 {
			c.DrawGlyph(draw.GlyphStyle{Color: k, Radius: 2, Shape: draw.CircleGlyph{}}, pts[step])
		}
	}
}
