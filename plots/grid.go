package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// A grid is a crosstab laid out on a page as wide as another.
type grid struct {
	crosstab
	plan
	wide       vg.Length // the page
	names      vg.Length // the room for the names of rows, and for their numbers
	numbers    vg.Length // for these; 0 where rows have none
	called     []string  // the names of rows as they are written
	cut        []string  // those of them that have no room
	heads      []string  // the names of columns as they are written, or their numbers
	isNumbered bool      // columns have numbers for heads
	sum        vg.Length // the room for the sums of rows; 0 where rows and columns have none
	hasNumbers bool      // cells have
	write      func(x float64) string
	nameStyle  page.Style // of names of rows and of columns
	headStyle  page.Style // of the latter, or of the numbers in place of them
	style      page.Style // of the numbers of cells, and of sums
}

// A plan is what a grid keeps for its numbers.
type plan struct {
	hasSum bool      // rows and columns have sums
	size   vg.Length // points in print, of numbers at least
	air    vg.Length // beside a number in its own font
	part   vg.Length // of the page, that names of rows may take, if no word of theirs is wider
}

// plans are tried, one after the other, until numbers have room: they give up their air, then their size,
// and then rows and columns their sums.
var plans = []plan{
	{true, page.SmallestPrint, usualAir, mostNames},
	{true, page.SmallestPrint, leastAir, mostNames},
	{true, smallest, usualAir, mostNames},
	{true, smallest, leastAir, mostNames},
	{false, page.SmallestPrint, usualAir, mostNames},
	{false, page.SmallestPrint, leastAir, mostNames},
	{false, smallest, usualAir, mostNames},
	{false, smallest, leastAir, mostNames},
}

const (
	cellGap                      = 0.7
	tick                         = 9    // points, the usual size of names and numbers
	jointNames                   = 76   // the least room for the names of rows beside bars
	namesGap                     = 6    // behind the names of rows
	numbersGap                   = 4    // behind their numbers
	sumGap                       = 5    // before the sum of a row
	leastCell          vg.Length = 19   // of the height of cells
	mostNames                    = 0.4  // of the page, for the names of rows
	fewNames                     = 0.1  // where these are broken into lines
	usualAir, leastAir           = 5, 3 // beside a number
	smallest                     = 5.5  // points in print, of numbers
	smallestOnPage               = 7    // points on a whole page, of names
)

// on lays the table out by the first plan by which numbers have room, and no more names are cut than by
// the last, or else without numbers. Names of rows are broken where columns have names for that, or numbers
// room.
func (c crosstab) on(pg *page.Page) grid {
	last := c.by(plans[len(plans)-1], pg)
	for _, p := range plans {
		var fit []grid
		for _, p.part = range []vg.Length{mostNames, fewNames} {
			if g := c.by(p, pg); g.hasNumbers && len(g.cut) <= len(last.cut) {
				fit = append(fit, g)
			}
		}
		isNamed := func(g grid) bool { return !g.isNumbered }
		if i := slices.IndexFunc(fit, isNamed); i >= 0 {
			return fit[i]
		}
		if len(fit) > 0 {
			return fit[0]
		}
	}
	return last
}

// by lays the table out by a plan: first the names of rows, then those of columns, and at last the
// numbers, which are as large as names and cells allow.
func (c crosstab) by(p plan, pg *page.Page) grid {
	g := grid{plan: p, crosstab: c, wide: pg.Size().X, nameStyle: page.Small(page.Plain)}
	if g.hasSum && c.SharesOf == "" { // or a row, say, has a sum that says nothing
		g.sum = g.sumRoom(pg)
	}
	g.nameRows(pg)
	g.nameColumns(pg)
	g.shrinkNames(pg)
	if g.isNumbered {
		g.numberColumns(pg)
	}
	return g
}

// width is that of a cell.
func (g grid) width() vg.Length { return (g.wide - g.names - g.sum) / vg.Length(len(g.ColumnNames)) }

// sumRoom is what the sums of rows take, in the usual size, and their head.
func (g grid) sumRoom(pg *page.Page) vg.Length {
	g.write = g.writings()[0]
	texts := []string{g.foot()}
	for i, p := range g.X().All() {
		texts = append(texts, g.sumOf(i, p))
	}
	return sumGap + pg.TextWidth(strings.Join(texts, "\n"), page.Small(page.Plain))
}

