package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/leanovate/gopter"

	"crossentropy/info/loss"
)

// whole is a number with a sign: 0, 1, −1, 2, −2, …
func whole(n uint16) float64 {
	if n%2 == 1 {
		return float64(n/2) + 1
	}
	return 0 - float64(n/2)
}

// logit is m·2ᵉ, where the last six bits of a number are m, with its sign. The
// others say how far e is from 0, up to 990 and down to −1023.
func logit(n uint16) float64 {
	e := int(n >> 6)
	if e%2 == 1 {
		e = -e
	}
	return math.Ldexp(whole(n&63), min(e, 990))
}

// modest is a logit of at most 30: a whole number first, and then one in quarters.
func modest(n uint16) float64 {
	if n <= 60 {
		return whole(n)
	}
	return whole(n%241) / 4
}

// A Forecast is a target and the probability that a model gives to class 1.
type Forecast struct {
	table
	Y, Yhat float64
}

func (x Forecast) String() string {
	return fmt.Sprintf("y = %s, ŷ = %s", fraction(x.Y, 3), fraction(x.Yhat, 3))
}

var (
	Forecasts = made(shape{beside: 3}, func(t table) Forecast { return Forecast{t, t.eighths(0), t.chance(1)} }).
			SuchThat(func(x Forecast) bool { return x.Yhat >= 0 })
	// OpenForecasts are sixty-fourths, but neither 0 nor 1 nor next to it.
	OpenForecasts = made(shape{beside: 2}, func(t table) Forecast {
		return Forecast{t, t.eighths(0), simple(2 + t.upTo(62, 1))}
	}).SuchThat(func(x Forecast) bool { return x.Yhat < 63./64 })
)

// A Scored is a target and the logit that a model gives to class 1.
type Scored struct {
	table
	Y, Z float64
}

func (x Scored) String() string {
	return fmt.Sprintf("y = %s, z = %s", fraction(x.Y, 3), fraction(x.Z, 3))
}

// Scores have logits from 1e-300 to 1e300 of either sign, and ModestScores logits
// of at most 30, whose forecasts a float can tell from 0 and 1. The logits of
// WrongScores speak against a target of 1, and those of RightScores for it.
var (
	Scores = made(shape{beside: 2}, func(t table) Scored {
		return Scored{t, t.eighths(0), logit(t.beside[1])}
	})
	ModestScores = made(shape{beside: 2}, func(t table) Scored {
		return Scored{t, t.eighths(0), modest(t.beside[1])}
	})
	WrongScores = made(shape{beside: 1}, func(t table) Scored {
		return Scored{t, 1, -math.Abs(logit(t.beside[0]))}
	})
	RightScores = made(shape{beside: 1}, func(t table) Scored {
		return Scored{t, 1, math.Abs(logit(t.beside[0]))}
	}).SuchThat(func(x Scored) bool { return x.Z > 0 })
)

// A Rivalry is a target and the logits that two models give to class 1.
type Rivalry struct {
	table
	Y, Z, Other float64
}

func (x Rivalry) String() string {
	return fmt.Sprintf("y = %s, logits %s and %s", fraction(x.Y, 3), fraction(x.Z, 3), fraction(x.Other, 3))
}

var Rivals = made(shape{beside: 3}, func(t table) Rivalry {
	return Rivalry{t, t.eighths(0), logit(t.beside[1]), logit(t.beside[2])}
})

// A Weighted is a scored target, and how much class 1 weighs.
type Weighted struct {
	Scored
	Weight float64
}

func (x Weighted) String() string {
	return fmt.Sprintf("%v, weight %s", x.Scored, fraction(x.Weight, 3))
}

var WeightedScores = made(shape{beside: 3}, func(t table) Weighted {
	return Weighted{Scored{t, t.eighths(0), logit(t.beside[1])}, float64(t.upTo(31, 2)) / 4}
})

