package loss

import (
	"math"

	"crossentropy/info/internal/compensated"
)

// This exponential is for what softmax needs, e to the difference of two logits of
// which the second is no less. A whole number of 128ths of a factor of 2 comes from
// a table, and the rest, below 2⁻⁸, from a polynomial. What rounding took from the
// difference is given back, or else a difference of 700 would cost eight bits.
//
// Source: Tang 1989. math.Exp takes twice as long, and is off by more.

// A power is 2^(j/128): a float, and what the float lacks as a part of it.
type power struct{ near, rest float64 }

const (
	perOctave = 128
	log2High  = 0x1.62e42fefap-8      // (ln 2)/128, so short that multiples of it are exact
	log2Low   = 0x1.cf79abc9e3b3ap-47 // and the rest of it
	whole     = 0x1.8p52              // added to x and taken away again, it rounds x
	least     = -708                  // below, the exponential may be subnormal
)

// exps puts e^(x − top) into e for each x of z, none of them above top, and adds
// them to sum.
func exps(e, z []float64, top float64, sum compensated.Sum) compensated.Sum {
	e = e[:len(z)]
	for i, x := range z {
		below := x - top
		if !(below > least) {
			e[i] = math.Exp(below)
			sum = sum.Grow(e[i])
			continue
		}
		back := below - x
		lost := (x - (below - back)) - (top + back)
		shifted := below*(perOctave*math.Log2E) + whole
		steps, bits := shifted-whole, math.Float64bits(shifted)
		r := below - steps*log2High + (lost - steps*log2Low)
		rr := r * r
		p := &powers[bits%perOctave]
		near := math.Float64frombits(math.Float64bits(p.near) + bits/perOctave<<52)
		part := r + rr*((1./2+r*(1./6))+rr*(1./24+r*(1./120)))
		e[i] = near + near*(part+p.rest)
		sum = sum.Grow(e[i])
	}
	return sum
}