// nameRows writes the names of rows in a line or two each, within a part of the page, or cuts them
// short.
func (g *grid) nameRows(pg *page.Page) {
	g.called, g.cut, g.numbers = nil, nil, 0
	texts, room := []string{g.foot()}, g.part*g.wide
	for _, name := range g.RowNames {
		words := pg.TextWidth(pg.Wrapped(page.Literal(name), 0, g.nameStyle), g.nameStyle)
		room = max(room, min(mostNames*g.wide, words))
	}
	for i, name := range g.RowNames {
		name = page.Literal(name)
		written, isWhole := pg.Shortened(name, room, g.nameStyle)
		if !isWhole {
			g.cut = append(g.cut, name)
		}
		g.called, texts = append(g.called, written), append(texts, written)
		if g.isNumbered && g.IsConfusion() {
			g.numbers = pg.TextWidth(fmt.Sprint(i+1), g.nameStyle) + numbersGap
		}
	}
	g.names = g.numbers + pg.TextWidth(strings.Join(texts, "\n"), g.nameStyle) + namesGap
	if !g.IsConfusion() {
		g.names = max(g.names, jointNames)
	}
}

// nameColumns writes the names of columns in a line each, or in two where these leave larger letters,
// which those of rows have, too. Where neither has room, columns are numbered.
func (g *grid) nameColumns(pg *page.Page) {
	const part = 0.7 // of a line, in which most names break into two
	room := g.width() - headGap(pg)
	var names, broken []string
	for _, name := range g.ColumnNames {
		name = page.Literal(name)
		names = append(names, name)
		broken = append(broken, pg.Wrapped(name, max(room, part*pg.TextWidth(name, g.nameStyle)), g.nameStyle))
	}
	size := sizeWithin(room, g.widestHead(pg, names))
	isLonger := func(name string) bool { return strings.Count(name, "\n") > 1 }
	if inTwo := sizeWithin(room, g.widestHead(pg, broken)); inTwo > size && !slices.ContainsFunc(broken, isLonger) {
		names, size = broken, inTwo
	}
	least := pg.InPrint(page.SmallestPrint)
	if !pg.Column {
		least = smallestOnPage
	}
	if g.isNumbered = size < least; g.isNumbered {
		return
	}
	g.heads, g.headStyle = names, g.nameStyle.Sized(size)
	g.nameStyle = g.headStyle // as a larger size of others would stand out
}

// shrinkNames fits numbers beside the names of rows, which shrink to the size of numbers where columns are
// numbered, in a column of text, or as far as all are whole.
func (g *grid) shrinkNames(pg *page.Page) {
	const step = 0.5
	least := pg.InPrint(page.SmallestPrint)
	for size := vg.Length(tick); ; size = max(least, size-step) {
		g.nameRows(pg)
		g.hasNumbers = g.fitNumbers(pg)
		isEven := g.hasNumbers && g.cut == nil && g.style.Leading() >= g.nameStyle.Leading()
		if !g.isNumbered || !pg.Column || isEven || size == least {
			return
		}
		g.nameStyle = g.nameStyle.Sized(max(least, size-step))
	}
}

// headGap is that between the names of columns.
func headGap(pg *page.Page) vg.Length {
	if pg.Column {
		return 2
	}
	return 4
}

// widestHead is the width that columns need for their names, each of which may reach over those beside
// it as far as it touches no other, and over no more than a part of them.
func (g grid) widestHead(pg *page.Page, heads []string) (most vg.Length) {
	const part = 3. / 4
	before := vg.Length(0)
	for _, head := range heads {
		wide := pg.TextWidth(head, page.Small(page.Plain))
		most, before = max(most, (before+wide)/2, part*wide), wide
	}
	return max(most, before)
}

