package language

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"crossentropy/info"
)

// A Model says how likely next is, behind all that stands before it in a text. Over the
// letters of an alphabet its probabilities sum to 1.
type Model func(before string, next rune) float64

// AddLambda returns the model of the counts that looks at the last letters before, as many
// as order, with λ added to the count of each letter of an alphabet, which is how many
// letters there can be:
//
//	P(x | c) = (n(c, x) + λ) / (n(c) + λ·alphabet)
//
// where n(c, x) is how often x came after the context c, and n(c) how often any letter
// did. With λ = 1 this is Laplace's rule of succession. Special cases are:
//
//	λ = 0: the shares as they were counted; what was never seen has probability 0,
//	after a context that was never seen too
//
// It panics if the order is above that of the counts, if λ is negative, or not finite for
// all letters together, or if more letters were counted than an alphabet has.
//
// Source: Chen & Goodman 1996.
func (c *Counts) AddLambda(order int, lambda float64, alphabet int) Model {
	c.check(order, alphabet)
	if !(lambda >= 0 && lambda*float64(alphabet) <= math.MaxFloat64) {
		panic(fmt.Sprintf("language: λ = %v, want a number from 0 up, finite times %d letters", lambda, alphabet))
	}
	return func(before string, next rune) float64 {
		context := last(before, order)
		all := float64(c.after[context]) + lambda*float64(alphabet)
		if all == 0 {
			return 0
		}
		return (float64(c.times[context+string(next)]) + lambda) / all
	}
}

func (c *Counts) check(order, alphabet int) {
	if order < 0 || order > c.order {
		panic(fmt.Sprintf("language: order %d, want 0 to %d", order, c.order))
	}
	if n := len(c.Alphabet()); n > alphabet {
		panic(fmt.Sprintf("language: %d letters were counted, want %d", n, alphabet))
	}
}

// Interpolated returns the model of the counts that mixes contexts of all lengths up to
// order. It starts from an alphabet of equally likely letters, and from no context to the
// longest mixes what it has with the shares counted there:
//
//	P(x | c) = weight · n(c, x)/n(c) + (1 − weight) · P(x | c without its first letter)
//
// Where a context was never seen, it stays with the shorter one. Bounds: at least
// (1 − weight)^(order + 1) / alphabet, so that no letter is impossible unless weight is 1.
//
// It panics if the order is above that of the counts, if the weight is not from 0 to 1, or
// if more letters were counted than an alphabet has.
//
// Source: Jelinek & Mercer 1980, who fit a weight to each context, on text held back.
func (c *Counts) Interpolated(order int, weight float64, alphabet int) Model {
	c.check(order, alphabet)
	if !(weight >= 0 && weight <= 1) {
		panic(fmt.Sprintf("language: weight = %v, want 0 to 1", weight))
	}
	var mixed Model
	mixed = func(context string, next rune) float64 {
		p := 1 / float64(alphabet)
		if context != "" {
			p = mixed(shorter(context), next)
		}
		all := c.after[context]
		if all == 0 {
			return p
		}
		return weight*float64(c.times[context+string(next)])/float64(all) + (1-weight)*p
	}
	return func(before string, next rune) float64 { return mixed(last(before, order), next) }
}

// Surprisals returns what each letter of a text costs, in bits: its surprisal, after all
// that stands before it. It is +Inf for a letter to which the model gives probability 0.
func (m Model) Surprisals(text string) []info.Bits {
	costs := make([]info.Bits, 0, utf8.RuneCountInString(text))
	for at, letter := range text {
		costs = append(costs, info.Surprisal(m(text[:at], letter)))
	}
	return costs
}

// Cost returns what a text costs, in bits: the sum of what its letters cost,
//
//	Σ log₂ 1/P(x | what stands before it)
//
// which is the surprisal of the whole text.
//
// Source: Cover & Thomas 2006, Theorem 2.5.1, for the mean over texts.
func (m Model) Cost(text string) (cost info.Bits) {
	for _, h := range m.Surprisals(text) {
		cost += h
	}
	return cost
}

// Guesses returns how many guesses a model needs for each letter of a text. It guesses the
// letters of an alphabet, the likeliest after what stands before first, and equally likely ones
// in the order of the alphabet. Who guesses alike can read the text from these numbers. A letter that is
// not in the alphabet is never found, which is 0.
//
// Source: Shannon 1951, §4.
func (m Model) Guesses(text, alphabet string) []int {
	guesses := make([]int, 0, utf8.RuneCountInString(text))
	for at, letter := range text {
		if !strings.ContainsRune(alphabet, letter) {
			guesses = append(guesses, 0)
			continue
		}
		p, n, tied := m(text[:at], letter), 1, true
		for _, other := range alphabet {
			tied = tied && other != letter
			if q := m(text[:at], other); q > p || q == p && tied {
				n++
			}
		}
		guesses = append(guesses, n)
	}
	return guesses
}

// CrossEntropy returns what a counted letter costs on average, in bits a letter:
//
//	H(counts, m) = 1/N Σ n(c, x) · log₂ 1/P(x | c)
//
// over the longest contexts c of the counts and the N letters after them. For a model that
// looks no further back, it is the cost of what was counted, by its letters. It is +Inf if
// the model rules out a letter that was counted, and NaN where none was.
func (m Model) CrossEntropy(c *Counts) info.Bits {
	var cost info.Bits
	for _, gram := range c.grams() {
		next, size := utf8.DecodeLastRuneInString(gram)
		cost += info.Bits(c.times[gram]) * info.Surprisal(m(gram[:len(gram)-size], next))
	}
	return cost / info.Bits(c.Total())
}

// Posterior returns how likely it is of each model that it wrote a text, when one of them
// did and each was as likely to, from what the text costs under each:
//
//	2^−cost / Σ 2^−cost
//
// So a model that is k bits cheaper than another is 2ᵏ times as likely. It has no outcomes
// where no cost is finite.
func Posterior(costs ...info.Bits) info.Distribution {
	least := info.Bits(math.Inf(1))
	for _, cost := range costs {
		least = min(least, cost)
	}
	odds := make([]float64, len(costs))
	for i, cost := range costs {
		odds[i] = math.Exp2(float64(least - cost))
	}
	p, err := info.Normalize(odds...)
	if err != nil { // the least cost is infinite
		return info.Distribution{}
	}
	return p
}
