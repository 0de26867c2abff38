package claim

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/leanovate/gopter"

	"crossentropy/info/loss"
)

// A Batch is rows of logits, the class that was right for each, and how their loss
// is counted.
type Batch struct {
	draw
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

const mostRows = 5 // of a batch; the draw has a row for each class

// The numbers beside the rows of a batch, before that of each target.
const (
	howMany = iota
	whetherWeighed
	howSmooth
	whichIgnored
	targets
)

func batches(features ...func(*Batch)) gopter.Gen {
	return made(shape{columns: mostRows + 1, beside: targets + mostRows}, func(d draw) Batch {
		return d.batch(logit, features...)
	})
}

func (d draw) batch(logit func(n uint16) float64, features ...func(*Batch)) Batch {
	x := Batch{draw: d}
	for i := range (1 + d.upTo(mostRows, howMany)) % (mostRows + 1) { // one row first, and none last
		x.Logits = append(x.Logits, d.each(i, logit))
		x.Targets = append(x.Targets, d.class(targets+i, len(d.rows)))
	}
	for _, apply := range features {
		apply(&x)
	}
	return x
}

func weigh(x *Batch) {
	if x.upTo(3, whetherWeighed) > 0 {
		x.Weight = x.each(mostRows, classWeight)
	}
}

func smooth(x *Batch) { x.Smoothing = x.eighths(howSmooth) }

// ignore ignores −100, or class 0. Rows that are ignored may hold anything.
func ignore(x *Batch) {
	ignored := []int{-100, 0}[x.upTo(1, whichIgnored)]
	x.Ignore = &ignored
	for i := range x.Targets {
		n := x.beside[targets+i]
		if n%3 == 2 {
			x.Targets[i] = ignored
		}
		if x.Targets[i] == ignored && n%2 == 1 {
			x.Logits[i][0] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[n%3]
		}
	}
}

// repeat has the targets of the first half of the rows again in the second.
func repeat(x *Batch) {
	half := len(x.Targets) / 2
	copy(x.Targets[half:], x.Targets[:half])
	x.Logits, x.Targets = x.Logits[:2*half], x.Targets[:2*half]
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

// Divisions come apart anywhere. Parts have two parts that weigh more than 0 each, and
// Halves two that weigh the same.
var (
	Divisions = divided(Batches, func(rows, n int) int { return n % (rows + 1) })
	Halves    = divided(batches(weigh, smooth, repeat), func(rows, _ int) int { return rows / 2 }).
			SuchThat(func(x Divided) bool { first, _ := x.weights(); return first > 0 })
	Parts = divided(Batches, func(rows, n int) int { return 1 + n%max(1, rows-1) }).
		SuchThat(func(x Divided) bool { first, second := x.weights(); return first > 0 && second > 0 })
)

// weights are what the rows of each part weigh together.
func (x Divided) weights() (first, second float64) {
	counted, _ := x.Rows()
	for _, i := range counted {
		if w := x.WeightOf(x.Targets[i]); i < x.First {
			first += w
		} else {
			second += w
		}
	}
	return first, second
}

func divided(whole gopter.Gen, first func(rows, n int) int) gopter.Gen {
	return gopter.DeriveGen(
		func(x Batch, n uint16) Divided { return Divided{x, first(len(x.Targets), int(n))} },
		func(x Divided) (Batch, uint16) { return x.Batch, uint16(x.First) },
		whole, number(3),
	)
}

// A Lottery is rows from which batches are drawn, each of so many of them.
type Lottery struct {
	Batch
	Size  int
	Apart bool // no row is drawn twice
}

func (x Lottery) String() string {
	s := fmt.Sprintf("%v, B = %d", x.Batch, x.Size)
	if x.Apart {
		s += ", no row twice"
	}
	return s
}

// Lotteries have up to five rows, each of which may be drawn again, and batches of up to
// three. HeavyLotteries have weights, and SparseLotteries draw none of two rows or more twice.
var (
	Lotteries       = lotteries(false)
	HeavyLotteries  = lotteries(false, weigh).SuchThat(func(x Lottery) bool { return !slices.Contains(x.Weight, 0) })
	SparseLotteries = lotteries(true).SuchThat(func(x Lottery) bool {
		return x.Size <= len(x.Targets) && len(x.Targets) > 1
	})
)

func lotteries(apart bool, features ...func(*Batch)) gopter.Gen {
	const size = targets + mostRows
	return made(shape{columns: mostRows + 1, beside: size + 1, rows: 8}, func(d draw) Lottery {
		return Lottery{d.batch(modest, features...), 1 + d.upTo(2, size), apart}
	}).SuchThat(func(x Lottery) bool { return len(x.Targets) > 0 })
}

// Draws are all batches that can be drawn, each as likely as the others.
func (x Lottery) Draws() []Batch {
	draws := [][]int{nil}
	for range x.Size {
		var longer [][]int
		for _, drawn := range draws {
			for i := range x.Targets {
				if !x.Apart || !slices.Contains(drawn, i) {
					longer = append(longer, append(slices.Clone(drawn), i))
				}
			}
		}
		draws = longer
	}
	var all []Batch
	for _, drawn := range draws {
		all = append(all, x.Only(drawn))
	}
	return all
}
