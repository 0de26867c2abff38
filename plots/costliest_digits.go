package main

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	datasets "crossentropy/info/data"
	"crossentropy/info/learn"
)

var costliestDigits = figure{
	name:   "costliest-digits",
	title:  "Ten digits in six hundred make up more than a third of the loss",
	alt:    costliestDigitsAlt,
	height: 330,
	draw:   drawCostliestDigits,

	columnHeight: 390,
}

// A misread is a digit that was read wrong, as it was scanned.
type misread struct {
	learn.Mistake
	pixels []float64
}

var costliest = sync.OnceValue(func() (all []misread) {
	j := judged()
	_, _, scans := datasets.DigitThirds()
	for _, m := range j.Test.At(j.Temperature).Costliest(10) {
		all = append(all, misread{m, scans.X[m.Row]})
	}
	return all
})

// digitsCost is what all held-out digits cost, and how many there are.
var digitsCost = sync.OnceValues(func() (all info.Bits, n int) {
	j := judged()
	answers := j.Test.At(j.Temperature)
	n = len(answers.Targets)
	return info.Bits(n) * answers.Loss(), n
})

func costliestDigitsAlt(example) string {
	var each []string
	var ten info.Bits
	for _, m := range costliest() {
		ten += m.Cost
		each = append(each, fmt.Sprintf("%d read as %d: %v, for probabilities of %s and %s",
			m.Target, m.Said, m.Cost, brief(m.P), brief(m.Sure)))
	}
	all, n := digitsCost()
	return fmt.Sprintf("Ten handwritten digits, as pictures of 8 by 8 pixels: those of %d held-out "+
		"digits that cost a linear classifier most, heated by T = %s as it is. They make up %v of %v, "+
		"which is %s. They are %s.",
		n, number(judged().Temperature), ten, all, percent(float64(ten/all)), strings.Join(each, "; "))
}

// brief writes a probability to two significant digits.
func brief(p float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(p, 'g', 2, 64), 64)
	return number(rounded)
}

// drawCostliestDigits draws rows of pictures, with what is said of them below,
// or in a column beside them.
func drawCostliestDigits(pg *page) {
	columns, side, text := 5, vg.Length(80), vg.Point{Y: -90}
	across, down := vg.Length(96.5), vg.Length(150) // from picture to picture
	if pg.column {
		columns, side, text = 2, 56, vg.Point{X: 63, Y: -8}
		across, down = 143, 72
	}
	for i, m := range costliest() {
		at := vg.Point{
			X: pg.Min.X + across*vg.Length(i%columns),
			Y: pg.Max.Y - down*vg.Length(i/columns) - 1,
		}
		scan(m.pixels).draw(pg.Canvas, at, side)
		pg.mistake(m, at.Add(text))
		pg.recordMistake(m)
	}
}

// mistake writes what a digit cost, and why, in lines from a point down.
func (pg *page) mistake(m misread, at vg.Point) {
	small := style{ink: muted, size: tickSize}
	pg.write(at.X, at.Y, m.Cost.String(), style{ink: orange, bold: true})
	pg.write(at.X, at.Y-13, fmt.Sprintf("%d, read as %d", m.Target, m.Said), style{})
	pg.write(at.X, at.Y-26, fmt.Sprintf("%s for %d", brief(m.P), m.Target), small)
	pg.write(at.X, at.Y-38, fmt.Sprintf("%s for %d", brief(m.Sure), m.Said), small)
}

func (pg *page) recordMistake(m misread) {
	s := sheetOf(pg.Canvas)
	var levels []string
	for _, level := range m.pixels {
		levels = append(levels, number(level))
	}
	s.data = append(s.data, []cell{
		exact("digit", float64(m.Target)), exact("read as", float64(m.Said)),
		exact("probability of the digit", m.P), exact("probability of what it was read as", m.Sure),
		exact("cost, bits", float64(m.Cost)),
		word("grey levels of 8 by 8 pixels", strings.Join(levels, " ")),
	})
}
