package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// House sizes, in points.
const (
	pageWidth   = 480
	columnWidth = 300
	pageHeight  = 270 // where the content asks for no more
	margin      = 7

	hair  = 0.6 // axes and grid
	thin  = 1.0 // guides
	thick = 1.9 // data
)

// A page is where a figure is drawn, and the distributions it is drawn of.
type page struct {
	draw.Canvas
	example
	column bool // as wide as a column of text, not as the page
}

// paint puts the figure on c: the paper, the title, and under it the drawing.
// It returns what the figure says.
func (e edition) paint(c vg.Canvas) *sheet {
	s, l := &sheet{Canvas: c, labels: e.labels}, e.layout()
	pg := &page{draw.NewCanvas(s, l.width, l.height), e.example, l.column}
	pg.SetColor(paper)
	pg.Fill(pg.Rectangle.Path())
	pg.Canvas = draw.Crop(pg.Canvas, margin, -margin, margin, -margin)
	if l.title != "" {
		first := pg.Max.Y - 6
		last := first - l.titleHeight + titleRoom
		pg.write(pg.Min.X, (first+last)/2, l.title, titleStyle)
		pg = pg.below(l.titleHeight)
	}
	e.figure.draw(pg)
	return s
}

// below returns the page without its topmost points.
func (pg *page) below(points vg.Length) *page { return pg.crop(0, 0, 0, points) }

// crop returns the page without so much at each of its sides.
func (pg *page) crop(left, right, bottom, top vg.Length) *page {
	return &page{draw.Crop(pg.Canvas, left, -right, bottom, -top), pg.example, pg.column}
}

// halves returns the page in two, side by side or in a column one over the
// other.
func (pg *page) halves() (first, second *page) {
	if pg.column {
		half := (pg.Max.Y - pg.Min.Y) / 2
		return pg.crop(0, 0, half+7, 0), pg.crop(0, 0, 0, half+7)
	}
	half := (pg.Max.X - pg.Min.X) / 2
	return pg.crop(0, half+10, 0, 0), pg.crop(half+6, 0, 0, 0)
}

// crowded is the style of labels that share the width of the page.
func (pg *page) crowded() style {
	if pg.column {
		return style{size: tickSize}
	}
	return style{}
}

// write sets s at (x, y), a point of the page.
func (pg *page) write(x, y vg.Length, s string, st style) { write(pg.Canvas, x, y, s, st) }

func write(c draw.Canvas, x, y vg.Length, s string, st style) {
	sty := st.text()
	c.FillText(sty, vg.Point{X: x, Y: y + sty.FontExtents().Descent}, s)
}
