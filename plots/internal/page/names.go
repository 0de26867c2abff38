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
	d := pg.rec.drawing
	d.unnamed = append(d.unnamed, PlainText(pg.rec.labels.of(name)))
}

// NotDrawn keeps in mind what is not drawn, as in "2 outcomes too rare to draw".
// It may be empty.
func (pg *Page) NotDrawn(what string) { pg.rec.drawing.undrawn = what }

// Lost says which names a drawing has no room for, and what else it leaves out;
// "" where it has all.
func (d *Drawing) Lost() string {
	const few = 8
	var says []string
	if d.undrawn != "" {
		says = append(says, d.undrawn)
	}
	if n := len(d.unnamed); n > 0 {
		names := strings.Join(d.unnamed[:min(n, few)], ", ")
		if n > few {
			names += fmt.Sprintf(" and %d more", n-few)
		}
		noun := "name"
		if n > 1 {
			noun = "names"
		}
		says = append(says, "no room for the "+noun+" "+names)
	}
	return strings.Join(says, "; ")
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
// blocks, from the middle of the page outwards, in at most so many rows. What finds
// none is cut short.
func (pg *Page) leads(r Row, bs []Block, most int) (all []lead) {
	var wide []Block
	for _, b := range bs {
		if _, lines := pg.fitted(b, r.Cell(b.Outcome), r.Style); lines == 0 {
			wide = append(wide, b)
		}
	}
	slices.SortStableFunc(wide, func(a, b Block) int {
		return cmp.Compare(math.Abs(a.left+a.right-1), math.Abs(b.left+b.right-1))
	})
	for i, b := range wide {
		if l, ok := pg.lead(r, b, most, all, wide[i+1:]); ok {
			all = append(all, l)
		} else {
			pg.NoRoom(r.Cell(b.Outcome))
		}
	}
	return all
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
