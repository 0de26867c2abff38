package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"math/big"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"

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
	takes:    "-p (10 outcomes or more) -base",
	shows:    func() example { return example{p: zipf(), unit: "word"} },
	finds:    longTailFinding,
	misfit:   refuseShortTails,
	columns:  "name,count",
	headings: table.NameHeadings,
	read:     readCounts,
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
	switch {
	case ex.isZipf():
		return longTailTitle
	case t.isEven:
		return fmt.Sprintf("None of %d %ss is rarer than another", len(t.read), ex.outcome())
	}
	read, told := t.atHalf()
	return fmt.Sprintf("The rare %ss are %s of %s, and %s of what it tells", ex.outcome(),
		portion(1-read), ex.whole(), portion(1-told))
}

// whole is what the outcomes have shares of.
func (ex example) whole() string {
	if ex.unit == "" {
		return "what is counted"
	}
	return "what is read"
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

// A tail is what the likeliest outcomes have of all that is counted, and of the entropy:
// element r − 1 for the first r. It takes the first half to have half.
type tail struct {
	read, told []float64
	half       int
	isEven     bool // none is likelier than another
}

// atHalf is what those have that make up half.
func (t tail) atHalf() (read, told float64) { return t.read[t.half-1], t.told[t.half-1] }

// tail sums probabilities without rounding: counts that make exactly half are half as shares too,
// within the last digit of each.
func (ex example) tail() (t tail) {
	const lastDigits = 1e-15
	var entropy, read float64
	probability := new(big.Float).SetPrec(200)
	ranked := ex.ranked()
	for _, i := range ranked {
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
	t.isEven = ex.p.P(ranked[0]) == ex.p.P(ranked[len(ranked)-1])
	return t
}

// byRank returns shares as points to draw, over their ranks, and the points of all.
func byRank(shares []float64) (drawn, all plotter.XYs) {
	for i, share := range shares {
		all = append(all, plotter.XY{X: float64(i + 1), Y: share})
	}
	return page.Spaced(func(r int) float64 { return shares[r-1] }, 1, len(shares)), all
}

func longTailAlt(ex example) string {
	t, law := ex.tail(), ""
	if ex.isZipf() {
		law = " under Zipf's law, the r-th of which has a probability in proportion to 1/r"
	}
	read, told := t.atHalf()
	n, unit, entropy := len(t.read), ex.outcome(), ex.write(info.Entropy(ex.p))
	if t.isEven {
		return fmt.Sprintf("A rising curve over how many of %d %ss are taken, on a logarithmic axis: "+
			"their share of %s, and as much of the entropy, %s. Any %d have %s of both.",
			n, unit, ex.whole(), entropy, t.half, percent(read))
	}
	have := fmt.Sprintf("The %d likeliest %ss have", t.half, unit)
	if t.half == 1 {
		have = "The likeliest " + unit + " has"
	}
	return fmt.Sprintf("Two rising curves over the rank of %d %ss%s, on a logarithmic axis: the share "+
		"of %s that the likeliest %[2]ss have, and their share of the entropy, %[5]s. "+
		"%s %s of %[4]s and %[8]s of the entropy; the other %d, with %s of %[4]s, carry %[11]s of it.",
		n, unit, law, ex.whole(), entropy, have, percent(read), percent(told),
		n-t.half, percent(1-read), percent(1-told))
}

// halfOf says which outcomes make up half, and what they have of all and of the entropy.
func (ex example) halfOf(t tail) (they, among, carry string) {
	read, told := t.atHalf()
	among, carry = portion(read)+" of "+ex.whole(), portion(told)+" of the entropy"
	switch {
	case t.half == 1:
		return "the likeliest", "is " + among, "carries " + carry
	case t.isEven:
		return fmt.Sprintf("any %d", t.half), "are " + among + ", and", "carry " + carry
	}
	return fmt.Sprintf("the %d likeliest", t.half), "are " + among, "carry " + carry
}

// label sets what the outcomes that make up half have of all, and of the entropy, on either side
// of the curves, or where they leave too little room, over the page that it returns. There a piece
// of the curve is its key, and the curve of the entropy has the dashes that it returns, for grey.
func (t tail) label(
	pg *page.Page, ch *page.Chart, they, among, carry string,
) (below *page.Page, dashes []vg.Length) {
	const besides, over, apart, text = 30, 62, 9, 2 * 12.5 // axes, captions, and two lines
	const numbers, margin = 20, 12
	read, told := t.atHalf()
	blue, orange := page.Bold(page.Blue).OnPaper(), page.Bold(page.Orange).OnPaper()
	among = they + " " + among
	wide, high := pg.Size().X-besides, pg.Size().Y-over
	left := wide * vg.Length(ch.X.Scale.Normalize(ch.X.Min, ch.X.Max, float64(t.half)))
	isOver := vg.Length(read)*high+apart+text <= high
	if t.isEven { // one curve, which both are about
		all, ok := pg.TwoLines(among+" "+carry, roomBeside(left-apart, numbers), orange)
		if !isOver || !ok {
			return pg.Note(among+" "+carry, orange), nil
		}
		ch.Label(float64(t.half), read, -apart, apart+text/2, all, orange.Right())
		return pg, nil
	}
	above, isAbove := pg.TwoLines(among, roomBeside(left-apart, numbers), blue)
	under, isUnder := pg.TwoLines(carry, roomBeside(wide-left-apart, margin), orange)
	isAbove, isUnder = isAbove && isOver, isUnder && vg.Length(told)*high >= text+apart
	if !isAbove || !isUnder {
		dashes = []vg.Length{7, 3}
	}
	if isAbove {
		ch.Label(float64(t.half), read, -apart, apart+text/2, above, blue.Right())
	} else {
		pg = keyed(pg, page.Blue.Line(page.Thick), among, blue)
	}
	if isUnder {
		ch.Label(float64(t.half), told, apart, -text/2-1, under, orange)
	} else {
		pg = keyed(pg, page.Orange.Line(page.Thick, dashes...), they+" "+carry, orange)
	}
	return pg, dashes
}

// roomBeside is how wide a text may be in any font that has some room in that of the book: it may
// reach into a margin, but not off the paper.
func roomBeside(room, margin vg.Length) vg.Length { return min(1.2*room, room+margin) }

// firstRanks lists the names of the likeliest outcomes, as many as there is room for.
func (ex example) firstRanks(pg *page.Page, style page.Style) (line string) {
	all, most, head := ex.ranked(), 10, "the likeliest first: "
	if ex.unit == "word" || ex.unit == "letter" {
		head = "the likeliest first, in small letters: "
	}
	var names []string
	for _, i := range all[:most] {
		names = append(names, ex.label(i))
	}
	for n := most; n > 0; n-- {
		line = head + strings.Join(names[:n], ", ")
		if n < len(all) {
			line += ", …"
		}
		if pg.TextWidth(line, style) <= pg.Size().X {
			return line
		}
	}
	return pg.CutShort(head+names[0], pg.Size().X, style)
}

func drawLongTail(pg *page.Page, ex example) {
	t, unit := ex.tail(), ex.outcome()+"s"
	n, r := float64(len(t.read)), float64(t.half)
	read, told := t.atHalf()
	if style := page.Small(page.Muted); ex.words != nil && !t.isEven {
		pg = pg.Note(ex.firstRanks(pg, style), style)
	}
	axis, first := fmt.Sprintf("the likeliest of %s %s, up to rank *r*", page.Whole(len(t.read)), unit), 1.
	if t.isEven {
		axis = "number of " + unit
	}
	if t.half == 1 {
		first = math.Pow(n, -0.04) // for a dot beside the numbers of the axis
	}
	ch := pg.NewChart(axis, first, n, 0, 1.04)
	ch.LogX(1)
	ch.X.Tick.Marker = ranks(pg, n)
	they, among, carry := ex.halfOf(t)
	pg, dashes := t.label(pg, ch, they, among, carry)
	counted, allCounted := byRank(t.read)
	entropy, allEntropy := byRank(t.told)
	ch.Series("counted", allCounted)
	ch.Series("entropy", allEntropy)
	ch.Between(entropy, counted, page.Orange.Fill())
	ch.Drop(r, read)
	ch.Line("", counted, page.Blue, page.Thick)
	ch.Line("", entropy, page.Orange, page.Thick, dashes...)
	ch.Dot(r, read, page.Blue)
	ch.Dot(r, told, page.Orange)
	if law := "Zipf's law: *p_r* is in proportion to 1/*r*"; ex.isZipf() && pg.Column {
		pg = pg.Note(law, page.Body(page.Muted))
	} else if ex.isZipf() {
		ch.Aside = law
	}
	pg.Panel(ch, "share of "+ex.whole()+", and of the entropy, "+ex.write(info.Entropy(ex.p)))
}

// ranks are the powers of ten and the last rank, without the number that leaves no room for it. Where
// they are too few to show that the axis is logarithmic, two and five times the powers are ranks too.
func ranks(pg *page.Page, last float64) plot.ConstantTicks {
	const few = 2
	end, small := plot.Tick{Value: last, Label: page.Number(last)}, page.Small(page.Muted)
	isNear := func(t plot.Tick) bool {
		half := (pg.TextWidth(t.Label, small) + pg.TextWidth(end.Label, small)) / 2
		apart := float64(pg.Size().X-2*half) * math.Log10(last/t.Value) / math.Log10(last)
		return apart < float64(half)+4
	}
	ts := slices.DeleteFunc(page.Decades(1).Ticks(1, last), isNear)
	if len(ts) <= few {
		ts = slices.DeleteFunc(page.LogTicks(10).Ticks(1, last), isNear)
	}
	return append(ts, end)
}
