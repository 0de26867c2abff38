package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var longTail = figure{
	name:  "long-tail",
	title: "By Zipf's law the rare words are half of all read, and two thirds of what it tells",
	alt:   longTailAlt,
	draw:  drawLongTail,
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

// A tail is what the likeliest words have of all words read, and of the entropy:
// element r − 1 for the first r. It takes the first half to read half.
type tail struct {
	read, told []float64
	half       int
}

func tailOf(p info.Distribution) (t tail) {
	var probability, entropy float64
	for _, pi := range p.All() {
		if probability < 0.5 {
			t.half++
		}
		probability += pi
		entropy += pi * bits(pi)
		t.read, t.told = append(t.read, probability), append(t.told, entropy)
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

func longTailAlt(example) string {
	t := tailOf(zipf())
	read, told := t.read[t.half-1], t.told[t.half-1]
	return fmt.Sprintf("Two rising curves over the rank of %d words under Zipf's law, by which the r-th "+
		"has a probability in proportion to 1/r, on a logarithmic axis: the share of all words read that "+
		"the likeliest words have, and their share of the entropy, %v. The curve of the entropy "+
		"lies lower: the %d likeliest words have %s of all words read and %s of the entropy; "+
		"the other %d, half of what is read, carry the other %s.",
		vocabulary, info.Entropy(zipf()), t.half, percent(read), percent(told),
		vocabulary-t.half, percent(1-told))
}

func drawLongTail(pg *page.Page, _ example) {
	t := tailOf(zipf())
	r, read, told := float64(t.half), t.read[t.half-1], t.told[t.half-1]
	likeliest := fmt.Sprintf("half of all words read\nare among the %d likeliest", t.half)
	carry, rise := "they carry a third of the entropy", 17.
	if pg.Column {
		carry, rise = "they carry a third\nof the entropy", 28
		likeliest = fmt.Sprintf("half of all words\nread are among\nthe %d likeliest", t.half)
	}
	ch := pg.NewChart("the likeliest words, up to rank *r*", 1, vocabulary, 0, 1.04)
	ch.LogX(1)
	ch.Between(byRank(t.told), byRank(t.read), page.Orange.Fill())
	ch.Drop(r, read)
	ch.Line("words read", byRank(t.read), page.Blue, page.Thick)
	ch.Line("entropy", byRank(t.told), page.Orange, page.Thick)
	ch.Dot(r, read, page.Blue)
	ch.Dot(r, told, page.Orange)
	ch.Label(r, read, -8, rise, likeliest, page.Bold(page.Blue).Right())
	ch.Label(r, told, 9, -9, carry, page.Bold(page.Orange))
	law := "Zipf's law: *p_r* is in proportion to 1/*r*"
	if pg.Column {
		pg = pg.Note(law, page.Body(page.Muted))
	} else {
		pg.Write(pg.Max.X, pg.Max.Y-5, law, page.Body(page.Muted).Right())
	}
	pg.Panel(ch, "share of all words read, and of the entropy")
}
