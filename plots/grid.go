package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/plot/vg"

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
	size       vg.Length // of these
	nameStyle  page.Style
	heads      []string // and those of columns, of the same size
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
	sumGap               = 2   // before a percentage of a row
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
		if g.inCaption && !c.IsConfusion() || g.asPercent && !(c.IsConfusion() && c.AreCounts()) {
			continue
		}
		if g.crosstab = c; g.asPercent {
			g.crosstab = c.percents()
		}
		g.fit(pg)
		if g.hasNumbers && g.hasNames() {
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
		c.Joint, c.Total, c.SharesOf, c.Whole = joint, floats.Sum(slices.Concat(all...)), "row", 100
	}
	return c
}

// fit lays the table out in one way.
func (g *grid) fit(pg *page.Page) {
	if g.numbered = g.inCaption || !g.fitNames(pg) && !g.fitHeads(pg); g.numbered {
		g.heads, g.isRaised, g.rise = nil, false, 0
		g.fitNames(pg)
		last := fmt.Sprint(len(g.ColumnNames))
		size := sizeWithin(g.width-2, pg.TextWidth(last, page.Small(page.Plain)))
		g.headStyle = g.nameStyle.Sized(min(g.size, max(pg.InPrint(smallest), size)))
		every := int(math.Ceil(float64((pg.TextWidth(last, g.headStyle) + 1) / g.width)))
		for k := range g.ColumnNames {
			g.heads = append(g.heads, "")
			if k%every == 0 {
				g.heads[k] = fmt.Sprint(k + 1)
			}
		}
	}
	least := pg.InPrint(smallest)
	for _, w := range g.writings() {
		widest := g.widest(pg, w.write)
		g.write, g.percent = w.write, w.percent
		g.style = page.Small(page.Plain).Sized(max(least, sizeWithin(g.width-2*cellGap, widest)))
		if g.hasNumbers = widest*least/tick <= g.width; g.hasNumbers {
			break
		}
	}
}

// fitNames writes the names of rows and columns as large as they have room, beside numbers of the
// usual size or else of the smallest, and says whether they have any.
func (g *grid) fitNames(pg *page.Page) bool {
	const smaller, onPage = 0.25, 7 // in print
	least := min(tick, pg.InPrint(page.SmallestPrint))
	if !pg.Column {
		least = min(tick, pg.InPrint(onPage))
	}
	for _, numbers := range []vg.Length{tick, pg.InPrint(smallest)} {
		for g.size = tick + smaller; g.size > least; {
			g.size = max(g.size-smaller, least)
			for _, isNarrow := range []bool{false, true} {
				if isNarrow && len(g.RowNames) > many { // which have a line each
					continue
				}
				if g.fitColumns(pg, numbers, isNarrow) && (g.numbered || g.fitHeads(pg)) {
					return true
				}
			}
		}
	}
	return false
}

// fitColumns gives the names of rows what they need of a usual room, or little more than their
// widest word, or as much as numbers of a size leave, and says whether all have room.
func (g *grid) fitColumns(pg *page.Page, numbers vg.Length, isNarrow bool) bool {
	const part, most, wider = 0.4, 110, 4 // of the room, for names
	g.nameStyle = page.Small(page.Plain).Sized(g.size)
	if g.numbered && g.IsConfusion() {
		g.numbers = pg.TextWidth(fmt.Sprint(len(g.RowNames)), g.nameStyle) + numbersGap
	}
	n, wide := vg.Length(len(g.ColumnNames)), pg.Max.X-pg.Min.X
	digits := g.widest(pg, g.writings()[0].write) / tick
	least := pg.InPrint(smallest) * digits
	g.sum = g.leastSum(pg, least)
	free := wide - g.numbers - n*least - g.sum - namesGap
	usual := max(part*(wide-g.numbers), most)
	room := min(usual, free)
	all := max(room, free-n*(numbers*digits-least))
	if isNarrow {
		room = 0
		for _, name := range g.RowNames {
			words := strings.ReplaceAll(page.Literal(name), " ", "\n")
			room = min(all, max(room, pg.TextWidth(words, g.nameStyle)))
		}
	}
	g.writeNames(pg, all)
	isWhole := g.hasNames()
	if !isWhole {
		room = usual
	}
	for g.writeNames(pg, room); isWhole && !g.hasNames(); g.writeNames(pg, room) {
		room = min(room+wider, all)
	}
	g.names = max(g.names+g.numbers, g.leastNames)
	if g.width = (wide - g.names) / (n + 1); g.IsConfusion() || !g.hasSums() {
		g.sum = max(g.sum, min(1.8*g.sum, wide-g.names-1.4*n*least))
		g.width = (wide - g.names - g.sum) / n
	} else {
		g.sum = g.width
	}
	return isWhole
}

