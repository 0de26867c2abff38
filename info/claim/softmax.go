package claim

import (
	"math"
	"strconv"

	"crossentropy/info"
)

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
