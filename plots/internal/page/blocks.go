package page

import (
	"iter"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Block stands for an outcome, on the axis from left to right, which is as
// long as the outcome is likely. Side by side, the blocks of a distribution
// fill the axis from 0 to 1.
type Block struct {
	Outcome     int
	P           float64
	left, right float64
}

// Blocks returns those of a distribution that are wide enough to be seen.
func Blocks(p iter.Seq2[int, float64]) (bs []Block) {
	const narrowest = 1. / 800
	var left float64
	for i, pi := range p {
		if pi >= narrowest {
			bs = append(bs, Block{i, pi, left, left + pi})
		}
		left += pi
	}
	return bs
}

// part returns where a block lies from y0 to y1, less half the gap to its neighbours.
func (ch *Chart) part(pg *Page, b Block, y0, y1 float64) vg.Rectangle {
	r := vg.Rectangle{Min: ch.Point(pg, b.left, y0), Max: ch.Point(pg, b.right, y1)}
	gap := min(0.7, (r.Max.X-r.Min.X)/8)
	r.Min.X, r.Max.X = r.Min.X+gap, r.Max.X-gap
	return r
}

// FillBlock fills a block from y0 to y1.
func (ch *Chart) FillBlock(b Block, y0, y1 float64, k Ink) {
	ch.Layer(func(pg *Page) { pg.FillBox(ch.part(pg, b, y0, y1), k) })
}

// OutlineBlock draws the edge of a block from y0 to y1.
func (ch *Chart) OutlineBlock(b Block, y0, y1 float64, edge draw.LineStyle) {
	ch.Layer(func(pg *Page) { pg.Outline(ch.part(pg, b, y0, y1), edge) })
}

// TopBlock draws a thick line across a block at y.
func (ch *Chart) TopBlock(b Block, y float64, k Ink) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, y, y)
		pg.StrokeLine2(draw.LineStyle{Color: k, Width: Thick}, r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
	})
}

// WriteBlock sets s in the middle of a block, between y0 and y1, if it fits in a
// line or with each word on its own.
func (ch *Chart) WriteBlock(b Block, y0, y1 float64, s string, st Style) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, y0, y1)
		s, lines := pg.fitted(b, s, st)
		if lines > 0 && r.Max.Y-r.Min.Y >= vg.Length(lines)*RowHeight {
			pg.Write((r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, s, st.Center())
		}
	})
}

// fitted returns s as it fits the width of a block, in one line or with each word
// on its own, and how many lines that takes: 0 where it does not fit.
func (pg *Page) fitted(b Block, s string, st Style) (text string, lines int) {
	for _, s := range []string{s, strings.ReplaceAll(s, " ", "\n")} {
		if pg.TextWidth(s, st)+1 <= vg.Length(b.P)*(pg.Max.X-pg.Min.X) {
			return s, 1 + strings.Count(pg.rec.labels.of(s), "\n")
		}
	}
	return "", 0
}

// A Row of the table under a chart of blocks has a cell for each outcome. If these
// are names, those that are too wide for their blocks stand under the others.
type Row struct {
	Name string
	Cell func(outcome int) string
	Style
	Names bool
}

// RowHeight is what a line of text takes in a table.
const RowHeight = 14

// Table draws a chart of blocks at the top of the page, and under it the rows
// that fit, each cell under its block. The numbers of a block stand in all rows or in none.
// The names of the rows take the left side. It leaves room below, and returns the part of the
// page that the chart's window takes.
func (pg *Page) Table(ch *Chart, bs []Block, rows []Row, below vg.Length) *Page {
	names := pg.rowNames()
	window := ch.window(pg.Crop(names, 0, 0, 0))
	y := pg.Min.Y + below + 2
	for _, r := range rows {
		y += window.height(r, bs)
	}
	leads := make([][]lead, len(rows))
	for i, r := range rows {
		if r.Names {
			const least = 90 // of the chart
			var without []string
			leads[i], without = window.leads(r, bs, int((pg.Max.Y-y-least)/leadHeight))
			y += leadRoom(leads[i])
			for _, name := range without {
				pg.NoRoom(name)
			}
		}
	}
	whole := slices.DeleteFunc(slices.Clone(bs), func(b Block) bool { // those that fit all rows
		return slices.ContainsFunc(rows, func(r Row) bool {
			_, lines := window.fitted(b, r.Cell(b.Outcome), r.Style)
			return !r.Names && lines == 0
		})
	})
	window.noNumbers(rows, bs, whole)
	const lowest = 40 // that a chart can be
	pg.rec.drawing.squeezed = pg.Max.Y-y < lowest
	ch.DrawOn(pg.Crop(names, 0, y-pg.Min.Y, 0))
	window = ch.window(pg.Crop(names, 0, y-pg.Min.Y, 0))
	for i, r := range rows {
		height := window.height(r, bs)
		if height > 0 || leads[i] != nil {
			pg.Write(pg.Min.X, y-RowHeight+3, r.Name, Small(Muted))
		}
		if r.Names {
			window.cells(r, y-RowHeight+3, bs)
		} else {
			window.cells(r, y-RowHeight+3, whole)
		}
		from := y - 4.5 // under the row above, and the feet of its letters
		if i == 0 {
			from = window.Min.Y
		}
		window.drawLeads(leads[i], from, y-height, r.Style)
		y -= height + leadRoom(leads[i])
	}
	return window
}

// rowNames is the room for the names of rows, on the left.
func (pg *Page) rowNames() vg.Length {
	if pg.Column {
		return 56
	}
	return 62
}

// noNumbers keeps in mind the names of the blocks whose numbers are not written.
func (pg *Page) noNumbers(rows []Row, bs, whole []Block) {
	var names []string
	for _, r := range rows {
		for _, b := range bs {
			if r.Names && !slices.Contains(whole, b) {
				names = append(names, PlainText(pg.rec.labels.of(r.Cell(b.Outcome))))
			}
		}
	}
	pg.NoRoomFor("the numbers of", names)
}

// height returns what a row takes, 0 where none of its cells fits.
func (pg *Page) height(r Row, bs []Block) (most vg.Length) {
	for _, b := range bs {
		if _, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style); lines > 0 {
			most = max(most, RowHeight+vg.Length(lines-1)*r.Leading())
		}
	}
	return most
}

// cells writes a row's cells, their first lines at y.
func (pg *Page) cells(r Row, y vg.Length, bs []Block) {
	for _, b := range bs {
		if s, n := pg.fitted(b, r.Cell(b.Outcome), r.Style); n > 0 {
			pg.Write(pg.X((b.left+b.right)/2), y-vg.Length(n-1)*r.Leading()/2, s, r.Center())
		}
	}
}
