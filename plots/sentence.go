package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"gonum.org/v1/plot/vg"

	"crossentropy/info/data"
	"crossentropy/info/language"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

var sentence = figure{
	name:     "sentence",
	title:    "The rarer a letter behind the one before, the more it costs",
	alt:      sentenceAlt,
	fit:      func(pg *page.Page, ex example) vg.Length { return spelled().with(ex).height(pg) },
	draw:     func(pg *page.Page, ex example) { spelled().with(ex).draw(pg) },
	columns:  "token,probability (or surprisal, logprob or nll)",
	headings: table.TokenHeadings,
	read:     readTokens,
	takes:    "-base",
}

// lambda is what models of pairs of letters add to each count.
const lambda = 0.1

const germanSentence = "Wie spät ist es?"

// pairsOf returns the model of a language that looks at one letter before.
func pairsOf(l data.Language, alphabet []rune) language.Model {
	return l.Train.AddLambda(1, lambda, len(alphabet))
}

// spelled are the letters of the sentence as tokens.
var spelled = sync.OnceValue(func() tokens {
	_, alphabet := data.Languages()
	text := language.Letters(germanSentence)
	in := table.Tokens{Costs: pairsOf(languageOf("German"), alphabet).Surprisals(text)}
	for _, letter := range text {
		in.Texts = append(in.Texts, strings.ReplaceAll(string(letter), string(language.Space), " "))
	}
	return newTokens(in, "letter", "surprisal under pairs of letters")
})

func languageOf(name string) data.Language {
	all, _ := data.Languages()
	return all[slices.IndexFunc(all, func(l data.Language) bool { return l.Name == name })]
}

func sentenceAlt(ex example) string {
	return fmt.Sprintf("A row of bars, one for each letter of “%s”, as tall as its surprisal under a "+
		"model of German that knows which letter came before. %s", germanSentence, spelled().with(ex).list())
}
