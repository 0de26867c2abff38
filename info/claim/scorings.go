package claim

import (
	"fmt"
	"math"
	"slices"

	"github.com/leanovate/gopter"

	"crossentropy/info"
	"crossentropy/info/loss"
)

// A Scoring is how likely each class is, a forecast of that, and the options of the loss
// that the forecast is scored by.
type Scoring struct {
	Pair
	loss.CrossEntropy
}

func (x Scoring) String() string {
	s := x.Pair.String()
	if x.Weight != nil {
		s += ", weights " + list(x.Weight)
	}
	if x.Smoothing != 0 {
		s += ", smoothing " + fraction(x.Smoothing, 3)
	}
	return s
}

// WeightedScorings have a weight for each class, at least one of which counts,
// UnevenScorings two that weigh differently and come at least one time in 64 each, and
// EvenScorings the same weight for all. SmoothedScorings have smoothing or none,
// PlainScorings none, and UnsureScorings some, and several classes that can come.
// SureScorings have some, and a truth that is certain of one class of several, and
// UnsmoothedScorings such a truth and none.
var (
	WeightedScorings = scorings(func(d draw) loss.CrossEntropy {
		return loss.CrossEntropy{Weight: d.each(2, classWeight)}
	}).SuchThat(func(x Scoring) bool { return sum(x.Reweighted()) > 0 })

	UnevenScorings = WeightedScorings.SuchThat(func(x Scoring) bool { return x.uneven() })

	EvenScorings = scorings(func(d draw) loss.CrossEntropy {
		return loss.CrossEntropy{Weight: slices.Repeat([]float64{float64(1 + d.upTo(3, 1))}, len(d.rows))}
	})
	SmoothedScorings = scorings(func(d draw) loss.CrossEntropy {
		return loss.CrossEntropy{Smoothing: d.eighths(1)}
	})
	UnsureScorings = SmoothedScorings.SuchThat(func(x Scoring) bool {
		return x.Smoothing > 0 && slices.Max(x.P) < 1
	})
	PlainScorings      = scorings(func(draw) loss.CrossEntropy { return loss.CrossEntropy{} })
	SureScorings       = sure(func(d draw) float64 { return simple(1 + d.upTo(7, 1)) })
	UnsmoothedScorings = sure(func(draw) float64 { return 0 })
	// InverseScoring weighs each class by the inverse of its frequency, and has the uniform
	// forecast.
	InverseScoring = made(shape{}, func(d draw) Scoring {
		p := []float64{1. / 2, 1. / 4, 1. / 8, 1. / 8}
		return Scoring{Pair{d, p, Uniform(len(p))}, loss.CrossEntropy{Weight: []float64{1, 2, 4, 4}}}
	})
)

func sure(smoothing func(d draw) float64) gopter.Gen {
	return made(shape{columns: 1, beside: 2, rows: 8}, func(d draw) Scoring {
		p := make([]float64, len(d.rows))
		p[d.class(0, len(p))] = 1
		return Scoring{Pair{d, p, p}, loss.CrossEntropy{Smoothing: smoothing(d)}}
	}).SuchThat(func(x Scoring) bool { return len(x.P) > 1 })
}

func scorings(options func(d draw) loss.CrossEntropy) gopter.Gen {
	return made(shape{weights: 2, columns: 1, beside: 2, rows: 8}, func(d draw) Scoring {
		return Scoring{Pair{d, d.p(0), Mixed(d.eighths(0), d.p(0), d.p(1))}, options(d)}
	})
}

// uneven says whether two classes that come often enough weigh differently.
func (x Scoring) uneven() bool {
	var weights []float64
	for c, p := range x.P {
		if p >= 1./64 {
			weights = append(weights, x.Weight[c])
		}
	}
	return len(weights) > 0 && slices.Min(weights) < slices.Max(weights)
}

// Reweighted is w·p, which need not sum to 1.
func (x Scoring) Reweighted() []float64 {
	wp := slices.Clone(x.P)
	for c, w := range x.Weight {
		wp[c] *= w
	}
	return wp
}

// MeanScore is what the forecast q costs on average, under the truth and the options of x.
func (l Library) MeanScore(x Scoring, q []float64) (mean info.Nats) {
	each := Batch{CrossEntropy: x.CrossEntropy} // a row for each class that may be the right one
	logits := make([]float64, len(q))
	for c := range q {
		logits[c] = NaturalLog(q[c])
		each.Logits, each.Targets = append(each.Logits, logits), append(each.Targets, c)
	}
	for c, cost := range l.Cost(each).Each {
		if x.P[c] > 0 {
			mean += info.Nats(x.P[c]) * cost
		}
	}
	return mean
}

// A Focused is a truth, a forecast, and how much a focal loss makes of what is unlikely.
type Focused struct {
	Pair
	Gamma float64
}

func (x Focused) String() string { return fmt.Sprintf("%v, γ = %v", x.Pair, x.Gamma) }

// FocusedCoins have a γ from ¼ to 5, and a first side that is likelier than the second.
// UnfocusedCoins are the same for a γ of 0, and Unfocused any truth and forecast.
var (
	FocusedCoins   = focusedCoins(2, 1, 3, 5, 0.5, 0.25, 1.5)
	UnfocusedCoins = focusedCoins(0)
	Unfocused      = made(shape{weights: 2, beside: 1}, func(d draw) Focused {
		return Focused{Pair{d, d.p(0), Mixed(d.eighths(0), d.p(0), d.p(1))}, 0}
	})
)

func focusedCoins(gammas ...float64) gopter.Gen {
	return made(shape{beside: 3}, func(d draw) Focused {
		p, q := (1+simple(2+d.upTo(61, 0)))/2, simple(2+d.upTo(61, 1))
		pair := Pair{d, []float64{p, 1 - p}, []float64{q, 1 - q}}
		return Focused{pair, gammas[d.upTo(len(gammas)-1, 2)]}
	})
}

// A Lecture is the logits of a teacher and of a student, and the temperature of both.
type Lecture struct {
	draw
	Teacher, Student []float64
	Temperature      float64
}

func (x Lecture) String() string {
	return fmt.Sprintf("teacher %s, student %s, T = %s", list(x.Teacher), list(x.Student), Number(x.Temperature, 7))
}

// Lectures have temperatures from 1 to 2²⁰.
var Lectures = made(shape{columns: 2, beside: 1}, func(d draw) Lecture {
	return Lecture{d, d.each(0, modest), d.each(1, modest), math.Ldexp(1, d.upTo(20, 0))}
})
