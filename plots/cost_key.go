package main

import (
	"gonum.org/v1/plot/vg"

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
	all := ex.costEntries(!t.HasTexts())
	width := func(k costEntry) vg.Length { return keyLine + pg.TextWidth(k.name, page.Small(k.ink)) + apart }
	wide := vg.Length(0)
	for _, k := range all {
		wide += width(k)
	}
	x := pg.Min.X
	for i, k := range all {
		if i == 2 && wide > pg.Size().X+apart || i > 0 && x+width(k) > pg.Max.X+apart {
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
		pg.Write(x+keyLine, pg.Max.Y-5, k.name, page.Small(k.ink))
		x += width(k)
	}
	return pg.Below(height)
}

// A costEntry is one of the key: first that of the line, and then those of fills.
type costEntry struct {
	name string
	ink  page.Ink
}

// costEntries returns what there is. What is saved has a minus in cells.
func (ex example) costEntries(inCells bool) []costEntry {
	all := []costEntry{{"for *q*", page.Blue}, {"for *p* and *q*", page.Blue}}
	add := func(name, sign string, much info.Bits, ink page.Ink) {
		if inCells {
			name += " (" + sign + ")"
		}
		if much >= nothing {
			all = append(all, costEntry{name, ink})
		}
	}
	lost, saved := ex.lostAndSaved()
	add("lost", "+", lost, page.Orange)
	add("saved", "−", saved, page.Green)
	return all
}
