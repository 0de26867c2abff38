package learn

import "fmt"

// Differences returns a − b, one a row: what [info.Estimate] is given to compare two models
// on the same rows. It panics if the two differ in length.
func Differences[T ~float64](a, b []T) []T {
	if len(a) != len(b) {
		panic(fmt.Sprintf("learn: %d and %d rows, want as many", len(a), len(b)))
	}
	d := make([]T, len(a))
	for i := range a {
		d[i] = a[i] - b[i]
	}
	return d
}