// leastSum is the least width of the sum of a row, where numbers have one.
func (g *grid) leastSum(pg *page.Page, number vg.Length) (most vg.Length) {
	switch {
	case !g.hasSums():
		return 0
	case !g.IsConfusion():
		return number
	}
	for i := range g.RowNames {
		for _, text := range []string{g.foot(), g.onDiagonal(i, g.X().P(i)), g.onDiagonal(i, g.Y().P(i))} {
			most = max(most, pg.InPrint(smallest)/tick*pg.TextWidth(text, page.Small(page.Plain))+sumGap)
		}
	}
	return most
}

// hasNames says whether all names of rows have room, many of them in a line each.
func (g grid) hasNames() bool { return g.cut == nil && (len(g.RowNames) <= many || !g.isInTwoLines()) }

// isInTwoLines says whether the name of a row is.
func (g grid) isInTwoLines() bool {
	return slices.ContainsFunc(g.called, func(name string) bool { return strings.Contains(name, "\n") })
}

// writeNames breaks the names of rows into lines that have room, and finds how wide they are.
func (g *grid) writeNames(pg *page.Page, room vg.Length) {
	g.names, g.called, g.cut = 0, nil, nil
	if g.inCaption {
		return
	}
	for _, name := range g.RowNames {
		written, ok := pg.TwoLines(page.Literal(name), room, g.nameStyle)
		if !ok {
			g.cut = append(g.cut, page.Literal(name))
			written = pg.CutShort(page.Literal(name), room, g.nameStyle)
		}
		g.called = append(g.called, written)
		g.names = max(g.names, pg.TextWidth(written, g.nameStyle)+namesGap)
	}
	if g.hasSums() {
		g.names = max(g.names, pg.TextWidth(g.foot(), page.Small(page.Plain))+namesGap)
	}
}

// fitHeads finds places for the names of columns over them: in a line, in two lines each, or in
// turn on two lines. It says whether there are any.
func (g *grid) fitHeads(pg *page.Page) bool {
	room, inTwo := g.width-2, true
	g.headStyle, g.heads, g.isRaised, g.rise = g.nameStyle, nil, false, 0
	var broken []string
	for _, name := range g.ColumnNames {
		name = page.Literal(name)
		var lines string
		if inTwo {
			lines, inTwo = pg.TwoLines(name, room, g.headStyle)
		}
		g.heads, broken = append(g.heads, name), append(broken, lines)
	}
	isWide := func(name string) bool { return pg.TextWidth(name, g.headStyle) > room }
	if !slices.ContainsFunc(g.heads, isWide) {
		return true
	}
	if g.rise = raised; inTwo {
		g.heads = broken
		return true
	}
	return g.fitInTurn(pg)
}

// isHigh says whether a head is on the higher of two lines, as the last one is.
func (g grid) isHigh(k int) bool { return g.isRaised && (len(g.ColumnNames)-k)%2 == 1 }

// fitInTurn says whether heads have room in turn on two lines, none of them beyond the page or on
// the line to a higher one.
func (g *grid) fitInTurn(pg *page.Page) bool {
	const apart, clear = 6, 2
	g.isRaised = true
	var ends []vg.Length // of the heads
	for k, head := range g.heads {
		half, middle := pg.TextWidth(head, g.headStyle)/2, g.names+g.width*(vg.Length(k)+0.5)
		if !g.isHigh(k) && half+clear > g.width {
			return false
		}
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
func (g grid) hasSums() bool { return g.SharesOf == "" && !g.isBare }

// foot is what sums are called: those of a confusion matrix are of its diagonal, in percent.
func (c crosstab) foot() string {
	if c.IsConfusion() {
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
	if c.AreCounts() {
		return append(all, writing{write: func(x float64) string { return page.Whole(int(math.Round(x))) }})
	}
	most, least := 4, 2
	for x := c.Total * slices.Max(c.Pairs().Probabilities()); x >= 1 && most > 0; x /= 10 {
		most, least = most-1, max(0, least-1)
	}
	var numbers []float64
	for _, p := range c.Pairs().All() {
		numbers = append(numbers, p*c.Total)
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
	if g.hasSums() && !g.IsConfusion() {
		of = append(of, g.X(), g.Y())
	}
	for _, numbers := range of {
		for _, p := range numbers.All() {
			most = max(most, pg.TextWidth(write(p*g.Total), page.Small(page.Plain)))
		}
	}
	return most
}

// cellHeight is the height of cells: those of a confusion matrix are nearly square, and others
// as low as the names of rows allow.
func (g grid) cellHeight() vg.Length {
	const most, ofTwoLines, ofMany = 36, 25, 13
	least := leastCell
	if g.isInTwoLines() {
		least = ofTwoLines
	} else if len(g.RowNames) > many {
		least = ofMany
	}
	if g.IsConfusion() {
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
	return g.rise + g.high*vg.Length(len(g.RowNames)) + rows*leastCell
}

// height is that of the figure on a page.
func (c crosstab) height(pg *page.Page) vg.Length {
	const around, usual = 45, 15 // beside the caption, and that in one line
	g := c.on(pg)
	caption := pg.NoteHeight(g.caption(), page.Style{})
	if c.IsConfusion() {
		return around + caption + g.height()
	}
	return jointHeight + caption - usual + g.height() - leastCell*vg.Length(len(dayKinds)+2)
}
