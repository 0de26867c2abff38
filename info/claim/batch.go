package claim

import (
	"fmt"
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

// Named is b under another name.
func (b Batch) Named(name string) Batch {
	b.name = ", " + name
	return b
}

// Exactly is b with no rounding allowed for.
func (b Batch) Exactly() Batch {
	exact := b
	exact.Each, exact.Slopes = exactly(b.Each), nil
	for _, row := range b.Slopes {
		exact.Slopes = append(exact.Slopes, exactly(row))
	}
	exact.Total.bound, exact.Weight.bound, exact.Mean.bound = 0, 0, 0
	return exact
}

func exactly(all []Quantity) []Quantity {
	all = slices.Clone(all)
	for i := range all {
		all[i].bound = 0
	}
	return all
}

// At is b with the losses and slopes of these rows alone.
func (b Batch) At(rows []int) Batch {
	few := b
	few.Each, few.Slopes = nil, nil
	for _, i := range rows {
		few.Each, few.Slopes = append(few.Each, b.Each[i]), append(few.Slopes, b.Slopes[i])
	}
	return few
}

// Is says that two batches cost the same, in all and row by row, with the same mean
// and slopes, but for rounding.
func (b Batch) Is(c Batch) Verdict {
	if v := b.Costs(c); v != True {
		return v
	}
	if !(math.IsNaN(b.Mean.value) && math.IsNaN(c.Mean.value)) {
		return c.alike(b.Mean, c.Mean)
	}
	return True
}

// Costs says that two batches cost the same, in all and row by row, with the same
// slopes, whatever their means divide by.
func (b Batch) Costs(c Batch) Verdict {
	if len(b.Each) != len(c.Each) {
		return Verdict(fmt.Sprintf("%d rows, %d%s", len(b.Each), len(c.Each), c.name))
	}
	for i := range b.Each {
		if v := c.alike(b.Each[i], c.Each[i]); v != True {
			return v
		}
		for k := range b.Slopes[i] {
			if v := c.alike(b.Slopes[i][k], c.Slopes[i][k]); v != True {
				return v
			}
		}
	}
	return c.alike(b.Total, c.Total)
}

// Nothing says that no row of b costs anything, or has a slope.
func (b Batch) Nothing() Verdict {
	for i := range b.Each {
		for _, q := range exactly(append([]Quantity{b.Each[i]}, b.Slopes[i]...)) {
			if v := q.Is(Exactly(0)); v != True {
				return v
			}
		}
	}
	return True
}

func (b Batch) alike(x, y Quantity) Verdict { return x.Is(y.Named(y.name + b.name)) }

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
		b.Each = append(b.Each, Rounded("loss of a row", float64(sum.Each[i]), classRoundings, cost+floor))
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
		if share == all && o.powers[c] == 1 { // 1 − p is the others' p
			scale = all * o.others
		}
		slopes = append(slopes, scale)
	}
	return cost, slopes
}

// like is rows as long as those of logits, full of what no slope is.
func like(logits [][]float64) [][]float64 {
	rows := make([][]float64, len(logits))
	for i, z := range logits {
		rows[i] = slices.Repeat([]float64{math.NaN()}, len(z))
	}
	return rows
}
