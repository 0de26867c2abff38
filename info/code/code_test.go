package code_test

import (
	"fmt"
	"strings"
	"testing"

	"crossentropy/info"
	"crossentropy/info/code"
)

func ExampleLengths() {
	fmt.Println(code.Lengths(info.Must(0.5, 0.3, 0.2)))
	// Output: [1 2 3]
}

func ExampleWords() {
	words, err := code.Words(info.Must(0.125, 0.5, 0.25, 0.125))
	fmt.Println(words, err)
	// Output: [110 0 10 111] <nil>
}

func TestWordsArePrefixFree(t *testing.T) {
	for _, p := range []info.Distribution{
		info.Must(1), info.Must(0, 1), info.Must(0.5, 0, 0.5), info.Uniform(7), info.Uniform(300),
		info.Must(0.97, 0.01, 0.01, 0.01), info.Must(1-0x1p-60, 0x1p-60), info.Must(0.7, 0.2, 0.1),
		info.Must(1, 0x1p-64), // as long as a codeword can be
	} {
		words, err := code.Words(p)
		if err != nil {
			t.Fatal(err)
		}
		for x, word := range words {
			if want := code.Lengths(p)[x]; len(word) != want {
				t.Errorf("%v: codeword %d is %q, want %d digits", p, x, word, want)
			}
			for y, other := range words {
				if x != y && word != "" && other != "" && strings.HasPrefix(other, word) {
					t.Errorf("%v: codeword %q begins %q", p, word, other)
				}
			}
		}
	}
}

func TestWordsTooLong(t *testing.T) {
	for _, c := range []struct {
		p    float64
		want string
	}{
		{0x1p-65, "code: outcome 1 of probability 2.710505431213761e-20 needs a codeword of 65 digits, want at most 64"},
		{0x1p-70, "code: outcome 1 of probability 8.470329472543003e-22 needs a codeword of 70 digits, want at most 64"},
	} {
		if _, err := code.Words(info.Must(1, c.p)); err == nil || err.Error() != c.want {
			t.Errorf("got error %v, want %s", err, c.want)
		}
	}
}

// A probability may exceed 1 within the tolerance of a sum, where its surprisal
// is not a number.
func TestLengthAboveOne(t *testing.T) {
	p := info.Must(1 + info.Tolerance/2)
	if got := code.Lengths(p); got[0] != 0 {
		t.Errorf("%v has length %d, want 0", p, got[0])
	}
}
