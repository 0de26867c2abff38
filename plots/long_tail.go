package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var longTail = figure{
	name:     "long-tail",
	title:    longTailTitle,
	alt:      longTailAlt,
	draw:     drawLongTail,
	takes:    "-p (10 outcomes or more, some rarer) -base",
	shows:    func() example { return example{p: zipf(), unit: "word"} },
	finds:    longTailFinding,
	misfit:   refuseShortTails,
	columns:  "name,count",
	headings: table.NameHeadings,
	read:     readCounts,
}

const longTailTitle = "By Zipf’s law the rare words are half of all read, and two thirds of what it tells"

// readCounts makes f a figure of the names and the counts in a table.
func readCounts(f figure, name string, r io.Reader) (figure, error) {
	f, err := f.ofShares(name, r, "count")
	if err != nil {
		return f, err
	}
	if err := f.misfit(f.shows()); err != nil {
		return f, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}

// leastRanks is how many outcomes a tail has at least.
const leastRanks = 10

// refuseShortTails refuses what has few outcomes that can happen, and what has none rarer than others.
func refuseShortTails(ex example) error {
	ranked := ex.ranked()
	n := len(ranked)
	switch {
	case n < leastRanks:
		return fmt.Errorf("p has %s that can happen, want at least %d", data.Count(n, "outcome"), leastRanks)
	case ex.p.P(ranked[0]) == ex.p.P(ranked[n-1]):
		return fmt.Errorf("p has %s that are equally likely, want some rarer than others", data.Count(n, "outcome"))
	}
	return nil
}

// ranked are the outcomes that can happen, the likeliest first.
func (ex example) ranked() (all []int) {
	for i, p := range ex.p.All() {
		if p > 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(ex.p.P(b), ex.p.P(a)) })
	return all
}

// longTailFinding is the title, of whatever distribution.
func longTailFinding(ex example) string {
	if ex.isZipf() {
		return longTailTitle
	}
	read, told := ex.tail().atHalf()
	return fmt.Sprintf("The rare %ss have %s of the probability, and %s of the entropy", ex.outcome(),
		portion(1-read), portion(1-told))
}

// portion writes a share in words.
func portion(share float64) string {
	const near, hardly = 0.01, 0.005
	switch {
	case share < hardly:
		return "less than 1 percent"
	case 1-share < hardly:
		return "more than 99 percent"
	case math.Abs(share-1./2) < near:
		return "half"
	}
	return percent(share)
}

// The vocabulary has a thousand words, of which that of rank r is 1/r as likely as
// the first: Zipf's law.
//
// Source: Zipf 1949.
const vocabulary = 1000

func zipf() info.Distribution {
	var weights []float64
	for r := range vocabulary {
		weights = append(weights, 1/float64(r+1))
	}
	p, err := info.Normalize(weights...)
	if err != nil {
		panic(err) // the weights are positive
	}
	return p
}

// isZipf says whether the example is the book's.
func (ex example) isZipf() bool {
	return ex.words == nil && slices.Equal(ex.p.Probabilities(), zipf().Probabilities())
}

// A tail is what the likeliest outcomes have of the probability, and of the entropy: element r − 1 for
// the first r. It takes the first half to have half of the probability.
type tail struct {
	read, told []float64
	half       int
}

// atHalf is what those have that make up half.
func (t tail) atHalf() (read, told float64) { return t.read[t.half-1], t.told[t.half-1] }

// tail adds up probabilities. Counts that make exactly half are half as rounded shares, too.
func (ex example) tail() (t tail) {
	const roundings = 1e-12
	var entropy, read float64
	for _, i := range ex.ranked() {
		if read < 0.5-roundings {
			t.half++
		}
		read += ex.p.P(i)
		entropy += ex.p.P(i) * bits(ex.p.P(i))
		t.read, t.told = append(t.read, read), append(t.told, entropy)
	}
	for i := range t.told {
		t.told[i] /= entropy
	}
	return t
}

func longTailAlt(ex example) string {
	t, law := ex.tail(), ""
	if ex.isZipf() {
		law = " under Zipf's law, the r-th of which has a probability in proportion to 1/r"
	}
	read, told := t.atHalf()
	n := len(t.read)
	return fmt.Sprintf("Two rising curves over the rank of %d %ss%s, on a logarithmic axis: the share of "+
		"the probability that the likeliest have up to there, and their share of the entropy, %s. "+
		"Up to rank %d they have %s of the probability and %s of the entropy; from there on the "+
		"other %d have %s and %s.", n, ex.outcome(), law, ex.write(info.Entropy(ex.p)),
		t.half, percent(read), percent(told), n-t.half, percent(1-read), percent(1-told))
}

// firstRanks lists the names of the likeliest outcomes, as many as there is room for.
func (ex example) firstRanks(pg *page.Page, style page.Style) (line string) {
	var names []string
	for _, i := range ex.ranked()[:leastRanks-1] {
		names = append(names, ex.label(i))
	}
	for n := len(names); n > 0; n-- {
		line = "the likeliest first: " + strings.Join(names[:n], ", ") + ", …"
		if pg.TextWidth(line, style) <= pg.Size().X {
			return line
		}
	}
	return pg.CutShort(line, pg.Size().X, style)
}

// drawLongTail draws both curves, of which that of the entropy has dashes, for grey.
func drawLongTail(pg *page.Page, ex example) {
	const first = 0.9 // left of the first rank, whose dot is beside the numbers of the axis then
	t, dashes := ex.tail(), page.Orange.Line(page.Thick, 7, 3)
	n, r := len(t.read), float64(t.half)
	read, told := t.atHalf()
	if style := page.Small(page.Muted); ex.words != nil {
		pg = pg.Note(ex.firstRanks(pg, style), style)
	}
	says := func(share float64, of string) string {
		return fmt.Sprintf("%s of %s up to rank %d", portion(share), of, t.half)
	}
	pg = keyed(pg, page.Blue.Line(page.Thick), says(read, "the probability"), page.Bold(page.Blue))
	pg = keyed(pg, dashes, says(told, "the entropy"), page.Bold(page.Orange))
	axis := fmt.Sprintf("the likeliest of %s %ss, up to rank *r*", page.Whole(n), ex.outcome())
	ch := pg.NewChart(axis, first, float64(n), 0, 1.04)
	ch.LogX(1)
	ch.X.Tick.Marker = page.LogTicks(3)
	ch.ThinX(pg)
	likeliest, allLikeliest := byRank(t.read)
	entropy, allEntropy := byRank(t.told)
	ch.Series("probability", allLikeliest)
	ch.Series("entropy", allEntropy)
	ch.Between(entropy, likeliest, page.Orange.Fill())
	ch.Drop(r, read)
	ch.Line("", likeliest, page.Blue, page.Thick)
	ch.Line("", entropy, page.Orange, page.Thick, dashes.Dashes...)
	ch.Dot(r, read, page.Blue)
	ch.Dot(r, told, page.Orange)
	if ex.isZipf() {
		ch.Aside = "Zipf’s law: *p_r* is in proportion to 1/*r*"
	}
	pg.Panel(ch, "share of the probability, and of the entropy, "+ex.write(info.Entropy(ex.p)))
}

// byRank returns shares as points to draw, over their ranks, and the points of all.
func byRank(shares []float64) (drawn, all plotter.XYs) {
	for i, share := range shares {
		all = append(all, plotter.XY{X: float64(i + 1), Y: share})
	}
	return page.Spaced(func(r int) float64 { return shares[r-1] }, 1, len(shares)), all
}
