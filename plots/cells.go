package main

import (
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/plots/internal/page"
)

// height is that of the figure on a page.
func (c crosstab) height(pg *page.Page) vg.Length {
	const around, usual = 45, 15 // beside the caption, and that in one line
	caption := pg.NoteHeight(c.caption(), page.Style{})
	table := c.headingsHeight(pg) + c.tableHeight(pg)
	if c.isConfusion() {
		return around + caption + table
	}
	return jointHeight + caption - usual + table - leastCell*vg.Length(len(dayKinds)+2)
}

// tableHeight is that of the cells, with a row above them and one below.
func (c crosstab) tableHeight(pg *page.Page) vg.Length {
	return c.cellHeight(pg)*vg.Length(len(c.rows)) + 2*leastCell
}

// draw draws the table, each cell tinted by its probability times tint, and under it what
// row and column tell, unless they are the same.
func (c crosstab) draw(pg *page.Page, tint float64) {
	const gap = 10
	pg = pg.Below(c.headingsHeight(pg))
	c.drawCells(pg, tint)
	if !c.isConfusion() {
		drawOverlap(pg.Below(c.tableHeight(pg)+gap), c.base, c.Joint, "the row", "the column")
	}
}

const (
	cellGap    = 0.7
	jointNames = 76 // the least room for names on the left
)

const leastCell vg.Length = 19 // of the height of cells

// rowName is the name of a row as it is written: in two lines where it is wide, and cut
// short where it is wider still.
func (c crosstab) rowName(pg *page.Page, i int) string {
	const part, most, leastWidth = 0.4, 110, 24 // of the page, or where cells allow
	wide, small := pg.Max.X-pg.Min.X, page.Small(page.Plain)
	room := max(part*wide, min(most, wide-leastWidth*vg.Length(len(c.columns)+1)))
	name := pg.Wrapped(page.Literal(c.rows[i]), room, small)
	if pg.TextWidth(name, small) > room || strings.Count(name, "\n") > 1 {
		return fitted(pg, c.rows[i], room)
	}
	return name
}

// namesWidth is the room for the names of rows.
func (c crosstab) namesWidth(pg *page.Page) vg.Length {
	const gap = 6
	widest := vg.Length(jointNames)
	for i := range c.rows {
		widest = max(widest, pg.TextWidth(c.rowName(pg, i), page.Small(page.Plain))+gap)
	}
	return widest
}

// cellHeight is the height of cells: those of a confusion matrix are nearly square, and others
// as low as the names of rows allow.
func (c crosstab) cellHeight(pg *page.Page) vg.Length {
	const most, ofTwoLines = 36, 25
	least := leastCell
	for i := range c.rows {
		if strings.Contains(c.rowName(pg, i), "\n") {
			least = ofTwoLines
		}
	}
	if c.isConfusion() {
		return max(least, min(most, 0.8*c.cellWidth(pg)))
	}
	return least
}

