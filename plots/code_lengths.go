package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/code"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var codeLengths = figure{
	name:     "code-lengths",
	title:    "The likelier the word, the shorter its codeword",
	alt:      codeLengthsAlt,
	fit:      codeLengthsHeight,
	draw:     drawCodeLengths,
	takes:    "-p -symbols -base",
	finds:    codeLengthsFinding,
	columns:  "name,p",
	headings: table.NameHeadings,
	read:     readTruth,
}

// codeLengthsFinding is the title, of whatever distribution.
func codeLengthsFinding(ex example) string {
	least, most, who := 1., 0., "all "+ex.outcome()+"s"
	for _, p := range ex.p.All() {
		if p > 0 {
			least, most = min(least, p), max(most, p)
		} else {
			who = "all " + ex.outcome() + "s that happen"
		}
	}
	switch {
	case most == 1:
		return "What is sure to happen needs no codeword"
	case most-least < 1e-12: // of rounding
		return fmt.Sprintf("Where %s are equally likely, no codeword is shorter", who)
	}
	return fmt.Sprintf("The likelier the %s, the shorter its codeword", ex.outcome())
}

func codeLengthsAlt(ex example) string {
	codewords := ex.codewords()
	each := ex.list(func(i int, p float64) string {
		s := fmt.Sprintf("probability %s, %s", page.Number(p), ex.write(info.Surprisal(p)))
		if codewords != nil && p > 0 {
			s += ", codeword " + codewords[i]
		}
		return s
	})
	return fmt.Sprintf("A row of blocks, one for each %[1]s, as wide as it is likely and as tall as "+
		"its ideal codeword is long, so that the area is what it costs on average. "+
		"The %[1]ss are %[2]s. The areas add to the entropy, H(p) = %[3]v. "+
		"A code with one length for %[4]s needs %[5]v.",
		ex.outcome(), each, ex.write(info.Entropy(ex.p)), ex.allPossible(), ex.write(fixedLength(ex.p)))
}

// codewords are those of the canonical code, which has digits and so bits.
func (ex example) codewords() []string {
	if ex.e {
		return nil
	}
	return canonicalCode(ex.p)
}

// canonicalCode returns codewords of exactly the ideal lengths, or nil where
// these are not whole or nothing is to be told.
func canonicalCode(p info.Distribution) []string {
	for _, pi := range p.All() {
		if h := bits(pi); pi == 1 || pi > 0 && h != math.Trunc(h) {
			return nil
		}
	}
	words, err := code.Words(code.Shannon(p))
	if err != nil {
		return nil // too long to write
	}
	return words
}

// fixedLength is the length of a codeword where all n that can happen have the same: log₂ n, rounded up.
func fixedLength(p info.Distribution) info.Bits {
	return info.Bits(math.Ceil(float64(info.Entropy(info.Uniform(outcomesOf(p))))))
}

// allPossible says how many can happen, where that is two or some can't.
func (ex example) allPossible() string {
	switch n := outcomesOf(ex.p); n {
	case 2:
		return "both"
	case ex.p.Len():
		return "all"
	default:
		return fmt.Sprintf("all %d", n)
	}
}

// codeLengthsHeight is that of the figure, which grows as that of cost does.
func codeLengthsHeight(pg *page.Page, ex example) vg.Length {
	const usual, overList, columnNotes = 232, 178, 15 // without the table
	t := codeLengthsTable(pg, ex)
	height := usual + t.Height(pg)
	if t.Lists(0) {
		height += overList - usual
	}
	if pg.Column {
		height += columnNotes
	}
	return height
}

// lengthsOf are what is said of each outcome, but for its area.
func (ex example) lengthsOf() []measure {
	return []measure{
		{name: "probability", of: ex.p.P, short: "*p*"},
		{name: "length", unit: ex.units(), of: ex.lengths(ex.p)},
	}
}

// areas writes the areas and the entropy that they add to, and says whether they do so as written.
func (ex example) areas() (write func(float64) string, addUp bool) {
	var areas []float64
	for i := range ex.p.Len() {
		areas = append(areas, ex.share(ex.p.P(i)))
	}
	h := ex.in(info.Entropy(ex.p))
	write = page.InSums([]float64{h}, areas...)
	return write, page.AddUp(write, areas, []float64{h})
}

