package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// A grid is a crosstab laid out on a page as wide as another.
type grid struct {
	crosstab
	names      vg.Length // the room for the names of rows, and before them for numbers
	numbered   vg.Length // of it for these; 0 where rows have none
	width, sum vg.Length // of a cell, and of one for a sum at the end of a row
	high       vg.Length // of a cell
	called     []string  // the names of rows as they are written
	nameStyle  page.Style
	numbers    page.Style
	write      func(x float64) string // a number as it fits, or cut short
	heads      heads
}

const (
	cellGap              = 0.7
	tick                 = 9  // points, the usual size of names and numbers
	jointNames           = 76 // the least room for the names of rows in the book
	namesGap             = 6
	leastCell  vg.Length = 19  // of the height of cells
	smallest             = 5.5 // points in print, of numbers
	overWidth            = 1.1 // of cells, for the smallest numbers in a wider font than ours
)

// on lays the table out. Digits and names shrink before any is left out.
func (c crosstab) on(pg *page.Page) grid {
	g := c.columnsOn(pg, 0)
	if g.heads = g.headings(pg); g.heads.numbered {
		numbered := pg.TextWidth(fmt.Sprint(len(c.rows)), page.Small(page.Muted)) + namesGap
		heads := g.heads
		g = c.columnsOn(pg, numbered)
		g.heads = heads
	}
	g.high = g.cellHeight()
	least := pg.InPrint(smallest)
	for _, g.write = range c.writings() {
		if widest := c.widest(pg, g.write); widest*least/tick <= overWidth*g.width {
			g.numbers = page.Small(page.Plain).Sized(max(least, sizeWithin(g.width, widest)))
			return g
		}
	}
	g.numbers = page.Small(page.Plain).Sized(least)
	return g
}

// columnsOn lays out the columns, behind so much room for the numbers of rows.
func (c crosstab) columnsOn(pg *page.Page, numbered vg.Length) grid {
	const part, most = 0.4, 110 // of the room for names
	g := grid{crosstab: c, numbered: numbered, nameStyle: page.Small(page.Plain)}
	wide := pg.Max.X - pg.Min.X - numbered
	least := pg.InPrint(smallest) / tick // of the usual size, for digits
	digits := least * c.widest(pg, c.writings()[0]) / overWidth
	if c.isConfusion() {
		g.sum = least*pg.TextWidth("100", page.Small(page.Plain)) + 2
	} else {
		g.sum = digits
	}
	if !c.hasSums() {
		g.sum = 0
	}
	usual, free := max(part*wide, most), wide-vg.Length(len(c.columns))*digits-g.sum-namesGap
	if widest := c.widestWord(pg); widest > free {
		g.nameStyle = g.nameStyle.Sized(max(pg.InPrint(page.SmallestPrint), sizeWithin(free, widest)))
	}
	room := min(usual, max(free, c.widestWord(pg)))
	for i := range c.rows {
		g.called = append(g.called, c.rowName(pg, i, room, g.nameStyle))
		g.names = max(g.names, pg.TextWidth(g.called[i], g.nameStyle)+namesGap)
	}
	if c.hasSums() {
		g.names = max(g.names, pg.TextWidth(c.foot(), page.Small(page.Plain))+namesGap)
	}
	g.names = max(g.names+numbered, c.leastNames)
	g.width = (pg.Max.X - pg.Min.X - g.names) / vg.Length(len(c.columns)+1)
	if !c.hasSums() || g.width < digits {
		g.width = (pg.Max.X - pg.Min.X - g.names - g.sum) / vg.Length(len(c.columns))
	} else {
		g.sum = g.width
	}
	return g
}

// widestWord returns the width of the widest word of the names of rows.
func (c crosstab) widestWord(pg *page.Page) (most vg.Length) {
	for _, name := range c.rows {
		for _, word := range strings.Fields(name) {
			most = max(most, pg.TextWidth(page.Literal(word), page.Small(page.Plain)))
		}
	}
	return most
}

// sizeWithin returns the size in which a text has a width, where it has another in the usual
// one, which is the most.
func sizeWithin(width, usual vg.Length) vg.Length {
	return vg.Length(min(tick, math.Floor(float64(4*tick*width/usual))/4))
}

// hasSums says whether rows and columns end in sums: shares of rows have no sum of a column.
func (c crosstab) hasSums() bool { return c.sharesOf == "" }

// foot is what sums are called: those of a confusion matrix are of its diagonal, in percent.
func (c crosstab) foot() string {
	if c.isConfusion() {
		return "%"
	}
	return "in all"
}

// writings are ways to write the numbers, from the longest to the shortest. Counts below 100,000
// are not rounded.
func (c crosstab) writings() (all []func(x float64) string) {
	if c.areCounts() {
		whole := func(x float64) string { return fmt.Sprintf("%.0f", x) }
		return append(all, whole, func(x float64) string {
			n, unit := int(math.Round(x)), 0
			for ; n >= 100_000 && unit < 3; unit++ {
				n = (n + 500) / 1000
			}
			return fmt.Sprint(n) + []string{"", "k", "M", "G"}[unit]
		})
	}
	most := 4
	for x := c.total * slices.Max(c.Pairs().Probabilities()); x >= 1 && most > 0; x /= 10 {
		most--
	}
	var numbers []float64
	for _, p := range c.Pairs().All() {
		numbers = append(numbers, p*c.total)
	}
	for ; most >= 0; most-- {
		all = append(all, page.Alike(most, numbers...))
	}
	return all
}

