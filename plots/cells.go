package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// A grid is a crosstab laid out on a page as wide as another.
type grid struct {
	crosstab
	isBare     bool      // sums are left out, as they leave too little room
	asPercent  bool      // counts are drawn as percents of their rows, which have
	inCaption  bool      // and so are names of rows, which the caption has
	numbers    vg.Length // the room for the numbers of rows; 0 where they have none
	names      vg.Length // and with it for their names
	called     []string  // the names of rows as they are written
	cut        []string  // names that have no room
	nameStyle  page.Style
	heads      []string // and those of columns
	headStyle  page.Style
	isRaised   bool                   // every other head stands a line higher, the last one too
	numbered   bool                   // columns have numbers for heads
	rise       vg.Length              // what heads take beyond a line
	width      vg.Length              // of a cell
	sum        vg.Length              // and of one for a sum, at the end of a row
	high       vg.Length              // of a cell
	hasNumbers bool                   // which have room in their cells, all of them
	write      func(x float64) string // a number in a cell
	percent    bool                   // these are percents of what the table has as shares
	style      page.Style             // of these
}

const (
	cellGap              = 0.7
	tick                 = 9  // points, the usual size of names and numbers
	jointNames           = 76 // the least room for the names of rows in the book
	namesGap             = 6
	numbersGap           = 4
	leastCell  vg.Length = 19  // of the height of cells
	smallest             = 5.5 // points in print, of numbers
	raised               = 12  // from a head to a higher one
)

// on lays the table out. Numbers and names shrink before any is left out; then sums are, the names
// of rows of a confusion matrix go to the caption, and at last its counts become percents. Where
// nothing has room for all, numbers go before names.
func (c crosstab) on(pg *page.Page) (best grid) {
	for _, g := range []grid{
		{},
		{isBare: true},
		{inCaption: true},
		{inCaption: true, isBare: true},
		{asPercent: true},
		{inCaption: true, asPercent: true},
		{isBare: true}, // where no numbers have room
	} {
		if g.inCaption && !c.isConfusion() || g.asPercent && !(c.isConfusion() && c.areCounts()) {
			continue
		}
		if g.crosstab = c; g.asPercent {
			g.crosstab = c.percents()
		}
		g.fit(pg)
		if g.hasNumbers && g.cut == nil {
			best = g
			break
		}
		if !best.hasNumbers {
			best = g
		}
	}
	best.high = best.cellHeight()
	return best
}

// percents returns counts as whole percents of their rows. Where all of them are less than half a
// percent, they stay counts.
func (c crosstab) percents() crosstab {
	var all [][]float64
	for i, row := range c.Rows() {
		line := make([]float64, len(row))
		for j, p := range row {
			if p > 0 {
				line[j] = math.Round(100 * p / c.X().P(i))
			}
		}
		all = append(all, line)
	}
	if joint, err := info.NormalizeJoint(all); err == nil {
		c.Joint, c.total, c.sharesOf, c.whole = joint, floats.Sum(slices.Concat(all...)), "row", 100
	}
	return c
}

// fit lays the table out in one way.
func (g *grid) fit(pg *page.Page) {
	g.headStyle = page.Small(page.Plain)
	g.fitColumns(pg)
	if g.inCaption || !g.fitHeads(pg) {
		g.numbered, g.heads, g.isRaised, g.rise = true, nil, false, 0
		if g.isConfusion() {
			g.number(pg)
		}
		for k := range g.columns {
			g.heads = append(g.heads, fmt.Sprint(k+1))
		}
		last := g.heads[len(g.heads)-1]
		size := sizeWithin(g.width-2, pg.TextWidth(last, g.headStyle))
		g.headStyle = g.headStyle.Sized(max(pg.InPrint(smallest), size))
		every := int(math.Ceil(float64((pg.TextWidth(last, g.headStyle) + 1) / g.width)))
		for k := range g.heads {
			if k%every > 0 {
				g.heads[k] = ""
			}
		}
	}
	least := pg.InPrint(smallest)
	for _, w := range g.writings() {
		widest := g.widest(pg, w.write)
		g.write, g.percent = w.write, w.percent
		g.style = page.Small(page.Plain).Sized(max(least, sizeWithin(g.width, widest)))
		if g.hasNumbers = widest*least/tick <= g.width; g.hasNumbers {
			break
		}
	}
}

// number gives rows their numbers, which are as large as their names.
func (g *grid) number(pg *page.Page) {
	last := fmt.Sprint(len(g.rows))
	g.numbers = pg.TextWidth(last, g.nameStyle) + numbersGap
	g.fitColumns(pg)
	g.numbers = pg.TextWidth(last, g.nameStyle) + numbersGap
	g.fitColumns(pg)
}

