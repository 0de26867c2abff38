package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/gonum/floats"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// readCrosstab reads counts under the names of the columns and behind those of the rows, or
// each behind both.
func readCrosstab(name string, r io.Reader) (c crosstab, err error) {
	var counts [][]float64
	pairs := map[[2]string]float64{} // of a long table, with the count of each
	names := 0                       // the column of the names of rows; -1 where no field is one
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return c, err
		}
		if len(pairs) > 0 || c.columns == nil && isLong(row) {
			if err := c.addPair(row, pairs); err != nil {
				return c, err
			}
			continue
		}
		isNumber := func(column int) bool {
			_, err := row.Number(column)
			return err == nil
		}
		if c.columns == nil && row.Headings == nil {
			if isNumber(0) {
				return c, row.Errorf(0, ", want names in the first line and column, "+
					"and at their corner a word or nothing")
			}
			if len(row.Fields) > 2 && row.Fields[0] == "" && !isNumber(1) && isNumber(2) {
				names = 1 // behind an index, as the other headings are numbers
			}
			c.nameSides(row.Fields[names])
			c.columns = slices.Clone(row.Fields[names+1:])
			continue
		}
		if c.columns == nil {
			if isIndex := row.Name == "0" && !isNumber(0); row.Name != "" && !isIndex {
				names = -1
			} else {
				c.nameSides(row.Headings[0])
			}
			c.columns = slices.Clone(row.Headings[names+1:])
		}
		called := row.Name
		if names >= 0 {
			called = row.Fields[names]
		}
		if c.rows == nil && strings.Join(row.Fields[names+1:], "") == "" { // as pandas names both sides
			c.x, c.y = strings.Clone(called), c.x
			continue
		}
		line, err := c.countsOf(row, names+1)
		if err != nil {
			return c, err
		}
		c.rows, counts = append(c.rows, strings.Clone(called)), append(counts, line)
	}
	if len(pairs) > 0 {
		for _, x := range c.rows {
			var line []float64
			for _, y := range c.columns {
				line = append(line, pairs[[2]string{x, y}])
			}
			counts = append(counts, line)
		}
	}
	return c, c.fill(name, c.withoutTotals(counts))
}

// countHeadings are what R, pandas and people call the counts of a long table.
var countHeadings = []string{"freq", "frequency", "n", "count", "counts", "cases", "0"}

// isLong says by the first row whether each line of a table names a row, then a column, and
// counts how often they came together. Headings that are a name of a row too are of a wide table.
func isLong(row data.Row) bool {
	h := row.Headings
	if len(h) != 3 || !slices.Contains(countHeadings, strings.ToLower(h[2])) ||
		slices.Contains(h, cmp.Or(row.Name, row.Fields[0])) {
		return false
	}
	_, errX := row.Number(0)
	_, errY := row.Number(1)
	return errX == nil || errY != nil
}

// addPair reads a line of a long table.
func (c *crosstab) addPair(row data.Row, pairs map[[2]string]float64) error {
	count, err := c.countsOf(row, 2)
	if err != nil {
		return err
	}
	x, y := strings.Clone(row.Fields[0]), strings.Clone(row.Fields[1])
	if _, twice := pairs[[2]string{x, y}]; twice {
		return row.Errorf(1, " again with %q, want each pair once", x)
	}
	pairs[[2]string{x, y}] = count[0]
	if c.x, c.y = row.Headings[0], row.Headings[1]; !slices.Contains(c.rows, x) {
		c.rows = append(c.rows, x)
	}
	if !slices.Contains(c.columns, y) {
		c.columns = append(c.columns, y)
	}
	return nil
}

// nameSides names rows and columns by the heading over the names of the rows, as in
// actual\predicted.
func (c *crosstab) nameSides(corner string) {
	at := strings.IndexAny(corner, `\/`)
	if at < 0 {
		at = len(corner)
	}
	c.x = strings.Clone(strings.TrimSpace(corner[:at]))
	c.y = strings.Clone(strings.TrimSpace(strings.TrimLeft(corner[at:], `\/`)))
}

