package claim

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/leanovate/gopter"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
	"crossentropy/info/learn"
)

// A Lesson is something to learn, and weights on the way to it.
type Lesson struct {
	draw
	Problem learn.Problem
	At      learn.Linear
}

// Lessons have up to thirty rows, of up to three features of at most 30 and of up to four
// classes, of which the last may have no rows. Those that are learned to the end have
// features of at most 4, and twelve rows at most: CompleteLessons have a penalty from an
// eighth to 1, biases and rows of all classes, UnbiasedLessons the same without biases, and
// SteepLessons four rows of features of different sizes and a small penalty. FaintLessons
// have a feature that is next to nothing, two classes, and neither bias nor penalty.
var (
	Lessons = lessons(shape{rows: 30, bits: 8}, modest, func(d draw, p *learn.Problem) {
		p.Data.Classes += d.upTo(1, 4)
		p.NoBias = d.upTo(1, 2) == 1
		p.Penalty = d.eighths(3)
	})
	CompleteLessons = lessons(shape{rows: 12, bits: 5}, small, func(d draw, p *learn.Problem) {
		p.Penalty = 1 / float64(1+d.upTo(7, 3))
	})
	UnbiasedLessons = lessons(shape{rows: 12, bits: 5}, small, func(d draw, p *learn.Problem) {
		p.Penalty, p.NoBias = 1/float64(1+d.upTo(7, 3)), true
	})
	FaintLessons = lessons(shape{rows: 4, bits: 5}, faint, func(d draw, p *learn.Problem) {
		p.NoBias, p.Pinned = true, true
	}).SuchThat(func(x Lesson) bool { return x.Problem.Data.Classes == 2 && len(x.Problem.Data.X[0]) == 1 })
	SteepLessons = lessons(shape{rows: 4, bits: 5}, small, func(d draw, p *learn.Problem) {
		p.Penalty, p.NoBias = math.Exp2(-6-float64(d.upTo(3, 3))), true
		for _, x := range p.Data.X {
			x[0] *= 4
		}
	})
)

const lessonNumbers = 5 // beside the rows, before the weights

// small is a feature of at most 4, and faint one below 2⁻²⁷, but not 0.
func small(n uint16) float64 { return whole(n % 9) }

func faint(n uint16) float64 { return 0x1p-30 * whole(1+n%8) }

func lessons(s shape, feature func(n uint16) float64, settle func(d draw, p *learn.Problem)) gopter.Gen {
	s.columns, s.beside = 4, lessonNumbers+20
	return made(s, func(d draw) Lesson {
		p := learn.Problem{Data: d.examples(1+d.upTo(2, 0), feature), Pinned: d.upTo(1, 1) == 1}
		settle(d, &p)
		if p.Data.Classes < 2 {
			return Lesson{draw: d}
		}
		at := p.Start()
		for i, w := range Numbers(p, at) {
			*w = whole(d.beside[lessonNumbers+i]%17) / 2
		}
		return Lesson{d, p, at}
	}).SuchThat(func(x Lesson) bool { return x.At.Weights != nil })
}

// examples are rows of features, with classes that are numbered as they come.
func (d draw) examples(features int, feature func(n uint16) float64) learn.Data {
	var data learn.Data
	seen := map[uint16]int{}
	for _, row := range d.rows {
		var x []float64
		for _, n := range row[:features] {
			x = append(x, feature(n))
		}
		name := row[3] % 4
		if _, again := seen[name]; !again {
			seen[name] = len(seen)
		}
		data.X, data.Y = append(data.X, x), append(data.Y, seen[name])
	}
	data.Classes = len(seen)
	return data
}

// Numbers are the places of the weights and biases that a problem leaves free.
func Numbers(p learn.Problem, m learn.Linear) (all []*float64) {
	for c := range m.Weights {
		for f := range m.Weights[c] {
			all = append(all, &m.Weights[c][f])
		}
	}
	for c := range m.Bias {
		if !p.NoBias {
			all = append(all, &m.Bias[c])
		}
	}
	return all
}

// NameOf is the name of such a place: w(c, f), or b(c).
func (x Lesson) NameOf(i int) string {
	features, first := len(x.Problem.Data.X[0]), x.Problem.Data.Classes-len(x.At.Bias)
	if c := i / features; c < len(x.At.Weights) {
		return fmt.Sprintf("w(%d, %d)", first+c, i%features)
	}
	return fmt.Sprintf("b(%d)", first+i-features*len(x.At.Weights))
}

