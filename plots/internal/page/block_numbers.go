package page

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A standing text is under its block, or near that, with its middle at a place.
type standing struct {
	at, half vg.Length
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

// numbers places numbers under their blocks, spread apart where they would touch. Of more than have room
// every other one stands, or every third.
func (pg *Page) numbers(bs []Block) (all []standing) {
	const gap = 3.2
	left, right := pg.Min.X-margin/2, pg.Max.X+margin/2
	texts := pg.stand(bs, func(i int) string { return fmt.Sprint(i + 1) })
	for every := 1; ; every++ {
		var at, half []vg.Length
		all = nil
		for i := 0; i < len(texts); i += every {
			all, at, half = append(all, texts[i]), append(at, texts[i].at), append(half, texts[i].half)
		}
		Spread(at, half, left, right, gap)
		for i := range all {
			all[i].at = at[i]
		}
		if areApart(all, gap/2) {
			return all
		}
	}
}

// isAside says whether a number is not under its block, but for what the eye does not see.
func (pg *Page) isAside(s standing) bool {
	const near = 1.5
	left, right := pg.X(s.left), pg.X(s.right)
	isUnder := s.at-s.half >= left && s.at+s.half <= right
	return !isUnder && math.Abs(float64(s.at-(left+right)/2)) > near
}

// numbersHeight is what the numbers of blocks take, with lines to those that stand aside.
func (pg *Page) numbersHeight(bs []Block) vg.Length {
	if slices.ContainsFunc(pg.numbers(bs), pg.isAside) {
		return RowHeight + numberLine
	}
	return RowHeight
}

const numberLine = 7 // how high a line to a number is

// drawNumbers draws the numbers of blocks under their window, all below the lines to those that stand
// aside, if any do.
func (pg *Page) drawNumbers(bs []Block) {
	const high = 7 // of a number
	all := pg.numbers(bs)
	y := pg.Min.Y - pg.numbersHeight(bs) + RowHeight/2 - 2
	for _, s := range all {
		if pg.isAside(s) {
			pg.StrokeLine2(Muted.Line(Hair), pg.X((s.left+s.right)/2), pg.Min.Y-1, s.at, y+high/2+1)
		}
		pg.Write(s.at, y, s.text, Small(Muted).Center())
	}
}
