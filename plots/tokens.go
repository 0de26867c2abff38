package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
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
	unit     string      // what each is: a token, a letter
	caption  string      // what is drawn
	finite   []info.Bits // the costs that are known, but for those of tokens that the model ruled out
	ruledOut int         // how many these are
	most     info.Bits   // of the finite, or 1 where none is above 0
	meanCost info.Bits   // of the finite; 0 where there are none
	base
}

// newTokens works out what the figure says of tokens.
func newTokens(in table.Tokens, unit, caption string) tokens {
	ts := tokens{Tokens: in, unit: unit, caption: caption}
	for _, cost := range in.Costs {
		switch {
		case math.IsInf(float64(cost), 1):
			ts.ruledOut++
		case !math.IsNaN(float64(cost)):
			ts.finite = append(ts.finite, cost)
			ts.most = max(ts.most, cost)
		}
	}
	ts.most = cmp.Or(ts.most, 1)
	if len(ts.finite) > 0 {
		ts.meanCost, _ = info.Estimate(ts.finite)
	}
	return ts
}

// known is how many tokens have a cost that is known.
func (ts tokens) known() int { return len(ts.finite) + ts.ruledOut }

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
	return newTokens(in, "token", "surprisal"), err
}

// with returns the tokens with the base of an example.
func (ts tokens) with(ex example) tokens {
	ts.base = ex.base
	return ts
}

// The dearest tokens are the fewest that cost half of all bits together, and what costs as much as the
// last of them, as it is written.
type dearest struct {
	number int       // 0 where they are no few
	least  info.Bits // that one of them costs
	share  float64   // of all bits
}

// dearest returns the dearest tokens, if they cost much more than as many others, and none is ruled out.
func (ts tokens) dearest() (dear dearest) {
	const more = 0.1 // of all bits
	falling := slices.Clone(ts.finite)
	slices.SortFunc(falling, func(a, b info.Bits) int { return cmp.Compare(b, a) })
	var sum, part info.Bits
	for _, cost := range falling {
		sum += cost
	}
	for i, cost := range falling {
		if part >= sum/2 && ts.written(cost) != ts.written(dear.least) {
			break
		}
		part += cost
		dear = dearest{i + 1, cost, float64(part / sum)}
	}
	if !(dear.share > float64(dear.number)/float64(len(ts.finite))+more) || ts.ruledOut > 0 { // or NaN
		return dearest{}
	}
	return dear
}

// has says whether a token of a cost is among the dearest.
func (dear dearest) has(cost info.Bits) bool { return dear.number > 0 && cost >= dear.least }

// finding is the title: how few tokens cost half of all, if they are few.
func (ts tokens) finding() string {
	dear, all := ts.dearest(), data.Count(ts.known(), ts.unit)
	switch {
	case ts.ruledOut > 0:
		return "The model rules out " + data.Count(ts.ruledOut, ts.unit) + ": its cross entropy is infinite"
	case dear.number == 1:
		return "One of " + all + " costs " + portion(dear.share) + " of the " + ts.units()
	case dear.number > 1:
		return fmt.Sprintf("%d of %s cost %s of the %s", dear.number, all, portion(dear.share), ts.units())
	case ts.meanCost == 0:
		return "The model was sure of every " + ts.unit
	}
	return "A " + ts.unit + " costs " + ts.withUnit(ts.meanNumber()) + " on average"
}

// list says what each costs, and the mean.
func (ts tokens) list() string {
	signs := map[rune]string{' ': " ", '\n': " new line ", '\t': " tab "}
	var each []string
	for i, text := range ts.Texts {
		name := strings.Join(strings.Fields(withSigns(text, signs)), " ")
		each = append(each, cmp.Or(name, "space")+", "+cmp.Or(ts.written(ts.Costs[i]), "unknown"))
	}
	says := fmt.Sprintf("In %s they are: %s.", ts.units(), strings.Join(each, "; "))
	if mean := ts.mean(); mean != "" {
		says += " A dashed line marks the " + page.PlainText(mean) + "."
	}
	return says
}

