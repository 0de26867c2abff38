package main

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// axes returns an empty plot over a window of the plane. It has a horizontal
// grid, which stands in for the vertical axis.
func axes(x0, x1, y0, y1 float64) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = nil
	p.X.Min, p.X.Max, p.Y.Min, p.Y.Max = x0, x1, y0, y1
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		house(a)
	}
	p.Y.LineStyle.Width, p.Y.Tick.LineStyle.Width = 0, 0
	p.Add(layer(grid))
	return p
}

// house puts an axis in the house style, and leaves its labels where they are.
func house(a *plot.Axis) {
	tick := style{ink: muted, size: tickSize}.text()
	tick.XAlign, tick.YAlign = a.Tick.Label.XAlign, a.Tick.Label.YAlign
	name := style{align: draw.XCenter}.text()
	name.YAlign = draw.YBottom

	a.Padding = 0
	a.LineStyle = draw.LineStyle{Color: muted, Width: hair}
	a.Tick.LineStyle = a.LineStyle
	a.Tick.Length = 3.5
	a.Tick.Marker = ticks(5)
	a.Tick.Label = tick
	a.Label.TextStyle = name
	a.Label.Padding = 3
}

// grid draws a hairline at each tick of the y axis.
func grid(c draw.Canvas, p *plot.Plot) {
	for _, t := range p.Y.Tick.Marker.Ticks(p.Y.Min, p.Y.Max) {
		y := c.Y(p.Y.Norm(t.Value))
		c.StrokeLine2(draw.LineStyle{Color: faint, Width: hair}, c.Min.X, y, c.Max.X, y)
	}
}

// captionHeight is what a caption takes from the top of a panel.
const captionHeight = 19

// panel draws a plot on the page, under a caption that names its y axis.
func (pg *page) panel(p *plot.Plot, caption string) {
	pg.names(p.X.Label.Text, caption)
	p.Draw(pg.below(captionHeight).Canvas)
}

func (pg *page) caption(s string) {
	pg.write(pg.Min.X, pg.Max.Y-5, s, style{ink: muted})
}

// names writes the caption, and names the axes of the data that are drawn next.
func (pg *page) names(x, caption string) {
	s := sheetOf(pg.Canvas)
	s.x, s.y = x, caption
	pg.caption(caption)
}

// pointOf returns where on the canvas a point of the plot lies.
func pointOf(c draw.Canvas, p *plot.Plot, x, y float64) vg.Point {
	return vg.Point{X: c.X(p.X.Norm(x)), Y: c.Y(p.Y.Norm(y))}
}
