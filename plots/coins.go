package main

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var coins = figure{
	name:   "coins",
	title:  "Kullback–Leibler has no bound, Jensen–Shannon has one",
	alt:    coinsAlt,
	height: 300,
	draw:   drawCoins,

	columnHeight: 380,
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

func drawCoins(pg *page) {
	forward := func(q float64) float64 { return float64(info.KullbackLeibler(fairCoin, coin(q))) }
	backward := func(q float64) float64 { return float64(info.KullbackLeibler(coin(q), fairCoin)) }
	shannon := func(q float64) float64 { return float64(info.JensenShannon(fairCoin, coin(q))) }
	const out = 0.993 // where the first leaves the window

	x, y, above := 0.955, 0.41, vg.Length(7) // of the labels of the second and the third
	if pg.column {
		x, y, above = 0.935, 0.33, 5.5
	}
	p := axes(0.5, 1, 0, 2.6)
	p.X.Label.Text = "probability of heads *q*, for a fair coin *p* = ½"
	p.Y.Tick.Marker = ticks(6)
	p.Add(
		segment(0.5, 1, 1, 1, plain, thin, 4, 3),
		named("Jensen–Shannon", line(sample(shannon, 0.5, 1), green, thick)),
		named("*D*(*q* ‖ *p*)", line(sample(backward, 0.5, 1), orange, thick)),
		named("*D*(*p* ‖ *q*)", line(sample(forward, 0.5, out), blue, thick)),
		dot(1, backward(1), orange),
		dot(1, shannon(1), green),
		label(0.975, 2.05, 0, 0, "*D*(*p* ‖ *q*) grows without bound",
			style{ink: blue, bold: true, align: draw.XRight}),
		label(x, y, 0, 0, "*D*(*q* ‖ *p*)", style{ink: orange, bold: true, align: draw.XRight}),
		label(1, 0, -5, above, "Jensen–Shannon", style{ink: green, bold: true, align: draw.XRight}),
		label(1, shannon(1), -2, 11, number(shannon(1)), style{ink: green, align: draw.XRight}),
		label(0.5, 1, 4, 9, "no Jensen–Shannon divergence is above 1", style{}),
	)
	pg.panel(p, "divergence, bits")
}
