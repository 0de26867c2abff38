package info_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"crossentropy/info"
)

func ExampleCounts() {
	var words info.Counts[string]
	for _, word := range strings.Fields("to be or not to be") {
		words.Add(word)
	}
	for word, times := range words.All() {
		fmt.Println(word, times)
	}
	fmt.Println(words.Entropy(), "a word")
	// Output:
	// to 2
	// be 2
	// or 1
	// not 1
	// 1.918 bits a word
}

func TestCountsOfNothing(t *testing.T) {
	var words info.Counts[string]
	words.Merge(&words)
	expect(t, &words, "")
	if words.Distribution().Len() != 0 || words.Entropy() != 0 {
		t.Errorf("no words: %v, of %v", words.Distribution(), words.Entropy())
	}
	var text info.ByteCounts
	text.Merge(&text)
	counted(t, &text, nil)
	if text.Distribution().Len() != 0 || text.Entropy() != 0 {
		t.Errorf("no bytes: %v, of %v", text.Distribution(), text.Entropy())
	}
}

// hamlet's words sort otherwise than they come, and his 18 bytes are 16 and 2.
const hamlet = "to be or not to be"

func TestCountsMerge(t *testing.T) {
	words := strings.Fields(hamlet)
	for i := range len(words) + 1 {
		first, second := count(words[:i]...), count(words[i:]...)
		first.Merge(second)
		expect(t, first, "to 2 be 2 or 1 not 1")
		if n := second.Total(); n != uint64(len(words)-i) {
			t.Errorf("once merged, %d of %d words are left", n, len(words)-i)
		}
	}
	all := count(words...)
	all.Merge(all)
	expect(t, all, "to 4 be 4 or 2 not 2")
}

func TestCountsDistribution(t *testing.T) {
	c := count(strings.Fields(hamlet)...)
	want := info.Must(2./6, 2./6, 1./6, 1./6)
	if p := c.Distribution(); p.String() != want.String() || c.Entropy() != info.Entropy(want) {
		t.Errorf("got %v, of %v, want %v", p, c.Entropy(), want)
	}
	for word := range c.All() {
		if word == "be" {
			break // which All must take for an answer
		}
	}
}

// NaN is not equal to NaN, so each is an outcome of its own. 0 and −0 are equal.
func TestCountsOfFloats(t *testing.T) {
	c := count(nan, 0, nan, math.Copysign(0, -1))
	expect(t, c, "NaN 1 0 2 NaN 1")
	if h := c.Entropy(); h != 1.5 {
		t.Errorf("H = %v, want 1.5 bits", h)
	}
	c.Merge(c)
	expect(t, c, "NaN 1 0 4 NaN 1 NaN 1 NaN 1")
}

func count[T comparable](outcomes ...T) *info.Counts[T] {
	var c info.Counts[T]
	for _, outcome := range outcomes {
		c.Add(outcome)
	}
	return &c
}

// expect checks what was seen and how often, as in "to 2 be 2 or 1 not 1".
func expect[T comparable](t *testing.T, c *info.Counts[T], want string) {
	t.Helper()
	var seen []string
	var total uint64
	for outcome, times := range c.All() {
		seen = append(seen, fmt.Sprint(outcome), fmt.Sprint(times))
		total += times
	}
	if got := strings.Join(seen, " "); got != want || c.Total() != total {
		t.Errorf("got %s, %d in all, want %s", got, c.Total(), want)
	}
}
