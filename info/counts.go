package info

import (
	"iter"
	"slices"
)

// Counts says how often each outcome was seen. The zero value has seen nothing.
// It is not safe for concurrent use: count apart, and [Counts.Merge].
type Counts[T comparable] struct {
	outcomes []T // as they were first seen
	times    []uint64
	number   map[T]int // of an outcome, in both
}

// Add counts an outcome once more.
func (c *Counts[T]) Add(outcome T) { c.add(outcome, 1) }

func (c *Counts[T]) add(outcome T, times uint64) {
	i, seen := c.number[outcome]
	if !seen {
		if c.number == nil {
			c.number = map[T]int{}
		}
		i = len(c.outcomes)
		c.number[outcome] = i
		c.outcomes = append(c.outcomes, outcome)
		c.times = append(c.times, 0)
	}
	c.times[i] += times
}

// Merge adds what other has seen, as if it had been seen after what c has.
func (c *Counts[T]) Merge(other *Counts[T]) {
	for outcome, times := range other.All() {
		c.add(outcome, times)
	}
}

// All yields each outcome with how often it was seen, in the order in which they
// were first seen.
func (c *Counts[T]) All() iter.Seq2[T, uint64] {
	return func(yield func(T, uint64) bool) {
		for i, outcome := range c.outcomes {
			if !yield(outcome, c.times[i]) {
				return
			}
		}
	}
}

// Total returns how many outcomes were counted.
func (c *Counts[T]) Total() uint64 { return totalOf(c.times) }

// Distribution returns the share of each outcome, in the order of [Counts.All]. It
// has no outcomes where nothing was seen.
func (c *Counts[T]) Distribution() Distribution { return shares(c.times) }

// Entropy returns the entropy of [Counts.Distribution], in bits an outcome. It is the
// same number in whatever order the outcomes came. Of a sample it is on average too
// low, because the sample lacks some of what is rare.
//
// Source: Miller 1955, for what it lacks.
func (c *Counts[T]) Entropy() Bits {
	return Entropy(shares(slices.Sorted(slices.Values(c.times))))
}

// ByteCounts says how often each byte was written to it. It takes 16 KB. The zero value
// has seen nothing.
// It is not safe for concurrent use: count apart, and [ByteCounts.Merge].
type ByteCounts struct {
	// Eight tables, because to raise the same number twice in a row is to wait.
	times [8][256]uint64
}

// Write counts the bytes of text, on one processor. It never fails. Who has a long text in
// memory and more processors splits it, counts the parts apart, and merges them.
func (c *ByteCounts) Write(text []byte) (int, error) {
	n := len(text)
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

// Merge adds what other has seen.
func (c *ByteCounts) Merge(other *ByteCounts) {
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
func (c *ByteCounts) Total() uint64 { return totalOf(c.each()) }

// Distribution returns the share of each of the 256 bytes. It has no outcomes
// where nothing was seen.
func (c *ByteCounts) Distribution() Distribution { return shares(c.each()) }

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

// shares is n as parts of its sum, rounded once where that is at most 2⁵³.
func shares(n []uint64) Distribution {
	all := totalOf(n)
	if all == 0 {
		return Distribution{}
	}
	p := make([]float64, len(n))
	for i, times := range n {
		p[i] = float64(times) / float64(all)
	}
	return Distribution{p}
}

func totalOf(n []uint64) (sum uint64) {
	for _, times := range n {
		sum += times
	}
	return sum
}
