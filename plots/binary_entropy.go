package main

import (
	"fmt"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var binaryEntropy = figure{
	name:   "binary-entropy",
	title:  "A fair coin is the most uncertain coin",
	alt:    binaryEntropyAlt,
	draw:   drawBinaryEntropy,
	takes:  "-p (2 outcomes) -base",
	shows:  aCoin(0.5),
	misfit: refuseAllButCoins,
}

func binaryEntropyAlt(ex example) string {
	heads := ex.p.P(0)
	if heads == 0.5 {
		heads = 0.1 // what is to be said of the fair one is said already
	}
	return fmt.Sprintf("The entropy H(p) of a coin against its probability p of heads: an arch "+
		"from 0 at p = 0 to %v at p = 1/2, and back to 0 at p = 1. Heads and tails have a share "+
		"each, their probability times their surprisal. At p = 1/2 the shares are equal; "+
		"at p = %s the entropy is %v, of which heads have %s and tails %s.",
		ex.write(info.BinaryEntropy(0.5)), page.Number(heads), ex.write(info.BinaryEntropy(heads)),
		page.Number(ex.share(heads)), page.Number(ex.share(1-heads)))
}

// share is what an outcome, as one side of a coin, contributes to the entropy.
func (b base) share(p float64) float64 {
	if p == 0 {
		return 0
	}
	return p * b.surprisal(p)
}

func drawBinaryEntropy(pg *page.Page, ex example) {
	entropy := func(p float64) float64 { return ex.in(info.BinaryEntropy(p)) }
	both, heads := page.Sample(entropy, 0, 1), page.Sample(ex.share, 0, 1)
	name, tails := 0.1, "tails: (1−*p*) "+ex.log()+" 1/(1−*p*)"
	if pg.Column {
		name, tails = 0.18, "tails:\n(1−*p*) "+ex.log()+" 1/(1−*p*)"
	}
	ch := pg.NewChart("probability of heads *p*", 0, 1, 0, ex.in(1.08))
	ch.Between(page.Level(heads, 0), heads, page.Blue.Fill())
	ch.Between(heads, both, page.Orange.Fill())
	ch.Line("heads", heads, page.Blue, page.Thin)
	ch.Line("heads and tails", both, page.Plain, page.Thick)
	markCoin(pg, ch, ex)
	if ex.p.P(0) < 0.5 { // whose mark is on the left
		ch.Label(1-name, entropy(name), 8, 5, "*H*(*p*)", page.Bold(page.Plain))
	} else {
		ch.Label(name, entropy(name), -8, 5, "*H*(*p*)", page.Bold(page.Plain).Right())
	}
	ch.Label(0.34, ex.in(0.37), 0, 0, "heads: *p* "+ex.log()+" 1/*p*", page.Style{}.Center())
	ch.Label(0.665, ex.in(0.62), 0, 0, tails, page.Style{}.Center())
	pg.Panel(ch, "entropy, "+ex.units())
}

// markCoin marks a coin on the arch, and says what it has beside it or, where the arch
// leaves no room, above the chart.
func markCoin(pg *page.Page, ch *page.Chart, ex example) {
	heads, entropy := ex.p.P(0), ex.in(info.Entropy(ex.p))
	odds := page.Number(heads)
	if heads == 0.5 {
		odds = "½"
		ch.Drop(heads, entropy) // elsewhere it would cross a label
	}
	ch.Dot(heads, entropy, page.Plain)
	said := ex.write(info.Entropy(ex.p)) + " at *p* = " + odds
	room := (pg.Max.X - pg.Min.X - 25) * vg.Length(min(heads, 1-heads)) // without the ticks
	switch {
	case room < pg.TextWidth(said, page.Style{})+10:
		pg.Write(pg.Max.X, pg.Max.Y-5, said, page.Style{}.Right())
	case heads < 0.5:
		ch.Label(heads, entropy, -9, 8, said, page.Style{}.Right())
	default:
		ch.Label(heads, entropy, 9, 8, said, page.Style{})
	}
}
