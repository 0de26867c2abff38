package page

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"gonum.org/v1/plot/vg"
)

// A list has a line for each block: its number, its name and its cells.
type list struct {
	names       Row
	columns     []column
	entries     []entry
	head        string    // of the names, as it is broken into lines
	size        vg.Length // of its letters
	gap         vg.Length // between columns
	numberWidth vg.Length // 0 where blocks have their names under them
	numberGap   vg.Length // behind numbers, or 0
	nameWidth   vg.Length
	least       vg.Length // that names need
}

// A column has the cells of a row one under the other.
type column struct {
	Row
	head  string // as it is broken into lines
	width vg.Length
	lead  vg.Length // before it, where another unit begins
}

// An entry is the name of an outcome, and the number of its block, a dash where it has none.
type entry struct {
	outcome      int
	number, name string // the name as it is broken into lines
}

const (
	listLine  = 12 // from line to line
	listRule  = 5  // between the headings and the first line
	listGap   = 6  // around the list, and behind numbers
	usualGap  = 5  // between columns, at least where letters can shrink for it
	unitGap   = 3  // more, before another unit
	leastGap  = 1.5
	mostGap   = 18  // on the whole page
	leastHead = 40  // that the heading of names takes, if it is no shorter
	slack     = 0.5 // as letters are placed by whole units
)

// text is the style of its letters.
func (l *list) text(k Ink) Style { return Small(k).Sized(l.size) }

// newList lays out a list as wide as the page at most, under the window of a chart. Its letters are as
// small as the columns need beside names in three lines.
func (pg *Page) newList(window *Page, bs []Block, rare []int, rows []Row) *list {
	l := &list{size: tickSize}
	for _, r := range rows {
		if r.Names {
			l.names = r
		} else {
			l.columns = append(l.columns, column{Row: r})
		}
	}
	for i, b := range bs {
		l.entries = append(l.entries, entry{b.Outcome, fmt.Sprint(i + 1), l.names.Cell(b.Outcome)})
	}
	for _, outcome := range rare {
		l.entries = append(l.entries, entry{outcome, "–", l.names.Cell(outcome)})
	}
	name := func(i int) string { return l.entries[i].name }
	if len(rare) > 0 || !areApart(window.stand(bs, name), listGap) {
		l.numberGap = listGap
	}
	const runTogether = 2.4
	isSpare := func(c column) bool { return c.Spare }
	if l.fit(pg) < runTogether && slices.ContainsFunc(l.columns, isSpare) {
		for _, c := range l.columns {
			if c.Spare {
				pg.NoRoom("the numbers:", c.Name)
			}
		}
		l.columns = slices.DeleteFunc(l.columns, isSpare)
		l.fit(pg)
	}
	l.fitNames(pg)
	return l
}

// fit shrinks the letters where they have no room in the usual size, and returns the gap between columns
// beside names in three lines.
func (l *list) fit(pg *Page) (gap vg.Length) {
	l.size = tickSize
	n, room, needed := vg.Length(len(l.columns)), pg.Size().X-slack-l.numberGap, l.measure(pg)
	if usual := room - usualGap*n; needed > usual {
		l.size = max(smallestOnPages, pg.InPrint(smallestScript), tickSize*usual/needed)
		needed = l.measure(pg)
	}
	return (room - needed) / n
}

// measure measures numbers, columns and names in three lines, and returns what they take without gaps.
func (l *list) measure(pg *Page) (needed vg.Length) {
	plain, muted := l.text(Plain), l.text(Muted)
	if l.numberGap > 0 {
		l.numberWidth = pg.TextWidth(fmt.Sprint(len(l.entries)), muted)
	}
	l.least = min(leastHead, pg.widestWord(l.names.heading(), muted))
	for _, e := range l.entries {
		l.least = max(l.least, pg.inThreeLines(e.name, plain))
	}
	needed = l.numberWidth + l.least
	for k := range l.columns {
		c := &l.columns[k]
		if k > 0 && c.Unit != l.columns[k-1].Unit {
			c.lead = unitGap
		}
		c.width = pg.widestWord(l.heading(k), muted)
		for _, e := range l.entries {
			c.width = max(c.width, pg.TextWidth(c.Cell(e.outcome), plain))
		}
		needed += c.lead + c.width
	}
	return needed
}

// widestWord returns the width of the widest word of a text, as it is written.
func (pg *Page) widestWord(s string, st Style) vg.Length {
	return pg.TextWidth(pg.Wrapped(s, 0, st), st)
}

// inThreeLines returns the least width of a text in three lines, as it is written.
func (pg *Page) inThreeLines(s string, st Style) vg.Length {
	widest, all := pg.widestWord(s, st), pg.TextWidth(s, st)
	holds := func(more int) bool { return strings.Count(pg.Wrapped(s, widest+vg.Length(more), st), "\n") < 3 }
	return widest + vg.Length(sort.Search(int(all-widest), holds))
}

