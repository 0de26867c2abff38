package check

import (
	"regexp"
	"slices"
	"strings"

	"crossentropy/docs/internal/markdown"
)

// exceptions are the numbers in prose that no run prints, and may stand.
var exceptions = regexp.MustCompile(`(?:^|[^\pL\d])(?:` + strings.Join([]string{
	// the year of a citation
	`(?:1[6-9]\d\d|20(?:0[1-9]|[1-3]\d))\b`,
	// a place in a source or in this book
	`(?i:theorem|lemma|corollary|section|chapter|part|definition|equation|table|` +
		`figure|exercise|problem|claim|page|p\.|pp\.|§§?)s?\s*` +
		`\d+(?:\.\d+)*(?:(?:\s*[,–]\s*|\s+and\s+|\s+to\s+)\d+(?:\.\d+)*)*`,
	// the version of a program or of a licence
	`(?:Go|SciPy|NumPy|PyTorch|Python|Unicode)\s+\d+(?:\.\d+)*`,
	`CC\s+BY(?:-SA)?\s+\d\.\d`,
	// the name of a format of floats
	`(?:32|64)-bit`,
}, "|") + `)`)

// citing lists the pages whose numbers belong to other people's works: volumes,
// pages, ISBNs, DOIs.
var citing = []string{"docs/sources.md"}

// word matches whole words, so that float64 and v0.17 are not taken for numbers.
var word = regexp.MustCompile(`[\pL\d_]+(?:[.,]\d+)*|\.\d+`)

// unprinted is a word that a run should have printed: a number with a decimal
// point, or of two digits or more.
var unprinted = regexp.MustCompile(`^(?:\.|\d\D*\d)`)

// numbers reports numbers in prose that no run printed, but those excepted.
func (c *checker) numbers(p markdown.Page) {
	if slices.Contains(citing, p.Path) {
		return
	}
	prose := exceptions.ReplaceAllStringFunc(string(p.Prose()), func(s string) string {
		return strings.Repeat(" ", len(s))
	})
	for _, at := range word.FindAllStringIndex(prose, -1) {
		if w := prose[at[0]:at[1]]; unprinted.MatchString(w) {
			c.add(p, at[0], "the number %s stands in no value marker: no run printed it", w)
		}
	}
}
