package main

import (
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var joint = figure{
	name:    "joint",
	title:   "The day tells as much about its word as the word about the day",
	alt:     func(ex example) string { return diaryTable().with(ex).alt() },
	fit:     func(pg *page.Page, _ example) vg.Length { return diaryTable().height(pg) },
	draw:    func(pg *page.Page, ex example) { diaryTable().with(ex).draw(pg) },
	takes:   "-base",
	columns: "names and counts (of a confusion matrix, too)",
	read:    readJoint,
}

// The diary again, with the kind of each day beside its word. The words are as
// likely as they were.
var (
	dayKinds = []string{"workday", "day off"}
	dayWords = [][]float64{
		{8. / 16, 2. / 16, 1. / 16, 1. / 16},
		{0, 2. / 16, 1. / 16, 1. / 16},
	}
)

func diaryOfDays() info.Joint {
	j, err := info.NewJoint(dayWords)
	if err != nil {
		panic(err) // they sum to 1
	}
	return j
}

// entropyXGivenY returns what the rows still tell to someone who knows the column.
func entropyXGivenY(j info.Joint) info.Bits { return info.Entropy(j.X()) - j.MutualInformation() }

// diaryTable is the table that the book shows.
func diaryTable() crosstab {
	return crosstab{row: "the day", column: "its word", Crosstab: table.Crosstab{
		Joint: diaryOfDays(), RowVariable: "kind of day", ColumnVariable: "word",
		RowNames: dayKinds, ColumnNames: words, Total: 1,
	}}
}

// overlapHeight is what the bars take under a table.
const overlapHeight = 150

// drawOverlap draws what rows and columns tell as bars that overlap by what they share, and under them
// what both tell together.
func (c crosstab) drawOverlap(pg *page.Page) {
	const above = 16 // the bars, for what they share
	j := c.Joint
	x, y, pair := info.Entropy(j.X()), info.Entropy(j.Y()), j.Entropy()
	own, rest, shared := entropyXGivenY(j), j.EntropyYGivenX(), j.MutualInformation()
	number, addsUp := c.overlapWriting(j)
	bars := page.Bars{Page: pg.Crop(jointNames, 0, 0, above), Most: max(float64(pair), 1e-9), Gap: 1}
	bars.Pitch = (bars.Max.Y - bars.Min.Y) / 3

	link := bars.Box(0, float64(own), float64(x)) // from both bars to the other
	link.Min.Y = bars.Box(1, float64(own), float64(x)).Min.Y
	bars.Hatch(link, page.Green)
	says, green := "in both: "+equals("*I*(*X*; *Y*)", number(shared))+" "+c.units(), page.Bold(page.Green)
	if !addsUp {
		says += ", rounded"
	}
	bars.Write(min(bars.At(float64(own)), bars.Max.X-bars.TextWidth(says, green)), bars.Max.Y+10, says, green)
	for i, t := range []told{
		{c.row, equals("*H*(*X*)", number(x)), 0, own, equals("*H*(*X* | *Y*)", number(own)), page.Blue},
		{c.column, equals("*H*(*Y*)", number(y)), x, pair, equals("*H*(*Y* | *X*)", number(rest)), page.Orange},
		{"together", "", 0, pair, equals("*H*(*X*, *Y*)", number(pair)), page.Plain},
	} {
		t.draw(pg, bars, i)
	}
}

// A told amount is what rows or columns tell, and of it the bar of what they alone tell.
type told struct {
	name, all string
	from, to  info.Bits
	alone     string
	ink       page.Ink
}

// draw draws one of some bars, with its names on the left of a page.
func (t told) draw(pg *page.Page, bars page.Bars, i int) {
	from, to, middle := float64(t.from), float64(t.to), bars.Middle(i)
	alone := t.alone
	if !bars.Holds(alone, from, to) {
		alone = strings.Replace(alone, " = ", "\n", 1)
	}
	if t.ink == page.Plain {
		bars.Outline(bars.Box(i, from, to), t.ink.Line(page.Thin))
	} else {
		bars.FillBox(bars.Box(i, from, to), t.ink)
	}
	if !bars.Label(i, from, to, alone) { // beside it, it would lie in what both share
		pg.Write(pg.Min.X, middle-18, t.alone, page.Small(page.Muted))
	}
	if t.all != "" {
		middle += 6
		pg.Write(pg.Min.X, middle-12, t.all, page.Small(page.Muted))
	}
	pg.Write(pg.Min.X, middle, t.name, page.Small(page.Plain))
}

// overlapWriting returns how to write what x and y tell, and whether it adds up as it is written.
func (b base) overlapWriting(j info.Joint) (write func(info.Bits) string, addsUp bool) {
	x, y, pair := b.in(info.Entropy(j.X())), b.in(info.Entropy(j.Y())), b.in(j.Entropy())
	own, rest, shared := b.in(entropyXGivenY(j)), b.in(j.EntropyYGivenX()), b.in(j.MutualInformation())
	number := page.InSums([]float64{x, y, pair, own, rest, shared})
	addsUp = page.AddUp(number, []float64{own, shared}, []float64{x}) &&
		page.AddUp(number, []float64{rest, shared}, []float64{y}) &&
		page.AddUp(number, []float64{x, rest}, []float64{pair})
	return func(h info.Bits) string { return page.AboveNought(number)(b.in(max(0, h))) }, addsUp
}

// equals writes a number behind what it is of, which equals it, or is below what is written as such.
func equals(name, number string) string {
	if strings.HasPrefix(number, "<") {
		return name + " " + number
	}
	return name + " = " + number
}
