package claim

import (
	"fmt"
	"math"
)

// Tolerance is how far apart two numbers may be that a law calls equal, as a part
// of the larger one, or of 1 if that is larger. Rounding moves what the library
// computes, and the sum of a thousand probabilities, by less than a tenth of it; a
// mistake in a formula moves some small case by thousands of millions of it.
const Tolerance = 1e-12

func allowed[A, B ~float64](a A, b B) float64 {
	return Tolerance * max(1, math.Abs(float64(a)), math.Abs(float64(b)))
}

// Equal says that a and b are the same number, within [Tolerance]. A name goes with
// each number in what is printed; a number without a name stands for itself.
func Equal[A, B ~float64](nameA string, a A, nameB string, b B) string {
	return EqualWithin(allowed(a, b), nameA, a, nameB, b)
}

// EqualWithin says that a and b are no further apart than a distance for which the
// law has a reason of its own.
func EqualWithin[A, B ~float64](distance float64, nameA string, a A, nameB string, b B) string {
	if near(float64(a), float64(b), distance) {
		return ""
	}
	return compared(nameA, float64(a), "is not", nameB, float64(b))
}

// Same says that a and b are the same float.
func Same[A, B ~float64](nameA string, a A, nameB string, b B) string {
	if math.Float64bits(float64(a)) == math.Float64bits(float64(b)) {
		return ""
	}
	return compared(nameA, float64(a), "is not", nameB, float64(b))
}

// AtLeast says that a ≥ b, within [Tolerance].
func AtLeast[A, B ~float64](nameA string, a A, nameB string, b B) string {
	return AtLeastWithin(allowed(a, b), nameA, a, nameB, b)
}

// AtLeastWithin says that a ≥ b, but for a distance for which the law has a reason of
// its own.
func AtLeastWithin[A, B ~float64](distance float64, nameA string, a A, nameB string, b B) string {
	if float64(a) >= float64(b) || near(float64(a), float64(b), distance) {
		return ""
	}
	return compared(nameA, float64(a), "is less than", nameB, float64(b))
}

// Exceeds says that a > b, by however little.
func Exceeds[A, B ~float64](nameA string, a A, nameB string, b B) string {
	if float64(a) > float64(b) {
		return ""
	}
	return compared(nameA, float64(a), "is not more than", nameB, float64(b))
}

// Differ says that a and b are further apart than [Tolerance], as a part of the larger
// one, however small that is.
func Differ[A, B ~float64](nameA string, a A, nameB string, b B) string {
	x, y := float64(a), float64(b)
	if x == x && y == y && !near(x, y, Tolerance*max(math.Abs(x), math.Abs(y))) {
		return ""
	}
	return compared(nameA, x, "is", nameB, y)
}

// Finite says that a is neither infinite nor NaN.
func Finite[A ~float64](name string, a A) string {
	if math.Abs(float64(a)) <= math.MaxFloat64 {
		return ""
	}
	return named(name, float64(a), 4) + " is not finite"
}

// near is false of NaN, and of an infinite number unless both are.
func near(a, b, distance float64) bool {
	if a == b || math.IsInf(a, 0) || math.IsInf(b, 0) {
		return a == b
	}
	return math.Abs(a-b) <= distance
}

func compared(nameA string, a float64, how, nameB string, b float64) string {
	if a != a {
		return nameA + " is not a number"
	}
	digits := max(4, digitsApart(a, b))
	return fmt.Sprintf("%s %s %s", named(nameA, a, digits), how, named(nameB, b, digits))
}

func named(name string, x float64, digits int) string {
	if name == "" {
		return Number(x, digits)
	}
	return name + " = " + Number(x, digits)
}
