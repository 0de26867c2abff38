package claim

import (
	"math"
	"slices"

	"crossentropy/info/arbitrary"
	"crossentropy/info/loss"
)

// A Batch is what the rows of a batch cost, in nats.
type Batch struct {
	Each   []Quantity
	Total  Quantity
	Weight Quantity     // what the mean divides by
	Mean   Quantity     // NaN where nothing counts
	Slopes [][]Quantity // the slopes of the total
	name   string
	counts float64 // what the mean should divide by
	sum    loss.Sum
}

// Batch is the loss of rows whose targets are classes. It panics where the library
// refuses them.
func (l Library) Batch(x arbitrary.Batch) Batch {
	weight := 0.0
	for i, y := range x.Targets {
		if x.Counts(i) {
			weight += x.WeightOf(y)
		}
	}
	slopes := like(x.Logits)
	sum, err := l.Classes(x.CrossEntropy, x.Logits, x.Targets, slopes)
	return l.batch(x, x.OneHot(), slopes, sum, err, weight)
}

// SoftBatch is the loss of the rows of x, whose targets are distributions.
func (l Library) SoftBatch(x arbitrary.Batch, targets [][]float64) Batch {
	slopes := like(x.Logits)
	sum, err := l.Soft(x.CrossEntropy, x.Logits, targets, slopes)
	x.Ignore = nil // counts for classes alone
	return l.batch(x, targets, slopes, sum, err, float64(len(targets)))
}

// Both is the batch of a and b together, by what their sums add up to.
func (l Library) Both(a, b Batch) Batch {
	both := Batch{
		Each: slices.Concat(a.Each, b.Each), Slopes: slices.Concat(a.Slopes, b.Slopes),
		Total: a.Total.Plus(b.Total), Weight: a.Weight.Plus(b.Weight),
		counts: a.counts + b.counts, sum: l.Merged(a.sum, b.sum),
	}
	return l.summed(both)
}

// batch bounds what the library made of x. Its targets as distributions, and what
// its mean should divide by, say how large numbers on the way can be.
func (l Library) batch(x arbitrary.Batch, targets, slopes [][]float64, sum loss.Sum, err error, weight float64) Batch {
	if err != nil {
		panic(err)
	}
	b := Batch{counts: weight, sum: sum}
	var scale float64
	for i, z := range x.Logits {
		cost, steep := 0.0, make([]float64, len(z))
		if x.Counts(i) {
			cost, steep = scales(x, z, targets[i])
		}
		scale += cost
		b.Each = append(b.Each, Rounded("loss of a row", 0, classRoundings, cost+floor))
		row := make([]Quantity, len(z))
		for c, slope := range slopes[i] {
			row[c] = Rounded("slope", slope, classRoundings, steep[c]+floor)
		}
		b.Slopes = append(b.Slopes, row)
	}
	b.Total, b.Weight = Rounded("loss", 0, classRoundings+1, scale+floor), Rounded("weight", 0, 2, weight)
	return l.summed(b)
}

// summed is b with what its sum says, whose bounds it has already.
func (l Library) summed(b Batch) Batch {
	b.Each = b.Each[:len(b.sum.Each)]
	for i, cost := range b.sum.Each {
		b.Each[i].value = float64(cost)
	}
	b.Total.name, b.Total.value = "loss", float64(b.sum.Total)
	b.Weight.name, b.Weight.value = "weight", b.sum.Weight
	b.Mean = Quantity{"mean", float64(l.Mean(b.sum)), 0}
	if b.counts > 0 {
		b.Mean.bound = 2 * b.Total.bound / b.counts // one for the division
	}
	return b
}

// scales are what the cost of a row of logits is a sum of, and each of its slopes,
// from the logits and what each class counts.
func scales(x arbitrary.Batch, logits, target []float64) (cost float64, slopes []float64) {
	o := oddsOf(logits)
	shares, all := make([]float64, len(logits)), 0.0
	for c := range shares {
		smoothed := (1-x.Smoothing)*target[c] + x.Smoothing/float64(len(logits))
		shares[c] = x.WeightOf(c) * smoothed
		all += shares[c]
		cost += shares[c] * o.reach(c)
	}
	for c, share := range shares {
		scale := all*o.powers[c] + share
		if o.powers[c] == 1 { // then 1 − p is the others' p
			scale = all*o.others + 2*sumWithout(shares, c)
		}
		slopes = append(slopes, scale)
	}
	return cost, slopes
}

func sumWithout(shares []float64, c int) (sum float64) {
	for k, share := range shares {
		if k != c {
			sum += share
		}
	}
	return sum
}

// like is rows as long as those of logits, full of what no slope is.
func like(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = slices.Repeat([]float64{math.NaN()}, len(z))
	}
	return rows
}
