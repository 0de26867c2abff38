package page

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A Row of a table has a cell for each outcome. Of one row these are their names.
type Row struct {
	Name  string
	Head  string // in a list, if it is another; else ""
	Unit  string // of its numbers, or ""
	Cell  func(outcome int) string
	Names bool
	Style

	InBlocks bool // what it says stands in the blocks, where all have room
	Spare    bool // it follows from others, for which a list leaves it out where columns would run together
}

// RowHeight is what a line of text takes in a table.
const RowHeight = 14

// A Table is a chart of blocks over rows of cells, each under its block. Where a block is too
// narrow for one, blocks have numbers, behind which their cells stand in a list.
type Table struct {
	*Chart
	blocks []Block
	rows   []Row
	list   *list // or nil
}

// MostListed is how many outcomes a reader looks up in a list.
const MostListed = 24

// NewTable lays out a table as wide as the page. Outcomes that are too rare for a block have a line
// in a list. Of more than a reader looks up in one, what is too wide is left out.
func (pg *Page) NewTable(ch *Chart, bs []Block, rare []int, rows []Row) *Table {
	t := &Table{Chart: ch, blocks: bs, rows: rows}
	window := t.Window(pg)
	areInBlocks := func(r Row) bool { return r.InBlocks }
	ch.textless = !ch.holdsTexts(window)
	if !ch.textless {
		t.rows = slices.DeleteFunc(slices.Clone(rows), areInBlocks)
	}
	if len(bs)+len(rare) > MostListed {
		rare = nil
	}
	isTooWide := func(r Row) bool { return len(window.without(r, bs)) > 0 }
	if len(bs) <= MostListed && (len(rare) > 0 || slices.ContainsFunc(t.rows, isTooWide)) {
		t.list = pg.newList(t.beside(pg, true), bs, rare, rows)
		ch.textless = ch.textless || slices.ContainsFunc(rows, areInBlocks)
	}
	return t
}

// HasTexts says whether the blocks have their texts, and the table does not.
func (t *Table) HasTexts() bool { return !t.textless }

// Lists says whether a list has a line for so many outcomes that are too rare for a block.
func (t *Table) Lists(rare int) bool { return t.list != nil && len(t.blocks)+rare <= MostListed }

// without returns the outcomes whose blocks have no room for a cell.
func (pg *Page) without(r Row, bs []Block) (outcomes []int) {
	for _, b := range bs {
		if _, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style); lines == 0 {
			outcomes = append(outcomes, b.Outcome)
		}
	}
	return outcomes
}

// Window returns the part of the page that the window of the chart takes, beside the names of rows
// where these are in no list.
func (t *Table) Window(pg *Page) *Page { return t.beside(pg, t.list != nil) }

func (t *Table) beside(pg *Page, isListed bool) *Page {
	if !isListed || t.Beside {
		pg = pg.Crop(t.left(pg), 0, 0, 0)
	}
	return t.window(pg)
}

// left is the room for the names of rows, on the left.
func (t *Table) left(pg *Page) vg.Length {
	least, most := vg.Length(62), vg.Length(90)
	if pg.Column {
		least, most = 56, 70
	}
	return min(max(least, pg.TextWidth(t.names().heading(), Small(Muted))), most)
}

// names is the row of names.
func (t *Table) names() Row {
	return t.rows[slices.IndexFunc(t.rows, func(r Row) bool { return r.Names })]
}

// heading is what a row is called in a list.
func (r Row) heading() string { return cmp.Or(r.Head, r.Name) }

// Height returns what the table takes under its chart.
func (t *Table) Height(pg *Page) (height vg.Length) {
	const above = 2 // the first row
	if t.list != nil {
		height := vg.Length(RowHeight) // of names under blocks
		if t.list.numberGap > 0 {
			height = t.Window(pg).numbersHeight(t.blocks)
		}
		return height + t.list.height() + listGap
	}
	window := t.Window(pg)
	for _, r := range t.rows {
		height += t.rowHeight(window, r)
	}
	return height + above
}

// rowHeight is that of a row, 0 where no name has room, or not all numbers have.
func (t *Table) rowHeight(window *Page, r Row) (most vg.Length) {
	for _, b := range t.blocks {
		_, lines := window.fitted(b, r.Cell(b.Outcome), r.Style)
		switch {
		case lines > 0:
			most = max(most, RowHeight+vg.Length(lines-1)*r.Leading())
		case !r.Names:
			return 0
		}
	}
	if most > 0 && r.Names {
		head, _ := t.head(window)
		most = max(most, RowHeight+Small(Muted).drop(head))
	}
	return most
}

// head breaks the heading of names into two lines at most, and says whether it has room.
func (t *Table) head(pg *Page) (lines string, isWhole bool) {
	return pg.Shortened(t.names().heading(), t.left(pg), Small(Muted))
}

// DrawOn draws the chart at the top of the page and the cells under it. It leaves room below.
func (t *Table) DrawOn(pg *Page, below vg.Length) {
	const lowest = 40 // that the chart can be
	under := below + t.Height(pg)
	if pg.Size().Y-under < lowest {
		pg.Squeeze()
	}
	above := pg.Crop(0, 0, under, 0)
	window := t.Window(above)
	t.Chart.DrawOn(above.Crop(window.Min.X-t.window(above).Min.X, 0, 0, 0))
	if t.list == nil {
		t.drawCells(above, window)
		return
	}
	if t.list.numberGap > 0 {
		window.drawNumbers(t.blocks)
	} else {
		name := func(i int) string { return t.list.names.Cell(t.blocks[i].Outcome) }
		for _, s := range window.stand(t.blocks, name) {
			window.Write(s.at, window.Min.Y-RowHeight/2-2, s.text, Small(Muted).Center())
		}
	}
	t.list.draw(pg, pg.Min.Y+below+t.list.height())
}

// drawCells draws each name under its block in a window, and the rows of numbers that all have room,
// below a page.
func (t *Table) drawCells(above, window *Page) {
	small := Small(Muted)
	head, isWhole := t.head(above)
	if !isWhole {
		above.NoRoom("the heading", t.names().heading())
	}
	y := above.Min.Y - RowHeight + 3
	for _, r := range t.rows {
		height, name := t.rowHeight(window, r), r.Name
		switch withUnit := name + ", " + r.Unit; {
		case r.Names:
			name = head
			for _, outcome := range window.without(r, t.blocks) {
				above.NoRoom("the name", r.Cell(outcome))
			}
		case height == 0 && len(t.blocks) > 0:
			above.NoRoom("the numbers:", name)
		case r.Unit != "" && above.TextWidth(withUnit, small) <= t.left(above):
			name = withUnit
		}
		if height == 0 {
			continue
		}
		above.Write(above.Min.X, y-small.drop(name)/2, name, small)
		for _, b := range t.blocks {
			s, n := window.fitted(b, r.Cell(b.Outcome), r.Style)
			window.Write(window.X((b.left+b.right)/2), y-vg.Length(n-1)*r.Leading()/2, s, r.Center())
		}
		y -= height
	}
}
