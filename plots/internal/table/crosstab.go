package table

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"

	"crossentropy/info"
	"crossentropy/info/data"
)

// A Crosstab says how often each row came together with each column.
type Crosstab struct {
	info.Joint                           // of rows and columns
	RowVariable, ColumnVariable string   // what these are; "" where nothing says it
	RowNames, ColumnNames       []string // what each is called
	Total                       float64  // of the numbers; 1 for probabilities
	InPercent                   bool     // the numbers have percent signs
	SharesOf                    string   // "row" or "column" where the numbers of each are shares; else ""
	Whole                       float64  // what these sum to, 1 or 100
	Notes                       []string // what it lacks of the table, or has beside it
}

// IsConfusion says whether rows and columns are the same, as in a confusion matrix.
func (c Crosstab) IsConfusion() bool { return slices.Equal(c.RowNames, c.ColumnNames) }

// AreCounts says whether all numbers are whole, and not too large to tell.
func (c Crosstab) AreCounts() bool {
	for _, p := range c.Pairs().All() {
		if x := p * c.Total; math.Abs(x-math.Round(x)) > 1e-6 {
			return false
		}
	}
	return c.Total > 1 && c.Total < 1e9 && !c.InPercent
}

const mostNames = 26 // of rows or of columns

// ReadCrosstab reads counts, or shares, under the names of the columns and behind those of the
// rows, with what rows and columns are at the corner, as in actual\predicted. Or each line has a
// count behind the names of both, under a heading such as "count", or is a case, of which it has the
// names alone, of the same classes. Rows and columns are 2 to 26.
//
// A last row and a last column of totals are left out, and so is what true and predicted classes begin
// with, such as true_ and pred_. Where most names are of rows and of columns, both have the same names
// in the same order, and zeros for what the table lacks.
//
// It is an error if two have one name, if one has none, or if a count is negative or all are 0.
func ReadCrosstab(name string, r io.Reader) (Crosstab, error) {
	in := crosstabReader{sides: [2]int{0, 1}, counted: map[[2]string]float64{}}
	for row, err := range data.Rows(name, r) {
		if err == nil {
			err = in.add(row)
		}
		if err != nil {
			return Crosstab{}, err
		}
	}
	in.leaveOutTotals()
	if err := in.checkNames(name); err != nil {
		return Crosstab{}, err
	}
	if in.align(); in.areCases && !in.IsConfusion() {
		return Crosstab{}, fmt.Errorf("%s: two columns of names that are not the same: "+
			"count them first, in a third column, count", name)
	}
	return in.crosstab(name)
}

// A crosstabReader is what is known of a table from the rows that have been read.
type crosstabReader struct {
	Crosstab
	counted  map[[2]string]float64 // under the names of rows and columns
	before   [2]string             // what stood before these, and is cut
	names    int                   // the column of the names of rows; -1 where they stand before the others
	isLong   bool                  // each line has a name of both sides
	areCases bool                  // and no count
	sides    [2]int                // where the names of both stand in each line
	totalled []string              // "row" or "column" where the table has totals of each
}

// add reads a row.
func (in *crosstabReader) add(row data.Row) error {
	if in.ColumnNames == nil {
		if areNames, err := in.begin(row); areNames || err != nil {
			return err
		}
	}
	if in.isLong {
		return in.addPair(row)
	}
	called, numbers := strings.Clone(row.Field(in.names)), row.Fields[in.names+1:]
	if in.RowNames == nil && strings.Join(numbers, "") == "" { // as pandas names both sides
		in.RowVariable, in.ColumnVariable = called, in.RowVariable
		return nil
	}
	in.RowNames = append(in.RowNames, called)
	for k, column := range in.ColumnNames {
		count, err := in.count(row, in.names+1+k)
		if err != nil {
			return err
		}
		in.counted[[2]string{called, column}] = count
	}
	return nil
}

// begin finds out by the first row how the table is laid out, and says whether this row is the names
// of the columns, which are numbers then.
func (in *crosstabReader) begin(row data.Row) (areNames bool, err error) {
	isNumber := func(column int) bool {
		_, err := row.Number(column)
		return err == nil
	}
	headings := row.Headings
	switch {
	case isLong(row), in.findCases(row):
		in.isLong = true
		in.RowVariable, in.ColumnVariable = headings[in.sides[0]], headings[in.sides[1]]
		in.ColumnNames = []string{}
		return false, nil
	case headings == nil && isNumber(0):
		return false, row.Errorf(0, ", want names in the first line and column, "+
			"and at their corner a word or nothing")
	case headings == nil:
		headings = slices.Clone(row.Fields)
		if len(headings) > 2 && headings[0] == "" && !isNumber(1) && isNumber(2) {
			in.names = 1 // behind an index, as the other headings are numbers
		}
	case row.Name != "" && (row.Name != "0" || isNumber(0)): // and no index
		in.names = -1
	}
	if in.names >= 0 {
		x, y := headings[in.names], ""
		if at := strings.IndexAny(x, `\/`); at >= 0 { // as in actual\predicted
			x, y = x[:at], strings.TrimLeft(x[at:], `\/`)
		}
		in.RowVariable, in.ColumnVariable = strings.TrimSpace(x), strings.TrimSpace(y)
	}
	in.ColumnNames = headings[in.names+1:]
	return row.Headings == nil, nil
}