// withoutTotals returns the counts without a last column and a last row that are totals of the
// others, by their names and numbers, and forgets those names. Where rows are shares, the last of
// them may be the shares of all.
func (c *crosstab) withoutTotals(counts [][]float64) [][]float64 {
	areTotals := func(names []string, lines [][]float64, shares string) bool {
		last := len(names) - 1
		if last < 2 || !isTotalName(names[last]) {
			return false
		}
		of, _ := sharesOf(counts)
		return of == shares || isTotal(last, names, lines)
	}
	inRow, inColumn := areTotals(c.rows, transposed(counts), "row"), areTotals(c.columns, counts, "column")
	var totals []string
	if last := len(c.rows) - 1; inRow {
		totals, c.totals = append(totals, "row "+c.rows[last]), "column"
		c.rows, counts = c.rows[:last], counts[:last]
	}
	if last := len(c.columns) - 1; inColumn {
		totals, c.totals = append(totals, "column "+c.columns[last]), "row"
		c.columns = c.columns[:last]
		for i := range counts {
			counts[i] = counts[i][:last]
		}
	}
	c.note("left out as totals: ", totals)
	return counts
}

// note keeps in mind to say something of rows and columns, where there are any.
func (c *crosstab) note(says string, of []string) {
	if len(of) > 0 {
		c.notes = append(c.notes, says+strings.Join(of, ", "))
	}
}

// aligned returns the counts with the same names of rows and columns, in the order of the rows,
// and with zeros for those that one side lacks, where most names are on both sides.
func (c *crosstab) aligned(counts [][]float64) [][]float64 {
	for k, column := range c.columns {
		inR := func(row string) bool { return nameInR(row) == column && !slices.Contains(c.columns, row) }
		if i := slices.IndexFunc(c.rows, inR); i >= 0 {
			c.columns[k] = c.rows[i]
		}
	}
	names, at, shared := slices.Clone(c.rows), 0, 0
	for _, column := range c.columns {
		if i := slices.Index(names, column); i >= 0 {
			at, shared = i, shared+1
		} else { // behind the one before it
			at = min(at+1, len(names))
			names = slices.Insert(names, at, column)
		}
	}
	if all := len(names); 2*shared <= all || all > mostNames {
		if shared > 0 {
			c.notes = append(c.notes, fmt.Sprintf("the bars, and no confusion matrix, "+
				"as %d of %d names are both a row and a column", shared, all))
		}
		return counts
	}
	all := make([][]float64, len(names))
	var lacking []string
	for i, x := range names {
		all[i] = make([]float64, len(names))
		row := slices.Index(c.rows, x)
		if row < 0 {
			lacking = append(lacking, "row "+x)
		}
		if !slices.Contains(c.columns, x) {
			lacking = append(lacking, "column "+x)
		}
		for k, y := range names {
			if column := slices.Index(c.columns, y); row >= 0 && column >= 0 {
				all[i][k] = counts[row][column]
			}
		}
	}
	c.note("zeros for what the table lacks: ", lacking)
	c.rows, c.columns = names, names
	return all
}

// nameInR returns what R makes of a name above a column: X0 of 0, and ice.cream of ice cream.
func nameInR(s string) string {
	valid := strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' {
			return c
		}
		return '.'
	}, s)
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsLetter(first) && first != '.' {
		return "X" + valid
	}
	return valid
}

// transposed returns columns as rows.
func transposed(rows [][]float64) (columns [][]float64) {
	for j := range slices.Concat(rows[:min(1, len(rows))]...) {
		var column []float64
		for _, row := range rows {
			column = append(column, row[j])
		}
		columns = append(columns, column)
	}
	return columns
}

// isTotalName says whether totals are called so by pandas and R, by spreadsheets, or by people.
func isTotalName(name string) bool {
	return slices.Contains([]string{
		"all", "sum", "total", "totals", "in all", "grand total", "alle", "gesamt", "gesamtergebnis",
		"insgesamt", "summe", "σ", "∑",
	}, strings.ToLower(name))
}

// isTotal says whether one of three names or more is that of a total, whose number in each line is
// the sum of the others, within what rounding adds up to.
func isTotal(i int, names []string, lines [][]float64) bool {
	return len(names) > 2 && isTotalName(names[i]) && !slices.ContainsFunc(lines, func(line []float64) bool {
		off := max(1e-6*line[i], min(offByRounding*line[i], roundingOf(line)))
		return math.Abs(floats.Sum(line)-2*line[i]) > off
	})
}

