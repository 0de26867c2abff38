package claim

import (
	"fmt"
	"slices"
	"strings"

	"github.com/leanovate/gopter"
)

// A Joint is the joint distribution of X and Y: a row for each x.
type Joint struct {
	draw
	P [][]float64
}

func (j Joint) String() string { return "p(x, y) = " + rows(j.P) }

// rows are lists beside each other.
func rows(p [][]float64) string {
	var s []string
	for _, row := range p {
		s = append(s, list(row))
	}
	return strings.Join(s, " ")
}

var (
	// Joints are made of single pairs (x, y), each with a weight.
	Joints = made(shape{weights: 1, columns: 2}, func(d draw) Joint { return Joint{d, d.joint(0, 1)} })

	IndependentJoints = made(shape{weights: 2, bits: 11}, func(d draw) Joint {
		return Joint{d, Product(d.p(0), d.p(1))}
	})
)

// joint gives a column of probabilities to the pairs (x, y) that two more columns
// name, each one of six at most.
func (d draw) joint(weights, pairs int) [][]float64 {
	places := func(column int) (all []int, n int) {
		for _, row := range d.rows {
			all = append(all, int(row[column])%6)
		}
		names := slices.Compact(slices.Sorted(slices.Values(all)))
		for i, name := range all {
			all[i] = slices.Index(names, name)
		}
		return all, len(names)
	}
	x, height := places(pairs)
	y, width := places(pairs + 1)
	p := make([][]float64, height)
	for i := range p {
		p[i] = make([]float64, width)
	}
	for i, pxy := range d.p(weights) {
		p[x[i]][y[i]] += pxy
	}
	for _, row := range p {
		atMostOne(row)
	}
	return p
}

// margins are the distributions of X and of Y.
func margins(p [][]float64) (x, y []float64) {
	y = make([]float64, len(p[0]))
	for _, row := range p {
		x = append(x, sum(row))
		for i, cell := range row {
			y[i] += cell
		}
	}
	return atMostOne(x), atMostOne(y)
}

// Cells are the probabilities of all pairs, row by row.
func Cells(p [][]float64) []float64 { return slices.Concat(p...) }

// Product is the joint distribution of X and Y that have nothing to do with each other.
func Product(x, y []float64) (p [][]float64) {
	for _, px := range x {
		p = append(p, scaled(y, px))
	}
	return p
}

// Transposed is the joint distribution of Y and X.
func Transposed(p [][]float64) [][]float64 {
	t := make([][]float64, len(p[0]))
	for _, row := range p {
		for y, cell := range row {
			t[y] = append(t[y], cell)
		}
	}
	return t
}

// A Modelled is a joint distribution, and a joint model of it.
type Modelled struct {
	draw
	P, Q [][]float64
}

func (m Modelled) String() string {
	return fmt.Sprintf("p(x, y) = %s, q(x, y) = %s", rows(m.P), rows(m.Q))
}

// SeparateModels keep X and Y apart, and TiedModels tie them half as the truth does.
var (
	SeparateModels = modelled(func(p, apart [][]float64) [][]float64 { return apart })
	TiedModels     = modelled(func(p, apart [][]float64) [][]float64 {
		var tied [][]float64
		for x := range p {
			tied = append(tied, Mixed(0.5, p[x], apart[x]))
		}
		return tied
	})
)

// modelled takes a model of X and Y apart from the margins of the truth, mixed with
// those of another joint distribution.
func modelled(model func(p, apart [][]float64) [][]float64) gopter.Gen {
	return made(shape{weights: 2, columns: 2, beside: 1, bits: 11}, func(d draw) Modelled {
		p, near := d.joint(0, 2), d.eighths(0)
		x, y := margins(p)
		otherX, otherY := margins(d.joint(1, 2))
		return Modelled{d, p, model(p, Product(Mixed(near, x, otherX), Mixed(near, y, otherY)))}
	})
}
