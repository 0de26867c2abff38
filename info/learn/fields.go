package learn

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
)

// inOrder lists each class once.
func inOrder(classes []string) []string {
	names := slices.Compact(slices.Sorted(slices.Values(classes)))
	if allNumbers(names) {
		slices.SortStableFunc(names, func(a, b string) int {
			x, _ := number(a)
			y, _ := number(b)
			return cmp.Compare(x, y)
		})
	}
	return names
}

func allNumbers(fields []string) bool {
	return !slices.ContainsFunc(fields, func(s string) bool { return !isNumber(s) })
}

func isNumber(field string) bool {
	_, err := number(field)
	return err == nil
}

// isWord says whether a field is no number, nor stands for one that is missing or
// not finite.
func isWord(field string) bool {
	_, err := strconv.ParseFloat(field, 64)
	return errors.Is(err, strconv.ErrSyntax) && field != "" && field != "?"
}

// number reads a number that is finite.
func number(field string) (float64, error) {
	x, err := strconv.ParseFloat(field, 64)
	if err == nil && (math.IsInf(x, 0) || math.IsNaN(x)) {
		err = strconv.ErrRange
	}
	return x, err
}
