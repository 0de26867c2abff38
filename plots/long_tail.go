package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/big"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

var longTail = figure{
	name:    "long-tail",
	title:   longTailTitle,
	alt:     longTailAlt,
	draw:    drawLongTail,
	takes:   "-p (10 outcomes or more) -base",
	shows:   func() example { return example{p: zipf(), unit: "word"} },
	finds:   longTailFinding,
	misfit:  refuseShortTails,
	columns: "name,count",
	read:    readCounts,
}

const longTailTitle = "By Zipf's law the rare words are half of all read, and two thirds of what it tells"

// readCounts makes f a figure of the names and the counts in a table.
func readCounts(f figure, name string, r io.Reader) (figure, error) {
	f, err := f.ofShares(name, r, "count")
	if err != nil {
		return f, err
	}
	return f, f.misfit(f.shows())
}

// refuseShortTails refuses what has few outcomes that can happen.
func refuseShortTails(ex example) error {
	const least = 10
	if n := len(ex.ranked()); n < least {
		return fmt.Errorf("p has %s that can happen, want at least %d", data.Count(n, "outcome"), least)
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
	t := ex.tail()
	what := "read"
	switch {
	case ex.isZipf():
		return longTailTitle
	case ex.isEven():
		return fmt.Sprintf("None of %d %ss is rarer than another", len(t.read), ex.outcome())
	case ex.unit == "":
		what = "counted"
	}
	return fmt.Sprintf("The rare %ss are %s of what is %s, and %s of what it tells", ex.outcome(),
		portion(1-t.read[t.half-1]), what, portion(1-t.told[t.half-1]))
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
	case math.Abs(share-1./3) < near:
		return "a third"
	case math.Abs(share-2./3) < near:
		return "two thirds"
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

// isEven says whether all that can happen is about as likely.
func (ex example) isEven() bool {
	all := ex.ranked()
	return ex.p.P(all[0])-ex.p.P(all[len(all)-1]) < 1e-12
}

// A tail is what the likeliest outcomes have of all that is counted, and of the entropy:
// element r − 1 for the first r. It takes the first half to have half.
type tail struct {
	read, told []float64
	half       int
}

// tail sums probabilities without rounding: counts that make exactly half are half as shares too,
// within the last digit of each.
func (ex example) tail() (t tail) {
	const lastDigits = 1e-15
	var entropy, read float64
	probability := new(big.Float).SetPrec(200)
	for _, i := range ex.ranked() {
		if read < 0.5-lastDigits {
			t.half++
		}
		read, _ = probability.Add(probability, big.NewFloat(ex.p.P(i))).Float64()
		entropy += ex.p.P(i) * bits(ex.p.P(i))
		t.read, t.told = append(t.read, read), append(t.told, entropy)
	}
	for i := range t.told {
		t.told[i] /= entropy
	}
	return t
}

// byRank returns shares as points to draw, over their ranks.
func byRank(shares []float64) plotter.XYs {
	return page.Spaced(func(r int) float64 { return shares[r-1] }, 1, len(shares))
}

func longTailAlt(ex example) string {
	t, law := ex.tail(), ""
	if ex.isZipf() {
		law = " under Zipf's law, the r-th of which has a probability in proportion to 1/r"
	}
	read, told, n, unit := t.read[t.half-1], t.told[t.half-1], len(t.read), ex.outcome()
	return fmt.Sprintf("Two rising curves over the rank of %d %ss%s, on a logarithmic axis: the share "+
		"of all that is counted that the likeliest %[2]ss have, and their share of the entropy, %[4]v. "+
		"The %[5]d likeliest %[2]ss have %[6]s of what is counted and %[7]s of the entropy; the other "+
		"%[8]d, with %[9]s of what is counted, carry %[10]s of it.", n, unit, law, ex.write(info.Entropy(ex.p)),
		t.half, percent(read), percent(told), n-t.half, percent(1-read), percent(1-told))
}

// halfOf says what the outcomes that make up half have of all, and of the entropy.
func (ex example) halfOf(t tail) (among, carry string) {
	has := portion(t.read[t.half-1]) + " of all " + ex.outcome() + "s"
	carry = portion(t.told[t.half-1]) + "\nof the entropy"
	switch {
	case t.half == 1:
		return "the likeliest is\n" + has, "and carries " + carry
	case ex.isEven():
		return fmt.Sprintf("any %d are\n%s", t.half, has), "and carry " + carry
	}
	return fmt.Sprintf("the %d likeliest are\n%s", t.half, has), "and carry " + carry
}

// place is where on the axis of ranks those are that have half, from 0 to 1.
func (t tail) place() float64 { return math.Log(float64(t.half)) / math.Log(float64(len(t.read))) }

// label sets what the outcomes that make up half have of all, and of the entropy, where the
// curves leave room.
func (t tail) label(ch *page.Chart, among, carry string) {
	r, n, read, told := float64(t.half), float64(len(t.read)), t.read[t.half-1], t.told[t.half-1]
	switch at := t.place(); {
	case at < 0.4: // the lower right is free, else the upper left
		ch.Label(n, 0.36, 0, 0, among, page.Bold(page.Blue).Right())
		ch.Label(n, 0.12, 0, 0, carry, page.Bold(page.Orange).Right())
	case at < 0.62:
		ch.Label(r, read, -8, 24, among, page.Bold(page.Blue).Right())
		ch.Label(r, told, 9, -14, carry, page.Bold(page.Orange))
	default:
		ch.Label(r, read, -8, 50, among, page.Bold(page.Blue).Right())
		ch.Label(r, read, -8, 24, carry, page.Bold(page.Orange).Right())
	}
}

func drawLongTail(pg *page.Page, ex example) {
	t, unit := ex.tail(), ex.outcome()+"s"
	n, r, read, told := float64(len(t.read)), float64(t.half), t.read[t.half-1], t.told[t.half-1]
	if ex.words != nil {
		var names []string
		for _, i := range ex.ranked()[:10] {
			names = append(names, ex.label(i))
		}
		style := page.Small(page.Muted)
		line := "the likeliest: " + strings.Join(names, ", ") + ", …"
		pg = pg.Note(pg.CutShort(line, pg.Max.X-pg.Min.X, style), style)
	}
	among, carry := ex.halfOf(t)
	left := 1 - float64(pg.TextWidth(among, page.Bold(page.Blue))/(pg.Max.X-pg.Min.X-20))
	isNoted := t.place() < 0.4 && t.told[int(math.Pow(n, left))] < 0.47 // where the curve passes
	if isNoted {
		pg = pg.Note(page.Unbroken(among), page.Bold(page.Blue)).Note(page.Unbroken(carry), page.Bold(page.Orange))
	}
	ch := pg.NewChart("the likeliest "+unit+", up to rank *r*", 1, n, 0, 1.04)
	ch.LogX(1)
	ch.Between(byRank(t.told), byRank(t.read), page.Orange.Fill())
	ch.Drop(r, read)
	ch.Line("counted", byRank(t.read), page.Blue, page.Thick)
	ch.Line("entropy", byRank(t.told), page.Orange, page.Thick)
	ch.Dot(r, read, page.Blue)
	ch.Dot(r, told, page.Orange)
	if !isNoted {
		t.label(ch, among, carry)
	}
	if law := "Zipf's law: *p_r* is in proportion to 1/*r*"; ex.isZipf() && pg.Column {
		pg = pg.Note(law, page.Body(page.Muted))
	} else if ex.isZipf() {
		ch.Aside = law
	}
	pg.Panel(ch, "share of all "+unit+", and of the entropy")
}
