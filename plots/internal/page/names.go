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

// NoRoom keeps in mind that a name is not written.
func (pg *Page) NoRoom(name string) {
	d, name := pg.rec.drawing, PlainText(pg.rec.labels.of(name))
	if !slices.Contains(d.unnamed, name) {
		d.unnamed = append(d.unnamed, name)
	}
}

// NoRoomFor keeps in mind what else is not written, as in "the numbers of", of which.
func (pg *Page) NoRoomFor(what string, which []string) {
	if len(which) > 0 {
		pg.rec.drawing.crowdedOut = append(pg.rec.drawing.crowdedOut, what+" "+few(which))
	}
}

// NotDrawn keeps in mind what is not drawn, as in "2 outcomes too rare to draw".
// It may be empty.
func (pg *Page) NotDrawn(what string) {
	if d := pg.rec.drawing; what != "" && !slices.Contains(d.undrawn, what) {
		d.undrawn = append(d.undrawn, what)
	}
}

// LacksRoom says whether a wider drawing may have what this one has no room for.
func (d *Drawing) LacksRoom() bool { return len(d.unnamed)+len(d.crowdedOut) > 0 }

// Lost says which names a drawing has no room for, and what else it leaves out;
// "" where it has all.
func (d *Drawing) Lost() string {
	says := slices.Clone(d.undrawn)
	for _, what := range d.crowdedOut {
		says = append(says, "no room for "+what)
	}
	if n := len(d.unnamed); n > 0 {
		noun := "name"
		if n > 1 {
			noun = "names"
		}
		says = append(says, "no room for the "+noun+" "+few(d.unnamed))
	}
	return strings.Join(says, "; ")
}

// few lists the first of some names.
func few(names []string) string {
	const most = 8
	list := strings.Join(names[:min(len(names), most)], ", ")
	if more := len(names) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}

// CutShort returns s where it is no wider than a width, else as much of its
// beginning as leaves room for an ellipsis, and "" if that is less than three letters.
func (pg *Page) CutShort(s string, width vg.Length, st Style) string {
	if pg.TextWidth(s, st) <= width {
		return s
	}
	letters := []rune(PlainText(pg.rec.say(s)))
	for n := len(letters) - 1; n >= 3; n-- {
		cut := Literal(strings.TrimRight(string(letters[:n]), " ")) + "…"
		if pg.TextWidth(cut, st) <= width {
			return cut
		}
	}
	return ""
}

// A lead is a name that is too wide for its block. It stands in a row below, at the
// end of a line from the middle of the block.
type lead struct {
	name            string
	row             int
	at, left, right vg.Length // of the line, and of the name
}

const (
	leadHeight = 12 // of a row
	leadGap    = 2  // above the first
)

// meets reports whether two names touch, or one the line to the other.
func (l lead) meets(m lead) bool {
	const apart, aside = 6, 2
	if l.row > m.row {
		l, m = m, l
	}
	if l.row < m.row {
		return l.left-aside < m.at && m.at < l.right+aside
	}
	return l.left-apart < m.right && m.left-apart < l.right
}

// leads finds places for the names in a row's cells that are too wide for their
// blocks, in at most so many rows: from the middle of the page outwards, or where that
// leaves no room for one, on stairs. What finds none is cut short, or is without.
func (pg *Page) leads(r Row, bs []Block, most int) (all []lead, without []string) {
	var wide []Block
	for _, b := range bs {
		if _, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style); lines == 0 {
			wide = append(wide, b)
		}
	}
	ordered := slices.Clone(wide)
	slices.SortStableFunc(ordered, func(a, b Block) int {
		return cmp.Compare(math.Abs(a.left+a.right-1), math.Abs(b.left+b.right-1))
	})
	whole := true
	for i, b := range ordered {
		l, ok := pg.lead(r, b, most, all, ordered[i+1:])
		if ok {
			all = append(all, l)
		} else {
			without = append(without, r.Cell(b.Outcome))
		}
		whole = whole && l.name == Unbroken(r.Cell(b.Outcome))
	}
	if !whole {
		if stairs := pg.stairs(r, wide, most); stairs != nil {
			return stairs, nil
		}
	}
	return all, without
}

