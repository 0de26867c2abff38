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
	title:  twoTextsTitle,
	finds:  twoTextsFinding,
	alt:    twoTextsAlt,
	height: 226,
	draw:   drawTwoTexts,
	takes:  "-p -q -base",
	shows:  englishAndGerman,
	refuse: refuseInfiniteCosts,
}

const twoTextsTitle = "Each of two texts costs least under its own model"

// twoTextsFinding is the title, of whatever distributions.
func twoTextsFinding(ex example) string {
	if min(info.KullbackLeibler(ex.p, ex.q), info.KullbackLeibler(ex.q, ex.p)) < nothing {
		return "Two distributions that are the same cost as much under either"
	}
	return twoTextsTitle
}

// englishAndGerman has the letters of both. One is added to each count, since
// either language has letters that the other lacks.
var englishAndGerman = sync.OnceValue(func() example {
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
	texts := []account{
		{p, q, "*H*(*p*)", ex.p, ex.q, ex.base},
		{q, p, "*H*(*q*)", ex.q, ex.p, ex.base},
	}
	left, right, most := vg.Length(0), vg.Length(0), 1e-9
	for _, a := range texts {
		own, other := a.names()
		_, ce := a.costs()
		left = max(left, 12+max(pg.TextWidth(own, page.Style{}), pg.TextWidth(other, page.Style{})))
		right = max(right, 5+pg.TextWidth(a.added(), page.Body(page.Orange)))
		most = max(most, ce)
	}
	const between = 8 // the texts
	bars := page.Bars{Page: pg.Crop(left, right, 0, 22), Most: most, Gap: 1}
	bars.Pitch = (bars.Max.Y - bars.Min.Y - between) / vg.Length(2*len(texts))
	texts[0].draw(bars, 0, pg.Min.X)
	bars.Page = bars.Below(between)
	texts[1].draw(bars, 2, pg.Min.X)
}

// article puts one before a noun.
func article(noun string) string {
	if noun == "outcome" {
		return "an " + noun
	}
	return "a " + noun
}

// An account is what a text costs under its own model and under that of the other text.
type account struct {
	text, model string
	entropy     string // how it is written
	p, q        info.Distribution
	base
}

func (a account) names() (own, other string) {
	return a.text + " under " + a.text, a.text + " under " + a.model
}

func (a account) costs() (own, other float64) {
	return a.in(info.Entropy(a.p)), a.in(info.CrossEntropy(a.p, a.q))
}

// added says what the model of the other text adds.
func (a account) added() string {
	return "*D* = " + page.Fixed(a.in(info.KullbackLeibler(a.p, a.q)), 3)
}

// draw draws two rows of bars from one on, with names and costs from a place on the left.
func (a account) draw(bars page.Bars, row int, left vg.Length) {
	own, other := a.names()
	h, ce := a.costs()
	entropy, cross := "entropy, "+a.units(), "cross entropy, "+a.units()
	for i, name := range []string{own, other} {
		cost := []float64{h, ce}[i]
		bars.FillBox(bars.Box(row+i, 0, h), page.Blue)
		bars.Label(row+i, 0, h, a.entropy)
		bars.Write(left, bars.Middle(row+i)+6, name, page.Style{})
		bars.Write(left, bars.Middle(row+i)-7, page.Fixed(cost, 3)+" "+a.units(), page.Small(page.Muted))
		bars.Record("text under a model", name, entropy, h, cross, cost)
	}
	if box := bars.Box(row+1, h, ce); box.Max.X > box.Min.X {
		bars.FillBox(box, page.Orange)
	}
	bars.Write(bars.At(ce)+5, bars.Middle(row+1), a.added(), page.Body(page.Orange))
}
