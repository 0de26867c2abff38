package main

import (
	"fmt"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	datasets "crossentropy/info/data"
	"crossentropy/info/learn"
	"crossentropy/plots/internal/page"
)

var costliestDigits = figure{
	name:         "costliest-digits",
	title:        "Ten digits in six hundred make up more than a third of the loss",
	alt:          costliestDigitsAlt,
	height:       346,
	columnHeight: 440,
	draw:         drawCostliestDigits,
	takes:        "-base",
	early:        func() { digitTrial() },
}

// A misread is a digit that was read wrong, as it was scanned.
type misread struct {
	learn.Mistake
	scan
}

var costliest = sync.OnceValue(func() (all []misread) {
	_, answers := testAnswers()
	_, _, scans := datasets.DigitThirds()
	for _, m := range answers.Costliest(10) {
		all = append(all, misread{m, scans.X[m.Row]})
	}
	return all
})

func costliestDigitsAlt(ex example) string {
	var each []string
	var ten info.Bits
	for _, m := range costliest() {
		ten += m.Cost
		each = append(each, fmt.Sprintf("%d read as %d: %s, for probabilities of %s and %s",
			m.Target, m.Said, ex.write(m.Cost), brief(m.P), brief(m.Sure)))
	}
	_, answers := testAnswers()
	n := len(answers.Targets)
	all := info.Bits(n) * answers.Loss()
	return fmt.Sprintf("A bar, and ten handwritten digits, as pictures of 8 by 8 pixels: those of %d held-out "+
		"digits that cost a linear classifier most, heated by T = %s as it is. They make up %s of %s, "+
		"which is %s of the bar. They are %s.",
		n, page.Number(digitTrial().Temperature), ex.write(ten), ex.write(all), percent(float64(ten/all)),
		strings.Join(each, "; "))
}

// brief writes a probability, or percents, to two significant digits.
func brief(p float64) string { return page.Number(page.Rounded(p, 2)) }

func drawCostliestDigits(pg *page.Page, ex example) {
	columns, side, text := 5, vg.Length(72), vg.Point{Y: -82}
	across, down := vg.Length(96.5), vg.Length(130) // from picture to picture
	if pg.Column {
		columns, across, down = 2, pg.Size().X/2, 72
		side = min(56, across-72)
		text = vg.Point{X: side + 7, Y: -14}
	}
	ex.drawShare(pg)
	pg = pg.Below(48)
	for i, m := range costliest() {
		at := vg.Point{
			X: pg.Min.X + across*vg.Length(i%columns),
			Y: pg.Max.Y - down*vg.Length(i/columns) - 1,
		}
		m.scan.draw(pg, at, side)
		ex.writeMistake(pg, m, at.Add(text))
	}
}

// drawShare draws the loss of all digits as one bar, that of the costliest first.
func (b base) drawShare(pg *page.Page) {
	_, answers := testAnswers()
	n, ten := len(answers.Targets), 0.0
	all := float64(n) * b.in(answers.Loss())
	bars := page.Bars{Page: pg.Below(16), Most: all, Gap: 1, Pitch: 26}
	for _, m := range costliest() {
		bars.FillBox(bars.Box(0, ten, ten+b.in(m.Cost)), page.Orange)
		ten += b.in(m.Cost)
	}
	bars.FillBox(bars.Box(0, ten, all), page.Blue)
	says := fmt.Sprintf("ten digits: %.0f %s, %.0f %%", ten, b.units(), 100*ten/all)
	pg.Write(pg.Min.X, pg.Max.Y-6, says, page.Bold(page.Orange))
	says = fmt.Sprintf("%d others: %.0f %s", n-len(costliest()), all-ten, b.units())
	pg.Write(pg.Max.X, pg.Max.Y-6, says, page.Bold(page.Blue).Right())
}

// writeMistake writes what a digit cost, and why, in lines from a point down.
func (b base) writeMistake(pg *page.Page, m misread, at vg.Point) {
	pg.Write(at.X, at.Y, fmt.Sprintf("%.1f %s", b.in(m.Cost), b.units()), page.Bold(page.Orange))
	pg.Write(at.X, at.Y-13, fmt.Sprintf("%d, read as %d", m.Target, m.Said), page.Style{})
	pg.Write(at.X, at.Y-26, fmt.Sprintf("%.0f %% sure", 100*m.Sure), page.Small(page.Muted))
	var levels []string
	for _, level := range m.scan {
		levels = append(levels, page.Number(level))
	}
	pg.Record("digit", m.Target, "read as", m.Said, "probability of the digit", m.P,
		"probability of what it was read as", m.Sure, "cost, "+b.units(), b.in(m.Cost),
		"grey levels of 8 by 8 pixels", strings.Join(levels, " "))
}

// A scan is the grey levels of a digit's 8×8 pixels, row by row from the top
// left, from 0 for paper to 16 for ink.
type scan []float64

const (
	scanSide = 8
	darkest  = 16
)

// draw draws the scan in a square whose top left corner is at, shade upon
// shade. The pixels of a shade are one shape, and lie on those of the lighter
// ones, so that there is no seam between pixels.
func (s scan) draw(pg *page.Page, at vg.Point, side vg.Length) {
	const step = 2 // grey levels
	corner := func(x, y int) vg.Point {
		return at.Add(vg.Point{X: vg.Length(x), Y: -vg.Length(y)}.Scale(side / scanSide))
	}
	for level := 0.0; level < darkest; level += step {
		var shape vg.Path
		for y := range scanSide {
			for x := 0; x < scanSide; x++ {
				from := x
				for x < scanSide && s[scanSide*y+x] > level {
					x++
				}
				if x > from { // neighbours in a row are one piece
					shape = append(shape, vg.Rectangle{Min: corner(from, y+1), Max: corner(x, y)}.Path()...)
				}
			}
		}
		if shape != nil {
			pg.SetColor(page.Shade((level + step) / darkest))
			pg.Fill(shape)
		}
	}
	pg.Outline(vg.Rectangle{Min: corner(0, scanSide), Max: corner(scanSide, 0)}, page.Faint.Line(page.Hair))
}
