package main

import (
	"fmt"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var coins = figure{
	name:         "coins",
	title:        "Kullback–Leibler has no bound, Jensen–Shannon has one",
	alt:          coinsAlt,
	columnHeight: 320,
	draw:         drawCoins,
	takes:        "-p (2 outcomes)",
	shows:        aCoin(0),
	misfit:       refuseAllButCoins,
}

// farEnd is the model furthest from a coin.
func farEnd(p info.Distribution) float64 {
	if p.P(0) > 0.5 {
		return 0
	}
	return 1
}

func coinsAlt(ex example) string {
	end := farEnd(ex.p)
	model := 0.01 + 0.98*end // is near it
	return fmt.Sprintf("How far a coin that lands heads with probability q is from one with p = %s, "+
		"as q goes from 0 to 1. Both measures are 0 at q = p. At q = %v, D(p‖q) is %v and the "+
		"Jensen–Shannon divergence %v. At q = %v, where the coin q rules out what the coin p does, "+
		"D(p‖q) is infinite, and the Jensen–Shannon divergence is %v, under a dashed line at 1 bit: "+
		"no two distributions have a greater one.",
		page.Number(ex.p.P(0)), model, info.KullbackLeibler(ex.p, coin(model)),
		info.JensenShannon(ex.p, coin(model)), end, info.JensenShannon(ex.p, coin(end)))
}

func drawCoins(pg *page.Page, ex example) {
	divergence := func(q float64) float64 { return float64(info.KullbackLeibler(ex.p, coin(q))) }
	shannon := func(q float64) float64 { return float64(info.JensenShannon(ex.p, coin(q))) }
	heads, end := ex.p.P(0), farEnd(ex.p)
	steep := end // a model as far from p as can be seen
	for divergence(steep) > 2.3 {
		steep += 0.001 * (heads - end)
	}
	room := plotter.XYs{{X: 0}, {X: 1}}

	x := "probability of heads *q*, for a coin with *p* = " + page.Number(heads)
	ch := pg.NewChart(x, 0, 1, 0, 3.3)
	ch.Between(room, page.Level(room, 1), page.Green.WithOpacity(0.1))
	ch.Guide(0, 1, 1, 1)
	ch.Curves([]page.Curve{
		{Name: "*D*(*p* ‖ *q*) has no bound", XYs: page.Sample(divergence, 0, 1), Ink: page.Blue},
		{Name: "JS(*p*, *q*)", XYs: page.Sample(shannon, 0, 1), Ink: page.Green},
	}, steep, page.Style{})
	ch.Dot(end, shannon(end), page.Green)
	ch.Dot(heads, 0, page.Plain)
	bound, height := "Jensen–Shannon is never above 1", 9.
	if pg.Column {
		bound, height = "Jensen–Shannon\nis never above 1", 16
	}
	if end == 1 {
		ch.Label(0, 1, 40, height, bound, page.Bold(page.Green))
	} else {
		ch.Label(1, 1, -40, height, bound, page.Bold(page.Green).Right())
	}
	pg.Panel(ch, "divergence, bits")
}
