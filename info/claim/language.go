package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/leanovate/gopter"

	"crossentropy/info"
	"crossentropy/info/language"
)

// TextLetters is how many letters texts can have: a to d, and the space.
const TextLetters = 5

func counted(texts []string, order int) *language.Counts {
	c := language.NewCounts(order)
	for _, text := range texts {
		c.Add(text)
	}
	return c
}

func letterModel(texts []string, order int, lambda float64) language.Model {
	return counted(texts, order).AddLambda(order, lambda, TextLetters)
}

func interpolated(texts []string, order int, weight float64) language.Model {
	return counted(texts, order).Interpolated(order, weight, TextLetters)
}

// TextCost is what a text costs under a model, in bits.
func (l Library) TextCost(m language.Model, text string) (cost info.Bits) {
	for _, h := range l.LetterCosts(m, text) {
		cost += h
	}
	return cost
}

// Words are texts that are counted together.
type Words struct {
	draw
	Texts []string
	Order int // the length of the longest
}

func (x Words) String() string { return fmt.Sprintf("texts %q", x.Texts) }

// WholeWords end with a space, and WordsWithoutEnds do not, so that one may be the
// beginning of another.
var (
	WholeWords       = words("_")
	WordsWithoutEnds = words("")
)

func words(end string) gopter.Gen {
	return made(shape{columns: 1, bits: 2, rows: 15}, func(d draw) Words {
		x := Words{draw: d}
		isEnd := func(c rune) bool { return c == '_' }
		for _, word := range strings.FieldsFunc(d.text(0, "_abc"), isEnd) {
			x.Texts = append(x.Texts, word+end)
			x.Order = max(x.Order, len(word)+1)
		}
		return x
	}).SuchThat(func(x Words) bool { return len(x.Texts) > 0 })
}

// text spells a column of numbers in an alphabet.
func (d draw) text(column int, alphabet string) string {
	var s strings.Builder
	for _, row := range d.rows {
		s.WriteByte(alphabet[int(row[column])%len(alphabet)])
	}
	return s.String()
}

// A Reading is a text that is read with a model of what was counted in another, or in
// the same.
type Reading struct {
	draw
	Counted, Read string
	Order         int
	Lambda        float64 // added to each count
}

func (x Reading) String() string {
	text := fmt.Sprintf("counted %q, read %q", x.Counted, x.Read)
	if x.Counted == x.Read {
		text = fmt.Sprintf("counted and read %q", x.Read)
	}
	if x.Order > 0 {
		text += fmt.Sprint(", order ", x.Order)
	}
	if x.Lambda > 0 {
		text += ", λ = " + fraction(x.Lambda, 3)
	}
	return text
}

// Rereadings read what was counted, and NewReadings another text. SmoothedRereadings add
// to each count, and SmoothedReadings do both.
var (
	Rereadings         = readings(false, false)
	NewReadings        = readings(true, false)
	SmoothedRereadings = readings(false, true)
	SmoothedReadings   = readings(true, true)
)

func readings(another, smoothed bool) gopter.Gen {
	return made(shape{columns: 2, beside: 2, bits: 2}, func(d draw) Reading {
		return d.reading(another, smoothed)
	})
}

func (d draw) reading(another, smoothed bool) Reading {
	x := Reading{draw: d, Read: d.text(0, "abcd"), Order: d.upTo(3, 0)}
	x.Counted = x.Read
	if another {
		x.Counted = d.text(1, "abcd")
	}
	if smoothed {
		x.Lambda = float64(1 + d.upTo(3, 1))
	}
	return x
}

// A Comparison is a reading, and another text that was counted for a model to compare
// with.
type Comparison struct {
	Reading
	Other string
}

func (x Comparison) String() string { return fmt.Sprintf("%v, other %q", x.Reading, x.Other) }

// Comparisons are counted beside what is read, NewComparisons beside another text, and
// SmoothedComparisons have something added to their counts.
var (
	Comparisons         = comparisons(false, false)
	NewComparisons      = comparisons(true, false)
	SmoothedComparisons = comparisons(false, true)
)

func comparisons(another, smoothed bool) gopter.Gen {
	return made(shape{columns: 3, beside: 2, bits: 2}, func(d draw) Comparison {
		return Comparison{d.reading(another, smoothed), d.text(2, "abcd")}
	})
}

