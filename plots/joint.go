package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var joint = figure{
	name:    "joint",
	title:   "The day tells as much about its word as the word about the day",
	alt:     jointAlt,
	fit:     func(pg *page.Page, _ example) vg.Length { return jointHeight + diaryTable().on(pg).rise },
	draw:    drawJoint,
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

func jointAlt(ex example) string {
	j := diaryOfDays()
	y := example{p: j.Y(), words: words}
	return fmt.Sprintf("Two bars and, below them, a table of the probability of each kind of day x "+
		"(workday, %s; day off, %s) with each word y of the diary (%s); on days off, routine never "+
		"happens. The upper bar is what the day tells, H(X) = %v, and the lower one what its word "+
		"tells, H(Y) = %v. They overlap by the same length, the mutual information I(X; Y) = %v. "+
		"Besides it the day has H(X|Y) = %v, and the word H(Y|X) = %v. Together, from end to end, they "+
		"tell H(X, Y) = %v.",
		page.Number(j.X().P(0)), page.Number(j.X().P(1)),
		y.list(func(_ int, p float64) string { return page.Number(p) }),
		ex.write(info.Entropy(j.X())), ex.write(info.Entropy(j.Y())), ex.write(j.MutualInformation()),
		ex.write(entropyXGivenY(j)), ex.write(j.EntropyYGivenX()), ex.write(j.Entropy()))
}

// entropyXGivenY returns what the rows still tell to someone who knows the column.
func entropyXGivenY(j info.Joint) info.Bits { return info.Entropy(j.X()) - j.MutualInformation() }

// jointHeight is that of the figure with two rows.
const jointHeight = 286

// diaryTable is the table that the book shows.
func diaryTable() crosstab {
	days := table.Crosstab{Joint: diaryOfDays(), RowNames: dayKinds, ColumnNames: words, Total: 1}
	return crosstab{Crosstab: days, leastNames: jointNames}
}

func drawJoint(pg *page.Page, ex example) {
	const caption, gap = 19, 10
	c := diaryTable().with(ex)
	g := c.on(pg)
	table := caption + g.height()
	drawOverlap(pg.Crop(0, 0, table+gap, 0), c.base, c.Joint, "the day", "its word")
	foot := pg.Below(pg.Max.Y - pg.Min.Y - table)
	foot = foot.Caption("probability of a kind of day *x* and a word *y*", "")
	g.drawCells(foot, false)
	for i, p := range c.Pairs().All() {
		n := len(words)
		pg.Record("kind of day x", dayKinds[i/n], "word y", words[i%n], "probability", p)
	}
}

// drawOverlap draws what x and y tell, by the names that they have, as bars that overlap by
// what they share, and under them what both tell together.
func drawOverlap(pg *page.Page, b base, j info.Joint, nameX, nameY string) {
	const above = 16 // the bars, for what they share
	x, y, pair := info.Entropy(j.X()), info.Entropy(j.Y()), j.Entropy()
	own, rest, shared := entropyXGivenY(j), j.EntropyYGivenX(), j.MutualInformation()
	number, addsUp := b.overlapWriting(j)
	bars := page.Bars{Page: pg.Crop(jointNames, 0, 0, above), Most: max(float64(pair), 1e-9), Gap: 1}
	bars.Pitch = (bars.Max.Y - bars.Min.Y) / 3

	link := bars.Box(0, float64(own), float64(x)) // from both bars to the other
	link.Min.Y = bars.Box(1, float64(own), float64(x)).Min.Y
	bars.Hatch(link, page.Green)
	says, green := "in both: *I*(*X*; *Y*) = "+number(shared)+" "+b.units(), page.Bold(page.Green)
	if !addsUp {
		says += ", rounded"
	}
	bars.Write(min(bars.At(float64(own)), bars.Max.X-bars.TextWidth(says, green)), bars.Max.Y+10, says, green)
	for i, row := range []struct {
		name, all string
		from, to  info.Bits
		alone     string
		ink       page.Ink
	}{
		{nameX, "*H*(*X*) = " + number(x), 0, own, "*H*(*X* | *Y*) = " + number(own), page.Blue},
		{
			nameY, "*H*(*Y*) = " + number(y), x, pair,
			"*H*(*Y* | *X*) = " + number(rest), page.Orange,
		},
		{"together", "", 0, pair, "*H*(*X*, *Y*) = " + number(pair), page.Plain},
	} {
		from, to, middle := float64(row.from), float64(row.to), bars.Middle(i)
		alone := row.alone
		if !bars.Holds(alone, from, to) {
			alone = strings.Replace(alone, " = ", "\n", 1)
		}
		if row.ink == page.Plain {
			bars.Outline(bars.Box(i, from, to), row.ink.Line(page.Thin))
		} else {
			bars.FillBox(bars.Box(i, from, to), row.ink)
		}
		if !bars.Label(i, from, to, alone) { // beside it, it would lie in what both share
			pg.Write(pg.Min.X, middle-18, row.alone, page.Small(page.Muted))
		}
		if row.all != "" {
			middle += 6
			pg.Write(pg.Min.X, middle-12, row.all, page.Small(page.Muted))
		}
		pg.Write(pg.Min.X, middle, row.name, page.Small(page.Plain))
	}
}

// overlapWriting returns how to write what x and y tell, and whether it adds up as it is written.
func (b base) overlapWriting(j info.Joint) (write func(info.Bits) string, addsUp bool) {
	x, y, pair := b.in(info.Entropy(j.X())), b.in(info.Entropy(j.Y())), b.in(j.Entropy())
	own, rest, shared := b.in(entropyXGivenY(j)), b.in(j.EntropyYGivenX()), b.in(j.MutualInformation())
	number := page.InSums([]float64{x, y, pair, own, rest, shared})
	addsUp = page.AddUp(number, []float64{own, shared}, []float64{x}) &&
		page.AddUp(number, []float64{rest, shared}, []float64{y}) &&
		page.AddUp(number, []float64{x, rest}, []float64{pair})
	return func(h info.Bits) string { return number(b.in(h)) }, addsUp
}
