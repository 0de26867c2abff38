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
	isBare    bool      // sums are left out, as they leave too little room
	inCaption bool      // and so are names of rows, which the caption has
	numbers   vg.Length // the room for the numbers of rows; 0 where they have none
	names     vg.Length // and with it for their names
	called    []string  // the names of rows as they are written
	cut       []string  // names that have no room
	size      vg.Length // of these
	nameStyle page.Style
	numbered  bool // columns have numbers for heads
	headings
	width      vg.Length // of a cell
	sum        vg.Length // and of one for a sum, at the end of a row
	high       vg.Length // of a cell
	hasNumbers bool      // which have room in their cells, all of them
	writing
	style page.Style // of these
}

// Headings are the names of columns, of the size of those of rows.
type headings struct {
	heads     []string
	headStyle page.Style
	raised    int       // every other head stands higher: 1 for the first, 2 for the second one; 0 for none
	higher    vg.Length // than the others
	rise      vg.Length // what heads take beyond a line
}

const (
	cellGap                = 0.7
	air                    = 1   // beside a number, besides what another font may take
	leastAir               = 2.4 // beside one in its own font
	besideNumber           = 1.4 // points in print, to the ends of its cell
	tick                   = 9   // points, the usual size of names and numbers
	jointNames             = 76  // the least room for the names of rows in the book
	namesGap               = 6
	longNamesGap           = 2 // besides what a long one leaves, as another font may be wider
	numbersGap             = 4
	sumGap                 = 5   // before a percentage of a row
	leastCell    vg.Length = 19  // of the height of cells
	smallest               = 5.5 // points in print, of numbers
	raised                 = 12  // from a head to a higher one
)

// on lays the table out. Numbers and names shrink before any is left out. Where nothing has room for
// all, numbers go before names.
func (c crosstab) on(pg *page.Page) (best grid) {
	for _, g := range c.ways() {
		g.fit(pg)
		if g.hasNumbers && g.hasNames() {
			return g
		}
		if !best.hasNumbers {
			best = g
		}
	}
	return best
}

// ways are those to lay the table out: whole, without sums, and a confusion matrix with the names of
// rows in the caption, and with percents for counts. The last is for where no numbers have room.
func (c crosstab) ways() []grid {
	bare := grid{crosstab: c, isBare: true}
	all := []grid{{crosstab: c}, bare}
	if c.IsConfusion() {
		all = append(all, grid{crosstab: c, inCaption: true}, grid{crosstab: c, inCaption: true, isBare: true})
		if c.AreCounts() && c.SharesOf == "" {
			p := c.percents()
			all = append(all, grid{crosstab: p}, grid{crosstab: p, inCaption: true})
		}
	}
	return append(all, bare)
}

// percents returns counts as percents of their rows.
func (c crosstab) percents() crosstab {
	var all [][]float64
	for i, row := range c.Rows() {
		line := slices.Clone(row)
		if of := c.X().P(i); of > 0 {
			floats.Scale(100/of, line)
		}
		all = append(all, line)
	}
	joint, err := info.NormalizeJoint(all)
	if err != nil {
		panic(err) // some row has cases
	}
	c.Joint, c.Total, c.SharesOf, c.Whole = joint, floats.Sum(slices.Concat(all...)), "row", 100
	c.arePercents = true
	return c
}

// fit lays the table out in one way.
func (g *grid) fit(pg *page.Page) {
	if g.numbered = g.inCaption || !g.fitNames(pg) && !g.fitHeads(pg, true); g.numbered {
		g.fitNames(pg)
		g.numberHeads(pg)
	}
	least := pg.InPrint(smallest)
	for _, g.writing = range g.writings() {
		widest := g.widest(pg, g.write)
		g.style = page.Small(page.Plain).Sized(max(least, sizeWithin(g.width-2*cellGap-2*pg.InPrint(besideNumber), widest)))
		if g.hasNumbers = withAir(pg, widest*least/tick) <= g.width; g.hasNumbers {
			break
		}
	}
	g.high = g.cellHeight()
}

// withAir returns how wide a cell is at least, whose number has a width.
func withAir(pg *page.Page, number vg.Length) vg.Length {
	return max(number+air, number/pg.Wider()+leastAir)
}

// numberHeads gives columns their numbers for heads, or every other one, say, where they are narrow.
func (g *grid) numberHeads(pg *page.Page) {
	last := fmt.Sprint(len(g.ColumnNames))
	size := sizeWithin(g.width-2, pg.TextWidth(last, page.Small(page.Plain)))
	size = min(g.size, max(pg.InPrint(smallest), size))
	g.headings = headings{headStyle: g.nameStyle.Sized(size)}
	every := int(math.Ceil(float64((pg.TextWidth(last, g.headStyle) + 1) / g.width)))
	for k := range g.ColumnNames {
		g.heads = append(g.heads, "")
		if k%every == 0 {
			g.heads[k] = fmt.Sprint(k + 1)
		}
	}
}

// fitNames writes the names of rows and columns as large as they have room, beside numbers of the
// usual size or else of the smallest, and says whether they have any. Those of columns stand in turn
// on two levels only where they have no room side by side in any size.
func (g *grid) fitNames(pg *page.Page) bool {
	return !g.numbered && g.fitSizes(pg, false) || g.fitSizes(pg, true)
}

