package info_test

import (
	"bytes"
	"fmt"
	"math"
	"runtime"
	"testing"

	"crossentropy/info"
)

func ExampleByteCounts() {
	var text info.ByteCounts
	fmt.Fprint(&text, "to be or not to be")
	fmt.Println(text.Total(), "bytes, of which", text.Count('o'), "are an o")
	fmt.Println(text.Entropy(), "a byte")
	// Output:
	// 18 bytes, of which 4 are an o
	// 2.594 bits a byte
}

func TestByteCountsOfEachLength(t *testing.T) {
	for n := range len(hamlet) + 1 {
		for i := range n + 1 {
			var c info.ByteCounts
			write(t, &c, []byte(hamlet[:i]))
			write(t, &c, []byte(hamlet[i:n]))
			counted(t, &c, []byte(hamlet[:n]))
		}
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

// A text of megabytes is counted in parts at once, and none of it twice or not at all.
func TestByteCountsOfALongText(t *testing.T) {
	var c info.ByteCounts
	text := bytes.Repeat([]byte(hamlet), 16<<20/len(hamlet)+1) // long enough to be counted by two at once
	processors := runtime.GOMAXPROCS(0)
	write(t, &c, text)
	counted(t, &c, text)
	if now := runtime.GOMAXPROCS(0); now != processors {
		t.Errorf("%d processors are left of %d", now, processors)
	}
}

// Two that counted in one place would get into each other's way, and most where all
// bytes are the same.
func TestByteCountsOfOneByte(t *testing.T) {
	const times, length = 16, 16 << 20
	var c info.ByteCounts
	text := bytes.Repeat([]byte{'o'}, length)
	for range times {
		write(t, &c, text)
	}
	if c.Count('o') != times*length || c.Total() != times*length {
		t.Errorf("%d of %d are an o, want %d", c.Count('o'), c.Total(), times*length)
	}
}

func TestByteCountsMerge(t *testing.T) {
	var c, other info.ByteCounts
	write(t, &c, []byte(hamlet[:11]))
	write(t, &other, []byte(hamlet[11:]))
	c.Merge(&other)
	counted(t, &c, []byte(hamlet))
	counted(t, &other, []byte(hamlet[11:]))
	h := c.Entropy()
	for range 40 {
		c.Merge(&c)
	}
	if c.Count('o') != 4<<40 || c.Total() != 18<<40 || c.Entropy() != h {
		t.Errorf("doubled 40 times, %d of %d are an o, of %v", c.Count('o'), c.Total(), c.Entropy())
	}
}

func TestByteCountsEntropy(t *testing.T) {
	var c info.ByteCounts
	write(t, &c, []byte(hamlet))
	weights := make([]float64, 256)
	for _, b := range []byte(hamlet) {
		weights[b]++
	}
	p, err := info.Normalize(weights...)
	const rounding = 8 * 0x1p-52 // bits: Normalize rounds twice, the shares of counts once
	if off := float64(c.Entropy() - info.Entropy(p)); err != nil || !(math.Abs(off) <= rounding) {
		t.Errorf("H = %v is %v off, %v", c.Entropy(), off, err)
	}
}

func FuzzByteCounts(f *testing.F) {
	f.Add([]byte(nil), []byte(nil))
	f.Add([]byte(hamlet), []byte{0, 1, 7, 8})
	f.Add(bytes.Repeat([]byte{0, 255}, 300), []byte{9, 255, 17})
	f.Fuzz(func(t *testing.T, text, sizes []byte) {
		var whole, first, second info.ByteCounts
		rest := text
		for _, size := range sizes {
			n := min(int(size), len(rest))
			write(t, &whole, rest[:n])
			rest = rest[n:]
		}
		write(t, &whole, rest)
		counted(t, &whole, text)
		write(t, &first, text[:len(text)/2])
		write(t, &second, text[len(text)/2:])
		first.Merge(&second)
		counted(t, &first, text)
		if len(text) > 0 {
			sound(t, whole.Distribution())
		}
		if h := whole.Entropy(); !(h >= 0 && h <= 8) {
			t.Errorf("%q has %v a byte", text, float64(h))
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
