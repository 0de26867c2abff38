package main

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info/normal"
	"crossentropy/plots/internal/page"
)

var humps = figure{
	name:  "humps",
	title: "Forward, one hump spreads over two; in reverse the best sits on one",
	alt:   humpsAlt,
	draw:  drawHumps,
}

// A humpFit is one normal distribution in the place of two humps.
type humpFit struct {
	name string
	q    normal.Normal
	away float64 // in nats: D(p‖q), or in reverse D(q‖p)
}

// humpFits are the forward one, and those that the reverse direction finds from either hump.
var humpFits = sync.OnceValue(func() [3]humpFit {
	const from, to, pieces = -30, 30, 6000
	p := normal.Humps()
	reverse := func(name string, hump normal.Normal) humpFit {
		q := normal.Reverse(p, hump)
		return humpFit{name, q, float64(normal.Divergence(q, p, from, to, pieces))}
	}
	q := normal.Forward(p)
	return [3]humpFit{
		{"least D(p‖q)", q, float64(normal.Divergence(p, q, from, to, pieces))},
		reverse("least D(q‖p)", p[0].Normal), reverse("least D(q‖p) on the right", p[1].Normal),
	}
})

func humpsAlt(example) string {
	fits := humpFits()
	forward, left, right := fits[0], fits[1], fits[2]
	return fmt.Sprintf("Densities over a number from −6 to 6. p has two humps that hardly touch, "+
		"a larger one around −2 and a smaller one around 2. The normal q of least D(p‖q) = %s nats "+
		"lies over both, around %s with a deviation of %s, and is high between them, where p is nearly 0. "+
		"The one of least D(q‖p) = %s nats lies on the larger hump, around %s with a deviation "+
		"of %s. Another one drawn, a dip of %s nats, lies on the smaller.",
		page.Number(forward.away), page.Number(forward.q.Mean), page.Number(forward.q.Deviation),
		page.Number(left.away), page.Number(left.q.Mean), page.Number(left.q.Deviation), page.Number(right.away))
}

func drawHumps(pg *page.Page, _ example) {
	const from, to = -6, 6
	of := func(d normal.Density) plotter.XYs {
		density := func(x float64) float64 { return math.Exp(d.LogDensity(x)) }
		points := page.Sample(density, from, -2) // close together near the tops
		points = append(points, page.Sample(density, -2, 2)[1:]...)
		return append(points, page.Sample(density, 2, to)[1:]...)
	}
	fits := humpFits()
	forward, left, right := fits[0], fits[1], fits[2]
	p := of(normal.Humps())
	ch := pg.NewChart("a number *x*", from, to, 0, 0.62)
	ch.X.Tick.Marker = page.Ticks(6)
	ch.Between(page.Level(p, 0), p, page.Plain.Fill())
	ch.Line("p", p, page.Plain, page.Thin)
	ch.Line(right.name, of(right.q), page.Orange, page.Thin, 5, 3)
	ch.Line(left.name, of(left.q), page.Orange, page.Thick)
	ch.Line(forward.name, of(forward.q), page.Blue, page.Thick)
	least := "least *D*(*q*\u200a‖\u200a*p*)"
	if pg.TextWidth(least, page.Bold(page.Orange)) > 0.28*(pg.Max.X-pg.Min.X) {
		least = strings.Replace(least, " ", "\n", 1)
	}
	ch.Label(left.q.Mean, 0.58, -10, 0, least, page.Bold(page.Orange).Right())
	ch.Label(right.q.Mean, 0.58, 10, 0, "from the right", page.Body(page.Orange))
	between := -0.6
	if pg.Column {
		between = -0.92
	}
	ch.Label(between, 0.26, 0, 0, "least\n*D*(*p*\u200a‖\u200a*q*)", page.Bold(page.Blue))
	ch.Label(2, 0.06, 0, 0, "*p*", page.Bold(page.Plain))
	pg.Panel(ch, "density")
}
