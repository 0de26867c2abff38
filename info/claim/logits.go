package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/leanovate/gopter"
)

// A Row is a logit for each class, and the class that was right.
type Row struct {
	draw
	Logits []float64
	Target int
}

func (x Row) String() string { return fmt.Sprintf("logits %s, target %d", list(x.Logits), x.Target) }

// Rows have one class to hundreds, and logits from 1e-300 to 1e300 of either sign,
// or −∞ for classes that are not the target. TwoClasses and MoreClasses have two of
// them, and three or more. ModestRows have quarters of at most 30, of which e to the
// power is a number, and Ties have logits that are all the same.
var (
	Rows        = made(shape{columns: 2, beside: 1, many: true}, wideRow)
	TwoClasses  = made(shape{columns: 2, beside: 1, rows: 2}, wideRow).SuchThat(func(x Row) bool { return len(x.Logits) == 2 })
	MoreClasses = made(shape{columns: 2, beside: 1}, wideRow).SuchThat(func(x Row) bool { return len(x.Logits) > 2 })
	ModestRows  = made(shape{columns: 1, beside: 1}, func(d draw) Row {
		return Row{d, d.each(0, modest), d.class(0, len(d.rows))}
	})
	Ties = made(shape{beside: 3}, func(d draw) Row {
		n := 1 + d.upTo(199, 1)
		return Row{d, slices.Repeat([]float64{logit(d.beside[2])}, n), d.class(0, n)}
	})
)

// wideRow has logits in one column, and in another whether they are −∞.
func wideRow(d draw) Row {
	x := Row{d, d.each(0, logit), 0}
	x.Target = d.class(0, len(x.Logits))
	for c, row := range d.rows {
		if row[1]%32 == 31 && c != x.Target {
			x.Logits[c] = math.Inf(-1)
		}
	}
	return x
}

// class is a number beside the rows as one of n classes, the last for all that are
// too large.
func (d draw) class(i, n int) int { return min(int(d.beside[i]), n-1) }

// A Shift is a row, and the same with a number added to each logit.
type Shift struct {
	Row
	By    float64
	After []float64
}

func (x Shift) String() string {
	return fmt.Sprintf("%v, then %s added", x.Row, fraction(x.By, allDigits))
}

// Shifts add without rounding: all that they add up is a multiple of one unit.
// RoundedShifts add what they please.
var (
	Shifts = shifts(shape{columns: 1, beside: 3}, func(d draw) (func(n uint16) float64, float64) {
		unit := d.unit(2)
		return func(n uint16) float64 { return unit * whole(n) }, unit * whole(d.beside[1])
	})
	RoundedShifts = shifts(shape{columns: 1, beside: 3}, func(d draw) (func(n uint16) float64, float64) {
		return modest, logit(d.beside[1])
	})
)

func shifts(s shape, terms func(d draw) (logit func(n uint16) float64, by float64)) gopter.Gen {
	return made(s, func(d draw) Shift {
		logit, by := terms(d)
		z := d.each(0, logit)
		after := slices.Clone(z)
		for c := range after {
			after[c] += by
		}
		return Shift{Row{d, z, d.class(0, len(z))}, by, after}
	})
}

// unit is a power of 2 from 2⁻⁹⁷⁰ to 2⁹⁷⁰, and 1 for small numbers.
func (d draw) unit(i int) float64 {
	return math.Ldexp(1, max(-970, min(970, int(whole(d.beside[i]>>6)))))
}

// A Contest is a target, and what two models say of it.
type Contest struct {
	Row
	Other  []float64
	Midway []float64
}

func (x Contest) String() string {
	return fmt.Sprintf("logits %s and %s, target %d", list(x.Logits), list(x.Other), x.Target)
}

// Contests are multiples of one unit, so that nothing is rounded midway.
var Contests = made(shape{columns: 2, beside: 2, bits: 12}, func(d draw) Contest {
	unit := d.unit(1)
	x := Contest{Row: Row{d, nil, d.class(0, len(d.rows))}}
	for _, row := range d.rows {
		z, other := unit*whole(row[0]), unit*whole(row[1])
		x.Logits, x.Other = append(x.Logits, z), append(x.Other, other)
		x.Midway = append(x.Midway, z/2+other/2)
	}
	return x
})

// A Heating is a row of logits at a temperature, and at a higher one.
type Heating struct {
	draw
	Logits    []float64
	Cool, Hot float64
}

func (x Heating) String() string {
	return fmt.Sprintf("logits %s, T = %s, then %s", list(x.Logits), fraction(x.Cool, 3), fraction(x.Hot, 3))
}

var Heatings = made(shape{columns: 1, beside: 2}, func(d draw) Heating {
	cool := d.temperature(0)
	return Heating{d, d.each(0, modest), cool, cool * float64(1+d.upTo(31, 1))}
})

