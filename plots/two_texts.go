package main

import (
	"fmt"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

var twoTexts = figure{
	name:   "two-texts",
	title:  "Each of two texts costs least under its own model",
	alt:    twoTextsAlt,
	height: 226,
	draw:   drawTwoTexts,
	takes:  "-p -q",
	shows:  languages,
	refuse: refuseInfiniteCosts,
}

// languages are the letters of English and of German. One is added to each count, since
// either language has letters that the other lacks.
var languages = sync.OnceValue(func() example {
	english, german := data.Letters("English"), data.Letters("German")
	ex := example{unit: "letter", texts: [2]string{"English", "German"}}
	ex.words = data.Names(english, german)
	ex.p, ex.q = addOne(english.Counts(ex.words)), addOne(german.Counts(ex.words))
	return ex
})

func addOne(counts []float64) info.Distribution {
	for i := range counts {
		counts[i]++
	}
	d, err := info.Normalize(counts...)
	if err != nil {
		panic(err) // counts are not negative
	}
	return d
}

// refuseInfiniteCosts refuses distributions of which either rules out what the other allows.
func refuseInfiniteCosts(ex example) error {
	if err := refuseInfiniteCost(ex); err != nil {
		return err
	}
	ex.p, ex.q = ex.q, ex.p
	return ex.ruledOut("q", "p")
}

// called returns what p and q are distributions of, in markup.
func (ex example) called() (p, q string) {
	if ex.texts == [2]string{} {
		return "*p*", "*q*"
	}
	return ex.texts[0], ex.texts[1]
}

func twoTextsAlt(ex example) string {
	a, b := ex.called()
	p, q := page.PlainText(a), page.PlainText(b)
	added := ""
	if ex.texts != [2]string{} {
		added = " One is added to each count, so that no letter is impossible."
	}
	return fmt.Sprintf("Four bars, two for each of two texts, as long as one %[1]s costs on average "+
		"under a model that knows how often each comes. %[2]s, p, costs %[4]v under its own model, "+
		"which is its entropy H(p), and %[5]v under that of %[3]s, q: D(p‖q) = %[6]v more. %[3]s costs "+
		"%[7]v under its own model and %[8]v under that of %[2]s: D(q‖p) = %[9]v more.%[10]s",
		ex.outcome(), p, q,
		info.Entropy(ex.p), info.CrossEntropy(ex.p, ex.q), info.KullbackLeibler(ex.p, ex.q),
		info.Entropy(ex.q), info.CrossEntropy(ex.q, ex.p), info.KullbackLeibler(ex.q, ex.p), added)
}

func drawTwoTexts(pg *page.Page, ex example) {
	p, q := ex.called()
	aside := ""
	if ex.texts != [2]string{} {
		aside = "one added to each count"
	}
	pg.Caption("bits "+article(ex.outcome()), aside)
	accounts := []account{
		{p + " under " + p, "*H*(*p*)", "", ex.p, ex.p},
		{p + " under " + q, "*H*(*p*)", "*D*(*p* ‖ *q*)", ex.p, ex.q},
		{q + " under " + q, "*H*(*q*)", "", ex.q, ex.q},
		{q + " under " + p, "*H*(*q*)", "*D*(*q* ‖ *p*)", ex.q, ex.p},
	}
	left, right, most := vg.Length(0), vg.Length(0), 1e-9
	for _, a := range accounts {
		name, cost := pg.TextWidth(a.name, page.Style{}), pg.TextWidth(a.cost(pg), page.Small(page.Muted))
		left = max(left, name+12, cost+12)
		right = max(right, pg.TextWidth(a.added(pg), page.Body(page.Orange))+5)
		most = max(most, float64(info.CrossEntropy(a.p, a.q)))
	}
	const between = 8 // the texts
	bars := page.Bars{Page: pg.Crop(left, right, 0, 22), Most: most, Gap: 1}
	bars.Pitch = (bars.Max.Y - bars.Min.Y - between) / vg.Length(len(accounts))
	for i, a := range accounts {
		if i == 2 {
			bars.Page = bars.Below(between)
		}
		a.draw(bars, i, pg.Min.X)
	}
}

// article puts one before a noun.
func article(noun string) string {
	if noun == "outcome" {
		return "an " + noun
	}
	return "a " + noun
}

// An account is what a text costs under a model.
type account struct {
	name       string
	floor, gap string // how the entropy and the divergence are written; "" for none
	p, q       info.Distribution
}

// added says what the model adds, where there is room for it beside the bar.
func (a account) added(pg *page.Page) string {
	if a.gap == "" || pg.Column {
		return ""
	}
	return a.gap + " = " + thousandths(info.KullbackLeibler(a.p, a.q))
}

// cost says what the text costs, and in a column how that adds up.
func (a account) cost(pg *page.Page) string {
	s := thousandths(info.CrossEntropy(a.p, a.q)) + " bits"
	if a.gap != "" && pg.Column {
		s += ": " + thousandths(info.Entropy(a.p)) + " + " + thousandths(info.KullbackLeibler(a.p, a.q))
	}
	return s
}

// thousandths writes bits to three decimals, or less than half a thousandth to more.
func thousandths(b info.Bits) string {
	if b < 0.0005 {
		return page.Number(float64(b))
	}
	return page.Decimals(float64(b), 3)
}

// draw draws a row of bars, with its name from a place on the left.
func (a account) draw(bars page.Bars, row int, left vg.Length) {
	h, ce := float64(info.Entropy(a.p)), float64(info.CrossEntropy(a.p, a.q))
	bars.FillBox(bars.Box(row, 0, h), page.Blue)
	if bars.Holds(a.floor, 0, h) {
		bars.Label(row, 0, h, a.floor)
	}
	if a.gap != "" {
		bars.FillBox(bars.Box(row, h, ce), page.Orange)
	}
	bars.Write(left, bars.Middle(row)+6, a.name, page.Style{})
	bars.Write(left, bars.Middle(row)-7, a.cost(bars.Page), page.Small(page.Muted))
	bars.Write(bars.At(ce)+5, bars.Middle(row), a.added(bars.Page), page.Body(page.Orange))
	bars.Record("text under a model", a.name, "entropy, bits", h, "cross entropy, bits", ce)
}
