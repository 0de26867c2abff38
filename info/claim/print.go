package claim

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// allDigits are those that a float is read from again.
const allDigits = -1

// Number writes x as a reader would, to so many significant digits, with a minus
// that is one. A number that is only nearly 1, or a short one, does not look like it.
func Number(x float64, digits int) string {
	s := strconv.FormatFloat(x, 'g', digits, 64)
	switch short, _ := strconv.ParseFloat(s, 64); {
	case x == math.Trunc(x) && math.Abs(x) < 1e6:
		s = strconv.FormatFloat(x, 'f', 0, 64)
	case short == 1 && x < 1:
		s = "1 − " + strconv.FormatFloat(1-x, 'g', digits, 64)
	case short != x:
		s = strings.TrimSuffix(fmt.Sprintf("%#.*g", digits, x), ".")
	}
	s = strings.Replace(strings.TrimPrefix(s, "+"), "Inf", "∞", 1)
	return strings.ReplaceAll(s, "-", "−")
}

// digitsApart is how many digits it takes to tell two numbers from each other.
func digitsApart(a, b float64) int {
	same := func(digits int) bool {
		return strconv.FormatFloat(a, 'e', digits-1, 64) == strconv.FormatFloat(b, 'e', digits-1, 64)
	}
	digits := 1
	for a != b && digits < 17 && same(digits) {
		digits++
	}
	return digits
}

// fraction writes x as a fraction where it is one of small numbers, as in "3/8",
// and else as [Number] does.
func fraction(x float64, digits int) string {
	if math.Abs(x) < 64 && x != math.Trunc(x) {
		for below := 2.0; below <= 64; below++ {
			if above := math.RoundToEven(x * below); x == above/below {
				return Number(above, 17) + "/" + Number(below, 17)
			}
		}
	}
	return Number(x, digits)
}

// list writes numbers in parentheses, of many the first eight.
func list(x []float64) string { return listTo(3, x) }

func listTo(digits int, x []float64) string {
	const most = 8
	var s []string
	for _, v := range x[:min(most, len(x))] {
		s = append(s, fraction(v, digits))
	}
	if len(x) > most {
		s = append(s, fmt.Sprintf("… %d in all", len(x)))
	}
	return "(" + strings.Join(s, ", ") + ")"
}
