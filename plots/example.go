package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
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

// brief writes an amount to three decimals with its unit, or a tiny one as write does.
func (b base) brief(h info.Bits) string {
	n := page.Decimals(b.in(h), 3)
	if n == "0" {
		return b.write(h)
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

// A measure is a number of each outcome. Its unit has its comma, as in ", bits".
type measure struct {
	name, unit string
	of         func(outcome int) float64
	short      string               // its name in a list, if it is another
	over       string               // what stands there over that and its neighbours'
	inBlock    func(float64) string // how it is written if blocks have room for it; nil for under them
}

// rows show the measures of each outcome, those of a unit with as many decimals as outcomes in blocks
// or in a list need, and as tell apart what the most would.
func (ex example) rows(pg *page.Page, bs []page.Block, measures []measure) []page.Row {
	rows := []page.Row{{
		Name: ex.outcome(), Head: ex.column, Cell: ex.label, Style: pg.Crowded(), Names: true,
	}}
	var shown []int
	for _, b := range bs {
		shown = append(shown, b.Outcome)
	}
	if rare := ex.rare(); len(bs)+len(rare) <= page.MostListed {
		shown = append(shown, rare...)
	}
	for _, m := range measures {
		var columns [][]float64 // the numbers of its unit that are shown
		for _, other := range measures {
			if other.unit != m.unit || other.inBlock != nil {
				continue
			}
			var column []float64
			for _, i := range shown {
				column = append(column, other.of(i))
			}
			columns = append(columns, column)
		}
		rows = append(rows, m.row(pg, columns))
	}
	return rows
}

const mostDecimals = 4 // of a measure

// row shows the measure of each outcome, beside columns of numbers of its unit.
func (m measure) row(pg *page.Page, columns [][]float64) page.Row {
	const least = 2
	exact := 0 // decimals, of numbers that have no more
	var others []float64
	beside := slices.Concat(columns...)
	for _, x := range beside {
		if n := page.DecimalsIn(mostDecimals+1, x); n <= mostDecimals {
			exact = max(exact, n)
		} else if others = append(others, x); m.unit == "" { // a probability, not to become 1
			others = append(others, 1-x)
		}
	}
	decimals := max(exact, page.Places(least, mostDecimals, others...))
	one := [][]float64{beside}
	for decimals < mostDecimals && distinct(one, decimals) < distinct(one, mostDecimals) {
		decimals++
	}
	row := page.Row{
		Name: m.name, Unit: m.unit, Head: m.short, Over: m.over, Style: page.Small(page.Muted),
		Cell: m.cell(page.Alike(decimals, beside...)),
	}
	fewer, enough := decimals-1, max(exact, least)
	if m.unit == "" {
		enough = max(exact, least+1)
	}
	isTiny := func(x float64) bool { return x < math.Pow10(-fewer) }
	if m.inBlock != nil {
		row.Cell, row.Style = m.cell(m.inBlock), pg.Crowded()
		row.InBlock = row.Cell
	} else if fewer >= enough && !slices.ContainsFunc(others, isTiny) &&
		distinct(columns, fewer) == distinct(columns, decimals) {
		row.Shorter = m.cell(page.Alike(fewer, beside...))
	}
	return row
}

// cell writes the measure of an outcome, also where it would become 0, or a probability 1, or another
// by much.
func (m measure) cell(write func(float64) string) func(outcome int) string {
	const much = 0.05 // of itself
	least := math.Pow10(-mostDecimals)
	return func(i int) string {
		switch x := m.of(i); {
		case x == 0, m.unit == "" && x == 1: // and not about so
			return page.Number(x)
		case math.IsInf(x, 1):
			return "∞"
		case m.unit == "" && x < 1 && 1-x < least/2:
			return page.Bound(">", page.Fixed(1-least, mostDecimals))
		case x < least/2:
			return page.Bound("<", page.Fixed(least, mostDecimals))
		case m.unit == "" && math.Abs(x-least*math.Round(x/least)) > much*x:
			return page.Fixed(x, mostDecimals+1)
		default:
			return write(x)
		}
	}
}

// distinct returns how many numbers of columns, as they are written to so many decimals, differ from
// others in their column, and how many from others in their line.
func distinct(columns [][]float64, decimals int) int {
	written := map[[2]any]bool{}
	for k, column := range columns {
		for i, x := range column {
			s := page.Fixed(x, decimals)
			written[[2]any{k, s}], written[[2]any{"line", fmt.Sprint(i, s)}] = true, true
		}
	}
	return len(written)
}

// record records the measures of each outcome.
func (ex example) record(pg *page.Page, measures []measure) {
	for i := range ex.p.All() {
		record := []any{ex.outcome(), ex.label(i)}
		for _, m := range measures {
			record = append(record, m.name+m.unit, m.of(i))
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
	names := map[bool][]string{} // of those that can happen, and of others
	for _, i := range ex.rare() {
		possible := ex.p.P(i) > 0
		names[possible] = append(names[possible], ex.label(i))
	}
	var parts []string
	for _, possible := range []bool{true, false} {
		part, of := "of probability 0", names[possible]
		if possible {
			part = "too rare to draw"
		}
		if part = leftOut(len(of), "outcome", part); named && part != "" && len(of) <= few {
			part += ": " + strings.Join(of, ", ")
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !named && parts != nil {
		parts[0] = "–: " + parts[0]
	}
	return strings.Join(parts, "; ")
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
