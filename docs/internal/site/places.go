package site

import (
	"fmt"
	"slices"
)

// A place is where on the pages an explorable stands: instead of what is woven at a marker,
// which stays where scripts do not run, or after it.
type place struct {
	Name, Title string
	page, mark  string
	After       bool
}

const instead, after = false, true

// places lists the explorables in the order of the book.
var places = []place{
	{"twenty-questions", "Ask for the card", "01-surprisal", "output 01-surprisal play", after},
	{"surprisal", "Move along the curve", "01-surprisal", "figure surprisal", instead},
	{"entropy", "Share out the probability", "02-entropy", "figure code-lengths", instead},
	{"code-tree", "Spend the budget", "02-entropy", "figure code-tree", instead},
	{"predict", "Fill in the table", "03-cross-entropy", "claim floor-and-gap", after},
	{"cost", "Bend the model", "03-cross-entropy", "figure cost", instead},
	{"bowl", "Roll in the bowl", "03-cross-entropy", "figure bowl", instead},
	{"mistake", "Find the claim that is broken", "03-cross-entropy", "claim ruled-out", after},
	{"shorthand", "Forecast a friend’s days", "03-cross-entropy", "output 03-cross-entropy play", after},
	{"lumps", "Forecast the lumps", "04-two-classes", "output 04-two-classes play", after},
	{"logits", "Turn scores into shares", "05-many-classes", "figure temperature", instead},
	{"descent", "Walk down the valley", "06-learning", "figure descent", instead},
	{"reliability", "Heat the forecasts", "06-learning", "figure reliability", instead},
	{"sentence", "Read your own sentence", "07-language", "figure sentence", instead},
	{"guess", "Guess the next letter", "07-language", "output 07-language play", after},
}

// Explorables are those of a page.
func (p *page) Explorables() []place {
	return slices.DeleteFunc(slices.Clone(places), func(at place) bool { return at.page != p.Name })
}

// around puts the explorable around the tags of what is woven, or behind them.
func (at place) around(tags [2]string) [2]string {
	begin := fmt.Sprintf(`<section class="explorable" data-explore="%[1]s" id="explore-%[1]s"`+
		` aria-labelledby="explore-%[1]s-title">
<h3 id="explore-%[1]s-title">%[2]s</h3>
`, at.Name, at.Title)
	if at.After {
		return [2]string{tags[0], tags[1] + begin + "</section>\n"}
	}
	return [2]string{begin + "<div class=\"still\">\n" + tags[0], tags[1] + "</div>\n</section>\n"}
}
