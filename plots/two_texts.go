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
	takes:  "-p -q -base",
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
		ex.write(info.Entropy(ex.p)), ex.write(info.CrossEntropy(ex.p, ex.q)),
		ex.write(info.KullbackLeibler(ex.p, ex.q)), ex.write(info.Entropy(ex.q)),
		ex.write(info.CrossEntropy(ex.q, ex.p)), ex.write(info.KullbackLeibler(ex.q, ex.p)), added)
}

func drawTwoTexts(pg *page.Page, ex example) {
	p, q := ex.called()
	aside := ""
	if ex.texts != [2]string{} {
		aside = "one added to each count"
	}
	pg.Caption(ex.units()+" "+article(ex.outcome()), aside)
	accounts := []account{
		{p + " under " + p, "*H*(*p*)", "", ex.p, ex.p, ex.base},
		{p + " under " + q, "*H*(*p*)", "*D*(*p*\u200a‖\u200a*q*)", ex.p, ex.q, ex.base},
		{q + " under " + q, "*H*(*q*)", "", ex.q, ex.q, ex.base},
		{q + " under " + p, "*H*(*q*)", "*D*(*q*\u200a‖\u200a*p*)", ex.q, ex.p, ex.base},
	}
	left, right, most := vg.Length(0), vg.Length(0), 1e-9
	for _, a := range accounts {
		name, cost := pg.TextWidth(a.name, page.Style{}), pg.TextWidth(a.cost(pg), page.Small(page.Muted))
		left = max(left, name+12, cost+12)
		right = max(right, pg.TextWidth(a.added(pg), page.Body(page.Orange))+5)
		most = max(most, a.in(info.CrossEntropy(a.p, a.q)))
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
	base
}

// added says what the model adds, where there is room for it beside the bar.
func (a account) added(pg *page.Page) string {
	if a.gap == "" || pg.Column {
		return ""
	}
	return a.gap + " = " + a.thousandths(info.KullbackLeibler(a.p, a.q))
}

// cost says what the text costs, and in a column how that adds up.
func (a account) cost(pg *page.Page) string {
	s := a.thousandths(info.CrossEntropy(a.p, a.q)) + " " + a.units()
	if a.gap != "" && pg.Column {
		s += ": " + a.thousandths(info.Entropy(a.p)) + " + " + a.thousandths(info.KullbackLeibler(a.p, a.q))
	}
	return s
}

// thousandths writes an amount to three decimals, or less than half a thousandth to more.
func (b base) thousandths(h info.Bits) string {
	if b.in(h) < 0.0005 {
		return b.number(h)
	}
	return page.Fixed(b.in(h), 3)
}

// draw draws a row of bars, with its name from a place on the left.
func (a account) draw(bars page.Bars, row int, left vg.Length) {
	h, ce := a.in(info.Entropy(a.p)), a.in(info.CrossEntropy(a.p, a.q))
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
	bars.Record("text under a model", a.name, "entropy, "+a.units(), h, "cross entropy, "+a.units(), ce)
}
