package claim

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/leanovate/gopter"

	"crossentropy/info"
)

// A Distribution is one, of one outcome to hundreds.
type Distribution struct {
	draw
	P []float64
}

func (x Distribution) String() string { return "p = " + list(x.P) }

var (
	Distributions = made(shape{weights: 1, many: true}, func(d draw) Distribution {
		return Distribution{d, d.p(0)}
	})
	FewOutcomes = made(shape{weights: 1}, func(d draw) Distribution {
		return Distribution{d, d.p(0)}
	})
	// FiveOutcomes are the most that there are.
	FiveOutcomes = made(shape{weights: 1, bits: 10, rows: 5}, func(d draw) Distribution {
		return Distribution{d, d.p(0)}
	})
	// Dyadic probabilities are powers of two: certainty, split again and again.
	Dyadic = made(shape{columns: 1}, func(d draw) Distribution { return Distribution{d, d.dyadic(0)} })
	// Of LooseChances none is above 1, and LooseWeights are any. Neither need sum to 1.
	LooseChances = made(shape{columns: 1, bits: 5}, func(d draw) Distribution {
		return Distribution{d, d.each(0, func(n uint16) float64 { return simple(int(n)) })}
	})
	LooseWeights = made(shape{weights: 1, bits: 5}, func(d draw) Distribution {
		return Distribution{d, d.loose(0)}
	})
)

// loose is a column of weights that sum to whatever they sum to.
func (d draw) loose(c int) []float64 { return scaled(d.weightsIn(c), 0.5) }

// A Pair is a truth and a model, over the same outcomes.
type Pair struct {
	draw
	P, Q []float64
}

// String writes as many digits as it takes to tell p from q. Where those are many the
// last count, so it writes all.
func (x Pair) String() string {
	digits := 3
	for i, p := range x.P {
		digits = max(digits, digitsApart(p, x.Q[i]))
	}
	if digits > 5 {
		digits = allDigits
	}
	return "p = " + listTo(digits, x.P) + ", q = " + listTo(digits, x.Q)
}

var (
	// Pairs have models that rule out what the truth allows, models that are mixed
	// with the truth, and so do not, and the truth itself as a model.
	Pairs = made(shape{weights: 2, beside: 1, many: true}, func(d draw) Pair {
		return Pair{d, d.p(0), Mixed(d.eighths(0), d.p(0), d.p(1))}
	})
	// ClosePairs have probabilities that differ by less than a part in 2²⁶ to 2⁴².
	ClosePairs = made(shape{weights: 1, columns: 1, beside: 1, bits: 8}, func(d draw) Pair {
		nudge, q := math.Ldexp(1, -31-d.upTo(16, 0)), d.weightsIn(0)
		for x, row := range d.rows {
			q[x] *= 1 + nudge*float64(row[1]&31)
		}
		return Pair{d, d.p(0), normalized(q)}
	})
	// Relabelled models have the probabilities of the truth, in another order.
	Relabelled = made(shape{weights: 1, columns: 1}, func(d draw) Pair {
		order := slices.Clone(d.rows)
		sort.SliceStable(order, func(i, j int) bool { return order[i][1] < order[j][1] })
		return Pair{d, d.p(0), draw{rows: order}.p(0)}
	})
	UniformModels = made(shape{weights: 1, many: true}, func(d draw) Pair {
		return Pair{d, d.p(0), Uniform(len(d.p(0)))}
	})
	DyadicModels = made(shape{weights: 1, columns: 1}, func(d draw) Pair {
		return Pair{d, d.p(0), d.dyadic(1)}
	})
	// OpenModels rule out nothing.
	OpenModels = made(shape{weights: 1, columns: 1}, func(d draw) Pair {
		return Pair{d, d.p(0), normalized(d.positive(1))}
	})
	// DefectiveModels sum to less than 1, LooseModels and LooseTruths to anything.
	DefectiveModels = made(shape{weights: 2, beside: 2, bits: 12}, func(d draw) Pair {
		return Pair{d, d.p(0), d.defective()}
	})
	LooseModels = made(shape{weights: 2, bits: 5}, func(d draw) Pair { return Pair{d, d.p(0), d.loose(1)} })
	LooseTruths = made(shape{weights: 2, bits: 5}, func(d draw) Pair { return Pair{d, d.loose(0), d.p(1)} })
	// Coins land heads at times, rarely and never. ThreeSided ones have a third side, all
	// of them possible.
	Coins = made(shape{beside: 4}, func(d draw) Pair {
		a, b := d.heads(0), d.heads(2)
		return Pair{d, []float64{a, 1 - a}, []float64{b, 1 - b}}
	})
	ThreeSided = made(shape{beside: 6}, func(d draw) Pair {
		side := func(i int) float64 { return float64(1 + d.upTo(3, i)) }
		return Pair{d, normalized([]float64{side(0), side(1), side(2)}), normalized([]float64{side(3), side(4), side(5)})}
	})
)

