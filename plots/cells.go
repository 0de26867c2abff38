package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// caption says what rows, columns and cells are. Its lines end behind semicolons, or else commas, where
// these have room, and outside of brackets.
func (g grid) caption(pg *page.Page) string {
	inLine := func(s string) string {
		if one := strings.ReplaceAll(s, " ", "\u00a0"); pg.TextWidth(one+";", page.Style{}) < pg.Size().X {
			return one
		}
		return s
	}
	either := func(long, short string) string {
		if long = inLine(long); strings.Contains(long, " ") {
			return inLine(short)
		}
		return long
	}
	var parts []string
	if g.RowVariable != "" {
		parts = append(parts, inLine("rows: "+page.Literal(g.RowVariable)))
	}
	if g.ColumnVariable != "" {
		parts = append(parts, inLine("columns: "+page.Literal(g.ColumnVariable)))
	}
	measure := g.measure()
	if g.percent {
		measure = strings.Replace(measure, "share", "percent", 1)
	}
	if g.isTintedByRow() {
		few := strings.TrimPrefix(measure, "number of ")
		parts = append(parts, either(measure+" (stronger tint: more of its row)", few+", tinted by share of row"))
	} else {
		parts = append(parts, inLine(measure+" (stronger tint: more)"))
	}
	if g.IsConfusion() && g.hasSums() {
		parts = append(parts, either("% on the diagonal: of row (right), column (below)", "right, below: % on the diagonal"))
	}
	caption := strings.Join(parts, "; ")
	if g.numbered && (g.inCaption || !g.IsConfusion()) {
		var names []string
		for k, name := range g.ColumnNames {
			names = append(names, inLine(fmt.Sprintf("%d:\u00a0%s", k+1, page.Literal(name))))
		}
		caption += ". " + strings.Join(names, "; ")
	}
	return caption
}

// draw draws the table, each cell tinted by its number, and under it what row and column tell,
// unless they are the same.
func (c crosstab) draw(pg *page.Page) {
	const gap = 10
	g := c.on(pg)
	pg.NoRoom("the name", g.cut...)
	switch {
	case g.asPercent && c.SharesOf == "":
		pg.NoRoom("the", "counts, which are drawn as percents")
	case !g.isBare || c.SharesOf != "":
	case c.IsConfusion():
		pg.NoRoom("the percentages of", "rows and columns")
	default:
		pg.NoRoom("the sums of", "rows and columns")
	}
	if !g.hasNumbers {
		pg.NoRoom("the numbers of", "cells")
	}
	if g.inCaption {
		pg.NoRoom("the names of", "rows, which are in the caption")
	}
	pg = pg.Caption(g.caption(pg), "")
	g.drawCells(pg, true)
	if !c.IsConfusion() {
		drawOverlap(pg.Below(g.height()+gap), c.base, c.Joint, "the row", "the column")
	}
}

// isTintedByRow says whether tints are of shares of rows, which tell right from wrong in a rare class too.
func (c crosstab) isTintedByRow() bool { return c.IsConfusion() && c.SharesOf == "" }

// tint is the ink of a cell whose number, or share of its row, is so much of the largest, a neutral
// grey on light paper. Roots tell small numbers apart, beside a large one. On the darkest tint of
// light paper, and on the lightest of dark paper, text has a contrast of 7.
func tint(part float64) page.Ink {
	const least, mostLight, mostDark = 0.02, 0.36, 0.27
	root := math.Round(100*math.Sqrt(part)) / 100
	ink := page.Shade(least + (mostLight-least)*root)
	ink.Name = fmt.Sprintf("tint%.0f", 100*root)
	ink.Dark = page.Shade(least + (mostDark-least)*root).Dark
	ink.Light.R, ink.Light.B = ink.Light.G, ink.Light.G
	return ink
}

