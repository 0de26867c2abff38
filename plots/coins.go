package main

import (
	"fmt"
	"strings"

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
	takes:        "-p (2 outcomes) -base",
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
		"D(p‖q) is infinite, and the Jensen–Shannon divergence is %v, under a dashed line at %v: "+
		"no two distributions have a greater one.",
		page.Number(ex.p.P(0)), model, ex.write(info.KullbackLeibler(ex.p, coin(model))),
		ex.write(info.JensenShannon(ex.p, coin(model))), end,
		ex.write(info.JensenShannon(ex.p, coin(end))), ex.write(1))
}

func drawCoins(pg *page.Page, ex example) {
	divergence := func(q float64) float64 { return ex.in(info.KullbackLeibler(ex.p, coin(q))) }
	shannon := func(q float64) float64 { return ex.in(info.JensenShannon(ex.p, coin(q))) }
	heads, end, most := ex.p.P(0), farEnd(ex.p), ex.in(1)
	steep := end // a model as far from p as can be seen
	for divergence(steep) > ex.in(2.3) {
		steep += 0.001 * (heads - end)
	}
	room := plotter.XYs{{X: 0}, {X: 1}}

	x := "probability of heads *q*, for a coin with *p* = " + page.Number(heads)
	ch := pg.NewChart(x, 0, 1, 0, ex.in(3.3))
	ch.Between(room, page.Level(room, most), page.Green.WithOpacity(0.1))
	ch.Guide(0, most, 1, most)
	ch.Curves([]page.Curve{
		{Name: "*D*(*p* ‖ *q*) has no bound", XYs: page.Sample(divergence, 0, 1), Ink: page.Blue},
		{Name: "JS(*p*, *q*)", XYs: page.Sample(shannon, 0, 1), Ink: page.Green},
	}, steep, page.Style{})
	ch.Dot(end, shannon(end), page.Green)
	ch.Dot(heads, 0, page.Plain)
	bound, height := "Jensen–Shannon is never above "+page.Number(most), 9.
	if pg.Column {
		bound, height = strings.Replace(bound, " ", "\n", 1), 16
	}
	if end == 1 {
		ch.Label(0, most, 40, height, bound, page.Bold(page.Green))
	} else {
		ch.Label(1, most, -40, height, bound, page.Bold(page.Green).Right())
	}
	pg.Panel(ch, "divergence, "+ex.units())
}
