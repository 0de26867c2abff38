// Package unchecked lets the generators of info/arbitrary make what info.New
// refuses, so that a claim can be tried without the assumption that its
// distributions sum to 1. Nothing outside info can import it.
package unchecked

// Distribution returns p as an info.Distribution, checked by nobody. Package
// info sets it, since it cannot be imported from here.
var Distribution func(p []float64) any
