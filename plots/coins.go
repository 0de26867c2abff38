package main

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot"
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
	c := farFrom(ex)
	const left = 0.01
	end := farEnd(ex.p)
	return fmt.Sprintf("How far a coin that lands heads with probability q is from one with p = %s, "+
		"as q nears %v on a logarithmic axis. Both measures are 0 at q = p. At q = %v, D(p‖q) is "+
		"%s and the Jensen–Shannon divergence %s. From tenth to tenth of what is left, D(p‖q) rises "+
		"about as much again, to infinity at q = %v, where the coin q rules out what the coin p does. The "+
		"Jensen–Shannon divergence is %v there, and no two distributions have more than %s, "+
		"a dashed line.",
		page.Number(ex.p.P(0)), end, math.Abs(end-left),
		ex.write(info.KullbackLeibler(ex.p, c.model(left))), ex.write(info.JensenShannon(ex.p, c.model(left))),
		end, ex.write(info.JensenShannon(ex.p, coin(end))), ex.write(1))
}

// A farCoin is a coin p among models that leave less and less to a side that comes up.
type farCoin struct {
	example
	side float64 // the probability of that side
}

func farFrom(ex example) farCoin { return farCoin{ex, math.Abs(farEnd(ex.p) - ex.p.P(0))} }

// model leaves so much to the side.
func (c farCoin) model(left float64) info.Distribution { return coin(math.Abs(farEnd(c.p) - left)) }

func (c farCoin) divergence(left float64) float64 {
	return c.in(info.KullbackLeibler(c.p, c.model(left)))
}

func (c farCoin) shannon(left float64) float64 {
	return c.in(info.JensenShannon(c.p, c.model(left)))
}

func drawCoins(pg *page.Page, ex example) {
	const least = 1e-6
	c := farFrom(ex)
	x := "what *q* leaves to tails, for a coin with *p* = " + page.Number(ex.p.P(0))
	if farEnd(ex.p) == 0 {
		x = strings.Replace(x, "tails", "heads", 1)
	}
	most, bound := 1.1*c.divergence(least), ex.in(1)
	ch := pg.NewChart(x, least, 1, 0, most)
	ch.LogX(1)
	ch.X.Scale = plot.InvertedScale{Normalizer: ch.X.Scale}
	var far, near plotter.XYs
	for k := 0.0; k <= 120; k++ {
		left := c.side * math.Pow(least/c.side, k/120)
		far = append(far, plotter.XY{X: left, Y: c.divergence(left)})
		near = append(near, plotter.XY{X: left, Y: c.shannon(left)})
	}
	ch.Guide(least, bound, 1, bound)
	ch.Line("D(p||q)", far, page.Blue, page.Thick)
	ch.Line("JS(p, q)", near, page.Orange, page.Thick)
	rise := page.Decimals(c.side*ex.surprisal(0.1), 2) + " more\nfrom tenth to tenth"
	ch.Label(5e-4, c.divergence(5e-4), -10, 12, "*D*(*p*\u200a‖\u200a*q*): "+rise, page.Bold(page.Blue).Right())
	ch.Label(least, bound, -2, 10, "JS(*p*, *q*): never above "+page.Decimals(bound, 2), page.Bold(page.Orange).Right())
	pg.Panel(ch, "divergence, "+ex.units())
}
