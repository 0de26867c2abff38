package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

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
	ex, err := readShares(name, r, headings...)
	f.shows = func() example { return ex }
	return f, err
}

// readShares reads names, in markup, and a truth and its model, if there is one, in columns of
// these headings: probabilities, or counts, which are whole numbers.
func readShares(name string, r io.Reader, headings ...string) (ex example, err error) {
	columns := make([][]float64, len(headings))
	lines := map[string]int{} // of the names
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return ex, err
		}
		if h := row.Headings; len(h) == len(headings)+1 && isCount(h[len(h)-1]) {
			return ex, fmt.Errorf("%s:%d: the headings are %s, want name,%s",
				name, row.Headed, strings.Join(h, ","), strings.Join(headings, ","))
		}
		called, weights, err := ex.namedShares(row, headings)
		if err != nil {
			return ex, err
		}
		if before, twice := lines[called]; twice {
			return ex, fmt.Errorf("%s:%d: %q again, as in line %d, want each name once",
				name, row.Line, called, before)
		}
		lines[called] = row.Line
		ex.words = append(ex.words, page.Literal(called))
		for i, x := range weights {
			columns[i] = append(columns[i], x)
		}
	}
	if len(ex.words) == 0 {
		return ex, fmt.Errorf("%s: no lines of name,%s", name, strings.Join(headings, ","))
	}
	ex.q = info.Uniform(len(ex.words))
	for i, d := range []*info.Distribution{&ex.p, &ex.q}[:len(headings)] {
		if *d, err = distributionOf(columns[i]); err != nil {
			return ex, fmt.Errorf("%s: column %s %w", name, headings[i], err)
		}
	}
	return ex, nil
}

// isCount says whether a heading is a number: where a name stands before it, the first
// line is taken for headings.
func isCount(heading string) bool {
	_, err := data.ParseCounts(heading)
	return err == nil
}

// namedShares reads the name of a row, and what it has in the columns of these headings. It learns
// what names are called, unless that is just what they are.
func (ex *example) namedShares(row data.Row, headings []string) (name string, weights []float64, err error) {
	columns, err := row.Columns(append([]string{"name"}, headings...)...)
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

// distributionOf makes a distribution of probabilities, or of counts.
func distributionOf(weights []float64) (info.Distribution, error) {
	isPart := func(x float64) bool { return x != math.Trunc(x) }
	if !slices.ContainsFunc(weights, isPart) {
		d, err := info.Normalize(weights...)
		if err != nil {
			return d, errors.New("is all 0, or too large")
		}
		return d, nil
	}
	d, err := info.New(weights...)
	if err != nil {
		sum := 0.0
		for _, x := range weights {
			sum += x
		}
		return d, fmt.Errorf("sums to %.6g, want 1, or whole numbers for counts", sum)
	}
	return d, nil
}
