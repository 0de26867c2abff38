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
	takes:        "-base",
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

func surprisalAlt(ex example) string {
	var s []string
	for _, e := range everyday {
		s = append(s, fmt.Sprintf("%s: %s", e.event, ex.write(info.Surprisal(e.p))))
	}
	return fmt.Sprintf("The surprisal of an event, %s 1/p, falls as its probability p grows, "+
		"by %s for each doubling. Marked on the curve: %s.",
		page.PlainText(ex.log()), ex.write(1), strings.Join(s, "; "))
}

func drawSurprisal(pg *page.Page, ex example) {
	ch := pg.NewChart("probability *p*", 0, 1, 0, ex.in(6.2))
	ch.Line("any event", page.Sample(ex.surprisal, 1./72, 1), page.Blue, page.Thick)
	for _, e := range everyday {
		if pg.Column && e.p >= 1./2 { // over the curve, which is steeper there
			e.dy += 3
			if e.event == "heads" {
				e.dx, e.dy = 5, 12
			}
		}
		if narrow := pg.Max.X-pg.Min.X < 250; narrow && e.event == "not a spade" {
			e.dx, e.dy, e.style = -6, -6, page.Style{}.Right()
		} else if narrow && e.event == "certainty" {
			e.dy = 22
		}
		ch.Series(e.event, plotter.XYs{{X: e.p, Y: ex.surprisal(e.p)}})
		ch.Dot(e.p, ex.surprisal(e.p), page.Blue)
		ch.Label(e.p, ex.surprisal(e.p), e.dx, e.dy, e.event+": "+page.Decimals(ex.surprisal(e.p), 2), e.style)
	}
	pg.Panel(ch, "surprisal "+ex.log()+" 1/*p*, "+ex.units())
}
