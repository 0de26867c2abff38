package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"crossentropy/docs/internal/markdown"
)

// exceptions are the numbers in prose that no run prints, and may stand.
var exceptions = []string{
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
}

// citing are the pages of numbers that other people's works bear: volumes,
// pages, ISBNs, DOIs.
var citing = []string{"docs/sources.md"}

// word is one whole, so that float64 and v0.17 are none of our numbers.
var word = regexp.MustCompile(`[\pL\d_]+(?:[.,]\d+)*|\.\d+`)

// unprinted is a word that a run should have printed: a number with a decimal
// point, or of two digits or more.
var unprinted = regexp.MustCompile(`^(?:\.|\d\D*\d)`)

// numbers reports numbers in prose that no run printed, but those allowed.
func numbers(p markdown.Page, allowed []*regexp.Regexp) []finding {
	if slices.Contains(citing, p.Path) {
		return nil
	}
	prose := string(p.Prose())
	for _, e := range allowed {
		prose = e.ReplaceAllStringFunc(prose, func(s string) string {
			return strings.Repeat(" ", len(s))
		})
	}
	var found []finding
	for _, at := range word.FindAllStringIndex(prose, -1) {
		if w := prose[at[0]:at[1]]; unprinted.MatchString(w) {
			found = append(found, finding{
				at[0],
				fmt.Sprintf("the number %s stands in no value marker: no run printed it", w),
			})
		}
	}
	return found
}

// exceptional is the exceptions and the titles of the chapters, which have numbers.
func exceptional(titles []string) []*regexp.Regexp {
	var all []*regexp.Regexp
	for _, e := range exceptions {
		all = append(all, regexp.MustCompile(`(?:^|[^\pL\d])`+e))
	}
	for _, t := range titles {
		all = append(all, regexp.MustCompile(regexp.QuoteMeta(t)))
	}
	return all
}
