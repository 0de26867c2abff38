package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A Row of a table has a cell for each outcome. Of one row these are their names.
type Row struct {
	Name  string
	Unit  string // behind the name where that has room, with its comma; or ""
	Head  string // in a list, if it is another; else ""
	Cell  func(outcome int) string
	Names bool
	Style

	InBlock func(outcome int) string // what stands in blocks that all have room, and no cell under them; or nil
}

// RowHeight is what a line of text takes in a table.
const RowHeight = 14

// A Table is a chart of blocks over rows of cells, each under its block. Where a block is too
// narrow for one, blocks have numbers, behind which their cells stand in a list.
type Table struct {
	*Chart
	Beside bool // something stands beside the chart also where the names of rows do not
	blocks []Block
	rows   []Row
	spare  []Row // others, as they stand in the blocks
	list   *list // or nil
}

// MostListed is how many outcomes a reader looks up in a list.
const MostListed = 24

// NewTable lays out a table as wide as the page. A list has a line also for some outcomes that are
// too rare for a block. Of more blocks than a reader looks up in one, what is too wide is left out.
func (pg *Page) NewTable(ch *Chart, bs []Block, rare []int, rows []Row) *Table {
	t := &Table{Chart: ch, blocks: bs}
	for _, r := range rows {
		if r.InBlock == nil {
			t.rows = append(t.rows, r)
		} else {
			r.Cell = r.InBlock
			t.spare = append(t.spare, r)
		}
	}
	tooWide := func(r Row) bool { return !t.Window(pg).holds(bs, r) }
	if len(bs) <= MostListed && slices.ContainsFunc(slices.Concat(t.rows, t.spare), tooWide) {
		if len(bs)+len(rare) > MostListed {
			rare = nil
		}
		t.list = pg.newList(bs, rare, rows)
	}
	return t
}

// Lists says whether a list has a line for so many outcomes that are too rare for a block.
func (t *Table) Lists(rare int) bool { return t.list != nil && len(t.blocks)+rare <= MostListed }

// IsStacked says whether a list has names that are too long to stand beside their cells.
func (t *Table) IsStacked() bool { return t.list != nil && t.list.isStacked }

// holds says whether all cells of a row have room under their blocks.
func (pg *Page) holds(bs []Block, r Row) bool {
	return !slices.ContainsFunc(bs, func(b Block) bool {
		_, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style)
		return lines == 0
	})
}

// WriteSpare writes the cells of spare rows in the middle of their blocks, of which it takes so
// much. Where a list has them, too, they stand in all blocks or in none.
func (t *Table) WriteSpare(pg *Page, height func(Block) float64) {
	for _, r := range t.spare {
		if t.list != nil && !t.Window(pg).holds(t.blocks, r) {
			continue
		}
		for _, b := range t.blocks {
			t.WriteBlock(b, 0, height(b), r.Cell(b.Outcome), r.Style)
		}
	}
}

// Window returns the part of the page that the window of the chart takes, beside the names of
// rows.
func (t *Table) Window(pg *Page) *Page {
	if t.list == nil || t.Beside {
		pg = pg.Crop(pg.rowNames(), 0, 0, 0)
	}
	return t.window(pg)
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
	_, numbers := t.numbered(t.Window(pg))
	return t.list.height() + listGap + numbers - RowHeight*vg.Length(len(t.rows))
}

// DrawOn draws the chart at the top of the page and the cells under it. It leaves room below.
func (t *Table) DrawOn(pg *Page, below vg.Length) {
	if t.list == nil {
		t.drawCells(pg, below)
		return
	}
	foot := below + t.list.height() + listGap
	numbers, height := t.numbered(t.Window(pg))
	window := t.drawChart(pg, foot+height)
	for _, n := range numbers {
		n.draw(window, window.Min.Y-height+RowHeight/2-2)
	}
	t.list.draw(pg, pg.Min.Y+foot-listGap)
}

// drawChart draws the chart over what stands under it, and returns its window.
func (t *Table) drawChart(pg *Page, under vg.Length) *Page {
	const lowest = 40 // that it can be
	pg.rec.drawing.squeezed = pg.Max.Y-pg.Min.Y-under < lowest
	above := pg.Crop(0, 0, under, 0)
	window := t.Window(above)
	t.Chart.DrawOn(above.Crop(window.Min.X-t.window(above).Min.X, 0, 0, 0))
	return window
}

