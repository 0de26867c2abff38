package claim

import (
	"math"

	"crossentropy/info"
)

// TotalVariation is ½ Σ |p − q|.
func TotalVariation(p, q info.Distribution) Quantity {
	var sum float64
	for x, px := range p.All() {
		sum += math.Abs(px - q.P(x))
	}
	return Rounded("TV", min(1, sum/2), float64(p.Len())+2, sum)
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

// summed bounds a sum over the outcomes of p. Its terms add up to total, and
// what the probabilities differ from a sum of 1 is a rounding error for each.
func summed(name string, h info.Bits, p info.Distribution, total float64) Quantity {
	n := float64(p.Len())
	q := Rounded(name, float64(h), n+2*logRoundings, total+1)
	q.bound += n * math.SmallestNonzeroFloat64
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
