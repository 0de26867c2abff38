package info_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"crossentropy/info"
)

// hamlet's words sort otherwise than they come, and his 18 bytes are 16 and 2.
const hamlet = "to be or not to be"

func ExampleCounts() {
	var words info.Counts[string]
	for _, word := range strings.Fields(hamlet) {
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

func ExampleByteCounts() {
	var text info.ByteCounts
	fmt.Fprint(&text, hamlet)
	fmt.Println(text.Total(), "bytes, of which", text.Count('o'), "are an o")
	fmt.Println(text.Entropy(), "a byte")
	// Output:
	// 18 bytes, of which 4 are an o
	// 2.594 bits a byte
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

func TestByteCountsOfEachByte(t *testing.T) {
	var c info.ByteCounts
	var all, more []byte
	for b := range 256 {
		all = append(all, byte(b))
		more = append(more, bytes.Repeat([]byte{byte(b)}, b)...)
	}
	write(t, &c, all)
	counted(t, &c, all)
	if h := c.Entropy(); h != 8 {
		t.Errorf("H = %v, want 8 bits", float64(h))
	}
	write(t, &c, more)
	counted(t, &c, append(all, more...))
	if n := testing.AllocsPerRun(100, func() { write(t, &c, all) }); n != 0 {
		t.Errorf("Write allocates %v times", n)
	}
}

func TestByteCountsMerge(t *testing.T) {
	text := []byte(hamlet + hamlet)
	var c, other info.ByteCounts
	write(t, &c, text[:11])
	write(t, &other, text[11:])
	c.Merge(&other)
	counted(t, &c, text)
	counted(t, &other, text[11:])
	h := c.Entropy()
	for range 40 {
		c.Merge(&c)
	}
	if c.Count('o') != 8<<40 || c.Total() != 36<<40 || c.Entropy() != h {
		t.Errorf("doubled 40 times, %d of %d are an o, of %v", c.Count('o'), c.Total(), c.Entropy())
	}
}

// Bytes have the entropy that they have as outcomes of any type.
func FuzzByteCounts(f *testing.F) {
	for n := range len(hamlet) + 1 {
		f.Add([]byte(hamlet), []byte{byte(n)})
		f.Add([]byte(hamlet[:n]), []byte{0, 1, 7})
	}
	f.Add(bytes.Repeat([]byte{0, 255}, 300), []byte{9, 255, 17})
	f.Fuzz(func(t *testing.T, text, sizes []byte) {
		var c info.ByteCounts
		rest := text
		for _, size := range sizes {
			n := min(int(size), len(rest))
			write(t, &c, rest[:n])
			rest = rest[n:]
		}
		write(t, &c, rest)
		counted(t, &c, text)
		const rounding = 1e-14 // bits, of sums in another order
		h, want := float64(c.Entropy()), float64(count(text...).Entropy())
		if !(math.Abs(h-want) <= rounding) {
			t.Errorf("%q has %v bits a byte, want %v", text, h, want)
		}
	})
}

// write writes text, which never fails.
func write(t *testing.T, c *info.ByteCounts, text []byte) {
	t.Helper()
	if n, err := c.Write(text); n != len(text) || err != nil {
		t.Errorf("Write of %d bytes returned %d, %v", len(text), n, err)
	}
}

// counted checks c against text, counted a byte at a time.
func counted(t *testing.T, c *info.ByteCounts, text []byte) {
	t.Helper()
	var want [256]uint64
	for _, b := range text {
		want[b]++
	}
	for b, times := range want {
		if got := c.Count(byte(b)); got != times {
			t.Errorf("byte %d was counted %d times, want %d", b, got, times)
		}
	}
	if c.Total() != uint64(len(text)) {
		t.Errorf("%d of %d bytes were counted", c.Total(), len(text))
	}
}
