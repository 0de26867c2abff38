package main

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// An example is a truth p and a model q of the same outcomes, to draw figures of.
type example struct {
	p, q   info.Distribution
	words  []string  // what the outcomes are called; nil for x₁, x₂, …
	unit   string    // what an outcome is, a word say; "" for no more than that
	column string    // what a table calls the column of their names, in markup; "" for no more
	texts  [2]string // what p and q are counted in; "" for no more than p and q
	base             // of the logarithms
}

// A base is that of logarithms, and by it a unit of information: bits for 2, the default, and
// nats for e.
type base struct{ e bool }

func (b base) in(h info.Bits) float64 {
	if b.e {
		return float64(h.Nats())
	}
	return float64(h)
}

func (b base) surprisal(p float64) float64 { return b.in(info.Surprisal(p)) }

// write writes an amount with its unit, as in "1.75 bits".
func (b base) write(h info.Bits) string {
	if b.e {
		return h.Nats().String()
	}
	return h.String()
}

// brief writes an amount to three decimals with its unit, or a tiny one to three digits.
func (b base) brief(h info.Bits) string {
	n := page.Decimals(b.in(h), 3)
	if n == "0" {
		n = page.Digits(b.in(h), 3)
	}
	return b.withUnit(n)
}

// withUnit puts the unit behind a number as it is written.
func (b base) withUnit(number string) string {
	if number == "1" {
		return number + " " + strings.TrimSuffix(b.units(), "s")
	}
	return number + " " + b.units()
}

// number writes an amount without its unit.
func (b base) number(h info.Bits) string { return page.Number(b.in(h)) }

func (b base) units() string {
	if b.e {
		return "nats"
	}
	return "bits"
}

// log is the logarithm in markup.
func (b base) log() string {
	if b.e {
		return "ln"
	}
	return "log_2"
}

// The book's example: a diary in which each day gets one word, and the friend
// whose shorthand was made for other days.
var (
	diary     = info.Must(1./2, 1./4, 1./8, 1./8)
	shorthand = info.Must(1./8, 1./2, 1./4, 1./8)
	words     = []string{"routine", "friends", "outing", "first time"}

	diaryExample = example{p: diary, q: shorthand, words: words, unit: "word"}
)

// label names outcome i in markup: x₁, x₂ and so on where it has no word.
func (ex example) label(i int) string {
	if i < len(ex.words) {
		return ex.words[i]
	}
	return fmt.Sprintf("*x*_{%d}", i+1)
}

// name names outcome i in plain text.
func (ex example) name(i int) string { return page.PlainText(ex.label(i)) }

// outcome is what one of them is called.
func (ex example) outcome() string { return cmp.Or(ex.unit, "outcome") }

// list joins what say has to say of each outcome, of the first few at least.
func (ex example) list(say func(i int, p float64) string) string {
	const few = 8
	var s []string
	for i, p := range ex.p.All() {
		if i == few {
			s = append(s, fmt.Sprintf("and %d more", ex.p.Len()-few))
			break
		}
		s = append(s, ex.name(i)+", "+say(i, p))
	}
	return strings.Join(s, "; ")
}

// A measure is a number of each outcome: a probability where it has no unit.
type measure struct {
	name, unit string
	of         func(outcome int) float64
	short      string // its name in a list, if it is another
	isSpare    bool   // it follows from the others
}

// rows show the names and the measures of outcomes, those of a unit with as many decimals.
func (ex example) rows(pg *page.Page, measures []measure) []page.Row {
	rows := []page.Row{{
		Name: ex.outcome(), Head: ex.column, Cell: ex.label, Style: pg.Crowded(), Names: true,
	}}
	for _, m := range measures {
		var beside []float64 // all numbers of its unit
		for _, other := range measures {
			for i := range ex.p.Len() {
				if other.unit == m.unit {
					beside = append(beside, other.of(i))
				}
			}
		}
		rows = append(rows, page.Row{
			Name: m.name, Head: m.short, Unit: m.unit, Cell: m.cell(beside), Style: page.Small(page.Muted),
			Spare: m.isSpare,
		})
	}
	return rows
}