// drawCells draws the chart, and each cell under its block. The numbers of a block stand in all
// rows or in none.
func (t *Table) drawCells(pg *Page, below vg.Length) {
	window := t.Window(pg)
	whole := slices.DeleteFunc(slices.Clone(t.blocks), func(b Block) bool {
		return slices.ContainsFunc(t.rows, func(r Row) bool { return !r.Names && !window.holds([]Block{b}, r) })
	})
	var unnamed, unnumbered []string
	names, _ := namesFirst(t.rows)
	for _, b := range t.blocks {
		name := names.Cell(b.Outcome)
		if !window.holds([]Block{b}, names) {
			unnamed = append(unnamed, name)
		}
		tooWide := func(r Row) bool { return !window.holds([]Block{b}, r) }
		if !slices.Contains(whole, b) || slices.ContainsFunc(t.spare, tooWide) {
			unnumbered = append(unnumbered, name)
		}
	}
	pg.NoRoom("the name", unnamed...)
	pg.NoRoom("the numbers of", unnumbered...)
	y := pg.Min.Y + below + 2
	for _, r := range t.rows {
		y += window.height(r, t.blocks)
	}
	t.drawChart(pg, y-pg.Min.Y)
	for _, r := range t.rows {
		height, bs := window.height(r, t.blocks), t.blocks
		name := r.Name + r.Unit
		if pg.TextWidth(name, Small(Muted)) > pg.rowNames() {
			name = r.Name
		}
		if height > 0 {
			pg.Write(pg.Min.X, y-RowHeight+3, name, Small(Muted))
		}
		if !r.Names {
			bs = whole
		}
		window.cells(r, y-RowHeight+3, bs)
		y -= height
	}
}

