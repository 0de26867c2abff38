package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// House sizes, in points.
const (
	pageWidth  = 480
	pageHeight = 270 // where the content asks for no more
	margin     = 7

	hair  = 0.6 // axes and grid
	thin  = 1.0 // guides
	thick = 1.9 // data
)

// A page is where a figure is drawn, and the distributions it is drawn of.
type page struct {
	draw.Canvas
	example
}

// paint puts the figure on c: the paper, the title, and under it the drawing.
func (f figure) paint(c vg.Canvas, ex example) {
	pg := &page{draw.NewCanvas(c, pageWidth, f.height), ex}
	pg.SetColor(paper)
	pg.Fill(pg.Rectangle.Path())
	pg.Canvas = draw.Crop(pg.Canvas, margin, -margin, margin, -margin)
	pg.below(16).write(pg.Min.X, pg.Max.Y-6, f.title, style{size: titleSize, bold: true})
	pg = pg.below(22)
	f.draw(pg)
}

// below returns the page without its topmost points.
func (pg *page) below(points vg.Length) *page { return pg.crop(0, 0, 0, points) }

// crop returns the page without so much at each of its sides.
func (pg *page) crop(left, right, bottom, top vg.Length) *page {
	return &page{draw.Crop(pg.Canvas, left, -right, bottom, -top), pg.example}
}

// write sets s at (x, y), a point of the page.
func (pg *page) write(x, y vg.Length, s string, st style) { write(pg.Canvas, x, y, s, st) }

func write(c draw.Canvas, x, y vg.Length, s string, st style) {
	sty := st.text()
	c.FillText(sty, vg.Point{X: x, Y: y + sty.FontExtents().Descent}, s)
}
