package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// A blockNumber stands under its block. Where there is no room, it is that of several blocks, as in
// 7–11, under a brace. In its place may be the name of the block.
type blockNumber struct {
	first, last int
	name        string
	left, right vg.Length // of the blocks
	at, half    vg.Length // where its middle is, and half of its width
}

// over is the middle of the blocks.
func (n blockNumber) over() vg.Length { return (n.left + n.right) / 2 }

func (n blockNumber) String() string {
	switch {
	case n.name != "":
		return n.name
	case n.first == n.last:
		return fmt.Sprint(n.first + 1)
	}
	return fmt.Sprintf("%d–%d", n.first+1, n.last+1)
}

// numbered returns numbers of all blocks, or their names where a list has no numbers.
func (t *Table) numbered(window *Page) (numbers []blockNumber) {
	for i, b := range t.blocks {
		numbers = append(numbers, blockNumber{first: i, last: i})
		if t.list.numberWidth == 0 {
			numbers[i].name = t.list.names.Cell(b.Outcome)
		}
	}
	for !window.spread(t.blocks, numbers) && len(numbers) > 1 {
		numbers = t.joined(numbers)
	}
	return numbers
}

// spread sets numbers under the middles of their blocks, or as near as they find room, and says
// whether all are under their blocks: the middle of one is, or all of it; the middle half of a name,
// or at the ends all of it.
func (pg *Page) spread(bs []Block, numbers []blockNumber) (areUnder bool) {
	const slack = 1
	var at, half []vg.Length
	gap := vg.Length(5)
	for i, n := range numbers {
		if n.name != "" {
			gap = listGap
		}
		numbers[i].left, numbers[i].right = pg.X(bs[n.first].left), pg.X(bs[n.last].right)
		at = append(at, numbers[i].over())
		numbers[i].half = pg.TextWidth(n.String(), Small(Muted)) / 2
		half = append(half, numbers[i].half)
	}
	Spread(at, half, pg.Min.X-margin/2, pg.Max.X, gap)
	areUnder = true
	for i, n := range numbers {
		reach := n.half
		if n.name == "" {
			reach = max(reach, (n.right-n.left)/2)
		} else if 0 < i && i < len(numbers)-1 {
			reach = reach/2 + slack
		}
		numbers[i].at = at[i]
		areUnder = areUnder && n.over()-reach <= at[i] && at[i] <= n.over()+reach
	}
	return areUnder
}

