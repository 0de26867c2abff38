package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/plots/internal/page"
)

// caption says what rows, columns and cells are. Its lines end behind semicolons where these have room.
func (g grid) caption(pg *page.Page) string {
	var parts []string
	if g.RowVariable != "" {
		parts = append(parts, "rows: "+side(g.RowVariable))
	}
	if g.ColumnVariable != "" {
		parts = append(parts, "columns: "+side(g.ColumnVariable))
	}
	if g.isNumbered && !g.IsConfusion() { // where rows have the numbers
		for k, name := range g.ColumnNames {
			parts = append(parts, fmt.Sprintf("%d: %s", k+1, page.Literal(name)))
		}
	}
	measure := g.measure()
	switch {
	case g.SharesOf != "":
		measure = "each cell: " + measure
	case g.AreCounts():
		measure += ", " + g.amount(1) + " in all"
	}
	parts = append(parts, measure)
	if g.isTintedByRow() {
		parts = append(parts, "tint: square root of a cell’s share of its row")
	} else {
		parts = append(parts, "stronger tint: more")
	}
	if g.IsConfusion() && g.sum > 0 {
		parts = append(parts, "right: % of row on the diagonal", "below: % of column")
	}
	return pg.Listed(strings.Join(parts, "; "), page.Style{})
}

// draw draws the table, each cell tinted by its number, and under it what row and column tell,
// unless they are the same.
func (c crosstab) draw(pg *page.Page) {
	const gap = 10
	g := c.on(pg)
	pg.NoRoom("the name", g.cut...)
	if g.sum == 0 && c.SharesOf == "" {
		what := "the sums of"
		if c.IsConfusion() {
			what = "the percentages of"
		}
		pg.NoRoom(what, "rows and columns")
	}
	if !g.hasNumbers {
		pg.NoRoom("the numbers of", "cells")
	}
	pg = pg.Caption(g.caption(pg), "")
	g.drawCells(pg)
	if !c.IsConfusion() {
		c.drawOverlap(pg.Below(g.height() + gap))
	}
	measure, n := c.measure(), len(c.ColumnNames)
	if c.AreCounts() {
		measure = "count"
	}
	for i, p := range c.Pairs().All() {
		pg.Record("row", c.RowNames[i/n], "column", c.ColumnNames[i%n], measure, p*c.Total)
	}
	tell(pg, c.Notes)
}

// isTintedByRow says whether tints are of shares of rows, which tell right from wrong in a rare class too.
func (c crosstab) isTintedByRow() bool { return c.IsConfusion() && c.SharesOf == "" }

// tints returns how strong those of cells are, up to 1: the roots of shares, which tell small ones apart
// beside large ones. In a confusion matrix they are shares of rows, which compare with those of any
// other, and else of the largest number.
func (c crosstab) tints() []float64 {
	parts := slices.Clone(c.Pairs().Probabilities())
	largest := slices.Max(parts)
	for i := range parts {
		switch of := c.X().P(i / len(c.ColumnNames)); {
		case !c.IsConfusion():
			parts[i] /= largest
		case c.SharesOf != "":
			parts[i] *= c.Total / c.Whole
		case of > 0:
			parts[i] /= of
		}
		parts[i] = math.Sqrt(parts[i])
	}
	return parts
}

// tint returns the ink of a cell that is so strong, a neutral grey on light paper: paper for nothing,
// and else one that is told from it. On the strongest the plain ink of numbers has a contrast of 5.5, and
// of 4.5 on dark paper.
func tint(part float64) page.Ink {
	const mostLight, mostDark, least, step = 0.45, 0.4, 0.13, 0.01
	strength := 0.
	if part > 0 {
		part = max(step, math.Round(min(1, part)/step)*step)
		strength = least + (1-least)*part
	}
	cell := page.Shade(mostLight * strength)
	cell.Name, cell.Dark = fmt.Sprintf("tint%.0f", 100*part), page.Shade(mostDark*strength).Dark
	cell.Light.R, cell.Light.B = cell.Light.G, cell.Light.G
	return cell
}

