package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat/distuv"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// A crosstab says how often each row of a table came together with each column.
type crosstab struct {
	info.Joint
	x, y          string    // what rows and columns are; "" for no more than that
	totals        []string  // names of rows and columns of totals, which are left out
	rows, columns []string  // what they are called, without markup
	total         float64   // of the counts; 1 for probabilities
	inPercent     bool      // they have percent signs
	sharesOf      string    // "row" or "column" where each sums to 1 or 100; else ""
	whole         float64   // that sum
	leastNames    vg.Length // for the names of rows
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
	f.finds = func(ex example) string { return c.with(ex).finding() }
	f.alt = func(ex example) string { return c.with(ex).alt() }
	f.draw = func(pg *page.Page, ex example) {
		c.with(ex).draw(pg)
		for i, p := range c.Pairs().All() {
			n := len(c.columns)
			pg.Record("row", c.rows[i/n], "column", c.columns[i%n], "count", p*c.total)
		}
		if len(c.totals) > 0 {
			pg.NotDrawn("left out as totals: " + strings.Join(c.totals, ", "))
		}
	}
	f.fit = func(pg *page.Page, _ example) vg.Length { return c.height(pg) }
	return f, nil
}

// measure says what the number of a cell is.
func (c crosstab) measure() string {
	isTotal := func(x float64) bool { return math.Abs(c.total-x) < 1e-6*x }
	switch {
	case c.sharesOf != "" && c.whole == 1:
		return "share of its " + c.sharesOf
	case c.sharesOf != "":
		return "percent of its " + c.sharesOf
	case c.areCounts():
		return "number of cases"
	case isTotal(1):
		return "share of all cases"
	case isTotal(100):
		return "percent of all cases"
	}
	return "amount"
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
				return c, row.Errorf(0, ", want names in the first line and column, "+
					"and at their corner a word or nothing")
			}
			c.nameSides(row.Fields[0])
			c.columns = slices.Clone(row.Fields[1:])
			continue
		}
		if c.columns == nil {
			c.columns = slices.Clone(row.Headings[first:])
			if first > 0 {
				c.nameSides(row.Headings[0])
			}
		}
		line, err := c.countsOf(row, first)
		if err != nil {
			return c, err
		}
		c.rows, counts = append(c.rows, strings.Clone(called)), append(counts, line)
	}
	return c, c.fill(name, c.withoutTotals(counts))
}

