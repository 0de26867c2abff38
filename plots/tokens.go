package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// A token is a part of a text as it is written, which is no markup.
type token string

// Tokens are those of a text, and what each costs under a model.
type tokens struct {
	table.Tokens
	unit    string  // what each is: a token, a letter
	caption string  // what is drawn
	dear    dearest // whose bars are solid
	base
}

// The dearest tokens are those that cost half of all bits together, and what costs as much
// as the last of them.
type dearest struct {
	number int       // 0 where none stand out
	least  info.Bits // that one of them costs
	share  float64   // of all bits
}

// readTokens makes f a figure of the tokens in a table.
func readTokens(f figure, name string, r io.Reader) (figure, error) {
	ts, err := tokensIn(name, r)
	if err != nil {
		return f, err
	}
	f.finds = func(ex example) string { return ts.with(ex).finding() }
	f.alt = func(ex example) string {
		return "Bars, one for each token of a text, as tall as its surprisal under a model. " +
			ts.with(ex).list()
	}
	f.fit = func(pg *page.Page, ex example) vg.Length { return ts.with(ex).height(pg) }
	f.draw = func(pg *page.Page, ex example) { ts.with(ex).draw(pg) }
	return f, nil
}

func tokensIn(name string, r io.Reader) (tokens, error) {
	in, err := table.ReadTokens(name, r)
	ts := tokens{Tokens: in, unit: "token", caption: "surprisal"}
	if err == nil {
		ts.dear = ts.dearest()
	}
	return ts, err
}

// with returns the tokens with the base of an example.
func (ts tokens) with(ex example) tokens {
	ts.base = ex.base
	return ts
}

// known are the costs that there are.
func (ts tokens) known() (costs []info.Bits) {
	for _, cost := range ts.Costs {
		if !math.IsNaN(float64(cost)) {
			costs = append(costs, cost)
		}
	}
	return costs
}

// finite are the costs of tokens that the model did not rule out.
func (ts tokens) finite() []info.Bits {
	return slices.DeleteFunc(ts.known(), func(cost info.Bits) bool { return math.IsInf(float64(cost), 1) })
}

// dearest returns the dearest tokens, if they cost much more than as many others.
func (ts tokens) dearest() (dear dearest) {
	const more = 0.1 // of all bits
	costs := ts.known()
	slices.SortFunc(costs, func(a, b info.Bits) int { return cmp.Compare(b, a) })
	var sum, part info.Bits
	for _, cost := range costs {
		sum += cost
	}
	for i, cost := range costs {
		if part >= sum/2 && cost < dear.least {
			break
		}
		part += cost
		dear = dearest{i + 1, cost, float64(part / sum)}
	}
	if !(dear.share > float64(dear.number)/float64(len(costs))+more) { // or NaN
		return dearest{}
	}
	return dear
}

// finding is the title: how few tokens cost half of all, if they are few.
func (ts tokens) finding() string {
	costs := ts.known()
	ruledOut, all := len(costs)-len(ts.finite()), data.Count(len(costs), "token")
	only, each := "only token", "Each of "+all+" costs "
	if len(ts.Costs) > 1 {
		only += " of known probability"
	}
	if len(costs) == 1 {
		each = "The " + only + " costs "
	}
	least, most := slices.Min(costs), slices.Max(costs)
	from, to := strings.Replace(ts.written(least, 0), "<\u2009", "less than ", 1), ts.written(most, 0)
	switch {
	case ruledOut == 1 && len(costs) == 1:
		return "The model rules out the " + only + ": its cross entropy is infinite"
	case ruledOut > 0:
		return fmt.Sprintf("The model rules out %d of %s: its cross entropy is infinite", ruledOut, all)
	case most == 0:
		return "The model was sure of every token"
	case ts.dear.number > 0:
		return ts.costliest(all)
	case least == most:
		return each + ts.withUnit(to)
	case from == to:
		return each + "about " + ts.withUnit(to)
	}
	return each + "from " + from + " to " + ts.withUnit(to)
}

// costliest says what the dearest of all tokens cost.
func (ts tokens) costliest(all string) string {
	few, share := fmt.Sprintf("%d of %s cost ", ts.dear.number, all), percent(ts.dear.share)+" of"
	if ts.dear.number == 1 {
		few = "One of " + all + " costs "
	}
	switch {
	case ts.dear.share == 1:
		share = "all"
	case math.Round(100*ts.dear.share) == 100:
		share = "nearly all"
	}
	return few + share + " the " + ts.units()
}

// list says what each costs, and the mean.
func (ts tokens) list() string {
	const infinite = "The cross entropy of the text and the model is infinite."
	var each []string
	for i, text := range ts.Texts {
		cost := "unknown"
		switch c := ts.Costs[i]; {
		case math.IsInf(float64(c), 1):
			cost = "infinite"
		case !math.IsNaN(float64(c)):
			cost = ts.number(c)
		}
		name := strings.NewReplacer("·", " ", "¶", "new line ").Replace(page.PlainText(shown(text)))
		each = append(each, cmp.Or(strings.TrimSpace(name), "space")+", "+cost)
	}
	says := fmt.Sprintf("In %s they are: %s. ", ts.units(), strings.Join(each, "; "))
	switch finite := len(ts.finite()); {
	case finite == 0:
		return says + infinite
	case finite < len(ts.known()):
		return says + infinite + " A dashed line marks the " + ts.mean() + "."
	}
	mean := ts.meanCost()
	return says + fmt.Sprintf("A dashed line marks their mean, %s a %s: the cross entropy "+
		"of the text and the model, a perplexity of %s.", ts.withUnit(ts.number(mean)), ts.unit,
		page.PlainText(perplexity(mean, page.Number)))
}