// drawCells writes at the top of the page the names of columns, and under them each row with
// its numbers on their tints, and the sums.
func (g grid) drawCells(pg *page.Page) {
	top, width, high := pg.Max.Y-g.rise()-leastCell, g.width(), g.high()
	middle := func(column int) vg.Length { return pg.Min.X + g.names + width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return top - high*(vg.Length(row)+0.5) }
	corner := vg.Point{X: width/2 - cellGap, Y: high/2 - cellGap}
	tints, n := g.tints(), len(g.ColumnNames)
	for i, p := range g.Pairs().All() {
		at := vg.Point{X: middle(i % n), Y: height(i / n)}
		pg.SetColor(tint(tints[i]))
		pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		if g.hasNumbers {
			pg.Write(at.X, at.Y, g.write(p*g.Total), g.style.Center())
		}
	}
	left, foot := middle(0)-width/2, top-high*vg.Length(len(g.RowNames))
	frame := vg.Rectangle{Min: vg.Point{X: left, Y: foot}, Max: vg.Point{X: middle(n-1) + width/2, Y: top}}
	pg.Outline(frame, page.Faint.Line(page.Hair)) // for what has no tint
	g.drawEnds(pg, middle, height, top)
}

// drawEnds writes the names of rows and columns, and at their other ends their sums, or of a
// confusion matrix the share of each on the diagonal.
func (g grid) drawEnds(pg *page.Page, middle, height func(i int) vg.Length, top vg.Length) {
	muted, number := g.style, g.nameStyle.Right()
	muted.Ink, number.Ink = page.Muted, page.Muted
	rows := len(g.RowNames)
	foot, last := top-g.high()*vg.Length(rows)-leastCell/2, pg.Max.X-(g.sum-sumGap)/2
	for i, p := range g.X().All() {
		if g.numbers > 0 {
			pg.Write(pg.Min.X+g.numbers-numbersGap, height(i), fmt.Sprint(i+1), number)
		}
		pg.Write(pg.Min.X+g.numbers, height(i), g.called[i], g.nameStyle)
		if g.sum > 0 {
			pg.Write(last, height(i), g.sumOf(i, p), muted.Center())
		}
	}
	for k, p := range g.Y().All() {
		up := vg.Length(strings.Count(g.heads[k], "\n")) * g.headStyle.Leading() / 2
		pg.Write(middle(k), top+leastCell/2+up, g.heads[k], g.headStyle.Center())
		if g.sum > 0 {
			pg.Write(middle(k), foot, g.sumOf(k, p), muted.Center())
		}
	}
	if g.sum > 0 {
		pg.Write(last, top+leastCell/2, g.foot(), muted.Center())
		pg.Write(pg.Min.X, foot, g.foot(), muted)
	}
}

// foot is what sums are called: those of a confusion matrix are of its diagonal, in percent.
func (c crosstab) foot() string {
	if c.IsConfusion() {
		return "%"
	}
	return "in all"
}

// sumOf writes the sum of a row or a column, of a probability, or of a confusion matrix how many
// percent of it are on the diagonal.
func (g grid) sumOf(i int, p float64) string {
	switch {
	case !g.IsConfusion():
		return g.write(p * g.Total)
	case p == 0:
		return "–"
	}
	return percentTo(g.decimals, g.Pairs().P(i*len(g.ColumnNames)+i)/p)
}

// percentTo writes a share in percents with so many decimals, of which 0 is none and 100 all.
func percentTo(decimals int, share float64) string {
	const rounding = 1e-9
	percent, least := 100*share, math.Pow10(-decimals)
	switch {
	case share < rounding || share > 1-rounding:
	case percent < least/2:
		return "<" + page.Fixed(least, decimals)
	case percent >= 100-least/2:
		return ">" + page.Fixed(100-least, decimals)
	}
	return page.Fixed(percent, decimals)
}

// percentDecimals returns how many decimals shares have in percents: none, unless one of them would be
// as good as none or all.
func percentDecimals(shares ...float64) int {
	isEdge := func(share float64) bool { return strings.ContainsAny(percentTo(0, share), "<>") }
	if slices.ContainsFunc(shares, isEdge) {
		return 1
	}
	return 0
}
