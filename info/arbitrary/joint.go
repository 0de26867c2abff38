package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"crossentropy/info"
	"crossentropy/info/internal/unchecked"
)

// Joints draws joint distributions of up to six by six outcomes: of every
// shape, independent, and with Y a function of X. IndependentJoints draws the
// independent ones alone.
var (
	Joints            = joints(anyJoint)
	IndependentJoints = Gen[info.Joint]{
		Draw: func(r *rand.Rand) (info.Joint, string) {
			p, shape := draw(r, 1+r.Intn(6))
			q, _ := draw(r, 1+r.Intn(6))
			return product(gridded(p), gridded(q)), shape
		},
		Shrink: func(j info.Joint) []info.Joint {
			var all []info.Joint
			x, y := floats(j.X()), floats(j.Y())
			for _, p := range simpler(x) {
				all = append(all, product(p, y))
			}
			for _, q := range simpler(y) {
				all = append(all, product(x, q))
			}
			return simplerThan(j, all, costOfJoint)
		},
		Show: showJoint,
	}
)

// Table writes a joint distribution row by row, as in "(1/2, 0) (0, 1/2)".
func Table(j info.Joint) string {
	var rows []string
	cells := floats(j.Pairs())
	for row := range slices.Chunk(cells, j.Y().Len()) {
		rows = append(rows, Vector(distribution(row)))
	}
	return strings.Join(rows, " ")
}

// Rows lists p(x, y) row by row.
func Rows(j info.Joint) [][]float64 {
	return slices.Collect(slices.Chunk(floats(j.Pairs()), j.Y().Len()))
}

func showJoint(j info.Joint) string { return "p(x, y) = " + Table(j) }

func joint(cells []float64, columns int) info.Joint {
	return unchecked.Joint(cells, columns).(info.Joint)
}

func product(p, q []float64) info.Joint {
	var cells []float64
	for _, x := range p {
		for _, y := range q {
			cells = append(cells, x*y)
		}
	}
	return joint(cells, len(q))
}

func anyJoint(r *rand.Rand) (cells []float64, columns int, shape string) {
	rows, columns := 1+r.Intn(6), 1+r.Intn(6)
	switch r.Intn(6) {
	case 0:
		p, _ := draw(r, rows)
		q, _ := draw(r, columns)
		return floats(product(p, q).Pairs()), columns, "independent"
	case 1:
		cells = make([]float64, rows*columns)
		p, _ := draw(r, rows)
		for x, px := range p {
			cells[x*columns+r.Intn(columns)] = px
		}
		return cells, columns, "function"
	default:
		cells, shape = draw(r, rows*columns)
		return cells, columns, shape
	}
}

// familiarJoints are the joint distributions that a person would try first.
var familiarJoints = []info.Joint{
	joint([]float64{0.5, 0.5}, 2),
	joint([]float64{0.75, 0.25}, 2),
	joint([]float64{0.5, 0, 0, 0.5}, 2),
	joint([]float64{0.5, 0.25, 0.25, 0}, 2),
}

func joints(draw func(r *rand.Rand) ([]float64, int, string)) Gen[info.Joint] {
	return Gen[info.Joint]{
		Draw: func(r *rand.Rand) (info.Joint, string) {
			cells, columns, shape := draw(r)
			return joint(cells, columns), shape
		},
		Shrink: func(j info.Joint) []info.Joint { return simplerThan(j, simplerJoints(j), costOfJoint) },
		Show:   showJoint,
	}
}

func costOfJoint(j info.Joint) cost {
	return costOf(floats(j.Pairs()), floats(j.X()), floats(j.Y()))
}

// simplerJoints merges two rows or two columns, or rounds the cells.
func simplerJoints(j info.Joint) []info.Joint {
	var all []info.Joint
	cells, columns := floats(j.Pairs()), j.Y().Len()
	for _, ij := range couples(len(cells) / columns) {
		all = append(all, joint(mergedRows(cells, columns, ij), columns))
	}
	for _, ij := range couples(columns) {
		all = append(all, joint(mergedColumns(cells, columns, ij), columns-1))
	}
	for _, rounded := range roundings(cells) {
		all = append(all, joint(rounded, columns))
	}
	return all
}

func mergedRows(cells []float64, columns int, ij [2]int) []float64 {
	merged := slices.Clone(cells)
	for y := range columns {
		merged[ij[0]*columns+y] += merged[ij[1]*columns+y]
	}
	return slices.Delete(merged, ij[1]*columns, (ij[1]+1)*columns)
}

func mergedColumns(cells []float64, columns int, ij [2]int) []float64 {
	var all []float64
	for row := range slices.Chunk(cells, columns) {
		all = append(all, merged(row, ij)...)
	}
	return all
}

// A Modelled is a joint distribution and a joint model of it.
type Modelled struct{ P, Q info.Joint }

// SeparateModels draws models in which X and Y are independent, and TiedModels
// models in which they need not be.
var (
	SeparateModels = modelled(func(_ info.Joint, x, y []float64) info.Joint { return product(x, y) })
	TiedModels     = modelled(func(p info.Joint, x, y []float64) info.Joint {
		half := mixed(0.5, floats(p.Pairs()), floats(product(x, y).Pairs())) // tied as the truth is
		return joint(half, len(y))
	})
)

func modelled(model func(p info.Joint, x, y []float64) info.Joint) Gen[Modelled] {
	return Gen[Modelled]{
		Draw: func(r *rand.Rand) (Modelled, string) {
			cells, columns, shape := anyJoint(r)
			p := joint(gridded(cells), columns)
			x, _ := draw(r, p.X().Len())
			y, _ := draw(r, columns)
			x, y = mixed(0.5, x, floats(p.X())), mixed(0.5, y, floats(p.Y()))
			return Modelled{p, model(p, gridded(x), gridded(y))}, shape
		},
		Shrink: func(m Modelled) []Modelled {
			var all []Modelled
			for _, p := range slices.Concat(familiarJoints, simplerJoints(m.P), []info.Joint{m.P}) {
				x, y := floats(p.X()), floats(p.Y())
				for _, qx := range append(familiar[len(x)], x, uniform(len(x)), certain(len(x), 0)) {
					for _, qy := range append(familiar[len(y)], y, uniform(len(y)), certain(len(y), 0)) {
						all = append(all, Modelled{p, model(p, qx, qy)})
					}
				}
			}
			return simplerThan(m, all, func(m Modelled) cost {
				return costOf(floats(m.P.Pairs()), floats(m.Q.Pairs()), floats(m.P.X()))
			})
		},
		Show: func(m Modelled) string {
			return fmt.Sprintf("p(x, y) = %s, q(x, y) = %s", Table(m.P), Table(m.Q))
		},
	}
}