// fitColumns gives the names of rows what they need of the room that the smallest numbers leave.
func (g *grid) fitColumns(pg *page.Page) {
	const part, most = 0.4, 110 // of the room, for names
	small, n := page.Small(page.Plain), vg.Length(len(g.columns))
	wide := pg.Max.X - pg.Min.X
	digits := pg.InPrint(smallest) / tick * g.widest(pg, g.writings()[0].write)
	if g.sum = 0; g.isConfusion() && g.hasSums() {
		for i := range g.rows {
			for _, text := range []string{g.foot(), g.onDiagonal(i, g.X().P(i)), g.onDiagonal(i, g.Y().P(i))} {
				g.sum = max(g.sum, pg.InPrint(smallest)/tick*pg.TextWidth(text, small)+2)
			}
		}
	} else if g.hasSums() {
		g.sum = digits
	}
	free, widest := wide-g.numbers-n*digits-g.sum-namesGap, vg.Length(0)
	words := g.rows // in a line each, where there are many
	if len(words) <= many {
		words = strings.Fields(strings.Join(g.rows, " "))
	}
	for _, word := range words {
		widest = max(widest, pg.TextWidth(page.Literal(word), small))
	}
	g.nameStyle = small
	if widest > free && !g.inCaption {
		g.nameStyle = small.Sized(max(pg.InPrint(page.SmallestPrint), sizeWithin(free, widest)))
	}
	room := min(max(part*(wide-g.numbers), most), max(free, widest))
	g.names, g.called, g.cut = 0, nil, nil
	for _, name := range g.rows {
		if g.inCaption {
			break
		}
		written, ok := pg.TwoLines(page.Literal(name), room, g.nameStyle)
		if !ok {
			g.cut = append(g.cut, page.Literal(name))
			written = pg.CutShort(page.Literal(name), room, g.nameStyle)
		}
		g.called = append(g.called, written)
		g.names = max(g.names, pg.TextWidth(written, g.nameStyle)+namesGap)
	}
	if g.hasSums() && !g.inCaption {
		g.names = max(g.names, pg.TextWidth(g.foot(), small)+namesGap)
	}
	g.names = max(g.names+g.numbers, g.leastNames)
	if g.width = (wide - g.names) / (n + 1); g.isConfusion() || !g.hasSums() {
		g.sum = max(g.sum, min(1.8*g.sum, wide-g.names-1.4*n*digits))
		g.width = (wide - g.names - g.sum) / n
	} else {
		g.sum = g.width
	}
}

// fitHeads finds places for the names of columns over them: in a line, in two lines each, or in
// turn on two lines. It says whether there are any.
func (g *grid) fitHeads(pg *page.Page) bool {
	room, widest := g.width-2, vg.Length(0)
	var broken []string
	inTwo := true
	for _, name := range g.columns {
		name = page.Literal(name)
		lines, ok := pg.TwoLines(name, room, g.headStyle)
		g.heads, broken, inTwo = append(g.heads, name), append(broken, lines), inTwo && ok
		widest = max(widest, pg.TextWidth(name, g.headStyle))
	}
	switch {
	case widest*min(1, pg.InPrint(page.SmallestPrint)/tick) <= room:
		g.headStyle = g.headStyle.Sized(sizeWithin(room, widest))
		return true
	case inTwo:
		g.heads, g.rise = broken, raised
		return true
	case g.fitInTurn(pg):
		g.isRaised, g.rise = true, raised
		return true
	}
	return false
}

// fitInTurn says whether heads have room in turn on two lines, none of them beyond the page.
func (g *grid) fitInTurn(pg *page.Page) bool {
	const apart = 6
	var ends []vg.Length // of the heads
	for k, head := range g.heads {
		half, middle := pg.TextWidth(head, g.headStyle)/2, g.names+g.width*(vg.Length(k)+0.5)
		middle = min(middle, pg.Max.X-pg.Min.X-half)
		left := vg.Length(0)
		if k > 1 {
			left = ends[k-2] + apart
		}
		if middle-half < left {
			return false
		}
		ends = append(ends, middle+half)
	}
	return true
}

// sizeWithin returns the size in which a text has a width, where it has another in the usual
// one, which is the most.
func sizeWithin(width, usual vg.Length) vg.Length {
	return vg.Length(min(tick, math.Floor(float64(4*tick*width/usual))/4))
}

// hasSums says whether rows and columns end in sums: shares of rows have no sum of a column.
func (g grid) hasSums() bool { return g.sharesOf == "" && !g.isBare }

