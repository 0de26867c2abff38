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
	"gonum.org/v1/plot/vg/draw"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// A token is a part of a text as it is written, which is no markup.
type token string

// Tokens are those of a text, and what each costs under a model: NaN for one that the
// model was not asked for, as the first often is.
type tokens struct {
	texts []string
	costs []info.Bits
	base
}

// with returns the tokens with the base of an example.
func (ts tokens) with(ex example) tokens {
	ts.base = ex.base
	return ts
}

// tokenNames are headings of tokens, as those who serve models write them.
var tokenNames = []string{"token", "tokens", "text", "decoded_token", "token_str"}

// tokenMeasures are what a table may say of a token: by which headings, what it can be, and how many
// bits that is, negative or NaN for what it cannot be.
var tokenMeasures = []struct {
	names []string
	want  string
	bits  func(float64) info.Bits
}{
	{[]string{"probability", "prob", "p"}, "a probability above 0, at most 1", info.Surprisal},
	{
		[]string{"surprisal", "surprisal_bits", "bits"},
		"bits, 0 or more",
		func(x float64) info.Bits { return info.Bits(x) },
	},
	{
		[]string{
			"logprob", "logprobs", "log_prob", "log_probs", "logp", "log_p", "token_logprob", "token_logprobs",
		},
		"the logarithm of a probability, at most 0; or head the column nll",
		func(x float64) info.Bits { return info.Nats(-x).Bits() },
	},
	{
		[]string{"nll", "surprisal_nats", "nats"},
		"nats, 0 or more",
		func(x float64) info.Bits { return info.Nats(x).Bits() },
	},
}

// tokenHeadings are those of tokens, and of each measure.
func tokenHeadings() [][]string {
	all := [][]string{tokenNames}
	for _, m := range tokenMeasures {
		all = append(all, m.names)
	}
	return all
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
			ts.with(ex).list("token")
	}
	const unit, caption = "token", "surprisal of each token"
	f.fit = func(pg *page.Page, ex example) vg.Length { return ts.with(ex).height(pg, unit, caption) }
	f.draw = func(pg *page.Page, ex example) { ts.with(ex).draw(pg, unit, caption) }
	return f, nil
}

func tokensIn(name string, r io.Reader) (ts tokens, err error) {
	const most = 300
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return ts, err
		}
		text, cost, err := tokenOf(name, row)
		switch {
		case err != nil:
			return ts, err
		case len(ts.texts) == most:
			return ts, fmt.Errorf("%s:%d: want at most %d tokens", name, row.Line, most)
		}
		ts.texts, ts.costs = append(ts.texts, text), append(ts.costs, cost)
	}
	if len(ts.known()) == 0 {
		return ts, fmt.Errorf("%s: no lines of token,probability", name)
	}
	ts.restoreSpaces()
	return ts, nil
}

// restoreSpaces writes spaces and new lines for the letters by which tokenizers write them,
// where no token has a space, and all that GPT-2 writes byte by byte, where each is such a text.
func (ts tokens) restoreSpaces() {
	if strings.Contains(strings.Join(ts.texts, ""), " ") {
		return
	}
	var decoded []string
	for _, text := range ts.texts {
		decoded = append(decoded, fromBytes(text))
	}
	if !slices.ContainsFunc(decoded, func(text string) bool { return !utf8.ValidString(text) }) {
		copy(ts.texts, decoded)
		return
	}
	written := strings.NewReplacer("Ġ", " ", "▁", " ", "Ċ", "\n")
	for i, text := range ts.texts {
		ts.texts[i] = written.Replace(text)
	}
}

// fromBytes returns the bytes that the letters of a token stand for in GPT-2, or what is no UTF-8
// for a letter that stands for none: a byte that is printed in Latin-1 stands for itself, and the
// others are numbered from U+0100 on.
//
// Source: bytes_to_unicode in encoder.py of Radford et al. 2019.
func fromBytes(token string) string {
	var letters [256]rune
	next := rune(256)
	for b := range letters {
		letters[b] = rune(b)
		if b <= ' ' || b >= 0x7f && b <= 0xa0 || b == 0xad {
			letters[b], next = next, next+1
		}
	}
	var text []byte
	for _, c := range token {
		b := slices.Index(letters[:], c)
		if b < 0 {
			return "\xff"
		}
		text = append(text, byte(b))
	}
	return string(text)
}

// tokenOf reads the token of a row, with its spaces, and what it costs.
func tokenOf(file string, row data.Row) (text string, cost info.Bits, err error) {
	measure := tokenMeasures[0]
	for _, m := range tokenMeasures {
		isNamed := func(h string) bool { return slices.Contains(m.names, plainHeading(h)) }
		if slices.ContainsFunc(row.Headings, isNamed) {
			measure = m
			break
		}
	}
	columns, err := columnsOf(file, row, tokenNames, measure.names)
	if err != nil {
		return "", 0, fmt.Errorf("%w; for probability also surprisal, logprob or nll", err)
	}
	text = row.Text(columns[0])
	if row.IsMissing(columns[1]) {
		return text, info.Bits(math.NaN()), nil
	}
	x, err := row.Number(columns[1])
	if err != nil {
		return "", 0, err
	}
	if cost = measure.bits(x); cost >= 0 && !math.IsInf(float64(cost), 1) {
		return text, cost + 0, nil // −0 + 0 is 0
	}
	if x < 0 {
		measure.want += "; or head the column logprob"
	}
	return "", 0, row.Errorf(columns[1], ", want %s", measure.want)
}

