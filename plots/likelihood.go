package main

import (
	"fmt"
	"strings"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
)

var likelihood = figure{
	name:  "likelihood",
	title: "Four times the tosses leave about half as many coins in play",
	alt:   likelihoodAlt,
	draw:  drawLikelihood,
}

const (
	landedHeads = 0.3 // of the tosses
	inPlay      = 5.0 // bits less than the likeliest coin: a 32nd of its likelihood
)

// tossed are how many tosses there are, each four times those before.
var tossed = []int{20, 80, 320}

// lessLikely returns the log-likelihood of a coin after n tosses less that of the likeliest,
// in bits: −n·D(counts‖q).
func lessLikely(n int, q float64) float64 {
	return -float64(n) * float64(info.KullbackLeibler(coin(landedHeads), coin(q)))
}

// edge returns the coin between the likeliest and another that is just in play, by bisection.
func edge(n int, other float64) float64 {
	in, out := landedHeads, other
	for range 50 {
		if middle := (in + out) / 2; lessLikely(n, middle) > -inPlay {
			in = middle
		} else {
			out = middle
		}
	}
	return in
}

func likelihoodAlt(example) string {
	var each []string
	for _, n := range tossed {
		each = append(each, fmt.Sprintf("%d tosses, at %.2f and %.2f", n, edge(n, 0), edge(n, 1)))
	}
	return fmt.Sprintf("Three arches over the probability of heads q of a coin: its log-likelihood after N "+
		"tosses, of which a share of %v were heads, less that of the likeliest coin, in bits, which is "+
		"−N·D(counts‖q). All have their top at q = %[1]v, and the more tosses, the narrower they "+
		"are. Marked is where a coin is a 32nd as likely as the best, %v bits below it: after %s.",
		landedHeads, inPlay, strings.Join(each, "; after "))
}

func drawLikelihood(pg *page.Page, _ example) {
	const lowest = -10
	ch := pg.NewChart("model *q* of tosses, 3 in 10 of them heads", 0, 1, lowest, 0.6)
	ch.Guide(0, -inPlay, 1, -inPlay)
	ch.Label(1, -inPlay, -2, 17, "a 32nd as likely\nas the best", page.Style{}.Right())
	for _, n := range tossed {
		log := func(q float64) float64 { return max(lessLikely(n, q), 2*lowest) }
		up, down := page.Sample(log, 0, landedHeads), page.Sample(log, landedHeads, 1)
		ch.Line(fmt.Sprintf("%d tosses", n), append(up, down[1:]...), page.Blue, page.Thick)
		ch.Dot(edge(n, 0), -inPlay, page.Blue)
		ch.Dot(edge(n, 1), -inPlay, page.Blue)
	}
	ch.Label(0.48, -1.8, 6, 0, "20 tosses", page.Bold(page.Blue))
	ch.Label(0.42, -3.1, 6, 0, "80", page.Bold(page.Blue))
	ch.Label(landedHeads, -8.2, 0, 0, "320", page.Bold(page.Blue).Center())
	ch.Dot(landedHeads, 0, page.Plain)
	pg.Panel(ch, "log-likelihood, less that of the best, bits")
}