// numberColumns gives columns their numbers for heads, or every other one, say, where they are narrow.
func (g *grid) numberColumns(pg *page.Page) {
	last, room := fmt.Sprint(len(g.ColumnNames)), g.width()-headGap(pg)
	size := sizeWithin(room, pg.TextWidth(last, page.Small(page.Plain)))
	g.headStyle = g.nameStyle // of the same numbers before rows
	if pg.TextWidth(last, g.headStyle) > room {
		g.headStyle = g.nameStyle.Sized(max(pg.InPrint(smallest), size))
	}
	g.headStyle.Ink = page.Muted // as those of rows
	every := int(math.Ceil(float64(pg.TextWidth(last, g.headStyle) / room)))
	for k := range g.ColumnNames {
		g.heads = append(g.heads, "")
		if k%every == 0 {
			g.heads[k] = fmt.Sprint(k + 1)
		}
	}
}

// fitNumbers writes numbers as exactly as they have room in the smallest size, and then as large, and
// says whether they have any.
func (g *grid) fitNumbers(pg *page.Page) bool {
	const always = 1 // of air, besides what another font may take
	const more = 1.5 // of air, which numbers have that are not the smallest
	room := min(g.width()-always, pg.Wider()*(g.width()-g.air))
	least := pg.InPrint(g.size)
	for _, g.write = range g.writings() {
		var texts []string
		for _, p := range g.Pairs().All() {
			texts = append(texts, g.write(p*g.Total))
		}
		for k, p := range g.Y().All() {
			if g.sum > 0 {
				texts = append(texts, g.sumOf(k, p))
			}
		}
		widest := pg.TextWidth(strings.Join(texts, "\n"), page.Small(page.Plain))
		if least*widest <= tick*room {
			g.style = page.Small(page.Plain).Sized(max(least, sizeWithin(room-more, widest)))
			return true
		}
	}
	return false
}

// sizeWithin returns the size in which a text has a width, where it has another in the usual
// one, which is the most.
func sizeWithin(width, usual vg.Length) vg.Length {
	return vg.Length(min(tick, math.Floor(float64(4*tick*width/usual))/4))
}

// writings are ways to write the numbers, from the longest to the shortest, with two digits of the
// largest at least. Counts are whole.
func (c crosstab) writings() (all []func(x float64) string) {
	if c.AreCounts() {
		return append(all, func(x float64) string { return page.Whole(int(math.Round(x))) })
	}
	numbers := slices.Clone(c.Pairs().Probabilities())
	for i := range numbers {
		numbers[i] *= c.Total
	}
	whole := len(fmt.Sprint(int(slices.Max(numbers)))) // digits
	most, least := max(0, 5-whole), max(0, 3-whole)
	if c.SharesOf != "" { // of how many nobody knows
		most = least
	}
	for ; most >= least; most-- {
		all = append(all, page.AboveNought(page.Alike(most, numbers...)))
	}
	return all
}

// rise is what the names of columns take beyond a line.
func (g grid) rise() vg.Length {
	isInTwo := func(head string) bool { return strings.Contains(head, "\n") }
	if slices.ContainsFunc(g.heads, isInTwo) {
		return g.headStyle.Leading()
	}
	return 0
}

// high is the height of cells: those of a confusion matrix are nearly square, and others as low as the
// names of rows allow.
func (g grid) high() vg.Length {
	const most, ofMany, ofTwoLines = 36, 13, 2.8 // in lines
	least := leastCell
	isInTwo := func(name string) bool { return strings.Contains(name, "\n") }
	switch {
	case slices.ContainsFunc(g.called, isInTwo):
		least = ofTwoLines * g.nameStyle.Leading()
	case len(g.RowNames) > many:
		least = ofMany
	}
	if g.IsConfusion() {
		return max(least, min(most, 0.8*g.width()))
	}
	return least
}

// height is that of the cells, with the names above them, and the sums below.
func (g grid) height() vg.Length {
	rows := vg.Length(1)
	if g.sum > 0 {
		rows++
	}
	return g.rise() + g.high()*vg.Length(len(g.RowNames)) + rows*leastCell
}

// height is that of the figure on a page.
func (c crosstab) height(pg *page.Page) vg.Length {
	const around = 45 // beside the caption
	g := c.on(pg)
	height := around + pg.NoteHeight(g.caption(pg), page.Style{}) + g.height()
	if !c.IsConfusion() {
		height += overlapHeight
	}
	return height
}
