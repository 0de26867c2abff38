package page

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A Row of a table has a cell for each outcome. Of one row these are their names.
type Row struct {
	Name  string
	Unit  string // behind the name where that has room, with its comma; or ""
	Head  string // in a list, if it is another; else ""
	Over  string // stands there over the headings of neighbours that share it; or ""
	Cell  func(outcome int) string
	Names bool
	Style

	Shorter func(outcome int) string // cells for a list that has room for names only with these; or nil

	InBlock func(outcome int) string // what stands in blocks that all have room, and no cell under them; or nil
}

// RowHeight is what a line of text takes in a table.
const RowHeight = 14

// A Table is a chart of blocks over rows of cells, each under its block. Where a block is too
// narrow for one, blocks have numbers, behind which their cells stand in a list.
type Table struct {
	*Chart
	blocks []Block
	rows   []Row
	inside []Row // others, as they stand in the blocks
	list   *list // or nil
}

// MostListed is how many outcomes a reader looks up in a list.
const MostListed = 24

// NewTable lays out a table as wide as the page. Outcomes that are too rare for a block have a line
// in a list. Of more than a reader looks up in one, what is too wide is left out. Where names have
// room beside their cells only then, cells are shorter, or letters are smaller.
func (pg *Page) NewTable(ch *Chart, bs []Block, rare []int, rows []Row) *Table {
	shorter := slices.Clone(rows)
	for i, r := range rows {
		if r.Shorter != nil {
			shorter[i].Cell = r.Shorter
		}
	}
	least := pg.smallest()
	for _, size := range []vg.Length{tickSize, max(least, tickSize-1), least} {
		for _, rows := range [][]Row{rows, shorter} {
			if t := pg.newTable(ch, bs, rare, rows, size); t.list == nil || !t.list.isStacked {
				return t
			}
		}
	}
	return pg.newTable(ch, bs, rare, rows, tickSize)
}

// smallest is the size of letters that may shrink.
func (pg *Page) smallest() vg.Length { return max(smallestOnPages, pg.InPrint(smallestScript)) }

// newTable lays out a table with all of its rows, and letters of a size in a list.
func (pg *Page) newTable(ch *Chart, bs []Block, rare []int, rows []Row, size vg.Length) *Table {
	t := &Table{Chart: ch, blocks: bs}
	for _, r := range rows {
		if r.InBlock == nil {
			t.rows = append(t.rows, r)
		} else {
			r.Cell = r.InBlock
			t.inside = append(t.inside, r)
		}
	}
	if len(bs)+len(rare) > MostListed {
		rare = nil
	}
	if len(bs) <= MostListed && (len(rare) > 0 || !t.Window(pg).holds(bs, slices.Concat(t.rows, t.inside)...)) {
		names, _ := namesFirst(rows)
		isNumbered := len(rare) > 0 || !pg.beside(ch, true).holdsNames(bs, names)
		t.list = pg.newList(bs, rare, rows, size, isNumbered)
	}
	return t
}

// Lists says whether a list has a line for so many outcomes that are too rare for a block.
func (t *Table) Lists(rare int) bool { return t.list != nil && len(t.blocks)+rare <= MostListed }

// holds says whether all cells of rows have room under their blocks.
func (pg *Page) holds(bs []Block, rows ...Row) bool {
	whole, _ := pg.split(bs, rows...)
	return len(whole) == len(bs)
}

// split returns the blocks under which all cells of rows have room, and the others.
func (pg *Page) split(bs []Block, rows ...Row) (whole, narrow []Block) {
	for _, b := range bs {
		isTooWide := func(r Row) bool { return pg.lines(b, r) == 0 }
		if slices.ContainsFunc(rows, isTooWide) {
			narrow = append(narrow, b)
		} else {
			whole = append(whole, b)
		}
	}
	return whole, narrow
}

// lines is how many a cell takes under its block, 0 where it has no room.
func (pg *Page) lines(b Block, r Row) int {
	_, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style)
	return lines
}

// WriteInside writes the cells of rows that stand in the middle of their blocks, of which it takes so
// much. Where a list has them, too, they stand in all blocks or in none.
func (t *Table) WriteInside(pg *Page, height func(Block) float64) {
	for _, r := range t.inside {
		if t.list != nil && !t.Window(pg).holds(t.blocks, r) {
			continue
		}
		var texts []BlockText
		for _, b := range t.blocks {
			texts = append(texts, BlockText{Block: b, High: height(b), Text: r.Cell(b.Outcome), Style: r.Style})
		}
		t.WriteBlocks(texts...)
	}
}

// Window returns the part of the page that the window of the chart takes, beside the names of
// rows.
func (t *Table) Window(pg *Page) *Page { return pg.beside(t.Chart, t.list != nil) }