// decimals is how many the numbers of all tokens have: one, or as many as the largest needs for two
// digits.
func (ts tokens) decimals() int {
	const least, most = 1, 6
	return page.Places(least, most, ts.in(ts.most))
}

// written writes what a token costs, if that is known.
func (ts tokens) written(cost info.Bits) string {
	switch x := ts.in(cost); {
	case math.IsNaN(x):
		return ""
	case math.IsInf(x, 1):
		return "∞"
	default:
		write := func(x float64) string { return page.Fixed(x, ts.decimals()) }
		return page.AboveNought(write)(x)
	}
}

// meanNumber writes the mean, with a digit more than what each costs.
func (ts tokens) meanNumber() string { return page.Fixed(ts.in(ts.meanCost), ts.decimals()+1) }

// mean says what tokens cost on average; "" where all are ruled out.
func (ts tokens) mean() string {
	amount := ts.withUnit(ts.meanNumber()) + " a " + ts.unit
	switch {
	case len(ts.finite) == 0:
		return ""
	case ts.ruledOut > 0:
		return "mean of the others: " + amount
	}
	return "cross entropy: " + amount + ", perplexity " + perplexity(ts.meanCost)
}

// perplexity writes that of a cross entropy, which a float may not hold.
func perplexity(mean info.Bits) string {
	x := info.Perplexity(mean)
	if math.IsInf(x, 1) {
		return "more than 10^{300}"
	}
	return page.Digits(x, 3)
}

// remarks say what else is drawn, if it is.
func (ts tokens) remarks() string {
	var all []string
	text, dear := strings.Join(ts.Texts, ""), ts.dearest().number
	for _, sign := range []struct {
		isThere bool
		says    string
	}{
		{strings.Contains(text, " "), "· is a space"},
		{strings.Contains(text, "\n"), "¶ is a new line"},
		{strings.Contains(text, "\t"), "→ is a tab"},
		{slices.Contains(ts.Texts, ""), "“” is empty"},
		{slices.ContainsFunc(ts.Texts, isSplit), "‹ › is part of a character"},
		{ts.known() < len(ts.Costs), "[ ]: no surprisal given, not counted"},
		{ts.ruledOut > 0, "an arrow is infinite"},
		{dear == 1, "solid: the costliest"},
		{dear > 1, fmt.Sprintf("solid: the %d costliest", dear)},
	} {
		if sign.isThere { // on one line with what it means
			all = append(all, strings.ReplaceAll(sign.says, " ", "\u00a0"))
		}
	}
	return strings.Join(all, "; ")
}

// describe says over what is drawn on the page that it returns what that is.
func (ts tokens) describe(pg *page.Page) *page.Page {
	if mean := ts.mean(); mean != "" {
		pg = dashed(pg, mean)
	}
	caption := ts.caption + ", " + ts.units()
	if remarks := ts.remarks(); remarks != "" {
		caption += "; " + remarks
	}
	return pg.Caption(caption, "")
}

// isSplit says whether a token has a part of a character.
func isSplit(token string) bool { return strings.ContainsRune(token, utf8.RuneError) }

// shown writes a token in markup, with its spaces and what else cannot be seen.
func shown(token string) string {
	return page.Literal(withSigns(token, map[rune]string{' ': "·", '\n': "¶", '\t': "→"}))
}

// withSigns writes a token with signs for characters, and what else cannot be seen.
func withSigns(token string, signs map[rune]string) string {
	if token == "" {
		return "“”"
	}
	var b strings.Builder
	for i, c := range token {
		sign, hasSign := signs[c]
		switch {
		case hasSign:
			b.WriteString(sign)
		case c == utf8.RuneError && strings.HasPrefix(token[i:], string(c)): // as decoders write a part
			b.WriteString("‹?›")
		case c == utf8.RuneError:
			fmt.Fprintf(&b, "‹%X›", token[i])
		case c == '\r' || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Z):
			fmt.Fprintf(&b, "U+%04X", c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