// cell writes the measure of an outcome beside others of its unit: in full where all have four decimals
// at most. None is written as 0, or a probability as 1, that is not.
func (m measure) cell(beside []float64) func(outcome int) string {
	const most = 4
	least, isShare, decimals := 2, m.unit == "", most
	if isShare {
		least = 3
	}
	if page.DecimalsIn(most+1, beside...) > most {
		decimals = page.Places(least, most, beside...)
		for _, x := range beside {
			if isShare {
				decimals = max(decimals, page.Places(least, most, 1-x))
			}
		}
	}
	write := page.AboveNought(page.Alike(decimals, beside...))
	return func(i int) string {
		switch x := m.of(i); {
		case x == 0, isShare && x == 1: // and not about so
			return page.Number(x)
		case math.IsInf(x, 1):
			return "∞"
		case isShare && write(x) == write(1):
			return page.Bound(">", page.Fixed(1-math.Pow10(-most), most))
		default:
			return write(x)
		}
	}
}

// record records the measures of each outcome.
func (ex example) record(pg *page.Page, measures []measure) {
	for i := range ex.p.All() {
		record := []any{ex.outcome(), ex.label(i)}
		for _, m := range measures {
			name := m.name
			if m.unit != "" {
				name += ", " + m.unit
			}
			record = append(record, name, m.of(i))
		}
		pg.Record(record...)
	}
}

// A part is an amount of information, drawn as a bar that begins where another ends.
type part struct {
	name     string
	from, to float64
	ink      page.Ink
}

// bits returns the surprisal of p, as a number to draw.
func bits(p float64) float64 { return float64(info.Surprisal(p)) }

// lengths returns the ideal length of the codeword of each outcome.
func (b base) lengths(p info.Distribution) func(outcome int) float64 {
	return func(i int) float64 { return b.surprisal(p.P(i)) }
}

// leftOut says why some outcomes are not drawn, if any are not.
func leftOut(outcomes int, kind, why string) string {
	if outcomes == 0 {
		return ""
	}
	return data.Count(outcomes, kind) + " " + why
}

// rare are the outcomes that are too rare to draw as blocks.
func (ex example) rare() (outcomes []int) {
	for i, p := range ex.p.All() {
		if p < page.NarrowestBlock {
			outcomes = append(outcomes, i)
		}
	}
	return outcomes
}

// withoutBlock says how many outcomes have no block, if any have none, and where they are to be
// named and few, also which. Else it says what a dash in a list is.
func (ex example) withoutBlock(named bool) string {
	const few = 5
	rare := ex.rare()
	says := leftOut(len(rare), "outcome", "too rare to draw")
	switch {
	case says == "" || named && len(rare) > few:
		return says
	case !named:
		return "–: " + says
	}
	var names []string
	for _, i := range rare {
		names = append(names, ex.label(i))
	}
	return says + ": " + strings.Join(names, ", ")
}

// notDrawn says which outcomes have no block in a table, of few those that no list has. On standard
// error it names few in any case.
func (ex example) notDrawn(pg *page.Page, t *page.Table) string {
	pg.NotDrawn(page.PlainText(ex.withoutBlock(true)))
	return ex.withoutBlock(!t.Lists(len(ex.rare())))
}

func coin(heads float64) info.Distribution { return info.Must(heads, 1-heads) }

// aCoin returns a function that returns the example of a coin alone.
func aCoin(heads float64) func() example {
	return func() example { return example{p: coin(heads), q: info.Uniform(2)} }
}

// refuseAllButCoins refuses what has more or fewer outcomes than a coin.
func refuseAllButCoins(ex example) error {
	if n := ex.p.Len(); n != 2 {
		return fmt.Errorf("p has %s, want 2, heads and tails", data.Count(n, "outcome"))
	}
	return nil
}

// remember returns f with a memory of its last answer, because the alternative text of a
// figure and its drawing ask for the same.
func remember[T any](f func(info.Distribution) T) func(info.Distribution) T {
	var of string
	var answer T
	return func(p info.Distribution) T {
		if s := p.String(); s != of {
			of, answer = s, f(p)
		}
		return answer
	}
}

func percent(share float64) string { return fmt.Sprintf("%.0f percent", 100*share) }
