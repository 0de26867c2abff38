package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"crossentropy/plots/internal/page"
)

var digits = figure{
	name:  "digits",
	title: "As q nears p, the usual formula for D(p‖q) loses every digit",
	alt:   digitsAlt,
	draw:  drawDigits,
}

// What other libraries say of close distributions was written down once, by
// digits.py and by this package's test.
//
//go:embed digits.json
var comparisonJSON []byte

type comparison struct {
	Provenance string            `json:"provenance"`
	Versions   map[string]string `json:"versions"`
	P          [2]float64        `json:"p"`

	// Divergences are D(p‖q) in bits, the truth and what each library says, where
	// q has moved epsilon of the probability.
	Divergences []map[string]float64 `json:"divergences"`
}

// The libraries, in the order and the inks of their labels.
var libraries = []struct {
	name, key string
	ink       page.Ink
}{
	{"gonum", "gonum", page.Blue},
	{"SciPy", "scipy", page.Orange},
	{"PyTorch", "torch", page.Green},
}

// here is the library of this book.
const here = "here"

func readComparison() (s comparison) {
	if err := json.Unmarshal(comparisonJSON, &s); err != nil {
		panic(err) // it is part of the program
	}
	return s
}

// errorsOf returns the relative errors of a library: at least half a unit in the last
// place, to which the truth is rounded.
func (s comparison) errorsOf(library string) (xys plotter.XYs) {
	for _, d := range s.Divergences {
		off := math.Abs(d[library]-d["truth"]) / d["truth"]
		xys = append(xys, plotter.XY{X: d["epsilon"], Y: max(off, 0x1p-53)})
	}
	return xys
}

// versions credits the libraries.
func (s comparison) versions() string {
	var all []string
	for _, l := range libraries {
		all = append(all, l.name+" "+s.Versions[l.key])
	}
	return strings.Join(all, ", ")
}

// allWrongFrom returns the greatest ε from which on no library has a digit right.
func (s comparison) allWrongFrom() (epsilon float64) {
	for i, d := range slices.Backward(s.Divergences) {
		for _, l := range libraries {
			if s.errorsOf(l.key)[i].Y < 1 {
				return epsilon
			}
		}
		epsilon = d["epsilon"]
	}
	return epsilon
}

func digitsAlt(example) string {
	s := readComparison()
	const millionth = 10 // the row of it
	var wrong []string
	for _, l := range libraries {
		wrong = append(wrong, page.Number(s.errorsOf(l.key)[millionth].Y))
	}
	most := 0.0
	for _, xy := range s.errorsOf(here) {
		most = max(most, xy.Y)
	}
	return fmt.Sprintf("The relative error of D(p‖q) for a coin p = (0.3, 0.7) and a model q that "+
		"has moved ε of the probability, on two logarithmic axes, as ε falls from 0.1 to a "+
		"trillionth. The errors of %s grow alike, about a hundredfold for each tenth of ε: at a "+
		"millionth they are %s, and from %s on no digit is right. "+
		"This library is nowhere off by more than %s. Less than half a unit in the last place, to "+
		"which the truth is rounded, is drawn as that.",
		s.versions(), strings.Join(wrong, ", "), page.Number(s.allWrongFrom()), page.Number(most))
}

func drawDigits(pg *page.Page, _ example) {
	s := readComparison()
	const epsilon = "*ε* → 0, for *p* = (0.3, 0.7) and *q* = (0.3 + *ε*, 0.7 − *ε*)"
	ch := pg.NewChart(epsilon, 1e-12, 0.1, 1e-17, 1e8)
	ch.LogX(2)
	ch.X.Scale = plot.InvertedScale{Normalizer: ch.X.Scale}
	ch.Y.Scale, ch.Y.Tick.Marker = plot.LogScale{}, page.Decades(4)
	ch.Guide(1e-12, 1, 0.1, 1)
	ch.Label(0.1, 1, 4, 9, "above, not one digit is right", page.Style{})
	ch.Line("this library", s.errorsOf(here), page.Plain, page.Thick)
	ch.Label(1e-12, 1e-15, -4, 9, "this library", page.Bold(page.Plain).Right())
	for i, l := range libraries {
		ch.Line(l.name, s.errorsOf(l.key), l.ink, 1.3)
		named := math.Pow(10, -8-1.8*float64(i))
		ch.Segment("", 3e-7, named, 6e-8, named, l.ink, 1.3)
		ch.Label(6e-8, named, 6, 0, l.name, page.Bold(l.ink))
	}
	ch.Aside = s.versions()
	pg.Panel(ch, "relative error of *D*(*p*\u200a‖\u200a*q*)")
}
