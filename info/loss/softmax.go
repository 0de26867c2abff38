package loss

import (
	"errors"
	"fmt"
	"math"

	"crossentropy/info"
)

// Softmax returns the distribution that the logits stand for,
//
//	p(c) = e^z(c) / Σ e^z(k)
//
// Adding a constant to all logits changes nothing, so the largest can be
// any number: nothing overflows. A logit of −Inf has probability 0. Each
// probability is off by 4 units in the last place at most.
//
// It is an error if there are no logits, if one is NaN or +Inf, or if all
// are −Inf.
//
// Source: Bridle 1990; Bishop 2006, (4.104).
func Softmax(logits ...float64) (info.Distribution, error) {
	if err := checkLogits(logits); err != nil {
		return info.Distribution{}, fmt.Errorf("loss: logits%w", err)
	}
	p := make([]float64, len(logits))
	r := open(logits, p)
	for c := range p {
		p[c] /= 1 + r.others
	}
	return info.New(p...)
}

// LogSoftmax returns ln p(c) for p = [Softmax] of the logits, in nats:
// minus what each class would cost if it were the right one. It keeps its
// digits where p(c) is nearly 1, and where p(c) is too small for a float.
//
// Its errors are those of [Softmax].
func LogSoftmax(logits ...float64) ([]info.Nats, error) {
	if err := checkLogits(logits); err != nil {
		return nil, fmt.Errorf("loss: logits%w", err)
	}
	l := make([]info.Nats, len(logits))
	r := open(logits, nil)
	for c := range l {
		l[c] = 0 - info.Nats(r.cost(c))
	}
	return l, nil
}

// LogSumExp returns
//
//	ln Σ e^z(c)
//
// which is the largest logit, or up to ln n more for n of them.
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
	largest := math.Inf(-1)
	for _, z := range logits {
		largest = max(largest, z) // NaN if either is
	}
	if math.IsInf(largest, 0) || math.IsNaN(largest) {
		return largest
	}
	return largest + open(logits, nil).rest
}

// A row is one row of logits, taken apart so that nothing cancels: what the
// largest of them leaves to the others is a sum of positive numbers.
type row struct {
	logits []float64
	winner int     // the class of the largest logit, or the first of them
	top    float64 // that logit
	others float64 // Σ e^(z − top) over the other classes
	rest   float64 // ln (1 + others): the log-sum-exp is top + rest
}

// open takes logits apart, which [checkLogits] has passed. It leaves
// e^(z − top) in powers, unless that is nil.
func open(logits, powers []float64) row {
	r := row{logits: logits, top: math.Inf(-1)}
	for c, z := range logits {
		if z > r.top {
			r.winner, r.top = c, z
		}
	}
	left, right := logits[:r.winner], logits[r.winner+1:]
	if powers == nil {
		r.others = sumOfExps(right, r.top, sumOfExps(left, r.top, sum{})).Value()
	} else {
		powers[r.winner] = 1
		s := exps(powers[:r.winner], left, r.top, sum{})
		r.others = exps(powers[r.winner+1:], right, r.top, s).Value()
	}
	r.rest = math.Log1p(r.others)
	return r
}

// sumOfExps is [exps] for who needs only the sum.
func sumOfExps(z []float64, top float64, s sum) sum {
	var room [64]float64
	for len(z) > 0 {
		n := min(len(z), len(room))
		s = exps(room[:], z[:n], top, s)
		z = z[n:]
	}
	return s
}

// cost is ln 1/p(c).
func (r row) cost(c int) float64 { return (r.top - r.logits[c]) + r.rest }

// checkLogits refuses logits that no distribution has. What it says follows the
// name of what has them.
func checkLogits(logits []float64) error {
	most := math.Inf(-1)
	for c, z := range logits {
		if !(z <= most) {
			if !(z <= math.MaxFloat64) {
				return fmt.Errorf("[%d] = %v, want a finite number or -Inf", c, z)
			}
			most = z
		}
	}
	switch {
	case len(logits) == 0:
		return errors.New(" is empty, want at least 1 class")
	case math.IsInf(most, -1):
		return errors.New(" is -Inf in every class")
	}
	return nil
}