// Labels are so many ones and noughts, and a constant forecast of them.
type Labels struct {
	table
	Ones, Noughts, Yhat float64
}

func (x Labels) String() string {
	return fmt.Sprintf("%v ones, %v noughts, ŷ = %s", x.Ones, x.Noughts, fraction(x.Yhat, 3))
}

var ConstantForecasts = made(shape{beside: 4}, func(t table) Labels {
	return Labels{t, float64(t.upTo(40, 0)), float64(t.upTo(40, 1)), t.chance(2)}
}).SuchThat(func(x Labels) bool { return x.Ones+x.Noughts > 0 && x.Yhat >= 0 })

// A Row is a logit for each class, and the class that was right.
type Row struct {
	table
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
	ModestRows  = made(shape{columns: 1, beside: 1}, func(t table) Row {
		return Row{t, t.each(0, modest), t.class(0, len(t.rows))}
	})
	Ties = made(shape{beside: 3}, func(t table) Row {
		n := 1 + t.upTo(199, 1)
		return Row{t, slices.Repeat([]float64{logit(t.beside[2])}, n), t.class(0, n)}
	})
)

// wideRow has logits in one column, and in another whether they are −∞.
func wideRow(t table) Row {
	x := Row{t, t.each(0, logit), 0}
	x.Target = t.class(0, len(x.Logits))
	for c, row := range t.rows {
		if row[1]%8 == 7 && c != x.Target {
			x.Logits[c] = math.Inf(-1)
		}
	}
	return x
}

// each makes a number of each in a column.
func (t table) each(column int, of func(n uint16) float64) []float64 {
	var all []float64
	for range 1 << t.copies {
		for _, row := range t.rows {
			all = append(all, of(row[column]))
		}
	}
	return all
}

// class is a number beside the rows as one of n classes, the last for all that are
// too large.
func (t table) class(i, n int) int { return min(int(t.beside[i]), n-1) }

// A Shift is a row, and the same with a number added to each logit.
type Shift struct {
	Row
	By    float64
	After []float64
}

func (x Shift) String() string { return fmt.Sprintf("%v, then %s added", x.Row, fraction(x.By, 3)) }

// Shifts add without rounding: all that they add up is a multiple of one unit.
// RoundedShifts add what they please.
var (
	Shifts = shifts(shape{columns: 1, beside: 3}, func(t table) (func(n uint16) float64, float64) {
		unit := t.unit(2)
		return func(n uint16) float64 { return unit * whole(n) }, unit * whole(t.beside[1])
	})
	RoundedShifts = shifts(shape{columns: 1, beside: 3}, func(t table) (func(n uint16) float64, float64) {
		return modest, logit(t.beside[1])
	})
)

func shifts(s shape, terms func(t table) (logit func(n uint16) float64, by float64)) gopter.Gen {
	return made(s, func(t table) Shift {
		logit, by := terms(t)
		z := t.each(0, logit)
		after := slices.Clone(z)
		for c := range after {
			after[c] += by
		}
		return Shift{Row{t, z, t.class(0, len(z))}, by, after}
	})
}

