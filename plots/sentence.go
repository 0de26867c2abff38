package main

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/language"
	"crossentropy/plots/internal/page"
)

var sentence = figure{
	name:  "sentence",
	title: "The rarer a letter behind the one before, the more it costs",
	alt:   sentenceAlt,
	draw:  drawSentence,
}

// lambda is what models of pairs of letters add to each count.
const lambda = 0.1

const germanSentence = "Wie spät ist es?"

// pairsOf returns the model of a language that looks at one letter before.
func pairsOf(l data.Language, alphabet []rune) language.Model {
	return l.Train.AddLambda(1, lambda, len(alphabet))
}

// spelled returns the letters of the sentence, and what each costs.
func spelled() (letters []rune, costs []info.Bits) {
	_, alphabet := data.Languages()
	text := language.Letters(germanSentence)
	return []rune(text), pairsOf(languageOf("German"), alphabet).Surprisals(text)
}

func languageOf(name string) data.Language {
	all, _ := data.Languages()
	return all[slices.IndexFunc(all, func(l data.Language) bool { return l.Name == name })]
}

func sentenceAlt(example) string {
	letters, costs := spelled()
	mean, _ := info.Estimate(costs)
	var each []string
	for i, letter := range letters {
		each = append(each, fmt.Sprintf("%s, %s", letterName(letter), page.Number(float64(costs[i]))))
	}
	return fmt.Sprintf("A row of bars, one for each letter of “%s”, as tall as its surprisal "+
		"under a model of German that knows which letter came before. In bits they are: %s. A dashed "+
		"line marks their mean, %v a letter: the cross entropy of the sentence and the model.",
		germanSentence, strings.Join(each, "; "), mean)
}

// letterName names a letter in words.
func letterName(letter rune) string {
	if letter == language.Space {
		return "space"
	}
	return string(letter)
}

func drawSentence(pg *page.Page, _ example) {
	letters, costs := spelled()
	mean, _ := info.Estimate(costs)
	bs := page.Blocks(info.Uniform(len(letters)).All())
	ch := pg.NewChart("", 0, 1, 0, 1.12*float64(slices.Max(costs)))
	ch.X.Tick.Marker = plot.ConstantTicks{}
	for i, b := range bs {
		h := float64(costs[i])
		ch.FillBlock(b, 0, h, page.Blue)
		ch.TopBlock(b, h, page.Blue)
		pg.Record("letter", letterName(letters[i]), "surprisal, bits", h)
	}
	ch.Guide(0, float64(mean), 1, float64(mean))
	rows := []page.Row{
		{Name: "letter", Cell: func(i int) string { return shown(letters[i]) }, Style: pg.Crowded()},
		{
			Name: "bits", Cell: func(i int) string { return fmt.Sprintf("%.1f", costs[i]) },
			Style: page.Small(page.Muted),
		},
	}
	caption := "surprisal under pairs of German letters, bits"
	average := fmt.Sprintf("mean: %.1f", mean)
	if pg.Column {
		caption = "surprisal under pairs, bits"
	} else {
		average += ", the cross entropy"
	}
	dashed(pg, average)
	pg.Caption(caption, "").Table(ch, bs, rows, 0)
}

// shown writes a letter in markup, in which an underscore means something else.
func shown(letter rune) string {
	if letter == language.Space {
		return "·"
	}
	return string(letter)
}
