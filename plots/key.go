package main

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/plots/internal/page"
)

// A key is a piece of a line, and behind it what the line means.
const keyLine = 23 // the piece, and the gap behind it

// dashedLine is that of guides.
var dashedLine = page.Plain.Line(page.Thin, 4, 3)

// keyed sets a note behind a piece of the line that it is about, over what is drawn on the page that
// it returns.
func keyed(pg *page.Page, line draw.LineStyle, note string, style page.Style) *page.Page {
	drawKey(pg, pg.Min.X, line)
	return pg.Crop(keyLine, 0, 0, 0).Note(note, style).Crop(-keyLine, 0, 0, 0)
}

// drawKey draws the piece from x on, at the height of a note or a caption.
func drawKey(pg *page.Page, x vg.Length, line draw.LineStyle) {
	const length = 18
	pg.StrokeLine2(line, x, pg.Max.Y-5, x+length, pg.Max.Y-5)
}

// dashed says what dashes mean over what is drawn on the page that it returns.
func dashed(pg *page.Page, s string) *page.Page {
	return keyed(pg, dashedLine, s, page.Small(page.Plain))
}
