package main

import "crossentropy/plots/internal/page"

// costKey says what the lines and the fills of blocks mean, over what is drawn on the page that it
// returns. What is saved has a minus in cells.
func costKey(pg *page.Page, t *page.Table) *page.Page {
	const height, high, apart = 15, 8, 12
	lost, saved := "lost (+)", "saved (−)"
	if t.HasTexts() {
		lost, saved = "lost", "saved"
	}
	x := pg.Min.X
	for i, k := range []struct {
		name string
		ink  page.Ink
	}{{"for *p*", page.Plain}, {"for *q*", page.Blue}, {lost, page.Orange}, {saved, page.Green}} {
		style := page.Small(page.Plain)
		width := keyLine + pg.TextWidth(k.name, style)
		if i > 0 && x+width > pg.Max.X {
			pg, x = pg.Below(height), pg.Min.X
		}
		box := pg.Crop(x-pg.Min.X, 0, 0, 5-high/2).Rectangle
		box.Min.Y, box.Max.X = box.Max.Y-high, x+keyLine-5
		switch {
		case k.ink == page.Plain:
			drawKey(pg, x, k.ink.Line(page.Hair))
		case k.ink == page.Blue:
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
