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
	var nothing info.Counts[string]
	nothing.Merge(&nothing)
	expect(t, &nothing, "")
	if nothing.Distribution().Len() != 0 || nothing.Entropy() != 0 {
		t.Errorf("no words: %v, of %v", nothing.Distribution(), nothing.Entropy())
	}
}

// A copy of what has seen something is the same Counts, one of what has not its own.
func TestCountsCopied(t *testing.T) {
	a := *count("x")
	b := a
	b.Add("y")
	a.Add("y")
	expect(t, &a, "x 1 y 2")
	expect(t, &b, "x 1 y 2")
	var none info.Counts[string]
	other := none
	other.Add("z")
	expect(t, &none, "")
	expect(t, &other, "z 1")
	var apart info.Counts[string]
	apart.Merge(&a)
	apart.Add("x")
	expect(t, &a, "x 1 y 2")
}

// Totals stop short of 2⁶⁴, and what would go beyond leaves all as it was.
func TestCountsStopAt64Bits(t *testing.T) {
	words, bytes := count("to", "be"), new(info.ByteCounts)
	fmt.Fprint(bytes, "ab")
	for range 62 {
		words.Merge(words)
		bytes.Merge(bytes)
	}
	const most = 1 << 63
	for what, add := range map[string]func(){
		"Counts.Merge":     func() { words.Merge(words) },
		"ByteCounts.Merge": func() { bytes.Merge(bytes) },
	} {
		if !panics(add) {
			t.Errorf("%s goes beyond 2⁶⁴", what)
		}
	}
	expect(t, words, "to 4611686018427387904 be 4611686018427387904")
	if bytes.Total() != most || bytes.Count('a') != most/2 || bytes.Entropy() != 1 || words.Entropy() != 1 {
		t.Errorf("%d bytes, of %v and %v", bytes.Total(), bytes.Entropy(), words.Entropy())
	}
	one, oneByte := count("x"), new(info.ByteCounts)
	fmt.Fprint(oneByte, "x")
	for range 63 { // to 2⁶⁴ − 1, which is 1 + 2 + 4 + …
		one.Merge(one)
		one.Add("x")
		oneByte.Merge(oneByte)
		fmt.Fprint(oneByte, "x")
	}
	if one.Total() != math.MaxUint64 || one.Entropy() != 0 || oneByte.Total() != math.MaxUint64 {
		t.Errorf("totals %d and %d, want 2⁶⁴ − 1", one.Total(), oneByte.Total())
	}
	if !panics(func() { one.Add("y") }) || !panics(func() { fmt.Fprint(oneByte, "y") }) {
		t.Error("one more goes beyond 2⁶⁴")
	}
	expect(t, one, "x 18446744073709551615")
}

func panics(call func()) (did bool) {
	defer func() { did = recover() != nil }()
	call()
	return false
}

// NaN is not equal to NaN, so each is an outcome of its own. 0 and −0 are equal.
func TestCountsOfFloats(t *testing.T) {
	c := count(nan, 0, nan, math.Copysign(0, -1))
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

func TestByteCounts(t *testing.T) {
	var c info.ByteCounts
	if c.Distribution().Len() != 0 || c.Entropy() != 0 {
		t.Errorf("no bytes: %v, of %v", c.Distribution(), c.Entropy())
	}
	all := make([]byte, 256)
	for b := range all {
		all[b] = byte(b)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = c.Write(all) }); n != 0 {
		t.Errorf("Write allocates %v times", n)
	}
	for range 40 {
		c.Merge(&c)
	}
	if c.Count(7) != 101<<40 || c.Total() != 256*101<<40 || c.Entropy() != 8 {
		t.Errorf("doubled 40 times, %d of %d are a 7, of %v", c.Count(7), c.Total(), c.Entropy())
	}
}

// Bytes that were written and merged in parts have the counts, and the entropy, that they
// have as outcomes of any type.
func FuzzByteCounts(f *testing.F) {
	for n := range len(hamlet) + 1 {
		f.Add([]byte(hamlet), []byte{byte(n)})
		f.Add([]byte(hamlet[:n]), []byte{0, 1, 7})
	}
	f.Add(bytes.Repeat([]byte{0, 255}, 300), []byte{9, 255, 17})
	f.Fuzz(func(t *testing.T, text, sizes []byte) {
		var c info.ByteCounts
		rest := text
		write := func(c *info.ByteCounts, n int) {
			if written, err := c.Write(rest[:n]); written != n || err != nil {
				t.Errorf("Write of %d bytes returned %d, %v", n, written, err)
			}
			rest = rest[n:]
		}
		for _, size := range sizes {
			var part info.ByteCounts
			write(&part, min(int(size), len(rest)))
			c.Merge(&part)
		}
		write(&c, len(rest))
		want := count(text...)
		for b, times := range want.All() {
			if got := c.Count(b); got != times {
				t.Errorf("byte %d was counted %d times, want %d", b, got, times)
			}
		}
		if c.Total() != want.Total() {
			t.Errorf("%d of %d bytes were counted", c.Total(), want.Total())
		}
		const rounding = 1e-14 // bits, of sums in another order
		if h, want := c.Entropy(), want.Entropy(); !(math.Abs(float64(h-want)) <= rounding) {
			t.Errorf("%q has %v bits a byte, want %v", text, h, want)
		}
	})
}

// A coin that fell twice on one side and once on the other lacks 1/6 nat.
func TestMillerMadow(t *testing.T) {
	for _, c := range []struct {
		words string
		want  info.Bits
	}{
		{"", 0},
		{"a a a", 0},
		{"a a b", info.BinaryEntropy(1./3) + info.Nats(1./6).Bits()},
		{"a b c d", 2 + info.Nats(3./8).Bits()},
	} {
		if got := count(strings.Fields(c.words)...).MillerMadow(); math.Abs(float64(got-c.want)) > 1e-15 {
			t.Errorf("%q: %v, want %v", c.words, got, c.want)
		}
	}
}

func TestEstimate(t *testing.T) {
	inf := info.Bits(math.Inf(1))
	nan := info.Bits(math.NaN())
	for _, c := range []struct {
		surprisals          []info.Bits
		mean, standardError info.Bits
	}{
		{[]info.Bits{1, 2, 3, 6}, 3, info.Bits(math.Sqrt(14. / 3 / 4))},
		{[]info.Bits{2, 2}, 2, 0},
		{[]info.Bits{2}, 2, nan},
		{nil, nan, nan},
		{[]info.Bits{1, inf}, inf, nan},
	} {
		mean, standardError := info.Estimate(c.surprisals)
		if !same(mean, c.mean) || !same(standardError, c.standardError) {
			t.Errorf("%v: %v ± %v, want %v ± %v", c.surprisals, mean, standardError, c.mean, c.standardError)
		}
	}
}

// same holds of two numbers within rounding, and of two that are none.
func same(a, b info.Bits) bool {
	return a == b || a != a && b != b || math.Abs(float64(a-b)) <= 1e-15
}
