package info

import "math"

// An excess is p log₂ p/q − (p − q) log₂ e, one outcome's share of a divergence.
// It is 0 where p = q and positive otherwise, if that is not too small for a float.
// Its two terms nearly cancel where q is near p, and so do not both appear. There
// are three ways around that:
//
//   - next to p = q, a series with no subtraction but p − q, which is exact there;
//   - for ratios p/q from 1/64 to 64, a table of the whole expression;
//   - beyond, where little cancels, the terms themselves.
//
// excess takes the one that fits, for a model of q + lost, of which floats keep q.
// Where nothing is lost, plusExcesses does the same.
func excess(p, q, lost float64) float64 {
	byQ := 1 / q
	switch i := touching(p * byQ); {
	case nearOne(i):
		return nearExcess(p, q, p-q-lost)
	case i < uint64(len(tangents)):
		return tangents[i].excess(p, q, byQ) + lost*(1-p*byQ)*math.Log2E
	default:
		return farExcess(p, q)
	}
}

var excesses = share{
	func(p, q float64) (most, rest float64) { return farExcess(p, q), 0 }, plusExcesses,
}

// nearExcess is the excess for ratios near 1. With s = (p − q)/(p + q),
// ln p/q is 2 artanh s and p − q is s·(p + q). That leaves
//
//	(p − q)·s + 2p·(s³/3 + s⁵/5 + …)
//
// in nats, which is given in bits. The gap is p − q.
func nearExcess(p, q, gap float64) float64 {
	s := gap / (p + q)
	ss := s * s
	series := 1.0/3 + ss*(1.0/5+ss*(1.0/7+ss*(1.0/9+ss/11)))
	return math.Log2E * (gap*s + 2*p*s*ss*series)
}

// A tangent touches the curve t log₂ t − (t − 1) log₂ e, which is an excess over
// q for a ratio t, in a point c. What q(t − c) is, p − cq, is taken from p − q
// where that is exact, for c from ½ to 2: there, one is 1 and part is 1 − c.
// Elsewhere one is 0 and part is −c.
type tangent struct{ one, part, byC, height, slope float64 }

// Tangents are numbered upwards from the ratio 1/64, 2^tangentBits to a factor of
// 2.
const (
	tangentBits  = 6
	firstTangent = (0x3ff - 6) << tangentBits
)

// touching is the number of the tangent that touches the curve near a ratio. For
// ratios outside 1/64 to 64 it is past the end of the table.
func touching(ratio float64) uint64 {
	return math.Float64bits(ratio)>>(52-tangentBits) - firstTangent
}

// nearOne says whether tangent i is for ratios from 15/16 to 17/16, for which a
// series of a few terms is enough, and a tangent is too far off.
func nearOne(i uint64) bool {
	const first, past = (6<<4 - 2) << (tangentBits - 4), (6<<4 + 1) << (tangentBits - 4)
	return i-first < past-first
}

// excess is q times what the tangent has at p/q and what the curve has above it:
// with u = (p/q − c)/c,
//
//	c·((1 + u) ln (1 + u) − u) = c·(u²/2 − u³/6 + u⁴/12 − …)
//
// in nats. byQ is 1/q.
func (t *tangent) excess(p, q, byQ float64) float64 {
	apart := (p - t.one*q) + t.part*q
	u := apart * byQ * t.byC
	uu := u * u
	return q*t.height + apart*(t.slope+u*((a2-u*a3)+uu*((a4-u*a5)+uu*((a6-u*a7)+uu*a8))))
}

// a2 to a8 are 1/(k(k−1)) nats in bits.
const (
	a2 = math.Log2E / 2
	a3 = math.Log2E / 6
	a4 = math.Log2E / 12
	a5 = math.Log2E / 20
	a6 = math.Log2E / 30
	a7 = math.Log2E / 42
	a8 = math.Log2E / 56
)

// farExcess is the excess where p and q differ by a large factor.
func farExcess(p, q float64) float64 {
	var log float64
	switch ratio := p / q; {
	case p == 0:
		return q * math.Log2E
	case ratio >= lowest && ratio <= math.MaxFloat64:
		log = -surprisal(ratio)
	default:
		log = surprisal(q) - surprisal(p)
	}
	return p*log - (p-q)*math.Log2E
}

// plusExcesses adds the excess of each outcome, as [excess] has it, up to one that
// takes [farExcess].
func plusExcesses(s sum, p, q []float64) (_ sum, added int) {
	q = q[:len(p)]
	for x, px := range p {
		qx := q[x]
		byQ := 1 / qx
		switch i := touching(px * byQ); {
		case nearOne(i):
			s = s.Grow(nearExcess(px, qx, px-qx))
		case i < uint64(len(tangents)):
			s = s.Grow(tangents[i].excess(px, qx, byQ))
		case px == 0:
			s = s.Grow(qx * math.Log2E)
		default:
			return s, x
		}
	}
	return s, len(p)
}
