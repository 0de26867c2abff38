package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/data"
)

// countHeadings are what R, pandas and people call the counts of a table with a line for each.
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

// findCases finds out by the first row whether each line of a table names what one case is, and what
// it was taken for. Numbers may be such names where nothing stands before them, or headings say so.
// Among other columns, names are words, under the only headings that say so.
func (in *crosstabReader) findCases(row data.Row) bool {
	h := row.Headings
	x, y := 0, 1
	if len(h) > 2 {
		x, y = onlyIndex(h, isTrue), onlyIndex(h, isPredicted)
		x, y = min(x, y), max(x, y)
	}
	if len(h) < 2 || x < 0 || x == y {
		return false
	}
	_, errX := row.Number(x)
	_, errY := row.Number(y)
	areWords := errX != nil && errY != nil
	areNumbers := row.Name == "" && errX == nil && errY == nil
	areHeaded := isTrue(h[x]) && isPredicted(h[y]) || isPredicted(h[x]) && isTrue(h[y])
	in.areCases = areWords || len(h) == 2 && (areNumbers || areHeaded)
	in.sides = [2]int{x, y}
	return in.areCases
}

// onlyIndex returns where the one stands that is so, or −1.
func onlyIndex(all []string, is func(string) bool) int {
	i := slices.IndexFunc(all, is)
	if i < 0 || slices.ContainsFunc(all[i+1:], is) {
		return -1
	}
	return i
}

// isTrue and isPredicted say whether a word says that classes are the true or the predicted ones.
func isTrue(s string) bool {
	return contains(s, "true", "truth", "actual", "gold", "reference", "observed")
}

func isPredicted(s string) bool { return contains(s, "pred", "estimate", "system", "model") }

func contains(s string, words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(s), w) })
}

// addPair reads a line of a name of a row, that of a column, and their count, or that is one case.
func (in *crosstabReader) addPair(row data.Row) error {
	x, y := strings.Clone(row.Fields[in.sides[0]]), strings.Clone(row.Fields[in.sides[1]])
	pair := [2]string{x, y}
	if _, twice := in.counted[pair]; in.areCases {
		in.counted[pair]++
	} else if count, err := in.count(row, 2); err != nil {
		return err
	} else if twice {
		return row.Errorf(1, " again with %q, want each pair once", x)
	} else {
		in.counted[pair] = count
	}
	if !slices.Contains(in.RowNames, x) {
		in.RowNames = append(in.RowNames, x)
	}
	if len(in.RowNames) > mostNames+1 { // and no totals
		return row.Errorf(0, " is row %d, want %d at most", len(in.RowNames), mostNames)
	}
	if !slices.Contains(in.ColumnNames, y) {
		in.ColumnNames = append(in.ColumnNames, y)
	}
	return nil
}

// inOrder compares names, or numbers by their size.
func inOrder(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return cmp.Compare(x, y)
	}
	return strings.Compare(a, b)
}
