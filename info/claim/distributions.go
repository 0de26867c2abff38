package claim

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"

	"github.com/leanovate/gopter"
	"github.com/leanovate/gopter/gen"
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

// A Change is a distribution before and after something happened to it.
type Change struct {
	table
	Before, After []float64
}

func (x Change) String() string { return "p = " + list(x.Before) + ", then " + list(x.After) }

// Levellings move probability from an outcome to one that is rarer, at most their
// difference, and Robberies more than that.
var (
	Levellings = transfers(func(share, rich, poor float64) float64 { return share * (rich - poor) })
	Robberies  = transfers(func(share, rich, poor float64) float64 {
		return rich - poor + share*poor
	}).SuchThat(func(x Change) bool { return x.eighths(0) > 0 && x.Before[x.upTo(len(x.Before)-1, 2)] > 0 })
)

func transfers(amount func(share, rich, poor float64) float64) gopter.Gen {
	return made(shape{weights: 1, beside: 3, bits: 10}, func(t table) Change {
		before := t.p(0)
		after := slices.Clone(before)
		rich, poor := t.upTo(len(before)-1, 1), t.upTo(len(before)-1, 2)
		if before[rich] < before[poor] {
			rich, poor = poor, rich
		}
		moved := amount(t.eighths(0), before[rich], before[poor])
		after[rich] -= moved
		after[poor] += moved
		return Change{t, before, after}
	}).SuchThat(func(x Change) bool {
		return x.upTo(len(x.Before)-1, 1) != x.upTo(len(x.Before)-1, 2)
	})
}

// Coarsened outcomes are what a function makes of them, and Tossed ones have become
// two each by the toss of a coin.
var (
	Coarsened = made(shape{weights: 1, columns: 1}, func(t table) Change {
		return Change{t, t.p(0), t.function(1).send(t.p(0))}
	})
	Tossed = made(shape{weights: 1}, func(t table) Change {
		half := scaled(t.p(0), 0.5)
		return Change{t, t.p(0), append(half, half...)}
	})
)

// A Growth is a distribution, and one over more outcomes.
type Growth struct {
	table
	Few, Many []float64
}

func (x Growth) String() string { return "few = " + list(x.Few) + ", many = " + list(x.Many) }

var (
	// Choices are equally likely.
	Choices = made(shape{beside: 2}, func(t table) Growth {
		few := 1 + t.upTo(999, 0)
		return Growth{t, Uniform(few), Uniform(few + 1 + t.upTo(999, 1))}
	})
	// UnevenChoices are the same as far as there were some before, and rarer ones.
	UnevenChoices = made(shape{weights: 1, columns: 1}, func(t table) Growth {
		more := append(slices.Clone(t.rows), t.rows[0])
		return Growth{t, t.p(0), table{rows: more}.p(0)}
	})
)

// An Image is what becomes of a truth and a model that were sent the same way, or
// were meant to be.
type Image struct {
	table
	Before, After Pair
}

func (x Image) String() string { return fmt.Sprintf("%v, then %v", x.Before, x.After) }

var (
	// Merged outcomes are the same under p and q, and MergedApart others under p
	// than under q.
	Merged = images(func(t table) (_, _ channel) { return t.function(2), t.function(2) })

	MergedApart = images(func(t table) (_, _ channel) { return t.function(2), t.function(3) })
	// Channelled outcomes have become one of three others by chance.
	Channelled = images(func(t table) (_, _ channel) {
		c := make(channel, len(t.rows))
		for x, row := range t.rows {
			odds := []float64{1, float64(row[2] & 31), float64(row[3] & 31)}
			c[x] = parts(odds)
		}
		return c, c
	})
)

// A channel has a row for each outcome that goes in: the probability of each that
// may come out.
type channel [][]float64

// function sends each outcome where a column says.
func (t table) function(column int) channel {
	c := make(channel, len(t.rows))
	for x, row := range t.rows {
		c[x] = make([]float64, len(t.rows))
		c[x][min(int(row[column]), len(t.rows)-1)] = 1
	}
	return c
}

func (c channel) send(p []float64) []float64 {
	q := make([]float64, len(c[0]))
	for x, row := range c {
		for y, pass := range row {
			q[y] += p[x] * pass
		}
	}
	return atMostOne(q)
}

