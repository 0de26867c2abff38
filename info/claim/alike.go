package claim

import (
	"fmt"
	"math"
	"slices"
)

// Named is b under another name.
func (b Batch) Named(name string) Batch {
	b.name = ", " + name
	return b
}

// Times is k times the losses and slopes of b.
func (b Batch) Times(k float64) Batch {
	b.Total, b.Each = b.Total.Times(k), times(k, b.Each)
	slopes := b.Slopes
	b.Slopes = nil
	for _, row := range slopes {
		b.Slopes = append(b.Slopes, times(k, row))
	}
	return b
}

func times(k float64, all []Quantity) []Quantity {
	scaled := make([]Quantity, len(all))
	for i, q := range all {
		scaled[i] = q.Times(k).Named(q.name)
	}
	return scaled
}

// plus is what rows that are alike cost together, one by one.
func (b Batch) plus(c Batch) Batch {
	sum := Batch{Total: b.Total.Plus(c.Total)}
	for i := range b.Each {
		sum.Each = append(sum.Each, b.Each[i].Plus(c.Each[i]).Named(b.Each[i].name))
		var row []Quantity
		for k, slope := range b.Slopes[i] {
			row = append(row, slope.Plus(c.Slopes[i][k]).Named(slope.name))
		}
		sum.Slopes = append(sum.Slopes, row)
	}
	return sum
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
	return All(b.Alike(c), c.alike(b.Total, c.Total))
}

// Alike says that two batches cost the same row by row, with the same slopes.
func (b Batch) Alike(c Batch) Verdict {
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
	return True
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
