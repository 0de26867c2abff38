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
	// LooseWeights need not sum to 1.
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

// String writes as many digits as it takes to tell p from q.
func (x Pair) String() string {
	digits := 3
	for i, p := range x.P {
		digits = max(digits, digitsApart(p, x.Q[i]))
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
	Twins = made(shape{weights: 1, many: true}, func(d draw) Pair { return Pair{d, d.p(0), d.p(0)} })
	// Relabelled models have the probabilities of the truth, in another order.
	Relabelled = made(shape{weights: 1, columns: 1}, func(d draw) Pair {
		order := slices.Clone(d.rows)
		sort.SliceStable(order, func(i, j int) bool { return order[i][1] < order[j][1] })
		return Pair{d, d.p(0), draw{rows: order}.p(0)}
	})
	UniformModels = made(shape{weights: 1, many: true}, func(d draw) Pair {
		return Pair{d, d.p(0), Uniform(len(d.p(0)))}
	})
	// DyadicModels have powers of two for probabilities: certainty, split again and
	// again.
	DyadicModels = made(shape{weights: 1, columns: 1}, func(d draw) Pair {
		q := []float64{1}
		for _, row := range d.rows[1:] {
			x := int(row[1]) % len(q)
			q[x] /= 2
			q = append(q, q[x])
		}
		return Pair{d, d.p(0), q}
	})
	LooseModels = made(shape{weights: 2, bits: 5}, func(d draw) Pair { return Pair{d, d.p(0), d.loose(1)} })
	LooseTruths = made(shape{weights: 2, bits: 5}, func(d draw) Pair { return Pair{d, d.loose(0), d.p(1)} })
	// Coins land heads so many times in 64, and ThreeSided ones have a third side,
	// all of them possible.
	Coins = made(shape{beside: 2}, func(d draw) Pair {
		a, b := d.sixtyFourths(0), d.sixtyFourths(1)
		return Pair{d, []float64{a, 1 - a}, []float64{b, 1 - b}}
	})
	ThreeSided = made(shape{beside: 6}, func(d draw) Pair {
		side := func(i int) float64 { return float64(1 + d.upTo(3, i)) }
		return Pair{d, normalized([]float64{side(0), side(1), side(2)}), normalized([]float64{side(3), side(4), side(5)})}
	})
)

// Uniform is n equal probabilities.
func Uniform(n int) []float64 { return info.Uniform(n).Probabilities() }

// Mirrored says whether q is p or p in reverse.
func (x Pair) Mirrored() bool {
	back := slices.Clone(x.Q)
	slices.Reverse(back)
	return slices.Equal(x.P, x.Q) || slices.Equal(x.P, back)
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

// A Mixture is a triple, and P and R mixed.
type Mixture struct {
	Triple
	Share float64 // of P
	Mixed []float64
}

func (x Mixture) String() string {
	return fmt.Sprintf("%v, %s of p", x.Triple, fraction(x.Share, 3))
}

// Mixtures have a Q that is at times near the mixture, and then rules out nothing.
// They stay above 2⁻²⁵⁶, parts of which are floats.
var Mixtures = made(shape{weights: 3, beside: 2, bits: 13}, func(d draw) Mixture {
	p, r, share := d.p(0), d.p(2), d.eighths(0)
	mixed := Mixed(share, p, r)
	return Mixture{Triple{d, p, Mixed(d.eighths(1), mixed, d.p(1)), r}, share, mixed}
})

// MixedModels are mixtures of two models P and R of a truth Q, each of which is at times
// near it, and then rules out nothing.
var MixedModels = made(shape{weights: 3, beside: 3, bits: 13}, func(d draw) Mixture {
	truth, share := d.p(1), d.eighths(0)
	p, r := Mixed(d.eighths(1), truth, d.p(0)), Mixed(d.eighths(2), truth, d.p(2))
	return Mixture{Triple{d, p, truth, r}, share, Mixed(share, p, r)}
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
	LooseLeads = made(shape{weights: 2, beside: 2, bits: 5}, func(d draw) Lead {
		return Lead{Pair{d, d.p(0), d.loose(1)}, float64(d.upTo(10, 1))}
	})
)

// A Bet is a race of two horses, how a gambler spreads her money over them, and the
// share of it that she bets.
type Bet struct {
	Pair
	Stake float64
}

func (x Bet) String() string { return fmt.Sprintf("%v, stake %s", x.Pair, fraction(x.Stake, 3)) }

// BetsOfAll stake everything, and CautiousBets less.
var (
	BetsOfAll    = bets(func(draw) float64 { return 1 })
	CautiousBets = bets(func(d draw) float64 { return d.eighths(2) }).
			SuchThat(func(x Bet) bool { return x.Stake < 1 })
)

func bets(stake func(d draw) float64) gopter.Gen {
	return made(shape{beside: 3}, func(d draw) Bet {
		a, b := d.sixtyFourths(0), d.sixtyFourths(1)
		return Bet{Pair{d, []float64{a, 1 - a}, []float64{b, 1 - b}}, stake(d)}
	})
}
