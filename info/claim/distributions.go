package claim

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"github.com/leanovate/gopter"
)

// A Distribution is one, of one outcome to hundreds.
type Distribution struct {
	table
	P []float64
}

func (x Distribution) String() string { return "p = " + list(x.P) }

var (
	Distributions = made(shape{weights: 1, many: true}, func(t table) Distribution {
		return Distribution{t, t.p(0)}
	})
	FewOutcomes = made(shape{weights: 1}, func(t table) Distribution {
		return Distribution{t, t.p(0)}
	})
	// LooseWeights need not sum to 1.
	LooseWeights = made(shape{weights: 1, bits: 5}, func(t table) Distribution {
		return Distribution{t, t.loose(0)}
	})
)

// loose is a column of weights that sum to whatever they sum to.
func (t table) loose(c int) []float64 { return scaled(t.column(c), 0.5) }

// A Pair is a truth and a model, over the same outcomes.
type Pair struct {
	table
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
	Pairs = made(shape{weights: 2, beside: 1, many: true}, func(t table) Pair {
		return Pair{t, t.p(0), Mixed(t.eighths(0), t.p(0), t.p(1))}
	})
	// ClosePairs have probabilities that differ by less than a part in 2²⁶ to 2⁴².
	ClosePairs = made(shape{weights: 1, columns: 1, beside: 1, bits: 8}, func(t table) Pair {
		nudge, q := math.Ldexp(1, -31-t.upTo(16, 0)), t.column(0)
		for x, row := range t.rows {
			q[x] *= 1 + nudge*float64(row[1]&31)
		}
		return Pair{t, t.p(0), parts(q)}
	})
	Twins = made(shape{weights: 1, many: true}, func(t table) Pair { return Pair{t, t.p(0), t.p(0)} })
	// Relabelled models have the probabilities of the truth, in another order.
	Relabelled = made(shape{weights: 1, columns: 1}, func(t table) Pair {
		order := slices.Clone(t.rows)
		sort.SliceStable(order, func(i, j int) bool { return order[i][1] < order[j][1] })
		return Pair{t, t.p(0), table{rows: order}.p(0)}
	})
	UniformModels = made(shape{weights: 1, many: true}, func(t table) Pair {
		return Pair{t, t.p(0), Uniform(len(t.p(0)))}
	})
	// DyadicModels have powers of two for probabilities: certainty, split again and
	// again.
	DyadicModels = made(shape{weights: 1, columns: 1}, func(t table) Pair {
		q := []float64{1}
		for _, row := range t.rows[1:] {
			x := int(row[1]) % len(q)
			q[x] /= 2
			q = append(q, q[x])
		}
		return Pair{t, t.p(0), q}
	})
	LooseModels = made(shape{weights: 2, bits: 5}, func(t table) Pair { return Pair{t, t.p(0), t.loose(1)} })
	LooseTruths = made(shape{weights: 2, bits: 5}, func(t table) Pair { return Pair{t, t.loose(0), t.p(1)} })
	// Coins land heads so many times in 64, and ThreeSided ones have a third side,
	// all of them possible.
	Coins = made(shape{beside: 2}, func(t table) Pair {
		a, b := t.sixtyFourths(0), t.sixtyFourths(1)
		return Pair{t, []float64{a, 1 - a}, []float64{b, 1 - b}}
	})
	ThreeSided = made(shape{beside: 6}, func(t table) Pair {
		side := func(i int) float64 { return float64(1 + t.upTo(30, i)) }
		return Pair{t, parts([]float64{side(0), side(1), side(2)}), parts([]float64{side(3), side(4), side(5)})}
	})
)

// Uniform is n equal probabilities.
func Uniform(n int) []float64 { return slices.Repeat([]float64{1 / float64(n)}, n) }

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
	table
	P, Q, R []float64
}

func (x Triple) String() string {
	return fmt.Sprintf("p = %s, q = %s, r = %s", list(x.P), list(x.Q), list(x.R))
}

// Triples have a Q that is at times halfway between the others.
var Triples = made(shape{weights: 3, beside: 1}, func(t table) Triple {
	p, r := t.p(0), t.p(2)
	return Triple{t, p, Mixed(t.eighths(0), Mixed(0.5, p, r), t.p(1)), r}
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
var Mixtures = made(shape{weights: 3, beside: 2, bits: 13}, func(t table) Mixture {
	p, r, share := t.p(0), t.p(2), t.eighths(0)
	mixed := Mixed(share, p, r)
	return Mixture{Triple{t, p, Mixed(t.eighths(1), mixed, t.p(1)), r}, share, mixed}
})

// A Blend is two pairs, and both mixed by one share.
type Blend struct {
	table
	First, Second, Mixed Pair
	Share                float64
}

func (x Blend) String() string {
	return fmt.Sprintf("%v and %v, %s of the first", x.First, x.Second, fraction(x.Share, 3))
}

var Blends = made(shape{weights: 4, beside: 2, bits: 13}, func(t table) Blend {
	share, near := t.eighths(0), t.eighths(1)
	first := Pair{P: t.p(0), Q: Mixed(near, t.p(0), t.p(1))}
	second := Pair{P: t.p(2), Q: Mixed(near, t.p(2), t.p(3))}
	mixed := Pair{P: Mixed(share, first.P, second.P), Q: Mixed(share, first.Q, second.Q)}
	return Blend{t, first, second, mixed, share}
})

// A Lead is a pair, and by how many bits the model is to beat the truth.
type Lead struct {
	Pair
	Bits float64
}

func (x Lead) String() string { return fmt.Sprintf("%v, k = %v", x.Pair, x.Bits) }

var (
	Leads = made(shape{weights: 2, beside: 2, bits: 12}, func(t table) Lead {
		return Lead{Pair{t, t.p(0), Mixed(t.eighths(0), t.p(0), t.p(1))}, float64(t.upTo(10, 1))}
	})
	LooseLeads = made(shape{weights: 2, beside: 2, bits: 5}, func(t table) Lead {
		return Lead{Pair{t, t.p(0), t.loose(1)}, float64(t.upTo(10, 1))}
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
	BetsOfAll    = bets(func(table) float64 { return 1 })
	CautiousBets = bets(func(t table) float64 { return t.eighths(2) }).
			SuchThat(func(x Bet) bool { return x.Stake < 1 })
)

func bets(stake func(t table) float64) gopter.Gen {
	return made(shape{beside: 3}, func(t table) Bet {
		a, b := t.sixtyFourths(0), t.sixtyFourths(1)
		return Bet{Pair{t, []float64{a, 1 - a}, []float64{b, 1 - b}}, stake(t)}
	})
}
