package main

import (
	"fmt"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var codeLengths = figure{
	name:   "code-lengths",
	title:  "The likelier the word, the shorter its codeword",
	alt:    codeLengthsAlt,
	height: 290,
	draw:   drawCodeLengths,
	takes:  "-p -symbols",
}

func codeLengthsAlt(ex example) string {
	codewords := canonicalCode(ex.p)
	each := ex.list(func(i int, p float64) string {
		s := fmt.Sprintf("probability %s, %v", number(p), info.Surprisal(p))
		if codewords != nil && p > 0 {
			s += ", codeword " + codewords[i]
		}
		return s
	})
	return fmt.Sprintf("A row of blocks, one for each %[1]s, as wide as it is likely and as tall as "+
		"its ideal codeword is long, so that the area is what it costs on average. "+
		"The %[1]ss are %[2]s. The areas add to the entropy, H(p) = %[3]v. "+
		"A code with one length for all needs %[4]v.",
		ex.outcomes(), each, info.Entropy(ex.p), fixedLength(ex.p))
}

// fixedLength is the length of a codeword where all n have the same, log₂ n.
func fixedLength(p info.Distribution) info.Bits { return info.Entropy(info.Uniform(p.Len())) }

func drawCodeLengths(pg *page) {
	bs := blocks(pg.p)
	length := func(i int) info.Bits { return info.Surprisal(pg.p.P(i)) }
	fixed := float64(fixedLength(pg.p))
	p := axes(0, 1, 0, 1.12*max(fixed, tallest(bs, length)))
	p.X.Tick.Marker = plot.ConstantTicks{}
	for _, b := range bs {
		l := float64(length(b.outcome))
		p.Add(b.area(0, l, blue), b.top(l, blue), b.write(0, min(l, fixed), number(b.p*l), pg.crowded()))
	}
	if pg.p.Len() > 1 {
		p.Add(segment(0, fixed, 1, fixed, plain, thin, 4, 3))
	}
	pg.record(codeMeasures(pg.example))
	pg.codeNotes(p, bs, fixed).table(p, bs, codeRows(pg), 0)
}

// codeNotes writes what is to be said of the chart as a whole, and returns
// where the chart is to stand. In a column there is no room beside it.
func (pg *page) codeNotes(p *plot.Plot, bs []block, fixed float64) *page {
	const caption = "ideal length log_2 1/*p*, bits"
	areas := "the areas add to *H*(*p*) = " + fmt.Sprint(info.Entropy(pg.p))
	rare, one := leftOut(pg.p, bs), "one length\nfor all: "+number(fixed)
	small := style{size: tickSize}
	if pg.column {
		if pg = pg.note(areas, style{}); rare != "" {
			pg = pg.note(rare, style{})
		}
		pg.caption(caption)
		if pg.p.Len() > 1 {
			pg.dashed(unbroken(one), small)
		}
		return pg.below(captionHeight)
	}
	if rare != "" {
		areas += ", " + rare
	}
	pg.caption(caption)
	pg.write(pg.Max.X, pg.Max.Y-5, areas, style{align: draw.XRight})
	if pg.p.Len() > 1 {
		p.Add(label(1, fixed, 5, 0, one, small))
	}
	return pg.below(captionHeight).crop(0, 53, 0, 0)
}

// note writes s over what is drawn on the page that it returns.
func (pg *page) note(s string, st style) *page {
	pg.write(pg.Min.X, pg.Max.Y-5, s, st)
	return pg.below(15)
}

// dashed says what dashes mean, on the right, at the height of the caption.
func (pg *page) dashed(s string, st style) {
	y, end := pg.Max.Y-5, pg.Max.X-st.widthOn(pg.Canvas, s)-5
	dashes := draw.LineStyle{Color: plain, Width: thin, Dashes: []vg.Length{4, 3}}
	pg.StrokeLine2(dashes, end-18, y, end, y)
	st.align = draw.XRight
	pg.write(pg.Max.X, y, s, st)
}

func codeMeasures(ex example) []measure {
	return []measure{
		{"probability", "", ex.p.P},
		{"length", "bits", func(i int) float64 { return float64(info.Surprisal(ex.p.P(i))) }},
	}
}

func codeRows(pg *page) []row {
	rows := pg.outcomeRows(codeMeasures(pg.example))
	if codewords := canonicalCode(pg.p); codewords != nil {
		rows = append(rows, row{"codeword", func(i int) string { return codewords[i] }, pg.crowded()})
	}
	return rows
}
