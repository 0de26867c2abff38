// Package code makes prefix codes: a codeword of noughts and ones for each outcome, none
// the beginning of another, so that a message needs no marks between its words.
//
// A code is known by the lengths of its codewords, in binary digits, one an outcome. A
// length of 0 is no codeword. An outcome of probability 0 has none, and neither has the
// only outcome, of which there is nothing to tell.
package code

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info"
)

// Kraft returns what codewords of these lengths spend,
//
//	Σ 2^−l
//
// of a budget of 1. A codeword of l digits uses up 2^−l of all that noughts and ones can
// begin with, as no other codeword may begin like it. A length of 0 spends nothing.
// Bounds: at most 1 for a prefix code; and where it is at most 1, [Words] makes one. What
// keeps to the budget is summed without rounding if no length is above 53.
//
// Source: Kraft 1949; Cover & Thomas 2006, Theorem 5.2.1.
func Kraft(lengths []int) float64 {
	spent := 0.0
	for _, l := range lengths {
		if l != 0 {
			spent += math.Ldexp(1, -l)
		}
	}
	return spent
}

// Words returns a prefix code with codewords of these lengths, one an outcome, and "" for
// a length of 0. In order of length, and of outcomes where lengths are equal, each
// codeword is the binary number after the one before it, with noughts behind it where it
// is longer.
//
// It is an error if a length is negative or above 64, or if all together spend more than
// the budget of 1 ([Kraft]), which is reckoned without rounding.
//
// Source: Schwartz & Kallick 1964, who call such a code canonical.
func Words(lengths []int) ([]string, error) {
	if err := check(lengths); err != nil {
		return nil, err
	}
	var order []int
	for x, l := range lengths {
		if l > 0 {
			order = append(order, x)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return lengths[x] - lengths[y] })

	words := make([]string, len(lengths))
	var next uint64
	for i, x := range order {
		if i > 0 {
			next = (next + 1) << (lengths[x] - lengths[order[i-1]])
		}
		digits := strconv.FormatUint(next, 2)
		words[x] = strings.Repeat("0", lengths[x]-len(digits)) + digits
	}
	return words, nil
}

// check refuses lengths that no codewords have.
func check(lengths []int) error {
	var whole, rest, carry uint64 // spent, and what of it is left over, in units of 2⁻⁶⁴
	for x, l := range lengths {
		switch {
		case l < 0:
			return fmt.Errorf("code: lengths[%d] = %d is negative", x, l)
		case l > 64:
			return fmt.Errorf("code: lengths[%d] = %d, want at most 64", x, l)
		case l > 0:
			rest, carry = bits.Add64(rest, 1<<(64-l), 0)
			whole += carry
		}
	}
	if excess := float64(whole) - 1 + math.Ldexp(float64(rest), -64); whole > 0 && excess > 0 {
		return fmt.Errorf("code: lengths spend %.6g more than the budget of 1", excess)
	}
	return nil
}

// Mean returns how many digits a codeword has on average,
//
//	Σ p(x) l(x)
//
// where an outcome of probability 0 adds nothing, whatever its length. Bounds: at least
// H(p), for lengths that keep to the budget.
//
// It is +Inf where p gives weight to an outcome of length 0 beside others: without a
// codeword it cannot be told from them. Where p allows one outcome only, and no outcome
// has a codeword, it is 0.
//
// It panics if p and lengths differ in length.
//
// Source: Cover & Thomas 2006, Theorem 5.3.1.
func Mean(p info.Distribution, lengths []int) float64 {
	if len(lengths) != p.Len() {
		panic(fmt.Sprintf("code: %d lengths for %d outcomes", len(lengths), p.Len()))
	}
	if len(possible(p)) == 1 && slices.Max(lengths) == 0 {
		return 0
	}
	mean := 0.0
	for x, px := range p.All() {
		switch {
		case px > 0 && lengths[x] == 0:
			return math.Inf(1)
		case px > 0:
			mean += px * float64(lengths[x])
		}
	}
	return mean
}

// possible returns the outcomes of p with some probability.
func possible(p info.Distribution) []int {
	var outcomes []int
	for x, px := range p.All() {
		if px > 0 {
			outcomes = append(outcomes, x)
		}
	}
	return outcomes
}

// Shannon returns the lengths of Shannon's code for p,
//
//	⌈log₂ 1/p(x)⌉
//
// in binary digits, one an outcome, and 0 for an outcome of probability 0. Where p sums to
// 1 they keep to the budget. Bounds: the mean is at least H(p) and less than H(p) + 1; it
// is H(p) where each p(x) is a power of two.
//
// Source: Shannon 1948, §9; Cover & Thomas 2006, Theorem 5.4.1.
func Shannon(p info.Distribution) []int {
	lengths := make([]int, p.Len())
	outcomes := possible(p)
	if len(outcomes) == 1 {
		return lengths
	}
	for _, x := range outcomes { // p(x) is at least 2^(exponent−1), and less than its double
		_, exponent := math.Frexp(p.P(x))
		lengths[x] = max(1, 1-exponent) // 1 for a p(x) of 1 that others stand beside
	}
	return lengths
}

// Blocks returns the distribution of k outcomes drawn one after the other from p, each
// without regard to those before it, taken as one:
//
//	p(x₁, …, x_k) = p(x₁) · … · p(x_k)
//
// in lexical order, the last outcome changing fastest. Its entropy is k·H(p). A product too
// small for a float is 0.
//
// It is an error if k is not from 1 to 20, if there are more than 2²⁰ blocks, or if p sums
// to something so far from 1 that the blocks are out of [info.Tolerance].
func Blocks(p info.Distribution, k int) (info.Distribution, error) {
	const most = 1 << 20
	if k < 1 || k > 20 {
		return info.Distribution{}, fmt.Errorf("code: blocks of %d outcomes, want 1 to 20", k)
	}
	if n := math.Pow(float64(p.Len()), float64(k)); n > most {
		return info.Distribution{},
			fmt.Errorf("code: %d outcomes make %.6g blocks of %d, want at most %d", p.Len(), n, k, most)
	}
	blocks := []float64{1}
	for range k {
		var longer []float64
		for _, b := range blocks {
			for _, px := range p.All() {
				longer = append(longer, b*px)
			}
		}
		blocks = longer
	}
	d, err := info.New(blocks...)
	if err != nil {
		return info.Distribution{}, fmt.Errorf("code: blocks of %d: %w", k, err)
	}
	return d, nil
}
