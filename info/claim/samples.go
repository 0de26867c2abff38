package claim

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"

	"github.com/leanovate/gopter"
)

// A Sample is how often each outcome came up in two thousand draws.
type Sample struct {
	Pair
	Counts []float64
}

func (x Sample) String() string { return fmt.Sprintf("%v, counts %s", x.Pair, list(x.Counts)) }

// Samples are drawn from the truth, and SamplesOfTheModel from the model, which
// rules out nothing that the truth allows.
var (
	Samples           = samples(func(x Pair) []float64 { return x.P })
	SamplesOfTheModel = samples(func(x Pair) []float64 { return x.Q })
)

const draws = 2000

func samples(of func(Pair) []float64) gopter.Gen {
	return made(shape{weights: 2, beside: 2, bits: 12}, func(d draw) Sample {
		x := Pair{d, d.p(0), Mixed(0.5, d.p(0), d.p(1))}
		r := rand.New(rand.NewPCG(uint64(d.beside[0]), uint64(d.beside[1])))
		p, counts := of(x), make([]float64, len(x.P))
		for range draws {
			counts[drawn(r, p)]++
		}
		return Sample{x, counts}
	})
}

func drawn(r *rand.Rand, p []float64) int {
	u, x := r.Float64(), 0
	for x < len(p)-1 && u >= p[x] {
		u -= p[x]
		x++
	}
	for p[x] == 0 { // where rounding left u at the end of the list
		x--
	}
	return x
}

// Luck is how far the mean of so many surprisals under q may lie from H(p, q),
// unless a sample of p is one in 10¹²: t with 2·exp(−N·t²/(2v + 2bt/3)) = 10⁻¹²,
// where v is the variance of the surprisals and b how far one can lie from their
// mean.
//
// Source: Bernstein 1924; Boucheron, Lugosi & Massart 2013, Corollary 2.11.
func Luck(p, q []float64) float64 {
	const misfortune = 1e-12
	mean, variance, furthest := float64(Formula(p, q)), 0.0, 0.0
	for x, px := range p {
		if px > 0 {
			off := math.Abs(-math.Log2(q[x]) - mean)
			variance += px * off * off
			furthest = max(furthest, off)
		}
	}
	share := math.Log(2/misfortune) / draws
	linear := furthest * share / 3
	return linear + math.Sqrt(linear*linear+2*variance*share)
}

// A Text is how often each letter occurs in two halves of it, and two models of the
// letters.
type Text struct {
	draw
	Halves [2][]float64
	Counts []float64 // of both
	Q, R   []float64
}

func (x Text) String() string {
	return fmt.Sprintf("counts %s, q = %s, r = %s", list(x.Counts), list(x.Q), list(x.R))
}

// Texts have models that rule out letters that occur, and models that are mixed with the
// frequencies of the letters.
var Texts = made(shape{weights: 2, columns: 2, beside: 2, bits: 7}, func(d draw) Text {
	x := Text{draw: d}
	for _, row := range d.rows {
		for half := range x.Halves {
			x.Halves[half] = append(x.Halves[half], float64(row[2+half]))
		}
		x.Counts = append(x.Counts, float64(row[2])+float64(row[3]))
	}
	if sum(x.Counts) > 0 {
		frequencies := normalized(x.Counts)
		x.Q, x.R = Mixed(d.eighths(0), frequencies, d.p(0)), Mixed(d.eighths(1), frequencies, d.p(1))
	}
	return x
}).SuchThat(func(x Text) bool { return x.Q != nil })

// Likelihood is the probability of the whole text under a model.
func (x Text) Likelihood(q []float64) *big.Float {
	likelihood := big.NewFloat(1)
	for letter, times := range x.Counts {
		for range int(times) {
			likelihood.Mul(likelihood, big.NewFloat(q[letter]))
		}
	}
	return likelihood
}