// drawCells writes at the top of the page the names of columns, and under them each row with
// its numbers, tinted or not, and the sums.
func (g grid) drawCells(pg *page.Page, tinted bool) {
	top := pg.Max.Y - g.rise - leastCell
	middle := func(column int) vg.Length { return pg.Min.X + g.names + g.width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return top - g.high*(vg.Length(row)+0.5) }
	parts := slices.Clone(g.Pairs().Probabilities())
	for i := range parts {
		if of := g.X().P(i / len(g.ColumnNames)); of > 0 && g.isTintedByRow() {
			parts[i] /= of
		}
	}
	largest := slices.Max(parts)
	for i, p := range g.Pairs().All() {
		column, row := i%len(g.ColumnNames), i/len(g.ColumnNames)
		corner := vg.Point{X: g.width/2 - cellGap, Y: g.high/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		if tinted {
			pg.SetColor(tint(parts[i] / largest))
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		if g.hasNumbers {
			pg.Write(at.X, at.Y, g.write(p*g.Total), g.style.Center())
		}
	}
	g.drawEnds(pg, middle, height, top)
}

// drawEnds writes the names of rows and columns, and at their other ends their sums, or of a
// confusion matrix the share of each on the diagonal.
func (g grid) drawEnds(pg *page.Page, middle, height func(i int) vg.Length, top vg.Length) {
	muted, number := g.style, g.nameStyle.Right()
	muted.Ink, number.Ink = page.Muted, page.Muted
	foot, last := height(len(g.RowNames)-1)-(g.high+leastCell)/2, pg.Max.X-g.sum/2
	if g.IsConfusion() {
		last += sumGap / 2.
	}
	writeSum := func(x, y vg.Length, i int, p float64) {
		if g.hasSums() {
			pg.Write(x, y, g.sumOf(i, p), muted.Center())
		}
	}
	for i, p := range g.X().All() {
		if g.numbers > 0 {
			pg.Write(pg.Min.X+g.numbers-numbersGap, height(i), fmt.Sprint(i+1), number)
		}
		if !g.inCaption {
			pg.Write(pg.Min.X+g.numbers, height(i), g.called[i], g.nameStyle)
		}
		writeSum(last, height(i), i, p)
	}
	for k, p := range g.Y().All() {
		g.drawHead(pg, k, middle(k), top)
		writeSum(middle(k), foot, k, p)
	}
	if !g.hasSums() {
		return
	}
	head := g.foot()
	if !g.IsConfusion() && pg.TextWidth(head, muted) > g.sum-2 {
		head = "Σ"
	}
	pg.Write(last, top+leastCell/2, head, muted.Center())
	pg.Write(pg.Min.X, foot, g.foot(), muted)
}

// drawHead writes the name of a column over its middle, and a line to one that is raised.
func (g grid) drawHead(pg *page.Page, k int, x, top vg.Length) {
	name, y := g.heads[k], top+leastCell/2
	if g.isHigh(k) {
		y += raised
		pg.StrokeLine2(page.Muted.Line(page.Hair), x, y-6.5, x, top+1)
	}
	up := vg.Length(strings.Count(name, "\n")) * g.headStyle.Leading() / 2
	half := pg.TextWidth(name, g.headStyle) / 2
	pg.Write(min(x, pg.Max.X-half), y+up, name, g.headStyle.Center())
}

// sumOf writes the sum of a row or a column, of a probability, or of a confusion matrix the share of
// it on the diagonal.
func (g grid) sumOf(i int, p float64) string {
	if g.IsConfusion() {
		return g.onDiagonal(i, p)
	}
	return g.write(p * g.Total)
}

// onDiagonal writes how many percent of a row or column of a confusion matrix are on its diagonal.
func (c crosstab) onDiagonal(i int, of float64) string {
	if of == 0 {
		return "–"
	}
	return wholePercent(c.Pairs().P(i*len(c.ColumnNames)+i) / of)
}

// wholePercent writes a share in whole percents, of which 0 is none and 100 all, or else with a decimal.
func wholePercent(share float64) string {
	const rounding = 1e-9
	switch {
	case share < rounding || share > 1-rounding || share >= 0.005 && share < 0.995:
		return page.Fixed(100*share, 0)
	case share < 0.0005:
		return "<0.1"
	case share >= 0.9995:
		return ">99.9"
	}
	return page.Fixed(100*share, 1)
}

// A writing is a way to write the numbers, or percents of them.
type writing struct {
	write   func(x float64) string
	percent bool
}

// writings are ways to write the numbers, from the longest to the shortest, with two digits of the
// largest at least. Counts are whole, and shares may become percents.
func (c crosstab) writings() (all []writing) {
	if c.AreCounts() {
		return append(all, writing{write: func(x float64) string { return page.Whole(int(math.Round(x))) }})
	}
	most, least := 4, 2
	for x := c.Total * slices.Max(c.Pairs().Probabilities()); x >= 1 && most > 0; x /= 10 {
		most, least = most-1, max(0, least-1)
	}
	var numbers []float64
	for _, p := range c.Pairs().All() {
		numbers = append(numbers, p*c.Total)
	}
	areShares := strings.HasPrefix(c.measure(), "share")
	if areShares {
		least = 2 // also where one of them is 1
	}
	for ; most >= least; most-- {
		all = append(all, writing{write: page.Alike(most, numbers...)})
	}
	if areShares {
		all = append(all, writing{func(x float64) string { return page.Fixed(100*x, 0) }, true})
	}
	return all
}

// widest returns the width of the widest number, in the usual size.
func (g grid) widest(pg *page.Page, write func(x float64) string) (most vg.Length) {
	of := []info.Distribution{g.Pairs()}
	if g.hasSums() && !g.IsConfusion() {
		of = append(of, g.X(), g.Y())
	}
	for _, numbers := range of {
		for _, p := range numbers.All() {
			most = max(most, pg.TextWidth(write(p*g.Total), page.Small(page.Plain)))
		}
	}
	return most
}
