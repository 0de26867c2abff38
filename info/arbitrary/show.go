package arbitrary

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"crossentropy/info"
)

// Decimal writes x to so many significant digits, with a minus that is one.
func Decimal(x float64, digits int) string {
	s := strings.Replace(strconv.FormatFloat(x, 'g', digits, 64), "Inf", "∞", 1)
	return strings.ReplaceAll(strings.TrimPrefix(s, "+"), "-", "−")
}

// Number writes x as a reader would: "3/8" where it is a fraction with a power
// of two up to 1024 below the line, and three significant digits otherwise.
func Number(x float64) string { return number(x, 3) }

func number(x float64, digits int) string {
	switch n := places(x); {
	case math.Abs(x) >= 1e6 || n > 10:
		return Decimal(x, digits)
	case n > 0:
		return Decimal(math.Ldexp(x, n), 17) + "/" + strconv.Itoa(1<<n)
	default:
		return Decimal(x, 17)
	}
}

// Vector writes d as fractions in parentheses, the first eight of them.
func Vector(d info.Distribution) string { return vector(d, 3) }

func vector(d info.Distribution, digits int) string {
	var s []string
	for i, p := range d.All() {
		if i == 8 {
			s = append(s, fmt.Sprintf("… %d outcomes", d.Len()))
			break
		}
		s = append(s, number(p, digits))
	}
	return "(" + strings.Join(s, ", ") + ")"
}

// places is how many binary digits x has behind the point.
func places(x float64) int {
	fraction, exponent := math.Frexp(x)
	if fraction == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0
	}
	digits := 0
	for ; fraction != math.Trunc(fraction); digits++ {
		fraction *= 2
	}
	return max(0, digits-exponent)
}
