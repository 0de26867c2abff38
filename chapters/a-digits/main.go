// Digits asks what is left of a formula when floats work it out.
package main

import (
	"fmt"
	"io"
	"math"

	"crossentropy/chapters/internal/chapter"
	"crossentropy/info"
)

// The coin of chapter 3 lands heads three times in ten, on the grid of [onGrid].
var (
	sides = []string{"heads", "tails"}
	p     = onGrid(0.3)
)

// onGrid is a coin that lands heads so often, to the nearest 2⁻⁵². There both sides
// are floats that sum to 1 exactly, and nothing that is lost later was lost here.
func onGrid(heads float64) info.Distribution {
	const grid = 0x1p52
	heads = math.Round(heads*grid) / grid
	return chapter.Try(info.New(heads, 1-heads))
}

func main() {
	book := chapter.Program{
		About: "Digits: what is left of a formula in floats?",
		P:     &p, Outcomes: &sides, Want: 2, Ready: enoughOfBoth,
	}
	book.Add("formulas", "one divergence by three formulas", formulas)
	book.Add("terms", "what cancels, and what need not", terms)
	book.Add("others", "what other libraries say", others)
	book.Add("million", "a sum of a million terms", million)
	book.Add("smallest", "the logarithm of the smallest float", smallest)
	book.Main()
}

// enoughOfBoth keeps models of p within bounds, and puts it on the grid.
func enoughOfBoth() error {
	if least := min(p.P(0), p.P(1)); least <= 0.1 {
		return fmt.Errorf("-p = %v has a side of %v, want more than 0.1 of both", p, least)
	}
	p = onGrid(p.P(0))
	return nil
}

// moved is a model of p in which ε of the probability has changed sides.
func moved(epsilon float64) info.Distribution { return onGrid(p.P(0) + epsilon) }

func formulas(w io.Writer) {
	for _, epsilon := range []float64{1e-1, 1e-3, 1e-5, 1e-7, 1e-9} {
		q := moved(epsilon)
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
}

func terms(w io.Writer) {
	q := moved(1e-7)
	var left float64
	for x, px := range p.All() {
		qx := q.P(x)
		s := (px - qx) / (px + qx)
		term := (px-qx)*s + 2*px*s*s*s/3
		fmt.Fprintf(w, "%-9s p ln p/q = %-16.10g p − q = %-13.8g left: %.4g\n",
			sides[x], px*math.Log(px/qx), px-qx, term)
		left += term
	}
	fmt.Fprintf(w, "sum of what is left: %.4g nats, %.4g bits\n", left, left/math.Ln2)
}

func million(w io.Writer) {
	p := info.Uniform(1_000_000)
	var plain info.Bits
	for _, px := range p.All() {
		plain += info.Bits(px) * info.Surprisal(px)
	}
	fmt.Fprintf(w, "added up one by one: %.16g\n", float64(plain))
	fmt.Fprintf(w, "H(p):                %.16g\n", float64(info.Entropy(p)))
	fmt.Fprintf(w, "6·log₂ 10:           %.16g\n", 6*math.Log2(10))
}
