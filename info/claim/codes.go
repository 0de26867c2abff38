package claim

import (
	"cmp"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"

	"github.com/leanovate/gopter"

	"crossentropy/info/code"
)

// A Code is codewords of noughts and ones.
type Code struct {
	draw
	Words []string
}

func (x Code) String() string { return "codewords " + strings.Join(x.Words, ", ") }

// Lengths are how many digits the codewords have.
func (x Code) Lengths() []int {
	var lengths []int
	for _, word := range x.Words {
		lengths = append(lengths, len(word))
	}
	return lengths
}

// Begun is the share of all messages that begin with a codeword.
func (x Code) Begun() float64 {
	digits := slices.Max(x.Lengths())
	begun := 0
	for n := range 1 << digits {
		message := fmt.Sprintf("%0*b", digits, n)
		if slices.ContainsFunc(x.Words, func(word string) bool { return strings.HasPrefix(message, word) }) {
			begun++
		}
	}
	return float64(begun) / float64(int(1)<<digits)
}

// No codeword of PrefixCodes begins another, and those of DistinctWords are no two the
// same.
var (
	PrefixCodes   = codes(prefixFree)
	DistinctWords = codes(distinct)
)

func codes(fit func(words []string) bool) gopter.Gen {
	return made(shape{columns: 1, bits: 5, rows: 8}, func(d draw) Code { return Code{d, d.words(fit)} })
}

// words takes each word that a first column draws if it fits those before it.
func (d draw) words(fit func(words []string) bool) (words []string) {
	for _, row := range d.rows {
		digits := fmt.Sprintf("%b", row[0]+2)[1:] // 0, 1, 00, 01, 10, …
		if more := append(slices.Clone(words), digits); fit(more) {
			words = more
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	return words
}

func distinct(words []string) bool {
	sorted := slices.Sorted(slices.Values(words))
	return len(slices.Compact(sorted)) == len(words)
}

func prefixFree(words []string) bool {
	for i, word := range words {
		for j, other := range words {
			if i != j && strings.HasPrefix(other, word) {
				return false
			}
		}
	}
	return true
}

// decodable says whether what is written in these words, without marks between them, can
// be read in one way only. Where a message is read in two ways, one is ahead by some
// digits; it is decodable if, whatever words come next, neither ever catches up.
//
// Source: Sardinas & Patterson 1953.
func decodable(words []string) bool {
	var ahead []string
	add := func(longer, shorter string) {
		if rest, ok := strings.CutPrefix(longer, shorter); ok && !slices.Contains(ahead, rest) {
			ahead = append(ahead, rest)
		}
	}
	for i, word := range words {
		for j, other := range words {
			if i != j {
				add(word, other)
			}
		}
	}
	for i := 0; i < len(ahead); i++ {
		if ahead[i] == "" {
			return false
		}
		for _, word := range words {
			add(word, ahead[i])
			add(ahead[i], word)
		}
	}
	return true
}

// A Coded distribution has a codeword for each outcome.
type Coded struct {
	Code
	P []float64
}

func (x Coded) String() string { return fmt.Sprintf("p = %s, %v", list(x.P), x.Code) }

// CodedDecodably has codes that can be read in one way only, and CodedDistinctly any
// words that differ.
var (
	CodedDecodably  = coded(decodable)
	CodedDistinctly = coded(distinct)
)

func coded(fit func(words []string) bool) gopter.Gen {
	return made(shape{columns: 2, bits: 5, rows: 8}, func(d draw) Coded {
		words := d.words(fit)
		return Coded{Code{d, words}, normalized(d.positive(1)[:len(words)])}
	})
}

// Lengths are those of codewords that there may be.
type Lengths struct {
	draw
	L []int
}

func (x Lengths) String() string {
	return "lengths " + strings.Trim(fmt.Sprint(x.L), "[]")
}

// LengthsInBudget spend 1 at most, and AnyLengths what they please.
var (
	LengthsInBudget = lengths(func(l []int) bool { return code.Kraft(l) <= 1 })
	AnyLengths      = lengths(func([]int) bool { return true })
)

func lengths(fit func(l []int) bool) gopter.Gen {
	return made(shape{columns: 1, bits: 5}, func(d draw) Lengths {
		x := Lengths{draw: d}
		for _, row := range d.rows {
			if more := append(slices.Clone(x.L), 1+int(row[0])); fit(more) {
				x.L = more
			}
		}
		return x
	})
}

// PrefixLengths are all lengths that a prefix code for n outcomes can have, of which none
// has to be above n − 1: a codeword for each that no other outcome shares.
func PrefixLengths(n int) [][]int {
	all := [][]int{{}}
	for range n {
		var longer [][]int
		for _, l := range all {
			for next := min(1, n-1); next < n; next++ {
				if more := append(slices.Clone(l), next); code.Kraft(more) <= 1 {
					longer = append(longer, more)
				}
			}
		}
		all = longer
	}
	return all
}

// DistinctLengths are those of the n shortest words that differ, 0, 1, 00, 01, 10, …
func DistinctLengths(n int) [][]int {
	l := make([]int, n)
	for i := range l {
		l[i] = bits.Len(uint(i+2)) - 1
	}
	return [][]int{l}
}

// Letters are a distribution, and that of blocks of K letters.
type Letters struct {
	draw
	P      []float64
	K      int
	Blocks []float64
}

func (x Letters) String() string { return fmt.Sprintf("p = %s, k = %d", list(x.P), x.K) }

// In IndependentLetters each letter is drawn without regard to the others. In
// RepeatedLetters all are like the first.
var (
	IndependentLetters = letters(func(p []float64, k int) []float64 {
		blocks := p
		for range k - 1 {
			blocks = Cells(Product(blocks, p))
		}
		return blocks
	})
	RepeatedLetters = letters(func(p []float64, k int) []float64 {
		blocks := make([]float64, int(math.Pow(float64(len(p)), float64(k))))
		for x, px := range p {
			blocks[x*(len(blocks)-1)/max(1, len(p)-1)] = px
		}
		return blocks
	})
)

func letters(blocks func(p []float64, k int) []float64) gopter.Gen {
	return made(shape{weights: 1, beside: 1, bits: 7, rows: 3}, func(d draw) Letters {
		p, k := d.p(0), 1+d.upTo(5, 0)
		return Letters{d, p, k, blocks(p, k)}
	})
}
