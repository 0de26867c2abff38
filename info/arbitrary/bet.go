package arbitrary

import (
	"fmt"
	"math/rand"
)

// A Bet is a race of two horses, the odds by which a gambler spreads her money
// over them, and the share of it that she bets.
type Bet struct {
	Pair
	Stake float64
}

// AllIn draws bets of everything, and Cautious bets of less.
var (
	AllIn    = bets(func(*rand.Rand) float64 { return 1 }, 1)
	Cautious = bets(func(r *rand.Rand) float64 { return float64(r.Intn(64)) / 64 }, 0.5)
)

func bets(stake func(*rand.Rand) float64, simplest float64) Gen[Bet] {
	return Gen[Bet]{
		Draw: func(r *rand.Rand) (Bet, string) {
			x, shape := Coins.Draw(r)
			return Bet{x, stake(r)}, shape
		},
		Shrink: func(b Bet) []Bet {
			all := []Bet{{b.Pair, simplest}}
			for _, x := range Coins.Shrink(b.Pair) {
				all = append(all, Bet{x, b.Stake}, Bet{x, simplest})
			}
			return simplerThan(b, all, func(b Bet) cost {
				return costOf(floats(b.P), floats(b.Q), []float64{b.Stake})
			})
		},
		Show: func(b Bet) string { return showPair(b.Pair) + ", stake " + Number(b.Stake) },
	}
}

// A Lead is a truth, a model, and by how many bits the model is to beat it.
type Lead struct {
	Pair
	Bits float64
}

// Leads draws leads of up to ten bits, and LooseLeads the same with a model that
// need not sum to 1.
var (
	Leads      = leads(Pairs)
	LooseLeads = leads(OverfullModels)
)

func leads(pairs Gen[Pair]) Gen[Lead] {
	return Gen[Lead]{
		Draw: func(r *rand.Rand) (Lead, string) {
			x, shape := pairs.Draw(r)
			return Lead{x, float64(1 + r.Intn(1+r.Intn(10)))}, shape
		},
		Shrink: func(l Lead) []Lead {
			var all []Lead
			for bits := 0.0; bits < l.Bits; bits++ {
				all = append(all, Lead{l.Pair, bits})
			}
			for _, x := range pairs.Shrink(l.Pair) {
				all = append(all, Lead{x, l.Bits})
			}
			return simplerThan(l, all, func(l Lead) cost {
				c := costOf(floats(l.P), floats(l.Q))
				c[3] += int(l.Bits)
				return c
			})
		},
		Show: func(l Lead) string { return fmt.Sprintf("%s, k = %v", showPair(l.Pair), l.Bits) },
	}
}
