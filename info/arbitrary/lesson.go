package arbitrary

import (
	"math"
	"math/rand"
	"slices"

	"crossentropy/info"
)

// A Lesson is what a classifier says of one example, and what it should have said:
// how likely each class was the right one, and what each weighs, where that is not 1.
type Lesson struct {
	Logits  []float64
	Target  info.Distribution
	Weights []float64 // nil means 1
}

// Lessons draws logits of every size, −∞ among them, with targets of every shape,
// half of them one class for certain. NearLessons draws logits no more than 700
// apart, and ModestLessons finite ones within 60. HeavyLessons are modest ones with
// weights.
var (
	Lessons = lessons(func(r *rand.Rand, n int) (z []float64, shape string) {
		x, shape := drawRow(r, n)
		return x.Logits, shape
	}, 150, nil)
	NearLessons   = lessons(within(300), 150, func(x Lesson) bool { return apart(x.Logits) <= 700 })
	ModestLessons = lessons(within(30), 60, func(x Lesson) bool { return apart(x.Logits) <= 60 })
	HeavyLessons  = Gen[Lesson]{
		Draw: func(r *rand.Rand) (Lesson, string) {
			x, _ := ModestLessons.Draw(r)
			x.Weights = weights(r, len(x.Logits))
			return x, "heavy"
		},
		Shrink: ModestLessons.Shrink,
		Show:   Lesson.String,
	}
)

// Share is what class c counts in the loss: its target times its weight.
func (x Lesson) Share(c int) float64 {
	if x.Weights == nil {
		return x.Target.P(c)
	}
	return x.Weights[c] * x.Target.P(c)
}

// String is "logits (0, 1), target (1/2, 1/2)", with the weights, if any.
func (x Lesson) String() string {
	s := "logits " + list(x.Logits) + ", target " + Vector(x.Target)
	if x.Weights != nil {
		s += ", weights " + list(x.Weights)
	}
	return s
}

func within(limit float64) func(*rand.Rand, int) ([]float64, string) {
	return func(r *rand.Rand, n int) ([]float64, string) { return logits(r, n, limit) }
}

func apart(z []float64) float64 { return slices.Max(z) - slices.Min(z) }

// weights are halves from 0 to 4.
func weights(r *rand.Rand, n int) []float64 {
	w := make([]float64, n)
	for c := range w {
		w[c] = float64(r.Intn(9)) / 2
	}
	return w
}

func lessons(
	logits func(*rand.Rand, int) ([]float64, string), most int, allowed func(Lesson) bool,
) Gen[Lesson] {
	return Gen[Lesson]{
		Draw: func(r *rand.Rand) (Lesson, string) {
			n := classes(r, 1, most)
			z, shape := logits(r, n)
			if r.Intn(2) == 0 {
				return Lesson{z, distribution(certain(n, r.Intn(n))), nil}, shape
			}
			p, _ := draw(r, n)
			return Lesson{z, distribution(p), nil}, shape
		},
		Shrink: func(x Lesson) []Lesson {
			all := simplerThan(x, simplerLessons(x), func(x Lesson) cost {
				target := costOf(floats(x.Target))
				size := costOfLogits(target[2]+target[3], x.Logits, x.Weights)
				size[1] += target[1]
				return size
			})
			return slices.DeleteFunc(all, func(x Lesson) bool {
				return math.IsInf(slices.Max(x.Logits), -1) || allowed != nil && !allowed(x)
			})
		},
		Show: Lesson.String,
	}
}

// simplerLessons have two classes merged, or rounder logits, targets or weights.
func simplerLessons(x Lesson) (all []Lesson) {
	p := floats(x.Target)
	for _, ij := range couples(len(p)) {
		fewer := Lesson{without(x.Logits, ij[1]), distribution(merged(p, ij)), without(x.Weights, ij[1])}
		all = append(all, fewer)
	}
	for _, z := range simplerLogits(x.Logits) {
		all = append(all, Lesson{z, x.Target, x.Weights})
	}
	for _, q := range roundings(p) {
		all = append(all, Lesson{x.Logits, distribution(q), x.Weights})
	}
	for _, w := range reweighed(x.Weights) {
		if slices.Min(w) >= 0 {
			all = append(all, Lesson{x.Logits, x.Target, w})
		}
	}
	return all
}

// without is v without its place c, or nil for nil.
func without(v []float64, c int) []float64 {
	if v == nil {
		return nil
	}
	return slices.Delete(slices.Clone(v), c, c+1)
}
