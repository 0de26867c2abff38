package claim

import (
	"math"
	"math/bits"
	"slices"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
)

// A table is the whole numbers that a case is made of: a row for each outcome, and
// some numbers beside. Every kind of case is made of a table and holds on to it, so
// that gopter can shrink the table and have the case made again.
type table struct {
	rows   [][]uint16
	beside []uint16
	copies uint16 // each row counts 2 to this power times
}

// A shape says what a kind of case needs.
type shape struct {
	weights int  // columns of weights, of which none is all 0
	columns int  // columns of other numbers
	beside  int  // numbers beside the rows
	bits    int  // how long numbers may become in binary; 0 means 16, as long as they are
	rows    int  // how many there may be; 0 means 31
	many    bool // rows are copied at times, for hundreds of outcomes
}

// made is a generator of cases that are made of tables.
func made[C interface{ source() table }](s shape, from func(t table) C) gopter.Gen {
	if s.bits == 0 {
		s.bits = 16
	}
	copies := gen.Const(uint16(0))
	if s.many {
		copies = number(3)
	}
	rows := gen.SliceOf(gen.SliceOfN(s.weights+s.columns, number(s.bits)))
	if s.rows == 0 {
		s.rows = 31
	}
	tables := gopter.DeriveGen(
		func(rows [][]uint16, beside []uint16, copies uint16) table {
			return table{backwards(rows), beside, copies}
		},
		func(t table) ([][]uint16, []uint16, uint16) { return backwards(t.rows), t.beside, t.copies },
		func(p *gopter.GenParameters) *gopter.GenResult { return rows(p.WithSize(min(p.MaxSize, s.rows+1))) },
		gen.SliceOfN(s.beside, number(16)), copies,
	).SuchThat(func(t table) bool { return len(t.rows) > 0 && t.weighs(s.weights) })
	return gopter.DeriveGen(from, C.source, tables)
}

// backwards turns rows round. gopter makes the first numbers simpler first, and the
// noughts that this leaves are better read behind the rest.
func backwards(rows [][]uint16) [][]uint16 {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

// number draws 0, and small numbers more often than large ones: all lengths in
// binary are as likely. In early cases numbers are below 4.
func number(bits int) gopter.Gen {
	return func(p *gopter.GenParameters) *gopter.GenResult {
		length := p.Rng.Intn(min(bits, 2+p.MaxSize/2) + 1)
		return gopter.NewGenResult(uint16(p.Rng.Intn(1<<length)), gen.UInt16Shrinker)
	}
}

// weight is m·2⁻ᵉ, where the last five bits of a number are m and the others e. So
// small numbers are themselves, and the largest are less than any float.
func weight(n uint16) float64 { return math.Ldexp(float64(n&31), -int(n>>5)) }

func (t table) source() table { return t }

// weighs says whether each of the first columns has some weight.
func (t table) weighs(columns int) bool {
	for c := range columns {
		if sum(t.column(c)) == 0 {
			return false
		}
	}
	return true
}

// column is the weights in a column.
func (t table) column(c int) []float64 {
	var all []float64
	for range 1 << t.copies {
		for _, row := range t.rows {
			all = append(all, weight(row[c]))
		}
	}
	return all
}

// p is a column of weights as probabilities.
func (t table) p(c int) []float64 { return parts(t.column(c)) }

// upTo is a number beside the rows, as one from 0 to n.
func (t table) upTo(n, i int) int { return int(t.beside[i]) % (n + 1) }

// eighths and sixtyFourths are a number beside the rows as a share, the simplest
// first: 0, 1, ½, ¼, ¾, ⅛, ⅝, …
func (t table) eighths(i int) float64      { return simple(t.upTo(8, i)) }
func (t table) sixtyFourths(i int) float64 { return simple(t.upTo(64, i)) }

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

// parts is what each weight is of their sum.
func parts(weights []float64) []float64 {
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