// count reads the count in a column, or the number before a percent sign.
func (in *crosstabReader) count(row data.Row, column int) (float64, error) {
	const decimals = 1e9 // that are told from rounding
	x, err := row.Number(column)
	switch {
	case err != nil && column == 1 && len(row.Headings) == 3: // the second name before a count
		return 0, fmt.Errorf("%w; or, where two names stand before it, count above the last column; "+
			"or true and pred above those two", err)
	case err != nil:
		return 0, err
	case x < 0:
		return 0, row.Errorf(column, ", want a count, 0 or more")
	case strings.HasSuffix(row.Fields[column], "%"):
		in.InPercent, x = true, math.Round(100*x*decimals)/decimals
	}
	return x, nil
}

// counts returns the counts in rows and columns, with zeros for what the table lacks.
func (in *crosstabReader) counts() (all [][]float64) {
	for _, x := range in.RowNames {
		var row []float64
		for _, y := range in.ColumnNames {
			row = append(row, in.counted[[2]string{in.before[0] + x, in.before[1] + y}])
		}
		all = append(all, row)
	}
	return all
}

// leaveOutTotals leaves out a last row and a last column that are totals of the others, by their names
// and numbers. Where rows are shares, the last of them may be the shares of all.
func (in *crosstabReader) leaveOutTotals() {
	counts := in.counts()
	of, _ := sharesOf(counts)
	areTotals := func(names []string, lines [][]float64, shares string) bool {
		last := len(names) - 1
		return last >= 2 && isTotalName(names[last]) && (of == shares || isTotal(last, names, lines))
	}
	inRow := areTotals(in.RowNames, transposed(counts), "row")
	inColumn := areTotals(in.ColumnNames, counts, "column")
	var totals []string
	var out [2]string // their names, of which counts are forgotten
	if last := len(in.RowNames) - 1; inRow {
		out[0], in.RowNames = in.RowNames[last], in.RowNames[:last]
		totals, in.totalled = append(totals, "row "+out[0]), append(in.totalled, "column")
	}
	if last := len(in.ColumnNames) - 1; inColumn {
		out[1], in.ColumnNames = in.ColumnNames[last], in.ColumnNames[:last]
		totals, in.totalled = append(totals, "column "+out[1]), append(in.totalled, "row")
	}
	maps.DeleteFunc(in.counted, func(names [2]string, _ float64) bool { return names[0] == out[0] || names[1] == out[1] })
	in.note("left out as totals: ", totals)
}

// note notes something of rows and columns, where there are any.
func (in *crosstabReader) note(says string, of []string) {
	if len(of) > 0 {
		in.Notes = append(in.Notes, says+strings.Join(of, ", "))
	}
}

// checkNames checks that rows and columns are as many as can be drawn, each with a name of its own.
func (in *crosstabReader) checkNames(file string) error {
	const least = 2
	for i, names := range [][]string{in.RowNames, in.ColumnNames} {
		kind := []string{"row", "column"}[i]
		if n := len(names); n < least || n > mostNames {
			return fmt.Errorf("%s: %s of counts, want %d to %d", file, data.Count(n, kind), least, mostNames)
		}
		for i, s := range names {
			switch first := slices.Index(names, s); {
			case s == "":
				return fmt.Errorf("%s: %s %d has no name", file, kind, i+1)
			case first < i:
				return fmt.Errorf("%s: %ss %d and %d are both called %q", file, kind, first+1, i+1, s)
			}
		}
	}
	return nil
}

