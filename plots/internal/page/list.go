package page

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// A list stands under a chart of blocks in the place of a table whose cells are wider than
// these: each block has a number, and behind it a line with its name and its cells.
type list struct {
	page    *Page // as wide as one of its parts
	parts   int   // side by side
	rows    []Row // of the table, of which the first has the names
	heads   []string
	widths  []vg.Length // of the cells
	numbers vg.Length   // the width of the numbers of blocks
	entries []entry
}

// An entry is the name of a block, in lines, and whether the cells stand under it.
type entry struct {
	Block
	name  string
	below bool
}

const (
	listLine  = 12 // from line to line
	listGap   = 7  // between columns
	listRule  = 5  // between the headings and the first line
	listParts = 24 // between parts
)

// TableOrList draws a chart and its table as Table does, or a list in its place where a name or
// a number has no room in that.
func (pg *Page) TableOrList(ch *Chart, bs []Block, rows []Row, below vg.Length) *Page {
	const least, apart = 80, 4 // of the chart; from the bars below
	if !pg.needsList(ch, bs, rows) {
		return pg.Table(ch, bs, rows, below)
	}
	l := pg.list(bs, rows)
	foot := below + apart + l.height()
	if pg.Max.Y-pg.Min.Y-foot-RowHeight < least {
		return pg.Table(ch, bs, rows, below)
	}
	for _, e := range l.entries {
		if Unbroken(e.name) != Unbroken(rows[0].Cell(e.Outcome)) {
			pg.NoRoom(rows[0].Cell(e.Outcome))
		}
	}
	window := ch.DrawOn(pg.Crop(0, 0, foot+RowHeight, 0))
	right := window.Min.X // of the number before
	for i, b := range bs {
		number, middle := fmt.Sprint(i+1), window.middle(b)
		half := pg.TextWidth(number, Small(Muted)) / 2
		if middle-half > right { // others are between their neighbours, as the blocks are
			pg.Write(middle, pg.Min.Y+foot+RowHeight/2-2, number, Small(Muted).Center())
			right = middle + half + 1
		}
	}
	l.draw(pg.Min.Y + foot)
	return window
}

// mostLeads is how many rows the names of blocks take at most, where there is room for all.
const mostLeads = 12

// TableHeight returns what a table or a list takes beyond a row for each of rows.
func (pg *Page) TableHeight(ch *Chart, bs []Block, rows []Row) vg.Length {
	if pg.needsList(ch, bs, rows) {
		return pg.list(bs, rows).height() - RowHeight*vg.Length(len(rows)-1)
	}
	leads, _ := ch.window(pg.Crop(pg.rowNames(), 0, 0, 0)).leads(rows[0], bs, mostLeads)
	return leadRoom(leads)
}

// TableWindow returns the part of the page that the window of a chart takes over a table, or
// over a list.
func (pg *Page) TableWindow(ch *Chart, bs []Block, rows []Row) *Page {
	if pg.needsList(ch, bs, rows) {
		return ch.window(pg)
	}
	return ch.window(pg.Crop(pg.rowNames(), 0, 0, 0))
}

// needsList says whether a table lacks room for a name or a number, of no more blocks than a
// reader looks up.
func (pg *Page) needsList(ch *Chart, bs []Block, rows []Row) bool {
	const most = 24
	if len(bs) > most {
		return false
	}
	window := ch.window(pg.Crop(pg.rowNames(), 0, 0, 0))
	for _, r := range rows {
		if r.Names {
			leads, without := window.leads(r, bs, mostLeads)
			isCut := func(l lead) bool { return strings.HasSuffix(l.name, "…") }
			if without != nil || slices.ContainsFunc(leads, isCut) {
				return true
			}
			continue
		}
		for _, b := range bs {
			if _, lines := window.fitted(b, r.Cell(b.Outcome), r.Style); lines == 0 {
				return true
			}
		}
	}
	return false
}

// list lays the list of a table out, in two parts where the page has room for them.
func (pg *Page) list(bs []Block, rows []Row) list {
	l := list{page: pg, parts: 2, rows: rows}
	for _, r := range rows[1:] {
		var width vg.Length
		for word := range strings.FieldsSeq(r.Name) {
			width = max(width, pg.TextWidth(word, Small(Muted)))
		}
		l.heads = append(l.heads, pg.Wrapped(r.Name, width, Small(Muted)))
		for _, b := range bs {
			width = max(width, pg.TextWidth(r.Cell(b.Outcome), Small(Plain)))
		}
		l.widths = append(l.widths, width)
	}
	l.numbers = pg.TextWidth(fmt.Sprint(len(bs)), Small(Muted)) + listGap
	half := (pg.Max.X - pg.Min.X - listParts) / 2
	l.page = pg.Crop(0, half+listParts, 0, 0)
	if widest := l.nameRoom(); len(bs) < 4 || slices.ContainsFunc(bs, func(b Block) bool {
		return pg.TextWidth(rows[0].Cell(b.Outcome), Small(Plain)) > widest
	}) {
		l.page, l.parts = pg, 1
	}
	for _, b := range bs {
		l.entries = append(l.entries, l.entry(b))
	}
	return l
}

