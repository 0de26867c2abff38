package main

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
	"crossentropy/plots/internal/page"
)

// readTruth makes f a figure of the names and the probabilities, or counts, in a table.
func readTruth(f figure, name string, r io.Reader) (figure, error) { return f.ofShares(name, r, "p") }

// readTruthAndModel does so with a model beside them.
func readTruthAndModel(f figure, name string, r io.Reader) (figure, error) {
	return f.ofShares(name, r, "p", "q")
}

// ofShares returns the figure of the names and the distributions in a table.
func (f figure) ofShares(name string, r io.Reader, headings ...string) (figure, error) {
	ex, notes, err := readShares(name, r, f.added, headings...)
	f.shows = func() example { return ex }
	draw := f.draw
	f.draw = func(pg *page.Page, ex example) {
		draw(pg, ex)
		for _, note := range notes {
			pg.NotDrawn(note)
		}
	}
	return f, err
}

// readShares reads names, in markup, and a truth and its model, if there is one, in columns of
// these headings: probabilities, or counts, which are whole numbers. It notes what it leaves out as
// a total, and what it rescales. To every count it adds a number.
func readShares(
	name string, r io.Reader, added float64, headings ...string,
) (ex example, notes []string, err error) {
	columns := make([][]float64, len(headings))
	var names []string
	lines := map[string]int{} // of the names
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return ex, nil, err
		}
		called, weights, err := ex.namedShares(name, row, headings)
		if err != nil {
			return ex, nil, err
		}
		if before, twice := lines[called]; twice {
			return ex, nil, fmt.Errorf("%s:%d: %q again, as in line %d, want each name once",
				name, row.Line, called, before)
		}
		lines[called] = row.Line
		names = append(names, called)
		for i, x := range weights {
			columns[i] = append(columns[i], x)
		}
	}
	if len(names) == 0 {
		return ex, nil, fmt.Errorf("%s: no lines of name,%s", name, strings.Join(headings, ","))
	}
	for i := range names {
		if isTotal(i, names, columns) {
			notes = append(notes, "left out as a total: "+names[i])
			names = slices.Delete(names, i, i+1)
			for k := range columns {
				columns[k] = slices.Delete(columns[k], i, i+1)
			}
			break
		}
	}
	for _, called := range names {
		ex.words = append(ex.words, page.Literal(called))
	}
	ex.q = info.Uniform(len(ex.words))
	for i, d := range []*info.Distribution{&ex.p, &ex.q}[:len(headings)] {
		var says string
		if *d, says, err = distributionOf(columns[i], added); err != nil {
			return ex, nil, fmt.Errorf("%s: column %s %w", name, headings[i], err)
		}
		if says != "" {
			notes = append(notes, "column "+headings[i]+" "+says)
		}
	}
	return ex, notes, nil
}

// isCount says whether a heading is a number: where a name stands before it, the first
// line is taken for headings.
func isCount(heading string) bool {
	_, err := data.ParseCounts(heading)
	return err == nil
}

// namedShares reads the name of a row, and what it has in the columns of these headings. It learns
// what names are called, unless that is just what they are. Where p is wanted alone, q may follow it.
func (ex *example) namedShares(
	file string, row data.Row, headings []string,
) (name string, weights []float64, err error) {
	columns, err := row.Columns(append([]string{"name"}, headings...)...)
	if all, inAll := row.Columns("name", "p", "q"); err != nil && inAll == nil && headings[0] == "p" {
		columns, err = all[:2], nil
	}
	if err == nil {
		if row.Headings != nil && !strings.EqualFold(row.Headings[columns[0]], "name") {
			ex.column = page.Literal(strings.Clone(row.Headings[columns[0]]))
		}
		name, columns = row.Fields[columns[0]], columns[1:]
	} else if name = row.Name; name != "" {
		columns, err = row.Columns(headings...)
	}
	if err != nil {
		return "", nil, err
	}
	if name == "" {
		return "", nil, row.Errorf(0, ", want a name")
	}
	for _, column := range columns {
		if h := row.Headings; h != nil && isCount(h[column]) {
			return "", nil, fmt.Errorf("%s:%d: the headings are %s, want name,%s",
				file, row.Headed, strings.Join(h, ","), strings.Join(headings, ","))
		}
		x, err := row.Number(column)
		if err != nil {
			return "", nil, err
		}
		if x < 0 {
			return "", nil, row.Errorf(column, ", want 0 or more")
		}
		weights = append(weights, x)
	}
	return norm.NFC.String(name), weights, nil
}

// distributionOf makes a distribution of probabilities, or of counts, to each of which it adds a
// number. Where their decimals explain that probabilities sum to not quite 1, it says that they are
// rescaled.
func distributionOf(weights []float64, added float64) (d info.Distribution, rescaled string, err error) {
	if page.DecimalsOf(weights...) == 0 {
		floats.AddConst(added, weights)
		if d, err = info.Normalize(weights...); err != nil {
			return d, "", errors.New("is all 0, or too large")
		}
		return d, "", nil
	}
	if added > 0 {
		return d, "", errors.New("has decimals, want whole numbers for -add")
	}
	if d, err = info.New(weights...); err == nil {
		return d, "", nil
	}
	const slack = 1e-9 // of the sum, in floats
	sum, off := floats.Sum(weights), min(offByRounding, roundingOf(weights))
	if d, err = info.Normalize(weights...); err != nil || math.Abs(sum-1) > off+slack {
		if math.Abs(sum-100) < 100*offByRounding {
			return d, "", fmt.Errorf("sums to %.6g, want 1%s", sum, ifPercents(sum))
		}
		return d, "", fmt.Errorf("sums to %.6g, want 1, or whole numbers for counts", sum)
	}
	return d, fmt.Sprintf("sums to %.6g, by rounding, and is rescaled to 1", sum), nil
}
