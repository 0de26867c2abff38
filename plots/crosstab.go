package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// A crosstab says how often each row of a table came together with each column.
type crosstab struct {
	info.Joint
	corner        string   // the heading over the names of the rows; "" for none
	rows, columns []string // what they are called, without markup
	total         float64  // of the counts; 1 for probabilities
	base
}

// with returns the table with the base of an example.
func (c crosstab) with(ex example) crosstab {
	c.base = ex.base
	return c
}

// readJoint makes f a figure of a table of counts.
func readJoint(f figure, name string, r io.Reader) (figure, error) {
	c, err := readCrosstab(name, r)
	if err != nil {
		return f, err
	}
	const tint = 0.3 // of the largest cell
	largest := slices.Max(c.Pairs().Probabilities())
	caption := "how often each row and column came together"
	if c.corner != "" {
		caption = "rows: " + page.Literal(c.corner) + "; how often each came with each column"
	}
	f.finds = func(ex example) string { return c.with(ex).finding() }
	f.alt = func(ex example) string { return c.with(ex).alt() }
	f.draw = func(pg *page.Page, ex example) {
		c.with(ex).draw(pg.Caption(caption, ""), "the row", "the column", tint/largest)
		for i, p := range c.Pairs().All() {
			n := len(c.columns)
			pg.Record("row", c.rows[i/n], "column", c.columns[i%n], "count", p*c.total)
		}
	}
	height := jointHeight + cellHeight*vg.Length(len(c.rows)-len(dayKinds))
	f.fit = func(pg *page.Page) vg.Length { return height + c.headingsHeight(pg) }
	return f, nil
}

// readCrosstab reads counts under the names of the columns and behind those of the rows.
func readCrosstab(name string, r io.Reader) (c crosstab, err error) {
	var counts [][]float64
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return c, err
		}
		called, first := row.Name, 0 // where the name is no field
		if called == "" {
			called, first = row.Fields[0], 1
		}
		if c.columns == nil && row.Headings == nil {
			if _, err := row.Number(0); err == nil {
				return c, row.Errorf(0, ", want names in the first line and column")
			}
			c.corner, c.columns = strings.Clone(row.Fields[0]), slices.Clone(row.Fields[1:])
			continue
		}
		if c.columns == nil {
			c.columns = slices.Clone(row.Headings[first:])
			if first > 0 {
				c.corner = strings.Clone(row.Headings[0])
			}
		}
		line, err := countsOf(row, first)
		if err != nil {
			return c, err
		}
		c.rows, counts = append(c.rows, strings.Clone(called)), append(counts, line)
	}
	return c, c.fill(name, counts)
}

// countsOf reads the counts of a row from a column on.
func countsOf(row data.Row, first int) (counts []float64, err error) {
	for i := first; i < len(row.Fields); i++ {
		x, err := row.Number(i)
		switch {
		case err != nil:
			return nil, err
		case x < 0:
			return nil, row.Errorf(i, ", want a count, 0 or more")
		}
		counts = append(counts, x)
	}
	return counts, nil
}

// fill makes the distribution of counts.
func (c *crosstab) fill(name string, counts [][]float64) error {
	const least, most = 2, 12
	for _, names := range []struct {
		kind string
		all  []string
	}{{"row", c.rows}, {"column", c.columns}} {
		if n := len(names.all); n < least || n > most {
			return fmt.Errorf("%s: %s of counts, want %d to %d",
				name, data.Count(n, names.kind), least, most)
		}
		for i, s := range names.all {
			switch first := slices.Index(names.all, s); {
			case s == "":
				return fmt.Errorf("%s: %s %d has no name", name, names.kind, i+1)
			case first < i:
				return fmt.Errorf("%s: %ss %d and %d are both called %q", name, names.kind, first+1, i+1, s)
			}
		}
	}
	joint, err := info.NormalizeJoint(counts)
	if err != nil {
		return errors.New(name + ": all counts are 0, or they are too large")
	}
	c.Joint = joint
	for _, line := range counts {
		for _, x := range line {
			c.total += x
		}
	}
	return nil
}