// foot is what sums are called: those of a confusion matrix are of its diagonal, in percent.
func (c crosstab) foot() string {
	if c.isConfusion() {
		return "%"
	}
	return "in all"
}

// A writing is a way to write the numbers, or percents of them.
type writing struct {
	write   func(x float64) string
	percent bool
}

// writings are ways to write the numbers, from the longest to the shortest, with two digits of the
// largest at least. Counts are whole, and shares may become percents.
func (c crosstab) writings() (all []writing) {
	if c.areCounts() {
		return append(all, writing{write: func(x float64) string { return page.Whole(int(math.Round(x))) }})
	}
	most, least := 4, 2
	for x := c.total * slices.Max(c.Pairs().Probabilities()); x >= 1 && most > 0; x /= 10 {
		most, least = most-1, max(0, least-1)
	}
	var numbers []float64
	for _, p := range c.Pairs().All() {
		numbers = append(numbers, p*c.total)
	}
	areShares := strings.HasPrefix(c.measure(), "share")
	if areShares {
		least = 2 // also where one of them is 1
	}
	for ; most >= least; most-- {
		all = append(all, writing{write: page.Alike(most, numbers...)})
	}
	if areShares {
		all = append(all, writing{func(x float64) string { return page.Fixed(100*x, 0) }, true})
	}
	return all
}

// widest returns the width of the widest number, in the usual size.
func (g grid) widest(pg *page.Page, write func(x float64) string) (most vg.Length) {
	of := []info.Distribution{g.Pairs()}
	if g.hasSums() && !g.isConfusion() {
		of = append(of, g.X(), g.Y())
	}
	for _, numbers := range of {
		for _, p := range numbers.All() {
			most = max(most, pg.TextWidth(write(p*g.total), page.Small(page.Plain)))
		}
	}
	return most
}

// cellHeight is the height of cells: those of a confusion matrix are nearly square, and others
// as low as the names of rows allow.
func (g grid) cellHeight() vg.Length {
	const most, ofTwoLines, ofMany = 36, 25, 13
	least := leastCell
	if len(g.rows) > many {
		least = ofMany
	}
	for _, name := range g.called {
		if strings.Contains(name, "\n") {
			least = ofTwoLines
		}
	}
	if g.isConfusion() {
		return max(least, min(most, 0.8*g.width))
	}
	return least
}

// height is that of the cells, with the names above them, and the sums below.
func (g grid) height() vg.Length {
	rows := vg.Length(1)
	if g.hasSums() {
		rows++
	}
	return g.rise + g.high*vg.Length(len(g.rows)) + rows*leastCell
}

// height is that of the figure on a page.
func (c crosstab) height(pg *page.Page) vg.Length {
	const around, usual = 45, 15 // beside the caption, and that in one line
	g := c.on(pg)
	caption := pg.NoteHeight(g.caption(), page.Style{})
	if c.isConfusion() {
		return around + caption + g.height()
	}
	return jointHeight + caption - usual + g.height() - leastCell*vg.Length(len(dayKinds)+2)
}

// caption says what rows, columns and cells are.
func (g grid) caption() string {
	var parts []string
	if g.x != "" {
		parts = append(parts, "rows: "+page.Literal(g.x))
	}
	if g.y != "" {
		parts = append(parts, "columns: "+page.Literal(g.y))
	}
	if g.numbered && (g.inCaption || !g.isConfusion()) {
		for k, name := range g.columns {
			of := fmt.Sprintf("%d: %s", k+1, page.Literal(name))
			parts = append(parts, strings.ReplaceAll(of, " ", "\u00a0"))
		}
	}
	measure := g.measure()
	if g.percent {
		measure = strings.Replace(measure, "share", "percent", 1)
	}
	parts = append(parts, measure+" (stronger tint: more)")
	if g.isConfusion() && g.hasSums() {
		parts = append(parts, "%: on the diagonal, of the row or column")
	}
	return strings.Join(parts, "; ")
}

// draw draws the table, each cell tinted by its number, and under it what row and column tell,
// unless they are the same.
func (c crosstab) draw(pg *page.Page) {
	const gap = 10
	g := c.on(pg)
	pg.NoRoom("the name", g.cut...)
	switch {
	case g.asPercent && c.sharesOf == "":
		pg.NoRoom("the", "counts, which are drawn as percents")
	case !g.isBare || c.sharesOf != "":
	case c.isConfusion():
		pg.NoRoom("the percentages of", "rows and columns")
	default:
		pg.NoRoom("the sums of", "rows and columns")
	}
	if !g.hasNumbers {
		pg.NoRoom("the numbers of", "cells")
	}
	pg = pg.Caption(g.caption(), "")
	g.drawCells(pg, true)
	if !c.isConfusion() {
		drawOverlap(pg.Below(g.height()+gap), c.base, c.Joint, "the row", "the column")
	}
}

