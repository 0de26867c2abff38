package page

import (
	"iter"
	"math"
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

// OutlineBlock draws the edge of a block from y0 to y1, within it, thinner where its sides would not be
// apart, or where the block is too narrow for that, a line in its middle.
func (ch *Chart) OutlineBlock(b Block, y0, y1 float64, k Ink) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, y0, y1)
		wide := min(Hair, r.Size().X/3)
		if wide < Hair/2 {
			middle := (r.Min.X + r.Max.X) / 2
			pg.StrokeLine2(k.Line(Hair), middle, r.Min.Y, middle, r.Max.Y)
			return
		}
		r.Min.X, r.Max.X = r.Min.X+wide/2, r.Max.X-wide/2
		pg.Outline(r, k.Line(wide))
	})
}

// TopBlock draws a thick line across a block at y, or where it would cover most of what lies between
// another height and y, on the other side of y.
func (ch *Chart) TopBlock(b Block, other, y float64, k Ink) {
	ch.Layer(func(pg *Page) {
		r, at := ch.part(pg, b, other, y), ch.Point(pg, 0, y).Y
		switch high := math.Abs(float64(r.Size().Y)); {
		case high >= 2*Thick:
		case y > other:
			at += Thick / 2
		case y < other:
			at = max(at-Thick/2, pg.Min.Y+Thick/2)
		}
		pg.StrokeLine2(k.Line(Thick), r.Min.X, at, r.Max.X, at)
	})
}

// WriteBlock sets s in the middle of a block, between y0 and y1, or where that is too low, above,
// if its width has room for it in a line or with each word on its own.
func (ch *Chart) WriteBlock(b Block, y0, y1 float64, s string, st Style) {
	ch.Layer(func(pg *Page) {
		r := ch.part(pg, b, y0, y1)
		s, lines := pg.fitted(b, s, st)
		middle, y := (r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2
		high, above := vg.Length(lines)*RowHeight, r.Max.Y+Thick
		switch isLow := r.Size().Y < high; {
		case s == "":
			return
		case isLow && above+high > pg.Max.Y+margin:
			if !ch.isListed {
				pg.NoRoom("the number", s)
			}
			return
		case isLow:
			y = above + high/2
			wide := pg.TextWidth(s, st) / pg.rec.wider(st)
			pg.SetColor(Paper) // over the grid
			pg.Fill(rect(middle-wide/2, above+1, wide, high-4).Path())
		}
		pg.Write(middle, y, s, st.Center())
	})
}

// fitted returns s as it fits the width of a block, in one line or with each word
// on its own, and how many lines that takes: 0 where it does not fit.
func (pg *Page) fitted(b Block, s string, st Style) (text string, lines int) {
	for _, s := range []string{s, strings.ReplaceAll(s, " ", "\n")} {
		if pg.TextWidth(s, st)+1 <= vg.Length(b.P)*pg.Size().X {
			return s, 1 + strings.Count(pg.rec.labels.of(s), "\n")
		}
	}
	return "", 0
}
