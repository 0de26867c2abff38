// Package exercises is the reader's: each of its functions waits for a body. Replace
// the panic in one by your own code, and have the claims of the book mark it, in the
// folder of go.mod:
//
//	go test -mine Entropy
//
// Solutions lie in the folder solutions.
package exercises

// NotBegun is what a function panics with that nobody has written yet.
const NotBegun = "not begun: your own code goes in the place of this line"