func images(channels func(t table) (forP, forQ channel)) gopter.Gen {
	return made(shape{weights: 2, columns: 2, beside: 1, bits: 12}, func(t table) Image {
		before := Pair{P: t.p(0), Q: Mixed(t.eighths(0), t.p(0), t.p(1))}
		forP, forQ := channels(t)
		return Image{t, before, Pair{P: forP.send(before.P), Q: forQ.send(before.Q)}}
	})
}

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
	return made(shape{weights: 2, beside: 2, bits: 12}, func(t table) Sample {
		x := Pair{t, t.p(0), Mixed(0.5, t.p(0), t.p(1))}
		r := rand.New(rand.NewPCG(uint64(t.beside[0]), uint64(t.beside[1])))
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

// A Text is how often each letter occurs in two halves of it, and a model of the
// letters.
type Text struct {
	table
	Halves [2][]float64
	Counts []float64 // of both
	Q      []float64
}

func (x Text) String() string { return fmt.Sprintf("counts %s, q = %s", list(x.Counts), list(x.Q)) }

var Texts = made(shape{weights: 1, columns: 2, bits: 7}, func(t table) Text {
	x := Text{table: t, Q: t.p(0)}
	for _, row := range t.rows {
		for half := range x.Halves {
			x.Halves[half] = append(x.Halves[half], float64(row[1+half]))
		}
		x.Counts = append(x.Counts, float64(row[1])+float64(row[2]))
	}
	return x
}).SuchThat(func(x Text) bool { return sum(x.Counts) > 0 })

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

// A Chance is the probability of an event.
type Chance struct {
	table
	P float64
}

func (x Chance) String() string { return "p = " + fraction(x.P, 3) }

var (
	// Chances go from 0 to 1, and close to both.
	Chances = made(shape{beside: 2}, func(t table) Chance { return Chance{t, t.chance(0)} }).
		SuchThat(func(x Chance) bool { return x.P >= 0 })
	// SixtyFourths are chances of which a float holds the rest as well.
	SixtyFourths = made(shape{beside: 1}, func(t table) Chance { return Chance{t, t.sixtyFourths(0)} })
)

// chance is a/(a + b), for a and b beside the rows, and NaN where both are 0.
func (t table) chance(i int) float64 {
	a, b := weight(t.beside[i]), weight(t.beside[i+1])
	return a / (a + b)
}

// TwoChances are those of an event and of a likelier one.
type TwoChances struct {
	table
	P, Q float64
}

func (x TwoChances) String() string {
	return fmt.Sprintf("p = %s, q = %s", fraction(x.P, 3), fraction(x.Q, 3))
}

var UnequalChances = made(shape{beside: 4}, func(t table) TwoChances {
	a, b := t.chance(0), t.chance(2)
	return TwoChances{t, min(a, b), max(a, b)}
}).SuchThat(func(x TwoChances) bool { return x.P < x.Q })

// Events are two of them, and both at once.
type Events struct {
	table
	A, B, Both float64
}

func (x Events) String() string {
	return fmt.Sprintf("P(A) = %s, P(B) = %s, P(A and B) = %s", fraction(x.A, 3), fraction(x.B, 3), fraction(x.Both, 3))
}

// Independent events happen together with probability A·B, and Dependent ones as
// often as they please.
var (
	Independent = events(func(t table) float64 { return t.chance(0) * t.chance(2) })
	Dependent   = events(func(t table) float64 { return min(t.chance(0), t.chance(2)) * float64(8-t.upTo(7, 4)) / 8 })
)

func events(both func(t table) float64) gopter.Gen {
	return made(shape{beside: 5}, func(t table) Events { return Events{t, t.chance(0), t.chance(2), both(t)} }).
		SuchThat(func(x Events) bool { return x.Both >= 0x1p-1000 && x.A+x.B-x.Both <= 1 })
}

// A Power is a probability and what to raise it to.
type Power struct {
	table
	P, K float64
}

func (x Power) String() string {
	return fmt.Sprintf("p = %s, k = %s", fraction(x.P, 3), fraction(x.K, 3))
}

// Powers go from 1/16 to 16, of probabilities no smaller than 2⁻⁵⁰.
var Powers = made(shape{beside: 4}, func(t table) Power {
	return Power{t, t.chance(0), float64(1+t.upTo(15, 2)) / float64(1+t.upTo(15, 3))}
}).SuchThat(func(x Power) bool { return x.P >= 0x1p-50 })

// A Whole is a whole number.
type Whole struct{ K float64 }

func (x Whole) String() string { return "k = " + Number(x.K, 17) }

// Halvings are how often 1 can be halved, and Doublings how often it is doubled.
var (
	Halvings  = wholeTo(1074)
	Doublings = wholeTo(12)
)

func wholeTo(most uint16) gopter.Gen {
	return gopter.DeriveGen(
		func(k uint16) Whole { return Whole{float64(k)} },
		func(x Whole) uint16 { return uint16(x.K) },
		gen.UInt16Range(0, most),
	)
}

// Certainty is the chance of what is certain.
var Certainty = made(shape{}, func(t table) Chance { return Chance{t, 1} })

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
