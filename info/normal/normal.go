// Package normal compares normal distributions, and mixtures of them, with each other.
package normal

import (
	"math"

	"crossentropy/info"
)

// A Normal is a normal distribution of a number.
type Normal struct {
	Mean, Deviation float64 // the standard deviation, above 0
}

// LogDensity returns the logarithm of the density at x,
//
//	−(x − μ)²/2σ² − ln σ√(2π)
//
// in nats. A density may be above 1, and its logarithm above 0.
func (d Normal) LogDensity(x float64) float64 {
	z := (x - d.Mean) / d.Deviation
	return -z*z/2 - math.Log(d.Deviation*math.Sqrt(2*math.Pi))
}

// KullbackLeibler returns D(p‖q) of two normal distributions,
//
//	ln σ_q/σ_p + (σ_p² + (μ_p − μ_q)²)/2σ_q² − ½
//
// in nats. It is never negative, and 0 where p is q.
//
// Source: Kingma & Welling 2014, appendix B, for a q of mean 0 and deviation 1.
func KullbackLeibler(p, q Normal) info.Nats {
	gap, ratio := (p.Mean-q.Mean)/q.Deviation, p.Deviation/q.Deviation
	return info.Nats((ratio*ratio+gap*gap-1)/2 - math.Log(ratio))
}

// A Mixture is a distribution of a number that comes from one of several normal
// distributions.
type Mixture []Part

// A Part is a normal distribution, and how often a number comes from it.
type Part struct {
	P float64
	Normal
}

// LogDensity returns the logarithm of the density at x, Σ P·density of the parts, in nats.
// It is finite wherever that of the nearest part is.
func (m Mixture) LogDensity(x float64) float64 {
	top := math.Inf(-1)
	for _, part := range m {
		top = max(top, part.LogDensity(x))
	}
	var sum float64
	for _, part := range m {
		sum += part.P * math.Exp(part.LogDensity(x)-top)
	}
	return top + math.Log(sum)
}

// A Density is a distribution of a number, by the logarithm of its density.
type Density interface {
	LogDensity(x float64) float64
}

// Divergence returns D(p‖q) = ∫ p ln(p/q) between two numbers, in nats, as the sum over so
// many pieces of equal width:
//
//	Σ p(x)·ln(p(x)/q(x))·Δx
//
// at the middle x of each.
func Divergence(p, q Density, from, to float64, pieces int) (sum info.Nats) {
	dx := (to - from) / float64(pieces)
	for i := range pieces {
		x := from + (float64(i)+0.5)*dx
		lp := p.LogDensity(x)
		sum += info.Nats(math.Exp(lp) * (lp - q.LogDensity(x)) * dx)
	}
	return sum
}

// Forward returns the normal q of least D(p‖q): that of p's mean and deviation,
//
//	μ = Σ P·μ(part)    σ² = Σ P·(σ(part)² + (μ(part) − μ)²)
//
// Source: Bishop 2006, §10.7.
func Forward(p Mixture) (q Normal) {
	for _, part := range p {
		q.Mean += part.P * part.Mean
	}
	var variance float64
	for _, part := range p {
		off := part.Mean - q.Mean
		variance += part.P * (part.Deviation*part.Deviation + off*off)
	}
	q.Deviation = math.Sqrt(variance)
	return q
}

// Reverse returns a normal q near one to start from, to which no change of 1e-6 in the
// mean or in the logarithm of the deviation brings a smaller D(q‖p). There may be several,
// of which the start decides.
func Reverse(p Mixture, start Normal) (q Normal) {
	q = start
	least := reach(q, p)
	for step := 0.5; step > 1e-6; {
		improved := false
		for _, next := range []Normal{
			{q.Mean - step, q.Deviation},
			{q.Mean + step, q.Deviation},
			{q.Mean, q.Deviation * math.Exp(-step)},
			{q.Mean, q.Deviation * math.Exp(step)},
		} {
			if d := reach(next, p); d < least {
				q, least, improved = next, d, true
			}
		}
		if !improved {
			step /= 2
		}
	}
	return q
}

// reach is D(q‖p), as far as q reaches: beyond 8 deviations there is less than 1e-15 of it.
func reach(q Normal, p Mixture) info.Nats {
	const far, pieces = 8, 400
	return Divergence(q, p, q.Mean-far*q.Deviation, q.Mean+far*q.Deviation, pieces)
}

// Humps returns the example of the book: two humps that hardly touch, the left one larger.
func Humps() Mixture {
	return Mixture{{0.6, Normal{-2, 0.7}}, {0.4, Normal{2, 0.7}}}
}