// dyadic splits an outcome in two for each row but the first, of a certain one to begin
// with.
func (d draw) dyadic(column int) []float64 {
	p := []float64{1}
	for _, row := range d.rows[1:] {
		x := int(row[column]) % len(p)
		p[x] /= 2
		p = append(p, p[x])
	}
	return p
}

// defective is a model, mixed with the truth at times, of which a share is left out.
func (d draw) defective() []float64 {
	return scaled(Mixed(d.eighths(0), d.p(0), d.p(1)), float64(d.upTo(7, 1))/8)
}

// heads is the chance of one of two sides, a/(a + b): 0, or from 2⁻²⁵ to 1.
func (d draw) heads(i int) float64 {
	side := func(n uint16) float64 { return math.Ldexp(float64(n&31), -int(n>>5)%21) }
	a, b := side(d.beside[i]), side(d.beside[i+1])
	if a == 0 {
		return 0
	}
	return a / (a + b)
}

// Uniform is n equal probabilities.
func Uniform(n int) []float64 { return info.Uniform(n).Probabilities() }

// Mirrored says whether q is p or p in reverse, but for rounding.
func (x Pair) Mirrored() bool {
	back := slices.Clone(x.Q)
	slices.Reverse(back)
	same := func(p, q float64) bool { return near(p, q, Tolerance) }
	return slices.EqualFunc(x.P, x.Q, same) || slices.EqualFunc(x.P, back, same)
}

// TotalVariation is ½ Σ |p − q|.
func (x Pair) TotalVariation() (tv float64) {
	for i := range x.P {
		tv += math.Abs(x.P[i]-x.Q[i]) / 2
	}
	return tv
}

// Midpoint is the even mixture of two distributions. What either allows it allows:
// half of the smallest float counts as that float.
func Midpoint(p, q []float64) []float64 {
	m := Mixed(0.5, p, q)
	for x := range m {
		if m[x] == 0 {
			m[x] = max(p[x], q[x])
		}
	}
	return m
}

// A Triple is three distributions over the same outcomes.
type Triple struct {
	draw
	P, Q, R []float64
}

func (x Triple) String() string {
	return fmt.Sprintf("p = %s, q = %s, r = %s", list(x.P), list(x.Q), list(x.R))
}

// Triples have a Q that is at times halfway between the others.
var Triples = made(shape{weights: 3, beside: 1}, func(d draw) Triple {
	p, r := d.p(0), d.p(2)
	return Triple{d, p, Mixed(d.eighths(0), Mixed(0.5, p, r), d.p(1)), r}
})

// A Mixture is a triple, and R mixed with one of the others.
type Mixture struct {
	Triple
	Share float64 // of the other
	Of    string  // which is "p" or "q"
	Mixed []float64
}

func (x Mixture) String() string {
	return fmt.Sprintf("%v, %s of %s", x.Triple, fraction(x.Share, 3), x.Of)
}

