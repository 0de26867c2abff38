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
	for title, weights := range map[string][]float64{
		"None of 20 outcomes is rarer than another":                                        rare,
		"The rare outcomes are less than 1 percent of what is counted, and 95 percent of ": append(rare, 1e9),
	} {
		p, err := info.Normalize(weights...)
		if got := longTailFinding(example{p: p}); err != nil || !strings.HasPrefix(got, title) {
			t.Errorf("%q, %v, want %q", got, err, title)
		}
	}
}

// What is said of a tail is true of it: of equal outcomes none is called likelier, all names that
// there are end in no ellipsis, and what is told of either curve stands nearest to it, clear of
// the axis and the grid.
func TestLabelsOfLongTails(t *testing.T) {
	const column = 84 * vg.Millimeter
	tail := func(width vg.Length, weights ...float64) *page.Drawing {
		ex := example{unit: "word"}
		for i := range weights {
			ex.words = append(ex.words, fmt.Sprintf("w%d", i))
		}
		ex.p, _ = info.Normalize(weights...)
		return longTail.of(ex, page.Look{Width: width, Title: true})
	}
	for _, text := range tail(column, slices.Repeat([]float64{1}, 30)...).Texts {
		if strings.Contains(text, "likeliest") {
			t.Errorf("of equal outcomes it says %q", text)
		}
	}
	ten := strings.Join(tail(page.Width, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1).Texts, "\n")
	if !strings.Contains(ten, "first, in small letters: w0, w1, w2, w3, w4, w5, w6, w7, w8, w9\n") {
		t.Errorf("of ten names it says %q", ten)
	}

	d := tail(column, append(slices.Repeat([]float64{1}, 12), 1000)...)
	if !strings.Contains(d.Alt, "The likeliest word has 99 percent of what is read") {
		t.Errorf("the alternative text is %q", d.Alt)
	}
	var end, dot, said, top vg.Length // of the numbers of the axis
	for _, m := range d.Marks {
		switch {
		case m.Text == "1.00":
			end, top = m.At.X+m.Face.Width(m.Text), m.At.Y
		case m.Kind == page.Fill && m.Ink == page.Paper && end > 0:
			dot = m.Path[0].Pos.X - 2*4.2 // its left, from its right
		case strings.HasPrefix(m.Text, "the likeliest is 99"):
			said = m.At.Y
		}
	}
	if !(end <= dot) || !(said > top) {
		t.Errorf("numbers end at %v, a dot begins at %v; the label is at %v of %v", end, dot, said, top)
	}

	var papers []vg.Path
	labels := 0
	for _, m := range tail(column, slices.Concat(slices.Repeat([]float64{3}, 20), slices.Repeat([]float64{1}, 80))...).Marks {
		isAt := func(p vg.Path) bool { return p[0].Pos.X < m.At.X && p[0].Pos.Y < m.At.Y && p[2].Pos.Y > m.At.Y }
		switch {
		case m.Kind == page.Fill && m.Ink == page.Paper && len(m.Path) == 5:
			papers = append(papers, m.Path)
		case m.Kind == page.Text && (m.Ink == page.Blue || m.Ink == page.Orange):
			if labels++; !slices.ContainsFunc(papers[1:], isAt) {
				t.Errorf("the grid runs through %q", m.Text)
			}
		}
	}
	if labels < 2 {
		t.Error("the curves have no labels")
	}
	for _, tick := range page.Decades(1).Ticks(1, 20_000) {
		if strings.Contains(tick.Label, "^") {
			t.Errorf("beside 1000 a tick is %s", tick.Label)
		}
	}
}

// A figure says how many outcomes there are and what their entropy is, its axis ends at a number, and
// each of its labels stands beside its curve, where that has the room.
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
			"share of what is counted, and of the entropy, 9.226 bits", "the likeliest of 20\u2009999 outcomes, up to rank ",
			"1", "10", "100", "1000", "20\u2009999", "the 42 likeliest are half of what is counted", "carry 29 percent",
		}},
		{few, []string{
			"share of what is counted, and of the entropy, 6.014 bits", "the likeliest of 78 outcomes, up to rank ",
			"1", "2", "5", "10", "20", "50", "78", "the 24 likeliest are half", "the 24 likeliest carry 44", "percent of the entropy",
		}},
		{power(167, -0.75), []string{"the 25 likeliest are half", "of what is counted", "carry 40 percent", "of the entropy"}},
		{slices.Repeat([]float64{1}, 12), []string{"1", "2", "5", "12"}},         // one would not show a logarithm
		{append(few, slices.Repeat([]float64{1}, 26)...), []string{"50", "104"}}, // and not 100, which it would touch
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

// What stands over the curves has a piece of its curve before it, and these differ in dashes, which a
// print in grey shows; curves that stand beside their labels are whole.
func TestKeysOfLongTails(t *testing.T) {
	for _, tt := range []struct {
		weights  []float64
		isDashed bool
		keys     []string // the inks
	}{
		{slices.Concat([]float64{51, 40, 12}, slices.Repeat([]float64{7}, 8)), true, []string{"blue"}},
		{slices.Concat(slices.Repeat([]float64{4}, 10), slices.Repeat([]float64{1}, 68)), true, []string{"orange"}},
		{slices.Repeat([]float64{1}, 40), false, nil},
		{slices.Concat(slices.Repeat([]float64{10}, 10), slices.Repeat([]float64{1}, 100)), false, nil},
	} {
		ex := example{}
		ex.p, _ = info.Normalize(tt.weights...)
		var keys []string
		dashes := map[string]int{}
		for _, m := range longTail.of(ex, page.Look{Width: 84 * vg.Millimeter}).Marks {
			if m.Kind != page.Stroke || m.Ink != page.Blue && m.Ink != page.Orange {
				continue
			}
			if n, ok := dashes[m.Ink.Name]; ok && n != len(m.Dashes) {
				t.Errorf("the key of %s has other dashes", m.Ink.Name)
			}
			dashes[m.Ink.Name] = len(m.Dashes)
			if len(m.Path) == 2 { // a curve has more points
				keys = append(keys, m.Ink.Name)
			}
		}
		if isDashed := dashes["orange"] > 0; isDashed != tt.isDashed || dashes["blue"] > 0 || !slices.Equal(keys, tt.keys) {
			t.Errorf("%d outcomes: keys of %q, dashed %v", len(tt.weights), keys, isDashed)
		}
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
