package main

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// exceptions are the numbers in prose that no run prints, and may stand.
var exceptions = []struct {
	pattern, reason string
}{
	{`(?:1[6-9]\d\d|20(?:0[1-9]|[1-3]\d))\b`, "the year of a citation"},
	{
		`(?i:theorem|lemma|corollary|section|chapter|part|definition|equation|table|` +
			`figure|exercise|problem|claim|page|p\.|pp\.|§§?)s?\s*` +
			`\d+(?:\.\d+)*(?:(?:\s*[,–]\s*|\s+and\s+|\s+to\s+)\d+(?:\.\d+)*)*`,
		"a place in a source or in this book",
	},
	{`(?:Go|SciPy|NumPy|PyTorch|Python|Unicode)\s+\d+(?:\.\d+)*`, "the version of a program"},
	{`CC\s+BY(?:-SA)?\s+\d\.\d`, "the version of a licence"},
	{`(?:32|64)-bit`, "the name of a format of floats"},
}

// citing are the pages of numbers that other people's works bear: volumes,
// pages, ISBNs, DOIs.
var citing = []string{"docs/sources.md"}

// numeric is a word, so that float64 and v0.17 are none of our numbers.
var numeric = regexp.MustCompile(`[\pL\d_]+(?:[.,]\d+)*|\.\d+`)

// numbers reports numbers in prose that no run printed: those with a decimal
// point, and those of two digits or more.
func numbers(p page, titles []string) []finding {
	if slices.Contains(citing, p.path) {
		return nil
	}
	prose := p.prose()
	for _, e := range allowed(titles) {
		for _, at := range e.FindAllIndex(prose, -1) {
			blank(prose[at[0]:at[1]])
		}
	}
	var found []finding
	for _, at := range numeric.FindAllIndex(prose, -1) {
		if word := string(prose[at[0]:at[1]]); typed(word) {
			found = append(found, finding{
				at[0],
				fmt.Sprintf("the number %s stands in no value marker: no run printed it", word),
			})
		}
	}
	return found
}

// typed reports whether a word is a number that a run should have printed.
func typed(word string) bool {
	digits := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return word[0] == '.' || unicode.IsDigit(rune(word[0])) && digits > 1
}

// allowed is the exceptions and the titles of the chapters, which have numbers.
func allowed(titles []string) []*regexp.Regexp {
	var rs []*regexp.Regexp
	for _, e := range exceptions {
		rs = append(rs, regexp.MustCompile(`(?:^|[^\pL\d])`+e.pattern))
	}
	for _, t := range titles {
		rs = append(rs, regexp.MustCompile(regexp.QuoteMeta(t)))
	}
	return rs
}

// prose is the page's text with all that is not prose blanked, byte for byte:
// markup, code, what links lead to, and what is woven.
func (p page) prose() []byte {
	text := slices.Clone(p.text)
	blank(text)
	p.walk(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Text:
			if n.Parent().Kind() != ast.KindCodeSpan {
				copy(text[n.Segment.Start:n.Segment.Stop], n.Segment.Value(p.text))
			}
		case *mathNode:
			copy(text[n.tex.Start:n.tex.Stop], n.tex.Value(p.text))
		case *ast.FencedCodeBlock:
			if string(n.Language(p.text)) == "math" {
				p.copyDecimals(text, n)
			}
		}
	})
	for _, m := range p.marks {
		blank(text[m.start:m.stop])
	}
	return spaces.ReplaceAllFunc(text, func(s []byte) []byte { return bytes.Repeat([]byte(" "), len(s)) })
}

var decimals = regexp.MustCompile(`\d+\.\d+`)

// copyDecimals copies the decimal numbers of a displayed formula. It may hold
// whole ones, as in 2^{64}.
func (p page) copyDecimals(text []byte, n *ast.FencedCodeBlock) {
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		for _, at := range decimals.FindAllIndex(p.text[line.Start:line.Stop], -1) {
			copy(text[line.Start+at[0]:], p.text[line.Start+at[0]:line.Start+at[1]])
		}
	}
}

// spaces are those that a regular expression does not take for spaces.
var spaces = regexp.MustCompile(`\x{00A0}|\x{202F}|&nbsp;`)

func blank(text []byte) {
	for i, b := range text {
		if b != '\n' {
			text[i] = ' '
		}
	}
}
