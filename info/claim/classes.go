package claim

import (
	"math"

	"crossentropy/info"
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

// SoftmaxOf is the softmax of logits. It panics where there is none.
func (l Library) SoftmaxOf(logits []float64) info.Distribution {
	p, err := l.Softmax(logits...)
	if err != nil {
		panic(err)
	}
	return p
}

// P is the probability of each class under the softmax.
func (l Library) P(logits []float64) []Quantity {
	o := oddsOf(logits)
	all := make([]Quantity, len(logits))
	for c, p := range l.SoftmaxOf(logits).All() {
		all[c] = Rounded("p", p, classRoundings, o.powers[c]+floor)
	}
	return all
}

// LogP is ln p of each class, in nats.
func (l Library) LogP(logits []float64) []Quantity {
	o, all := oddsOf(logits), make([]Quantity, len(logits))
	each, err := l.LogSoftmax(logits...)
	if err != nil {
		panic(err)
	}
	for c, log := range each {
		all[c] = Rounded("ln p", float64(log), classRoundings, o.reach(c)+floor)
	}
	return all
}

// LSE is the log-sum-exp.
func (l Library) LSE(logits []float64) Quantity {
	scale := math.Abs(oddsOf(logits).top) + math.Log(float64(len(logits)))
	return Rounded("log-sum-exp", l.LogSumExp(logits...), classRoundings, scale)
}

// HSoftmax is the entropy of the softmax of logits, each computed with so many
// roundings, in nats. A probability that is off by a part of itself moves the
// entropy by that part of the most it can be, and no more than that part again.
func (l Library) HSoftmax(logits []float64, roundings float64) Quantity {
	var largest float64
	for _, z := range logits {
		if !math.IsInf(z, -1) {
			largest = max(largest, math.Abs(z))
		}
	}
	h := float64(l.Entropy(l.SoftmaxOf(logits)).Nats())
	most := math.Log(float64(len(logits))) + 1
	return Rounded("H(softmax)", h, classRoundings+2*entropyRoundings+2*roundings*largest, most)
}

// Gap is the forecast σ(z − z') of two logits that were subtracted.
func (l Library) Gap(gap float64) Quantity {
	return Rounded("σ", l.Sigmoid(gap), classRoundings+math.Abs(gap), math.Exp(min(0, gap))+floor)
}

// GapLoss is the binary loss of two logits that were subtracted, in nats.
func (l Library) GapLoss(y, gap float64) Quantity {
	against, size := (1-y)*max(0, gap)+y*max(0, -gap), math.Abs(gap)
	scale := against + (1+size)*math.Exp(-size)
	return Rounded("binary loss", float64(l.BinaryLogit(y, gap)), classRoundings, scale+floor)
}

// Cost is the loss of a row of logits, in nats.
func (l Library) Cost(x arbitrary.Row) Quantity { return l.row(x).Total }

// CostComputed is the loss of logits that were themselves computed, with so many
// roundings each: no slope is above 1.
func (l Library) CostComputed(x arbitrary.Row, roundings float64) Quantity {
	cost := l.Cost(x)
	for _, z := range x.Logits {
		cost.bound = max(cost.bound, cost.bound+2*roundings*ulp*math.Abs(z))
	}
	return cost
}

// RowPerplexity is the perplexity of a row of logits.
func (l Library) RowPerplexity(x arbitrary.Row) Quantity {
	n := float64(len(x.Logits))
	return Rounded("perplexity", l.RowsPerplexity(l.row(x).sum), classRoundings*(1+math.Log(n)), n)
}

func (l Library) row(x arbitrary.Row) Batch {
	return l.Batch(arbitrary.Batch{Logits: [][]float64{x.Logits}, Targets: []int{x.Target}})
}

// Lesson is the loss of a row of logits against a distribution.
func (l Library) Lesson(x arbitrary.Lesson) Batch {
	b := arbitrary.Batch{Logits: [][]float64{x.Logits}}
	b.Weight = x.Weights
	target := make([]float64, len(x.Logits))
	for c, p := range x.Target.All() {
		target[c] = p
	}
	return l.SoftBatch(b, [][]float64{target})
}
