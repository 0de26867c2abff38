package main

import (
	"slices"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// costKey says what the line and the fills of blocks mean, where these do not say it themselves, or in
// a column, over what is drawn on the page that it returns.
func costKey(pg *page.Page, ex example, t *page.Table) *page.Page {
	if !pg.Column && t.HasTexts() {
		return pg
	}
	const height, high, apart = 15, 8, 12
	x := pg.Min.X
	for i, k := range ex.costEntries(!t.HasTexts()) {
		style := page.Small(k.ink)
		width := keyLine + pg.TextWidth(k.name, style)
		if i > 0 && x+width > pg.Max.X {
			pg, x = pg.Below(height), pg.Min.X
		}
		box := pg.Crop(x-pg.Min.X, 0, 0, 5-high/2).Rectangle
		box.Min.Y, box.Max.X = box.Max.Y-high, x+keyLine-5
		switch {
		case i == 0:
			drawKey(pg, x, k.ink.Line(pg.BlockTop()))
		case k.ink == page.Green:
			pg.Outline(box, savedEdge)
		default:
			pg.FillBox(box, k.ink)
		}
		pg.Write(x+keyLine, pg.Max.Y-5, k.name, style)
		x += width + apart
	}
	return pg.Below(height)
}

// A costEntry is one of the key: first that of the line, and then those of fills.
type costEntry struct {
	name string
	ink  page.Ink
	much info.Bits // of it, or none is drawn
}

// costEntries returns what there is. What is saved has a minus in cells.
func (ex example) costEntries(inCells bool) []costEntry {
	lost, saved := ex.lostAndSaved()
	plus, minus := "", ""
	if inCells {
		plus, minus = " (+)", " (−)"
	}
	all := []costEntry{
		{"for *q*", page.Blue, 1},
		{"for *p* and *q*", page.Blue, 1},
		{"lost" + plus, page.Orange, lost},
		{"saved" + minus, page.Green, saved},
	}
	return slices.DeleteFunc(all, func(k costEntry) bool { return k.much < nothing })
}
