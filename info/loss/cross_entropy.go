package loss

import (
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/internal/kernel"
)

// CrossEntropy is the loss of classifiers of several classes: the
// cross entropy of a target and of the [Softmax] of a row of logits,
// in nats. The zero value is PyTorch's default, but ignores nothing.
//
// A class c of n costs its surprisal under the softmax, ln 1/q(c),
// times
//
//	s(c) = Weight(c) · ((1 − Smoothing)·target(c) + Smoothing/n)
//
// and a row costs the sum over its classes. What does not count,
// because s(c) = 0, costs nothing even where q(c) is 0.
//
// Source: PyTorch 1.13, torch.nn.CrossEntropyLoss; for the smoothing,
// Szegedy et al. 2016, §7.
type CrossEntropy struct {
	Weight    []float64 // one a class: 0, or within 1e±300; nil: 1
	Ignore    *int      // rows with this target do not count
	Smoothing float64   // 0 to 1
}

// Classes returns the losses of rows of logits, one a class, whose
// targets are the right classes, from 0 to n−1. The sum's weight is
// that of the targets that count.
//
// Where grad is not nil it has the shape of logits, and receives the
// gradient of the sum's total: in each row that counts
//
//	q(c)·Σs − s(c)
//
// which adds up to 0, and 0 in each row that does not. That of the mean
// is grad over the sum's weight. Nothing is allocated but the result.
//
// Special cases are:
//
//	a row that is ignored may hold anything, NaN too
//	a target whose logit is -Inf costs +Inf
//	what costs more than the largest float costs +Inf
//
// It is an error if shapes differ, if a target is none of the classes
// and is not ignored, if a row that counts has a logit that is NaN or
// +Inf, or none that is finite, if Weight or Smoothing is out of its
// bounds, and if a row of grad shares memory, whole or in part, with
// another, with logits, soft targets or Weight. On an error about a logit grad is left all 0, and on any
// other as it was.
func (l CrossEntropy) Classes(logits [][]float64, targets []int, grad [][]float64) (Sum, error) {
	if err := l.checkClasses(logits, targets, grad); err != nil {
		return Sum{}, err
	}
	each := make([]info.Nats, len(logits))
	var weight kernel.Sum
	for i, y := range targets {
		if l.ignores(y) {
			clear(rowOf(grad, i))
			continue
		}
		cost, err := l.row(logits[i], target{class: y}, rowOf(grad, i))
		if err != nil {
			return Sum{}, inRow(i, err, grad)
		}
		each[i] = cost
		weight = weight.Plus(l.weight(y))
	}
	return Sum{each, kernel.Total(each), weight.Value()}, nil
}

// Soft returns the losses of rows of logits whose targets are
// distributions over the classes, as soft as smoothed, mixed or
// taught ones are. The sum's weight is the number of rows, whatever
// the classes weigh. In all else it is like [CrossEntropy.Classes].
//
// It is an error, too, if a target is no distribution as [info.New]
// has it, and if Ignore is not nil.
func (l CrossEntropy) Soft(logits, targets, grad [][]float64) (Sum, error) {
	if err := l.checkSoft(logits, targets, grad); err != nil {
		return Sum{}, err
	}
	each := make([]info.Nats, len(logits))
	for i, t := range targets {
		cost, err := l.row(logits[i], target{soft: t}, rowOf(grad, i))
		if err != nil {
			return Sum{}, inRow(i, err, grad)
		}
		each[i] = cost
	}
	return Sum{each, kernel.Total(each), float64(len(logits))}, nil
}

// A target is what was right: one class, or a distribution.
type target struct {
	class int
	soft  []float64
}

func (t target) of(c int) float64 {
	switch {
	case t.soft != nil:
		return t.soft[c]
	case c == t.class:
		return 1
	default:
		return 0
	}
}

// row returns what one row costs, and leaves the gradient in grad, if
// any.
func (l CrossEntropy) row(logits []float64, t target, grad []float64) (info.Nats, error) {
	top, err := winner(logits)
	if err != nil {
		return 0, err
	}
	r := open(logits, top, grad)
	first, past := 0, len(logits)
	if t.soft == nil && l.Smoothing == 0 {
		first, past = t.class, t.class+1 // the others' shares are 0
	}
	var cost, others kernel.Sum
	for c := first; c < past; c++ {
		if s := l.share(t, c, len(logits)); s > 0 {
			cost = cost.Plus(s * r.cost(c))
			if c != top {
				others = others.Plus(s)
			}
		}
	}
	if grad == nil {
		return info.Nats(cost.Value()), nil
	}
	winners, losers := l.share(t, top, len(logits)), others.Value()
	shares, powers := winners+losers, r.own+r.others
	unit := shares / powers
	for c := range grad {
		grad[c] *= unit
	}
	for c := first; c < past; c++ {
		grad[c] -= l.share(t, c, len(logits))
	}
	if winners > losers { // q·Σs is near s, and 1 − q has the digits
		grad[top] = losers - shares*(r.others/powers)
	}
	return info.Nats(cost.Value()), nil
}

// share is s(c).
func (l CrossEntropy) share(t target, c, n int) float64 {
	return l.weight(c) * ((1-l.Smoothing)*t.of(c) + l.Smoothing/float64(n))
}

func (l CrossEntropy) weight(c int) float64 {
	if l.Weight == nil {
		return 1
	}
	return l.Weight[c]
}

func (l CrossEntropy) ignores(target int) bool { return l.Ignore != nil && target == *l.Ignore }

func rowOf(grad [][]float64, i int) []float64 {
	if grad == nil {
		return nil
	}
	return grad[i]
}

// A Sum is what the rows of a batch cost. Those of two batches add up to
// that of both, where two means would not: batches differ in what they weigh.
type Sum struct {
	Each   []info.Nats // one a row, 0 where it is ignored
	Total  info.Nats
	Weight float64 // what the mean divides by, as PyTorch's does
}

// Mean returns Total/Weight, in nats: the reduction "mean" of PyTorch.
//
// Special cases are:
//
//	Mean = NaN if Weight is 0: nothing counted
func (s Sum) Mean() info.Nats {
	if s.Weight == 0 {
		return info.Nats(math.NaN())
	}
	return s.Total / info.Nats(s.Weight)
}

// Perplexity returns e^Mean, the number of classes that equal odds among
// would cost as much. Bounds: 1 and +Inf, for weights of 1.
//
// Special cases are those of [Sum.Mean].
func (s Sum) Perplexity() float64 { return math.Exp(float64(s.Mean())) }

// Add returns the sum of a batch with the rows of s, then those of t, within
// rounding. It copies what each row cost; who adds up many batches, and does not
// need that, adds their totals and weights.
func (s Sum) Add(t Sum) Sum {
	return Sum{slices.Concat(s.Each, t.Each), s.Total + t.Total, s.Weight + t.Weight}
}