// String lists the rows, and the weights where they are not 0.
func (x Lesson) String() string {
	var b strings.Builder
	p := x.Problem
	for i, row := range p.Data.X {
		fmt.Fprintf(&b, "x = %s, y = %d; ", list(row), p.Data.Y[i])
	}
	fmt.Fprintf(&b, "%d classes", p.Data.Classes)
	if p.Pinned {
		b.WriteString(", the first pinned")
	}
	if p.NoBias {
		b.WriteString(", without bias")
	}
	if p.Penalty > 0 {
		b.WriteString(", penalty " + fraction(p.Penalty, 3))
	}
	for c, weights := range x.At.Weights {
		if numbers := append(slices.Clone(weights), x.At.Bias[c]); slices.ContainsFunc(numbers, func(w float64) bool { return w != 0 }) {
			fmt.Fprintf(&b, ", w(%d) = %s", c+p.Data.Classes-len(x.At.Bias), list(weights))
			if !p.NoBias {
				fmt.Fprintf(&b, ", b(%d) = %s", c+p.Data.Classes-len(x.At.Bias), fraction(x.At.Bias[c], 3))
			}
		}
	}
	return b.String()
}

// Rivals are other weights than m: those at the start, those on the way from m to x.At or
// in the opposite direction, and m with one number changed, a little or by 1.
func (x Lesson) Rivals(m learn.Linear) []learn.Linear {
	rivals := []learn.Linear{x.Problem.Start()}
	for _, share := range []float64{1, -1, 0x1p-4, -0x1p-4} {
		rival := m.Clone()
		rival.Add(-share, m)
		rival.Add(share, x.At)
		rivals = append(rivals, rival)
	}
	for i := range Numbers(x.Problem, m) {
		for _, by := range []float64{1, -1, 0x1p-6, -0x1p-6} {
			rival := m.Clone()
			*Numbers(x.Problem, rival)[i] += by
			rivals = append(rivals, rival)
		}
	}
	return rivals
}

// Forecasts are what m says of the rows.
func (l Library) Forecasts(m learn.Linear, x [][]float64) (all [][]float64) {
	for _, z := range m.Logits(x) {
		all = append(all, l.Softmax(z))
	}
	return all
}

// LowestLoss is the least that the objective of p can be, by Newton's method.
func LowestLoss(p learn.Problem) info.Nats {
	return info.Nats(oracle.LowestLoss(p.Data.X, p.Data.Y, p.Data.Classes, p.Penalty, p.Pinned, p.NoBias))
}

// A Survey is a joint distribution of X and Y, and what came up in draws from it: a
// row of counts for each x.
type Survey struct {
	Joint
	Counts [][]float64
}

func (s Survey) String() string { return fmt.Sprintf("%v, drawn %s times", s.Joint, rows(s.Counts)) }

// Surveys draw one to eight times from joint distributions of up to six by six.
var Surveys = made(shape{weights: 1, columns: 2, beside: 2, rows: 12, bits: 8}, func(d draw) Survey {
	p := d.joint(0, 1)
	r := rand.New(rand.NewPCG(uint64(d.beside[0]), 0))
	counts := make([][]float64, len(p))
	for x := range counts {
		counts[x] = make([]float64, len(p[0]))
	}
	for range 1 + d.upTo(7, 1) {
		cell := drawn(r, Cells(p))
		counts[cell/len(p[0])][cell%len(p[0])]++
	}
	return Survey{Joint{d, p}, counts}
}).SuchThat(func(s Survey) bool { return len(s.P[0]) > 1 })

// Drawn is the joint distribution of what came up.
func (s Survey) Drawn() [][]float64 {
	var drawn [][]float64
	for _, row := range s.Counts {
		drawn = append(drawn, scaled(row, 1/sum(Cells(s.Counts))))
	}
	return drawn
}

// Outcomes has a row for each x: a feature for each, 1 for that one and 0 for the
// rest.
func (s Survey) Outcomes() [][]float64 {
	all := make([][]float64, len(s.P))
	for x := range all {
		all[x] = make([]float64, len(s.P))
		all[x][x] = 1
	}
	return all
}

// Problem is to learn Y from X, from what came up.
func (s Survey) Problem() learn.Problem {
	data := learn.Data{Classes: len(s.P[0])}
	for x, row := range s.Counts {
		for y, n := range row {
			for range int(n) {
				data.X, data.Y = append(data.X, s.Outcomes()[x]), append(data.Y, y)
			}
		}
	}
	return learn.Problem{Data: data, Penalty: 1. / 8}
}
