package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

// A title about the rare is about what is rare, and no share that there is counts as none.
func TestFindingOfLongTails(t *testing.T) {
	rare := slices.Repeat([]float64{1}, 20)
	p, err := info.Normalize(append(rare, 1e9)...)
	const want = "The rare outcomes have less than 1 percent of the probability, and 95 percent of the entropy"
	if got := longTailFinding(example{p: p}); err != nil || got != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
	p, err = info.Normalize(append(rare, 0)...)
	if even := longTail.check(example{p: p}); err != nil || even == nil || !strings.Contains(even.Error(), "20 outcomes") {
		t.Errorf("of equal outcomes it says %v, %v", even, err)
	}
}

// What is said of a tail is true of it, and a dot on the first rank is clear of the numbers of the axis.
func TestLabelsOfLongTails(t *testing.T) {
	ex := example{unit: "word"}
	weights := append(slices.Repeat([]float64{1}, 12), 1000)
	for i := range weights {
		ex.words = append(ex.words, fmt.Sprintf("w%d", i))
	}
	ex.p, _ = info.Normalize(weights...)
	d := longTail.of(ex, page.Look{Width: 84 * vg.Millimeter, Title: true})
	for _, want := range []string{
		"the likeliest first: w12, w0, w1, w2, w3, w4, w5, w6, w7, …",
		"99 percent of the probability up to rank 1", "13 percent of the entropy up to rank 1",
		"the likeliest of 13 words, up to rank *r*",
	} {
		if !slices.Contains(d.Texts, want) {
			t.Errorf("it does not say %q but %q", want, d.Texts)
		}
	}
	if !strings.Contains(d.Alt, "Up to rank 1 they have 99 percent of the probability and 13 percent") {
		t.Errorf("the alternative text is %q", d.Alt)
	}
	var end, dot vg.Length // of the numbers of the axis
	for _, m := range d.Marks {
		switch {
		case m.Text == "1.00":
			end = m.At.X + m.Face.Width(m.Text)
		case m.Kind == page.Fill && m.Ink == page.Paper && end > 0:
			dot = m.Path[0].Pos.X - 2*4.2 // its left, from its right
		}
	}
	if !(end <= dot) {
		t.Errorf("numbers end at %v, a dot begins at %v", end, dot)
	}
}

// A figure says how many outcomes there are, what their entropy is and where half of the probability ends.
func TestLongTailsSayHowLongTheyAre(t *testing.T) {
	power := func(n int, exponent float64) (weights []float64) {
		for r := range n {
			weights = append(weights, math.Pow(float64(r+1), exponent))
		}
		return weights
	}
	few := slices.Concat(slices.Repeat([]float64{4}, 10), slices.Repeat([]float64{1}, 68))
	for _, tt := range []struct {
		weights []float64
		says    []string // in lines
	}{
		{power(20_999, -1.07), []string{
			"share of the probability, and of the entropy, 9.226 bits", "the likeliest of 20\u2009999 outcomes, up to rank ",
			"1", "10", "100", "1000", "half of the probability up to rank 42", "29 percent of the entropy up to rank 42",
		}},
		{few, []string{
			"share of the probability, and of the entropy, 6.014 bits", "the likeliest of 78 outcomes, up to rank ",
			"1", "2", "5", "10", "20", "50", "half of the probability up to rank 24", "44 percent of the entropy up to rank 24",
		}},
	} {
		ex := example{}
		ex.p, _ = info.Normalize(tt.weights...)
		d := longTail.of(ex, page.Look{Width: 84 * vg.Millimeter, Title: true})
		var lines []string
		for _, m := range d.Marks {
			lines = append(lines, m.Text)
		}
		for _, says := range tt.says {
			if !slices.Contains(lines, says) {
				t.Errorf("of %d outcomes %q is not said in %q", len(tt.weights), says, lines)
			}
		}
		if err := d.Crowded(); err != nil {
			t.Errorf("%d outcomes: %v", len(tt.weights), err)
		}
	}
}

// Of each curve the key over them has a piece, and the two differ in dashes, which a print in grey shows.
func TestKeysOfLongTails(t *testing.T) {
	pieces := map[string]int{}
	for _, m := range longTail.of(longTail.inBook(), page.Look{Width: 84 * vg.Millimeter}).Marks {
		if m.Kind != page.Stroke || m.Ink != page.Blue && m.Ink != page.Orange {
			continue
		}
		if isDashed := len(m.Dashes) > 0; isDashed != (m.Ink == page.Orange) {
			t.Errorf("a line of %s is dashed %v", m.Ink.Name, isDashed)
		}
		pieces[m.Ink.Name]++
	}
	if pieces["blue"] != 2 || pieces["orange"] != 2 { // the key and the curve
		t.Errorf("pieces of curves %v", pieces)
	}
}

// The table of a long tail has each rank, though not each is drawn.
func TestTablesOfLongTailsAreWhole(t *testing.T) {
	ranks := map[string]int{}
	for _, row := range longTail.of(longTail.inBook(), page.Look{Width: page.Width}).Data {
		ranks[row[1].(string)]++
	}
	for series, n := range ranks {
		if n != vocabulary {
			t.Errorf("%s has %d ranks, want %d", series, n, vocabulary)
		}
	}
	if len(ranks) != 2 {
		t.Errorf("%d series", len(ranks))
	}
}

// Of counts of which the largest make exactly half, or miss it by one, it is told how many these are.
func TestTailsOfExactlyHalf(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const tables, longest = 300, 40
	for k := range tables { // the short ones first, to check by hand
		top := make([]int, 1+k*longest/tables)
		var half int
		for i := range top {
			top[i] = 1000 + random.IntN(20_000)
			half += top[i]
		}
		short := random.IntN(2) // of half
		counts := append([]int{}, top...)
		for rest := half + short; rest > 0; {
			count := min(rest, 1+random.IntN(1000))
			counts, rest = append(counts, count), rest-count
		}
		var weights []float64
		for _, i := range random.Perm(len(counts)) {
			weights = append(weights, float64(counts[i]))
		}
		p, err := info.Normalize(weights...)
		tail := example{p: p}.tail()
		if want := len(top) + short; err != nil || tail.half != want {
			t.Fatalf("of counts %v, the %d largest are half, want %d: %v", counts, tail.half, want, err)
		}
	}
	for n := 10; n <= 1000; n += 2 {
		if tail := (example{p: info.Uniform(n)}).tail(); tail.half != n/2 {
			t.Errorf("of %d equal counts %d are half", n, tail.half)
		}
	}
}
