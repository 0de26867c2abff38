package main

import (
	_ "embed"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"
)

// What other libraries say of close distributions was written down once, by
// digits.py and by this package's test.
//
//go:embed digits.json
var writtenDown []byte

type sayings struct {
	Provenance  string            `json:"provenance"`
	Versions    map[string]string `json:"versions"`
	P           [2]float64        `json:"p"`
	Divergences []divergence      `json:"divergences"`
}

// A divergence is D(p‖q) in bits, where q has moved epsilon of the probability.
type divergence struct {
	Epsilon float64 `json:"epsilon"`
	Truth   float64 `json:"truth"`
	Gonum   float64 `json:"gonum"`
	SciPy   float64 `json:"scipy"`
	Torch   float64 `json:"torch"`
}

func readDigits() (s sayings) {
	if err := json.Unmarshal(writtenDown, &s); err != nil {
		panic(err) // it is part of the program
	}
	return s
}

// ulps4 is what four units in the last place are at most, of a float.
const ulps4 = 4 * 0x1p-52

// errorsOf returns the relative errors of a library.
func (s sayings) errorsOf(says func(divergence) float64) (xys plotter.XYs) {
	for _, d := range s.Divergences {
		xys = append(xys, plotter.XY{X: d.Epsilon, Y: math.Abs(says(d)-d.Truth) / d.Truth})
	}
	return xys
}

// The libraries, in the order and the inks of their labels.
var others = []struct {
	name, key string
	ink       ink
	says      func(divergence) float64
}{
	{"gonum", "gonum", blue, func(d divergence) float64 { return d.Gonum }},
	{"SciPy", "scipy", orange, func(d divergence) float64 { return d.SciPy }},
	{"PyTorch", "torch", green, func(d divergence) float64 { return d.Torch }},
}

// versions credits the libraries.
func (s sayings) versions() string {
	var all []string
	for _, o := range others {
		all = append(all, o.name+" "+s.Versions[o.key])
	}
	return strings.Join(all, ", ")
}

// hopeless returns the greatest ε from which on no library has a digit right.
func (s sayings) hopeless() (epsilon float64) {
	for i, d := range slices.Backward(s.Divergences) {
		for _, o := range others {
			if s.errorsOf(o.says)[i].Y < 1 {
				return epsilon
			}
		}
		epsilon = d.Epsilon
	}
	return epsilon
}
