package arbitrary

import (
	"fmt"
	"math/rand"
	"slices"

	"crossentropy/info"
	"crossentropy/info/learn"
)

// A Survey is a joint distribution of X and Y, and how often each pair came up,
// row by row, in draws from it.
type Survey struct {
	P      info.Joint
	Counts []float64
}

// Surveys draws one to eight times from joint distributions of up to three by
// three outcomes.
var Surveys = Gen[Survey]{
	Draw: func(r *rand.Rand) (Survey, string) {
		rows, columns := 1+r.Intn(3), 2+r.Intn(2)
		cells, shape := draw(r, rows*columns)
		cells = gridded(cells)
		drawn := each(counts(r, cells, 1+r.Intn(8)), func(n int) float64 { return float64(n) })
		return Survey{joint(cells, columns), drawn}, shape
	},
	Shrink: func(s Survey) []Survey {
		all := slices.DeleteFunc(s.simpler(), func(s Survey) bool { return !s.possible() })
		return simplerThan(s, all, func(s Survey) cost {
			c := costOf(floats(s.P.Pairs()))
			for _, n := range s.Counts {
				c[3] += int(n)
			}
			return c
		})
	},
	Show: func(s Survey) string {
		return fmt.Sprintf("%s, drawn %v times", showJoint(s.P), s.Counts)
	},
}

func (s Survey) simpler() []Survey {
	var all []Survey
	cells, columns := floats(s.P.Pairs()), s.P.Y().Len()
	for _, ij := range couples(len(cells) / columns) {
		all = append(all, Survey{joint(mergedRows(cells, columns, ij), columns), mergedRows(s.Counts, columns, ij)})
	}
	for _, ij := range couples(columns) {
		if columns > 2 {
			all = append(all, Survey{joint(mergedColumns(cells, columns, ij), columns-1), mergedColumns(s.Counts, columns, ij)})
		}
	}
	for _, rounded := range roundings(cells) {
		all = append(all, Survey{joint(rounded, columns), s.Counts})
	}
	for i, n := range s.Counts {
		fewer := slices.Clone(s.Counts)
		fewer[i] = max(0, n-1)
		all = append(all, Survey{s.P, fewer})
	}
	return all
}

// possible says whether anything was drawn, and nothing that cannot be.
func (s Survey) possible() bool {
	for i, p := range s.P.Pairs().All() {
		if s.Counts[i] > 0 && p == 0 {
			return false
		}
	}
	return slices.Max(s.Counts) > 0
}

// Outcomes has a row for each outcome of X: a feature for each, 1 for that one and
// 0 for the rest.
func (s Survey) Outcomes() [][]float64 {
	all := make([][]float64, s.P.X().Len())
	for x := range all {
		all[x] = make([]float64, len(all))
		all[x][x] = 1
	}
	return all
}

// Problem is to learn Y from X, from what was drawn.
func (s Survey) Problem() learn.Problem {
	outcomes, columns := s.Outcomes(), s.P.Y().Len()
	d := learn.Data{Classes: columns}
	for i, n := range s.Counts {
		for range int(n) {
			d.X, d.Y = append(d.X, outcomes[i/columns]), append(d.Y, i%columns)
		}
	}
	return learn.Problem{Data: d, Penalty: 1. / 8}
}

// Drawn is the joint distribution of what was drawn.
func (s Survey) Drawn() info.Joint {
	var draws float64
	for _, n := range s.Counts {
		draws += n
	}
	return joint(each(s.Counts, func(n float64) float64 { return n / draws }), s.P.Y().Len())
}
