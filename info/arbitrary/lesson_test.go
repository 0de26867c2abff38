package arbitrary

import (
	"math"
	"math/rand"
	"reflect"
	"testing"

	"crossentropy/info/learn"
)

// What is drawn and what it shrinks to can be learned: shapes agree, a complete
// lesson has a row of every class, and an unbiased one no bias.
func TestLessons(t *testing.T) {
	for _, c := range []struct {
		name string
		g    Gen[Lesson]
		good func(p learn.Problem) bool
	}{
		{"Lessons", Lessons, func(learn.Problem) bool { return true }},
		{"CompleteLessons", CompleteLessons, func(p learn.Problem) bool {
			return !p.NoBias && p.Penalty >= leastPenalty && everyClass(p.Data)
		}},
		{"UnbiasedLessons", UnbiasedLessons, func(p learn.Problem) bool {
			return p.NoBias && p.Penalty >= leastPenalty
		}},
	} {
		r, shapes := rand.New(rand.NewSource(1)), map[string]int{}
		for range draws / 10 {
			x, shape := c.g.Draw(r)
			shapes[shape]++
			before := x.copy()
			for _, x := range append(c.g.Shrink(x), x) {
				grad := x.Problem.Start()
				objective := float64(x.Problem.Gradient(x.At, grad)) // panics if shapes differ
				if len(x.At.Weights) != len(grad.Weights) || math.IsNaN(objective) || !c.good(x.Problem) {
					t.Fatalf("%s: %v", c.name, x)
				}
				if x.Problem.NoBias && reflect.DeepEqual(x.At.Bias, grad.Bias) != true {
					t.Fatalf("%s has the biases %v", c.name, x.At.Bias)
				}
			}
			if !reflect.DeepEqual(x.At, before.At) || !reflect.DeepEqual(x.Problem.Data, before.Problem.Data) {
				t.Fatalf("%s: shrinking changed %v to %v", c.name, before, x)
			}
		}
		if len(shapes) != 3 {
			t.Errorf("%s are of the shapes %v", c.name, shapes)
		}
	}
}

func TestSurveys(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range draws / 5 {
		s, _ := Surveys.Draw(r)
		for _, s := range append(Surveys.Shrink(s), s) {
			p := s.Problem()
			if !s.possible() || p.Data.Classes != s.P.Y().Len() || len(s.Counts) != s.P.Pairs().Len() {
				t.Fatal(Surveys.Show(s))
			}
			if !sumsToOne(s.P.Pairs()) || math.Abs(1-s.Drawn().X().P(0)-rest(s)) > 1e-15 {
				t.Fatal(Surveys.Show(s))
			}
		}
	}
}

// rest is how often X was not its first outcome, as the data has it.
func rest(s Survey) (share float64) {
	d := s.Problem().Data
	for _, x := range d.X {
		if x[0] == 0 {
			share += 1 / float64(len(d.X))
		}
	}
	return share
}

func TestCalibrations(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range draws / 10 {
		same, _ := Calibrations.Draw(r)
		for _, c := range append(Calibrations.Shrink(same), same) {
			if !reflect.DeepEqual(c.Fitted, c.Tried) || !c.Fitted.valid() {
				t.Fatal(Calibrations.Show(c))
			}
		}
		fresh, _ := FreshCalibrations.Draw(r)
		for _, c := range append(FreshCalibrations.Shrink(fresh), fresh) {
			if c.Other != 1 || !c.Fitted.valid() || !c.Tried.valid() {
				t.Fatal(FreshCalibrations.Show(c))
			}
		}
	}
}

func (g Graded) valid() bool {
	for i, y := range g.Targets {
		if y < 0 || y >= len(g.Logits[i]) || len(g.Logits[i]) != len(g.Logits[0]) {
			return false
		}
	}
	return len(g.Targets) > 0 && len(g.Logits) == len(g.Targets)
}

func TestLearningShrinkingEnds(t *testing.T) {
	shrinkingEnds(t, Lessons)
	shrinkingEnds(t, CompleteLessons)
	shrinkingEnds(t, Surveys)
	shrinkingEnds(t, Calibrations)
	shrinkingEnds(t, FreshCalibrations)
}

func TestLessonString(t *testing.T) {
	p := learn.Problem{Data: learn.Data{X: [][]float64{{0.5, -1}}, Y: []int{1}, Classes: 2}, Penalty: 0.25, Pinned: true}
	at := p.Start()
	if got, want := (Lesson{p, at}).String(), "x = (1/2, −1), y = 1; 2 classes, sigmoid, penalty 1/4"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	at.Weights[0][1], p.NoBias, p.Penalty = 3, true, 0
	if got, want := (Lesson{p, at}).String(), "x = (1/2, −1), y = 1; 2 classes, sigmoid without bias, weights 1 (0, 3) and 0"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
