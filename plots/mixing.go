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
	takes: "-base",
}

// Two coins, by their probability of heads, and the one that half the tosses make of each.
const (
	oneCoin     = 0.1
	anotherCoin = 0.7
	mixedCoin   = (oneCoin + anotherCoin) / 2
)

func (b base) arch(heads float64) float64 { return b.in(info.BinaryEntropy(heads)) }

// chord returns the height of the chord of the arch between the coins.
func (b base) chord(heads float64) float64 {
	part := (heads - oneCoin) / (anotherCoin - oneCoin)
	return (1-part)*b.arch(oneCoin) + part*b.arch(anotherCoin)
}

func mixingAlt(ex example) string {
	amount := func(x float64) string { return fmt.Sprintf("%.4g %s", x, ex.units()) }
	return fmt.Sprintf("The arch of the entropy of a coin against its probability of heads, and a chord "+
		"under it, from the coin of %v, with %s, to that of %v, with %.4g. Halfway, at %v, "+
		"the chord is at %s, the mean of both, and the arch at %.4g: the gap is %s, the "+
		"Jensen–Shannon divergence of the coins.",
		oneCoin, amount(ex.arch(oneCoin)), anotherCoin, ex.arch(anotherCoin), mixedCoin,
		amount(ex.chord(mixedCoin)), ex.arch(mixedCoin), amount(ex.arch(mixedCoin)-ex.chord(mixedCoin)))
}

func drawMixing(pg *page.Page, ex example) {
	ch := pg.NewChart("probability of heads", 0, 1, 0, ex.in(1.12))
	between := page.Sample(ex.arch, oneCoin, anotherCoin)
	ch.Between(page.Sample(ex.chord, oneCoin, anotherCoin), between, page.Orange.Fill())
	ch.Line("entropy", page.Sample(ex.arch, 0, 1), page.Blue, page.Thick)
	ch.Line("mean entropy", page.Sample(ex.chord, oneCoin, anotherCoin), page.Plain, page.Thin)
	ch.Segment("gap", mixedCoin, ex.chord(mixedCoin), mixedCoin, ex.arch(mixedCoin), page.Orange, page.Thick)
	ch.Dot(oneCoin, ex.arch(oneCoin), page.Blue)
	ch.Dot(anotherCoin, ex.arch(anotherCoin), page.Blue)
	ch.Dot(mixedCoin, ex.arch(mixedCoin), page.Blue)
	ch.Dot(mixedCoin, ex.chord(mixedCoin), page.Plain)
	number := func(x float64) string { return page.Decimals(x, 3) }
	ch.Label(oneCoin, ex.arch(oneCoin), 9, -9, "one coin: "+number(ex.arch(oneCoin)), page.Style{})
	ch.Label(anotherCoin, ex.arch(anotherCoin), 8, 7, "another: "+number(ex.arch(anotherCoin)), page.Style{})
	high, low := ex.arch(mixedCoin), ex.chord(mixedCoin)
	ch.Label(mixedCoin, high, 0, 12, "mixed: "+number(high), page.Bold(page.Blue).Center())
	ch.Label(mixedCoin, low, 6, -17, "on average:\n"+number(low), page.Bold(page.Plain))
	ch.Label(mixedCoin, (high+low)/2, 6, 3, "the gap:\n"+number(high-low), page.Style{})
	pg.Panel(ch, "entropy, "+ex.units())
}
