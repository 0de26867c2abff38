package main

import (
	"fmt"
	"math/big"
	"strings"
)

// powers is the table of 2^(j/1024).
func powers() string {
	var b strings.Builder
	fmt.Fprintf(&b, "// powers has 2^(j/1024) for j = 0, 1, … 1023.\n")
	fmt.Fprintf(&b, "var powers = [perOctave]power{\n")
	step := number(2)
	for n := 1; n < perOctave; n *= 2 {
		step.Sqrt(step)
	}
	exact := number(1)
	for range perOctave {
		near := nearest(exact)
		rest := new(big.Float).Sub(exact, number(near))
		b.WriteString(row(near, nearest(rest.Quo(rest, exact))))
		exact.Mul(exact, step)
	}
	b.WriteString("}\n")
	return b.String()
}

// perOctave is as in exp.go.
const perOctave = 1024
