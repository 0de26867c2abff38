package loss

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"crossentropy/info"
	"crossentropy/info/internal/kernel"
)

// Softmax returns the distribution that the logits stand for,
//
//	q(c) = e^z(c) / Σ e^z(k)
//
// Adding a constant to all logits changes nothing, so that the largest
// may be taken off first: q(c) is e^(z(c) − [LogSumExp] of z), in which
// nothing overflows.
// A logit of −Inf has probability 0. Each probability is off by 4
// units in the last place at most.
//
// It is an error if there are no logits, if one is NaN or +Inf, or if
// all are −Inf.
//
// Source: Bridle 1990; Bishop 2006, (4.104).
func Softmax(logits ...float64) (info.Distribution, error) {
	first, err := winner(logits)
	if err != nil {
		return info.Distribution{}, fmt.Errorf("loss: logits%w", err)
	}
	q := make([]float64, len(logits))
	r := open(logits, first, q)
	for c := range q {
		q[c] /= r.own + r.others
	}
	return info.New(q...)
}

// LogSoftmax returns ln q(c) for q = [Softmax] of the logits, in
// nats: minus what each class would cost if it were the right one. It
// keeps its digits where q(c) is nearly 1, and where q(c) is too
// small for a float.
//
// Its errors are those of [Softmax].
func LogSoftmax(logits ...float64) ([]info.Nats, error) {
	first, err := winner(logits)
	if err != nil {
		return nil, fmt.Errorf("loss: logits%w", err)
	}
	l := make([]info.Nats, len(logits))
	r := open(logits, first, nil)
	for c := range l {
		l[c] = 0 - info.Nats(r.cost(c))
	}
	return l, nil
}

// LogSumExp returns
//
//	ln Σ e^z(c)
//
// which is the largest logit, or up to ln n more for n of them. What a
// class costs as a target is this less its own logit. In plain lines:
//
//	top, sum := slices.Max(z), 0.0
//	for _, zc := range z {
//		sum += math.Exp(zc - top)
//	}
//	return top + math.Log(sum)
//
// no exponential of which overflows. What is computed here is off by 3
// units in the last place of the larger of the two parts.
//
// Special cases are:
//
//	LogSumExp() = -Inf
//	LogSumExp(z...) = -Inf if all are -Inf
//	LogSumExp(z...) = +Inf if one is +Inf and none is NaN
//	LogSumExp(z...) = NaN if one is NaN
//
// Source: Boyd & Vandenberghe 2004, §3.1.5.
func LogSumExp(logits ...float64) float64 {
	first, err := winner(logits)
	switch {
	case err == nil:
		return logits[first] + open(logits, first, nil).rest
	case len(logits) == 0:
		return math.Inf(-1)
	default: // none is finite, or one too many is not
		return slices.Max(logits)
	}
}

// A row is one row of logits, taken apart so that nothing cancels: what the largest of
// them leaves to the others is a sum of positive numbers.
type row struct {
	logits []float64
	winner int     // the class of the largest logit, or the first of them
	own    float64 // e^z of the winner over some power of 2
	others float64 // Σ e^z over the other classes, over the same
	rest   float64 // ln (1 + others/own): the log-sum-exp is the largest logit + rest
}

// open takes logits apart, the largest of which is the winner's. It leaves each e^z over
// the row's power of 2 in powers, unless that is nil.
func open(logits []float64, winner int, powers []float64) row {
	own, others := kernel.Exponentials(logits, winner, powers)
	return row{logits, winner, own, others, math.Log1p(others / own)}
}

// cost is ln 1/q(c).
func (r row) cost(c int) float64 { return (r.logits[r.winner] - r.logits[c]) + r.rest }

// times is s times the cost of c, for s > 0. It is finite where that is, even if the cost is
// not, and has its digits where the cost is too small to have them.
func (r row) times(s float64, c int) float64 {
	cost := r.cost(c)
	switch {
	case cost > math.MaxFloat64:
		return s * (r.logits[r.winner]/2 - r.logits[c]/2) * 2
	case s > 1 && cost < tiny:
		return r.left(s)
	}
	return s * cost
}

// tiny is so close to 0 that a float may lack digits below it. A weight above 1 can make
// digits of what is lost.
const tiny = 0x1p-1000

// missing is s·(1 − q) for the q of the winner.
func (r row) missing(s float64) float64 {
	if s > 1 && r.others < r.own*tiny {
		return r.left(s)
	}
	return s * (r.others / (r.own + r.others))
}

// left is s times what the winner leaves to the others, where that is tiny.
func (r row) left(s float64) float64 {
	var sum kernel.Sum
	for c, z := range r.logits {
		if c != r.winner {
			sum = sum.Plus(kernel.Times(s, z, r.logits[r.winner]))
		}
	}
	return sum.Value()
}

// winner returns the class of the largest logit, and refuses logits
// that no distribution has. What it says follows the name of what has
// them.
func winner(logits []float64) (class int, err error) {
	most := math.Inf(-1)
	for c, z := range logits {
		if !(z <= most) {
			if !(z <= math.MaxFloat64) {
				return 0, fmt.Errorf("[%d] = %v, want a finite number or -Inf", c, z)
			}
			class, most = c, z
		}
	}
	switch {
	case len(logits) == 0:
		return 0, errors.New(" is empty, want at least 1 class")
	case math.IsInf(most, -1):
		return 0, errors.New(" is -Inf in every class")
	}
	return class, nil
}
