package page

import (
	"iter"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// A Block stands for an outcome, on the axis from left to right, which is as
// long as the outcome is likely. Side by side, the blocks of a distribution
// fill the axis from 0 to 1.
type Block struct {
	Outcome     int
	P           float64
	left, right float64
}

// NarrowestBlock is the probability of one that is still seen.
const NarrowestBlock = 1. / 800

// Blocks returns those of a distribution that are wide enough to be seen.
func Blocks(p iter.Seq2[int, float64]) (bs []Block) {
	var left float64
	for i, pi := range p {
		if pi >= NarrowestBlock {
			bs = append(bs, Block{i, pi, left, left + pi})
		}
		left += pi
	}
	return bs
}

// part returns where a block lies from y0 to y1, less half the gap to its neighbours.
func (ch *Chart) part(pg *Page, b Block, y0, y1 float64) vg.Rectangle {
	r := vg.Rectangle{Min: ch.Point(pg, b.left, y0), Max: ch.Point(pg, b.right, y1)}
	gap := min(0.7, r.Size().X/8)
	r.Min.X, r.Max.X = r.Min.X+gap, r.Max.X-gap
	return r
}

// FillBlock fills a block from y0 to y1.
func (ch *Chart) FillBlock(b Block, y0, y1 float64, k Ink) {
	ch.Layer(func(pg *Page) { pg.FillBox(ch.part(pg, b, y0, y1), k) })
}

// EdgeBlock draws the sides of a block from y0 to y1, within it, thinner where they would not be apart, or
// where the block is too narrow for that, a line in its middle.
func (ch *Chart) EdgeBlock(b Block, y0, y1 float64, k Ink) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, y0, y1)
		wide := min(Hair, r.Size().X/3)
		if wide < Hair/2 {
			middle := (r.Min.X + r.Max.X) / 2
			pg.StrokeLine2(k.Line(Hair), middle, r.Min.Y, middle, r.Max.Y)
			return
		}
		var sides vg.Path
		for _, x := range []vg.Length{r.Min.X + wide/2, r.Max.X - wide/2} {
			sides.Move(vg.Point{X: x, Y: r.Min.Y})
			sides.Line(vg.Point{X: x, Y: r.Max.Y})
		}
		pg.SetLineStyle(k.Line(wide))
		pg.Stroke(sides)
	})
}

// CrossBlock draws a thin line across a block, under y.
func (ch *Chart) CrossBlock(b Block, y float64, k Ink) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, 0, y)
		pg.StrokeLine2(k.Line(Hair), r.Min.X, r.Max.Y-Hair/2, r.Max.X, r.Max.Y-Hair/2)
	})
}

// BlockTop is how thick a line on top of a block is.
func (pg *Page) BlockTop() vg.Length {
	if pg.Column {
		return 1.4
	}
	return Thick
}

// TopBlock draws a thick line across a block at y, or where it would cover most of what lies between
// another height and y, on the other side of y. It is longer than a
// block that is narrower than it is thick.
func (ch *Chart) TopBlock(b Block, other, y float64, k Ink) {
	ch.Layer(func(pg *Page) {
		thick := pg.BlockTop()
		r, at := ch.part(pg, b, other, y), ch.Point(pg, 0, y).Y
		switch high := math.Abs(float64(r.Size().Y)); {
		case high >= 2*Thick:
		case y > other:
			at += thick / 2
		case y < other:
			at = max(at-thick/2, pg.Min.Y+thick/2)
		}
		if wide := r.Size().X; wide < thick {
			r.Min.X, r.Max.X = r.Min.X+wide/2-thick, r.Max.X-wide/2+thick
		}
		pg.StrokeLine2(k.Line(thick), r.Min.X, at, r.Max.X, at)
	})
}

// A BlockText stands in the middle of a block, between two heights.
type BlockText struct {
	Block
	Low, High float64
	Text      string
	Style
}

// WriteBlocks writes texts, each in a line or with each word on its own, where all have room. Under a
// table that has them in cells, it writes none.
func (ch *Chart) WriteBlocks(texts ...BlockText) {
	ch.texts = append(ch.texts, texts...)
	ch.Layer(func(pg *Page) {
		for _, t := range texts {
			r := ch.part(pg, t.Block, t.Low, t.High)
			s, lines := pg.fitted(t.Block, t.Text, t.Style)
			switch {
			case ch.textless || s == "":
			case r.Size().Y < RowHeight*vg.Length(lines):
				pg.NoRoom("the number", s)
			default:
				pg.Write((r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, s, t.Center())
			}
		}
	})
}

// holdsTexts says whether all texts of blocks have room in them, in a window that is as high as usual.
func (ch *Chart) holdsTexts(window *Page) bool {
	const line = 0.12 // of the height
	lacksRoom := func(t BlockText) bool {
		_, lines := window.fitted(t.Block, t.Text, t.Style)
		return lines == 0 || t.High-t.Low < line*float64(lines)*(ch.Y.Max-ch.Y.Min)
	}
	return !slices.ContainsFunc(ch.texts, lacksRoom)
}

// fitted returns s as it fits the width of a block, in one line or with each word
// on its own, and how many lines that takes: 0 where it does not fit.
func (pg *Page) fitted(b Block, s string, st Style) (text string, lines int) {
	for _, s := range []string{s, strings.ReplaceAll(s, " ", "\n")} {
		if pg.TextWidth(s, st)+1 <= vg.Length(b.P)*pg.Size().X {
			return s, 1 + strings.Count(pg.rec.words(s), "\n")
		}
	}
	return "", 0
}