// written writes what a token costs, or with more decimals the mean of all: in as many as tell
// the costliest tokens apart, or where all cost the same, in those of the mean. A cost of 0 is
// told from a small one.
func (ts tokens) written(cost info.Bits, more int) string {
	const least, most = 1, 6
	x, largest := ts.in(cost), ts.in(info.Bits(ts.most()))
	decimals := page.Places(least, most, largest) + more
	if ts.isEven() {
		decimals = page.DecimalsIn(page.Places(least+1, most, largest), x)
	}
	switch smallest := math.Pow10(-decimals); {
	case math.IsNaN(x):
		return "" // its token is in brackets
	case math.IsInf(x, 1):
		return "∞"
	case x == 0 && ts.isEven():
		return "0"
	case x > 0 && x < smallest/2:
		return page.Bound("<", page.Fixed(smallest, decimals))
	default:
		return page.Fixed(x, decimals)
	}
}

// isEven says whether all tokens cost the same.
func (ts tokens) isEven() bool {
	costs := ts.known()
	return slices.Min(costs) == slices.Max(costs)
}

// number writes an amount to four digits in plain text.
func (ts tokens) number(h info.Bits) string {
	if x := ts.in(h); 0 < x && x < 1e-4 {
		return page.PlainText(timesPower(x, 1))
	}
	return ts.base.number(h)
}

// timesPower writes x as a number below 10 times a power of 10.
func timesPower(x float64, decimals int) string {
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(x, 'e', decimals, 64), "e")
	power, _ := strconv.Atoi(exponent)
	return fmt.Sprintf("%s × 10^{%s}", mantissa, page.Number(float64(power)))
}

// perplexity writes that of a cross entropy, which a float may not hold.
func perplexity(mean info.Bits, write func(float64) string) string {
	const large = 1e6
	switch x := info.Perplexity(mean); {
	case math.IsInf(x, 1):
		return "more than 10^{300}"
	case x >= large:
		return timesPower(x, 2)
	default:
		return write(x)
	}
}

// meanCost is what tokens cost on average, but for those ruled out; 0 where all are.
func (ts tokens) meanCost() info.Bits {
	finite := ts.finite()
	if len(finite) == 0 {
		return 0
	}
	mean, _ := info.Estimate(finite)
	return mean
}

// mean says what tokens cost on average, with a digit more than each of them.
func (ts tokens) mean() string {
	mean := ts.meanCost()
	amount := ts.withUnit(ts.written(mean, 1)) + " a " + ts.unit
	if len(ts.finite()) < len(ts.known()) {
		return "mean of the others: " + amount
	}
	return "cross entropy: " + amount + ", perplexity " + perplexity(mean, func(x float64) string { return toDigits(x, 3) })
}

// remarks say what else is drawn, if it is.
func (ts tokens) remarks() string {
	var all []string
	text := strings.Join(ts.Texts, "")
	for _, sign := range []struct {
		isThere bool
		says    string
	}{
		{strings.Contains(text, " "), "· is a space"},
		{strings.Contains(text, "\n"), "¶ is a new line"},
		{strings.Contains(text, "\t"), "→ is a tab"},
		{slices.Contains(ts.Texts, ""), "“” is empty"},
		{slices.ContainsFunc(ts.Texts, isSplit), "‹ › is part of a character"},
		{len(ts.known()) < len(ts.Costs), "[ ] is unknown, not counted"},
	} {
		if sign.isThere { // on one line with what it means
			all = append(all, strings.ReplaceAll(sign.says, " ", "\u00a0"))
		}
	}
	switch {
	case len(ts.finite()) < len(ts.known()):
		all = append(all, "an arrow is infinite")
	case ts.dear.number == 1:
		all = append(all, "solid: the costliest")
	case ts.dear.number > 1:
		all = append(all, fmt.Sprintf("solid: the %d costliest", ts.dear.number))
	}
	return strings.Join(all, "; ")
}

// describe says over what is drawn on the page that it returns what is, and beside it what
// the mean is, if there is room.
func (ts tokens) describe(pg *page.Page) *page.Page {
	const apart = 15
	mean, caption := ts.mean(), ts.caption+", "+ts.units()
	if remarks := ts.remarks(); remarks != "" {
		caption += "; " + remarks
	}
	width := pg.TextWidth(caption, page.Body(page.Muted))
	switch {
	case len(ts.finite()) == 0:
	case width+apart+keyWidth(pg, mean) <= pg.Max.X-pg.Min.X:
		dashed(pg, mean)
	default:
		pg = dashedAbove(pg, mean)
	}
	return pg.Caption(caption, "")
}

// isSplit says whether a token has a part of a character.
func isSplit(token string) bool { return strings.ContainsRune(token, utf8.RuneError) }

// shown writes a token in markup, with its spaces and what else cannot be seen.
func shown(token string) string {
	if token == "" {
		return "“”"
	}
	var b strings.Builder
	for i, c := range token {
		switch {
		case c == ' ':
			b.WriteRune('·')
		case c == utf8.RuneError && strings.HasPrefix(token[i:], string(c)): // as decoders write a part
			b.WriteString("‹?›")
		case c == utf8.RuneError:
			fmt.Fprintf(&b, "‹%X›", token[i])
		case c == '\n':
			b.WriteRune('¶')
		case c == '\t':
			b.WriteRune('→')
		case c == '\r' || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Z):
			fmt.Fprintf(&b, "U+%04X", c)
		default:
			b.WriteRune(c)
		}
	}
	return page.Literal(b.String())
}