// widest returns the width of the widest number, in the usual size.
func (c crosstab) widest(pg *page.Page, write func(x float64) string) (most vg.Length) {
	small := page.Small(page.Plain)
	of := []info.Distribution{c.Pairs()}
	switch {
	case !c.hasSums():
	case c.isConfusion():
		most = pg.TextWidth("100", small)
	default:
		of = append(of, c.X(), c.Y())
	}
	for _, numbers := range of {
		for _, p := range numbers.All() {
			most = max(most, pg.TextWidth(write(p*c.total), small))
		}
	}
	return most
}

// rowName is the name of a row as it is written: in two lines where it is wide, and cut
// short where it is wider still.
func (c crosstab) rowName(pg *page.Page, i int, room vg.Length, style page.Style) string {
	name := pg.Wrapped(page.Literal(c.rows[i]), room, style)
	if pg.TextWidth(name, style) > room || strings.Count(name, "\n") > 1 {
		return fitted(pg, c.rows[i], room)
	}
	return name
}

// cellHeight is the height of cells: those of a confusion matrix are nearly square, and others
// as low as the names of rows allow.
func (g grid) cellHeight() vg.Length {
	const most, ofTwoLines = 36, 25
	least := leastCell
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
	return g.heads.rise + g.high*vg.Length(len(g.rows)) + rows*leastCell
}

// height is that of the figure on a page.
func (c crosstab) height(pg *page.Page) vg.Length {
	const around, usual = 45, 15 // beside the caption, and that in one line
	caption := pg.NoteHeight(c.caption(), page.Style{})
	table := c.on(pg).height()
	if c.isConfusion() {
		return around + caption + table
	}
	return jointHeight + caption - usual + table - leastCell*vg.Length(len(dayKinds)+2)
}

// draw draws the table, each cell tinted by its number, and under it what row and column tell,
// unless they are the same.
func (c crosstab) draw(pg *page.Page) {
	const gap = 10
	g := c.on(pg)
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
	top := pg.Max.Y - g.heads.rise - leastCell
	middle := func(column int) vg.Length { return pg.Min.X + g.names + g.width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return top - g.high*(vg.Length(row)+0.5) }
	largest := slices.Max(g.Pairs().Probabilities())
	var without, rounded []string
	for i, p := range g.Pairs().All() {
		column, row := i%len(g.columns), i/len(g.columns)
		corner := vg.Point{X: g.width/2 - cellGap, Y: g.high/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		style := g.numbers
		if tinted {
			ink := tint(p / largest)
			style.Ink = ink.On()
			pg.SetColor(ink)
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		number, name := g.write(p*g.total), g.rows[row]+" × "+g.columns[column]
		if pg.TextWidth(number, style) > overWidth*g.width {
			without = append(without, name)
			continue
		}
		if g.areCounts() && number != g.amount(p) {
			rounded = append(rounded, name)
		}
		pg.Write(at.X, at.Y, number, style.Center())
	}
	pg.NoRoom("the numbers of", without...)
	pg.NoRoom("all digits of", rounded...)
	g.drawEnds(pg, middle, height)
}

// drawEnds writes the names of rows and columns, and at their ends their sums, or of a
// confusion matrix the share of each on the diagonal.
func (g grid) drawEnds(pg *page.Page, middle, height func(i int) vg.Length) {
	small, style := page.Small(page.Muted), g.numbers
	style.Ink = page.Muted
	top := height(0) + g.high/2
	foot := height(len(g.rows)-1) - (g.high+leastCell)/2
	last := pg.Max.X - g.sum/2
	for i, p := range g.X().All() {
		if g.numbered > 0 {
			pg.Write(pg.Min.X+g.numbered-namesGap, height(i), fmt.Sprint(i+1), small.Right())
		}
		pg.Write(pg.Min.X+g.numbered, height(i), g.called[i], g.nameStyle)
		if g.hasSums() {
			pg.Write(last, height(i), g.sumOf(pg, i, p, g.sum), style.Center())
		}
	}
	for k, p := range g.Y().All() {
		g.drawHead(pg, k, middle(k), top)
		if g.hasSums() {
			pg.Write(middle(k), foot, g.sumOf(pg, k, p, g.width), style.Center())
		}
	}
	if !g.hasSums() {
		return
	}
	head := g.foot()
	if pg.TextWidth(head, small) > g.sum-2 {
		head = "Σ"
	}
	pg.Write(last, top+leastCell/2, head, small.Center())
	pg.Write(pg.Min.X, foot, g.foot(), small)
}

// sumOf writes the sum of a row or a column, of a probability, in a room, or of a confusion
// matrix the share of it on the diagonal.
func (g grid) sumOf(pg *page.Page, i int, p float64, room vg.Length) string {
	switch {
	case g.isConfusion() && p == 0:
		return "–"
	case g.isConfusion():
		return page.Decimals(100*g.Pairs().P(i*len(g.columns)+i)/p, 0)
	}
	sum := g.write(p * g.total)
	if pg.TextWidth(sum, g.numbers) > overWidth*room {
		return "…"
	}
	return sum
}

// fitted is the markup of a name, or of its beginning where it is wider than its room.
func fitted(pg *page.Page, name string, room vg.Length) string {
	short := page.Literal(name)
	for letters := []rune(name); pg.TextWidth(short, page.Small(page.Plain)) > room && len(letters) > 0; {
		if short == page.Literal(name) {
			pg.NoRoom("the name", short)
		}
		letters = letters[:len(letters)-1]
		short = page.Literal(strings.TrimSpace(string(letters))) + "…"
	}
	return short
}
