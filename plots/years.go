package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/sample"
	"crossentropy/plots/internal/page"
)

var years = figure{
	name:   "years",
	title:  "In a long diary, a day’s mean surprisal closes in on the entropy",
	alt:    yearsAlt,
	draw:   drawYears,
	takes:  "-p -base",
	misfit: refuseSameDays,
}

// refuseSameDays refuses words that all tell the same.
func refuseSameDays(ex example) error {
	if h := info.Entropy(ex.p); deviation(ex.p) < float64(nothing) {
		return fmt.Errorf("all outcomes of p tell the same, %v, want some to tell more", h)
	}
	return nil
}

const (
	longestDiary = 100_000 // days
	diaries      = 4
)

// fourDiaries returns the meanSurprisals of the diaries that are drawn.
var fourDiaries = remember(func(p info.Distribution) (all [][]float64) {
	for number := range diaries {
		all = append(all, meanSurprisals(p, number, longestDiary))
	}
	return all
})

// meanSurprisals returns the mean surprisal of the first N days of a diary drawn from p,
// for every N up to a number of days, in element N − 1. Diaries of different numbers are
// independent.
func meanSurprisals(p info.Distribution, number, days int) []float64 {
	var surprisals []float64 // of each outcome
	for _, pi := range p.All() {
		surprisals = append(surprisals, bits(pi))
	}
	diary, r := sample.New(p), rand.New(rand.NewPCG(1948, uint64(number)))
	means, told := make([]float64, days), 0.0
	for i := range means {
		told += surprisals[diary.Draw(r)]
		means[i] = told / float64(i+1)
	}
	return means
}

// deviation is the standard deviation of the surprisal of a day, in bits.
func deviation(p info.Distribution) float64 {
	variance, h := 0.0, float64(info.Entropy(p))
	for _, pi := range p.All() {
		if pi > 0 {
			variance += pi * (bits(pi) - h) * (bits(pi) - h)
		}
	}
	return math.Sqrt(variance)
}

// halfWidth is how far from the entropy, up or down, the means of N days lie in 95 of 100
// diaries, of the deviation of a day: by the central limit theorem, for large N.
func halfWidth(deviation float64, days int) float64 {
	return 1.96 * deviation / math.Sqrt(float64(days))
}

func yearsAlt(ex example) string {
	var said []string
	for days := 10; days <= longestDiary; days *= 10 {
		low, high := math.Inf(1), 0.0
		for _, m := range fourDiaries(ex.p) {
			low, high = min(low, m[days-1]), max(high, m[days-1])
		}
		said = append(said,
			fmt.Sprintf("after %d days, from %s to %s", days, ex.number(info.Bits(low)), ex.number(info.Bits(high))))
	}
	return fmt.Sprintf("The mean surprisal of the first N days of %d diaries, drawn at random, "+
		"against N on a logarithmic axis, from 1 day to %d. They close in on the entropy, H(p) = %v: %s. "+
		"A band, H(p) ± 1.96 σ/√N with σ = %s, the standard deviation of a day's surprisal, "+
		"narrows around it. At any one large N, about 95 of 100 diaries lie in the band.",
		diaries, longestDiary, ex.write(info.Entropy(ex.p)), strings.Join(said, "; "),
		ex.number(info.Bits(deviation(ex.p))))
}

func drawYears(pg *page.Page, ex example) {
	h, day := ex.in(info.Entropy(ex.p)), deviation(ex.p)
	halfWidth := func(days int) float64 { return ex.in(info.Bits(halfWidth(day, days))) }
	edge := func(side float64) plotter.XYs {
		at := func(days int) float64 { return max(0, h+side*halfWidth(days)) }
		return page.Spaced(at, 1, longestDiary)
	}
	highest := h + halfWidth(1)
	var lines []plotter.XYs
	for i, means := range fourDiaries(ex.p) {
		lines = append(lines, page.Spaced(func(n int) float64 { return ex.in(info.Bits(means[n-1])) }, 1, longestDiary))
		for _, xy := range lines[i] {
			highest = max(highest, xy.Y)
		}
	}
	ch := pg.NewChart("days *N*", 1, longestDiary, 0, 1.05*highest)
	ch.LogX(1)
	ch.Between(edge(-1), edge(1), page.Plain.WithOpacity(0.12))
	ch.Guide(1, h, longestDiary, h)
	for i, line := range lines {
		ch.Line(fmt.Sprintf("diary %d", i+1), line, page.Blue, page.Thin)
	}
	ch.Label(longestDiary, h, 0, 11, "*H*(*p*) = "+page.Number(h), page.Style{}.Right())
	ch.Aside = "four diaries; at any one large *N*, about 95 of 100 lie in the band *H*(*p*) ± 1.96 σ/√*N*"
	pg.Panel(ch, "mean surprisal so far, "+ex.units())
}