// known are the costs that there are.
func (ts tokens) known() (costs []info.Bits) {
	for _, cost := range ts.costs {
		if !math.IsNaN(float64(cost)) {
			costs = append(costs, cost)
		}
	}
	return costs
}

// finding is the title: how few tokens cost half of all.
func (ts tokens) finding() string {
	costs := ts.known()
	var sum, half info.Bits
	for _, cost := range costs {
		sum += cost
	}
	if sum == 0 {
		return "The model was sure of every token"
	}
	slices.SortFunc(costs, func(a, b info.Bits) int { return cmp.Compare(b, a) })
	few := 0
	for ; half < sum/2; few++ {
		half += costs[few]
	}
	cost := "cost"
	if few == 1 {
		cost = "costs"
	}
	return fmt.Sprintf("%d of %s %s half of all %s, or more", few, data.Count(len(costs), "token"), cost, ts.units())
}

// list says what each costs, and the mean.
func (ts tokens) list(unit string) string {
	mean, _ := info.Estimate(ts.known())
	var each []string
	for i, text := range ts.texts {
		cost := "unknown"
		if c := ts.costs[i]; !math.IsNaN(float64(c)) {
			cost = ts.number(c)
		}
		name := strings.NewReplacer("·", " ", "¶", "new line ").Replace(page.PlainText(shown(text)))
		each = append(each, cmp.Or(strings.TrimSpace(name), "space")+", "+cost)
	}
	return fmt.Sprintf("In %s they are: %s. A dashed line marks their mean, %s a %s: the cross entropy "+
		"of the text and the model, a perplexity of %s.",
		ts.units(), strings.Join(each, "; "), ts.write(mean), unit, page.Number(info.Perplexity(mean)))
}

// Sizes of the rows of tokens, in points.
const (
	barsHeight   = 62 // of the tallest bar
	tokensBelow  = 32 // for the tokens and their numbers
	tokensGap    = 10
	widestBar    = 17
	tokensMargin = 72 // over all rows and around the page
)

// height is what the rows take on a page, on which few rows leave room for taller bars.
func (ts tokens) height(pg *page.Page, unit, caption string) vg.Length {
	rows := ts.rows(pg)
	tallest := max(1, 2.4-0.4*vg.Length(len(rows))) * barsHeight
	scale := tallest / vg.Length(max(1e-9, slices.Max(ts.known())))
	above := vg.Length(0)
	if !ts.keyFits(pg, unit, caption) {
		above = keyHeight(pg, ts.mean(unit))
	}
	return tokensMargin + above + vg.Length(len(rows))*(tokensBelow+tokensGap) + scale*ts.stacked(rows)
}

// mean says what tokens cost on average, with a digit more than each of them.
func (ts tokens) mean(unit string) string {
	mean, _ := info.Estimate(ts.known())
	return fmt.Sprintf("cross entropy: %s %s a %s, perplexity %s",
		page.Fixed(ts.in(mean), 2), ts.units(), unit, toDigits(info.Perplexity(mean), 3))
}

// named is the caption with the unit, and with what a dot and a dash are if there are any.
func (ts tokens) named(caption string) string {
	caption += ", " + ts.units()
	if strings.Contains(strings.Join(ts.texts, ""), " ") {
		caption += "; · is a space"
	}
	if len(ts.known()) < len(ts.costs) {
		caption += "; – is unknown, and not counted"
	}
	return caption
}

// keyFits says whether there is room for the mean beside the caption.
func (ts tokens) keyFits(pg *page.Page, unit, caption string) bool {
	const apart = 15
	caption = ts.named(caption)
	return pg.TextWidth(caption, page.Body(page.Muted))+apart+keyWidth(pg, ts.mean(unit)) <= pg.Max.X-pg.Min.X
}

// stacked is how many bits the rows have over each other, each up to its tallest bar.
func (ts tokens) stacked(rows []tokenRow) (sum vg.Length) {
	for _, row := range rows {
		sum += ts.tallest(row)
	}
	return max(sum, 1e-9)
}

// tallest returns the bits of the tallest bar of a row, but at least the mean of all rows.
func (ts tokens) tallest(row tokenRow) vg.Length {
	most, _ := info.Estimate(ts.known())
	for _, cost := range ts.costs[row.from : row.from+len(row.widths)] {
		if cost > most { // and not NaN
			most = cost
		}
	}
	return vg.Length(most)
}