// namesFirst returns the row of names, and the others.
func namesFirst(rows []Row) (names Row, others []Row) {
	i := slices.IndexFunc(rows, func(r Row) bool { return r.Names })
	return rows[i], slices.Delete(slices.Clone(rows), i, i+1)
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

// A blockNumber stands under its block, or beside it at the end of a line. Where that is too far,
// it is that of several blocks, as in 7–11.
type blockNumber struct {
	first, last int
	over, at    vg.Length // the middle of the blocks, and where the number is
}

func (n blockNumber) String() string {
	if n.first == n.last {
		return fmt.Sprint(n.first + 1)
	}
	return fmt.Sprintf("%d–%d", n.first+1, n.last+1)
}

const near = 1 // to a number, for no line

// numbered returns numbers of all blocks, and what they take under the window of the chart.
func (t *Table) numbered(window *Page) (numbers []blockNumber, height vg.Length) {
	const far, lines = 9, 6 // from a block, and the room for these
	for i := range t.blocks {
		numbers = append(numbers, blockNumber{first: i, last: i})
	}
	for {
		var at, half []vg.Length
		for i, n := range numbers {
			numbers[i].over = window.X((t.blocks[n.first].left + t.blocks[n.last].right) / 2)
			at = append(at, numbers[i].over)
			half = append(half, window.TextWidth(n.String(), Small(Muted))/2)
		}
		Spread(at, half, window.Min.X, window.Max.X+margin/2, 2)
		moved := 0.
		for i := range numbers {
			numbers[i].at = at[i]
			moved = max(moved, math.Abs(float64(at[i]-numbers[i].over)))
		}
		switch {
		case moved <= near:
			return numbers, RowHeight
		case moved <= far || len(numbers) == 1:
			return numbers, RowHeight + lines
		}
		numbers = t.joined(numbers)
	}
}

// joined makes one number of the neighbours whose blocks are the narrowest together.
func (t *Table) joined(numbers []blockNumber) []blockNumber {
	narrowest, at := math.Inf(1), 0
	for i, n := range numbers[1:] {
		if wide := t.blocks[n.last].right - t.blocks[numbers[i].first].left; wide < narrowest {
			narrowest, at = wide, i
		}
	}
	numbers[at].last = numbers[at+1].last
	return slices.Delete(numbers, at+1, at+2)
}

// draw writes a number at a height under the window of the chart.
func (n blockNumber) draw(window *Page, y vg.Length) {
	window.Write(n.at, y, n.String(), Small(Muted).Center())
	if math.Abs(float64(n.at-n.over)) > near {
		hair := draw.LineStyle{Color: Muted, Width: Hair}
		window.StrokeLine2(hair, n.over, window.Min.Y-1, n.at, y+4.5)
	}
}

// Spread moves the middles of texts, which go from left to right, as far apart as it takes for a
// gap between any two, with no text beyond an end.
func Spread(at, half []vg.Length, left, right, gap vg.Length) {
	const rounds, slack = 300, 0.1 // in which neighbours part
	for range rounds {
		for i := range at {
			at[i] = max(left+half[i], min(at[i], right-half[i]))
			if i == 0 {
				continue
			}
			if over := at[i-1] + half[i-1] + gap + half[i] - at[i]; over > slack {
				at[i-1], at[i] = at[i-1]-over/2, at[i]+over/2
			}
		}
	}
}

// A list has a line for each block: its number, its name and its cells. Where a name is too long to
// stand beside its cells, all names stand above theirs.
type list struct {
	nameRow     Row
	rows        []Row     // the others
	width       vg.Length // of a part, of which there may be two side by side
	gap         vg.Length // between columns
	numberWidth vg.Length
	nameWidth   vg.Length
	cellWidths  []vg.Length
	heads       []string
	parts       [][]entry
	isStacked   bool // the names stand above the cells
}

// An entry is the name of an outcome, and the number of its block, 0 where it has none.
type entry struct {
	outcome, number int
	name            string // as it is broken into lines
}

const (
	listLine  = 12 // from line to line
	listGap   = 6  // between columns, and around the list
	closeGap  = 4  // between columns where names would have no room otherwise
	listRule  = 5  // between the headings and the first line
	listParts = 24 // between parts
	listSpace = 4  // between entries where names stand above cells
)

// newList lays out a list as wide as the page, in two parts where names have room there.
func (pg *Page) newList(bs []Block, rare []int, rows []Row) *list {
	l := &list{width: pg.Max.X - pg.Min.X}
	l.nameRow, l.rows = namesFirst(rows)
	l.numberWidth = pg.TextWidth(fmt.Sprint(len(bs)), Small(Muted)) + listGap
	var all []entry
	for i, b := range bs {
		all = append(all, entry{b.Outcome, i + 1, l.nameRow.Cell(b.Outcome)})
	}
	for _, outcome := range rare {
		all = append(all, entry{outcome, 0, l.nameRow.Cell(outcome)})
	}
	var taken vg.Length
	tooWide := func(e entry) bool {
		_, ok := pg.TwoLines(e.name, l.width-taken, Small(Plain))
		return !ok
	}
	for _, l.gap = range []vg.Length{listGap, closeGap} {
		taken = l.fitCells(pg, all)
		if l.isStacked = slices.ContainsFunc(all, tooWide); !l.isStacked {
			break
		}
	}
	widest := pg.TextWidth(l.nameRow.Name, Small(Muted))
	for _, e := range all {
		widest = max(widest, pg.TextWidth(e.name, Small(Plain)))
	}
	parts, half := 1, (l.width-listParts)/2
	l.nameWidth = min(widest, l.width-taken)
	if len(all) > 3 && taken+widest <= half {
		parts, l.width, l.nameWidth = 2, half, half-taken
	}
	room := l.nameWidth
	if l.isStacked {
		l.spreadCells(pg)
		room = l.width - l.numberWidth
	}
	for i, e := range all {
		var ok bool
		if all[i].name, ok = pg.TwoLines(e.name, room, Small(Plain)); !ok {
			pg.NoRoom("the name", e.name)
			all[i].name = pg.CutShort(Unbroken(e.name), room, Small(Plain))
		}
	}
	l.parts = slices.Collect(slices.Chunk(all, (len(all)+parts-1)/parts))
	return l
}

// fitCells gives the columns of cells the width that they need, under headings of two lines at
// most, and returns what these and the numbers take.
func (l *list) fitCells(pg *Page, all []entry) (taken vg.Length) {
	taken, l.heads, l.cellWidths = l.numberWidth, nil, nil
	for _, r := range l.rows {
		width := vg.Length(0)
		for _, e := range all {
			width = max(width, pg.TextWidth(r.Cell(e.outcome), Small(Plain)))
		}
		head, ok := pg.TwoLines(cmp.Or(r.Head, r.Name), width, Small(Muted))
		for ; !ok; head, ok = pg.TwoLines(cmp.Or(r.Head, r.Name), width, Small(Muted)) {
			width++
		}
		l.heads, l.cellWidths = append(l.heads, head), append(l.cellWidths, width)
		taken += width + l.gap
	}
	return taken
}

// spreadCells spreads the columns of cells from the beginning of the names to the right, and sets
// their headings in a line each where these have room then.
func (l *list) spreadCells(pg *Page) {
	l.nameWidth = -l.gap // which stands before the first column, too
	free := l.width - l.numberWidth + l.gap
	var inLine []vg.Length
	for k, width := range l.cellWidths {
		inLine = append(inLine, max(width, pg.TextWidth(Unbroken(l.heads[k]), Small(Muted))))
		free -= inLine[k] + l.gap
	}
	if free < 0 {
		return
	}
	for k := range l.cellWidths {
		l.cellWidths[k], l.heads[k] = inLine[k], Unbroken(l.heads[k])
		if k > 0 {
			l.cellWidths[k] += free / vg.Length(len(l.cellWidths)-1)
		}
	}
}

// headHeight is that of the headings, with the rule below them.
func (l *list) headHeight() (most vg.Length) {
	for _, head := range l.heads {
		most = max(most, Small(Muted).drop(head))
	}
	if l.isStacked {
		most += listLine
	}
	return most + listLine + listRule
}

// nameHeight is that of the name of an entry.
func (e entry) nameHeight() vg.Length { return listLine * vg.Length(1+strings.Count(e.name, "\n")) }

// entryHeight is that of an entry, with the space below it.
func (l *list) entryHeight(e entry) vg.Length {
	if l.isStacked {
		return e.nameHeight() + listLine + listSpace
	}
	return e.nameHeight()
}

func (l *list) height() (most vg.Length) {
	for _, part := range l.parts {
		height := l.headHeight()
		for _, e := range part {
			height += l.entryHeight(e)
		}
		most = max(most, height)
	}
	return most
}

// draw writes the list from a height down.
func (l *list) draw(pg *Page, top vg.Length) {
	small, muted := Small(Plain), Small(Muted)
	for i, part := range l.parts {
		left := pg.Min.X + vg.Length(i)*(l.width+listParts)
		rule := top - l.headHeight() + listRule - 1
		called, above := l.nameRow.Head, rule+5
		if l.isStacked {
			above = rule + 5 + l.headHeight() - listLine - listRule
		} else if pg.TextWidth(called, muted) > l.nameWidth {
			called = ""
		}
		pg.Write(left+l.numberWidth, above, cmp.Or(called, l.nameRow.Name), muted)
		right := l.writeCells(pg, left, rule+5, func(k int) string { return l.heads[k] }, muted)
		pg.StrokeLine2(draw.LineStyle{Color: Muted, Width: Hair}, left, rule, right, rule)
		y := top - l.headHeight() - listLine/2
		for _, e := range part {
			number := "–"
			if e.number > 0 {
				number = fmt.Sprint(e.number)
			}
			pg.Write(left+l.numberWidth-listGap, y, number, muted.Right())
			pg.Write(left+l.numberWidth, y-small.drop(e.name)/2, e.name, small)
			cells := y
			if l.isStacked {
				cells -= e.nameHeight()
			}
			l.writeCells(pg, left, cells, func(k int) string { return l.rows[k].Cell(e.outcome) }, small)
			y -= l.entryHeight(e)
		}
	}
}

// writeCells writes cells behind a name, of which those of several lines stand on a height. It
// returns where the last one ends.
func (l *list) writeCells(pg *Page, x, y vg.Length, cell func(k int) string, st Style) vg.Length {
	x += l.numberWidth + l.nameWidth
	for k, width := range l.cellWidths {
		s := cell(k)
		x += l.gap + width
		pg.Write(x, y+st.drop(s)/2, s, st.Right())
	}
	return x
}
