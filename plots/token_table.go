package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/vg"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/plots/internal/page"
)

// tokenNames are headings of tokens, as those who serve models write them.
var tokenNames = []string{"token", "tokens", "text", "decoded_token", "token_str"}

// tokenMeasures are what a table may say of a token: by which headings, what it can be, and how many
// bits that is, negative or NaN for what it cannot be.
var tokenMeasures = []struct {
	names []string
	want  string
	bits  func(float64) info.Bits
}{
	{[]string{"probability", "prob", "p"}, "a probability from 0 to 1", info.Surprisal},
	{
		[]string{"surprisal", "surprisal_bits", "bits"},
		"bits, 0 or more",
		func(x float64) info.Bits { return info.Bits(x) },
	},
	{
		[]string{
			"logprob", "logprobs", "log_prob", "log_probs", "logp", "log_p", "token_logprob", "token_logprobs",
		},
		"the natural logarithm of a probability, at most 0; or head the column nll",
		func(x float64) info.Bits { return info.Nats(-x).Bits() },
	},
	{
		[]string{"log10prob", "log10_prob", "log10p", "log10_p"},
		"the logarithm to base 10 of a probability, at most 0",
		func(x float64) info.Bits { return info.Nats(-x * math.Ln10).Bits() },
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
	const unit, caption = "token", "surprisal"
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
	ts.dear = ts.dearest()
	return ts, nil
}

// restoreSpaces writes spaces and new lines for the letters by which tokenizers write them,
// where no token has a space, and what GPT-2 writes byte by byte, where a token has its space or all
// are a text together. Where none has a new line, those that Llama, or JSON, writes for one are.
func (ts tokens) restoreSpaces() {
	var decoded []string
	for _, text := range ts.texts {
		decoded = append(decoded, fromBytes(text))
	}
	written := strings.Join(ts.texts, "")
	isInBytes := strings.Contains(written, "Ġ") || utf8.ValidString(strings.Join(decoded, ""))
	signs := strings.NewReplacer("Ġ", " ", "▁", " ", "Ċ", "\n")
	for i, text := range ts.texts {
		switch {
		case strings.Contains(written, " "):
		case isInBytes && isCutText(decoded[i]):
			ts.texts[i] = decoded[i]
		default:
			ts.texts[i] = signs.Replace(text)
		}
	}
	if strings.Contains(strings.Join(ts.texts, ""), "\n") {
		return
	}
	escaped := strings.NewReplacer("<0x0A>", "\n", `\n`, "\n")
	for i, text := range ts.texts {
		if text = escaped.Replace(text); strings.Trim(text, "\n") == "" {
			ts.texts[i] = text
		}
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

// isCutText says whether bytes are UTF-8, of which the first character and the last may be in part.
func isCutText(text string) bool {
	for text != "" && !utf8.RuneStart(text[0]) {
		text = text[1:]
	}
	for i, c := range text {
		if c == utf8.RuneError {
			return !utf8.FullRuneInString(text[i:])
		}
	}
	return true
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
	number := row.Fields[columns[1]]
	if row.IsMissing(columns[1]) || number == "None" { // as Python writes it
		return text, info.Bits(math.NaN()), nil
	}
	x, err := strconv.ParseFloat(number, 64)
	if err != nil || !math.IsInf(x, 0) {
		x, err = row.Number(columns[1])
	}
	if err != nil {
		return "", 0, err
	}
	if cost = measure.bits(x); cost >= 0 {
		return text, cost + 0, nil // −0 + 0 is 0
	}
	if x < 0 {
		measure.want += "; or head the column logprob, of natural logarithms, or log10prob"
	}
	return "", 0, row.Errorf(columns[1], ", want %s", measure.want)
}
