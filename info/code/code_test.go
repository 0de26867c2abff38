package code_test

import (
	"fmt"
	"math"
	"slices"
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
		info.Must(0.97, 0.01, 0.01, 0.01), info.Must(1-0x1p-53, 0x1p-53), info.Must(0.7, 0.2, 0.1),
		info.Must(0.5, 0.25, 0.25-0x1p-54, 0x1p-64), // as long as a codeword can be
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
				if x != y && p.P(x) > 0 && p.P(y) > 0 && strings.HasPrefix(other, word) {
					t.Errorf("%v: codeword %q begins %q", p, word, other)
				}
			}
		}
	}
}

func TestLengths(t *testing.T) {
	below := math.Nextafter(0.25, 0) // needs 3 digits, although log₂ 1/p rounds to 2
	p := info.Must(below, below, below, 0.25, 0x1p-54)
	if got, want := code.Lengths(p), []int{3, 3, 3, 2, 54}; !slices.Equal(got, want) {
		t.Errorf("lengths %v, want %v", got, want)
	}
}

func TestWordsRefuses(t *testing.T) {
	for _, c := range []struct {
		p    info.Distribution
		want string
	}{
		{
			info.Must(0.5, 0.25, 0.25-0x1p-54, 0x1p-65),
			"code: outcome 3 of probability 2.710505431213761e-20 needs a codeword of 65 digits, want at most 64",
		},
		{
			info.Must(0.5, 0.5, 1e-10),
			"code: p sums to more than 1, and no codeword is left for outcome 2 of probability 1e-10",
		},
		{
			info.Must(1, 1e-12),
			"code: p sums to more than 1, and no codeword is left for outcome 1 of probability 1e-12",
		},
	} {
		if words, err := code.Words(c.p); err == nil || err.Error() != c.want {
			t.Errorf("%v: %v, %v, want error %s", c.p, words, err, c.want)
		}
	}
}