// fitSizes does so with the names of columns in turn on two levels or not.
func (g *grid) fitSizes(pg *page.Page, inTurn bool) bool {
	const smaller, onPage = 0.25, 7 // in print
	least := min(tick, pg.InPrint(page.SmallestPrint))
	if !pg.Column {
		least = min(tick, pg.InPrint(onPage))
	}
	for _, numbers := range []vg.Length{tick, pg.InPrint(smallest)} {
		fits := func(isNarrow bool) bool {
			return g.fitColumns(pg, numbers, isNarrow) && (g.numbered || g.fitHeads(pg, inTurn))
		}
		for g.size = tick + smaller; g.size > least; {
			g.size = max(g.size-smaller, least)
			if fits(false) || len(g.RowNames) <= many && fits(true) { // many have a line each
				return true
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
	n, wide := vg.Length(len(g.ColumnNames)), pg.Size().X
	digits := g.widest(pg, g.writings()[0].write) / tick
	least := withAir(pg, pg.InPrint(smallest)*digits)
	g.sum = g.leastSum(pg, least)
	free := wide - g.numbers - n*least - g.sum - namesGap
	usual := max(part*(wide-g.numbers), most)
	room := min(usual, free)
	all := max(room, free-n*(withAir(pg, numbers*digits)-least))
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
		g.sum = max(g.sum, min(1.5*g.sum, wide-g.names-1.4*n*least))
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
		written, isWhole := pg.Shortened(page.Literal(name), room, g.nameStyle)
		if !isWhole {
			g.cut = append(g.cut, page.Literal(name))
		}
		g.called = append(g.called, written)
		wide := pg.TextWidth(written, g.nameStyle)
		g.names = max(g.names, wide+max(longNamesGap, namesGap-wide/8))
	}
	if g.hasSums() {
		g.names = max(g.names, pg.TextWidth(g.foot(), page.Small(page.Plain))+namesGap)
	}
}

// fitHeads finds places for the names of columns over them: in a line, in two lines each that has no
// room in one, or where they may, in turn on two levels. It says whether there are any.
func (g *grid) fitHeads(pg *page.Page, inTurn bool) bool {
	const narrower = 0.75 // than in one line
	g.headings = headings{headStyle: g.nameStyle}
	var broken []string
	for _, name := range g.ColumnNames {
		name = page.Literal(name)
		g.heads = append(g.heads, name)
		lines, isWhole := pg.TwoLines(name, g.width-2, g.headStyle)
		if !isWhole {
			lines, isWhole = pg.TwoLines(name, narrower*pg.TextWidth(name, g.headStyle), g.headStyle)
		}
		if !isWhole {
			lines = name
		}
		broken = append(broken, lines)
	}
	if g.areApart(pg) {
		return true
	}
	if g.heads = broken; g.areApart(pg) {
		g.rise = raised
		return true
	}
	for _, clear := range []vg.Length{4, 2} {
		if inTurn && (g.fitInTurn(pg, 1, clear) || g.fitInTurn(pg, 2, clear)) {
			return true
		}
	}
	return false
}

// areApart says whether heads on one level touch none beside them, nor reach far over any other column.
func (g *grid) areApart(pg *page.Page) bool {
	const clear, most = 2, 4. / 3 // of the width of its column, for one
	before := vg.Length(0)
	for k, head := range g.heads {
		wide := pg.TextWidth(head, g.headStyle)
		isLast := k == len(g.heads)-1
		if (before+wide)/2+clear > g.width || wide+clear > most*g.width || isLast && wide+clear > g.width {
			return false
		}
		before = wide
	}
	return true
}

// isHigh says whether a head stands higher than those beside it.
func (g grid) isHigh(k int) bool { return g.raised > 0 && (k-g.raised)%2 != 0 }

// fitInTurn says whether heads have room in turn on two levels, or more where they have two lines each, and
// every other one from the first or second on higher, none of them beyond the page, and all clear of
// the lines to higher ones and of the head of sums.
func (g *grid) fitInTurn(pg *page.Page, first int, clear vg.Length) bool {
	const apart = 6
	g.raised = first
	more := [2]vg.Length{} // than a line, of the lower heads and of the others
	var ends []vg.Length   // of the heads
	for k, head := range g.heads {
		half, middle := pg.TextWidth(head, g.headStyle)/2, g.names+g.width*(vg.Length(k)+0.5)
		x := min(middle, pg.Size().X-half)
		left, i := vg.Length(0), 1
		if k > 1 {
			left = ends[k-2] + apart
		}
		if !g.isHigh(k) {
			i, left = 0, max(left, middle-g.width+clear)
			right := middle + g.width - clear
			if k == len(g.heads)-1 && g.sum > 0 {
				right = middle + g.width/2
			}
			if x+half > right {
				return false
			}
		}
		if x-half < left {
			return false
		}
		ends = append(ends, x+half)
		more[i] = max(more[i], g.headStyle.Leading()*vg.Length(strings.Count(head, "\n")))
	}
	g.higher = raised + 1.4*more[0] // or their lines would run together
	g.rise = g.higher + more[1]
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

// cellHeight is the height of cells: those of a confusion matrix are nearly square, and others
// as low as the names of rows allow.
func (g grid) cellHeight() vg.Length {
	const most, ofMany = 36, 13
	const ofTwoLines, ofTwoByTwo = 2, 2.8 // in lines, so that those of two names are told apart
	least, before := leastCell, false
	if len(g.RowNames) > many && !g.isInTwoLines() {
		least = ofMany
	}
	for _, name := range g.called {
		isInTwo := strings.Contains(name, "\n")
		switch {
		case isInTwo && before:
			least = max(least, ofTwoByTwo*g.nameStyle.Leading())
		case isInTwo:
			least = max(least, ofTwoLines*g.nameStyle.Leading())
		}
		before = isInTwo
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
	caption := pg.NoteHeight(g.caption(pg), page.Style{})
	if c.IsConfusion() {
		return around + caption + g.height()
	}
	return jointHeight + caption - usual + g.height() - leastCell*vg.Length(len(dayKinds)+2)
}
