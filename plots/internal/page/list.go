package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

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
		window.StrokeLine2(Muted.Line(Hair), n.over, window.Min.Y-1, n.at, y+4.5)
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
	names       Row
	columns     []column
	width       vg.Length // of a part, of which there may be two side by side
	gap         vg.Length // between columns
	numberWidth vg.Length
	nameWidth   vg.Length
	parts       [][]entry
	isStacked   bool // the names stand above the cells
}

// A column has the cells of a row one under the other.
type column struct {
	Row
	head  string // as it is broken into lines
	width vg.Length
}

// An entry is the name of an outcome, and the number of its block, a dash where it has none.
type entry struct {
	outcome      int
	number, name string // the name as it is broken into lines
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
	names, others := namesFirst(rows)
	l := &list{names: names, width: pg.Size().X}
	l.numberWidth = pg.TextWidth(fmt.Sprint(len(bs)), Small(Muted)) + listGap
	var all []entry
	for i, b := range bs {
		all = append(all, entry{b.Outcome, fmt.Sprint(i + 1), names.Cell(b.Outcome)})
	}
	for _, outcome := range rare {
		all = append(all, entry{outcome, "–", names.Cell(outcome)})
	}
	for _, r := range others {
		l.columns = append(l.columns, pg.newColumn(r, all))
	}
	parts := l.fitNames(pg, all)
	l.parts = slices.Collect(slices.Chunk(all, (len(all)+parts-1)/parts))
	return l
}

// newColumn returns a column as wide as its cells, under a heading of three lines at most.
func (pg *Page) newColumn(r Row, all []entry) column {
	c := column{Row: r}
	for _, e := range all {
		c.width = max(c.width, pg.TextWidth(r.Cell(e.outcome), Small(Plain)))
	}
	for {
		c.head = pg.Wrapped(cmp.Or(r.Head, r.Name), c.width, Small(Muted))
		if strings.Count(c.head, "\n") < 3 && pg.TextWidth(c.head, Small(Muted)) <= c.width {
			return c
		}
		c.width++
	}
}

// fitNames finds room for the names of entries, which it breaks into lines, and returns in how many
// parts the list is.
func (l *list) fitNames(pg *Page, all []entry) (parts int) {
	small, taken := Small(Plain), vg.Length(0)
	isTooWide := func(e entry) bool {
		_, ok := pg.TwoLines(e.name, l.width-taken, small)
		return !ok
	}
	for _, l.gap = range []vg.Length{listGap, closeGap} {
		taken = l.numberWidth
		for _, c := range l.columns {
			taken += c.width + l.gap
		}
		if l.isStacked = slices.ContainsFunc(all, isTooWide); !l.isStacked {
			break
		}
	}
	widest := pg.TextWidth(l.names.Name, Small(Muted))
	for _, e := range all {
		widest = max(widest, pg.TextWidth(e.name, small))
	}
	parts, l.nameWidth = 1, min(widest, l.width-taken)
	if half := (l.width - listParts) / 2; len(all) > 3 && taken+widest <= half {
		parts, l.width, l.nameWidth = 2, half, half-taken
	}
	room := l.nameWidth
	switch {
	case l.isStacked:
		l.nameWidth = -l.gap // which stands before the first column, too
		l.spread(pg, l.columns[1:])
		room = l.width - l.numberWidth
	case pg.Column:
		l.spread(pg, l.columns)
	}
	for i, e := range all {
		var isWhole bool
		if all[i].name, isWhole = pg.Shortened(e.name, room, small); !isWhole {
			pg.NoRoom("the name", e.name)
		}
	}
	return parts
}

// spread widens columns, so that the last one ends where the list does, and breaks their headings anew.
func (l *list) spread(pg *Page, columns []column) {
	free := l.width - l.numberWidth - l.nameWidth
	for _, c := range l.columns {
		free -= c.width + l.gap
	}
	for k := range columns {
		c := &columns[k]
		c.width += free / vg.Length(len(columns))
		c.head = pg.Wrapped(cmp.Or(c.Head, c.Name), c.width, Small(Muted))
	}
}

// headHeight is that of the headings, with the rule below them.
func (l *list) headHeight() (most vg.Length) {
	for _, c := range l.columns {
		most = max(most, Small(Muted).drop(c.head))
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
		name, above := cmp.Or(l.names.Head, l.names.Name), rule+5
		if l.isStacked {
			above = top - listLine + 4
		} else if pg.TextWidth(name, muted) > l.nameWidth {
			name = l.names.Name
		}
		pg.Write(left+l.numberWidth, above, name, muted)
		right := l.writeCells(pg, left, rule+5, func(c column) string { return c.head }, muted)
		pg.StrokeLine2(Muted.Line(Hair), left, rule, right, rule)
		y := top - l.headHeight() - listLine/2
		for _, e := range part {
			pg.Write(left+l.numberWidth-listGap, y, e.number, muted.Right())
			pg.Write(left+l.numberWidth, y-small.drop(e.name)/2, e.name, small)
			cells := y
			if l.isStacked {
				cells -= e.nameHeight()
			}
			l.writeCells(pg, left, cells, func(c column) string { return c.Cell(e.outcome) }, small)
			y -= l.entryHeight(e)
		}
	}
}

// writeCells writes cells behind a name, of which those of several lines stand on a height. It
// returns where the last one ends.
func (l *list) writeCells(pg *Page, x, y vg.Length, cell func(column) string, st Style) vg.Length {
	x += l.numberWidth + l.nameWidth
	for _, c := range l.columns {
		s := cell(c)
		x += l.gap + c.width
		pg.Write(x, y+st.drop(s)/2, s, st.Right())
	}
	return x
}
