package main

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"crossentropy/info/internal/oracle"
)

// arcs is the table of (1 + v)(1 − log₂ (1 + v)) + v log₂ v, for ratios v from
// 1/64 to 1.
func arcs() string {
	var b strings.Builder
	fmt.Fprintf(&b, "// arcs has the series of the curve around the middle c of each interval of v.\n")
	fmt.Fprintf(&b, "var arcs = [6 << tangentBits]arc{\n")
	const step = 1 << (52 - tangentBits)
	for first := math.Float64bits(1.0 / 64); first < math.Float64bits(1); first += step {
		c := between(first, first+step)
		log, log1 := oracle.Log2(c), oracle.Log2(1+c)
		height := new(big.Float).Mul(log, number(c))
		rest := new(big.Float).Sub(number(1), log1)
		height.Add(height, rest.Mul(rest, number(1+c)))
		slope := new(big.Float).Sub(log, log1)
		slope.Add(slope, number(1))
		one := math.Round(c)
		coefficients := []float64{one, one - c, nearest(height), nearest(slope)}
		power, power1 := log2e(), log2e()
		for k := 2.0; k <= 7; k++ { // (1/cᵏ⁻¹ − 1/(1 + c)ᵏ⁻¹)/k(k − 1), in turn + and −
			power.Quo(power, number(-c))
			power1.Quo(power1, number(-1-c))
			a := new(big.Float).Sub(power1, power)
			coefficients = append(coefficients, nearest(a.Quo(a, number(k*(k-1)))))
		}
		b.WriteString(row(coefficients...))
	}
	b.WriteString("}\n")
	return b.String()
}