// A tokenRow is the tokens from one to before another, and how wide each is.
type tokenRow struct {
	from   int
	widths []vg.Length
}

func (row tokenRow) width() (sum vg.Length) {
	for _, w := range row.widths {
		sum += w
	}
	return sum
}

// rows breaks the text into as few rows as fit the page, and these into rows of about the
// same width.
func (ts tokens) rows(pg *page.Page) (best []tokenRow) {
	room := pg.Max.X - pg.Min.X
	var widths []vg.Length
	for _, text := range ts.texts {
		name := pg.CutShort(shown(text), room, pg.Crowded())
		widest := max(pg.TextWidth(name, pg.Crowded()), pg.TextWidth("10.0", page.Small(page.Muted)))
		widths = append(widths, widest+5)
	}
	best = filled(widths, room)
	for ; room > slices.Max(widths); room -= 4 {
		tighter := filled(widths, room)
		if len(tighter) > len(best) {
			break
		}
		best = tighter
	}
	return best
}

// filled puts as many tokens of those widths into each row as there is room for.
func filled(widths []vg.Length, room vg.Length) (all []tokenRow) {
	var taken vg.Length
	for i, width := range widths {
		if i == 0 || taken+width > room {
			all, taken = append(all, tokenRow{from: i}), 0
		}
		last := &all[len(all)-1]
		last.widths = append(last.widths, width)
		taken += width
	}
	return all
}

// draw draws the rows, with a bar over each token.
func (ts tokens) draw(pg *page.Page, unit, caption string) {
	mean, _ := info.Estimate(ts.known())
	if ts.keyFits(pg, unit, caption) {
		dashed(pg, ts.mean(unit))
	} else {
		pg = dashedAbove(pg, ts.mean(unit))
	}
	pg = pg.Caption(ts.named(caption), "")
	for i, text := range ts.texts {
		pg.Record(unit, token(text), "surprisal, "+ts.units(), ts.in(ts.costs[i]))
	}
	rows := ts.rows(pg)
	var widest vg.Length // of the rows, which takes all of the page
	for _, row := range rows {
		widest = max(widest, row.width())
	}
	spread := (pg.Max.X - pg.Min.X) / widest
	fixed := vg.Length(len(rows)) * (tokensBelow + tokensGap)
	scale := (pg.Max.Y - pg.Min.Y - fixed) / ts.stacked(rows)
	low := pg.Max.Y
	for _, row := range rows {
		low -= tokensGap + scale*ts.tallest(row)
		ts.drawRow(pg.Crop(0, 0, low-pg.Min.Y, 0), row, spread, scale, mean)
		low -= tokensBelow
	}
}

// drawRow draws a row of bars that stand on the lower side of the page, so many times as wide
// as they have to be, at a scale in points a bit.
func (ts tokens) drawRow(pg *page.Page, row tokenRow, spread, scale vg.Length, mean info.Bits) {
	widest, x := widestBar*min(spread, 2), pg.Min.X
	var caps [][2]vg.Point // of bars, which lie on the dashes
	for k, width := range row.widths {
		i, middle := row.from+k, x+spread*width/2
		name := pg.CutShort(shown(ts.texts[i]), pg.Max.X-pg.Min.X, pg.Crowded())
		pg.Write(middle, pg.Min.Y-9, name, pg.Crowded().Center())
		number := "–"
		if cost := vg.Length(ts.costs[i]); !math.IsNaN(float64(cost)) {
			number = fmt.Sprintf("%.1f", ts.in(ts.costs[i]))
			corner := vg.Point{X: middle - widest/2, Y: pg.Min.Y}
			top := vg.Point{X: middle + widest/2, Y: pg.Min.Y + scale*cost}
			pg.FillBox(vg.Rectangle{Min: corner, Max: top}, page.Blue)
			top.Y = max(top.Y, pg.Min.Y+page.Thick/2) // not below the axis
			caps = append(caps, [2]vg.Point{{X: corner.X, Y: top.Y}, top})
		}
		pg.Write(middle, pg.Min.Y-22, number, page.Small(page.Muted).Center())
		x += spread * width
	}
	at := pg.Min.Y + scale*vg.Length(mean)
	pg.StrokeLine2(draw.LineStyle{Color: page.Muted, Width: page.Hair}, pg.Min.X, pg.Min.Y, x, pg.Min.Y)
	dashes := draw.LineStyle{Color: page.Plain, Width: page.Thin, Dashes: []vg.Length{4, 3}}
	pg.StrokeLine2(dashes, pg.Min.X, at, x, at)
	for _, c := range caps {
		pg.StrokeLine2(draw.LineStyle{Color: page.Blue, Width: page.Thick}, c[0].X, c[0].Y, c[1].X, c[1].Y)
	}
}

// shown writes a token in markup, with its spaces and what else cannot be seen.
func shown(token string) string {
	if token == "" {
		return "“”"
	}
	var b strings.Builder
	for _, c := range token {
		switch {
		case c == ' ':
			b.WriteRune('·')
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