// roundingOf is how far off rounding can make the sum of numbers that have decimals.
func roundingOf(numbers []float64) float64 {
	if digits := page.DecimalsOf(numbers...); digits > 0 {
		return 0.5 * math.Pow10(-digits) * float64(len(numbers))
	}
	return 0
}

// countsOf reads the counts of a row, or the numbers before percent signs, from a column on.
func (c *crosstab) countsOf(row data.Row, first int) (counts []float64, err error) {
	const decimals = 1e9 // that are told from rounding
	for i := first; i < len(row.Fields); i++ {
		x, err := row.Number(i)
		switch {
		case err != nil && i == 1 && len(row.Headings) == 3: // the second name of a long table
			return nil, fmt.Errorf("%w; or above the last column count, where two names stand before it", err)
		case err != nil:
			return nil, err
		case x < 0:
			return nil, row.Errorf(i, ", want a count, 0 or more")
		case strings.HasSuffix(row.Fields[i], "%"):
			c.inPercent, x = true, math.Round(100*x*decimals)/decimals
		}
		counts = append(counts, x)
	}
	return counts, nil
}

const (
	many      = 12 // rows are more than a reader hears one by one
	mostNames = 26 // of rows or columns
)

// fill makes the distribution of counts.
func (c *crosstab) fill(name string, counts [][]float64) error {
	const least = 2
	for _, names := range []struct {
		kind string
		all  []string
	}{{"row", c.rows}, {"column", c.columns}} {
		if n := len(names.all); n < least || n > mostNames {
			return fmt.Errorf("%s: %s of counts, want %d to %d",
				name, data.Count(n, names.kind), least, mostNames)
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
	counts = c.aligned(counts)
	joint, err := info.NormalizeJoint(counts)
	if err != nil {
		return errors.New(name + ": all counts are 0, or they are too large")
	}
	c.Joint = joint
	c.total = floats.Sum(slices.Concat(counts...))
	switch c.sharesOf, c.whole = sharesOf(counts); {
	case c.whole != 100 || !c.areCounts():
	case c.totals == c.sharesOf:
		c.sharesOf, c.whole = "", 0
	default:
		c.notes = append(c.notes, "read as percents of each "+c.sharesOf+", as these sum to 100: for counts, add their totals")
	}
	var unsaid []string
	if c.x == "" {
		unsaid = append(unsaid, "rows")
	}
	if c.y == "" {
		unsaid = append(unsaid, "columns")
	}
	if c.isConfusion() && unsaid != nil {
		c.notes = append(c.notes, "nothing says what "+strings.Join(unsaid, " and ")+
			` are: write actual\predicted, say, at the corner of the table`)
	}
	return nil
}

// sharesOf says whether the numbers are shares of their rows or of their columns, and what each
// of these sums to, 1 or 100, within what rounding adds up to. Whole numbers that sum to 1 are
// counts.
func sharesOf(counts [][]float64) (of string, whole float64) {
	digits, most := page.DecimalsOf(slices.Concat(counts...)...), 0.05 // of the whole, by rounding
	if digits == 0 {                                                   // they may also be counts
		most = 0.03
	}
	for _, whole := range []float64{1, 100} {
		for _, lines := range []struct {
			called string
			all    [][]float64
		}{{"row", counts}, {"column", transposed(counts)}} {
			off := 0.5 * math.Pow10(-digits) * float64(len(lines.all[0]))
			off = min(most*whole, max(1e-6*whole, off))
			if (whole == 100 || digits > 0) && allSumTo(whole, off, lines.all) {
				return lines.called, whole
			}
		}
	}
	return "", 0
}

// allSumTo says whether lines sum to a number, or nearly so, two of them at least, and the others
// to 0.
func allSumTo(want, off float64, lines [][]float64) bool {
	such := 0
	for _, line := range lines {
		sum := floats.Sum(line)
		if isNear := math.Abs(sum-want) <= off; isNear {
			such++
		} else if sum != 0 {
			return false
		}
	}
	return such > 1
}
