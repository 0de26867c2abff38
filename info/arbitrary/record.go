package arbitrary

import (
	"math"
	"math/rand"
)

// records makes a generator of values made of numbers, which shrinks by
// rounding one number, or setting several to the same. Settle sets the numbers
// that follow from others and says whether the value is one that may be drawn.
func records[T any](
	draw func(r *rand.Rand) (T, string), numbers func(*T) []*float64, settle func(*T) bool, show func(T) string,
) Gen[T] {
	values := func(v T) []float64 { return each(numbers(&v), func(x *float64) float64 { return *x }) }
	return Gen[T]{
		Draw: draw,
		Shrink: func(v T) []T {
			var all []T
			for i, x := range values(v) {
				for j := range i + 1 { // the numbers from j to i
					for _, y := range rounder(x) {
						w := v
						for _, to := range numbers(&w)[j : i+1] {
							*to = y
						}
						if settle(&w) {
							all = append(all, w)
						}
					}
				}
			}
			return simplerThan(v, all, func(v T) cost { return sizeOf(values(v)) })
		},
		Show: show,
	}
}

// sizeOf prefers numbers with few digits, and then small ones, and any number to
// what is none.
func sizeOf(x []float64) (c cost) {
	for _, v := range x {
		if !(math.Abs(v) <= math.MaxFloat64) {
			c[1] += 2e6
			continue
		}
		c[0] += places(v)
		c[1] += int(min(1e6, 16*math.Abs(v)) + math.Log2(1+math.Abs(v)))
	}
	return c
}
