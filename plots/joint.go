package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var joint = figure{
	name:   "joint",
	title:  "The day tells as much about its word as the word about the day",
	alt:    jointAlt,
	height: 286,
	draw:   drawJoint,
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

func jointAlt(example) string {
	j := diaryOfDays()
	y := example{p: j.Y(), words: words}
	return fmt.Sprintf("Two bars and, above them, a table of the probability of each kind of day x "+
		"(workday, %s; day off, %s) with each word y of the diary (%s); on days off, routine never "+
		"happens. The upper bar is what the day tells, H(X) = %v, and the lower one what its word "+
		"tells, H(Y) = %v. They overlap by the same length, the mutual information I(X; Y) = %v. "+
		"Besides it the day has H(X|Y) = %v, and the word H(Y|X) = %v. Together, from end to end, they "+
		"tell H(X, Y) = %v.",
		page.Number(j.X().P(0)), page.Number(j.X().P(1)),
		y.list(func(_ int, p float64) string { return page.Number(p) }),
		info.Entropy(j.X()), info.Entropy(j.Y()), j.MutualInformation(), entropyXGivenY(j),
		j.EntropyYGivenX(), j.Entropy())
}

// entropyXGivenY returns what the rows still tell to someone who knows the column.
func entropyXGivenY(j info.Joint) info.Bits { return info.Entropy(j.X()) - j.MutualInformation() }

func drawJoint(pg *page.Page, _ example) {
	const tableHeight, gap = 4 * cellHeight, 10
	j := diaryOfDays()
	below := pg.Caption("probability of a kind of day *x* and a word *y*", "")
	drawCrosstab(below, j)
	drawOverlap(below.Below(tableHeight+gap), j)
	for i, p := range j.Pairs().All() {
		n := j.Y().Len()
		pg.Record("kind of day x", dayKinds[i/n], "word y", words[i%n], "probability", p)
	}
}

const (
	cellHeight = 19
	jointNames = 76 // the room for names on the left
)

// drawCrosstab writes at the top of the page the probability of each pair, tinted by it,
// and the sums of rows and columns.
func drawCrosstab(pg *page.Page, j info.Joint) {
	const gap = 0.7
	x, y := j.X(), j.Y()
	width := (pg.Max.X - pg.Min.X - jointNames) / vg.Length(y.Len()+1)
	middle := func(column int) vg.Length {
		return pg.Min.X + jointNames + width*(vg.Length(column)+0.5)
	}
	height := func(row int) vg.Length { return pg.Max.Y - cellHeight*(vg.Length(row)+0.5) }
	small := page.Small(page.Muted).Center()
	for i, p := range j.Pairs().All() {
		column, row := i%y.Len(), 1+i/y.Len()
		corner := vg.Point{X: width/2 - gap, Y: cellHeight/2 - gap}
		at := vg.Point{X: middle(column), Y: height(row)}
		cell := vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}
		pg.SetColor(page.Plain.WithOpacity(0.04 + 0.5*p))
		pg.Fill(cell.Path())
		pg.Write(at.X, at.Y, page.Number(p), page.Small(page.Plain).Center())
	}
	for i, p := range x.All() {
		pg.Write(pg.Min.X, height(i+1), dayKinds[i], page.Small(page.Plain))
		pg.Write(middle(y.Len()), height(i+1), page.Number(p), small)
	}
	for k, p := range y.All() {
		pg.Write(middle(k), height(0), words[k], page.Small(page.Plain).Center())
		pg.Write(middle(k), height(x.Len()+1), page.Number(p), small)
	}
	pg.Write(middle(y.Len()), height(0), "in all", small)
	pg.Write(pg.Min.X, height(x.Len()+1), "in all", page.Small(page.Muted))
}

// drawOverlap draws what the day and the word tell as bars that overlap by what they
// share, and under them what both tell together.
func drawOverlap(pg *page.Page, j info.Joint) {
	const above = 16 // the bars, for what they share
	number := func(h info.Bits) string { return page.Number(float64(h)) }
	x, y, pair := info.Entropy(j.X()), info.Entropy(j.Y()), j.Entropy()
	own, rest, shared := entropyXGivenY(j), j.EntropyYGivenX(), j.MutualInformation()
	bars := page.Bars{Page: pg.Crop(jointNames, 0, 0, above), Most: float64(pair), Gap: 1}
	bars.Pitch = (bars.Max.Y - bars.Min.Y) / 3

	link := bars.Box(0, float64(own), float64(x))
	link.Min.Y = bars.Box(1, float64(own), float64(x)).Min.Y
	bars.SetColor(page.Green.WithOpacity(0.55))
	bars.Fill(link.Path())
	both := "in both: *I*(*X*; *Y*) = " + shared.String()
	pg.Write(bars.At(float64(own)), pg.Max.Y-6, both, page.Bold(page.Green))
	for i, row := range []struct {
		name, all string
		from, to  info.Bits
		alone     string
		ink       page.Ink
	}{
		{"the day", "*H*(*X*) = " + number(x), 0, own, "*H*(*X* | *Y*) = " + number(own), page.Blue},
		{
			"its word", "*H*(*Y*) = " + number(y), x, pair,
			"*H*(*Y* | *X*) = " + number(rest), page.Orange,
		},
		{"together", "", 0, pair, "*H*(*X*, *Y*) = " + number(pair), page.Plain},
	} {
		from, to, middle := float64(row.from), float64(row.to), bars.Middle(i)
		if !bars.Holds(row.alone, from, to) {
			row.alone = strings.Replace(row.alone, " = ", "\n", 1)
		}
		bars.FillBox(bars.Box(i, from, to), row.ink)
		bars.Label(i, from, to, row.alone)
		if row.all != "" {
			middle += 6
			pg.Write(pg.Min.X, middle-12, row.all, page.Small(page.Muted))
		}
		pg.Write(pg.Min.X, middle, row.name, page.Small(page.Plain))
	}
}
