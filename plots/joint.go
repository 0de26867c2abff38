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
	return fmt.Sprintf("A table of the probability of each kind of day x, workday or day off, "+
		"with each word y of the diary, tinted by it, with bars for the days at the right "+
		"(%s and %s) and for the words above (%s). On days off, routine never happens. "+
		"Bars below add up: H(X) = %v and H(Y|X) = %v make H(X, Y) = %v, "+
		"and so do H(X|Y) = %v and H(Y) = %v. "+
		"What H(X) and H(Y) share is the mutual information, I(X; Y) = %v.",
		page.Number(j.X().P(0)), page.Number(j.X().P(1)),
		y.list(func(_ int, p float64) string { return page.Number(p) }),
		info.Entropy(j.X()), j.EntropyYGivenX(), j.Entropy(),
		entropyXGivenY(j), info.Entropy(j.Y()), j.MutualInformation())
}

// entropyXGivenY returns what the rows still tell to someone who knows the column.
func entropyXGivenY(j info.Joint) info.Bits { return info.Entropy(j.X()) - j.MutualInformation() }

func drawJoint(pg *page.Page, _ example) {
	const account = 4*page.BarPitch + 10
	j := diaryOfDays()
	below := pg.Caption("probability of a kind of day *x* and a word *y*", "")
	drawCrosstab(below.Crop(0, 0, account, 0), j)
	drawChain(pg, j)
	for i, p := range j.Pairs().All() {
		n := j.Y().Len()
		pg.Record("kind of day x", dayKinds[i/n], "word y", words[i%n], "probability", p)
	}
}

// drawCrosstab draws a cell for each pair, tinted by its probability, and bars for
// the words above and the days at the right.
func drawCrosstab(pg *page.Page, j info.Joint) {
	const names, bars, height, gap = 52, 92, 36, 0.7
	const barGap, barSize = 2.5, 92 // from the cells, and of probability 1
	x, y := j.X(), j.Y()
	foot := pg.Min.Y + page.RowHeight + 2
	width := (pg.Max.X - pg.Min.X - names - bars) / vg.Length(y.Len())
	// cell is that of a column and a row, counted from below.
	cell := func(column, row int) vg.Rectangle {
		low := vg.Point{X: pg.Min.X + names + width*vg.Length(column), Y: foot + height*vg.Length(row)}
		return vg.Rectangle{
			Min: low.Add(vg.Point{X: gap, Y: gap}),
			Max: low.Add(vg.Point{X: width - gap, Y: height - gap}),
		}
	}
	for i, p := range j.Pairs().All() {
		r := cell(i%y.Len(), x.Len()-1-i/y.Len())
		pg.SetColor(page.Plain.WithOpacity(0.04 + 0.64*p))
		pg.Fill(r.Path())
		pg.Write((r.Min.X+r.Max.X)/2, (r.Min.Y+r.Max.Y)/2, page.Number(p), page.Style{}.Center())
	}
	for i, p := range x.All() {
		r := cell(y.Len(), x.Len()-1-i)
		r.Min.X += barGap
		r.Max.X = r.Min.X + 0.7*barSize*vg.Length(p)
		pg.FillBox(r, page.Blue)
		middle := (r.Min.Y + r.Max.Y) / 2
		pg.Write(r.Max.X+4, middle, page.Number(p), page.Small(page.Plain))
		pg.Write(pg.Min.X, middle, dayKinds[i], pg.Crowded())
	}
	for k, p := range y.All() {
		r := cell(k, x.Len())
		r.Min.Y += barGap
		r.Max.Y = r.Min.Y + barSize*vg.Length(p)
		pg.FillBox(r, page.Orange)
		middle := (r.Min.X + r.Max.X) / 2
		pg.Write(middle, r.Max.Y+7, page.Number(p), page.Small(page.Plain).Center())
		pg.Write(middle, foot-9, words[k], pg.Crowded().Center())
	}
}

// drawChain draws at the foot of the page how the entropies of two variables make
// up that of the pair, whichever comes first, and what they share.
func drawChain(pg *page.Page, j info.Joint) {
	hx, hy, pair := float64(info.Entropy(j.X())), float64(info.Entropy(j.Y())), float64(j.Entropy())
	shared, own := float64(j.MutualInformation()), float64(entropyXGivenY(j))
	yx := float64(j.EntropyYGivenX())
	names := vg.Length(52)
	if pg.Column {
		names = 38
	}
	foot := pg.Crop(names, 0, 0, pg.Max.Y-pg.Min.Y-4*page.BarPitch)
	bars := page.Bars{Page: foot, Most: pair, Gap: 1}
	bars.Join(own, 2, 3)
	bars.Join(hx, 1, 3)
	for i, row := range []struct {
		name  string
		parts []part
	}{
		{"both", []part{{"*H*(*X*, *Y*) = " + page.Number(pair), 0, pair, page.Plain}}},
		{"*x* first", []part{
			{"*H*(*X*) = " + page.Number(hx), 0, hx, page.Blue},
			{"*H*(*Y* | *X*) = " + page.Number(yx), hx, pair, page.Orange},
		}},
		{"*y* first", []part{
			{"*H*(*X* | *Y*) = " + page.Number(own), 0, own, page.Blue},
			{"*H*(*Y*) = " + page.Number(hy), own, pair, page.Orange},
		}},
		{"shared", []part{{"*I*(*X*; *Y*) = " + page.Number(shared) + " bits", own, hx, page.Green}}},
	} {
		pg.Write(pg.Min.X, bars.Middle(i), row.name, page.Small(page.Plain))
		for _, p := range row.parts {
			bars.FillBox(bars.Box(i, p.from, p.to), p.ink)
			if len(row.parts) > 1 && !bars.Holds(p.name, p.from, p.to) {
				p.name, _, _ = strings.Cut(p.name, " = ") // a neighbour stands beside it
			}
			bars.Label(i, p.from, p.to, p.name)
		}
	}
}
