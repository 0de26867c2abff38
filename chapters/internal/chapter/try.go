package chapter

// A failure stops a program on the reader's own numbers.
type failure struct{ error }

// Try returns v, or stops the program with the error: a section says what it does
// and leaves to Try what it cannot do.
func Try[T any](v T, err error) T {
	Check(err)
	return v
}

// Check stops the program if there is an error.
func Check(err error) {
	if err != nil {
		panic(failure{err})
	}
}