// fitNames finds room for names beside their cells, in at most three lines, and parts the columns by
// what is left.
func (l *list) fitNames(pg *Page) {
	plain, n := l.text(Plain), vg.Length(len(l.columns))
	widest := pg.TextWidth(l.names.heading(), l.text(Muted))
	for _, e := range l.entries {
		widest = max(widest, pg.TextWidth(e.name, plain))
	}
	free := pg.Size().X - l.numberWidth - l.numberGap
	for _, c := range l.columns {
		free -= c.lead + c.width
	}
	l.nameWidth = min(max(l.least, min(widest, free-usualGap*n)), free-leastGap*n)
	if l.gap = (free - l.nameWidth) / n; !pg.Column {
		l.gap = min(mostGap, l.gap)
	}
	for k, c := range l.columns { // headings have room before their columns
		l.columns[k].head = pg.Wrapped(l.heading(k), c.width+max(0, l.gap-usualGap), l.text(Muted))
	}
	var isWhole bool
	if l.head, isWhole = pg.Shortened(l.names.heading(), l.nameWidth, l.text(Muted)); !isWhole {
		pg.NoRoom("the heading", l.names.heading())
	}
	for i, e := range l.entries {
		lines := pg.Wrapped(e.name, l.nameWidth, plain)
		if strings.Count(lines, "\n") > 2 || pg.TextWidth(lines, plain) > l.nameWidth {
			lines = pg.CutShort(Unbroken(e.name), l.nameWidth, plain)
			pg.NoRoom("the name", e.name)
		}
		l.entries[i].name = lines
	}
}

// headHeight is that of the headings, with the rule below them.
func (l *list) headHeight() vg.Length {
	st := l.text(Muted)
	most := st.drop(l.head)
	for k, c := range l.columns {
		high := st.drop(c.head)
		if c.Unit != "" && !l.isAlone(k) {
			high += listLine
		}
		most = max(most, high)
	}
	return most + listLine + listRule
}

// height is that of an entry.
func (e entry) height() vg.Length { return listLine * vg.Length(1+strings.Count(e.name, "\n")) }

func (l *list) height() vg.Length {
	height := l.headHeight()
	for _, e := range l.entries {
		height += e.height()
	}
	return height
}

// draw writes the list from a height down.
func (l *list) draw(pg *Page, top vg.Length) {
	plain, muted := l.text(Plain), l.text(Muted)
	name := pg.Min.X + l.numberWidth + l.numberGap
	rule := top - l.headHeight() + listRule - 1
	pg.Write(name, rule+6+muted.drop(l.head)/2, l.head, muted)
	l.writeUnits(pg, rule+6)
	right := l.writeCells(pg, rule+6, func(c column) string { return c.head }, muted)
	pg.StrokeLine2(Muted.Line(Hair), pg.Min.X, rule, right, rule)
	y := top - l.headHeight() - listLine/2
	for _, e := range l.entries {
		if l.numberGap > 0 {
			pg.Write(name-listGap, y, e.number, muted.Right())
		}
		pg.Write(name, y-plain.drop(e.name)/2, e.name, plain)
		l.writeCells(pg, y, func(c column) string { return c.Cell(e.outcome) }, plain)
		y -= e.height()
	}
}

// writeCells writes cells behind a name, of which those of several lines stand on a height. It
// returns where the last one ends.
func (l *list) writeCells(pg *Page, y vg.Length, cell func(column) string, st Style) vg.Length {
	x := pg.Min.X + l.numberWidth + l.numberGap + l.nameWidth
	for _, c := range l.columns {
		s := cell(c)
		x += l.gap + c.lead + c.width
		pg.Write(x, y+st.drop(s)/2, s, st.Right())
	}
	return x
}

// isAlone says whether a column shares its unit with no neighbour.
func (l *list) isAlone(k int) bool {
	unit := l.columns[k].Unit
	return (k == 0 || l.columns[k-1].Unit != unit) && (k+1 == len(l.columns) || l.columns[k+1].Unit != unit)
}

// heading is that of a column, with a unit of its own behind it.
func (l *list) heading(k int) string {
	if c := l.columns[k]; c.Unit != "" && l.isAlone(k) {
		return c.heading() + ", " + c.Unit
	}
	return l.columns[k].heading()
}

// writeUnits writes each unit once over the headings of the neighbours that share it, which stand on a
// height, and draws a line under it.
func (l *list) writeUnits(pg *Page, y vg.Length) {
	st, x := l.text(Muted), pg.Min.X+l.numberWidth+l.numberGap+l.nameWidth
	var left, drop vg.Length // of those that share it
	for i, c := range l.columns {
		x += l.gap + c.lead + c.width
		if i == 0 || c.Unit != l.columns[i-1].Unit {
			left, drop = x-pg.TextWidth(c.head, st), 0
		}
		drop = max(drop, st.drop(c.head))
		if c.Unit == "" || l.isAlone(i) || i+1 < len(l.columns) && c.Unit == l.columns[i+1].Unit {
			continue
		}
		above := y + drop + listLine
		pg.Write((left+x)/2, above, c.Unit, st.Center())
		pg.StrokeLine2(Muted.Line(Hair), left, above-5, x, above-5)
	}
}
