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
	const names = 62
	chart := p.DataCanvas(pg.crop(names, 0, 0, 0).Canvas)
	rows = slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
		return !slices.ContainsFunc(bs, func(b block) bool {
			return b.fits(r.cell(b.outcome), r.style, chart)
		})
	})
	y := pg.Min.Y + below + rowHeight*vg.Length(len(rows)) + 2
	p.Draw(pg.crop(names, 0, y-pg.Min.Y, 0).Canvas)
	for _, r := range rows {
		y -= rowHeight
		pg.write(pg.Min.X, y+3, r.name, style{ink: muted, size: tickSize})
		r.draw(chart, y+3, bs)
	}
	return chart
}

func (r row) draw(c draw.Canvas, y vg.Length, bs []block) {
	r.align = draw.XCenter
	for _, b := range bs {
		if s := r.cell(b.outcome); b.fits(s, r.style, c) {
			write(c, c.X((b.left+b.right)/2), y, s, r.style)
		}
	}
}