// drawCells writes at the top of the page how often each pair came, tinted by its
// probability, and the sums of rows and columns, or of a confusion matrix the share of each
// that agrees.
func (c crosstab) drawCells(pg *page.Page, tint float64) {
	x, y := c.X(), c.Y()
	names, width, high := c.namesWidth(pg), c.cellWidth(pg), c.cellHeight(pg)
	middle := func(column int) vg.Length { return pg.Min.X + names + width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return pg.Max.Y - leastCell - high*(vg.Length(row)-0.5) }
	small := page.Small(page.Muted).Center()
	for i, p := range c.Pairs().All() {
		column, row := i%y.Len(), 1+i/y.Len()
		corner := vg.Point{X: width/2 - cellGap, Y: high/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		if tint > 0 {
			pg.SetColor(page.Plain.WithOpacity(0.04 + tint*p))
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		pg.Write(at.X, at.Y, c.fittedAmount(pg, p, width), page.Small(page.Plain).Center())
	}
	foot := height(x.Len()) - high/2 - leastCell/2
	for i, p := range x.All() {
		pg.Write(pg.Min.X, height(i+1), c.rowName(pg, i), page.Small(page.Plain))
		pg.Write(middle(y.Len()), height(i+1), c.margin(pg, i, p, width), small)
	}
	for k, p := range y.All() {
		c.nameColumn(pg, k, vg.Point{X: middle(k), Y: pg.Max.Y - leastCell/2})
		pg.Write(middle(k), foot, c.margin(pg, k, p, width), small)
	}
	inAll, short := "in all", "Σ"
	if c.isConfusion() {
		inAll, short = "agree", "%"
	}
	over := inAll
	if pg.TextWidth(inAll, small) > width-2 {
		over = short
	}
	pg.Write(middle(y.Len()), pg.Max.Y-leastCell/2, over, small)
	pg.Write(pg.Min.X, foot, inAll, page.Small(page.Muted))
}

// margin writes at the end of a row or a column, of a probability, its sum, or of a confusion
// matrix the share of it that agrees.
func (c crosstab) margin(pg *page.Page, i int, p float64, width vg.Length) string {
	switch {
	case !c.isConfusion():
		return c.fittedAmount(pg, p, width)
	case p == 0:
		return "–"
	}
	percent := page.Decimals(100*c.Pairs().P(i*len(c.columns)+i)/p, 0) + " %"
	if pg.TextWidth(percent, page.Small(page.Muted)) > width {
		percent = strings.TrimSuffix(percent, " %")
	}
	return percent
}

// cellWidth is the width of a cell on a page, beside the names of the rows.
func (c crosstab) cellWidth(pg *page.Page) vg.Length {
	return (pg.Max.X - pg.Min.X - c.namesWidth(pg)) / vg.Length(len(c.columns)+1)
}

// levels are how many rows higher than usual the names of columns stand: where one is wider
// than its column it ends over it, and stands above the names that lie in its way.
func (c crosstab) levels(pg *page.Page) []int {
	levels, width := make([]int, len(c.columns)), c.cellWidth(pg)
	var reach, over []vg.Length // of each name to the left, and beyond its column, in columns
	for k, name := range c.columns {
		wide := (pg.TextWidth(page.Literal(name), page.Small(page.Plain)) + 4) / width
		reach = append(reach, wide)
		over = append(over, max(0, wide-c.namesWidth(pg)/width-vg.Length(k)-0.5))
	}
	if slices.Max(reach) <= 1+2/width {
		return levels
	}
	for k := range levels {
		for j := range k {
			if vg.Length(j)+over[j] > vg.Length(k)-reach[k] {
				levels[k] = max(levels[k], levels[j]+1)
			}
		}
	}
	return levels
}

const levelHeight = 12 // from a level to the next

// headingsHeight is the room that the names of columns take beyond a row.
func (c crosstab) headingsHeight(pg *page.Page) vg.Length {
	return levelHeight * vg.Length(slices.Max(c.levels(pg)))
}

// nameColumn writes the name of a column over its middle, or where names stand on several
// levels so that it ends there, and a line to the column.
func (c crosstab) nameColumn(pg *page.Page, k int, at vg.Point) {
	levels, small := c.levels(pg), page.Small(page.Plain)
	if slices.Max(levels) == 0 {
		pg.Write(at.X, at.Y, fitted(pg, c.columns[k], c.cellWidth(pg)-2), small.Center())
		return
	}
	const end = 4 // of the name, beside the line, unless it would leave the page on the left
	name := fitted(pg, c.columns[k], at.X+c.cellWidth(pg)-2*end-pg.Min.X)
	right := max(at.X+end, pg.Min.X+pg.TextWidth(name, small))
	y := at.Y + levelHeight*vg.Length(levels[k])
	hair := draw.LineStyle{Color: page.Muted, Width: page.Hair}
	pg.StrokeLine2(hair, at.X, y-6.5, at.X, at.Y-leastCell/2+1)
	pg.Write(right, y, name, small.Right())
}

// fittedAmount writes a part of the total as it fits a cell: whole, in thousands, to two digits,
// or not at all.
func (c crosstab) fittedAmount(pg *page.Page, p float64, width vg.Length) string {
	if c.areCounts() {
		return counted(pg, int(math.Round(p*c.total)), width-2)
	}
	for _, s := range []string{c.amount(p), brief(p * c.total)} {
		if pg.TextWidth(s, page.Small(page.Plain)) <= width+2 {
			return s
		}
	}
	pg.NotDrawn("numbers that are wider than their cells")
	return ""
}

// fitted is the markup of a name, or of its beginning where it is wider than its room.
func fitted(pg *page.Page, name string, room vg.Length) string {
	short := page.Literal(name)
	for letters := []rune(name); pg.TextWidth(short, page.Small(page.Plain)) > room && len(letters) > 0; {
		if short == page.Literal(name) {
			pg.NoRoom(short)
		}
		letters = letters[:len(letters)-1]
		short = page.Literal(strings.TrimSpace(string(letters))) + "…"
	}
	return short
}
