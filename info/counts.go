package info

import (
	"fmt"
	"iter"
	"math/bits"
	"slices"
)

// Counts says how often each outcome was seen. The zero value has seen nothing. A copy of
// one that has seen something is, like the copy of a map, the same Counts: what is added to
// one of them is in both. It is not safe for concurrent use: count apart, and
// [Counts.Merge].
type Counts[T comparable] struct{ seen *tally[T] }

// A tally is what a Counts has seen.
type tally[T comparable] struct {
	outcomes []T // as they were first seen
	times    []uint64
	total    uint64
	number   map[T]int // of an outcome, in both
}

// Add counts an outcome once more. It panics if that is the 2⁶⁴th.
func (c *Counts[T]) Add(outcome T) {
	if c.seen == nil {
		c.seen = &tally[T]{number: map[T]int{}}
	}
	c.seen.total = grown(c.seen.total, 1)
	c.seen.add(outcome, 1)
}

func (t *tally[T]) add(outcome T, times uint64) {
	i, seen := t.number[outcome]
	if !seen {
		i = len(t.outcomes)
		t.number[outcome] = i
		t.outcomes = append(t.outcomes, outcome)
		t.times = append(t.times, 0)
	}
	t.times[i] += times
}

// grown is a total and more. No count is above its total, so where totals fit counts do.
func grown(total, more uint64) uint64 {
	sum, carry := bits.Add64(total, more, 0)
	if carry > 0 {
		panic(fmt.Sprintf("info: %d outcomes and %d more are 2⁶⁴ or more, too many to count", total, more))
	}
	return sum
}

// Merge adds what other has seen, as if it had been seen after what c has. It
// panics, and adds nothing, if that makes 2⁶⁴ or more.
func (c *Counts[T]) Merge(other *Counts[T]) {
	if other.seen == nil {
		return
	}
	if c.seen == nil {
		c.seen = &tally[T]{number: map[T]int{}}
	}
	c.seen.total = grown(c.seen.total, other.seen.total)
	for outcome, times := range other.All() {
		c.seen.add(outcome, times)
	}
}

// All yields each outcome with how often it was seen, in the order in which they
// were first seen.
func (c *Counts[T]) All() iter.Seq2[T, uint64] {
	return func(yield func(T, uint64) bool) {
		if c.seen == nil {
			return
		}
		for i, outcome := range c.seen.outcomes {
			if !yield(outcome, c.seen.times[i]) {
				return
			}
		}
	}
}

// Total returns how many outcomes were counted.
func (c *Counts[T]) Total() uint64 {
	if c.seen == nil {
		return 0
	}
	return c.seen.total
}

// Distribution returns the share of each outcome, in the order of [Counts.All]. It
// has no outcomes where nothing was seen.
func (c *Counts[T]) Distribution() Distribution { return shares(c.times(), c.Total()) }

// times is how often each outcome was seen, in their order.
func (c *Counts[T]) times() []uint64 {
	if c.seen == nil {
		return nil
	}
	return c.seen.times
}

// Entropy returns the entropy of [Counts.Distribution], in bits an outcome. It is the
// same number in whatever order the outcomes came. Of a sample of N from n outcomes it is
// the plug-in estimate of their entropy, and on average too low, because the sample lacks
// some of what is rare: by about (n − 1)/2N nats where N is large, and never by more than
// ln(1 + (n − 1)/N) nats.
//
// Source: Miller 1955; Paninski 2003, for the bound.
func (c *Counts[T]) Entropy() Bits {
	return Entropy(shares(slices.Sorted(slices.Values(c.times())), c.Total()))
}

// MillerMadow returns [Counts.Entropy] with what it lacks on average added, as far as that
// goes with 1/N, in bits an outcome:
//
//	H + (m − 1)/2N nats
//
// where m outcomes were seen, N in all. What the sample did not see it does not know of, so
// that where rare outcomes are missing it is still too low on average. It is 0 where
// nothing was counted.
//
// Source: Miller 1955.
func (c *Counts[T]) MillerMadow() Bits {
	if c.Total() == 0 {
		return 0
	}
	lacking := Nats(float64(len(c.times())-1) / (2 * float64(c.Total())))
	return c.Entropy() + lacking.Bits()
}

// ByteCounts says how often each byte was written to it. It takes 16 KB. The zero value
// has seen nothing, and a copy counts on its own.
// It is not safe for concurrent use: count apart, and [ByteCounts.Merge].
type ByteCounts struct {
	total uint64
	// Eight tables, because to raise the same number twice in a row is to wait.
	times [8][256]uint64
}

// Write counts the bytes of text, on one processor. It returns no error, and panics if
// that makes 2⁶⁴ bytes or more. Who has a long text in memory and more processors splits
// it, counts the parts apart, and merges them.
func (c *ByteCounts) Write(text []byte) (int, error) {
	n := len(text)
	c.total = grown(c.total, uint64(n))
	for ; len(text) >= 8; text = text[8:] {
		b := (*[8]byte)(text)
		c.times[0][b[0]]++
		c.times[1][b[1]]++
		c.times[2][b[2]]++
		c.times[3][b[3]]++
		c.times[4][b[4]]++
		c.times[5][b[5]]++
		c.times[6][b[6]]++
		c.times[7][b[7]]++
	}
	for _, b := range text {
		c.times[0][b]++
	}
	return n, nil
}

// Merge adds what other has seen. It panics, and adds nothing, if that makes 2⁶⁴ bytes
// or more.
func (c *ByteCounts) Merge(other *ByteCounts) {
	c.total = grown(c.total, other.total)
	for i := range c.times {
		for b, times := range other.times[i] {
			c.times[i][b] += times
		}
	}
}

// Count returns how often b was seen.
func (c *ByteCounts) Count(b byte) (n uint64) {
	for i := range c.times {
		n += c.times[i][b]
	}
	return n
}

// Total returns how many bytes were counted.
func (c *ByteCounts) Total() uint64 { return c.total }

// Distribution returns the share of each of the 256 bytes. It has no outcomes
// where nothing was seen.
func (c *ByteCounts) Distribution() Distribution { return shares(c.each(), c.total) }

func (c *ByteCounts) each() []uint64 {
	n := make([]uint64, 256)
	for b := range n {
		n[b] = c.Count(byte(b))
	}
	return n
}

// Entropy returns the entropy of [ByteCounts.Distribution], in bits a byte. Bounds:
// 0, where all bytes are the same, and 8.
func (c *ByteCounts) Entropy() Bits { return Entropy(c.Distribution()) }

// shares is n as parts of all, their sum, rounded once where that is at most 2⁵³.
func shares(n []uint64, all uint64) Distribution {
	if all == 0 {
		return Distribution{}
	}
	p := make([]float64, len(n))
	for i, times := range n {
		p[i] = float64(times) / float64(all)
	}
	return Distribution{p}
}