// Mixtures are of P, and have a Q that is at times near the mixture, and then rules out nothing.
// They stay above 2⁻²⁵⁶, parts of which are floats.
var Mixtures = made(shape{weights: 3, beside: 2, bits: 13}, func(d draw) Mixture {
	p, r, share := d.p(0), d.p(2), d.eighths(0)
	mixed := Mixed(share, p, r)
	return Mixture{Triple{d, p, Mixed(d.eighths(1), mixed, d.p(1)), r}, share, "p", mixed}
})

// MixedModels are of Q. Both models are at times near the truth, and then rule out nothing.
var MixedModels = made(shape{weights: 3, beside: 3, bits: 13}, func(d draw) Mixture {
	p, share := d.p(0), d.eighths(0)
	q, r := Mixed(d.eighths(1), p, d.p(1)), Mixed(d.eighths(2), p, d.p(2))
	return Mixture{Triple{d, p, q, r}, share, "q", Mixed(share, q, r)}
})

// A Blend is two pairs, and both mixed by one share.
type Blend struct {
	draw
	First, Second, Mixed Pair
	Share                float64
}

func (x Blend) String() string {
	return fmt.Sprintf("%v and %v, %s of the first", x.First, x.Second, fraction(x.Share, 3))
}

var Blends = made(shape{weights: 4, beside: 2, bits: 13}, func(d draw) Blend {
	share, near := d.eighths(0), d.eighths(1)
	first := Pair{P: d.p(0), Q: Mixed(near, d.p(0), d.p(1))}
	second := Pair{P: d.p(2), Q: Mixed(near, d.p(2), d.p(3))}
	mixed := Pair{P: Mixed(share, first.P, second.P), Q: Mixed(share, first.Q, second.Q)}
	return Blend{d, first, second, mixed, share}
})

// A Lead is a pair, and by how many bits the model is to beat the truth.
type Lead struct {
	Pair
	Bits float64
}

func (x Lead) String() string { return fmt.Sprintf("%v, k = %v", x.Pair, x.Bits) }

var (
	Leads = made(shape{weights: 2, beside: 2, bits: 12}, func(d draw) Lead {
		return Lead{Pair{d, d.p(0), Mixed(d.eighths(0), d.p(0), d.p(1))}, float64(d.upTo(10, 1))}
	})
	DefectiveLeads = made(shape{weights: 2, beside: 3, bits: 12}, func(d draw) Lead {
		return Lead{Pair{d, d.p(0), d.defective()}, float64(d.upTo(10, 2))}
	})
	LooseLeads = made(shape{weights: 2, beside: 2, bits: 5}, func(d draw) Lead {
		return Lead{Pair{d, d.p(0), d.loose(1)}, float64(d.upTo(10, 1))}
	})
)

// A Bet is a race, how a gambler spreads her money over the horses, the share of it that
// she bets, and what each horse pays for one.
type Bet struct {
	Pair
	Stake float64
	Odds  []float64
	Fair  []float64 // a distribution, the odds of which these are
}

func (x Bet) String() string {
	return fmt.Sprintf("%v, odds %s, stake %s", x.Pair, list(x.Odds), fraction(x.Stake, 3))
}

// BetsOfAll stake everything, and CautiousBets less.
var (
	BetsOfAll    = bets(func(draw) float64 { return 1 })
	CautiousBets = bets(func(d draw) float64 { return d.eighths(1) }).
			SuchThat(func(x Bet) bool { return x.Stake < 1 })
)

func bets(stake func(d draw) float64) gopter.Gen {
	return made(shape{weights: 2, columns: 1, beside: 2, bits: 10}, func(d draw) Bet {
		pair := Pair{d, d.p(0), Mixed(d.eighths(0), d.p(0), d.p(1))}
		b := Bet{Pair: pair, Stake: stake(d), Fair: normalized(d.positive(2))}
		for _, r := range b.Fair {
			b.Odds = append(b.Odds, 1/r)
		}
		return b
	})
}
