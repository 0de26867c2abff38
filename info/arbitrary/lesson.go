package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"crossentropy/info/learn"
)

// A Lesson is what a linear classifier is to learn, and how far it has come.
type Lesson struct {
	Problem learn.Problem
	At      learn.Linear
}

// Lessons draws problems of up to twelve rows, of one to three features and two
// to four classes, some of which may have no row. CompleteLessons draws those
// that have a lowest point: every class has a row, large weights cost something,
// and biases do not. UnbiasedLessons have a lowest point, but no bias.
var (
	Lessons         = lessons(func(*learn.Problem) bool { return true })
	CompleteLessons = lessons(func(p *learn.Problem) bool {
		p.NoBias = false
		p.Penalty = max(p.Penalty, leastPenalty)
		return everyClass(p.Data)
	})
	UnbiasedLessons = lessons(func(p *learn.Problem) bool {
		p.NoBias = true
		p.Penalty = max(p.Penalty, leastPenalty)
		return true
	})
)

const leastPenalty = 1. / 8

// lessons settles what it draws and shrinks to with settle, which says whether it
// may be had at all. A lesson without a row of the last classes loses these.
func lessons(settle func(*learn.Problem) bool) Gen[Lesson] {
	return Gen[Lesson]{
		Draw: func(r *rand.Rand) (Lesson, string) {
			x := drawLesson(r)
			if !settle(&x.Problem) { // deal the classes out again, each at least once
				for i := range x.Problem.Data.Y {
					x.Problem.Data.Y[i] = i % x.Problem.Data.Classes
				}
			}
			return x.settled(), x.shape()
		},
		Shrink: func(x Lesson) []Lesson {
			var all []Lesson
			for _, y := range append(x.smaller(), x.rounder()...) {
				if settle(&y.Problem) {
					all = append(all, y.settled())
				}
			}
			return simplerThan(x, all, Lesson.cost)
		},
		Show: Lesson.String,
	}
}

func drawLesson(r *rand.Rand) Lesson {
	classes := 2 + r.Intn(3)
	rows, features := classes+r.Intn(13-classes), 1+r.Intn(3)
	d := learn.Data{Classes: classes}
	reach := 1 + r.Intn(4)
	for range rows {
		d.X = append(d.X, integers(r, features, reach))
		d.Y = append(d.Y, r.Intn(classes))
	}
	p := learn.Problem{Data: d, Pinned: r.Intn(2) == 0, NoBias: r.Intn(3) == 0}
	if r.Intn(3) > 0 {
		p.Penalty = []float64{leastPenalty, 0.25, 0.5, 1}[r.Intn(4)]
	}
	at := p.Start()
	for _, row := range numbers(at) {
		for i, x := range integers(r, len(row), 16) {
			row[i] = x / 8
		}
	}
	return Lesson{p, at}
}

func integers(r *rand.Rand, n, reach int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = float64(r.Intn(2*reach+1) - reach)
	}
	return x
}

// numbers are the weights of m, and its biases.
func numbers(m learn.Linear) [][]float64 { return append(slices.Clip(m.Weights), m.Bias) }

func everyClass(d learn.Data) bool {
	for c := range d.Classes {
		if !slices.Contains(d.Y, c) {
			return false
		}
	}
	return true
}

// settled has no biases where there are to be none.
func (x Lesson) settled() Lesson {
	if x.Problem.NoBias {
		x.At.Bias = make([]float64, len(x.At.Bias))
	}
	return x
}

func (x Lesson) shape() string {
	switch p := x.Problem; {
	case p.Pinned && p.Data.Classes == 2:
		return "sigmoid"
	case p.Pinned:
		return "pinned softmax"
	default:
		return "softmax"
	}
}

// String lists the rows, and the weights where they are not 0.
func (x Lesson) String() string {
	var b strings.Builder
	for i, row := range x.Problem.Data.X {
		fmt.Fprintf(&b, "x = %s, y = %d; ", list(row), x.Problem.Data.Y[i])
	}
	fmt.Fprintf(&b, "%d classes, %s", x.Problem.Data.Classes, x.shape())
	if x.Problem.NoBias {
		b.WriteString(" without bias")
	}
	if x.Problem.Penalty > 0 {
		fmt.Fprintf(&b, ", penalty %s", Number(x.Problem.Penalty))
	}
	for c, weights := range x.At.Weights {
		if slices.ContainsFunc(append(slices.Clone(weights), x.At.Bias[c]), func(w float64) bool { return w != 0 }) {
			fmt.Fprintf(&b, ", weights %d %s and %s", c+x.Problem.Data.Classes-len(x.At.Bias), list(weights), Number(x.At.Bias[c]))
		}
	}
	return b.String()
}
