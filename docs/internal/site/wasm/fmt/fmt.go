// Package fmt takes the place of the standard one in the pages' WebAssembly, which would
// be a quarter larger with it. The library uses it for errors alone, whose texts are here
// without what they would quote.
package fmt

// Stringer is what the standard one is.
type Stringer interface{ String() string }

type plain string

func (p plain) Error() string { return string(p) }

// Errorf returns an error of that format.
func Errorf(format string, _ ...any) error { return plain(format) }

// Sprintf returns the format.
func Sprintf(format string, _ ...any) string { return format }
