package main

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var longTail = figure{
	name:   "long-tail",
	title:  "The rare words are half of what is read, and two thirds of what it tells",
	alt:    longTailAlt,
	height: pageHeight,
	draw:   drawLongTail,
}

const vocabulary = 1000

func longTailAlt(example) string {
	p := zipf(vocabulary)
	read, told := shares(p)
	r := forHalf(read)
	return fmt.Sprintf("Two rising curves over the rank of %d words, the r-th of which has a "+
		"probability in proportion to 1/r, on a logarithmic axis: the share of all words read that "+
		"the likeliest words have, and their share of the entropy, %v. The curve of the entropy "+
		"lies lower: the %d likeliest words have %s of all words read and %s of the entropy; "+
		"the other %d, half of what is read, carry the other %s.",
		vocabulary, info.Entropy(p), r, percent(read[r-1]), percent(told[r-1]),
		vocabulary-r, percent(1-told[r-1]))
}

func percent(share float64) string { return fmt.Sprintf("%.0f percent", 100*share) }

func drawLongTail(pg *page) {
	read, told := shares(zipf(vocabulary))
	r := forHalf(read)
	likeliest := fmt.Sprintf("half of all words read\nare among the %d likeliest", r)
	words, entropy := byRank(read), byRank(told)
	carry, rise := "they carry a third of the entropy", vg.Length(17)
	if pg.column {
		carry, rise = "they carry a third\nof the entropy", 22
	}

	p := axes(1, vocabulary, 0, 1.04)
	logarithmic(&p.X, 1)
	p.X.Label.Text = "the likeliest words, up to this rank"
	p.Add(
		between(entropy, words, orange.fill()),
		segment(float64(r), 0, float64(r), read[r-1], muted, hair, 3, 3),
		named("words read", line(words, blue, thick)),
		named("entropy", line(entropy, orange, thick)),
		dot(float64(r), read[r-1], blue),
		dot(float64(r), told[r-1], orange),
		label(float64(r), read[r-1], -8, rise, likeliest,
			style{ink: blue, bold: true, align: draw.XRight}),
		label(float64(r), told[r-1], 9, -9, carry,
			style{ink: orange, bold: true}),
	)
	pg.logPanel(p, "share of all words read, and of the entropy")
}
