package claim

import (
	"fmt"
	"math"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
)

// A Chance is the probability of an event.
type Chance struct {
	draw
	P float64
}

func (x Chance) String() string { return "p = " + fraction(x.P, 3) }

// Chances go from 0 to 1, and close to both.
var Chances = made(shape{beside: 2}, func(d draw) Chance { return Chance{d, d.chance(0)} }).
	SuchThat(func(x Chance) bool { return x.P >= 0 })

// Certainty is the chance of what is certain.
var Certainty = made(shape{}, func(d draw) Chance { return Chance{d, 1} })

// between is a chance that is neither 0 nor 1, down to 2⁻⁴⁰⁰.
func (d draw) between(i int) float64 {
	a, b := float64(1+d.beside[i]&31), float64(1+d.beside[i+1]&31)
	return math.Ldexp(a/(a+b), -int(d.beside[i]>>5)%396)
}

// chance is a/(a + b), for a and b beside the rows, and NaN where both are 0.
func (d draw) chance(i int) float64 {
	a, b := weight(d.beside[i]), weight(d.beside[i+1])
	return a / (a + b)
}

// TwoChances are those of an event and of a likelier one.
type TwoChances struct {
	draw
	P, Q float64
}

func (x TwoChances) String() string {
	digits := max(3, digitsApart(x.P, x.Q))
	return fmt.Sprintf("p = %s, q = %s", fraction(x.P, digits), fraction(x.Q, digits))
}

func (x TwoChances) unequal() bool { return x.P < x.Q }

// UnequalChances are any, and CloseChances differ by a half down to a part in 2⁵².
var (
	UnequalChances = made(shape{beside: 4}, func(d draw) TwoChances {
		a, b := d.chance(0), d.chance(2)
		return TwoChances{d, min(a, b), max(a, b)}
	}).SuchThat(TwoChances.unequal)

	CloseChances = made(shape{beside: 3}, func(d draw) TwoChances {
		q := d.chance(0)
		return TwoChances{d, q - math.Ldexp(q, -1-d.upTo(51, 2)), q}
	}).SuchThat(TwoChances.unequal)
)

// Events are two of them, and both at once.
type Events struct {
	draw
	A, B, Both float64
}

func (x Events) String() string {
	return fmt.Sprintf("P(A) = %s, P(B) = %s, P(A and B) = %s", fraction(x.A, 3), fraction(x.B, 3), fraction(x.Both, 3))
}

// Independent events happen together with probability A·B, and Dependent ones as
// often as they please.
var (
	Independent = events(func(d draw) float64 { return d.between(0) * d.between(2) })
	Dependent   = events(func(d draw) float64 { return min(d.between(0), d.between(2)) * float64(8-d.upTo(7, 4)) / 8 })
)

func events(both func(d draw) float64) gopter.Gen {
	return made(shape{beside: 5}, func(d draw) Events { return Events{d, d.between(0), d.between(2), both(d)} }).
		SuchThat(func(x Events) bool { return x.A+x.B-x.Both <= 1 })
}

// A Power is a probability and what to raise it to.
type Power struct {
	draw
	P, K float64
}

func (x Power) String() string {
	return fmt.Sprintf("p = %s, k = %s", fraction(x.P, 3), fraction(x.K, 3))
}

// Powers go from 1/16 to 16, of probabilities no smaller than 2⁻⁵⁰.
var Powers = made(shape{beside: 4}, func(d draw) Power {
	return Power{d, d.between(0), float64(1+d.upTo(15, 2)) / float64(1+d.upTo(15, 3))}
}).SuchThat(func(x Power) bool { return x.P >= 0x1p-50 })

// A Whole is a whole number.
type Whole struct{ K float64 }

func (x Whole) String() string { return "k = " + Number(x.K, 17) }

// Halvings are how often 1 can be halved, and Doublings how often it is doubled.
var (
	Halvings  = wholeTo(1074)
	Doublings = wholeTo(12)
)

func wholeTo(most uint16) gopter.Gen {
	return gopter.DeriveGen(
		func(k uint16) Whole { return Whole{float64(k)} },
		func(x Whole) uint16 { return uint16(x.K) },
		gen.UInt16Range(0, most),
	)
}