// beside returns the part of the page that the window of a chart takes, beside the names of rows where
// these are in no list.
func (pg *Page) beside(ch *Chart, isListed bool) *Page {
	if !isListed || ch.Beside {
		pg = pg.Crop(pg.rowNames(), 0, 0, 0)
	}
	return ch.window(pg)
}

// rowNames is the room for the names of rows, on the left.
func (pg *Page) rowNames() vg.Length {
	if pg.Column {
		return 56
	}
	return 62
}

// More returns what the table takes beyond a line for each row.
func (t *Table) More(pg *Page) vg.Length {
	if t.list == nil {
		return 0
	}
	return t.list.height() + listGap + RowHeight - RowHeight*vg.Length(len(t.rows))
}

// DrawOn draws the chart at the top of the page and the cells under it. It leaves room below.
func (t *Table) DrawOn(pg *Page, below vg.Length) {
	if t.list == nil {
		t.drawCells(pg, below)
		return
	}
	foot := below + t.list.height() + listGap
	window := t.drawChart(pg, foot+RowHeight)
	for _, n := range t.numbered(window) {
		n.draw(window)
	}
	t.list.draw(pg, pg.Min.Y+foot-listGap)
}

// drawChart draws the chart over what stands under it, and returns its window.
func (t *Table) drawChart(pg *Page, under vg.Length) *Page {
	const lowest = 40 // that it can be
	pg.rec.drawing.squeezed = pg.Size().Y-under < lowest
	above := pg.Crop(0, 0, under, 0)
	window := t.Window(above)
	t.Chart.isListed = t.list != nil
	t.Chart.DrawOn(above.Crop(window.Min.X-t.window(above).Min.X, 0, 0, 0))
	return window
}

// drawCells draws the chart, and each cell under its block. The numbers of a block stand in all
// rows or in none.
func (t *Table) drawCells(pg *Page, below vg.Length) {
	window := t.Window(pg)
	names, numbers := namesFirst(t.rows)
	named, unnamed := window.split(t.blocks, names)
	numbered, _ := window.split(t.blocks, numbers...)
	_, unnumbered := window.split(t.blocks, slices.Concat(numbers, t.inside)...)
	pg.NoRoom("the name", names.cells(unnamed)...)
	pg.NoRoom("the numbers of", names.cells(unnumbered)...)

	small := Small(Muted)
	head, headStyle := pg.headed(names, pg.rowNames(), small)
	heightOf := func(r Row) vg.Length {
		height := window.height(r, t.blocks)
		if r.Names && height > 0 {
			height = max(height, RowHeight+small.drop(head))
		}
		return height
	}
	y := pg.Min.Y + below + 2
	for _, r := range t.rows {
		y += heightOf(r)
	}
	t.drawChart(pg, y-pg.Min.Y)
	for _, r := range t.rows {
		height, bs, name, st := heightOf(r), numbered, r.Name+r.Unit, small
		switch {
		case r.Names:
			bs, name, st = named, head, headStyle
		case pg.TextWidth(name, small) > pg.rowNames():
			name = r.Name
		}
		if height > 0 {
			pg.Write(pg.Min.X, y-RowHeight+3-small.drop(name)/2, name, st)
		}
		window.writeCells(r, y-RowHeight+3, bs)
		y -= height
	}
}

// namesFirst returns the row of names, and the others.
func namesFirst(rows []Row) (names Row, others []Row) {
	i := slices.IndexFunc(rows, func(r Row) bool { return r.Names })
	return rows[i], slices.Delete(slices.Clone(rows), i, i+1)
}

// headed breaks the heading of names into two lines of a width at most, in letters as small as that
// takes, or cuts it short.
func (pg *Page) headed(names Row, width vg.Length, st Style) (head string, _ Style) {
	const step = 0.5
	name := cmp.Or(names.Head, names.Name)
	for {
		head, isWhole := pg.Shortened(name, width, st)
		if !isWhole && st.size-step >= pg.smallest() {
			st.size -= step
			continue
		}
		if !isWhole {
			pg.NoRoom("the heading", name)
		}
		return head, st
	}
}

// cells are those of some blocks.
func (r Row) cells(bs []Block) (all []string) {
	for _, b := range bs {
		all = append(all, r.Cell(b.Outcome))
	}
	return all
}

// height returns what a row takes, 0 where none of its cells fits.
func (pg *Page) height(r Row, bs []Block) (most vg.Length) {
	for _, b := range bs {
		if lines := pg.lines(b, r); lines > 0 {
			most = max(most, RowHeight+vg.Length(lines-1)*r.Leading())
		}
	}
	return most
}

// writeCells writes a row's cells, which have room, their first lines at y.
func (pg *Page) writeCells(r Row, y vg.Length, bs []Block) {
	for _, b := range bs {
		s, n := pg.fitted(b, r.Cell(b.Outcome), r.Style)
		pg.Write(pg.X((b.left+b.right)/2), y-vg.Length(n-1)*r.Leading()/2, s, r.Center())
	}
}
