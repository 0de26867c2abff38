package main

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"crossentropy/info/internal/oracle"
)

// tangents is the table of t log₂ t − (t − 1) log₂ e, for ratios t from 1/64 to 64.
func tangents() string {
	var b strings.Builder
	fmt.Fprintf(&b, "// tangents has the height and the slope of t log₂ t − (t − 1) log₂ e at the middle\n")
	fmt.Fprintf(&b, "// c of each interval of t.\n")
	fmt.Fprintf(&b, "var tangents = [12 << tangentBits]tangent{\n")
	const step = 1 << (52 - tangentBits)
	for first := math.Float64bits(1.0 / 64); first < math.Float64bits(64); first += step {
		c := between(first, first+step)
		slope := oracle.Log2(c)
		height := new(big.Float).Mul(slope, number(c))
		less := number(c - 1)
		height.Sub(height, less.Mul(less, log2e()))
		one := 0.0
		if c > 0.5 && c < 2 {
			one = 1
		}
		b.WriteString(row(one, one-c, 1/c, nearest(height), nearest(slope)))
	}
	b.WriteString("}\n")
	return b.String()
}

// tangentBits is as in excess.go.
const tangentBits = 6
