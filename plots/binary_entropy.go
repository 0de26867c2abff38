package main

import (
	"fmt"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var binaryEntropy = figure{
	name:  "binary-entropy",
	title: "A fair coin is the most uncertain coin",
	alt:   binaryEntropyAlt,
	draw:  drawBinaryEntropy,
}

func binaryEntropyAlt(example) string {
	return fmt.Sprintf("The entropy H(p) of a coin against its probability p of heads: an arch "+
		"from 0 at p = 0 to %v at p = 1/2, and back to 0 at p = 1. Heads and tails have a share "+
		"each, their probability times their surprisal. At p = 1/2 the shares are equal; "+
		"at p = 0.1 the entropy is %v, of which heads, the rarer side, have %s.",
		info.BinaryEntropy(0.5), info.BinaryEntropy(0.1), page.Number(headsShare(0.1)))
}

// headsShare is what heads contribute to the entropy of a coin.
func headsShare(p float64) float64 { return p * bits(p) }

func drawBinaryEntropy(pg *page.Page, _ example) {
	entropy := func(p float64) float64 { return float64(info.BinaryEntropy(p)) }
	// The first heads cannot have probability 0, where 0 · log 1/0 is 0 only
	// by agreement.
	both, heads := page.Sample(entropy, 1e-9, 1), page.Sample(headsShare, 1e-9, 1)

	name, tails := 0.1, "tails: (1−*p*) log_2 1/(1−*p*)"
	if pg.Column {
		name, tails = 0.18, "tails:\n(1−*p*) log_2 1/(1−*p*)"
	}
	ch := pg.NewChart("probability of heads *p*", 0, 1, 0, 1.08)
	ch.Between(page.Level(heads, 0), heads, page.Blue.Fill())
	ch.Between(heads, both, page.Orange.Fill())
	ch.Line("heads", heads, page.Blue, page.Thin)
	ch.Line("heads and tails", both, page.Plain, page.Thick)
	ch.Drop(0.5, 1)
	ch.Dot(0.5, 1, page.Plain)
	ch.Label(0.5, 1, 9, 8, "1 bit at *p* = ½", page.Style{})
	ch.Label(name, entropy(name), -8, 5, "*H*(*p*)", page.Bold(page.Plain).Right())
	ch.Label(0.34, 0.37, 0, 0, "heads: *p* log_2 1/*p*", page.Style{}.Center())
	ch.Label(0.665, 0.62, 0, 0, tails, page.Style{}.Center())
	pg.Panel(ch, "entropy, bits")
}
