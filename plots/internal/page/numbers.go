package page

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// Number writes x to four significant digits, as a reader would: no trailing
// noughts, a minus for a minus, and an exponent only where x is tiny.
func Number(x float64) string {
	if x >= 10_000 && x == math.Round(x) && x < 1e15 {
		return Whole(int(x))
	}
	if size := math.Abs(x); size > 0 && size < 1e-4 {
		return strings.ReplaceAll(strconv.FormatFloat(x, 'g', 2, 64), "-", "−")
	}
	s := strconv.FormatFloat(Rounded(x, 4)+0, 'f', -1, 64) // −0 + 0 is 0
	return strings.Replace(s, "-", "−", 1)
}

// Rounded returns x to so many significant digits.
func Rounded(x float64, digits int) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64)
	return rounded
}

// Whole writes a whole number in full, from 10,000 on with thin spaces between thousands.
func Whole(n int) string {
	s := strconv.Itoa(n)
	if n < 10_000 {
		return s
	}
	for at := len(s) - 3; at > 0; at -= 3 {
		s = s[:at] + "\u2009" + s[at:]
	}
	return s
}

// Decimals writes x to so many decimals, for numbers that stand beside each other.
func Decimals(x float64, places int) string {
	power := math.Pow10(places)
	return Number(math.Round(power*x) / power)
}

// Fixed writes x to so many decimals, noughts among them.
func Fixed(x float64, decimals int) string {
	return strings.Replace(strconv.FormatFloat(x+0, 'f', decimals, 64), "-", "−", 1)
}

// Digits writes x to so many significant digits, noughts among them, of which whole numbers have all:
// in markup, as what is very small or large is written times a power of 10.
func Digits(x float64, digits int) string {
	const small, large = 1e-4, 1e6
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', digits-1, 64), "e")
	power, _ := strconv.Atoi(exponent)
	size := math.Abs(x)
	switch decimals := digits - 1 - power; {
	case size > 0 && size < small || size >= large:
		return strings.Replace(mantissa, "-", "−", 1) + "\u00a0×\u00a010^{" + Number(float64(power)) + "}"
	case decimals < 1:
		return Number(math.Round(x))
	default:
		return Fixed(x, decimals)
	}
}

// Bound writes what is below or above a number, by the sign "<" or ">", as a reader would.
func Bound(sign, number string) string { return sign + "\u2009" + number }

// Places returns how many decimals numbers have that stand beside each other: the least, or as
// many as the smallest needs for two digits, up to the most.
func Places(least, most int, all ...float64) int {
	for _, x := range all {
		for least < most && x > 0 && x < 0.95*math.Pow10(1-least) {
			least++
		}
	}
	return least
}

// Alike returns how to write numbers that are compared with each other: all with as many
// decimals as the one that needs most, or so many at most. Sixteenths, as those of the book,
// are written in full, without the noughts.
func Alike(most int, all ...float64) func(float64) string {
	isFraction := func(x float64) bool { return isFinite(x) && !isWhole(16*x) }
	if !slices.ContainsFunc(all, isFraction) {
		return Number
	}
	needed := DecimalsIn(most, all...)
	return func(x float64) string { return Fixed(x, needed) }
}

// InSums returns how to write sums and their parts, with three decimals, or with four where a sum is
// small.
func InSums(sums []float64, parts ...float64) func(float64) string {
	const least, most = 3, 4
	return Alike(Places(least, most, sums...), slices.Concat(sums, parts)...)
}

// AddUp says whether numbers add up to the same on both sides as they are written.
func AddUp(write func(float64) string, left, right []float64) bool {
	sum := func(numbers []float64) (sum float64) {
		for _, x := range numbers {
			written, _ := strconv.ParseFloat(write(x), 64)
			sum += written
		}
		return sum
	}
	return math.Abs(sum(left)-sum(right)) < 1e-9
}

// AboveNought returns how to write what is above 0 but would be written as 0: as below the least
// number of as many decimals.
func AboveNought(write func(float64) string) func(float64) string {
	return func(x float64) string {
		s := write(x)
		if x > 0 && strings.Trim(s, "0.") == "" {
			return Bound("<", s[:len(s)-1]+"1")
		}
		return s
	}
}

// Signed returns how to write what is gained or lost, with its sign, where as little as a part is from
// rounding: what would be written as 0, as between that and the next number.
func Signed(write func(float64) string) func(x, rounding float64) string {
	return func(x, rounding float64) string {
		sign := "+"
		if x < 0 {
			sign = "−"
		}
		size := math.Abs(x)
		number := write(size)
		switch {
		case size <= rounding:
			return write(0)
		case strings.Trim(number, "0.") != "":
			return sign + number
		case x < 0:
			return Bound(">", sign+number[:len(number)-1]+"1")
		}
		return Bound("<", number[:len(number)-1]+"1")
	}
}

// DecimalsIn returns how many decimals the one of some numbers needs that needs most, or so many
// at most.
func DecimalsIn(most int, all ...float64) (needed int) {
	for _, x := range all {
		for needed < most && isFinite(x) && !isWhole(math.Pow10(needed)*x) {
			needed++
		}
	}
	return needed
}

func isFinite(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }

// isWhole says whether a number is whole, within rounding.
func isWhole(x float64) bool { return math.Abs(x-math.Round(x)) <= 1e-9 }
