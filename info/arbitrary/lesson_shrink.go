package arbitrary

import (
	"slices"

	"crossentropy/info/learn"
)

// cost prefers few rows, features and classes, no penalty, and then small numbers.
func (x Lesson) cost() cost {
	d := x.Problem.Data
	all := slices.Concat(slices.Concat(d.X...), slices.Concat(numbers(x.At)...))
	size := sizeOf(append(all, x.Problem.Penalty))
	c := cost{4*len(d.X) + len(d.X[0]) + d.Classes, size[0], size[1]}
	if !x.Problem.Pinned {
		c[0]++
	}
	if x.Problem.Penalty > 0 {
		c[0] += 5
	}
	for _, v := range all {
		if v < 0 {
			c[3]++
		}
	}
	for _, y := range d.Y {
		c[3] += y
	}
	if !x.Problem.NoBias {
		c[3]++
	}
	return c
}

// smaller are lessons without one of the rows, features or classes.
func (x Lesson) smaller() []Lesson {
	var all []Lesson
	d := x.Problem.Data
	for i := range d.X {
		if len(d.X) > 1 {
			y := x.copy()
			y.Problem.Data.X = slices.Delete(y.Problem.Data.X, i, i+1)
			y.Problem.Data.Y = slices.Delete(y.Problem.Data.Y, i, i+1)
			all = append(all, y)
		}
	}
	for f := range d.X[0] {
		if len(d.X[0]) > 1 {
			y := x.copy()
			for _, rows := range [][][]float64{y.Problem.Data.X, y.At.Weights} {
				for i, row := range rows {
					rows[i] = slices.Delete(row, f, f+1)
				}
			}
			all = append(all, y)
		}
	}
	if d.Classes > 2 {
		all = append(all, x.withoutLastClass())
	}
	return append(all, x.pinned()...)
}

// withoutLastClass gives the rows of the last class to the one before.
func (x Lesson) withoutLastClass() Lesson {
	y := x.copy()
	d := &y.Problem.Data
	d.Classes--
	for i, class := range d.Y {
		d.Y[i] = min(class, d.Classes-1)
	}
	last := len(y.At.Bias) - 1
	y.At.Weights, y.At.Bias = y.At.Weights[:last], y.At.Bias[:last]
	return y
}

// pinned is x with class 0 pinned, if it is not, and with no bias.
func (x Lesson) pinned() []Lesson {
	y := x.copy()
	y.Problem.NoBias = true
	all := []Lesson{y}
	if !x.Problem.Pinned {
		z := x.copy()
		z.Problem.Pinned, z.At.Pinned = true, true
		z.At.Weights, z.At.Bias = z.At.Weights[1:], z.At.Bias[1:]
		all = append(all, z)
	}
	return all
}

// rounder are lessons with one number replaced by a rounder one.
func (x Lesson) rounder() []Lesson {
	var all []Lesson
	places := func(x *Lesson) [][]float64 { return slices.Concat(x.Problem.Data.X, numbers(x.At)) }
	for i, row := range places(&x) {
		for j, v := range row {
			for _, simple := range append(rounder(v), -v) {
				y := x.copy()
				places(&y)[i][j] = simple
				all = append(all, y)
			}
		}
	}
	for i, class := range x.Problem.Data.Y {
		for lower := range class {
			y := x.copy()
			y.Problem.Data.Y[i] = lower
			all = append(all, y)
		}
	}
	for _, penalty := range []float64{0, 1, 0.5, 0.25} {
		y := x.copy()
		y.Problem.Penalty = penalty
		all = append(all, y)
	}
	return all
}

func (x Lesson) copy() Lesson {
	d := x.Problem.Data
	x.Problem.Data = learn.Data{X: copies(d.X), Y: slices.Clone(d.Y), Classes: d.Classes}
	x.At.Weights, x.At.Bias = copies(x.At.Weights), slices.Clone(x.At.Bias)
	return x
}

func copies(rows [][]float64) [][]float64 { return each(rows, slices.Clone[[]float64]) }
