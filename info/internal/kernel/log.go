package kernel

import "math"

//go:generate go run ./generate

// Each binary float is z/2ᵏ with z from ½ to 1, or a little above; the table knots has
// a c near z whose logarithm is known; and a short polynomial does the rest:
//
//	log₂ 1/x = k + log₂ 1/c + log₂ c/z
//
// The first two add up without rounding: k is whole, and every c was chosen as
// a float whose logarithm is, but for less than 2⁻⁶⁰, a multiple of 2⁻⁴². The
// last is below 2⁻⁹. Its polynomial is off by a seventh of a unit in the last
// place of the result at most, near ½.
//
// The standard library's logarithms are no substitute: on amd64 math.Log is wrong below
// 2⁻¹⁰²² (golang.org/issue/56600), math.Log2 takes twice as long, and neither has
// the two parts that sums are the better for.

// A knot is a c of the table: log is log₂ 1/c, and the slopes are the
// coefficients of log₂ c/z as a polynomial in z − c, from the first power on.
type knot struct {
	c, log                     float64
	slope, second, third, last float64
}

// Knots are numbered downwards from 1, whose own interval has it in the middle,
// and there are 2^knotBits to a factor of 2.
const (
	knotBits   = 9
	topOfTable = 0x3ff<<52 + 1<<(51-knotBits) - 1 // the last float below 1 + 2⁻¹⁰
)

// nearest returns the k and the knot of an x that is not subnormal, and z − c.
// Like tabled it takes the bits of x, which loops that take them once can give to
// both.
func nearest(bits uint64) (k float64, near *knot, apart float64) {
	below := topOfTable - int64(bits)
	near = &knots[below>>(52-knotBits)&(1<<knotBits-1)]
	z := math.Float64frombits(bits + uint64(below>>52)<<52)
	return float64(below >> 52), near, z - near.c
}

// rest is log₂ c/z.
func (n *knot) rest(apart float64) float64 {
	return apart * (n.slope + apart*(n.second+apart*(n.third+apart*n.last)))
}

// lowest and highest enclose the x for which a knot does: below are subnormals
// and 0, above are those whose logarithm is so small that errors of 2⁻⁶⁰ would show.
const (
	lowest  = 0x1p-1022
	highest = 1 - 0x1p-4
)

// tabled says whether lowest ≤ x < highest.
func tabled(bits uint64) bool {
	const first, past = 0x001 << 52, 0x3fe<<52 + 7<<49
	return bits-first < past-first
}

// Surprisal returns log₂ 1/x for x ≥ 0, +Inf at 0. For probabilities it is off by less
// than 0.7 units in the last place, 0.5 of them for rounding once.
//
// Source: Gal 1986, for the choice of c; Tang 1990, for logarithms by table.
func Surprisal(x float64) float64 {
	most, rest := surprisalParts(x)
	return most + rest
}

// surprisalParts returns [Surprisal] in two parts, of which the first has all but
// the last digits.
func surprisalParts(x float64) (most, rest float64) {
	switch {
	case tabled(math.Float64bits(x)), x > 1+0x1p-4:
		k, near, apart := nearest(math.Float64bits(x))
		return k + near.log, near.rest(apart)
	case x >= highest:
		return nearCertain(x - 1), 0
	case x > 0: // subnormal
		k, near, apart := nearest(math.Float64bits(x * 0x1p52))
		return k + 52 + near.log, near.rest(apart)
	default:
		return math.Inf(1), 0
	}
}

// nearCertain is log₂ 1/(1 + r) for |r| ≤ 2⁻⁴. With s = r/(2 + r),
//
//	ln (1 + r) = 2 artanh s = r − s·(r − 2s²/3 − 2s⁴/5 − …)
//
// where r is exact and what is taken from it is small.
func nearCertain(r float64) float64 {
	s := r / (2 + r)
	q := s * s
	less := s * (r - 2*q*(1./3+q*(1./5+q*(1./7+q*(1./9+q/11)))))
	whole := float64(r * -math.Log2E) // rounded here, on every processor
	return whole + (math.FMA(r, -math.Log2E, -whole) + less*math.Log2E - r*log2eRest) + 0
}

// log2eRest is what log₂ e is above the float math.Log2E.
const log2eRest = math.Log2E - 0x1.71547652b82fep+0