// nameSides names rows and columns by the heading over the names of the rows, as in
// actual\predicted.
func (c *crosstab) nameSides(corner string) {
	at := max(strings.IndexAny(corner, `\/`), 0)
	if at == 0 {
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
		if last < 2 || !slices.Contains(totalNames, strings.ToLower(names[last])) {
			return false
		}
		of, _ := sharesOf(counts)
		return of == shares || !slices.ContainsFunc(lines, func(line []float64) bool {
			sum := floats.Sum(line[:last])
			return math.Abs(sum-line[last]) > 1e-6*sum
		})
	}
	inRow, inColumn := areTotals(c.rows, transposed(counts), "row"), areTotals(c.columns, counts, "column")
	if last := len(c.rows) - 1; inRow {
		c.totals = append(c.totals, "row "+c.rows[last])
		c.rows, counts = c.rows[:last], counts[:last]
	}
	if last := len(c.columns) - 1; inColumn {
		c.totals = append(c.totals, "column "+c.columns[last])
		c.columns = c.columns[:last]
		for i := range counts {
			counts[i] = counts[i][:last]
		}
	}
	return counts
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

// totalNames are what totals are called by pandas and R, and by people.
var totalNames = []string{"all", "sum", "total", "totals", "in all", "gesamt", "summe", "σ"}

// countsOf reads the counts of a row, or the numbers before percent signs, from a column on.
func (c *crosstab) countsOf(row data.Row, first int) (counts []float64, err error) {
	const decimals = 1e9 // that are told from rounding
	for i := first; i < len(row.Fields); i++ {
		x, err := row.Number(i)
		switch {
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

// many rows are more than a reader hears one by one.
const many = 12

// fill makes the distribution of counts.
func (c *crosstab) fill(name string, counts [][]float64) error {
	const least, most = 2, 26
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
	c.total = floats.Sum(slices.Concat(counts...))
	c.sharesOf, c.whole = sharesOf(counts)
	return nil
}

// sharesOf says whether the numbers are shares of their rows or of their columns, and what each
// of these sums to, 1 or 100, within what rounding adds up to. Whole numbers that sum to 1 are
// counts.
func sharesOf(counts [][]float64) (of string, whole float64) {
	digits, most := 0, 0.05 // of the whole, is what rounding adds up to
	for _, x := range slices.Concat(counts...) {
		digits = max(digits, page.DecimalsOf(x))
	}
	if digits == 0 { // they may also be counts
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

// finding is the title: in a table of the same rows and columns how often they agree, and
// else what they tell about each other.
func (c crosstab) finding() string {
	switch i := c.MutualInformation(); {
	case c.isConfusion():
		return c.agreeing()
	case i < 1e-12: // of rounding
		return "Row and column tell nothing about each other"
	case c.sharesOf != "":
		return fmt.Sprintf("Were all %ss equally likely, row and column would tell %s about each other",
			c.sharesOf, c.brief(i))
	case c.mayBeLuck():
		return "Row and column tell no more about each other than luck explains"
	default:
		return fmt.Sprintf("The row tells %s about the column, and the column about the row", c.brief(i))
	}
}

// agreeing says how often row and column are the same: of all cases, or where the numbers are
// shares of rows, say, and do not tell how many cases are in each, on average over these.
func (c crosstab) agreeing() string {
	percent := strings.NewReplacer(">", "more than ", "<", "less than ").
		Replace(wholePercent(c.agreement())) + " percent"
	named := c.x != "" && c.y != ""
	switch sides := page.Literal(c.x + " and " + c.y); {
	case percent == "100 percent" && named:
		return fmt.Sprintf("In all cases, %s are the same class", sides)
	case percent == "100 percent":
		return "All cases are on the diagonal"
	case percent == "0 percent" && named:
		return fmt.Sprintf("In no case are %s the same class", sides)
	case percent == "0 percent":
		return "No case is on the diagonal"
	case !named && c.sharesOf != "":
		return fmt.Sprintf("On average over %ss, %s are on the diagonal", c.sharesOf, percent)
	case !named:
		return strings.ToUpper(percent[:1]) + percent[1:] + " of all cases are on the diagonal"
	case c.sharesOf != "":
		return fmt.Sprintf("On average over %ss, %s are the same class in %s", c.sharesOf, sides, percent)
	default:
		return fmt.Sprintf("In %s of all cases, %s are the same class", percent, sides)
	}
}

// isConfusion says whether rows and columns are the same, as in a confusion matrix.
func (c crosstab) isConfusion() bool { return slices.Equal(c.rows, c.columns) }

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
// Source: Wilks 1938.
func (c crosstab) mayBeLuck() bool {
	if !c.areCounts() || c.sharesOf != "" {
		return false
	}
	occurring := func(p info.Distribution) float64 {
		isPossible := func(p float64) bool { return p > 0 }
		return float64(floats.Count(isPossible, p.Probabilities()))
	}
	freedom := (occurring(c.X()) - 1) * (occurring(c.Y()) - 1)
	g := 2 * c.total * float64(c.MutualInformation().Nats())
	return distuv.ChiSquared{K: freedom}.Survival(g) > 0.05
}

// areCounts says whether all numbers of the table are whole, and not too large to tell.
func (c crosstab) areCounts() bool {
	for _, p := range c.Pairs().All() {
		if x := p * c.total; math.Abs(x-math.Round(x)) > 1e-6 {
			return false
		}
	}
	return c.total > 1 && c.total < 1e9 && !c.inPercent
}

func (c crosstab) alt() string {
	var each []string
	byRows := "By rows"
	for i, row := range c.Rows() {
		columns := make([]int, len(row))
		for j := range row {
			columns[j] = j
		}
		if len(row) > many {
			const few = 3
			slices.SortStableFunc(columns, func(j, k int) int { return cmp.Compare(row[k], row[j]) })
			columns, byRows = columns[:few], "The largest, by rows"
		}
		var cells []string
		for _, j := range columns {
			cells = append(cells, c.columns[j]+" "+c.amount(row[j]))
		}
		each = append(each, c.rows[i]+": "+strings.Join(cells, ", "))
	}
	inAll := ""
	if c.sharesOf == "" {
		inAll = fmt.Sprintf(", %s in all", c.amount(1))
	}
	table := fmt.Sprintf("able of each row and column, with the %s in each cell%s. %s: %s.",
		c.measure(), inAll, byRows, strings.Join(each, "; "))
	if c.isConfusion() {
		return fmt.Sprintf("A confusion matrix: a t%s %s.", table, page.PlainText(c.agreeing()))
	}
	likely := ""
	if c.sharesOf != "" {
		likely = fmt.Sprintf("Were all %ss equally likely: ", c.sharesOf)
	}
	return fmt.Sprintf("Two bars and, above them, a t%s %sThe upper bar is what the row tells, "+
		"H(X) = %v, and the lower one what the column tells, H(Y) = %v. They overlap by the mutual information, I(X; Y) = %v. "+
		"Together they tell H(X, Y) = %v.", table, likely,
		c.write(info.Entropy(c.X())), c.write(info.Entropy(c.Y())), c.write(c.MutualInformation()),
		c.write(c.Joint.Entropy()))
}

// amount writes what a probability is of the total: a count, or to four digits.
func (c crosstab) amount(p float64) string {
	if c.areCounts() {
		return page.Whole(int(math.Round(p * c.total)))
	}
	return page.Number(p * c.total)
}