// unit is a power of 2 from 2⁻⁹⁷⁰ to 2⁹⁷⁰, and 1 for small numbers.
func (t table) unit(i int) float64 {
	return math.Ldexp(1, max(-970, min(970, int(whole(t.beside[i]>>6)))))
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
var Contests = made(shape{columns: 2, beside: 2, bits: 12}, func(t table) Contest {
	unit := t.unit(1)
	x := Contest{Row: Row{t, nil, t.class(0, len(t.rows))}}
	for _, row := range t.rows {
		z, other := unit*whole(row[0]), unit*whole(row[1])
		x.Logits, x.Other = append(x.Logits, z), append(x.Other, other)
		x.Midway = append(x.Midway, z/2+other/2)
	}
	return x
})

// A Heating is a row of logits at a temperature, and at a higher one.
type Heating struct {
	table
	Logits    []float64
	Cool, Hot float64
}

func (x Heating) String() string {
	return fmt.Sprintf("logits %s, T = %s, then %s", list(x.Logits), fraction(x.Cool, 3), fraction(x.Hot, 3))
}

var Heatings = made(shape{columns: 1, beside: 2}, func(t table) Heating {
	cool := t.temperature(0)
	return Heating{t, t.each(0, modest), cool, cool * float64(1+t.upTo(31, 1))}
})

// temperature is a power of 2 from 1/16 to 16, 1 for small numbers.
func (t table) temperature(i int) float64 { return math.Exp2(whole(t.beside[i] % 9)) }

// A SoftRow is a logit for each class, and how likely each was the right one. Weights
// may be nil.
type SoftRow struct {
	table
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
// are 600 apart at most, and ModestSoftRows 60. HeavySoftRows are modest ones with
// weights.
var (
	SoftRows = made(shape{weights: 1, columns: 2}, func(t table) SoftRow {
		z := t.each(1, logit)
		for c, row := range t.rows {
			if row[2]%8 == 7 && c > 0 {
				z[c] = math.Inf(-1)
			}
		}
		return SoftRow{t, z, t.p(0), nil}
	})
	NearSoftRows = made(shape{weights: 1, columns: 1}, func(t table) SoftRow {
		return SoftRow{t, scaled(t.each(1, modest), 10), t.p(0), nil}
	})
	ModestSoftRows = made(shape{weights: 1, columns: 1}, func(t table) SoftRow {
		return SoftRow{t, t.each(1, modest), t.p(0), nil}
	})
	HeavySoftRows = made(shape{weights: 1, columns: 2}, func(t table) SoftRow {
		return SoftRow{t, t.each(1, modest), t.p(0), t.each(2, classWeight)}
	})
)

// classWeight is 1 first, and then from 0 to 4.
func classWeight(n uint16) float64 { return []float64{1, 2, 0.5, 0, 3, 0.25, 4}[n%7] }

// A Batch is rows of logits, the class that was right for each, and how their loss
// is counted.
type Batch struct {
	table
	loss.CrossEntropy
	Logits  [][]float64
	Targets []int
}

// Batches have up to five rows, some of which are ignored and hold anything, with
// weights and smoothing, or without. In SmoothBatches none is ignored, and
// PlainBatches have no weights either. WeightedBatches have weights alone.
var (
	Batches         = batches(weigh, smooth, ignore)
	SmoothBatches   = batches(weigh, smooth)
	PlainBatches    = batches(smooth)
	WeightedBatches = batches(weigh)
)

const mostRows = 5 // of a batch; the table has a row for each class

func batches(features ...func(*Batch)) gopter.Gen {
	return made(shape{columns: 1 + mostRows, beside: mostRows + 4}, func(t table) Batch {
		x := Batch{table: t}
		for i := range t.upTo(mostRows, mostRows) {
			x.Logits = append(x.Logits, t.each(i, logit))
			x.Targets = append(x.Targets, t.class(i, len(t.rows)))
		}
		for _, apply := range features {
			apply(&x)
		}
		return x
	})
}

func weigh(x *Batch) {
	if x.upTo(3, mostRows+1) > 0 {
		x.Weight = x.each(mostRows, classWeight)
	}
}

func smooth(x *Batch) { x.Smoothing = x.eighths(mostRows + 2) }

// ignore ignores −100, or class 0. Rows that are ignored may hold anything.
func ignore(x *Batch) {
	ignored := []int{-100, 0}[x.upTo(1, mostRows+3)]
	x.Ignore = &ignored
	for i := range x.Targets {
		if x.beside[i]%3 == 2 {
			x.Targets[i] = ignored
		}
		if x.Targets[i] == ignored && x.beside[i]%2 == 1 {
			x.Logits[i][0] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[x.beside[i]%3]
		}
	}
}

// Rows are those that count, and those that do not.
func (x Batch) Rows() (counted, ignored []int) {
	for i, target := range x.Targets {
		if x.Ignore != nil && target == *x.Ignore {
			ignored = append(ignored, i)
		} else {
			counted = append(counted, i)
		}
	}
	return counted, ignored
}

// Only is x with these of its rows.
func (x Batch) Only(rows []int) Batch {
	few := x
	few.Logits, few.Targets = nil, nil
	for _, i := range rows {
		few.Logits, few.Targets = append(few.Logits, x.Logits[i]), append(few.Targets, x.Targets[i])
	}
	return few
}

// WeightOf is what class c weighs.
func (x Batch) WeightOf(c int) float64 {
	if x.Weight == nil {
		return 1
	}
	return x.Weight[c]
}

// OneHot is the targets as distributions: 1 for the right class.
func (x Batch) OneHot() [][]float64 {
	rows := make([][]float64, len(x.Targets))
	for i, y := range x.Targets {
		rows[i] = make([]float64, len(x.Logits[i]))
		if y >= 0 {
			rows[i][y] = 1
		}
	}
	return rows
}

// String names the rows, and of the rest what is not as it is by default.
func (x Batch) String() string {
	var parts []string
	for i, z := range x.Logits {
		parts = append(parts, fmt.Sprintf("logits %s target %d", list(z), x.Targets[i]))
	}
	if x.Weight != nil {
		parts = append(parts, "weights "+list(x.Weight))
	}
	if x.Smoothing != 0 {
		parts = append(parts, "smoothing "+fraction(x.Smoothing, 3))
	}
	if x.Ignore != nil {
		parts = append(parts, fmt.Sprintf("target %d ignored", *x.Ignore))
	}
	if len(parts) == 0 {
		return "no rows"
	}
	return strings.Join(parts, ", ")
}

// Divided is a batch that comes in two parts.
type Divided struct {
	Batch
	First int // how many rows of it are in the first part
}

func (x Divided) String() string { return fmt.Sprintf("%v, parted after %d", x.Batch, x.First) }

// Parts are the two.
func (x Divided) Parts() (first, second Batch) {
	all := make([]int, len(x.Targets))
	for i := range all {
		all[i] = i
	}
	return x.Only(all[:x.First]), x.Only(all[x.First:])
}

var Divisions = gopter.DeriveGen(
	func(x Batch, at uint16) Divided { return Divided{x, int(at) % (len(x.Targets) + 1)} },
	func(x Divided) (Batch, uint16) { return x.Batch, uint16(x.First) },
	Batches, number(3),
)

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
	table
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
	Calibrations = calibrations(func(t table) Calibration {
		rows := t.graded(t.rows)
		return Calibration{t, rows, rows, t.temperature(0)}
	})
	FreshCalibrations = calibrations(func(t table) Calibration {
		half := len(t.rows) / 2
		return Calibration{t, t.graded(t.rows[:half]), t.graded(t.rows[half:]), 1}
	}).SuchThat(func(x Calibration) bool { return len(x.Fitted.Targets) > 0 })
)

func calibrations(from func(t table) Calibration) gopter.Gen {
	return made(shape{columns: 4, beside: 2, rows: 8, bits: 6}, from)
}

// graded is rows of two classes or three, with whole logits, of one scale. In half
// of the rows the right class is that of the largest.
func (t table) graded(rows [][]uint16) (g Graded) {
	classes, unit := 2+t.upTo(1, 1), math.Exp2(whole(t.beside[1]%41))
	for _, row := range rows {
		var z []float64
		for _, n := range row[:classes] {
			z = append(z, unit*whole(n))
		}
		target := min(int(row[3])/2, classes-1)
		if row[3]%2 == 1 {
			target = slices.Index(z, slices.Max(z))
		}
		g.Logits, g.Targets = append(g.Logits, z), append(g.Targets, target)
	}
	return g
}
