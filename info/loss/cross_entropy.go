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
// and a row costs the sum over its classes. With neither weights nor
// smoothing, that of a row z whose target is y is [LogSumExp] − z(y).
// What does not count, because s(c) = 0, costs nothing even where q(c)
// is 0.
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
// another, with logits, soft targets or Weight. On an error about a logit grad is left
// all 0, and on any other as it was.
func (l CrossEntropy) Classes(logits [][]float64, targets []int, grad [][]float64) (Sum, error) {
	if err := l.checkClasses(logits, targets, grad); err != nil {
		return Sum{}, err
	}
	return l.sum(logits, answers{classes: targets}, grad)
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
	return l.sum(logits, answers{soft: targets}, grad)
}

func (l CrossEntropy) sum(logits [][]float64, right answers, grad [][]float64) (Sum, error) {
	each, weight, err := l.rows(logits, right, grad)
	if err != nil {
		return Sum{}, err
	}
	sum := Sum{Each: each, Total: kernel.Total(each), Weight: weight}
	if sum.hasNoMean() {
		sum.mean = l.mean(logits, right, weight)
	}
	return sum, nil
}

// rows returns what each row costs, and the weight of those that count.
func (l CrossEntropy) rows(
	logits [][]float64, right answers, grad [][]float64,
) (each []info.Nats, weight float64, err error) {
	each = make([]info.Nats, len(logits))
	var all kernel.Sum
	for i, z := range logits {
		t := right.to(i)
		if t.soft == nil && l.ignores(t.class) {
			clear(rowOf(grad, i))
			continue
		}
		each[i], err = l.row(z, t, rowOf(grad, i))
		if err != nil {
			return nil, 0, inRow(i, err, grad)
		}
		if t.soft != nil {
			all = all.Plus(1)
		} else {
			all = all.Plus(l.weight(t.class))
		}
	}
	return each, all.Value(), nil
}

// mean is the mean where the total is out of the range of floats. It is the same if all
// weights are divided by a power of 2: the one with which the rows together weigh ½ to 1,
// or a larger one where the weight of a class that is no target would become infinite.
func (l CrossEntropy) mean(logits [][]float64, right answers, weight float64) info.Nats {
	weights := l.Weight
	if weights == nil {
		weights = slices.Repeat([]float64{1}, len(logits[0]))
	}
	share, whole := math.Frexp(weight)
	_, largest := math.Frexp(slices.Max(weights))
	power := max(whole, largest-1000)
	l.Weight = make([]float64, len(weights))
	for c, w := range weights {
		if l.Weight[c] = math.Ldexp(w, -power); w > 0 {
			l.Weight[c] = max(l.Weight[c], math.SmallestNonzeroFloat64)
		}
	}
	each, _, _ := l.rows(logits, right, nil) // which had no error with the other weights
	total := float64(kernel.Total(each))
	return info.Nats(math.Ldexp(total/share, power-whole))
}

// The answers to rows of logits are a class for each, or a distribution.
type answers struct {
	classes []int
	soft    [][]float64
}

func (a answers) to(row int) target {
	if a.soft != nil {
		return target{soft: a.soft[row]}
	}
	return target{class: a.classes[row]}
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
	first, past := l.counted(t, len(logits))
	var cost, losers kernel.Sum
	for c := first; c < past; c++ {
		if s := l.share(t, c, len(logits)); s > 0 {
			own := r.cost(c)
			if tiny <= own && own <= math.MaxFloat64 { // as it mostly is
				cost = cost.Plus(s * own)
			} else {
				cost = cost.Plus(r.times(s, c))
			}
			if c != top {
				losers = losers.Plus(s)
			}
		}
	}
	if grad != nil {
		l.slopes(r, t, losers.Value(), grad)
	}
	return info.Nats(cost.Value()), nil
}

// counted returns the first of n classes whose share may be above 0, and the class past the
// last.
func (l CrossEntropy) counted(t target, n int) (first, past int) {
	if t.soft == nil && l.Smoothing == 0 {
		return t.class, t.class + 1
	}
	return 0, n
}

// slopes makes the gradient of the powers that [open] left in grad. The losers are the sum
// of the shares of all classes but the winner.
func (l CrossEntropy) slopes(r row, t target, losers float64, grad []float64) {
	n, top := len(grad), r.winner
	winners := l.share(t, top, n)
	shares := winners + losers
	unit := shares / (r.own + r.others)
	for c, e := range grad {
		grad[c] = e * unit
		if e < tiny && shares > 1 {
			grad[c] = kernel.Times(unit*r.own, r.logits[c], r.logits[top])
		}
	}
	first, past := l.counted(t, n)
	for c := first; c < past; c++ {
		grad[c] -= l.share(t, c, n)
	}
	if winners > losers { // q·Σs is near s, and 1 − q has the digits
		grad[top] = losers - r.missing(shares)
	}
}

// share is s(c).
func (l CrossEntropy) share(t target, c, n int) float64 {
	return product(l.weight(c), (1-l.Smoothing)*t.of(c)+l.Smoothing/float64(n))
}

// product is a·b, and more than 0 where both are: what counts little still counts, where
// it costs infinitely much.
func product(a, b float64) float64 {
	if c := a * b; c != 0 || a == 0 || b == 0 {
		return c
	}
	return math.SmallestNonzeroFloat64
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

	mean info.Nats // where the total is too large or too small to give it, and else 0
}

// hasNoMean says whether the total is too large or too small for a float, and the mean
// perhaps is not.
func (s Sum) hasNoMean() bool {
	return s.Weight > 0 && (s.Total > math.MaxFloat64 || s.Total < tiny && s.Weight < 1)
}

// Mean returns Total/Weight, in nats: the reduction "mean" of PyTorch.
//
// Special cases are:
//
//	Mean = NaN if Weight is 0: nothing counted
//	Mean is finite where the quotient is, even if the rows together cost
//	more than the largest float and Total is +Inf
func (s Sum) Mean() info.Nats {
	switch {
	case s.Weight == 0:
		return info.Nats(math.NaN())
	case s.hasNoMean() && s.mean > 0:
		return s.mean
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
	both := Sum{Each: slices.Concat(s.Each, t.Each), Total: s.Total + t.Total, Weight: s.Weight + t.Weight}
	if both.hasNoMean() {
		both.mean = s.over(both.Weight) + t.over(both.Weight)
	}
	return both
}

// over is Total over a weight that is Weight or more.
func (s Sum) over(weight float64) info.Nats {
	if s.Weight == 0 || math.IsInf(float64(s.Mean()), 1) {
		return s.Total / info.Nats(weight)
	}
	return s.Mean() * info.Nats(s.Weight/weight)
}
