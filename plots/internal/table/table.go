// Package table reads the tables that authors have their figures drawn of: in whatever form
// [data.Rows] reads, such as CSV or TSV, with the headings that programs write. It does
// not draw.
//
// Each kind of table has a function that reads it and a type for what is in it. An error is one
// line that begins with the name of the file, and with the line and the column where it is about
// one field. What a table says beside what is drawn, or says otherwise, is in Notes, in words.
// Names are those of the table, which are no markup.
package table

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/floats"
)

// offByRounding is how far from 1 probabilities may sum, of two digits say.
const offByRounding = 0.02

// decimalsOf returns how many decimals the one of some numbers has that has most, in full.
func decimalsOf(numbers ...float64) (most int) {
	for _, x := range numbers {
		_, decimals, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
		most = max(most, len(decimals))
	}
	return most
}

// roundingOf is how far off rounding to so many decimals can make the sum of n numbers.
func roundingOf(n, decimals int) float64 { return 0.5 * math.Pow10(-decimals) * float64(n) }

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
		rounding := 0.
		if decimals := decimalsOf(line...); decimals > 0 {
			rounding = min(offByRounding*line[i], roundingOf(len(line), decimals))
		}
		return math.Abs(floats.Sum(line)-2*line[i]) > max(1e-6*line[i], rounding)
	})
}

// transposed returns columns as rows.
func transposed(rows [][]float64) (columns [][]float64) {
	for _, row := range rows {
		for j, x := range row {
			if j == len(columns) {
				columns = append(columns, nil)
			}
			columns[j] = append(columns[j], x)
		}
	}
	return columns
}

// sharesOf says whether the numbers of a table are shares of their rows or of their columns, and what
// each of these sums to, 1 or 100, within what rounding adds up to. Whole numbers that sum to 1 are
// counts.
func sharesOf(rows [][]float64) (of string, whole float64) {
	decimals, most := decimalsOf(slices.Concat(rows...)...), 0.05 // of the whole, by rounding
	if decimals == 0 {                                            // they may also be counts
		most = 0.03
	}
	for _, whole := range []float64{1, 100} {
		for i, lines := range [][][]float64{rows, transposed(rows)} {
			if (whole == 100 || decimals > 0) && allSumTo(whole, most, decimals, lines) {
				return []string{"row", "column"}[i], whole
			}
		}
	}
	return "", 0
}

// allSumTo says whether lines of numbers of so many decimals sum to a whole, or within the most of it
// that rounding explains, two of them at least, and the others to 0.
func allSumTo(whole, most float64, decimals int, lines [][]float64) bool {
	such := 0
	for _, line := range lines {
		off := min(most*whole, max(1e-6*whole, roundingOf(len(line), decimals)))
		switch sum := floats.Sum(line); {
		case math.Abs(sum-whole) <= off:
			such++
		case sum != 0:
			return false
		}
	}
	return such > 1
}
