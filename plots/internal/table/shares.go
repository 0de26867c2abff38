package table

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/gonum/floats"

	"crossentropy/info"
	"crossentropy/info/data"
)

// Shares are distributions of the same outcomes, whose names are the first column.
type Shares struct {
	Names         []string
	Heading       string              // of the names, where it is another than "name"; else ""
	Distributions []info.Distribution // in the order in which their columns were asked for
	Notes         []string            // what is left out, rescaled, or taken by its place
}

// ReadShares reads a name a line, each once, and what it has in the columns of these headings: a
// probability, or a count, which is a whole number and to which it adds a number. Probabilities that
// do not sum to 1 by rounding are rescaled. A row of totals is left out.
//
// It is an error if a number is negative, if all are 0, or if probabilities do not sum to 1.
func ReadShares(name string, r io.Reader, added float64, headings ...string) (s Shares, err error) {
	weights := make([][]float64, len(headings))
	lines := map[string]int{} // of the names
	var columns []int         // of the name, and of the headings
	for row, err := range data.Rows(name, r) {
		if err == nil && columns == nil {
			columns, err = s.columns(row, headings)
		}
		if err != nil {
			return s, err
		}
		called, err := nameOf(row, columns[0], lines)
		if err != nil {
			return s, err
		}
		s.Names = append(s.Names, called)
		for i, column := range columns[1:] {
			x, err := row.Share(column)
			if err == nil && x < 0 {
				err = row.Errorf(column, ", want 0 or more")
			}
			if err != nil {
				return s, err
			}
			weights[i] = append(weights[i], x)
		}
	}
	if len(s.Names) == 0 {
		return s, fmt.Errorf("%s: no lines of name,%s", name, strings.Join(headings, ","))
	}
	s.leaveOutTotal(weights)
	for i, heading := range headings {
		d, says, err := distributionOf(weights[i], added)
		if err != nil {
			return s, fmt.Errorf("%s: column %s %w", name, heading, err)
		}
		if s.Distributions = append(s.Distributions, d); says != "" {
			s.Notes = append(s.Notes, "column "+heading+" "+says)
		}
	}
	return s, nil
}

// NameHeadings are what the column of names may be called, if it is not the first.
var NameHeadings = [][]string{{
	"name", "outcome", "event", "word", "letter", "symbol", "class", "category", "species", "ereignis",
	"wort", "buchstabe", "klasse", "kategorie",
}}

// columns returns where the names are, in the first column or before the rows where nothing is headed so,
// and what is headed by these headings. It learns what names are called, and notes which columns have
// other headings, where several are wanted.
func (s *Shares) columns(row data.Row, headings []string) (columns []int, err error) {
	wanted := slices.Clone(NameHeadings)
	for _, heading := range headings {
		wanted = append(wanted, []string{heading})
	}
	columns, err = row.Columns(wanted...)
	first := 0
	if row.Name != "" {
		first = -1
	}
	if numbers, unheaded := row.Columns(wanted[1:]...); err != nil && unheaded == nil && !slices.Contains(numbers, first) {
		columns, err = append([]int{first}, numbers...), nil
	}
	if err != nil {
		return nil, err
	}
	isYear := func(column int) bool {
		x, err := row.Number(column)
		return err == nil && x == math.Trunc(x) && x >= 1000 && x <= 2100
	}
	numbers := columns[1:]
	if row.Headings == nil && !slices.ContainsFunc(numbers, func(i int) bool { return !isYear(i) }) {
		return nil, row.Errorf(numbers[0], " may be a year above the column: "+
			"write %s in place of years, or a line of headings above counts", strings.Join(headings, " and "))
	}
	if at := columns[0]; row.Headings != nil && at >= 0 && row.Headings[at] != "name" {
		s.Heading = strings.Clone(row.Headings[at])
	}
	taken := row.Taken(numbers, wanted[1:]...)
	if taken != "" && (len(headings) > 1 || row.Headings == nil) {
		s.Notes = append(s.Notes, taken)
	}
	return columns, nil
}

// nameOf returns the name of a row, of which it notes the line.
func nameOf(row data.Row, column int, lines map[string]int) (string, error) {
	name := norm.NFC.String(strings.Clone(row.Field(column)))
	before, twice := lines[name]
	switch {
	case name == "":
		return "", row.Errorf(column, ", want a name")
	case twice:
		return "", row.Errorf(column, " again, as in line %d, want each name once", before)
	}
	lines[name] = row.Line
	return name, nil
}

// leaveOutTotal leaves out the first name that is one of a total.
func (s *Shares) leaveOutTotal(weights [][]float64) {
	for i, name := range s.Names {
		if isTotal(i, s.Names, weights) {
			s.Notes = append(s.Notes, "left out as a total: "+name)
			s.Names = slices.Delete(s.Names, i, i+1)
			for k := range weights {
				weights[k] = slices.Delete(weights[k], i, i+1)
			}
			return
		}
	}
}

// distributionOf makes a distribution of probabilities, or of counts, to each of which it adds a
// number. Where their decimals explain that probabilities sum to not quite 1, it says that they are
// rescaled.
func distributionOf(weights []float64, added float64) (d info.Distribution, rescaled string, err error) {
	decimals := decimalsOf(weights...)
	if decimals == 0 {
		floats.AddConst(added, weights)
		if d, err = info.Normalize(weights...); err != nil {
			err = errors.New("is all 0, or too large")
		}
		return d, "", err
	}
	if added > 0 {
		return d, "", errors.New("has decimals, want whole numbers for -add")
	}
	if d, err = info.New(weights...); err == nil {
		return d, "", nil
	}
	const slack = 1e-9 // of the sum, in floats
	sum, off := floats.Sum(weights), min(offByRounding, roundingOf(len(weights), decimals))
	d, err = info.Normalize(weights...)
	switch {
	case err == nil && math.Abs(sum-1) <= off+slack:
		return d, fmt.Sprintf("sums to %.6g, by rounding, and is rescaled to 1", sum), nil
	case math.Abs(sum-100) < 100*offByRounding:
		return d, "", fmt.Errorf("sums to %.6g, want 1%s", sum, data.IfPercents(sum))
	}
	return d, "", fmt.Errorf("sums to %.6g, want 1, or whole numbers for counts", sum)
}
