package info

import (
	"runtime"
	"slices"
	"sync"
)

// ByteCounts says how often each byte was written to it. It takes 16 KB, and as much
// for each processor while they share a long text. The zero value has seen nothing.
// It is not safe for concurrent use: count apart, and [ByteCounts.Merge].
type ByteCounts struct {
	// Eight tables, because to raise the same number twice in a row is to wait.
	times [8][256]uint64
}

// Write counts the bytes of text, those of some megabytes on all processors. It never
// fails.
func (c *ByteCounts) Write(text []byte) (int, error) {
	const enough = 1 << 20 // for a processor to be worth the while
	if n := min(runtime.GOMAXPROCS(0), len(text)/enough); n > 1 {
		c.countOn(n, text)
	} else {
		c.count(text)
	}
	return len(text), nil
}

// countOn counts text in n parts at once.
func (c *ByteCounts) countOn(n int, text []byte) {
	var parts []*ByteCounts
	var done sync.WaitGroup
	for piece := range slices.Chunk(text, len(text)/n+1) {
		part := new(ByteCounts)
		parts = append(parts, part)
		done.Go(func() { part.count(piece) })
	}
	done.Wait()
	for _, part := range parts {
		c.Merge(part)
	}
}

func (c *ByteCounts) count(text []byte) {
	for ; len(text) >= 16; text = text[16:] {
		b := (*[16]byte)(text)
		c.times[0][b[0]]++
		c.times[1][b[1]]++
		c.times[2][b[2]]++
		c.times[3][b[3]]++
		c.times[4][b[4]]++
		c.times[5][b[5]]++
		c.times[6][b[6]]++
		c.times[7][b[7]]++
		c.times[0][b[8]]++
		c.times[1][b[9]]++
		c.times[2][b[10]]++
		c.times[3][b[11]]++
		c.times[4][b[12]]++
		c.times[5][b[13]]++
		c.times[6][b[14]]++
		c.times[7][b[15]]++
	}
	for _, b := range text {
		c.times[0][b]++
	}
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
