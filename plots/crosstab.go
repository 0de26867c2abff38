package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

// A crosstab is where the table of a joint distribution is drawn. Its rows are
// counted from below.
type crosstab struct {
	draw.Canvas
	origin        vg.Point // of the cells
	width, height vg.Length
	names         style
}

// at returns the cell in a column and a row, without half a gap at each side.
func (t crosstab) at(column, row int) vg.Rectangle {
	const gap = 0.7
	low := t.origin.Add(vg.Point{X: t.width * vg.Length(column), Y: t.height * vg.Length(row)})
	return vg.Rectangle{
		Min: low.Add(vg.Point{X: gap, Y: gap}),
		Max: low.Add(vg.Point{X: t.width - gap, Y: t.height - gap}),
	}
}

// crosstab draws a table of j at the foot of the page: a cell for each pair,
// tinted by its probability, and bars for the columns above and the rows at the
// right.
func (pg *page) crosstab(j info.Joint, rows, columns []string) {
	const names, bars, cell = 52, 92, 36
	x, y := j.X(), j.Y()
	t := crosstab{
		Canvas: pg.Canvas,
		origin: pg.Min.Add(vg.Point{X: names, Y: rowHeight + 2}),
		width:  (pg.Max.X - pg.Min.X - names - bars) / vg.Length(y.Len()),
		height: cell,
		names:  pg.crowded(),
	}
	for i, p := range j.Pairs().All() {
		t.cell(t.at(i%y.Len(), x.Len()-1-i/y.Len()), p)
	}
	for i, p := range x.All() {
		t.row(t.at(y.Len(), x.Len()-1-i), p, rows[i])
	}
	for k, p := range y.All() {
		t.column(t.at(k, x.Len()), p, columns[k])
	}
}

func (t crosstab) cell(r vg.Rectangle, p float64) {
	t.SetColor(plain.thin(0.04 + 0.64*p))
	t.Fill(r.Path())
	write(t.Canvas, (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, number(p), style{align: draw.XCenter})
}

const (
	barGap  = 2.5 // from the cells
	barSize = 92  // of probability 1
)

// row draws the bar of a row, from where r begins, and its name.
func (t crosstab) row(r vg.Rectangle, p float64, name string) {
	r.Min.X += barGap
	r.Max.X = r.Min.X + 0.7*barSize*vg.Length(p)
	fill(t.Canvas, r, blue)
	y := (r.Min.Y + r.Max.Y) / 2
	write(t.Canvas, r.Max.X+4, y, number(p), style{size: tickSize})
	write(t.Canvas, t.Min.X, y, name, t.names)
}

// column draws the bar of a column, from where r begins, and its name.
func (t crosstab) column(r vg.Rectangle, p float64, name string) {
	r.Min.Y += barGap
	r.Max.Y = r.Min.Y + barSize*vg.Length(p)
	fill(t.Canvas, r, orange)
	x := (r.Min.X + r.Max.X) / 2
	write(t.Canvas, x, r.Max.Y+7, number(p), style{size: tickSize, align: draw.XCenter})
	t.names.align = draw.XCenter
	write(t.Canvas, x, t.origin.Y-9, name, t.names)
}
