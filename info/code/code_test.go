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

func ExampleKraft() {
	fmt.Println(code.Kraft([]int{1, 2, 3, 3}), code.Kraft([]int{1, 1, 1}))
	// Output: 1 1.5
}

func ExampleWords() {
	words, err := code.Words([]int{3, 1, 2, 3})
	fmt.Println(words, err)
	// Output: [110 0 10 111] <nil>
}

func ExampleMean() {
	p := info.Must(0.5, 0.25, 0.125, 0.125)
	fmt.Println(code.Mean(p, []int{1, 2, 3, 3}), code.Mean(p, []int{2, 2, 2, 2}))
	// Output: 1.75 2
}

func ExampleShannon() {
	fmt.Println(code.Shannon(info.Must(0.4, 0.3, 0.2, 0.1)))
	// Output: [2 2 3 4]
}

func ExampleBlocks() {
	days, err := code.Blocks(info.Must(0.75, 0.25), 2)
	fmt.Println(days, err)
	// Output: (0.5625, 0.1875, 0.1875, 0.0625) <nil>
}

func TestKraft(t *testing.T) {
	for _, c := range []struct {
		lengths []int
		want    float64
	}{
		{nil, 0},
		{[]int{0, 0}, 0},
		{[]int{0, 1}, 0.5},
		{[]int{1, 53}, 0.5 + 0x1p-53},
		{[]int{1, 1, 2}, 1.25},
		{[]int{5000}, 0},
		{[]int{-1}, 2},
	} {
		if got := code.Kraft(c.lengths); got != c.want {
			t.Errorf("Kraft(%v) = %v, want %v", c.lengths, got, c.want)
		}
	}
}

func TestWordsRefuses(t *testing.T) {
	for _, c := range []struct {
		lengths []int
		want    string
	}{
		{[]int{1, -2}, "code: lengths[1] = -2 is negative"},
		{[]int{1, 2, 65}, "code: lengths[2] = 65, want at most 64"},
		{[]int{1, 1, 1}, "code: lengths spend 0.5 more than the budget of 1"},
		{[]int{1, 1, 64}, "code: lengths spend 5.42101e-20 more than the budget of 1"},
	} {
		if words, err := code.Words(c.lengths); err == nil || err.Error() != c.want {
			t.Errorf("Words(%v) = %v, %v, want error %s", c.lengths, words, err, c.want)
		}
	}
}

// Whatever the lengths are, there are words of them, none of which begins another, or
// they spend too much.
func FuzzWords(f *testing.F) {
	f.Add([]byte{1, 2, 3, 3})
	f.Add([]byte{2, 2, 1, 64})
	f.Add([]byte{0, 64, 64, 0})
	f.Fuzz(func(t *testing.T, numbers []byte) {
		var lengths []int
		for _, n := range numbers[:min(len(numbers), 100)] {
			lengths = append(lengths, int(n)%65)
		}
		words, err := code.Words(lengths)
		if err != nil {
			if spent := code.Kraft(lengths); spent < 1 {
				t.Errorf("%v spend %v: %v", lengths, spent, err)
			}
			return
		}
		checkCode(t, words, lengths)
	})
}

// checkCode checks that words have these lengths, and that none begins another.
func checkCode(t *testing.T, words []string, lengths []int) {
	t.Helper()
	for x, word := range words {
		if len(word) != lengths[x] || strings.Trim(word, "01") != "" {
			t.Errorf("%v: codeword %d is %q", lengths, x, word)
		}
		for y, other := range words {
			if x != y && word != "" && strings.HasPrefix(other, word) {
				t.Errorf("%v: codeword %q begins %q", lengths, word, other)
			}
		}
	}
}

func TestMean(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		p       info.Distribution
		lengths []int
		want    float64
	}{
		{info.Must(0.5, 0.5), []int{1, 2}, 1.5},
		{info.Must(0.5, 0.5, 0), []int{1, 2, 0}, 1.5},
		{info.Must(0, 1), []int{1, 2}, 2},
		{info.Must(0, 1), []int{0, 0}, 0},
		{info.Must(0, 1), []int{1, 0}, inf},
		{info.Must(0.5, 0.5), []int{0, 0}, inf},
		{info.Distribution{}, nil, 0},
	} {
		if got := code.Mean(c.p, c.lengths); got != c.want {
			t.Errorf("Mean(%v, %v) = %v, want %v", c.p, c.lengths, got, c.want)
		}
	}
}

func TestShannon(t *testing.T) {
	below := math.Nextafter(0.25, 0) // needs 3 digits, although log₂ 1/p rounds to 2
	for _, c := range []struct {
		p    info.Distribution
		want []int
	}{
		{info.Must(0.5, 0.25, 0.125, 0.125), []int{1, 2, 3, 3}},
		{info.Must(below, below, below, 0.25, 0x1p-54), []int{3, 3, 3, 2, 54}},
		{info.Must(1-0x1p-53, 0x1p-1074), []int{1, 1074}},
		{info.Must(0, 1), []int{0, 0}},
		{info.Must(1, 1e-12), []int{1, 40}},
		{info.Must(0.9, 0.1, 0), []int{1, 4, 0}},
		{info.Distribution{}, []int{}},
	} {
		if got := code.Shannon(c.p); !slices.Equal(got, c.want) {
			t.Errorf("Shannon(%v) = %v, want %v", c.p, got, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	p := info.Must(0.5, 0.3, 0, 0.2)
	once, err := code.Blocks(p, 1)
	if err != nil || !slices.Equal(once.Probabilities(), p.Probabilities()) {
		t.Errorf("blocks of one are %v, %v, want %v", once, err, p)
	}
	certain, err := code.Blocks(info.Must(1), 20)
	if err != nil || certain.Len() != 1 {
		t.Errorf("blocks of what is certain are %v, %v", certain, err)
	}
	days, err := code.Blocks(p, 3)
	if err != nil || days.Len() != 64 {
		t.Fatalf("%d blocks, %v, want 64", days.Len(), err)
	}
	if got, want := days.P(1*16+0*4+3), 0.3*0.5*0.2; math.Abs(got-want) > 1e-17 {
		t.Errorf("p(1, 0, 3) = %v, want %v", got, want)
	}
}

func TestBlocksRefuses(t *testing.T) {
	for _, c := range []struct {
		p    info.Distribution
		k    int
		want string
	}{
		{info.Uniform(2), 0, "code: blocks of 0 outcomes, want 1 to 20"},
		{info.Uniform(1), 21, "code: blocks of 21 outcomes, want 1 to 20"},
		{info.Uniform(7), 8, "code: 7 outcomes make 5.7648e+06 blocks of 8, want at most 1048576"},
		{
			info.Must(0.5, 0.5+9e-10), 2,
			"code: blocks of 2: info: p sums to 1.0000000018, want 1: fractions or Normalize would do",
		},
	} {
		if d, err := code.Blocks(c.p, c.k); err == nil || err.Error() != c.want {
			t.Errorf("Blocks(%v, %d) = %v, %v, want error %s", c.p, c.k, d, err, c.want)
		}
	}
}
