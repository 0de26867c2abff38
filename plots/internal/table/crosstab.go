package table

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
// A last row and a last column of totals are left out. Where most names are of rows and of columns,
// but for true_ and pred_ before them, say, both have the same names in the same order, and zeros
// for what the table lacks.
//
// It is an error if two have one name, if one has none, or if a count is negative or all are 0.
func ReadCrosstab(name string, r io.Reader) (Crosstab, error) {
	in := crosstabReader{sides: [2]int{0, 1}}
	for row, err := range data.Rows(name, r) {
		if err == nil {
			err = in.add(row)
		}
		if err != nil {
			return Crosstab{}, err
		}
	}
	if in.areCases {
		slices.SortFunc(in.RowNames, inOrder)
		slices.SortFunc(in.ColumnNames, inOrder)
	}
	if in.pairs != nil {
		in.arrangePairs()
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
	counts   [][]float64
	names    int                   // the column of the names of rows; -1 where they stand before the others
	pairs    map[[2]string]float64 // the counts of a table with a line for each; nil for another
	isLong   bool                  // each line has a name of both sides
	areCases bool                  // and no count
	sides    [2]int                // where the names of both stand in each line
	totals   string                // "row" or "column" where the table has totals of each; "" for none
}

// add reads a row.
func (in *crosstabReader) add(row data.Row) error {
	if in.ColumnNames == nil {
		if areNames, err := in.begin(row); areNames || err != nil {
			return err
		}
	}
	if in.pairs != nil {
		return in.addPair(row)
	}
	called, numbers := strings.Clone(row.Field(in.names)), row.Fields[in.names+1:]
	if in.RowNames == nil && strings.Join(numbers, "") == "" { // as pandas names both sides
		in.RowVariable, in.ColumnVariable = called, in.RowVariable
		return nil
	}
	counts, err := in.countsOf(row, in.names+1)
	in.RowNames, in.counts = append(in.RowNames, called), append(in.counts, counts)
	return err
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
		unnamed := []string{"Var1 Var2", "row_0 col_0"}
		if slices.Contains(unnamed, in.RowVariable+" "+in.ColumnVariable) {
			in.RowVariable, in.ColumnVariable = "", "" // as R and pandas call them
		}
		in.pairs, in.ColumnNames = map[[2]string]float64{}, []string{}
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

// countsOf reads the counts of a row, or the numbers before percent signs, from a column on.
func (in *crosstabReader) countsOf(row data.Row, first int) (counts []float64, err error) {
	const decimals = 1e9 // that are told from rounding
	for i := first; i < len(row.Fields); i++ {
		x, err := row.Number(i)
		switch {
		case err != nil && i == 1 && len(row.Headings) == 3: // the second name before a count
			return nil, fmt.Errorf("%w; or, where two names stand before it, count above the last column; or true and pred above those two", err)
		case err != nil:
			return nil, err
		case x < 0:
			return nil, row.Errorf(i, ", want a count, 0 or more")
		case strings.HasSuffix(row.Fields[i], "%"):
			in.InPercent, x = true, math.Round(100*x*decimals)/decimals
		}
		counts = append(counts, x)
	}
	return counts, nil
}

// leaveOutTotals leaves out a last column and a last row that are totals of the others, by their names
// and numbers. Where rows are shares, the last of them may be the shares of all.
func (in *crosstabReader) leaveOutTotals() {
	of, _ := sharesOf(in.counts)
	areTotals := func(names []string, lines [][]float64, shares string) bool {
		last := len(names) - 1
		return last >= 2 && isTotalName(names[last]) && (of == shares || isTotal(last, names, lines))
	}
	inRow := areTotals(in.RowNames, transposed(in.counts), "row")
	inColumn := areTotals(in.ColumnNames, in.counts, "column")
	var totals []string
	if last := len(in.RowNames) - 1; inRow {
		totals, in.totals = append(totals, "row "+in.RowNames[last]), "column"
		in.RowNames, in.counts = in.RowNames[:last], in.counts[:last]
	}
	if last := len(in.ColumnNames) - 1; inColumn {
		totals, in.totals = append(totals, "column "+in.ColumnNames[last]), "row"
		in.ColumnNames = in.ColumnNames[:last]
		for i := range in.counts {
			in.counts[i] = in.counts[i][:last]
		}
	}
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

// align gives rows and columns the same names, in the order of the rows, and zeros for those that one
// side lacks, where most names are on both sides.
func (in *crosstabReader) align() {
	in.renameFromR()
	in.cutPrefixes()
	names, shared := merged(in.RowNames, in.ColumnNames)
	if all := len(names); 2*shared <= all || all > mostNames {
		if shared > 0 {
			in.Notes = append(in.Notes, fmt.Sprintf("the bars, and no confusion matrix, "+
				"as %d of %d names are both a row and a column", shared, all))
		}
		return
	}
	var lacking []string
	for _, name := range names {
		if !slices.Contains(in.RowNames, name) {
			lacking = append(lacking, "row "+name)
		}
		if !slices.Contains(in.ColumnNames, name) {
			lacking = append(lacking, "column "+name)
		}
	}
	in.note("zeros for what the table lacks: ", lacking)
	in.pairs = map[[2]string]float64{}
	for i, x := range in.RowNames {
		for k, y := range in.ColumnNames {
			in.pairs[[2]string{x, y}] = in.counts[i][k]
		}
	}
	in.RowNames, in.ColumnNames = names, names
	in.arrangePairs()
}

// merged returns the names of rows, and each other name of a column behind the one before it, and says
// how many are on both sides.
func merged(rows, columns []string) (names []string, shared int) {
	names = slices.Clone(rows)
	at := 0
	for _, column := range columns {
		if i := slices.Index(names, column); i >= 0 {
			at, shared = i, shared+1
		} else {
			at = min(at+1, len(names))
			names = slices.Insert(names, at, column)
		}
	}
	return names, shared
}

// cutPrefixes leaves out what stands before all names of a side, such as true_ and pred_, where most
// of the rest are on both sides, and learns from it what rows and columns are.
func (in *crosstabReader) cutPrefixes() {
	const either = "true or predicted" // of a side that has none
	for _, x := range prefixes(in.RowNames) {
		for _, y := range prefixes(in.ColumnNames) {
			rows, columns := withoutPrefix(in.RowNames, x), withoutPrefix(in.ColumnNames, y)
			switch names, shared := merged(rows, columns); {
			case 2*shared <= len(names):
				continue
			case x+y == "":
			case areTrueAndPredicted(cmp.Or(x, either), cmp.Or(y, either)):
				in.RowNames, in.ColumnNames = rows, columns
				in.RowVariable = cmp.Or(in.RowVariable, strings.TrimRight(x, betweenWords))
				in.ColumnVariable = cmp.Or(in.ColumnVariable, strings.TrimRight(y, betweenWords))
			default:
				begins := slices.DeleteFunc([]string{x, y}, func(s string) bool { return s == "" })
				in.note("the bars, and no confusion matrix, unless you leave out what names begin with: ", begins)
			}
			return
		}
	}
}

// betweenWords stand between the words of a name.
const betweenWords = "_ .:=-"

// prefixes are what all of some names begin with, before another word: nothing at least.
func prefixes(names []string) []string {
	all := []string{""}
	for i, c := range names[0] {
		prefix := names[0][:i+1]
		lacks := func(name string) bool {
			word, found := strings.CutPrefix(name, prefix)
			return !found || word == "" || strings.ContainsAny(word[:1], betweenWords)
		}
		if strings.ContainsRune(betweenWords, c) && !slices.ContainsFunc(names, lacks) {
			all = append(all, prefix)
		}
	}
	return all
}

func withoutPrefix(names []string, prefix string) (all []string) {
	for _, name := range names {
		all = append(all, strings.TrimPrefix(name, prefix))
	}
	return all
}

// renameFromR gives columns the names of rows that R has changed.
func (in *crosstabReader) renameFromR() {
	for k, column := range in.ColumnNames {
		inR := func(row string) bool {
			return nameInR(row) == column && !slices.Contains(in.ColumnNames, row)
		}
		if i := slices.IndexFunc(in.RowNames, inR); i >= 0 {
			in.ColumnNames[k] = in.RowNames[i]
		}
	}
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

// crosstab makes the distribution of the counts.
func (in *crosstabReader) crosstab(name string) (Crosstab, error) {
	c := in.Crosstab
	joint, err := info.NormalizeJoint(in.counts)
	if err != nil {
		return c, errors.New(name + ": all counts are 0, or they are too large")
	}
	c.Joint, c.Total = joint, floats.Sum(slices.Concat(in.counts...))
	switch c.SharesOf, c.Whole = sharesOf(in.counts); {
	case c.Whole != 100 || !c.AreCounts():
	case in.totals == c.SharesOf:
		c.SharesOf, c.Whole = "", 0
	default:
		c.Notes = append(c.Notes, "read as percents of each "+c.SharesOf+
			", as these sum to 100: for counts, add their totals")
	}
	var unsaid []string
	if c.RowVariable == "" {
		unsaid = append(unsaid, "rows")
	}
	if c.ColumnVariable == "" {
		unsaid = append(unsaid, "columns")
	}
	if c.IsConfusion() && unsaid != nil {
		write := `write actual\predicted, say, at the corner of the table`
		if in.isLong {
			write = "head their columns actual and predicted, say"
		}
		c.Notes = append(c.Notes, "nothing says what "+strings.Join(unsaid, " and ")+" are: "+write)
	}
	return c, nil
}