// align gives rows and columns the same names, where more than half are on both sides: those of the
// rows, and then those that only columns have. What one side lacks has zeros.
func (in *crosstabReader) align() {
	in.cutPrefixes()
	names := slices.Clone(in.RowNames)
	var lacking []string
	for _, name := range in.ColumnNames {
		if !slices.Contains(names, name) {
			names, lacking = append(names, name), append(lacking, "row "+name)
		}
	}
	all := len(names)
	if shared := len(in.RowNames) + len(in.ColumnNames) - all; 2*shared <= all || all > mostNames {
		if shared > 0 {
			in.Notes = append(in.Notes, fmt.Sprintf("the bars, and no confusion matrix, "+
				"as %d of %d names are both a row and a column", shared, all))
		}
		return
	}
	for _, name := range in.RowNames {
		if !slices.Contains(in.ColumnNames, name) {
			lacking = append(lacking, "column "+name)
		}
	}
	in.note("zeros for what the table lacks: ", lacking)
	if in.areCases {
		slices.SortFunc(names, inOrder)
	}
	in.RowNames, in.ColumnNames = names, names
}

// prefix is what names of true and predicted classes may begin with, before the class.
var prefix = regexp.MustCompile(`(?i)^(true|actual|predicted|pred)([_.:-] ?| )`)

// cutPrefixes leaves out such a prefix that all names of a side begin with, and those of the other side
// do not, and learns from it what rows or columns are.
func (in *crosstabReader) cutPrefixes() {
	x, y := prefixOf(in.RowNames), prefixOf(in.ColumnNames)
	if x == y {
		return
	}
	in.before = [2]string{x, y}
	for i := range in.RowNames {
		in.RowNames[i] = in.RowNames[i][len(x):]
	}
	for k := range in.ColumnNames {
		in.ColumnNames[k] = in.ColumnNames[k][len(y):]
	}
	in.RowVariable = cmp.Or(in.RowVariable, prefix.ReplaceAllString(x, "$1"))
	in.ColumnVariable = cmp.Or(in.ColumnVariable, prefix.ReplaceAllString(y, "$1"))
}

// prefixOf returns the prefix that all of some names begin with, before something else; "" for none.
func prefixOf(names []string) string {
	first := prefix.FindString(names[0])
	lacks := func(name string) bool { return name == first || !strings.HasPrefix(name, first) }
	if slices.ContainsFunc(names, lacks) {
		return ""
	}
	return first
}

// crosstab makes the distribution of the counts.
func (in *crosstabReader) crosstab(name string) (Crosstab, error) {
	c := in.Crosstab
	counts := in.counts()
	joint, err := info.NormalizeJoint(counts)
	if err != nil {
		return c, errors.New(name + ": all counts are 0, or they are too large")
	}
	c.Joint, c.Total = joint, floats.Sum(slices.Concat(counts...))
	switch c.SharesOf, c.Whole = sharesOf(counts); {
	case c.Whole != 100 || !c.AreCounts():
	case slices.Contains(in.totalled, c.SharesOf):
		c.SharesOf, c.Whole = "", 0
	default:
		c.Notes = append(c.Notes, "read as percents of each "+c.SharesOf+
			", as these sum to 100: for counts, add their totals")
	}
	for _, variable := range []*string{&c.RowVariable, &c.ColumnVariable} {
		if slices.Contains([]string{"Var1", "Var2", "row_0", "col_0"}, *variable) { // as R and pandas call them
			*variable = ""
		}
	}
	if unsaid := c.unsaid(); c.IsConfusion() && unsaid != "" {
		x, y := c.RowVariable, c.ColumnVariable
		c.RowVariable, c.ColumnVariable = cmp.Or(x, opposite(y)), cmp.Or(y, opposite(x))
		if guess := opposite(x + y); guess != "" {
			c.Notes = append(c.Notes, fmt.Sprintf("the %s are taken for the %s classes, beside %q", unsaid, guess, x+y))
		} else {
			c.Notes = append(c.Notes, "nothing says what the "+unsaid+" are: "+
				`write actual\predicted, say, at the corner, or actual and predicted above two columns of names`)
		}
	}
	return c, nil
}

var (
	actual    = regexp.MustCompile(`^(y_)?(true|actual|truth|reference|obs(erved)?|gold)(_?(label|class))?(e?s)?$`)
	predicted = regexp.MustCompile(`^(y_)?(hat|pred(icted|iction)?)(_?(label|class))?(e?s)?$`)
)

// opposite returns what the columns of a confusion matrix are where only the rows have a name, as in a
// crosstab that pandas saved, or the other way round; "" where that name does not tell.
func opposite(variable string) string {
	switch name := data.NameOf(variable); {
	case predicted.MatchString(name):
		return "actual"
	case actual.MatchString(name):
		return "predicted"
	}
	return ""
}

// unsaid is of what nothing says what they are: "rows", "columns", "rows and columns", or "".
func (c Crosstab) unsaid() string {
	switch {
	case c.RowVariable == "" && c.ColumnVariable == "":
		return "rows and columns"
	case c.RowVariable == "":
		return "rows"
	case c.ColumnVariable == "":
		return "columns"
	}
	return ""
}
