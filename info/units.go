package info

import (
	"math"
	"strconv"
)

// Bits is an amount of information counted in binary digits: the answer
// to one fair yes-or-no question is one bit.
type Bits float64

// Nats is an amount of information counted with natural logarithms, as
// losses in machine learning are. One nat is 1/ln 2 bits, about 1.44.
type Nats float64

// Nats returns b in nats: b · ln 2.
//
// Source: Cover & Thomas 2006, Lemma 2.1.2.
func (b Bits) Nats() Nats { return Nats(b * math.Ln2) }

// Bits returns n in bits: n / ln 2.
//
// Source: Cover & Thomas 2006, Lemma 2.1.2.
func (n Nats) Bits() Bits { return Bits(n / math.Ln2) }

// String returns b to four significant digits, as in "1.75 bits", and as a
// whole number from 1000 to 999999.
func (b Bits) String() string { return quantity(float64(b), "bit") }

// String returns n as [Bits.String] does, as in "1.213 nats".
func (n Nats) String() string { return quantity(float64(n), "nat") }

func quantity(x float64, unit string) string {
	var s string
	switch size := math.Abs(x); {
	case math.IsInf(x, 1):
		s = "∞"
	case math.IsInf(x, -1):
		s = "-∞"
	case size >= 1000 && size < 999999.5: // whole, where 'g' would turn to exponents
		s = strconv.FormatFloat(x, 'f', 0, 64)
	default:
		s = strconv.FormatFloat(x, 'g', 4, 64)
	}
	if s != "1" {
		unit += "s"
	}
	return s + " " + unit
}
