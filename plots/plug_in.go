package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"gonum.org/v1/plot/plotter"

	"crossentropy/info"
	"crossentropy/info/sample"
	"crossentropy/plots/internal/page"
)

var plugIn = figure{
	name:   "plug-in",
	title:  plugInTitle,
	finds:  plugInFinding,
	alt:    plugInAlt,
	draw:   drawPlugIn,
	takes:  "-p -base",
	shows:  englishLetters,
	misfit: refuseCertainty,
}

const plugInTitle = "A small sample lacks what is rare, and its counts tell too little"

// plugInFinding is the title, of whatever distribution.
func plugInFinding(ex example) string {
	if deviation(ex.p) < float64(nothing) {
		return "A small sample is not as even as what it is of, and its counts tell too little"
	}
	return plugInTitle
}

func refuseCertainty(ex example) error {
	if outcomesOf(ex.p) < 2 {
		return errors.New("p has 1 outcome that can happen, want at least 2")
	}
	return nil
}

// englishLetters are as likely as they were counted, and the space among them.
var englishLetters = sync.OnceValue(func() example {
	c := languageOf("English").Train
	var times []float64
	for _, letter := range c.Alphabet() {
		times = append(times, float64(c.Times("", letter)))
	}
	p, err := info.Normalize(times...)
	if err != nil {
		panic(err) // all of them were counted
	}
	return example{p: p, q: p, unit: "letter"}
})

const largestSample = 1000

// outcomesOf counts the outcomes that can happen.
func outcomesOf(p info.Distribution) (n int) {
	for _, px := range p.All() {
		if px > 0 {
			n++
		}
	}
	return n
}

// entropies returns what samples of p tell of their entropy, by size, as [sample.Entropies] does.
var entropies = remember(func(p info.Distribution) func(n int) (counted, mended info.Bits) {
	known := map[int][2]info.Bits{}
	return func(n int) (counted, mended info.Bits) {
		if _, ok := known[n]; !ok {
			counted, mended = sample.Entropies(p, n)
			known[n] = [2]info.Bits{counted, mended}
		}
		return known[n][0], known[n][1]
	}
})

func plugInAlt(ex example) string {
	var said []string
	for n := 1; n <= largestSample; n *= 10 {
		counted, mended := entropies(ex.p)(n)
		said = append(said,
			fmt.Sprintf("at %d, %s and %s", n, ex.number(counted), ex.number(mended)))
	}
	return fmt.Sprintf("What samples of N %[1]ss tell of their entropy, on average and in %[5]s, "+
		"against N on a logarithmic axis. The entropy is H(p) = %[2]v for %[3]d %[1]ss. Two curves rise "+
		"to it: the entropy of the counts, and above it the same with (m − 1)/2N nats added, "+
		"where m %[1]ss were seen, as Miller and Madow do: %[4]s. A dashed curve, "+
		"H(p) − (n − 1)/2N nats, meets the first where N is large.",
		ex.outcome(), ex.write(info.Entropy(ex.p)), outcomesOf(ex.p), strings.Join(said, "; "), ex.units())
}

func drawPlugIn(pg *page.Page, ex example) {
	h := ex.in(info.Entropy(ex.p))
	lacking := ex.in(info.Nats(float64(outcomesOf(ex.p)-1) / 2).Bits())
	first := func(n int) float64 { return h - lacking/float64(n) }
	ch := pg.NewChart("sample size *N*", 1, largestSample, 0, 1.12*h)
	ch.LogX(1)
	var approximate plotter.XYs
	for _, xy := range page.Spaced(first, 1, largestSample) {
		if xy.Y >= 0 {
			approximate = append(approximate, xy)
		}
	}
	ch.Line("*H*(*p*) − (*n* − 1)/2*N*", approximate, page.Muted, page.Thin, 2, 2)
	told := entropies(ex.p)
	var mended plotter.XYs
	counted := page.Spaced(func(n int) float64 {
		plain, more := told(n)
		mended = append(mended, plotter.XY{X: float64(n), Y: ex.in(more)})
		return ex.in(plain)
	}, 1, largestSample)
	ch.Between(counted, page.Level(counted, h), page.Plain.WithOpacity(0.08))
	ch.Line("Miller–Madow", mended, page.Orange, page.Thick)
	ch.Line("entropy of the counts", counted, page.Blue, page.Thick)
	ch.Guide(1, h, largestSample, h)
	at := 12 // of the first samples, which have all sizes
	if pg.Column {
		at = 20
	}
	ch.Label(float64(at), mended[at-1].Y, -6, 10, "Miller–Madow", page.Bold(page.Orange).Right())
	ch.Label(30, counted[30-1].Y, 8, -12, "entropy of the counts", page.Bold(page.Blue))
	ch.Label(largestSample, h, 0, 10, "*H*(*p*) = "+page.Number(h), page.Style{}.Right())
	const fine = "fine dashes: *H*(*p*) − (*n* − 1)/2*N* nats"
	ch.Label(largestSample, 0, 0, 12, fine, page.Body(page.Muted).Right())
	pg.Panel(ch, "what a sample tells, on average, "+ex.units())
}