// finding is the title: in a table of the same rows and columns how often they agree, and
// else what they tell about each other.
func (c crosstab) finding() string {
	switch i := c.MutualInformation(); {
	case slices.Equal(c.rows, c.columns):
		return fmt.Sprintf("Row and column agree in %s percent of all cases",
			page.Number(100*c.agreement()))
	case i < 1e-12: // of rounding
		return "Row and column tell nothing about each other"
	case c.mayBeLuck():
		return "Row and column tell no more about each other than luck explains"
	default:
		return fmt.Sprintf("The row tells %s about the column, and the column about the row", c.write(i))
	}
}

// agreement is the probability of a row and the column of the same number.
func (c crosstab) agreement() (sum float64) {
	for i, row := range c.Rows() {
		sum += row[i]
	}
	return sum
}

// mayBeLuck says whether rows and columns that are independent share as much in more than
// 5 of 100 such tables, by the G test. Of numbers that are no counts it says no.
//
// Source: Wilks 1938; the quantile of χ² is that of Wilson & Hilferty 1931.
func (c crosstab) mayBeLuck() bool {
	if !c.areCounts() {
		return false
	}
	occurring := func(p info.Distribution) (n float64) {
		for _, pi := range p.All() {
			if pi > 0 {
				n++
			}
		}
		return n
	}
	freedom := (occurring(c.X()) - 1) * (occurring(c.Y()) - 1)
	const deviations = 1.645
	root := 1 - 2/(9*freedom) + deviations*math.Sqrt(2/(9*freedom))
	g := 2 * c.total * float64(c.MutualInformation().Nats())
	return g < freedom*root*root*root
}

// areCounts says whether all numbers of the table are whole, and not too large to tell.
func (c crosstab) areCounts() bool {
	for _, p := range c.Pairs().All() {
		if x := p * c.total; math.Abs(x-math.Round(x)) > 1e-6 {
			return false
		}
	}
	return c.total > 1 && c.total < 1e9
}

func (c crosstab) alt() string {
	var each []string
	for i, row := range c.Rows() {
		var cells []string
		for j, p := range row {
			cells = append(cells, c.columns[j]+" "+c.amount(p))
		}
		each = append(each, c.rows[i]+": "+strings.Join(cells, ", "))
	}
	return fmt.Sprintf("Two bars and, above them, a table of how often each row came with each column, "+
		"%s in all. By rows: %s. The upper bar is what the row tells, H(X) = %v, and the lower one what "+
		"the column tells, H(Y) = %v. They overlap by the mutual information, I(X; Y) = %v. "+
		"Together they tell H(X, Y) = %v.", c.amount(1), strings.Join(each, "; "),
		c.write(info.Entropy(c.X())), c.write(info.Entropy(c.Y())), c.write(c.MutualInformation()),
		c.write(c.Joint.Entropy()))
}

// amount writes what a probability is of the total: a count, or to four digits.
func (c crosstab) amount(p float64) string {
	if c.areCounts() {
		return fmt.Sprintf("%.0f", p*c.total)
	}
	return page.Number(p * c.total)
}

// draw draws the table, each cell tinted by its probability times tint, and under it what
// row and column, which are called x and y, tell.
func (c crosstab) draw(pg *page.Page, x, y string, tint float64) {
	const gap = 10
	pg = pg.Below(c.headingsHeight(pg))
	c.drawCells(pg, tint)
	drawOverlap(pg.Below(cellHeight*vg.Length(len(c.rows)+2)+gap), c.base, c.Joint, x, y)
}

const (
	cellHeight = 19
	cellGap    = 0.7
	jointNames = 76 // the room for names on the left
)