// Unseen says whether some letter that is read never came after its context in what was
// counted.
func (x Reading) Unseen() bool {
	before := strings.Repeat("_", x.Order)
	read, counted := before+x.Read, before+x.Counted
	for i := range x.Read {
		if !strings.Contains(counted, read[i:i+x.Order+1]) {
			return true
		}
	}
	return false
}

// Draws are N of a truth.
type Draws struct {
	draw
	P      []float64
	N      int
	copied bool // one draw, N times
}

func (x Draws) String() string { return fmt.Sprintf("p = %s, N = %d", list(x.P), x.N) }

// SeparateDraws are up to seven that are independent of each other. Those of UncertainDraws
// are of two outcomes or more that can happen, and CopiedDraws are two or more that are all
// the same.
var (
	SeparateDraws  = made(fewDraws, func(d draw) Draws { return d.draws(false) })
	UncertainDraws = SeparateDraws.SuchThat(func(x Draws) bool { return !slices.Contains(x.P, 1) })
	CopiedDraws    = made(fewDraws, func(d draw) Draws { return d.draws(true) }).
			SuchThat(func(x Draws) bool { return x.N > 1 })
)

var fewDraws = shape{weights: 1, beside: 1, bits: 4, rows: 4}

func (d draw) draws(copied bool) Draws { return Draws{d, d.p(0), 1 + d.upTo(6, 0), copied} }

// Mean is the mean of f over all samples that there can be, by how likely they are. What
// a sample holds is sorted.
func (x Draws) Mean(f func(sample []int) float64) (mean float64) {
	count := func(sample []int, probability float64) { mean += probability * f(sample) }
	if !x.copied {
		x.each(nil, 0, 1, count)
		return mean
	}
	for o, p := range x.P {
		if p > 0 {
			count(slices.Repeat([]int{o}, x.N), p)
		}
	}
	return mean
}

// each completes a sample, whose probability is known, by outcomes from the first on, in
// all ways.
func (x Draws) each(sample []int, first int, probability float64, f func([]int, float64)) {
	left := x.N - len(sample)
	if left == 0 {
		f(sample, probability)
		return
	}
	for o := first; o < len(x.P); o++ {
		more, ways := slices.Clone(sample), probability
		for n := 1; n <= left && x.P[o] > 0; n++ { // of those left, any n are o
			more = append(more, o)
			ways *= x.P[o] * float64(left-n+1) / float64(n)
			x.each(more, o+1, ways, f)
		}
	}
}

// Foretold are draws of a truth under a model of it.
type Foretold struct {
	Draws
	Q      []float64
	fitted bool // it is made of the draws instead
}

func (x Foretold) String() string { return fmt.Sprintf("%v, q = %s", x.Draws, list(x.Q)) }

// ForetoldDraws are independent of each other, and so are the two or more of
// ForetoldSamples. CopiedForetoldDraws are one draw again and again, and
// FittedForetoldDraws have a model that was made of them.
var (
	ForetoldDraws       = foretold(false, false)
	ForetoldSamples     = ForetoldDraws.SuchThat(func(x Foretold) bool { return x.N > 1 })
	CopiedForetoldDraws = foretold(true, false).SuchThat(func(x Foretold) bool { return x.N > 1 })
	FittedForetoldDraws = foretold(false, true)
)

func foretold(copied, fitted bool) gopter.Gen {
	two := fewDraws
	two.weights = 2
	return made(two, func(d draw) Foretold {
		return Foretold{d.draws(copied), Mixed(0.5, d.p(0), d.p(1)), fitted}
	})
}

// Surprisals are those of a sample under the model.
func (x Foretold) Surprisals(l Library, sample []int) []info.Bits {
	q := x.Q
	if x.fitted {
		times := make([]float64, len(x.P))
		for _, o := range sample {
			times[o]++
		}
		q = normalized(times)
	}
	h := make([]info.Bits, len(sample))
	for i, o := range sample {
		h[i] = l.Surprisal(q[o])
	}
	return h
}

// Variance is that of the surprisal under the model of one draw.
func (x Foretold) Variance() (variance float64) {
	mean := float64(Formula(x.P, x.Q))
	for o, p := range x.P {
		if p > 0 {
			off := -math.Log2(x.Q[o]) - mean
			variance += p * off * off
		}
	}
	return variance
}
