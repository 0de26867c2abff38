// Package unchecked lets the generators of info/arbitrary make what info
// refuses, so that a claim can be tried without the assumption that its
// distributions sum to 1. Nothing outside info can import it.
//
// Package info sets both functions, since it cannot be imported from here.
package unchecked

var (
	// Distribution returns p as an info.Distribution, checked by nobody.
	Distribution func(p []float64) any
	// Joint returns p, row by row, as an info.Joint, checked by nobody.
	Joint func(p []float64, columns int) any
)
