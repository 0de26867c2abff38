package arbitrary

import (
	"fmt"
	"math"
	"math/rand"
)

// Probabilities draws numbers from 0 to 1: both ends, powers of two, and
// everything down to the smallest float.
var Probabilities = records(
	probability,
	func(p *float64) []*float64 { return []*float64{p} },
	func(p *float64) bool { return inUnit(*p) },
	func(p float64) string { return "p = " + Number(p) },
)

// SixtyFourths draws probabilities of which a float holds the rest as well.
var SixtyFourths = records(
	func(r *rand.Rand) (float64, string) { return float64(r.Intn(65)) / 64, "sixty-fourths" },
	func(p *float64) []*float64 { return []*float64{p} },
	func(p *float64) bool { return inUnit(*p) && *p*64 == math.Trunc(*p*64) },
	func(p float64) string { return "p = " + Number(p) },
)

// Events are two events, of probabilities P and Q, and both at once.
type Events struct{ P, Q, Both float64 }

func (x *Events) numbers() []*float64 { return []*float64{&x.P, &x.Q, &x.Both} }

func (x Events) String() string {
	return fmt.Sprintf("P(A) = %s, P(B) = %s, P(A and B) = %s", Number(x.P), Number(x.Q), Number(x.Both))
}

// Independent draws two events that happen together with probability P·Q, and
// Dependent two events that happen together as often as they please.
var (
	Independent = records(func(r *rand.Rand) (Events, string) {
		p, q := logUniform(r, 0x1p-500, 1), logUniform(r, 0x1p-500, 1)
		return Events{p, q, p * q}, "independent"
	}, (*Events).numbers, func(x *Events) bool {
		x.Both = x.P * x.Q
		return x.possible()
	}, Events.String)
	Dependent = records(func(r *rand.Rand) (Events, string) {
		p, q := logUniform(r, 0x1p-500, 1), logUniform(r, 0x1p-500, 1)
		return Events{p, q, min(p, q) * r.Float64()}, "dependent"
	}, (*Events).numbers, (*Events).possible, Events.String)
)

// possible says whether two events, each with some chance, can be so likely.
func (x *Events) possible() bool {
	return x.P > 0 && x.Q > 0 && x.Both > 0 && max(x.P, x.Q) <= 1 &&
		x.Both <= min(x.P, x.Q) && x.P+x.Q-x.Both <= 1
}

// Chances are two probabilities of unrelated events.
type Chances struct{ P, Q float64 }

// TwoChances draws two probabilities.
var TwoChances = records(func(r *rand.Rand) (Chances, string) {
	p, shape := probability(r)
	q, _ := probability(r)
	return Chances{p, q}, shape
}, func(x *Chances) []*float64 { return []*float64{&x.P, &x.Q} },
	func(x *Chances) bool { return inUnit(x.P) && inUnit(x.Q) },
	func(x Chances) string { return fmt.Sprintf("p = %s, q = %s", Number(x.P), Number(x.Q)) })

// A Power is a probability and what to raise it to.
type Power struct{ P, K float64 }

// Powers draws probabilities above 2⁻⁵⁰ and powers up to 16.
var Powers = records(func(r *rand.Rand) (Power, string) {
	return Power{logUniform(r, 0x1p-50, 1), logUniform(r, 0x1p-4, 16)}, "power"
}, func(x *Power) []*float64 { return []*float64{&x.P, &x.K} },
	func(x *Power) bool { return x.P >= 0x1p-50 && x.P <= 1 && x.K >= 0x1p-4 && x.K <= 16 },
	func(x Power) string { return fmt.Sprintf("p = %s, k = %s", Number(x.P), Number(x.K)) })

// Halvings draws how many times to halve 1, down to the smallest float, and
// Doublings how many times to double it, up to 4096.
var (
	Halvings  = wholeTo(1074, "halvings")
	Doublings = wholeTo(12, "doublings")
)

func wholeTo(most int, shape string) Gen[float64] {
	return records(func(r *rand.Rand) (float64, string) {
		return float64(r.Intn(most + 1)), shape
	}, func(k *float64) []*float64 { return []*float64{k} },
		func(k *float64) bool { return *k == math.Trunc(*k) && *k >= 0 && *k <= float64(most) },
		func(k float64) string { return "k = " + Number(k) })
}

func probability(r *rand.Rand) (p float64, shape string) {
	switch r.Intn(8) {
	case 0:
		return float64(r.Intn(2)), "0 or 1"
	case 1:
		return math.Ldexp(1, -r.Intn(1075)), "power of two"
	case 2:
		return logUniform(r, 5e-324, 1), "small"
	case 3:
		return 1 - logUniform(r, 0x1p-53, 1), "near 1"
	case 4:
		return float64(r.Intn(65)) / 64, "sixty-fourths"
	default:
		return r.Float64(), "any"
	}
}

func inUnit(p float64) bool { return p >= 0 && p <= 1 }
