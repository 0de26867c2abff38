package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// A tokenLayout is how tokens are set: those of a sentence apart, each over its number, and
// those of a longer text as one reads it, line by line, beside an axis.
type tokenLayout struct {
	tokens
	rows    []tokenRow
	running bool      // as one reads it
	left    vg.Length // for the axis
	below   vg.Length // for the tokens and their numbers
	gap     vg.Length // between rows
	bar     vg.Length // the width of each
	scale   vg.Length // in points a bit
	step    vg.Length // of the axis, in bits, which each row reaches
}

// A tokenRow is the tokens from one on, by where their middles are, and how wide they are together.
type tokenRow struct {
	from    int
	middles []vg.Length
	width   vg.Length
}

// layout sets the tokens apart if they have room in a few rows, which leave the more room for
// tall bars the fewer they are, or in as many as a height has room for, or part of a page if it is 0.
// It has that room if the mean is several times as high as the cap of a bar.
func (ts tokens) layout(pg *page.Page, height vg.Length) tokenLayout {
	const few, widest, narrow, below, gap = 3, 17, 8, 32, 10
	const lowest, meanHeight, high = 24, 6 * page.Thick, 96
	const tall = 150 * vg.Millimeter // of rows with numbers, where no height is given
	room, number := pg.Max.X-pg.Min.X, page.Small(page.Muted)
	var numbers []vg.Length
	for _, cost := range ts.Costs {
		numbers = append(numbers, pg.TextWidth(ts.written(cost, 0), number))
	}
	rows, spread := ts.rows(pg, room, numbers, pg.TextWidth("10.0", number), 5)
	apart := tokenLayout{tokens: ts, rows: rows, below: below, gap: gap, bar: widest * min(spread, 2)}
	tallest := 62 * (2.4 - 0.4*vg.Length(len(rows)))
	if pg.Column {
		tallest /= 1.8
	}
	least := max(lowest, min(high, meanHeight*ts.most()/vg.Length(ts.meanCost())))
	if len(rows) > few {
		tallest = 1.01 * least // which has that room once it is the height
	}
	if len(rows) <= few || apart.heightAt(least/ts.most()) <= cmp.Or(height, pg.InPrint(tall)) {
		return apart.scaled(tallest, height)
	}
	most := page.Number(math.Round(ts.in(info.Bits(ts.most()))))
	if most == "0" || most == "1" { // ticks have decimals
		most = ts.written(info.Bits(ts.most()), 0)
	}
	left := max(pg.TextWidth(most, page.Small(page.Muted)), pg.TextWidth("0.5", page.Small(page.Muted))) + 6
	rows, _ = ts.rows(pg, room-left, make([]vg.Length, len(numbers)), narrow, 2)
	running := tokenLayout{tokens: ts, rows: rows, running: true, left: left, below: 13, gap: 7, bar: narrow}
	return running.scaled(min(36, max(18, 360/vg.Length(len(rows)))), height)
}

// fixed is the height of all that is no bar.
func (l tokenLayout) fixed() vg.Length { return vg.Length(len(l.rows)) * (l.below + l.gap) }

// heightAt is that of all rows at a scale.
func (l tokenLayout) heightAt(scale vg.Length) vg.Length { return l.fixed() + scale*l.stacked() }

// scaled returns the layout with the scale that its tallest bar gives it, or a height that is given.
// Its axis has the smallest step whose numbers are apart.
func (l tokenLayout) scaled(tallest, height vg.Length) tokenLayout {
	const apart = 11
	scale := func() vg.Length {
		if height == 0 {
			return tallest / l.most()
		}
		return max(1, height-l.fixed()) / l.stacked() // which draw refuses, where it is too low
	}
	l.scale = scale()
	if !l.running {
		return l
	}
	bits := 1 / vg.Length(l.in(1)) // of a unit
	l.step = bits * vg.Length(math.Pow10(int(math.Floor(math.Log10(float64(apart/l.scale/bits))))))
	for i := 0; l.scale*l.step < apart && l.step < l.most(); i++ {
		l.step *= []vg.Length{2, 2.5, 2}[i%3] // to 2, 5 or 10 units
		l.scale = scale()
	}
	return l
}