// tint is the ink of a cell whose number is so much of the largest. Roots tell small numbers
// apart, beside a large one.
func tint(part float64) page.Ink {
	const least, most = 0.03, 0.75
	return page.Shade(math.Round(100*(least+(most-least)*math.Sqrt(part))) / 100)
}

// drawCells writes at the top of the page the names of columns, and under them each row with
// its numbers, tinted or not, and the sums.
func (g grid) drawCells(pg *page.Page, tinted bool) {
	top := pg.Max.Y - g.rise - leastCell
	middle := func(column int) vg.Length { return pg.Min.X + g.names + g.width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return top - g.high*(vg.Length(row)+0.5) }
	largest := slices.Max(g.Pairs().Probabilities())
	for i, p := range g.Pairs().All() {
		column, row := i%len(g.columns), i/len(g.columns)
		corner := vg.Point{X: g.width/2 - cellGap, Y: g.high/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		style := g.style
		if tinted {
			ink := tint(p / largest)
			style.Ink = ink.On()
			pg.SetColor(ink)
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		if g.hasNumbers {
			pg.Write(at.X, at.Y, g.write(p*g.total), style.Center())
		}
	}
	g.drawEnds(pg, middle, height, top)
}

// drawEnds writes the names of rows and columns, and at their other ends their sums, or of a
// confusion matrix the share of each on the diagonal.
func (g grid) drawEnds(pg *page.Page, middle, height func(i int) vg.Length, top vg.Length) {
	small := page.Small(page.Muted)
	foot, last := height(len(g.rows)-1)-(g.high+leastCell)/2, pg.Max.X-g.sum/2
	for i, p := range g.X().All() {
		if g.numbers > 0 {
			number := g.nameStyle.Right()
			number.Ink = page.Muted
			pg.Write(pg.Min.X+g.numbers-numbersGap, height(i), fmt.Sprint(i+1), number)
		}
		if !g.inCaption {
			pg.Write(pg.Min.X+g.numbers, height(i), g.called[i], g.nameStyle)
		}
		g.writeSum(pg, last, height(i), i, p)
	}
	for k, p := range g.Y().All() {
		g.drawHead(pg, k, middle(k), top)
		g.writeSum(pg, middle(k), foot, k, p)
	}
	if !g.hasSums() {
		return
	}
	head, style := g.foot(), small
	if tooWide := pg.TextWidth(head, small) > g.sum-2; tooWide && g.isConfusion() {
		style = small.Sized(pg.InPrint(smallest))
	} else if tooWide {
		head = "Σ"
	}
	pg.Write(last, top+leastCell/2, head, style.Center())
	pg.Write(pg.Min.X, foot, g.foot(), small)
}

// drawHead writes the name of a column over its middle, and a line to one that is raised.
func (g grid) drawHead(pg *page.Page, k int, x, top vg.Length) {
	name, y := g.heads[k], top+leastCell/2
	if g.isRaised && (len(g.heads)-k)%2 == 1 {
		y += raised
		pg.StrokeLine2(draw.LineStyle{Color: page.Muted, Width: page.Hair}, x, y-6.5, x, top+1)
	}
	up := vg.Length(strings.Count(name, "\n")) * g.headStyle.Leading() / 2
	half := pg.TextWidth(name, g.headStyle) / 2
	pg.Write(min(x, pg.Max.X-half), y+up, name, g.headStyle.Center())
}

// writeSum writes the sum of a row or a column, of a probability, or of a confusion matrix the share
// of it on the diagonal.
func (g grid) writeSum(pg *page.Page, x, y vg.Length, i int, p float64) {
	style, sum := g.style, g.write(p*g.total)
	if g.isConfusion() {
		sum = g.onDiagonal(i, p)
	}
	style.Ink = page.Muted
	if g.hasSums() {
		pg.Write(x, y, sum, style.Center())
	}
}

// onDiagonal writes how many percent of a row or column of a confusion matrix are on its diagonal.
func (c crosstab) onDiagonal(i int, of float64) string {
	if of == 0 {
		return "–"
	}
	return wholePercent(c.Pairs().P(i*len(c.columns)+i) / of)
}

// wholePercent writes a share in percent, of which 0 is none and 100 all.
func wholePercent(share float64) string {
	const rounding = 1e-9
	switch {
	case share > rounding && share < 0.005:
		return "<1"
	case share >= 0.995 && share < 1-rounding:
		return ">99"
	}
	return fmt.Sprintf("%.0f", 100*share)
}
