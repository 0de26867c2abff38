package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var surprisal = figure{
	name:         "surprisal",
	title:        "The rarer the event, the more it tells",
	alt:          surprisalAlt,
	columnHeight: 300,
	draw:         drawSurprisal,
}

// everyday events, and where their labels stand beside the curve.
var everyday = []struct {
	event  string
	p      float64
	dx, dy float64
	style  page.Style
}{
	{"the ace of spades off the top of a shuffled deck", 1. / 52, 11, 3, page.Style{}},
	{"a given letter, drawn blindly of 26", 1. / 26, 11, 3, page.Style{}},
	{"a six", 1. / 6, 9, 5, page.Style{}},
	{"a spade", 1. / 4, 9, 5, page.Style{}},
	{"heads", 1. / 2, 8, 7, page.Style{}},
	{"not a spade", 3. / 4, 4, 13, page.Style{}.Center()},
	{"certainty", 1, 0, 13, page.Style{}.Right()},
}

func surprisalAlt(example) string {
	var s []string
	for _, e := range everyday {
		s = append(s, fmt.Sprintf("%s: %v", e.event, info.Surprisal(e.p)))
	}
	return "The surprisal of an event, log₂ 1/p, falls as its probability p grows, " +
		"by one bit for each doubling. Marked on the curve: " + strings.Join(s, "; ") + "."
}

func drawSurprisal(pg *page.Page, _ example) {
	ch := pg.NewChart("probability *p*", 0, 1, 0, 6.2)
	ch.Line("any event", page.Sample(bits, 1./72, 1), page.Blue, page.Thick)
	for _, e := range everyday {
		if pg.Column && e.p >= 1./2 { // over the curve, which is steeper there
			e.dy += 3
			if e.event == "heads" {
				e.dy, e.dx = 12, 5
			}
		}
		ch.Series(e.event, plotter.XYs{{X: e.p, Y: bits(e.p)}})
		ch.Dot(e.p, bits(e.p), page.Blue)
		ch.Label(e.p, bits(e.p), e.dx, e.dy, e.event+": "+page.Decimals(bits(e.p), 2), e.style)
	}
	pg.Panel(ch, "surprisal log_2 1/*p*, bits")
}
