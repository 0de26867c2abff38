package claim

import (
	"math"

	"crossentropy/info"
)

// TotalVariation is ½ Σ |p − q|: what p has above q, and as much that q has above
// p, or the larger of the two where floats make them differ.
func TotalVariation(p, q info.Distribution) Quantity {
	var above, below float64
	for x, px := range p.All() {
		above += max(0, px-q.P(x))
		below += max(0, q.P(x)-px)
	}
	most := max(above, below)
	return Rounded("TV", min(1, most), float64(p.Len())+1, most)
}

// Pinsker is 2·TV²/ln 2 bits, with TV the total variation ½ Σ |p − q|: what the
// divergence of p from q is at least.
func Pinsker(p, q info.Distribution) Quantity {
	tv := TotalVariation(p, q)
	return tv.By(tv).Times(2 / math.Ln2).Named("2·TV²/ln 2")
}

// NaturalLog is ln x. math.Log is out by less than a unit in the last place,
// except below 2⁻¹⁰²² on amd64, which is why those are scaled up first.
func NaturalLog(x float64) Quantity {
	value, scale := math.Log(x), 1.0
	if x > 0 && x < 0x1p-1022 {
		value, scale = math.Log(x*0x1p100)-100*math.Ln2, 2
	}
	return Rounded("ln p", value, 4*scale, math.Abs(value))
}

// SumOver is where to start a sum over the outcomes of p: 0, but for what its
// probabilities differ from a sum of 1.
func SumOver(p info.Distribution) Quantity { return Rounded("sum", 0, float64(p.Len()), 1) }

// An entropy is off by two units in the last place at most, which may be four
// roundings, and a divergence by four units.
const (
	entropyRoundings    = 4
	divergenceRoundings = 8
)

// summed bounds a sum over the outcomes of p. Its terms add up to total, and the 1
// is for what the probabilities differ from a sum of 1.
func summed(name string, h info.Bits, roundings float64, p info.Distribution, total float64) Quantity {
	q := Rounded(name, float64(h), roundings, total+1)
	q.bound += float64(p.Len()) * math.SmallestNonzeroFloat64
	return q
}

// bitsUnder is Σ p |log₂ q|, which the rounding errors of a sum scale with. It
// leaves out what is infinite.
func bitsUnder(p, q info.Distribution) (sum float64) {
	for x, px := range p.All() {
		sum += nats(px, q.P(x)) / math.Ln2
	}
	return sum
}

func bitsOf(p float64) float64 { return nats(1, p) / math.Ln2 }

func nats(p, q float64) float64 {
	if p == 0 || q <= 0 {
		return 0
	}
	return p * math.Abs(math.Log2(q)) * math.Ln2
}
