// Digits asks what is left of a formula when floats work it out.
package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// The coin of chapter 3 lands heads three times in ten, on the grid of [onGrid].
var book = chapter.Input{
	Words: []string{"heads", "tails"},
	P:     onGrid(0.3),
}

var program = chapter.Program{
	About:    "Digits: what is left of a formula in floats?",
	Book:     book,
	Outcomes: 2,
	Sections: []chapter.Section{
		{Name: "formulas", About: "one divergence by three formulas", Uses: "p", RunE: formulas},
		{Name: "terms", About: "what cancels, and what need not", Uses: "p symbols", RunE: terms},
		{Name: "others", About: "what other libraries say", Run: others},
		{Name: "log1p", About: "the logarithm of an exact difference", Uses: "p", RunE: log1p},
		{Name: "million", About: "a sum of a million terms", Run: million},
		{Name: "smallest", About: "the logarithm of the smallest float", Run: smallest},
	},
}

func main() { chapter.Main(program) }

// onGrid is a coin that lands heads so often, to the nearest 2⁻⁵². There both sides
// are floats that sum to 1 exactly, and nothing that is lost later was lost here.
func onGrid(heads float64) info.Distribution {
	const grid = 0x1p52
	heads = math.Round(heads*grid) / grid
	return info.Must(heads, 1-heads)
}

// coinOf puts p on the grid, if there is room for the models beside it.
func coinOf(p info.Distribution) (info.Distribution, error) {
	if least := min(p.P(0), p.P(1)); least <= 0.1 {
		return p, fmt.Errorf("-p = %v has a side of %v, want more than 0.1 of both", p, least)
	}
	return onGrid(p.P(0)), nil
}

// moved is a model of p in which ε of the probability has changed sides.
func moved(p info.Distribution, epsilon float64) info.Distribution { return onGrid(p.P(0) + epsilon) }

func formulas(w io.Writer, in chapter.Input) error {
	p, err := coinOf(in.P)
	if err != nil {
		return err
	}
	for _, epsilon := range []float64{1e-1, 1e-3, 1e-5, 1e-7, 1e-9} {
		q := moved(p, epsilon)
		var sum info.Bits
		for x, px := range p.All() {
			sum += info.Bits(px) *
				(info.Surprisal(q.P(x)) - info.Surprisal(px))
		}
		fmt.Fprintf(w, "ε = %.0e  H(p, q) − H(p): %-11.4g sum: %-11.4g D(p‖q): %.4g\n",
			epsilon, float64(info.CrossEntropy(p, q)-info.Entropy(p)),
			float64(sum), float64(info.KullbackLeibler(p, q)))
	}
	fmt.Fprintf(w, "ε²/(2 p₀ p₁ ln 2) for the last: %.4g\n",
		1e-18/(2*p.P(0)*p.P(1)*math.Ln2))
	return nil
}

func terms(w io.Writer, in chapter.Input) error {
	p, err := coinOf(in.P)
	if err != nil {
		return err
	}
	q := moved(p, 1e-7)
	var left float64
	for x, px := range p.All() {
		qx := q.P(x)
		s := (px - qx) / (px + qx)
		term := (px-qx)*s + 2*px*s*s*s/3
		fmt.Fprintf(w, "%-9s\tp ln p/q = %-16.10g\tp − q = %-13.8g\tleft: %.4g\n",
			in.Words[x], px*math.Log(px/qx), px-qx, term)
		left += term
	}
	fmt.Fprintf(w, "sum of what is left: %.4g nats, %.4g bits\n", left, left/math.Ln2)
	return nil
}

// What other libraries say depends on their versions, and on the processor too, so
// it was written down once: by others.py and by this package's test.
//
//go:embed others.json
var written []byte

type sayings struct {
	Versions    map[string]string `json:"versions"`
	Heads       float64           `json:"heads"`
	Divergences []divergence      `json:"divergences"` // in bits
	LogSmallest float64           `json:"log_smallest"`
}

type divergence struct {
	Epsilon float64 `json:"epsilon"`
	Gonum   float64 `json:"gonum"`
	SciPy   float64 `json:"scipy"`
	Torch   float64 `json:"torch"`
}

func read() (s sayings) {
	if err := json.Unmarshal(written, &s); err != nil {
		panic(err)
	}
	return s
}

func others(w io.Writer, _ chapter.Input) {
	s := read()
	p := onGrid(s.Heads)
	fmt.Fprintf(w, "gonum %s, SciPy %s, PyTorch %s, and this library, in bits:\n",
		s.Versions["gonum"], s.Versions["scipy"], s.Versions["torch"])
	for _, d := range s.Divergences {
		fmt.Fprintf(w, "ε = %.0e gonum: %-10.4g SciPy: %-10.4g PyTorch: %-10.4g D: %.4g\n",
			d.Epsilon, d.Gonum, d.SciPy, d.Torch,
			float64(info.KullbackLeibler(p, moved(p, d.Epsilon))))
	}
}

func log1p(w io.Writer, in chapter.Input) error {
	p, err := coinOf(in.P)
	if err != nil {
		return err
	}
	for _, epsilon := range []float64{1e-1, 1e-5, 1e-9, 1e-11, 1e-13} {
		q := moved(p, epsilon)
		var nats float64
		for x, px := range p.All() {
			qx := q.P(x)
			nats += float64(px * math.Log1p((px-qx)/qx)) // rounded before it is added, on any processor
		}
		fmt.Fprintf(w, "ε = %.0e\tp·log1p((p − q)/q), summed: %-10.5g\tD(p‖q): %.5g\n",
			epsilon, nats/math.Ln2, float64(info.KullbackLeibler(p, q)))
	}
	return nil
}

func million(w io.Writer, _ chapter.Input) {
	p := info.Uniform(1_000_000)
	var plain info.Bits
	for _, px := range p.All() {
		plain += info.Bits(px) * info.Surprisal(px)
	}
	fmt.Fprintf(w, "added up one by one: %.16g\n", float64(plain))
	fmt.Fprintf(w, "H(p):                %.16g\n", float64(info.Entropy(p)))
	fmt.Fprintf(w, "6·log₂ 10:           %.16g\n", 6*math.Log2(10))
}

func smallest(w io.Writer, _ chapter.Input) {
	s := read()
	const smallest = math.SmallestNonzeroFloat64
	fmt.Fprintf(w, "math.Log(%g), %s on amd64: %.5g\n",
		smallest, s.Versions["go"], s.LogSmallest)
	fmt.Fprintf(w, "−h(%g) in nats: %.5g\n",
		smallest, -float64(info.Surprisal(smallest).Nats()))
	fmt.Fprintf(w, "h(%g) = %v\n", smallest, info.Surprisal(smallest))
}
