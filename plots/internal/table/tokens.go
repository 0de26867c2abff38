package table

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crossentropy/info"
	"crossentropy/info/data"
)

// Tokens are those of a text, in its order, and what each costs under a model.
type Tokens struct {
	Texts []string    // with their spaces; not UTF-8 where a token has a part of a character
	Costs []info.Bits // as many: NaN for one that is not known, as the first often is, +Inf for one ruled out
}

// A measure is what a table may say of a token: by which headings, what it can be, and how many
// bits that is, negative or NaN for what it cannot be.
type measure struct {
	headings []string
	want     string
	bits     func(float64) info.Bits
}

var measures = []measure{
	{
		[]string{"probability", "prob", "p"},
		"a probability from 0 to 1; or head the column logprob, nll or surprisal",
		info.Surprisal,
	},
	{
		[]string{"surprisal", "surprisal_bits", "nll_bits", "bits"},
		"bits, 0 or more; or head the column logprob",
		func(x float64) info.Bits { return info.Bits(x) },
	},
	{
		[]string{
			"logprob", "logprob_nats", "logprobs", "log_prob", "log_probs", "logp", "log_p", "token_logprob", "token_logprobs",
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
		[]string{"nll", "nll_nats", "surprisal_nats", "nats"},
		"nats, 0 or more; or head the column logprob",
		func(x float64) info.Bits { return info.Nats(x).Bits() },
	},
}

// TokenHeadings are those of tokens, as those who serve models write them, and of each measure of what
// one costs.
var TokenHeadings = func() [][]string {
	all := [][]string{{"token", "tokens", "text", "decoded_token", "token_str"}}
	for _, m := range measures {
		all = append(all, m.headings)
	}
	return all
}()

// ReadTokens reads a token a line and a measure of what it costs, in the columns of [TokenHeadings]:
// at most 120, as a page has no room for more, one of them of known cost at least. A cost may be missing.
//
// Spaces, new lines and letters that tokenizers write by signs of their own are restored. It is an error
// if a measure cannot be what it is, as a probability above 1.
func ReadTokens(name string, r io.Reader) (ts Tokens, err error) {
	const most = 120
	var columns []int
	var in measure
	isKnown := false
	for row, err := range data.Rows(name, r) {
		if err == nil && columns == nil {
			in = measureOf(row)
			if columns, err = row.Columns(TokenHeadings[0], in.headings); err != nil {
				err = fmt.Errorf("%w; for probability also surprisal, logprob or nll", err)
			}
		}
		if err != nil {
			return ts, err
		}
		row.NoCounts(columns[1])
		cost, err := in.cost(row, columns[1])
		switch {
		case err != nil:
			return ts, err
		case len(ts.Texts) == most:
			return ts, row.Errorf(columns[0], " is token %d, want %d at most: a page has no room for more", most+1, most)
		}
		isKnown = isKnown || !math.IsNaN(float64(cost))
		ts.Texts, ts.Costs = append(ts.Texts, row.Text(columns[0])), append(ts.Costs, cost)
	}
	if !isKnown {
		return ts, errors.New(name + ": no lines of token,probability")
	}
	restore(ts.Texts)
	return ts, nil
}

// measureOf returns the measure of which a row has a heading, or probabilities.
func measureOf(row data.Row) measure {
	hasHeading := func(m measure) bool { return row.Named(m.headings...) != "" }
	return measures[max(0, slices.IndexFunc(measures, hasHeading))]
}

// cost reads what a token costs in a column.
func (m measure) cost(row data.Row, column int) (info.Bits, error) {
	number := row.Fields[column]
	if row.IsMissing(column) || number == "None" { // as Python writes it
		return info.Bits(math.NaN()), nil
	}
	x, err := strconv.ParseFloat(number, 64)
	if err != nil || !math.IsInf(x, 0) {
		x, err = row.Share(column)
	}
	if err != nil {
		return 0, err
	}
	const most = 1e99 // bits, if they are not infinite
	if cost := m.bits(x); cost > most && !math.IsInf(float64(cost), 1) {
		return 0, row.Errorf(column, ", want at most %g bits, or inf", most)
	} else if cost >= 0 {
		return cost + 0, nil // −0 + 0 is 0
	}
	return 0, row.Errorf(column, ", want %s", m.want)
}

// restore writes spaces and new lines for the signs by which tokenizers write them, and the bytes of a
// text for the letters by which GPT-2 writes these, where no token has a space. What Llama writes as
// <0xC3> is a byte in any text.
func restore(texts []string) {
	if written := strings.Join(texts, ""); !strings.Contains(written, " ") {
		var decoded []string
		for _, text := range texts {
			decoded = append(decoded, fromBytes(text))
		}
		isInBytes := utf8.ValidString(strings.Join(decoded, "")) &&
			(strings.Contains(written, "Ġ") || !strings.Contains(written, "▁"))
		signs := strings.NewReplacer("Ġ", " ", "▁", " ", "Ċ", "\n")
		for i, text := range texts {
			if texts[i] = signs.Replace(text); isInBytes && decoded[i] != "" {
				texts[i] = decoded[i]
			}
		}
	}
	for i, text := range texts {
		digits, isByte := strings.CutPrefix(strings.TrimSuffix(text, ">"), "<0x")
		if b, err := hex.DecodeString(digits); isByte && err == nil && len(b) == 1 {
			texts[i] = string(b)
		}
	}
}

// fromBytes returns the bytes that the letters of a token stand for in GPT-2, or "" if one stands for
// none: a byte that is printed in Latin-1 stands for itself, and the others are numbered from U+0100 on.
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
			return ""
		}
		text = append(text, byte(b))
	}
	return string(text)
}
