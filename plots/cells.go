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
		parts = append(parts, inLine("rows: "+side(g.RowVariable)))
	}
	if g.ColumnVariable != "" {
		parts = append(parts, inLine("columns: "+side(g.ColumnVariable)))
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
	case g.arePercents:
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

// tints returns how strong those of cells are, up to 1: in a confusion matrix, their shares of rows,
// which compare with those of any other. In other tables, roots tell small numbers apart, beside a
// large one.
func (c crosstab) tints() []float64 {
	parts := slices.Clone(c.Pairs().Probabilities())
	largest := slices.Max(parts)
	for i := range parts {
		switch of := c.X().P(i / len(c.ColumnNames)); {
		case !c.IsConfusion():
			parts[i] = math.Sqrt(parts[i] / largest)
		case c.SharesOf != "":
			parts[i] *= c.Total / c.Whole
		case of > 0:
			parts[i] /= of
		}
	}
	return parts
}

// tint returns the ink of a cell that is so strong, a neutral grey on light paper. On the strongest
// the plain ink of numbers has a contrast of 4.5.
func tint(part float64) page.Ink {
	const mostLight, mostDark = 0.53, 0.4
	part = min(1, math.Round(100*part)/100)
	cell := page.Shade(mostLight * part)
	cell.Name, cell.Dark = fmt.Sprintf("tint%.0f", 100*part), page.Shade(mostDark*part).Dark
	cell.Light.R, cell.Light.B = cell.Light.G, cell.Light.G
	return cell
}

// drawCells writes at the top of the page the names of columns, and under them each row with
// its numbers, tinted or not, and the sums.
func (g grid) drawCells(pg *page.Page, tinted bool) {
	top := pg.Max.Y - g.rise - leastCell
	middle := func(column int) vg.Length { return pg.Min.X + g.names + g.width*(vg.Length(column)+0.5) }
	height := func(row int) vg.Length { return top - g.high*(vg.Length(row)+0.5) }
	tints := g.tints()
	for i, p := range g.Pairs().All() {
		column, row := i%len(g.ColumnNames), i/len(g.ColumnNames)
		corner := vg.Point{X: g.width/2 - cellGap, Y: g.high/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		if tinted {
			pg.SetColor(tint(tints[i]))
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		if g.hasNumbers {
			pg.Write(at.X, at.Y, g.write(p*g.Total), g.style.Center())
		}
	}
	if tinted { // a frame for what is hardly tinted
		left, right := middle(0)-g.width/2, middle(len(g.ColumnNames)-1)+g.width/2
		foot := height(len(g.RowNames)-1) - g.high/2
		pg.Outline(vg.Rectangle{Min: vg.Point{X: left, Y: foot}, Max: vg.Point{X: right, Y: top}}, page.Faint.Line(page.Hair))
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
		y += g.higher
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
	return percentTo(c.decimals, c.Pairs().P(i*len(c.ColumnNames)+i)/of)
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

// A writing is a way to write the numbers, or percents of them.
type writing struct {
	write   func(x float64) string
	percent bool
}

// writings are ways to write the numbers, from the longest to the shortest, with two digits of the
// largest at least. Counts are whole, and shares may become percents.
func (c crosstab) writings() (all []writing) {
	if c.arePercents {
		return append(all, writing{write: func(x float64) string { return percentTo(0, x/100) }})
	}
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
		all = append(all, writing{func(x float64) string { return percentTo(0, x) }, true})
	}
	return all
}

// widest returns the width of the widest number, or percentage under a column, in the usual size.
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
	for k, p := range g.Y().All() {
		if g.hasSums() && g.IsConfusion() {
			most = max(most, pg.TextWidth(g.onDiagonal(k, p), page.Small(page.Plain)))
		}
	}
	return most
}