// rows breaks the text into as few rows as a width has room for, and these into rows of about the same
// width. One row is spread over all of it, and others not so far. From a token to the next are as many
// points as keep their names apart, their numbers and their bars, which have a width and are as much
// wider as the tokens are spread.
func (ts tokens) rows(pg *page.Page, room vg.Length, numbers []vg.Length, bar, apart vg.Length) (best []tokenRow, spread vg.Length) {
	const most = 32 // more from a token to the next
	var steps, halves []vg.Length
	var name, number vg.Length // the halves of those before
	for i := range ts.Texts {
		halfName := pg.TextWidth(pg.CutShort(ts.name(i), room, pg.Crowded()), pg.Crowded()) / 2
		steps = append(steps, max(name+halfName, number+numbers[i]/2, bar)+apart)
		name, number = halfName, numbers[i]/2
		halves = append(halves, max(name, number, bar/2)+apart/2)
	}
	best = filled(steps, halves, room)
	for narrower := room; narrower > 2*slices.Max(halves); narrower -= 4 {
		tighter := filled(steps, halves, narrower)
		if len(tighter) > len(best) {
			break
		}
		best = tighter
	}
	least := room
	for i, row := range best { // all to the same end, unless one has few
		more := (room - row.width) / vg.Length(len(row.middles))
		if len(best) > 1 {
			more = min(more, most)
		}
		for k := range row.middles {
			row.middles[k] += more * (vg.Length(k) + 0.5)
		}
		best[i].width += more * vg.Length(len(row.middles))
		least = min(least, more)
	}
	return best, 1 + least/(bar+apart)
}

// filled puts as many tokens into each row as there is room for, with steps from the middle of the one
// before and halves from their own to their ends.
func filled(steps, halves []vg.Length, room vg.Length) (all []tokenRow) {
	for i, half := range halves {
		if i == 0 || all[len(all)-1].width-halves[i-1]+steps[i]+half > room {
			all = append(all, tokenRow{from: i, middles: []vg.Length{half}, width: 2 * half})
			continue
		}
		last := &all[len(all)-1]
		middle := last.middles[len(last.middles)-1] + steps[i]
		last.middles, last.width = append(last.middles, middle), middle+half
	}
	return all
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
	l := ts.layout(pg, 0)
	above := pg.Max.Y - ts.describe(pg.Sketch()).Max.Y
	return margin + above + l.heightAt(l.scale)
}

// most is how many bits the tallest bar has, or 1 where there is none.
func (ts tokens) most() vg.Length {
	most := slices.Max(append(ts.finite(), 0))
	if most == 0 {
		return 1
	}
	return vg.Length(max(1e-9, most))
}

// stacked is how many bits the rows have over each other, each up to its tallest bar.
func (l tokenLayout) stacked() (sum vg.Length) {
	for _, row := range l.rows {
		sum += l.tallest(row)
	}
	return max(1e-9, sum)
}

// tallest returns the bits of the tallest bar of a row, but at least a step of the axis and the mean
// of all rows, and more than any where the row has a token that was ruled out.
func (l tokenLayout) tallest(row tokenRow) vg.Length {
	tallest := cmp.Or(max(l.step, vg.Length(l.meanCost())), l.most())
	for _, cost := range l.costs(row) {
		if cost := vg.Length(cost); cost > tallest { // and not NaN
			tallest = min(cost, 1.2*l.most())
		}
	}
	return tallest
}

// costs are those of the tokens of a row.
func (l tokenLayout) costs(row tokenRow) []info.Bits {
	return l.Costs[row.from : row.from+len(row.middles)]
}

// draw draws the rows, with a bar over each token.
func (ts tokens) draw(pg *page.Page) {
	const lowest, ofPage = 12, 240 * vg.Millimeter
	end := pg.InPrint(pg.Printed().Y - ofPage)
	pg = ts.describe(pg)
	if slices.ContainsFunc(ts.Texts, isSplit) {
		pg.NotDrawn("a character that is split between tokens is drawn as bytes in ‹ ›")
	}
	for i, text := range ts.Texts {
		pg.Record(ts.unit, token(strings.ToValidUTF8(text, "\ufffd")), "surprisal, "+ts.units(), ts.in(ts.Costs[i]))
	}
	l := ts.layout(pg, pg.Max.Y-pg.Min.Y)
	if l.scale*ts.most() < lowest {
		pg.Squeeze()
	}
	low := pg.Max.Y
	for _, row := range l.rows {
		above := low
		low -= l.gap + l.scale*l.tallest(row)
		on := pg.Crop(l.left, 0, low-pg.Min.Y, 0)
		if l.running {
			l.drawAxis(on, row)
		}
		l.drawRow(on, row)
		if low -= l.below; low < end && end <= above {
			pg.NotDrawn(fmt.Sprintf("%.0fmm high, more than a page of %.0fmm, which ends before %s",
				pg.Printed().Y/vg.Millimeter, ofPage/vg.Millimeter, page.PlainText(shown(ts.Texts[row.from]))))
		}
	}
	if l.running {
		pg.NoRoom("the numbers of", data.Count(len(ts.Texts), ts.unit))
	}
}

// drawAxis draws the axis of a row, with no line of the grid along that of the mean.
func (l tokenLayout) drawAxis(pg *page.Page, row tokenRow) {
	const along = 3
	for k := 0; vg.Length(k)*l.step <= l.tallest(row); k++ {
		y, at := pg.Min.Y+l.scale*vg.Length(k)*l.step, l.in(info.Bits(vg.Length(k)*l.step))
		pg.Write(pg.Min.X-4, y, page.Number(at), page.Small(page.Muted).Right())
		mean := pg.Min.Y + l.scale*vg.Length(l.meanCost())
		if k > 0 && (y < mean-along || mean+along < y) {
			grid := draw.LineStyle{Color: page.Faint, Width: page.Hair}
			pg.StrokeLine2(grid, pg.Min.X, y, pg.Min.X+row.width, y)
		}
	}
}