// holdsNames says whether all blocks have room for their names under them.
func (pg *Page) holdsNames(bs []Block, names Row) bool {
	var all []blockNumber
	free := pg.Size().X
	for i, b := range bs {
		all = append(all, blockNumber{first: i, last: i, name: names.Cell(b.Outcome)})
		free -= pg.TextWidth(all[i].name, Small(Muted)) + listGap
	}
	return free >= 0 && pg.spread(bs, all)
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

// draw writes a number under the window of the chart.
func (n blockNumber) draw(window *Page) {
	const brace = 2.5 // under the window
	less := min(1, (n.right-n.left)/4)
	window.Write(n.at, window.Min.Y-RowHeight/2-2, n.String(), Small(Muted).Center())
	if y := window.Min.Y - brace; n.first < n.last {
		window.StrokeLine2(Muted.Line(Hair), n.left+less, y, n.right-less, y)
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
	head        string // of the names, as it is broken into lines
	headStyle   Style
	columns     []column
	size        vg.Length // of its letters
	width       vg.Length // of a part, of which there may be two side by side
	gap         vg.Length // between columns
	numberWidth vg.Length // 0 where blocks have their names under them
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
	listLine  = 12  // from line to line
	listGap   = 6   // between columns, and around the list
	closeGap  = 2.5 // between columns where names would have no room otherwise
	listRule  = 5   // between the headings and the first line
	listParts = 24  // between parts
	listSpace = 4   // between entries where names stand above cells
)

// text is the style of its letters.
func (l *list) text(k Ink) Style { return Small(k).Sized(l.size) }

// newList lays out a list as wide as the page, with letters of a size, in two parts where names have
// room there.
func (pg *Page) newList(bs []Block, rare []int, rows []Row, size vg.Length, isNumbered bool) *list {
	names, others := namesFirst(rows)
	l := &list{names: names, width: pg.Size().X, size: size}
	if isNumbered {
		l.numberWidth = pg.TextWidth(fmt.Sprint(len(bs)), l.text(Muted)) + listGap
	}
	var all []entry
	for i, b := range bs {
		all = append(all, entry{b.Outcome, fmt.Sprint(i + 1), names.Cell(b.Outcome)})
	}
	for _, outcome := range rare {
		all = append(all, entry{outcome, "–", names.Cell(outcome)})
	}
	for _, r := range others {
		l.columns = append(l.columns, l.newColumn(pg, r, all))
	}
	parts := l.fitNames(pg, all)
	l.parts = slices.Collect(slices.Chunk(all, (len(all)+parts-1)/parts))
	return l
}

// newColumn returns a column as wide as its cells, under a heading of three lines at most.
func (l *list) newColumn(pg *Page, r Row, all []entry) column {
	c := column{Row: r}
	for _, e := range all {
		c.width = max(c.width, pg.TextWidth(r.Cell(e.outcome), l.text(Plain)))
	}
	for {
		c.head = pg.Wrapped(cmp.Or(r.Head, r.Name), c.width, l.text(Muted))
		if strings.Count(c.head, "\n") < 3 && pg.TextWidth(c.head, l.text(Muted)) <= c.width {
			return c
		}
		c.width++
	}
}

// fitNames finds room for the names of entries, which it breaks into lines, and returns in how many
// parts the list is.
func (l *list) fitNames(pg *Page, all []entry) (parts int) {
	small, taken := l.text(Plain), vg.Length(0)
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
	widest := pg.TextWidth(l.names.Name, l.text(Muted))
	for _, e := range all {
		widest = max(widest, pg.TextWidth(e.name, small))
	}
	head := pg.TextWidth(cmp.Or(l.names.Head, l.names.Name), l.text(Muted))
	parts, l.nameWidth = 1, min(max(widest, head), l.width-taken)
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
	beside := vg.Length(0) // the heading of the names, as far as that of the first column
	if first := l.columns[0]; !l.isStacked {
		beside = first.width - pg.TextWidth(first.head, l.text(Muted))
	}
	l.head, l.headStyle = pg.headed(l.names, room+beside, l.text(Muted))
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
		c.head = pg.Wrapped(cmp.Or(c.Head, c.Name), c.width, l.text(Muted))
	}
}

// headHeight is that of the headings, with the rule below them.
func (l *list) headHeight() (most vg.Length) {
	for _, c := range l.columns {
		high := l.text(Muted).drop(c.head)
		if c.Over != "" && !l.isStacked { // where the names have their heading above
			high += listLine
		}
		most = max(most, high)
	}
	most, names := most+listLine+listRule, l.text(Muted).drop(l.head)+listLine
	if l.isStacked {
		return most + names
	}
	return max(most, names+listRule)
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
	small, muted := l.text(Plain), l.text(Muted)
	for i, part := range l.parts {
		left := pg.Min.X + vg.Length(i)*(l.width+listParts)
		rule := top - l.headHeight() + listRule - 1
		above := rule + 6 + l.headStyle.drop(l.head)/2
		if l.isStacked {
			above = top - listLine + 5 - l.headStyle.drop(l.head)/2
		}
		pg.Write(left+l.numberWidth, above, l.head, l.headStyle)
		l.writeOver(pg, left, rule+6)
		right := l.writeCells(pg, left, rule+6, func(c column) string { return c.head }, muted)
		pg.StrokeLine2(Muted.Line(Hair), left, rule, right, rule)
		y := top - l.headHeight() - listLine/2
		for _, e := range part {
			if l.numberWidth > 0 {
				pg.Write(left+l.numberWidth-listGap, y, e.number, muted.Right())
			}
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

// writeOver writes what neighbours have over their headings, which stand on a height, once, and draws
// a line under it.
func (l *list) writeOver(pg *Page, x, y vg.Length) {
	x += l.numberWidth + l.nameWidth
	var left, drop vg.Length // of those that share it
	for i, c := range l.columns {
		x += l.gap + c.width
		if i == 0 || c.Over != l.columns[i-1].Over {
			left, drop = x-pg.TextWidth(c.head, l.text(Muted)), 0
		}
		drop = max(drop, l.text(Muted).drop(c.head))
		if c.Over == "" || i+1 < len(l.columns) && c.Over == l.columns[i+1].Over {
			continue
		}
		above := y + drop + listLine
		pg.Write((left+x)/2, above, c.Over, l.text(Muted).Center())
		pg.StrokeLine2(Muted.Line(Hair), left, above-5, x, above-5)
	}
}
