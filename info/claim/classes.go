package claim

import (
	"math"
	"slices"

	"crossentropy/info/arbitrary"
)

// Losses of several classes, their slopes and softmax are off by four units in the
// last place at most, which may be eight roundings.
const classRoundings = 8

// floor is where floats begin to have fewer digits, or enough above.
const floor = 0x1p-1000

// An odds is what bounds on a row of logits are made of, from the logits alone.
type odds struct {
	logits []float64
	top    float64   // the largest logit
	powers []float64 // e^(z − top) of each, which no probability is above
	others float64   // their sum, but for that of the first of the largest
}

func oddsOf(logits []float64) odds {
	o := odds{logits: logits, top: math.Inf(-1)}
	winner := 0
	for c, z := range logits {
		if z > o.top {
			winner, o.top = c, z
		}
	}
	for c, z := range logits {
		o.powers = append(o.powers, math.Exp(z-o.top))
		if c != winner {
			o.others += o.powers[c]
		}
	}
	return o
}

// reach is no less than what class c costs. It leaves out what is infinite.
func (o odds) reach(c int) float64 {
	if math.IsInf(o.logits[c], -1) {
		return 0
	}
	return o.top - o.logits[c] + min(o.others, math.Log(float64(len(o.logits))))
}

// Gap is the forecast σ(z − other).
func (l Library) Gap(z, other float64) Quantity {
	gap, lost := difference(z, other)
	p := l.Sigmoid(gap)
	return Rounded("σ", p+lost*p*l.Sigmoid(-gap), classRoundings, math.Exp(min(0, gap))+floor)
}

// GapLoss is the binary loss of the logit z − other, in nats.
func (l Library) GapLoss(y, z, other float64) Quantity {
	gap, lost := difference(z, other)
	against, size := (1-y)*max(0, gap)+y*max(0, -gap), math.Abs(gap)
	nats := float64(l.BinaryLogit(y, gap)) + lost*l.BinaryLogitGradient(y, gap)
	return Rounded("binary loss", nats, classRoundings, against+math.Exp(-size)+floor)
}

// difference is a − b, and what rounding took from it.
//
// Source: Knuth 1969, §4.2.2.
func difference(a, b float64) (rounded, lost float64) {
	rounded = a - b
	if math.IsInf(rounded, 0) {
		return rounded, 0
	}
	back := rounded - a
	return rounded, (a - (rounded - back)) - (b + back)
}

// Cost is the loss of a row of logits, in nats.
func (l Library) Cost(x arbitrary.Row) Quantity { return l.Row(x).Total }

// CostComputed is the loss of logits that were themselves computed, with so many
// roundings each. The slopes of the target and of the rest are 1 at most.
func (l Library) CostComputed(x arbitrary.Row, roundings float64) Quantity {
	var largest float64
	for _, z := range x.Logits {
		if !math.IsInf(z, -1) {
			largest = max(largest, math.Abs(z))
		}
	}
	cost := l.Cost(x)
	cost.bound += 2 * roundings * ulp * largest
	return cost
}

// RowPerplexity is the perplexity of a row of equal logits.
func (l Library) RowPerplexity(x arbitrary.Row) Quantity {
	n := float64(len(x.Logits))
	return Rounded("perplexity", l.RowsPerplexity(l.Row(x).sum), classRoundings*(1+math.Log(n)), n)
}

// Row is what a row of logits costs.
func (l Library) Row(x arbitrary.Row) Batch {
	return l.Batch(arbitrary.Batch{Logits: [][]float64{x.Logits}, Targets: []int{x.Target}})
}

// SoftRow is the loss of a row of logits against a distribution.
func (l Library) SoftRow(x arbitrary.SoftRow) Batch {
	b := arbitrary.Batch{Logits: [][]float64{x.Logits}}
	b.Weight = x.Weights
	target := make([]float64, len(x.Logits))
	for c, p := range x.Target.All() {
		target[c] = p
	}
	return l.SoftBatch(b, [][]float64{target})
}

// Ahead is what x costs once the logit of class c has grown by a short step, and how
// long the step was.
func (l Library) Ahead(x arbitrary.SoftRow, c int) (Batch, float64) {
	const step = 0x1p-13
	before := x.Logits[c]
	x.Logits = slices.Clone(x.Logits)
	x.Logits[c] += step
	return l.SoftRow(x), x.Logits[c] - before
}

// Mixed is what x costs by its classes: each as the target of a row, as often as it
// is likely.
func (l Library) Mixed(x arbitrary.SoftRow) Batch {
	var sum Batch
	for c, p := range x.Target.All() {
		b := arbitrary.Batch{Logits: [][]float64{x.Logits}, Targets: []int{c}}
		b.Weight = x.Weights
		class := l.Batch(b).Times(p)
		if c > 0 {
			class = sum.plus(class)
		}
		sum = class
	}
	return sum
}
