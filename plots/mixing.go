package main

import (
	"fmt"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var mixing = figure{
	name:  "mixing",
	title: "Mixed, two coins are more uncertain than they are on average",
	alt:   mixingAlt,
	draw:  drawMixing,
}

// Two coins, by their probability of heads, and the one that half the tosses make of each.
const (
	oneCoin     = 0.1
	anotherCoin = 0.7
	mixedCoin   = (oneCoin + anotherCoin) / 2
)

func arch(heads float64) float64 { return float64(info.BinaryEntropy(heads)) }

// chord returns the height of the chord of the arch between the coins.
func chord(heads float64) float64 {
	part := (heads - oneCoin) / (anotherCoin - oneCoin)
	return (1-part)*arch(oneCoin) + part*arch(anotherCoin)
}

func mixingAlt(example) string {
	return fmt.Sprintf("The arch of the entropy of a coin against its probability of heads, and a chord "+
		"under it, from the coin of %v, with %.4g bits, to that of %v, with %.4g. Halfway, at %v, "+
		"the chord is at %.4g bits, the mean of both, and the arch at %.4g: the gap is %.4g bits, the "+
		"Jensen–Shannon divergence of the coins.",
		oneCoin, arch(oneCoin), anotherCoin, arch(anotherCoin), mixedCoin,
		chord(mixedCoin), arch(mixedCoin), arch(mixedCoin)-chord(mixedCoin))
}

func drawMixing(pg *page.Page, _ example) {
	ch := pg.NewChart("probability of heads", 0, 1, 0, 1.12)
	between := page.Sample(arch, oneCoin, anotherCoin)
	ch.Between(page.Sample(chord, oneCoin, anotherCoin), between, page.Orange.Fill())
	ch.Line("entropy", page.Sample(arch, 0, 1), page.Blue, page.Thick)
	ch.Line("mean entropy", page.Sample(chord, oneCoin, anotherCoin), page.Plain, page.Thin)
	ch.Segment("gap", mixedCoin, chord(mixedCoin), mixedCoin, arch(mixedCoin), page.Orange, page.Thick)
	ch.Dot(oneCoin, arch(oneCoin), page.Blue)
	ch.Dot(anotherCoin, arch(anotherCoin), page.Blue)
	ch.Dot(mixedCoin, arch(mixedCoin), page.Blue)
	ch.Dot(mixedCoin, chord(mixedCoin), page.Plain)
	number := func(x float64) string { return page.Decimals(x, 3) }
	ch.Label(oneCoin, arch(oneCoin), 9, -9, "one coin: "+number(arch(oneCoin)), page.Style{})
	ch.Label(anotherCoin, arch(anotherCoin), 8, 7, "another: "+number(arch(anotherCoin)), page.Style{})
	high, low := arch(mixedCoin), chord(mixedCoin)
	ch.Label(mixedCoin, high, 0, 12, "mixed: "+number(high), page.Bold(page.Blue).Center())
	ch.Label(mixedCoin, low, 6, -17, "on average:\n"+number(low), page.Bold(page.Plain))
	ch.Label(mixedCoin, (high+low)/2, 6, 3, "the gap:\n"+number(high-low), page.Style{})
	pg.Panel(ch, "entropy, bits")
}
