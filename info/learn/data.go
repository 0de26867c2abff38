// Package learn trains linear classifiers: it moves their weights downhill
// until the cross entropy of the answers and the forecasts is as low as it
// gets.
//
// A row x has the logits z = W·x + b, one for each class, and the forecast
// softmax(z). What it costs is what [loss] says, in nats.
//
//	flowers, species := data.Iris()
//	flowers.X = learn.ScaleOf(flowers.X).Apply(flowers.X)
//	problem := learn.Problem{Data: flowers, Penalty: 0.01}
//	model, steps := learn.Accelerate(problem, 1e-7, nil)
package learn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"crossentropy/info"
)

// Data is what there is to learn from: rows, and the right answer to each.
type Data struct {
	X       [][]float64 // one row an example, one column a feature
	Y       []int       // the class of each row, from 0 to Classes−1
	Classes int
}

// Clone returns a copy of d.
func (d Data) Clone() Data { return Data{clone(d.X), slices.Clone(d.Y), d.Classes} }

// Split deals the rows out to as many parts as there are shares, in an order
// that the seed shuffles. A part gets its share of the rows, but for rounding,
// and no row gets into two. Shares that sum to 1 deal out all of them. The
// parts keep the rows of d, not copies.
//
// It panics if a share is negative, if they sum to more than 1, or if X and Y
// differ in length.
func (d Data) Split(seed uint64, shares ...float64) []Data {
	d.check()
	order := rand.New(rand.NewPCG(seed, 0)).Perm(len(d.Y))
	parts := make([]Data, len(shares))
	dealt, past := 0, 0.0
	for i, share := range shares {
		past += share
		if !(share >= 0 && past <= 1+info.Tolerance) {
			panic(fmt.Sprintf("learn: shares of %v, want none negative, and at most 1 in all", shares))
		}
		end := min(len(order), int(math.Round(past*float64(len(order)))))
		parts[i].Classes = d.Classes
		for _, row := range order[dealt:end] {
			parts[i].X = append(parts[i].X, d.X[row])
			parts[i].Y = append(parts[i].Y, d.Y[row])
		}
		dealt = end
	}
	return parts
}

// BaseRate returns the share of each class in the rows: the best forecast for
// who sees no features.
//
// It panics if there are no rows, or if a row is of none of the classes.
func (d Data) BaseRate() info.Distribution {
	counts := make([]float64, max(0, d.Classes))
	for i, y := range d.Y {
		if y < 0 || y >= d.Classes {
			panic(fmt.Sprintf("learn: Y[%d] = %d, want 0 to %d", i, y, d.Classes-1))
		}
		counts[y]++
	}
	rate, err := info.Normalize(counts...)
	if err != nil {
		panic("learn: no rows, and so no base rate")
	}
	return rate
}

// check panics unless there is a class for every row.
func (d Data) check() {
	if len(d.X) != len(d.Y) {
		panic(fmt.Sprintf("learn: %d rows in X, %d in Y", len(d.X), len(d.Y)))
	}
}

// widthOf returns how many features the rows of x, of that name, have, 0 if there
// are none. It panics if they differ, or if a feature is not finite.
func widthOf(name string, x [][]float64) int {
	if len(x) == 0 {
		return 0
	}
	for i, row := range x {
		if len(row) != len(x[0]) {
			panic(fmt.Sprintf("learn: %s[%d] has %d features, %[1]s[0] has %[4]d", name, i, len(row), len(x[0])))
		}
		for f, value := range row {
			if !(math.Abs(value) <= math.MaxFloat64) {
				panic(fmt.Sprintf("learn: %s[%d][%d] = %v, want a finite number", name, i, f, value))
			}
		}
	}
	return len(x[0])
}

// matrix has its rows side by side in memory.
func matrix(rows, columns int) [][]float64 {
	all := make([]float64, rows*columns)
	m := make([][]float64, rows)
	for i := range m {
		m[i], all = all[:columns:columns], all[columns:]
	}
	return m
}

func clone(m [][]float64) [][]float64 {
	c := make([][]float64, len(m))
	for i, row := range m {
		c[i] = slices.Clone(row)
	}
	return c
}
