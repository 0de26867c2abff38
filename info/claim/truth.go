package claim

import (
	"math"
	"math/big"

	"crossentropy/info"
	"crossentropy/info/internal/oracle"
)

// TrueH is H(p) as 40 digits give it, in bits.
func TrueH(p info.Distribution) Quantity {
	return truth("Σ p log₂ 1/p", oracle.CrossEntropy(floats(p), floats(p)))
}

// TrueHPQ is H(p, q) as 40 digits give it, in bits.
func TrueHPQ(p, q info.Distribution) Quantity {
	return truth("Σ p log₂ 1/q", oracle.CrossEntropy(floats(p), floats(q)))
}

// TrueD is D(p‖q) as 40 digits give it, in bits.
func TrueD(p, q info.Distribution) Quantity {
	return truth("Σ p log₂ p/q", oracle.KullbackLeibler(floats(p), floats(q)))
}

// TrueJS is JS(p, q) as 40 digits give it, in bits.
func TrueJS(p, q info.Distribution) Quantity {
	return truth("½D(p‖m) + ½D(q‖m)", oracle.JensenShannon(floats(p), floats(q)))
}

// noise is where the oracle's digits end: terms of some bits cancel to no less.
// Distributions on the grid that differ at all are further apart.
const noise = 1e-45

// truth rounds x to a float once. A nil x is infinite.
func truth(name string, x *big.Float) Quantity {
	if x == nil {
		return Quantity{name, math.Inf(1), 0}
	}
	value, _ := x.Float64()
	if math.Abs(value) < noise {
		value = 0
	}
	return Rounded(name, value, 1, math.Abs(value))
}

// Closely is a, allowed only the rounding of a divergence that is as large as 40
// digits give it, however small that is.
func (a Quantity) Closely(truth Quantity) Quantity {
	return Rounded(a.name, a.value, divergenceRoundings, truth.value)
}

func floats(d info.Distribution) []float64 {
	p := make([]float64, d.Len())
	for x, px := range d.All() {
		p[x] = px
	}
	return p
}
