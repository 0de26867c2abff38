package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
)

// A format rounds a number to the nearest that it has.
type format struct {
	name  string
	round func(x float64) float64
}

var formats = []format{
	{"float64", func(x float64) float64 { return x }},
	{"float32", func(x float64) float64 { return float64(float32(x)) }},
	{"bfloat16", bfloat16},
}

// bfloat16 keeps the first 16 of the 32 bits of a float32, rounded
// to the nearest, and to the even one of two.
func bfloat16(x float64) float64 {
	bits := math.Float32bits(float32(x))
	bits += 0x7fff + bits>>16&1
	return float64(math.Float32frombits(bits &^ 0xffff))
}

// sigmoid is σ(z) = 1 − σ(−z), rounded once.
func (f format) sigmoid(z float64) float64 {
	e := math.Exp(-z)
	return f.round(1 - e/(1+e))
}

// firstOne is the logit from which on the sigmoid is rounded to 1.
func (f format) firstOne() float64 {
	below, one := 0., 64.
	for range 60 {
		if z := (below + one) / 2; f.sigmoid(z) < 1 {
			below = z
		} else {
			one = z
		}
	}
	return one
}

// total adds a loss to itself so many times, rounding each sum.
func (f format) total(loss float64, times int) (sum float64) {
	for range times {
		sum = f.round(sum + f.round(loss))
	}
	return sum
}

func floats(w io.Writer, _ chapter.Input) {
	for _, f := range formats {
		fmt.Fprintf(w, "%s:\tσ(z) rounds to 1 from z = %.4g\t1,000 losses of 0.3 sum to %.6g\n",
			f.name, f.firstOne(), f.total(0.3, 1000))
	}
	fmt.Fprintln(w, "the loss of y = 1 in nats, −ln of a rounded σ(z)")
	for _, z := range []float64{2, 4, 5, 6, 7} {
		fmt.Fprintf(w, "z = %v:", z)
		for _, f := range formats {
			cost := f.round(-math.Log(f.sigmoid(z))) + 0 // no −0
			fmt.Fprintf(w, "\t%s %.4g", f.name, cost)
		}
		fmt.Fprintln(w)
	}
}