// temperature is a power of 2 from 1/16 to 16, 1 for small numbers.
func (d draw) temperature(i int) float64 { return math.Exp2(whole(d.beside[i] % 9)) }

// A SoftRow is a logit for each class, and how likely each was the right one. Weights
// may be nil.
type SoftRow struct {
	draw
	Logits, Target, Weights []float64
}

func (x SoftRow) String() string {
	s := "logits " + list(x.Logits) + ", target " + list(x.Target)
	if x.Weights != nil {
		s += ", weights " + list(x.Weights)
	}
	return s
}

// SoftRows have logits of every size, −∞ among them. NearSoftRows have logits that
// are 700 apart at most, and ModestSoftRows 60. HeavySoftRows are modest ones with
// weights.
var (
	SoftRows = made(shape{weights: 1, columns: 2, many: true}, func(d draw) SoftRow {
		z := d.each(1, logit)
		for c, row := range d.rows {
			if row[2]%32 == 31 && c > 0 {
				z[c] = math.Inf(-1)
			}
		}
		return SoftRow{d, z, d.p(0), nil}
	})
	NearSoftRows = made(shape{weights: 1, columns: 1, many: true}, func(d draw) SoftRow {
		return SoftRow{d, scaled(d.each(1, modest), 35./3), d.p(0), nil}
	})
	ModestSoftRows = made(shape{weights: 1, columns: 1}, func(d draw) SoftRow {
		return SoftRow{d, d.each(1, modest), d.p(0), nil}
	})
	HeavySoftRows = made(shape{weights: 1, columns: 2}, func(d draw) SoftRow {
		return SoftRow{d, d.each(1, modest), d.p(0), d.each(2, classWeight)}
	})
)

// classWeight is 1 first, and then from 0 to 4.
func classWeight(n uint16) float64 { return []float64{1, 2, 0.5, 0, 3, 0.25, 4}[n%7] }

// Graded is rows of logits, and the class that was right in each.
type Graded struct {
	Logits  [][]float64
	Targets []int
}

func (g Graded) String() string {
	var rows []string
	for i, z := range g.Logits {
		rows = append(rows, fmt.Sprintf("logits %s, right %d", list(z), g.Targets[i]))
	}
	return strings.Join(rows, "; ")
}

// A Calibration is rows that a temperature is fitted on, rows that it is tried on,
// and another temperature to compare it with.
type Calibration struct {
	draw
	Fitted, Tried Graded
	Other         float64
}

func (x Calibration) String() string {
	if len(x.Tried.Targets) == 0 || &x.Tried.Targets[0] == &x.Fitted.Targets[0] {
		return fmt.Sprintf("fitted on %v, or T = %s", x.Fitted, fraction(x.Other, 3))
	}
	return fmt.Sprintf("fitted on %v, tried on %v", x.Fitted, x.Tried)
}

// Calibrations try a temperature on the rows that it was fitted on, and
// FreshCalibrations on others, beside a temperature of 1.
var (
	Calibrations = calibrations(func(d draw) Calibration {
		rows := d.graded(d.rows)
		return Calibration{d, rows, rows, d.otherTemperature(0)}
	})
	FreshCalibrations = calibrations(func(d draw) Calibration {
		half := len(d.rows) / 2
		return Calibration{d, d.graded(d.rows[:half]), d.graded(d.rows[half:]), 1}
	}).SuchThat(func(x Calibration) bool { return len(x.Fitted.Targets) > 0 })
)

// otherTemperature is a temperature, or a factor that is nearly 1.
func (d draw) otherTemperature(i int) float64 {
	return []float64{2, 0.5, 65. / 64, 63. / 64, 16, 1. / 16}[d.upTo(5, i)]
}

func calibrations(from func(d draw) Calibration) gopter.Gen {
	return made(shape{columns: 5, beside: 2, rows: 8, bits: 6}, from)
}

// graded is rows of two classes or three, with whole logits, of one scale. In half
// of the rows the right class is that of the largest. Some rows rule a wrong one out.
func (d draw) graded(rows [][]uint16) (g Graded) {
	classes, unit := 2+d.upTo(1, 1), math.Exp2(whole(d.beside[1]%41))
	for _, row := range rows {
		var z []float64
		for _, n := range row[:classes] {
			z = append(z, unit*whole(n))
		}
		target := min(int(row[3])/2, classes-1)
		if row[3]%2 == 1 {
			target = slices.Index(z, slices.Max(z))
		}
		if row[4]%8 == 7 {
			z[(target+1)%classes] = math.Inf(-1)
		}
		g.Logits, g.Targets = append(g.Logits, z), append(g.Targets, target)
	}
	return g
}
