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
		info.Must(0.97, 0.01, 0.01, 0.01), info.Must(1-0x1p-60, 0x1p-60),
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
	_, err := code.Words(info.Must(1, 0x1p-70))
	const want = "code: outcome 1 of probability 8.470329472543003e-22 needs a codeword of 70 digits, want at most 64"
	if err == nil || err.Error() != want {
		t.Errorf("got error %v, want %s", err, want)
	}
}