// stairs places the names of blocks, which go from left to right, down towards the middle: the
// first so many begin at their lines, and the others end there. It returns those in the fewest
// rows, or nil where there is no room for one.
func (pg *Page) stairs(r Row, bs []Block, most int) (best []lead) {
	for split := range len(bs) + 1 {
		var all []lead
		for i, b := range bs {
			name, at := Unbroken(r.Cell(b.Outcome)), pg.middle(b)
			wide := pg.TextWidth(name, r.Style)
			left := at - 3
			if i >= split {
				left = at - wide + 3
			}
			if 0 < split && split <= i { // clear of the last line on the left
				left = max(left, min(at-3, pg.middle(bs[split-1])+3))
			}
			left = max(pg.Min.X, min(left, pg.Max.X-wide))
			all = append(all, lead{name, 0, at, left, left + wide})
		}
		if rows := layered(all, most); rows <= most && pg.within(all) {
			best, most = all, rows-1
		}
	}
	return best
}

// within says whether names lie on the page.
func (pg *Page) within(all []lead) bool {
	return !slices.ContainsFunc(all, func(l lead) bool { return l.right > pg.Max.X+1 })
}

// layered moves leads down until each stands under those whose lines it would lie on, and
// returns how many rows that takes; more than most where it takes too many, or cannot be.
func layered(all []lead, most int) (rows int) {
	const aside = 2
	for moved := true; moved; {
		moved = false
		for i := range all {
			for j := range all {
				l, m := all[i], &all[j]
				on := m.left-aside < l.at && l.at < m.right+aside // m on the line of l
				if i != j && m.row <= l.row && (on || m.row == l.row && i < j && l.meets(*m)) {
					m.row, moved = l.row+1, true
				}
				if rows = max(rows, m.row+1); rows > most {
					return rows
				}
			}
		}
	}
	return rows
}

// middle returns where the line to a block's name begins.
func (pg *Page) middle(b Block) vg.Length { return pg.X((b.left + b.right) / 2) }

// lead finds a place for the name of a block that keeps clear of others, and if it can
// out of the way of those that still have to find one.
func (pg *Page) lead(r Row, b Block, most int, others []lead, later []Block) (best lead, ok bool) {
	name, at := Unbroken(r.Cell(b.Outcome)), pg.middle(b)
	for _, width := range []vg.Length{pg.Max.X - pg.Min.X, 90, 60, 36} {
		cut := pg.CutShort(name, width, r.Style)
		if cut == "" {
			break
		}
		wide, least := pg.TextWidth(cut, r.Style), math.MaxInt
		for row := range most {
			for _, left := range []vg.Length{at - wide/2, at - 3, at - wide + 3} {
				left = max(pg.Min.X, min(left, pg.Max.X-wide))
				l := lead{cut, row, at, left, left + wide}
				inTheWay := row
				for _, b := range later {
					if l.meets(lead{row: most, at: pg.middle(b)}) {
						inTheWay += most
					}
				}
				if inTheWay < least && !slices.ContainsFunc(others, l.meets) {
					best, least, ok = l, inTheWay, true
				}
			}
		}
		if ok {
			break
		}
	}
	return best, ok
}

// drawLeads writes names in rows below a height, and the lines that lead to them from
// another.
func (pg *Page) drawLeads(leads []lead, from, below vg.Length, st Style) {
	hair := draw.LineStyle{Color: Muted, Width: Hair}
	for _, l := range leads {
		middle := below - leadHeight*(vg.Length(l.row)+0.5) - leadGap
		pg.StrokeLine2(hair, l.at, from, l.at, middle+5)
		if l.at > (l.left+l.right)/2 { // it ends at the line, in whatever font
			pg.Write(l.right, middle, l.name, st.Right())
		} else {
			pg.Write(l.left, middle, l.name, st)
		}
	}
}

// leadRoom is how high the rows of leads are.
func leadRoom(leads []lead) (room vg.Length) {
	for _, l := range leads {
		room = max(room, leadGap+leadHeight*vg.Length(l.row+1))
	}
	return room
}