// besideLengths is the room for what is said beside the chart, on the right of a whole page.
const besideLengths = 53

// codeLengthsTable has the codewords as well, where there are any.
func codeLengthsTable(pg *page.Page, ex example) *page.Table {
	if !pg.Column {
		pg = pg.Crop(0, besideLengths, 0, 0)
	}
	bs := page.Blocks(ex.p.All())
	write, _ := ex.areas()
	area := page.Row{
		Name: "area", Unit: ex.units(), Style: page.Small(page.Muted), InBlocks: true,
		Cell: func(i int) string {
			if area := ex.share(ex.p.P(i)); area > 0 {
				return page.AboveNought(write)(area)
			}
			return "0"
		},
	}
	rows := append(ex.rows(pg, ex.lengthsOf()), area)
	if codewords := ex.codewords(); codewords != nil {
		codeword := func(i int) string { return codewords[i] }
		rows = append(rows, page.Row{Name: "codeword", Cell: codeword, Style: pg.Crowded()})
	}
	return pg.NewTable(codeLengthsChart(pg, ex, bs, area.Cell), bs, ex.rare(), rows)
}

func drawCodeLengths(pg *page.Page, ex example) {
	area := func(i int) float64 { return ex.share(ex.p.P(i)) }
	ex.record(pg, append(ex.lengthsOf(), measure{name: "area", unit: ex.units(), of: area}))
	t := codeLengthsTable(pg, ex)
	t.DrawOn(codeNotes(pg, t.Chart, ex, ex.notDrawn(pg, t)), 0)
}

// codeLengthsChart has a block for each outcome, as high as its codeword is long, with its area.
func codeLengthsChart(pg *page.Page, ex example, bs []page.Block, area func(int) string) *page.Chart {
	fixed := ex.in(fixedLength(ex.p))
	tallest := max(1, fixed)
	for _, b := range bs {
		tallest = max(tallest, ex.surprisal(b.P))
	}
	ticks, top := page.Ticks(5).Reaching(tallest, 1.12*tallest)
	ch := pg.NewChart("", 0, 1, 0, top)
	ch.X.Tick.Marker, ch.Y.Tick.Marker = plot.ConstantTicks{}, ticks
	for _, b := range bs {
		length := ex.surprisal(b.P)
		ch.FillBlock(b, 0, length, page.Blue)
		ch.TopBlock(b, 0, length, page.Blue)
	}
	if fixed > 0 {
		ch.Guide(0, fixed, 1, fixed)
	}
	for _, b := range bs {
		high := min(ex.surprisal(b.P), fixed)
		ch.WriteBlocks(page.BlockText{Block: b, High: high, Text: area(b.Outcome), Style: pg.Crowded()})
	}
	return ch
}

// codeNotes writes what is said of the chart as a whole, and returns where it stands.
func codeNotes(pg *page.Page, ch *page.Chart, ex example, rare string) *page.Page {
	caption := "ideal length " + ex.log() + " 1/*p*, " + ex.units()
	fixed := ex.in(fixedLength(ex.p))
	write, addUp := ex.areas()
	areas := "the areas add to *H*(*p*) = " + ex.withUnit(write(ex.in(info.Entropy(ex.p))))
	if !addUp {
		areas += ", rounded"
	}
	one := "one length\nfor " + ex.allPossible() + ":\n" + ex.withUnit(page.Alike(3, fixed)(fixed))
	if pg.Column {
		pg = pg.Note(areas, page.Style{}).Note(rare, page.Style{})
		below := pg.Note(caption, page.Body(page.Muted))
		if fixed > 0 {
			below = dashed(below, page.Unbroken(one))
		}
		return below
	}
	pg.Write(pg.Max.X, pg.Max.Y-5, areas, page.Style{}.Right())
	below := pg.Caption(caption, "").Note(rare, page.Body(page.Muted))
	if fixed > 0 {
		ch.Label(1, fixed, 5, 0, one, page.Small(page.Plain))
	}
	return below.Crop(0, besideLengths, 0, 0)
}
