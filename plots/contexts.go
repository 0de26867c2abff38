package main

import (
	"fmt"
	"strings"
	"sync"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
	"crossentropy/plots/internal/page"
)

var contexts = figure{
	name:  "contexts",
	title: contextsTitle,
	finds: func(ex example) string { return strings.Replace(contextsTitle, "bits", ex.units(), 1) },
	alt:   contextsAlt,
	draw:  drawContexts,
	early: func() { newton() },
	takes: "-base",
}

const contextsTitle = "Up to five letters, longer contexts save bits, if shorter ones are mixed in"

// longestContext is how many letters the longest contexts have.
const longestContext = 5

// A reading is what a letter of a text costs, in bits, by how many letters are known before
// it: of the text counted, as counted, and of text held back, with λ added to each count and
// with shorter contexts mixed in.
type reading struct{ counted, added, mixed []float64 }

// newton reads four fifths of a book of Newton's, and holds back the rest.
var newton = sync.OnceValue(func() (r reading) {
	text := language.Letters(data.Opticks())
	counted, held := language.Split(text, 4./5)
	c, rest := language.NewCounts(longestContext), language.NewCounts(longestContext)
	c.Add(counted)
	rest.Add(held)
	n := len(c.Alphabet()) // the rest has no others
	for k := range longestContext + 1 {
		r.counted = append(r.counted, float64(c.AddLambda(k, 0, n).CrossEntropy(c)))
		r.added = append(r.added, float64(c.AddLambda(k, lambda, n).CrossEntropy(rest)))
		r.mixed = append(r.mixed, float64(c.Interpolated(k, 0.5, n).CrossEntropy(rest)))
	}
	return r
})

func contextsAlt(ex example) string {
	each := func(costs []float64) string {
		var s []string
		for k, h := range costs {
			s = append(s, fmt.Sprintf("%d, %s", k, ex.number(info.Bits(h))))
		}
		return strings.Join(s, "; ")
	}
	r := newton()
	return fmt.Sprintf("Three lines: what a letter of Newton's Opticks costs, in %s, against how "+
		"many letters before it are known. Of the four fifths that were counted: %s. Of the fifth that "+
		"was held back, where %v is added to each count: %s. Of the same, where each context is mixed "+
		"evenly with the shorter ones: %s.",
		ex.units(), each(r.counted), lambda, each(r.added), each(r.mixed))
}

func drawContexts(pg *page.Page, ex example) {
	r := newton()
	ch := pg.NewChart("letters known before it", -0.12, longestContext, 0, ex.in(4.6))
	var ticks plot.ConstantTicks
	for k := range longestContext + 1 {
		ticks = append(ticks, plot.Tick{Value: float64(k), Label: fmt.Sprint(k)})
	}
	ch.X.Tick.Marker = ticks
	for _, line := range []struct {
		name  string
		costs []float64
		ink   page.Ink
	}{
		{"held back, 0.1 added to each count", r.added, page.Orange},
		{"held back, contexts mixed", r.mixed, page.Green},
		{"counted", r.counted, page.Blue},
	} {
		var xys plotter.XYs
		for k, h := range line.costs {
			xys = append(xys, plotter.XY{X: float64(k), Y: ex.in(info.Bits(h))})
		}
		ch.Line(line.name, xys, line.ink, page.Thick)
		for _, xy := range xys {
			ch.Dot(xy.X, xy.Y, line.ink)
		}
	}
	name := func(costs []float64, up float64, k page.Ink, name string) {
		h := ex.in(info.Bits(costs[longestContext]))
		ch.Label(longestContext, h, 0, up, name+": "+page.Decimals(h, 2), page.Bold(k).Right())
	}
	mixed := "held back, mixed"
	if pg.Column {
		mixed = "mixed"
	}
	added := fmt.Sprintf("held back, %v added\nto each count", lambda)
	name(r.added, 19, page.Orange, added)
	name(r.mixed, -12, page.Green, mixed)
	name(r.counted, -12, page.Blue, "counted")
	pg.Panel(ch, ex.units()+" a letter")
}
