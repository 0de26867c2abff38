package kernel

import "math"

// One outcome's share of a divergence is a smooth curve over the ratio of its two
// probabilities, times one of them:
//
//	excess    q·f(t), t = p/q: f(t) = t log₂ t − (t − 1) log₂ e
//	contrast  a·g(v), v = b/a: g(v) = v log₂ v + (1 + v)(1 − log₂ (1 + v))
//
// An excess is p log₂ p/q − (p − q) log₂ e. A contrast is p log₂ p/m + q log₂ q/m with
// m = (p + q)/2, where a is the larger of p and q and b the smaller. Both are 0 for a
// ratio of 1 and positive otherwise, if that is not too small for a float. The terms as
// they are written nearly cancel around 1. There are three ways around that:
//
//   - next to 1, a series with no subtraction but that of p and q, which is exact there;
//   - from 1/64 to 64, or for contrasts to 1, a table of polynomials, one for each
//     interval of ratios, which are pieces of the curve;
//   - beyond, where little cancels, the terms themselves.

// A piece of a curve is its polynomial in the distance d of a ratio from c, the middle of
// its interval: height + a1·d + a2·d² + …
//
// c is the sum of the power of 2 next to it and the rest. For a ratio num/den near c,
// num − power·den is exact, and so den·d = (num − power·den) − rest·den has its digits.
type piece struct{ power, rest, height, a1, a2, a3, a4, a5, a6, a7 float64 }

// times is den times what the curve has at num/den. byDen is 1/den.
func (c *piece) times(den, num, byDen float64) float64 {
	apart := (num - c.power*den) - c.rest*den
	d := apart * byDen
	dd := d * d
	slopes := c.a1 + d*((c.a2+d*c.a3)+dd*((c.a4+d*c.a5)+dd*(c.a6+d*c.a7)))
	return den*c.height + apart*slopes
}

// Pieces are numbered upwards from the ratio 1/64, 2^pieceBits to a factor of 2.
const pieceBits = 6

// pieceAt is the number of the piece at a ratio. Outside 1/64 to 64, and for NaN, it is
// past the end of the table.
func pieceAt(ratio float64) uint64 {
	const first = (0x3ff - 6) << pieceBits
	return math.Float64bits(ratio)>>(52-pieceBits) - first
}

// nearOne says whether piece i is for ratios from 15/16 to 17/16, for which a series of a
// few terms is enough, and the height of a piece would cancel.
func nearOne(i uint64) bool {
	const first, past = (6<<4 - 2) << (pieceBits - 4), (6<<4 + 1) << (pieceBits - 4)
	return i-first < past-first
}

// addExcesses adds the excess of each outcome, up to one that takes [farExcess].
func addExcesses(s Sum, p, q []float64) (_ Sum, added int) {
	q = q[:len(p)]
	for x, px := range p {
		qx := q[x]
		byQ := 1 / qx
		switch i := pieceAt(px * byQ); {
		case nearOne(i):
			s = s.grow(nearExcess(px, qx, px-qx))
		case i < uint64(len(excesses)):
			s = s.grow(excesses[i].times(qx, px, byQ))
		case px == 0:
			s = s.grow(qx * math.Log2E)
		default:
			return s, x
		}
	}
	return s, len(p)
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

// farExcess is the excess where p and q differ by a large factor.
func farExcess(p, q float64) (excess, _ float64) {
	var log float64
	switch ratio := p / q; {
	case p == 0:
		return q * math.Log2E, 0
	case ratio >= lowest && ratio <= math.MaxFloat64:
		log = -Surprisal(ratio)
	default:
		log = Surprisal(q) - Surprisal(p)
	}
	return p*log - (p-q)*math.Log2E, 0
}

// excess does what [addExcesses] does, for a model of q + lost, of which floats keep q.
func excess(p, q, lost float64) float64 {
	byQ := 1 / q
	switch i := pieceAt(p * byQ); {
	case nearOne(i):
		return nearExcess(p, q, p-q-lost)
	case i < uint64(len(excesses)):
		return excesses[i].times(q, p, byQ) + lost*(1-p*byQ)*math.Log2E
	default:
		far, _ := farExcess(p, q)
		return far
	}
}

// addContrasts adds the contrast of each outcome, up to one that takes [farContrast].
func addContrasts(s Sum, p, q []float64) (_ Sum, added int) {
	q = q[:len(p)]
	for x, px := range p {
		// Floats that are not negative compare as their bits do, which is quicker.
		pBits, qBits := math.Float64bits(px), math.Float64bits(q[x])
		a, b := math.Float64frombits(max(pBits, qBits)), math.Float64frombits(min(pBits, qBits))
		byA := 1 / a
		switch i := pieceAt(b * byA); {
		case nearOne(i):
			s = s.grow(nearContrast(a, b))
		case i < uint64(len(contrasts)):
			s = s.grow(contrasts[i].times(a, b, byA))
		case b == 0:
			s = s.grow(a)
		default:
			return s, x
		}
	}
	return s, len(p)
}

// nearContrast is 2m·(s²/2 + s⁴/12 + s⁶/30 + …) nats, with s = (a − b)/(a + b).
func nearContrast(a, b float64) float64 {
	s := (a - b) / (a + b)
	ss := s * s
	series := 1 + ss*(1.0/6+ss*(1.0/15+ss*(1.0/28+ss/45)))
	return math.Log2E / 2 * (a - b) * s * series
}

// farContrast is the contrast where p and q differ by a large factor, or are so
// small that 1/a is infinite.
func farContrast(p, q float64) (contrast, _ float64) {
	a, b := max(p, q), min(p, q)
	if a < lowest {
		const larger = 0x1p200
		return 2 * JensenShannon([]float64{a * larger}, []float64{b * larger}) / larger, 0
	}
	return (a+b)*(1+nearCertain(b/a)) - b*Surprisal(b/a), 0
}
