package claim

import (
	"math"
	"slices"
	"strconv"

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
		all[c] = Rounded("p("+strconv.Itoa(c)+")", p, classRoundings, o.powers[c]+floor)
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

// HUnder is the cross entropy of t and the softmax of logits, in nats. A probability
// that is off by a part of itself moves its logarithm by that part, which near the
// smallest float is a large one.
func (l Library) HUnder(t info.Distribution, logits []float64) Quantity {
	o, scale, coarse := oddsOf(logits), 1.0, 0.0
	for c, tc := range t.All() {
		if tc > 0 {
			scale += tc * o.reach(c)
			coarse += tc * (math.SmallestNonzeroFloat64 / o.powers[c])
		}
	}
	h := Rounded("H(t, softmax)", 0, classRoundings+2*entropyRoundings, scale)
	h.value = float64(l.CrossEntropy(t, l.SoftmaxOf(logits)).Nats())
	h.bound += coarse
	return h
}

// LogOf is ln n, in nats.
func (l Library) LogOf(n int) Quantity {
	return l.S(1 / float64(n)).Times(math.Ln2).Named("ln n")
}

// HSoftmax is the entropy of the softmax of logits, each computed with so many
// roundings, in nats. A probability that is off by a part of itself moves the
// entropy by no more than that part of the most that it can be, and a nat.
func (l Library) HSoftmax(logits []float64, roundings float64) Quantity {
	var largest float64
	for _, z := range logits {
		if !math.IsInf(z, -1) {
			largest = max(largest, math.Abs(z))
		}
	}
	h := l.Entropy(l.SoftmaxOf(logits)).Nats()
	most := math.Log(float64(len(logits))) + 1
	return Rounded("H(softmax)", float64(h), classRoundings+2*entropyRoundings+2*roundings*largest, most)
}

// HHeated is the entropy of the softmax of logits at a temperature, in nats.
func (l Library) HHeated(logits []float64, temperature float64) Quantity {
	heated := make([]float64, len(logits))
	for c, z := range logits {
		heated[c] = l.Heated(z, temperature)
	}
	return l.HSoftmax(heated, 1)
}

// MeanLogit is Σ p z, where what is impossible adds nothing.
func MeanLogit(p []Quantity, logits []float64) Quantity {
	sum := Exactly(0)
	for c, z := range logits {
		if p[c].value != 0 {
			sum = sum.Plus(p[c].By(Exactly(z)))
		}
	}
	return sum
}

// Chances are the probabilities of p, as they are.
func Chances(p info.Distribution) []Quantity {
	all := make([]Quantity, p.Len())
	for c, pc := range p.All() {
		all[c] = Exactly(pc)
	}
	return all
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

// Ahead is what x costs once the logit of class c has grown by a short step, and how
// long the step was.
func (l Library) Ahead(x arbitrary.Lesson, c int) (Batch, float64) {
	const step = 0x1p-13
	before := x.Logits[c]
	x.Logits = slices.Clone(x.Logits)
	x.Logits[c] += step
	return l.Lesson(x), x.Logits[c] - before
}
