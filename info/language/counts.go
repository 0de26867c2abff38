package language

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Counts says how often each letter came after each context: the letters just before it,
// as many as the order of the counts, and any fewer of them down to none. It is not safe
// for concurrent use.
type Counts struct {
	order int
	// The keys of times are a context and the letter behind it; those of after are
	// contexts, with how often any letter came behind.
	times, after map[string]int
	sorted       []string // see grams; nil where letters were counted since
}

// NewCounts returns counts of an order, which have seen nothing. It panics if the order is
// negative.
func NewCounts(order int) *Counts {
	if order < 0 {
		panic(fmt.Sprintf("language: an order of %d is negative", order))
	}
	return &Counts{order: order, times: map[string]int{}, after: map[string]int{}}
}

// Add counts the letters of a text, each once after each of its contexts.
func (c *Counts) Add(text string) {
	c.sorted = nil
	text = strings.Repeat(string(Space), c.order) + text
	var starts []int // of the letters in text
	for at := range text {
		starts = append(starts, at)
	}
	starts = append(starts, len(text))
	for i := c.order; i < len(starts)-1; i++ {
		for k := range c.order + 1 {
			c.times[text[starts[i-k]:starts[i+1]]]++
			c.after[text[starts[i-k]:starts[i]]]++
		}
	}
}

// AddTimes counts a letter so many times after a context, of which a shorter one than the
// order is the beginning of a text.
func (c *Counts) AddTimes(context string, next rune, times int) {
	c.sorted = nil
	context = last(context, c.order)
	for {
		c.times[context+string(next)] += times
		c.after[context] += times
		if context == "" {
			return
		}
		context = shorter(context)
	}
}

// Times returns how often a letter came after a context, of at most as many letters as the
// order.
func (c *Counts) Times(context string, next rune) int { return c.times[context+string(next)] }

// last returns the last n letters of a text, with its beginning where it has fewer.
func last(text string, n int) string {
	at := len(text)
	for range n {
		if at == 0 {
			return strings.Repeat(string(Space), n-utf8.RuneCountInString(text)) + text
		}
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

// shorter returns a context without its first letter.
func shorter(context string) string {
	_, size := utf8.DecodeRuneInString(context)
	return context[size:]
}

// Order returns how many letters the longest contexts have.
func (c *Counts) Order() int { return c.order }

// Total returns how many letters were counted.
func (c *Counts) Total() int { return c.after[""] }

// Alphabet returns the letters that were counted, in the order of Unicode.
func (c *Counts) Alphabet() []rune {
	var letters []rune
	for gram := range c.times {
		if letter, size := utf8.DecodeRuneInString(gram); size == len(gram) {
			letters = append(letters, letter)
		}
	}
	slices.Sort(letters)
	return letters
}

// grams returns the longest contexts, each with a letter that came behind it, in the order
// of the alphabet, so that sums over them are the same in each run.
func (c *Counts) grams() []string {
	if c.sorted == nil {
		c.sorted = slices.DeleteFunc(slices.Collect(maps.Keys(c.times)), func(gram string) bool {
			return utf8.RuneCountInString(gram) <= c.order
		})
		slices.Sort(c.sorted)
	}
	return c.sorted
}
