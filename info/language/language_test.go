package language

import (
	"math"
	"slices"
	"strings"
	"testing"

	"crossentropy/info"
)

func TestLetters(t *testing.T) {
	for _, c := range []struct{ written, want string }{
		{"Wie spät ist's?", "wie_spät_ist_s_"},
		{"  l'eau—42 ÉTÉ ", "l_eau_été_"},
		{"co\u00adop na\u0308he", "coop_nahe_"}, // a soft hyphen, and a mark by itself
		{"İI ΣΑΣ", "ii_σασ_"},
		{"one\ntwo", "one_two_"},
		{"123 …", ""},
		{"", ""},
	} {
		if got := Letters(c.written); got != c.want {
			t.Errorf("%q is read %q, want %q", c.written, got, c.want)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		share         float64
		counted, held string
	}{{0.8, "äöüß", "_"}, {0, "", "äöüß_"}, {1, "äöüß_", ""}} {
		if a, b := Split("äöüß_", c.share); a != c.counted || b != c.held {
			t.Errorf("%v of it is %q, and %q is left", c.share, a, b)
		}
	}
}

func counted(order int, texts ...string) *Counts {
	c := NewCounts(order)
	for _, text := range texts {
		c.Add(text)
	}
	return c
}

func TestCounts(t *testing.T) {
	c := counted(1, "öl_", "öd_")
	if c.Order() != 1 || c.Total() != 6 || string(c.Alphabet()) != "_dlö" {
		t.Errorf("order %d, %d letters, of %q", c.Order(), c.Total(), string(c.Alphabet()))
	}
	for _, of := range []struct {
		context string
		next    rune
		want    int
	}{{"", 'ö', 2}, {"_", 'ö', 2}, {"ö", 'l', 1}, {"l", 'ö', 0}, {"dö", 'd', 0}} {
		if got := c.Times(of.context, of.next); got != of.want {
			t.Errorf("%c came %d times after %q, want %d", of.next, got, of.context, of.want)
		}
	}
	pairs := NewCounts(1) // the same, by pairs
	pairs.AddTimes("", 'ö', 2)
	pairs.AddTimes("ö", 'l', 1)
	pairs.AddTimes("xö", 'd', 1)
	pairs.AddTimes("l", '_', 1)
	pairs.AddTimes("d", '_', 1)
	for _, of := range []struct {
		before string
		next   rune
		want   float64
	}{
		{"", 'ö', 1},
		{"_", 'ö', 1},
		{"ö", 'l', 0.5},
		{"dö", 'd', 0.5},
		{"d", '_', 1},
		{"d", 'd', 0},
		{"x", 'd', 0},
	} {
		for name, c := range map[string]*Counts{"text": c, "pairs": pairs} {
			if got := c.AddLambda(1, 0, 4)(of.before, of.next); got != of.want {
				t.Errorf("%s: P(%c | %s) = %v, want %v", name, of.next, of.before, got, of.want)
			}
		}
	}
}

// Numbers by hand: "aab" is aab after a space.
func TestModels(t *testing.T) {
	c := counted(2, "aab")
	for _, test := range []struct {
		name string
		m    Model
		want []float64 // of a, a, b in turn, and of b at the end
	}{
		{"order 0", c.AddLambda(0, 0, 2), []float64{2. / 3, 2. / 3, 1. / 3, 1. / 3}},
		{"order 1", c.AddLambda(1, 0, 2), []float64{1, 0.5, 0.5, 0}},
		{"order 2", c.AddLambda(2, 0, 2), []float64{1, 1, 1, 0}},
		{"one added", c.AddLambda(1, 1, 3), []float64{2. / 4, 2. / 5, 2. / 5, 1. / 3}},
		{"mixed, order 0", c.Interpolated(0, 0.5, 2), []float64{7. / 12, 7. / 12, 5. / 12, 5. / 12}},
		{"mixed, order 1", c.Interpolated(1, 0.5, 2), []float64{19. / 24, 13. / 24, 11. / 24, 5. / 12}},
		{"mixed, nothing", c.Interpolated(2, 0, 2), []float64{0.5, 0.5, 0.5, 0.5}},
	} {
		for i, before := range []string{"", "a", "aa", "aab"} {
			next := []rune("aabb")[i]
			if got := test.m(before, next); math.Abs(got-test.want[i]) > 1e-15 {
				t.Errorf("%s: P(%c | %s) = %v, want %v", test.name, next, before, got, test.want[i])
			}
		}
	}
}

func TestCost(t *testing.T) {
	c := counted(1, "aab")
	m := c.AddLambda(1, 0, 2)
	if got := m.Surprisals("aab"); !slices.Equal(got, []info.Bits{0, 1, 1}) {
		t.Errorf("letters cost %v", got)
	}
	if got := m.Cost("aab"); got != 2 {
		t.Errorf("the text costs %v, want 2 bits", got)
	}
	if got := m.CrossEntropy(c); got != 2./3 {
		t.Errorf("a letter costs %v, want 2/3 bit", got)
	}
	if got := m.Cost("b"); !math.IsInf(float64(got), 1) {
		t.Errorf("what was never seen costs %v", got)
	}
	if got := m.CrossEntropy(NewCounts(1)); got == got {
		t.Errorf("no letters cost %v each", got)
	}
}

// By its letters or by their counts, a text costs the same.
func TestCrossEntropy(t *testing.T) {
	text := Letters(strings.Repeat("the cat sat on the mat and ate a hat ", 3))
	m := counted(3, "this_is_what_the_model_has_read_").Interpolated(2, 0.5, 27)
	byLetters := m.Cost(text) / info.Bits(len(text))
	if byCounts := m.CrossEntropy(counted(2, text)); math.Abs(float64(byCounts-byLetters)) > 1e-12 {
		t.Errorf("by its counts %v a letter, by its letters %v", byCounts, byLetters)
	}
}

func TestPosterior(t *testing.T) {
	inf := info.Bits(math.Inf(1))
	for _, c := range []struct{ costs, want []float64 }{
		{[]float64{12, 10, math.Inf(1)}, []float64{0.2, 0.8, 0}},
		{[]float64{1e6, 1e6 + 1}, []float64{2. / 3, 1. / 3}},
	} {
		var costs []info.Bits
		for _, cost := range c.costs {
			costs = append(costs, info.Bits(cost))
		}
		p := Posterior(costs...)
		for i, want := range c.want {
			if math.Abs(p.P(i)-want) > 1e-15 {
				t.Errorf("costs %v: %v, want %v", c.costs, p.Probabilities(), c.want)
			}
		}
	}
	if n := Posterior(inf, inf).Len(); n != 0 {
		t.Errorf("impossible under all: %d outcomes", n)
	}
}

func TestPanics(t *testing.T) {
	c := counted(1, "ab")
	for want, call := range map[string]func(){
		"an order of -1 is negative":                                  func() { NewCounts(-1) },
		"order 2, want 0 to 1":                                        func() { c.AddLambda(2, 0, 3) },
		"order -1, want 0 to 1":                                       func() { c.Interpolated(-1, 0, 3) },
		"2 letters were counted, want 1":                              func() { c.AddLambda(1, 0, 1) },
		"λ = -1, want a number from 0 up, finite times 3 letters":     func() { c.AddLambda(1, -1, 3) },
		"λ = NaN, want a number from 0 up, finite times 3 letters":    func() { c.AddLambda(1, math.NaN(), 3) },
		"λ = 1e+308, want a number from 0 up, finite times 3 letters": func() { c.AddLambda(1, 1e308, 3) },
		"weight = 1.5, want 0 to 1":                                   func() { c.Interpolated(1, 1.5, 3) },
	} {
		func() {
			defer func() {
				if got := recover(); got != "language: "+want {
					t.Errorf("panic %v, want %q", got, want)
				}
			}()
			call()
		}()
	}
}

// What is read may be anything.
func FuzzLetters(f *testing.F) {
	f.Add("Wie spät ist's?")
	f.Add("\xff\u0308_")
	f.Fuzz(func(t *testing.T, written string) {
		text := Letters(written)
		if again := Letters(text); again != text {
			t.Errorf("%q is read %q, and that %q", written, text, again)
		}
		cost := counted(2, text).Interpolated(2, 0.5, 1<<21).Cost(text)
		if !(cost >= 0 && cost <= math.MaxFloat64) {
			t.Errorf("%q costs %v", text, cost)
		}
	})
}

// The likeliest letter is guessed first, and of two that are equally likely the first of the alphabet.
func TestGuesses(t *testing.T) {
	after := func(before string, letter rune) float64 {
		if before == "c" {
			return 0.25
		}
		return map[rune]float64{'a': 0.5, 'b': 0.3, 'c': 0.2}[letter]
	}
	if got, want := Model(after).Guesses("cab", "abc"), []int{3, 1, 2}; !slices.Equal(got, want) {
		t.Errorf("%v guesses, want %v", got, want)
	}
	if got, want := Model(after).Guesses("ccd", "abc"), []int{3, 3, 0}; !slices.Equal(got, want) {
		t.Errorf("%v guesses, want %v", got, want)
	}
}
