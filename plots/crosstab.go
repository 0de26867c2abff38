package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"gonum.org/v1/gonum/stat/distuv"
	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// A crosstab is a table of counts, or of probabilities, as it is drawn.
type crosstab struct {
	table.Crosstab
	row, column string // as in "the row tells"
	decimals    int    // of the percents of a confusion matrix that are on its diagonal
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
	f.draw = func(pg *page.Page, ex example) { c.with(ex).draw(pg) }
	f.fit = func(pg *page.Page, _ example) vg.Length { return c.height(pg) }
	return f, nil
}

func readCrosstab(name string, r io.Reader) (crosstab, error) {
	in, err := table.ReadCrosstab(name, r)
	c := crosstab{Crosstab: in, row: "the row", column: "the column"}
	if err != nil || !c.IsConfusion() {
		return c, err
	}
	var shares []float64
	for i, row := range c.Rows() {
		for _, of := range []float64{c.X().P(i), c.Y().P(i)} {
			if of > 0 {
				shares = append(shares, row[i]/of)
			}
		}
	}
	c.decimals = percentDecimals(shares...)
	return c, nil
}

// measure says what the number of a cell is.
func (c crosstab) measure() string {
	isTotal := func(x float64) bool { return math.Abs(c.Total-x) < 1e-6*x }
	switch {
	case c.SharesOf != "" && c.Whole == 1:
		return "share of its " + c.SharesOf
	case c.SharesOf != "":
		return "percent of its " + c.SharesOf
	case c.AreCounts():
		return "number of cases"
	case isTotal(1) && c.IsConfusion():
		return "share of all cases"
	case isTotal(1):
		return "probability"
	case isTotal(100):
		return "percent of all cases"
	}
	return "amount"
}

// finding is the title: in a table of the same rows and columns how often they agree, and
// else what they tell about each other.
func (c crosstab) finding() string {
	switch i := c.MutualInformation(); {
	case c.IsConfusion():
		return c.agreeing()
	case i < 1e-12: // of rounding
		return "Row and column tell nothing about each other"
	case c.SharesOf != "":
		return fmt.Sprintf("Were all %ss equally likely, row and column would tell %s about each other",
			c.SharesOf, c.brief(i))
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
		Replace(percentTo(percentDecimals(c.agreement()), c.agreement())) + " percent"
	sides := side(c.RowVariable) + " and " + side(c.ColumnVariable)
	if c.RowVariable == "" || c.ColumnVariable == "" {
		sides = "the row and the column"
	}
	all, some, none := "all cases", "all cases", "no case"
	if n := c.amount(1); c.AreCounts() && c.SharesOf == "" {
		all, some, none = "all "+n+" cases", n+" cases", "none of "+n+" cases"
	}
	switch {
	case percent == "100 percent":
		return fmt.Sprintf("In %s, %s are the same class", all, sides)
	case percent == "0 percent":
		return fmt.Sprintf("In %s are %s the same class", none, sides)
	case c.SharesOf != "":
		return fmt.Sprintf("On average over %ss, %s are the same class in %s", c.SharesOf, sides, percent)
	}
	return fmt.Sprintf("In %s of %s, %s are the same class", percent, some, sides)
}

// What classes that are the true and the predicted ones are headed, without capitals.
var (
	actual    = regexp.MustCompile(`^(y_)?(true|actual|obs)_?(label|class)?(e?s)?$`)
	predicted = regexp.MustCompile(`^(y_)?(hat|pred(icted|iction)?)_?(label|class)?(e?s)?$`)
)

// side returns what rows or columns are, as the title and the caption write it.
func side(variable string) string {
	switch name := data.NameOf(variable); {
	case slices.Contains([]string{"reference", "truth", "observed", "forecast", "prediction"}, name): // without its capital
		return name
	case actual.MatchString(name):
		return "actual"
	case predicted.MatchString(name):
		return "predicted"
	}
	return page.Literal(variable)
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
// Source: Wilks 1938.
func (c crosstab) mayBeLuck() bool {
	if !c.AreCounts() || c.SharesOf != "" {
		return false
	}
	freedom := float64((outcomesOf(c.X()) - 1) * (outcomesOf(c.Y()) - 1))
	g := 2 * c.Total * float64(c.MutualInformation().Nats())
	return distuv.ChiSquared{K: freedom}.Survival(g) > 0.05
}

func (c crosstab) alt() string {
	inAll, likely := fmt.Sprintf(", %s in all", c.amount(1)), ""
	if c.SharesOf != "" {
		inAll, likely = "", fmt.Sprintf("All %ss are taken to be equally likely. ", c.SharesOf)
	}
	table := fmt.Sprintf("able of each row and column, with the %s in each cell%s. %s.",
		c.measure(), inAll, c.list())
	if c.IsConfusion() {
		return fmt.Sprintf("A confusion matrix: a t%s %s.", table, page.PlainText(c.agreeing()))
	}
	return fmt.Sprintf("Two bars and, above them, a t%s %sThe upper bar is what %s tells, H(X) = %v, "+
		"and the lower one what %s tells, H(Y) = %v. They overlap by the mutual information, I(X; Y) = %v. "+
		"Besides it there are H(X|Y) = %v and H(Y|X) = %v. Together they tell H(X, Y) = %v.", table, likely,
		c.row, c.write(info.Entropy(c.X())), c.column, c.write(info.Entropy(c.Y())), c.write(c.MutualInformation()),
		c.write(entropyXGivenY(c.Joint)), c.write(c.EntropyYGivenX()), c.write(c.Joint.Entropy()))
}

// many rows are more than a reader hears one by one.
const many = 12

// list says what is in each row, or of many columns in the fullest.
func (c crosstab) list() string {
	const few = 3
	says := "By rows: "
	var each []string
	for i, row := range c.Rows() {
		columns := make([]int, len(row))
		for j := range row {
			columns[j] = j
		}
		if len(row) > many {
			slices.SortStableFunc(columns, func(j, k int) int { return cmp.Compare(row[k], row[j]) })
			columns, says = columns[:few], "The largest, by rows: "
		}
		var cells []string
		for _, j := range columns {
			cells = append(cells, c.ColumnNames[j]+" "+c.amount(row[j]))
		}
		each = append(each, c.RowNames[i]+": "+strings.Join(cells, ", "))
	}
	return says + strings.Join(each, "; ")
}

// amount writes what a probability is of the total: a count, or to four digits.
func (c crosstab) amount(p float64) string {
	if c.AreCounts() {
		return page.Whole(int(math.Round(p * c.Total)))
	}
	return page.Number(p * c.Total)
}
