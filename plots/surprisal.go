package main

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
)

var surprisal = figure{
	name:   "surprisal",
	title:  "The rarer the event, the more it tells",
	alt:    surprisalAlt,
	height: pageHeight,
	draw:   drawSurprisal,

	columnHeight: 290,
}

// everyday events, and where their labels stand beside the curve.
var everyday = []struct {
	event  string
	p      float64
	dx, dy vg.Length
	style
}{
	{"the ace of spades off the top of a shuffled deck", 1. / 52, 11, 3, style{}},
	{"a given letter, drawn blindly of 26", 1. / 26, 11, 3, style{}},
	{"a six", 1. / 6, 9, 5, style{}},
	{"a spade", 1. / 4, 9, 5, style{}},
	{"heads", 1. / 2, 8, 7, style{}},
	{"not a spade", 3. / 4, 4, 13, style{align: draw.XCenter}},
	{"certainty", 1, 0, 13, style{align: draw.XRight}},
}

func surprisalAlt(example) string {
	var s []string
	for _, e := range everyday {
		s = append(s, fmt.Sprintf("%s: %v", e.event, info.Surprisal(e.p)))
	}
	return "The surprisal of an event, log₂ 1/p, falls as its probability p grows, " +
		"by one bit for each doubling. Marked on the curve: " + strings.Join(s, "; ") + "."
}

func drawSurprisal(pg *page) {
	bits := func(p float64) float64 { return float64(info.Surprisal(p)) }
	p := axes(0, 1, 0, 6.2)
	p.X.Label.Text = "probability *p*"
	p.Add(named("any event", line(sample(bits, 1./72, 1), blue, thick)))
	for _, e := range everyday {
		s := e.event + ": " + number(bits(e.p))
		if pg.column && e.align == draw.XCenter { // over the curve, which is steeper there
			e.dx, e.dy = 12, 17
		}
		p.Add(named(e.event, dot(e.p, bits(e.p), blue)), label(e.p, bits(e.p), e.dx, e.dy, s, e.style))
	}
	pg.panel(p, "surprisal log_2 1/*p*, bits")
}
