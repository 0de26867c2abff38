package main

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// Sizes of rows of tokens, in points.
const (
	tokenBar = 18 // the width of a bar
	rowBelow = 28 // for the tokens and their numbers, under the bars
	rowGap   = 9  // over the bars
)

const spaces = " \n\t" // between words

// A tokenLayout is how tokens are set, in rows, each token over its number and under its bar.
type tokenLayout struct {
	tokens
	rows  [][]tokenCell
	scale vg.Length // in points a bit
}

// A tokenCell is what a token takes of its row.
type tokenCell struct {
	name   string // cut short where a row has no room for it
	cost   info.Bits
	width  vg.Length
	begins bool      // a word, before which a row may end
	middle vg.Length // of it, from the left of the page
}

// layout sets the tokens in rows of a height, or where it is 0, with bars that are the lower the more
// rows there are, but as high as keeps the line of the mean off the axis.
func (ts tokens) layout(pg *page.Page, height vg.Length) tokenLayout {
	const single, least, meanHeight = 84, 24, 5
	l := tokenLayout{tokens: ts, rows: ts.rows(pg), scale: 1}
	if height > 0 {
		l.scale = max(1, height-l.fixed()) / l.stacked() // which draw refuses, where it is too low
		return l
	}
	tallest := max(least, single/vg.Length(math.Sqrt(float64(len(l.rows)))))
	l.scale = tallest / vg.Length(ts.most)
	if mean := vg.Length(ts.meanCost); mean > 0 {
		l.scale = max(l.scale, meanHeight/mean)
	}
	return l
}

// rows breaks the text into as few rows as have room for it, all of which reach from one end of the page
// to the other, and into such of about the same width before they do. Words stay in one row.
func (ts tokens) rows(pg *page.Page) (rows [][]tokenCell) {
	const apart, step = 6, 2
	room := pg.Size().X
	var cells []tokenCell
	hasWords := strings.ContainsAny(strings.Join(ts.Texts, ""), spaces)
	for i, cost := range ts.Costs {
		whole := ts.name(i)
		name := pg.CutShort(whole, room-apart, pg.Crowded())
		if name != whole {
			pg.NoRoom("the whole of", whole)
		}
		number := pg.TextWidth(ts.written(cost), page.Small(page.Muted))
		wide := max(tokenBar, number, pg.TextWidth(name, pg.Crowded()))
		begins := !hasWords || i == 0 || strings.IndexAny(ts.Texts[i], spaces) == 0 ||
			strings.ContainsAny(ts.Texts[i-1][max(0, len(ts.Texts[i-1])-1):], spaces)
		cells = append(cells, tokenCell{name: name, cost: cost, width: wide + apart, begins: begins})
	}
	rows = filled(cells, room)
	for narrower := room - step; narrower > 0; narrower -= step {
		tighter := filled(cells, narrower)
		if len(tighter) > len(rows) {
			break
		}
		rows = tighter
	}
	for _, row := range rows {
		rest, at := room, vg.Length(0)
		for _, c := range row {
			rest -= c.width
		}
		for k, c := range row {
			wide := c.width + rest/vg.Length(len(row))
			row[k].middle, at = at+wide/2, at+wide
		}
	}
	return rows
}

// filled puts as many words into each row as a width has room for, and of one that is wider as many of
// its cells, at least one.
func filled(cells []tokenCell, width vg.Length) (rows [][]tokenCell) {
	room, from, word := width, 0, 0
	for i, c := range cells {
		if c.begins {
			word = i
		}
		for c.width > room && i > from {
			if word <= from {
				word = i
			}
			rows = append(rows, cells[from:word])
			room, from = width, word
			for _, c := range cells[from:i] {
				room -= c.width
			}
		}
		room -= c.width
	}
	return append(rows, cells[from:])
}

// name is what stands under the bar of a token, and in brackets where that is unknown.
func (ts tokens) name(i int) string {
	if math.IsNaN(float64(ts.Costs[i])) {
		return "[" + shown(ts.Texts[i]) + "]"
	}
	return shown(ts.Texts[i])
}

// height is what the rows and what stands over them take on a page.
func (ts tokens) height(pg *page.Page) vg.Length {
	const margin = 53 // around the page, and for a title
	above := pg.Max.Y - ts.describe(pg.Sketch()).Max.Y
	l := ts.layout(pg, 0)
	return margin + above + l.fixed() + l.scale*l.stacked()
}

// fixed is the height of all that is no bar.
func (l tokenLayout) fixed() vg.Length { return vg.Length(len(l.rows)) * (rowBelow + rowGap) }

