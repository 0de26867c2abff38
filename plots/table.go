package main

import (
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A row of the table under a chart of blocks has a cell for each outcome.
type row struct {
	name string
	cell func(outcome int) string
	style
}

const rowHeight = 14

// table draws a chart of blocks at the top of the page, and under it the rows
// that fit, each cell under its block. The names of the rows take the left
// side. It leaves room below, and returns where it has drawn the chart.
func (pg *page) table(p *plot.Plot, bs []block, rows []row, below vg.Length) draw.Canvas {
	names := vg.Length(62)
	if pg.column {
		names = 50
	}
	chart := p.DataCanvas(pg.crop(names, 0, 0, 0).Canvas)
	rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.lines(chart, bs) == 0 })
	y := pg.Min.Y + below + 2
	for _, r := range rows {
		y += r.height(chart, bs)
	}
	p.Draw(pg.crop(names, 0, y-pg.Min.Y, 0).Canvas)
	for _, r := range rows {
		pg.write(pg.Min.X, y-rowHeight+3, r.name, style{ink: muted, size: tickSize})
		r.draw(chart, y-rowHeight+3, bs)
		y -= r.height(chart, bs)
	}
	return chart
}

// lines returns how many lines the row takes, 0 where none of its cells fits.
func (r row) lines(c draw.Canvas, bs []block) (most int) {
	for _, b := range bs {
		_, n := b.fitted(r.cell(b.outcome), r.style, c)
		most = max(most, n)
	}
	return most
}

func (r row) height(c draw.Canvas, bs []block) vg.Length {
	return rowHeight + vg.Length(r.lines(c, bs)-1)*r.lead()
}

// draw writes the cells, the first lines at y.
func (r row) draw(c draw.Canvas, y vg.Length, bs []block) {
	r.align = draw.XCenter
	for _, b := range bs {
		if s, n := b.fitted(r.cell(b.outcome), r.style, c); n > 0 {
			write(c, c.X((b.left+b.right)/2), y-vg.Length(n-1)*r.lead()/2, s, r.style)
		}
	}
}
