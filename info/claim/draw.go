package claim

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
)

// A draw is the whole numbers that a case is made of: a row for each outcome, and some
// numbers beside. Every case holds on to its draw, so that gopter can make the numbers
// simpler and have the case made again.
type draw struct {
	rows    [][]uint16
	beside  []uint16
	doubled uint16 // all rows are taken 2 to this power times
}

// A shape says which numbers a kind of case needs. Columns are counted from 0, those
// of weights first.
type shape struct {
	weights int  // columns of weights, in each of which some row weighs something
	columns int  // columns of other numbers
	beside  int  // numbers beside the rows
	bits    int  // how long a number in a row may be, in binary; 16 if not said
	rows    int  // how many there may be; 31 if not said
	many    bool // the rows are doubled at times, for hundreds of outcomes
}

// made is a generator of the cases that from makes of draws.
func made[C interface{ source() draw }](s shape, from func(d draw) C) gopter.Gen {
	s.bits, s.rows = cmp.Or(s.bits, 16), cmp.Or(s.rows, 31)
	doubled := gen.Const(uint16(0))
	if s.many {
		doubled = number(3)
	}
	rows := gen.SliceOf(gen.SliceOfN(s.weights+s.columns, number(s.bits)))
	draws := gopter.DeriveGen(
		func(doubled uint16, beside []uint16, rows [][]uint16) draw {
			return draw{backwards(rows), beside, doubled}
		},
		func(d draw) (uint16, []uint16, [][]uint16) { return d.doubled, d.beside, backwards(d.rows) },
		doubled, gen.SliceOfN(s.beside, number(16)), // these are made simpler first
		func(p *gopter.GenParameters) *gopter.GenResult {
			return rows(p.WithSize(min(p.MaxSize, s.rows+1))) // sizes stay below their maximum
		},
	).SuchThat(func(d draw) bool { return len(d.rows) > 0 && d.weighs(s.weights) })
	return gopter.DeriveGen(from, C.source, draws)
}

// backwards turns rows round. gopter makes the first numbers simpler first, and the
// noughts that this leaves are better read behind the rest.
func backwards(rows [][]uint16) [][]uint16 {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

// number draws 0, and small numbers more often than large ones: all lengths in
// binary are as likely. In the first cases numbers are below 8.
func number(longest int) gopter.Gen {
	return func(p *gopter.GenParameters) *gopter.GenResult {
		length := p.Rng.Intn(min(longest, 2+p.MaxSize) + 1)
		return gopter.NewGenResult(uint16(p.Rng.Intn(1<<length)), gen.UInt16Shrinker)
	}
}

// weight is m·2⁻ᵉ, where the last five bits of a number are m and the others e, up to
// 1079. So small numbers are themselves, and large ones go down to the smallest float.
func weight(n uint16) float64 { return math.Ldexp(float64(n&31), -int(n>>5)%1080) }

func (d draw) source() draw { return d }

// weighs says whether each of the first columns has some weight.
func (d draw) weighs(columns int) bool {
	for c := range columns {
		if sum(d.weightsIn(c)) == 0 {
			return false
		}
	}
	return true
}

// each makes a number of each in a column.
func (d draw) each(column int, of func(n uint16) float64) []float64 {
	var all []float64
	for range 1 << d.doubled {
		for _, row := range d.rows {
			all = append(all, of(row[column]))
		}
	}
	return all
}

func (d draw) weightsIn(column int) []float64 { return d.each(column, weight) }

// p is a column of weights as probabilities.
func (d draw) p(column int) []float64 { return normalized(d.weightsIn(column)) }

// positive is a column of weights of which none is 0, nor its share in them all: they go down
// to 2⁻⁹⁹⁹.
func (d draw) positive(column int) []float64 {
	return d.each(column, func(n uint16) float64 { return math.Ldexp(float64(1+n&31), -int(n>>5)%1000) })
}

// upTo is number i beside the rows, as one from 0 to most.
func (d draw) upTo(most, i int) int { return int(d.beside[i]) % (most + 1) }

// eighths are number i beside the rows as a share.
func (d draw) eighths(i int) float64 { return simple(d.upTo(8, i)) }

// simple is the share that a number stands for, simple ones first: 0, 1, ½, ¼, ¾, ⅛, ⅝, …
func simple(n int) float64 {
	if n < 2 {
		return float64(n)
	}
	return float64(bits.Reverse16(uint16(n-1))) / (1 << 16)
}

func sum(x []float64) (total float64) {
	for _, v := range x {
		total += v
	}
	return total
}

func scaled(x []float64, by float64) []float64 {
	y := make([]float64, len(x))
	for i, v := range x {
		y[i] = v * by
	}
	return y
}

// normalized is what each weight is of their sum.
func normalized(weights []float64) []float64 {
	p, all := make([]float64, len(weights)), sum(weights)
	for x, w := range weights {
		p[x] = w / all
	}
	return p
}

// atMostOne takes off what rounding put on top of 1.
func atMostOne(p []float64) []float64 {
	for x := range p {
		p[x] = min(1, p[x])
	}
	return p
}

// Mixed is share·p + (1 − share)·q.
func Mixed(share float64, p, q []float64) []float64 {
	mixed := make([]float64, len(p))
	for x := range p {
		mixed[x] = share*p[x] + (1-share)*q[x]
	}
	return atMostOne(mixed)
}