// stacked is how many bits the rows have over each other, each up to its tallest bar.
func (l tokenLayout) stacked() (sum vg.Length) {
	for _, row := range l.rows {
		sum += l.tallest(row)
	}
	return sum
}

// tallest returns the bits of the tallest bar of a row, or the mean of all, whichever is more.
func (l tokenLayout) tallest(row []tokenCell) vg.Length {
	tallest := cmp.Or(l.meanCost, l.most)
	for _, c := range row {
		if drawn := l.drawn(c.cost); drawn > tallest { // and not NaN
			tallest = drawn
		}
	}
	return vg.Length(tallest)
}

// drawn is how many bits the bar of a cost has, which is higher than any other if it is infinite.
func (l tokenLayout) drawn(cost info.Bits) info.Bits { return min(cost, 1.2*l.most) }

// draw draws the rows, with a bar over each token.
func (ts tokens) draw(pg *page.Page) {
	const lowest, ofPage = 12, 240 * vg.Millimeter
	if high := pg.Printed().Y; high > ofPage {
		pg.NotDrawn(fmt.Sprintf("%.0fmm high, more than a page of %.0fmm", high/vg.Millimeter, ofPage/vg.Millimeter))
	}
	for i, text := range ts.Texts {
		pg.Record(ts.unit, token(strings.ToValidUTF8(text, "\ufffd")), "surprisal, "+ts.units(), ts.in(ts.Costs[i]))
	}
	pg = ts.describe(pg)
	l := ts.layout(pg, pg.Size().Y)
	if l.scale*vg.Length(ts.most) < lowest {
		pg.Squeeze()
	}
	low := pg.Max.Y
	for _, row := range l.rows {
		low -= rowGap + l.scale*l.tallest(row)
		l.drawRow(pg.Crop(0, 0, low-pg.Min.Y, 0), row)
		low -= rowBelow
	}
}

// drawRow draws a row of bars that stand on the lower side of the page, with the dashes of the mean over
// the pale ones and behind the solid ones, on which they would hardly be seen.
func (l tokenLayout) drawRow(pg *page.Page, row []tokenCell) {
	l.drawBars(pg, row, false)
	if len(l.finite) > 0 {
		mean := pg.Min.Y + l.scale*vg.Length(l.meanCost)
		pg.StrokeLine2(dashedLine, pg.Min.X, mean, pg.Max.X, mean)
	}
	l.drawBars(pg, row, true)
	pg.StrokeLine2(page.Muted.Line(page.Hair), pg.Min.X, pg.Min.Y, pg.Max.X, pg.Min.Y)
	for _, c := range row {
		pg.Write(pg.Min.X+c.middle, pg.Min.Y-9, c.name, pg.Crowded().Center())
		pg.Write(pg.Min.X+c.middle, pg.Min.Y-21, l.written(c.cost), page.Small(page.Muted).Center())
	}
}

// drawBars draws the bars of a row, those of the dearest tokens, which are solid, or the others, which
// have an outline.
func (l tokenLayout) drawBars(pg *page.Page, row []tokenCell, areSolid bool) {
	const least = page.Thin // to be seen over the axis
	dear := l.dearest()
	for _, c := range row {
		if !(c.cost > 0) || dear.has(c.cost) != areSolid {
			continue
		}
		bar := vg.Rectangle{Min: vg.Point{X: pg.Min.X + c.middle - tokenBar/2, Y: pg.Min.Y}}
		tall := max(least, l.scale*vg.Length(l.drawn(c.cost)))
		bar.Max = bar.Min.Add(vg.Point{X: tokenBar, Y: tall})
		switch {
		case math.IsInf(float64(c.cost), 1):
			drawArrow(pg, bar)
		case areSolid:
			pg.SetColor(page.Blue)
			pg.Fill(bar.Path())
		default:
			pg.FillBox(bar, page.Blue)
			pg.Outline(bar, page.Blue.Line(page.Hair))
		}
	}
}

// drawArrow draws a bar without end. Its head is solid.
func drawArrow(pg *page.Page, bar vg.Rectangle) {
	const head = tokenBar / 2
	tip := vg.Point{X: bar.Min.X + head, Y: bar.Max.Y}
	neck := tip.Y - head
	pg.FillPolygon(page.Blue, []vg.Point{{X: bar.Min.X, Y: neck}, {X: bar.Max.X, Y: neck}, tip})
	shaft := vg.Rectangle{Min: vg.Point{X: tip.X - head/2, Y: bar.Min.Y}, Max: vg.Point{X: tip.X + head/2, Y: neck}}
	pg.FillBox(shaft, page.Blue)
	pg.Outline(shaft, page.Blue.Line(page.Hair))
}
