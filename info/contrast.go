package info

import "math"

// A contrast is p log₂ p/m + q log₂ q/m with m = (p + q)/2, twice one outcome's
// share of a Jensen–Shannon divergence. With a the larger of p and q, b the smaller
// and v = b/a, it is a times
//
//	(1 + v)·(1 − log₂ (1 + v)) + v log₂ v
//
// which falls from 1 for v = 0 to 0 for v = 1. As with an excess there are three
// ways: next to 1 a series, down to 1/64 a table, and below it the formula.

var contrasts = share{
	func(p, q float64) (most, rest float64) { return farContrast(p, q), 0 }, plusContrasts,
}

// nearContrast is 2m·(s²/2 + s⁴/12 + s⁶/30 + …) nats, with s = (a − b)/(a + b).
func nearContrast(a, b float64) float64 {
	s := (a - b) / (a + b)
	ss := s * s
	series := 1 + ss*(1.0/6+ss*(1.0/15+ss*(1.0/28+ss/45)))
	return math.Log2E / 2 * (a - b) * s * series
}

// An arc is the curve near one v, which is called c: height and a1 to a7 are the
// coefficients of its series in v − c. Arcs are numbered as tangents are, and end
// where v is 1.
//
// What a(v − c) is, b − ca, is taken from a − b where that is exact, for c ≥ ½:
// then one is 1 and part is 1 − c. Below, one is 0 and part −c.
type arc struct{ one, part, height, a1, a2, a3, a4, a5, a6, a7 float64 }

func (c *arc) contrast(a, b, byA float64) float64 {
	apart := c.part*a - (c.one*a - b)
	d := apart * byA
	dd := d * d
	return a*c.height + apart*(c.a1+d*((c.a2+d*c.a3)+dd*((c.a4+d*c.a5)+dd*(c.a6+d*c.a7))))
}

// farContrast is the contrast where p and q differ by a large factor, or are so
// small that 1/a is infinite.
func farContrast(p, q float64) float64 {
	a, b := max(p, q), min(p, q)
	if a < lowest {
		const larger = 0x1p200
		s, added := plusContrasts(sum{}, []float64{a * larger}, []float64{b * larger})
		if added == 1 {
			return s.Hi / larger
		}
	}
	return (a+b)*(1+nearCertain(b/a)) - b*surprisal(b/a)
}

// plusContrasts adds the contrast of each outcome, up to one that takes
// [farContrast].
func plusContrasts(s sum, p, q []float64) (_ sum, added int) {
	q = q[:len(p)]
	for x, px := range p {
		pBits, qBits := math.Float64bits(px), math.Float64bits(q[x])
		a, b := math.Float64frombits(max(pBits, qBits)), math.Float64frombits(min(pBits, qBits))
		byA := 1 / a
		switch i := touching(b * byA); {
		case nearOne(i):
			s = s.Grow(nearContrast(a, b))
		case i < uint64(len(arcs)):
			s = s.Grow(arcs[i].contrast(a, b, byA))
		case b == 0:
			s = s.Grow(a)
		default:
			return s, x
		}
	}
	return s, len(p)
}