// drawCells writes at the top of the page how often each pair came, tinted by its
// probability, and the sums of rows and columns.
func (c crosstab) drawCells(pg *page.Page, tint float64) {
	x, y := c.X(), c.Y()
	width := c.cellWidth(pg)
	middle := func(column int) vg.Length {
		return pg.Min.X + jointNames + width*(vg.Length(column)+0.5)
	}
	height := func(row int) vg.Length { return pg.Max.Y - cellHeight*(vg.Length(row)+0.5) }
	small := page.Small(page.Muted).Center()
	amount := func(p float64) string { return c.fittedAmount(pg, p, width) }
	for i, p := range c.Pairs().All() {
		column, row := i%y.Len(), 1+i/y.Len()
		corner := vg.Point{X: width/2 - cellGap, Y: cellHeight/2 - cellGap}
		at := vg.Point{X: middle(column), Y: height(row)}
		if tint > 0 {
			pg.SetColor(page.Plain.WithOpacity(0.04 + tint*p))
			pg.Fill(vg.Rectangle{Min: at.Sub(corner), Max: at.Add(corner)}.Path())
		}
		pg.Write(at.X, at.Y, amount(p), page.Small(page.Plain).Center())
	}
	for i, p := range x.All() {
		pg.Write(pg.Min.X, height(i+1), fitted(pg, c.rows[i], jointNames-4), page.Small(page.Plain))
		pg.Write(middle(y.Len()), height(i+1), amount(p), small)
	}
	for k, p := range y.All() {
		c.nameColumn(pg, k, vg.Point{X: middle(k), Y: height(0)})
		pg.Write(middle(k), height(x.Len()+1), amount(p), small)
	}
	inAll := "in all"
	if pg.TextWidth(inAll, small) > width-2 {
		inAll = "Σ"
	}
	pg.Write(middle(y.Len()), height(0), inAll, small)
	pg.Write(pg.Min.X, height(x.Len()+1), "in all", page.Small(page.Muted))
}

// cellWidth is the width of a cell on a page, beside the names of the rows.
func (c crosstab) cellWidth(pg *page.Page) vg.Length {
	return (pg.Max.X - pg.Min.X - jointNames) / vg.Length(len(c.columns)+1)
}

// levels are how many rows higher than usual the names of columns stand: where one is wider
// than its column it ends over it, and stands above the names that lie in its way.
func (c crosstab) levels(pg *page.Page) []int {
	levels, width := make([]int, len(c.columns)), c.cellWidth(pg)
	var reach []vg.Length // of each name to the left, in columns
	for _, name := range c.columns {
		reach = append(reach, (pg.TextWidth(page.Literal(name), page.Small(page.Plain))+4)/width)
	}
	if slices.Max(reach) <= 1+2/width {
		return levels
	}
	for k := range levels {
		for j := range k {
			if vg.Length(j) > vg.Length(k)-reach[k] {
				levels[k] = max(levels[k], levels[j]+1)
			}
		}
	}
	return levels
}

const levelHeight = 12 // from a level to the next

// headingsHeight is the room that the names of columns take beyond a row.
func (c crosstab) headingsHeight(pg *page.Page) vg.Length {
	return levelHeight * vg.Length(slices.Max(c.levels(pg)))
}

// nameColumn writes the name of a column over its middle, or where names stand on several
// levels so that it ends there, and a line to the column.
func (c crosstab) nameColumn(pg *page.Page, k int, at vg.Point) {
	levels, small := c.levels(pg), page.Small(page.Plain)
	if slices.Max(levels) == 0 {
		pg.Write(at.X, at.Y, fitted(pg, c.columns[k], c.cellWidth(pg)-2), small.Center())
		return
	}
	const end = 4 // of the name, beside the line
	y := at.Y + levelHeight*vg.Length(levels[k])
	hair := draw.LineStyle{Color: page.Muted, Width: page.Hair}
	pg.StrokeLine2(hair, at.X, y-5, at.X, at.Y-cellHeight/2+1)
	pg.Write(at.X+end, y, fitted(pg, c.columns[k], at.X+end-pg.Min.X), small.Right())
}

// fittedAmount writes a part of the total as it fits a cell: whole, in thousands, to two digits,
// or not at all.
func (c crosstab) fittedAmount(pg *page.Page, p float64, width vg.Length) string {
	if c.areCounts() {
		return counted(pg, int(math.Round(p*c.total)), width-2)
	}
	for _, s := range []string{c.amount(p), brief(p * c.total)} {
		if pg.TextWidth(s, page.Small(page.Plain)) <= width+2 {
			return s
		}
	}
	pg.NotDrawn("numbers that are wider than their cells")
	return ""
}

// fitted is the markup of a name, or of its beginning where it is wider than its room.
func fitted(pg *page.Page, name string, room vg.Length) string {
	short := page.Literal(name)
	for letters := []rune(name); pg.TextWidth(short, page.Small(page.Plain)) > room && len(letters) > 0; {
		if short == page.Literal(name) {
			pg.NoRoom(short)
		}
		letters = letters[:len(letters)-1]
		short = page.Literal(strings.TrimSpace(string(letters))) + "…"
	}
	return short
}
