package main

import (
	"fmt"

	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var binaryEntropy = figure{
	name:   "binary-entropy",
	title:  "A fair coin is the most uncertain coin",
	alt:    binaryEntropyAlt,
	height: pageHeight,
	draw:   drawBinaryEntropy,
}

func binaryEntropyAlt(example) string {
	return fmt.Sprintf("The entropy H(p) of a coin against its probability p of heads: an arch "+
		"from 0 at p = 0 to %v at p = 1/2, and back to 0 at p = 1. Heads and tails have a share "+
		"each, their probability times their surprisal. At p = 1/2 the shares are equal; "+
		"at p = 0.1 the entropy is %v, of which heads, the rarer side, have %s.",
		info.BinaryEntropy(0.5), info.BinaryEntropy(0.1), number(headsShare(0.1)))
}

// headsShare is what heads contribute to the entropy of a coin.
func headsShare(p float64) float64 { return p * float64(info.Surprisal(p)) }

func drawBinaryEntropy(pg *page) {
	entropy := func(p float64) float64 { return float64(info.BinaryEntropy(p)) }
	// The first heads cannot have probability 0, where 0 · log 1/0 is 0 only
	// by agreement.
	both, heads := sample(entropy, 1e-9, 1), sample(headsShare, 1e-9, 1)

	name, tails := 0.1, "tails: (1−*p*) log_2 1/(1−*p*)"
	if pg.column {
		name, tails = 0.18, "tails:\n(1−*p*) log_2 1/(1−*p*)"
	}
	p := axes(0, 1, 0, 1.08)
	p.X.Label.Text = "probability of heads *p*"
	p.Add(
		between(level(heads, 0), heads, blue.fill()),
		between(heads, both, orange.fill()),
		named("heads", line(heads, blue, thin)),
		named("heads and tails", line(both, plain, thick)),
		segment(0.5, 0, 0.5, 1, muted, hair, 3, 3),
		dot(0.5, 1, plain),
		label(0.5, 1, 9, 8, "1 bit at *p* = ½", style{}),
		label(name, entropy(name), -8, 5, "*H*(*p*)", style{bold: true, align: draw.XRight}),
		label(0.34, 0.37, 0, 0, "heads: *p* log_2 1/*p*", style{align: draw.XCenter}),
		label(0.665, 0.62, 0, 0, tails, style{align: draw.XCenter}),
	)
	pg.panel(p, "entropy, bits")
}
