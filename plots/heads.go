package main

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/plots/internal/page"
)

// Heads are the names of columns as they are written over them.
type heads struct {
	texts    []string
	levels   []int // how many rows higher than usual each stands
	style    page.Style
	stairs   bool      // names end over their columns, and do not stand about their middle
	numbered bool      // columns are called by the numbers of their rows
	rise     vg.Length // the room that they take beyond a row
}

const levelHeight = 12 // from a level to the next

// headings finds places for the names of columns: level, in two lines each, in turn on two
// levels, or else by the numbers of the rows that are called the same, or on stairs.
func (g grid) headings(pg *page.Page) heads {
	h := heads{levels: make([]int, len(g.columns)), style: page.Small(page.Plain)}
	for _, name := range g.columns {
		h.texts = append(h.texts, page.Literal(name))
	}
	room := g.width - 2
	widest := func(texts []string) (most vg.Length) {
		for _, s := range texts {
			most = max(most, pg.TextWidth(s, h.style))
		}
		return most
	}
	smaller := pg.InPrint(page.SmallestPrint)
	if most := widest(h.texts); most*min(1, smaller/tick) <= room {
		h.style = h.style.Sized(sizeWithin(room, most))
		return h
	}
	if broken, lines := h.broken(pg, room); lines == 2 && widest(broken) <= room {
		h.texts, h.rise = broken, levelHeight
		return h
	}
	for odd := range 2 {
		for k := range h.levels {
			h.levels[k] = (k + odd) % 2
		}
		if g.turnsFit(pg, h) {
			h.rise = levelHeight
			return h
		}
	}
	if !g.isConfusion() {
		h.stairs, h.levels = true, g.levels(pg)
		h.rise = levelHeight * vg.Length(slices.Max(h.levels))
		return h
	}
	clear(h.levels)
	h.numbered = true
	for k := range h.texts {
		h.texts[k] = fmt.Sprint(k + 1)
	}
	return h
}

// broken returns the names in lines of a width, and how many of these the longest has.
func (h heads) broken(pg *page.Page, width vg.Length) (texts []string, lines int) {
	for _, name := range h.texts {
		text := pg.Wrapped(name, width, h.style)
		texts, lines = append(texts, text), max(lines, 1+strings.Count(text, "\n"))
	}
	return texts, lines
}

// turnsFit says whether names on two levels in turn keep clear of each other, of the lines to
// those above them, and of the edges of the page.
func (g grid) turnsFit(pg *page.Page, h heads) bool {
	const apart = 3
	clear := []vg.Length{0, 0} // where names may begin, by level
	for k, name := range h.texts {
		half, at := pg.TextWidth(name, h.style)/2, g.headAt(pg, k, h)
		if at-half < clear[h.levels[k]] {
			return false
		}
		clear[h.levels[k]] = at + half + 2*apart
		line := g.names + g.width*(vg.Length(k)+0.5)
		if h.levels[k] == 1 {
			if k > 0 && clear[0]-apart > line {
				return false
			}
			clear[0] = line + apart
		}
	}
	const sums = 12 // the width of %
	return !g.hasSums() || clear[0]-apart < pg.Max.X-pg.Min.X-(g.sum+sums)/2
}

// headAt returns how far from the left the middle of a column's name lies: over that of the
// column, where it does not leave the page.
func (g grid) headAt(pg *page.Page, k int, h heads) vg.Length {
	half := pg.TextWidth(h.texts[k], h.style) / 2
	return min(g.names+g.width*(vg.Length(k)+0.5), pg.Max.X-pg.Min.X-half)
}

// levels are how many rows higher than usual the names of columns stand on stairs: where one is
// wider than its column it ends over it, and stands above the names that lie in its way.
func (g grid) levels(pg *page.Page) []int {
	levels := make([]int, len(g.columns))
	var reach, over []vg.Length // of each name to the left, and beyond its column, in columns
	for k, name := range g.columns {
		wide := (pg.TextWidth(page.Literal(name), page.Small(page.Plain)) + 4) / g.width
		reach = append(reach, wide)
		over = append(over, max(0, wide-g.names/g.width-vg.Length(k)-0.5))
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

// drawHead writes the name of a column over its middle, and a line to one from a higher level,
// or on stairs so that it ends at its line.
func (g grid) drawHead(pg *page.Page, k int, x, top vg.Length) {
	const end = 4 // of the name, beside the line, unless it would leave the page on the left
	name, y := g.heads.texts[k], top+leastCell/2+levelHeight*vg.Length(g.heads.levels[k])
	if g.heads.stairs || g.heads.levels[k] > 0 {
		hair := draw.LineStyle{Color: page.Muted, Width: page.Hair}
		pg.StrokeLine2(hair, x, y-6.5, x, top+1)
	}
	if !g.heads.stairs {
		up := vg.Length(strings.Count(name, "\n")) * g.heads.style.Leading() / 2
		pg.Write(pg.Min.X+g.headAt(pg, k, g.heads), y+up, name, g.heads.style.Center())
		return
	}
	name = fitted(pg, g.columns[k], x+g.width-2*end-pg.Min.X)
	right := max(x+end, pg.Min.X+pg.TextWidth(name, g.heads.style))
	pg.Write(right, y, name, g.heads.style.Right())
}
