package page

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A standing text is under its block, with its middle at a place, on a line from the first, 0, on.
type standing struct {
	at, half vg.Length
	line     int
	text     string
	Block
}

// stand places texts under the middles of their blocks, or as near as the page ends.
func (pg *Page) stand(bs []Block, text func(i int) string) (all []standing) {
	for i, b := range bs {
		s := text(i)
		half := pg.TextWidth(s, Small(Muted)) / 2
		at := max(pg.Min.X-margin/2+half, min(pg.X((b.left+b.right)/2), pg.Max.X+margin/2-half))
		all = append(all, standing{at: at, half: half, text: s, Block: b})
	}
	return all
}

// areApart says whether texts from left to right have a gap between any two.
func areApart(all []standing, gap vg.Length) bool {
	for i, s := range all[min(1, len(all)):] {
		if s.at-s.half < all[i].at+all[i].half+gap {
			return false
		}
	}
	return true
}

// numbers places numbers under their blocks, and those that would touch the one before on a second line,
// on which they are spread apart. Of more than have room every other one stands, or every third.
func (pg *Page) numbers(bs []Block) []standing {
	const gap = 2.5
	all := pg.stand(bs, func(i int) string { return fmt.Sprint(i + 1) })
	for every := 1; ; every++ {
		var lines [2][]standing
		for i := 0; i < len(all); i += every {
			s := all[i]
			if !areApart(append(slices.Clip(lines[0]), s), gap) {
				s.line = 1
			}
			lines[s.line] = append(lines[s.line], s)
		}
		var at, half []vg.Length
		for _, s := range lines[1] {
			at, half = append(at, s.at), append(half, s.half)
		}
		Spread(at, half, pg.Min.X-margin/2, pg.Max.X+margin/2, gap)
		for i := range at {
			lines[1][i].at = at[i]
		}
		if areApart(lines[1], gap/2) {
			return slices.Concat(lines[0], lines[1])
		}
	}
}

// numbersHeight is what the numbers of blocks take.
func (pg *Page) numbersHeight(bs []Block) vg.Length {
	isBelow := func(s standing) bool { return s.line > 0 }
	if slices.ContainsFunc(pg.numbers(bs), isBelow) {
		return RowHeight + numberLine
	}
	return RowHeight
}

const numberLine = 8 // from one line of numbers to the next

// drawNumbers draws the numbers of blocks under their window, and behind them a hairline to each on the
// second line, or a tick where it is right under its block.
func (pg *Page) drawNumbers(bs []Block) {
	const high, air, near, tick = 8, 0.5, 1.5, 4 // of a number, around it, and to be right under its block
	all := pg.numbers(bs)
	height := func(s standing) vg.Length { return pg.Min.Y - RowHeight/2 - 2 - numberLine*vg.Length(s.line) }
	for _, s := range all {
		middle := pg.X((s.left + s.right) / 2)
		switch {
		case s.line == 0:
		case math.Abs(float64(s.at-middle)) > near:
			pg.StrokeLine2(Faint.Line(Hair), middle, pg.Min.Y-1, s.at, height(s))
		default: // a tick over the line between
			pg.StrokeLine2(Muted.Line(Hair), middle, pg.Min.Y-1, middle, pg.Min.Y-tick)
		}
	}
	pg.SetColor(Paper)
	for _, s := range all {
		pg.Fill(rect(s.at-s.half-air, height(s)-high/2, 2*(s.half+air), high).Path())
	}
	for _, s := range all {
		pg.Write(s.at, height(s), s.text, Small(Muted).Center())
	}
}