// nameRoom is what the cells leave for the names.
func (l list) nameRoom() vg.Length {
	room := l.page.Max.X - l.page.Min.X - l.numbers
	for _, width := range l.widths {
		room -= width + listGap
	}
	return room
}

// entry puts the name of a block beside its cells, or where it is too long, above them.
func (l list) entry(b Block) entry {
	const most = 2 // lines
	name, small := l.rows[0].Cell(b.Outcome), Small(Plain)
	for _, room := range []vg.Length{l.nameRoom(), l.page.Max.X - l.page.Min.X - l.numbers} {
		wrapped := l.page.Wrapped(name, room, small)
		if l.page.TextWidth(wrapped, small) <= room && strings.Count(wrapped, "\n") < most {
			return entry{b, wrapped, room > l.nameRoom()}
		}
	}
	return entry{b, l.page.CutShort(Unbroken(name), l.nameRoom(), small), false}
}

// lines is how many an entry takes.
func (e entry) lines() int {
	n := 1 + strings.Count(e.name, "\n")
	if e.below {
		n++
	}
	return n
}

// split returns the entries of each part.
func (l list) split() [][]entry {
	var all [][]entry
	for part := range slices.Chunk(l.entries, (len(l.entries)+l.parts-1)/l.parts) {
		all = append(all, part)
	}
	return all
}

// headHeight is that of the headings, with the rule below them.
func (l list) headHeight() vg.Length {
	most := 0
	for _, head := range l.heads {
		most = max(most, strings.Count(head, "\n"))
	}
	return vg.Length(most)*Small(Muted).Leading() + listLine + listRule
}

func (l list) height() (most vg.Length) {
	for _, part := range l.split() {
		height := l.headHeight()
		for _, e := range part {
			height += listLine * vg.Length(e.lines())
		}
		most = max(most, height)
	}
	return most
}

// draw writes the list from a height down.
func (l list) draw(top vg.Length) {
	pg, small, muted := l.page, Small(Plain), Small(Muted)
	for i, part := range l.split() {
		left := pg.Min.X + vg.Length(i)*(pg.Max.X-pg.Min.X+listParts)
		right := left + pg.Max.X - pg.Min.X
		if l.parts == 1 { // no wider than it needs to be
			right = min(right, left+l.numbers+l.widestName()+pg.Max.X-pg.Min.X-l.numbers-l.nameRoom())
		}
		rule := top - l.headHeight() + listRule - 1
		pg.Write(left+l.numbers, rule+5, l.rows[0].Name, muted)
		l.writeCells(right, rule+5, func(k int) string { return l.heads[k] }, muted)
		pg.StrokeLine2(draw.LineStyle{Color: Muted, Width: Hair}, left, rule, right, rule)
		y := top - l.headHeight() - listLine/2
		for k, e := range part {
			number := i*len(l.split()[0]) + k + 1
			pg.Write(left+l.numbers-listGap, y, fmt.Sprint(number), muted.Right())
			lines := strings.Count(e.name, "\n")
			pg.Write(left+l.numbers, y-vg.Length(lines)*small.Leading()/2, e.name, small)
			last := y - listLine*vg.Length(e.lines()-1)
			if !e.below {
				last = y
			}
			l.writeCells(right, last, func(k int) string { return l.rows[k+1].Cell(e.Outcome) }, small)
			y -= listLine * vg.Length(e.lines())
		}
	}
}

// widestName is the width of the widest name, or of the room that names have.
func (l list) widestName() vg.Length {
	most := l.page.TextWidth(l.rows[0].Name, Small(Muted))
	for _, e := range l.entries {
		most = max(most, l.page.TextWidth(e.name, Small(Plain)))
	}
	return min(most, l.nameRoom())
}

// writeCells writes cells from the right, of which those of several lines stand on a height.
func (l list) writeCells(right, y vg.Length, cell func(k int) string, st Style) {
	for k := len(l.widths) - 1; k >= 0; k-- {
		s := cell(k)
		up := vg.Length(strings.Count(s, "\n")) * st.Leading() / 2
		l.page.Write(right, y+up, s, st.Right())
		right -= l.widths[k] + listGap
	}
}
