package main

import (
	"fmt"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var coins = figure{
	name:         "coins",
	title:        "Kullback–Leibler has no bound, Jensen–Shannon has one",
	alt:          coinsAlt,
	height:       300,
	columnHeight: 380,
	draw:         drawCoins,
}

var fairCoin = coin(0.5)

func coinsAlt(example) string {
	return fmt.Sprintf("How far a coin that lands heads with probability q is from a fair one, p, "+
		"as q goes from 0.5 to 1. All three measures start at 0. At q = 0.99, D(p‖q) is %v, "+
		"D(q‖p) %v and the Jensen–Shannon divergence %v. At q = 1, where the coin q rules out "+
		"tails, D(p‖q) is infinite; D(q‖p) reaches %v and the Jensen–Shannon divergence %v. "+
		"No pair of distributions has one above 1 bit.",
		info.KullbackLeibler(fairCoin, coin(0.99)), info.KullbackLeibler(coin(0.99), fairCoin),
		info.JensenShannon(fairCoin, coin(0.99)), info.KullbackLeibler(coin(1), fairCoin),
		info.JensenShannon(fairCoin, coin(1)))
}

func drawCoins(pg *page.Page, _ example) {
	forward := func(q float64) float64 { return float64(info.KullbackLeibler(fairCoin, coin(q))) }
	backward := func(q float64) float64 { return float64(info.KullbackLeibler(coin(q), fairCoin)) }
	shannon := func(q float64) float64 { return float64(info.JensenShannon(fairCoin, coin(q))) }
	const out = 0.993 // where the first leaves the window

	x, y, above := 0.955, 0.41, 7. // of the labels of the second and the third
	if pg.Column {
		x, y, above = 0.935, 0.33, 5.5
	}
	ch := pg.NewChart("probability of heads *q*, for a fair coin *p* = ½", 0.5, 1, 0, 2.6)
	ch.Y.Tick.Marker = page.Ticks(6)
	ch.Guide(0.5, 1, 1, 1)
	ch.Line("Jensen–Shannon", page.Sample(shannon, 0.5, 1), page.Green, page.Thick)
	ch.Line("*D*(*q* ‖ *p*)", page.Sample(backward, 0.5, 1), page.Orange, page.Thick)
	ch.Line("*D*(*p* ‖ *q*)", page.Sample(forward, 0.5, out), page.Blue, page.Thick)
	ch.Dot(1, backward(1), page.Orange)
	ch.Dot(1, shannon(1), page.Green)
	ch.Label(0.975, 2.05, 0, 0, "*D*(*p* ‖ *q*) grows without bound", page.Bold(page.Blue).Right())
	ch.Label(x, y, 0, 0, "*D*(*q* ‖ *p*)", page.Bold(page.Orange).Right())
	ch.Label(1, 0, -5, above, "Jensen–Shannon", page.Bold(page.Green).Right())
	ch.Label(1, shannon(1), -2, 11, page.Number(shannon(1)), page.Body(page.Green).Right())
	ch.Label(0.5, 1, 4, 9, "no Jensen–Shannon divergence is above 1", page.Style{})
	pg.Panel(ch, "divergence, bits")
}