// drawRow draws a row of bars that stand on the lower side of the page.
func (l tokenLayout) drawRow(pg *page.Page, row tokenRow) {
	for k, middle := range row.middles {
		i := row.from + k
		middle += pg.Min.X
		whole := l.name(i)
		name := pg.CutShort(whole, pg.Max.X-pg.Min.X, pg.Crowded())
		if name != whole {
			pg.NoRoom("the whole of", whole)
		}
		pg.Write(middle, pg.Min.Y-9, name, pg.Crowded().Center())
		if cost := l.Costs[i]; math.IsInf(float64(cost), 1) {
			drawArrow(pg, l.barOf(pg, middle, l.tallest(row)))
		} else if cost > 0 {
			l.drawBar(pg, middle, cost)
		}
		if !l.running {
			pg.Write(middle, pg.Min.Y-22, l.written(l.Costs[i], 0), page.Small(page.Muted).Center())
		}
	}
	end := pg.Min.X + row.width
	pg.StrokeLine2(draw.LineStyle{Color: page.Muted, Width: page.Hair}, pg.Min.X, pg.Min.Y, end, pg.Min.Y)
	if len(l.finite()) > 0 {
		mean := pg.Min.Y + l.scale*vg.Length(l.meanCost())
		dashes := draw.LineStyle{Color: page.Plain, Width: page.Thin, Dashes: []vg.Length{4, 3}}
		pg.StrokeLine2(dashes, pg.Min.X, mean, end, mean)
	}
	for k, cost := range l.costs(row) { // caps over the dashes, which would be lost on them
		if cost > 0 && !math.IsInf(float64(cost), 1) && !l.isDear(cost) {
			pg.SetColor(page.Blue)
			pg.Fill(l.cap(pg, pg.Min.X+row.middles[k], cost).Path())
		}
	}
}

// barOf is where a bar of so many bits stands, which is seen over the axis.
func (l tokenLayout) barOf(pg *page.Page, middle, bits vg.Length) vg.Rectangle {
	return vg.Rectangle{
		Min: vg.Point{X: middle - l.bar/2, Y: pg.Min.Y},
		Max: vg.Point{X: middle + l.bar/2, Y: pg.Min.Y + max(l.scale*bits, 1.5*page.Hair)},
	}
}

// drawBar draws the bar of a token. A solid one makes room for the dashes of the mean.
func (l tokenLayout) drawBar(pg *page.Page, middle vg.Length, cost info.Bits) {
	const slit = page.Thin
	bar, mean := l.barOf(pg, middle, vg.Length(cost)), pg.Min.Y+l.scale*vg.Length(l.meanCost())
	pg.FillBox(bar, page.Blue)
	if !l.isDear(cost) {
		return
	}
	pg.SetColor(page.Blue)
	pg.Fill(bar.Path())
	if cap := l.cap(pg, middle, cost); mean < cap.Min.Y {
		bar.Min.Y, bar.Max.Y = mean-slit, mean+slit
		pg.FillBox(bar, page.Paper)
	}
}

// isDear says whether a token is among the dearest, whose bars are solid.
func (l tokenLayout) isDear(cost info.Bits) bool { return l.dear.number > 0 && cost >= l.dear.least }

// cap is the end of the bar of a token, a third of the bar at most.
func (l tokenLayout) cap(pg *page.Page, middle vg.Length, cost info.Bits) vg.Rectangle {
	cap := l.barOf(pg, middle, vg.Length(cost))
	mean := l.scale * vg.Length(l.meanCost())
	cap.Min.Y = max(cap.Min.Y, cap.Max.Y-min(cap.Size().Y/3, max(page.Thin, min(page.Thick, mean/10))))
	return cap
}

// drawArrow draws a bar without end, at most half as wide as it is high. Its head is as high as it
// is wide.
func drawArrow(pg *page.Page, bar vg.Rectangle) {
	tip := vg.Point{X: (bar.Min.X + bar.Max.X) / 2, Y: bar.Max.Y}
	head := min(bar.Max.X-bar.Min.X, (bar.Max.Y-bar.Min.Y)/2)
	bar.Min.X, bar.Max.X, bar.Max.Y = tip.X-head/2, tip.X+head/2, bar.Max.Y-head
	pg.FillBox(bar, page.Blue)
	pg.FillPolygon(page.Blue, []vg.Point{{X: bar.Min.X - 1, Y: bar.Max.Y}, {X: bar.Max.X + 1, Y: bar.Max.Y}, tip})
}
