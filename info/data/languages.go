package data

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"crossentropy/info/language"
)

//go:embed letter_pairs.csv
var letterPairs string

// A Language is how often each letter came after each other one in two parts of a text that
// is written in it.
type Language struct {
	Name, Code  string           // as in "English" and "en", which is that of ISO 639
	Train, Test *language.Counts // of order 1
}

// codes are those of the languages, in the order of the file.
var codes = []string{
	"en", "fr", "es", "pt", "it", "de", "nl", "da", "sv", "fi", "hu", "pl", "tr", "sw",
}

// Languages returns the 14 languages of letter_pairs.csv, relatives together, and the
// letters that any of them has in either part. They are read once, and the same for all
// who ask.
func Languages() (all []Language, alphabet []rune) { return readLanguages() }

var readLanguages = sync.OnceValues(func() (all []Language, alphabet []rune) {
	for row, err := range Rows("letter_pairs.csv", strings.NewReader(letterPairs)) {
		if err != nil {
			panic(err)
		}
		times, err := row.Number(4)
		if err != nil {
			panic(err)
		}
		name, part := row.Fields[0], row.Fields[1]
		if len(all) == 0 || all[len(all)-1].Name != name {
			all = append(all, Language{
				strings.Clone(name), codes[len(all)], language.NewCounts(1), language.NewCounts(1),
			})
		}
		counts := all[len(all)-1].Train
		if part == "test" {
			counts = all[len(all)-1].Test
		}
		next, _ := utf8.DecodeRuneInString(row.Fields[3])
		counts.AddTimes(row.Fields[2], next, int(times))
	}
	for _, l := range all {
		alphabet = slices.Concat(alphabet, l.Train.Alphabet(), l.Test.Alphabet())
	}
	slices.Sort(alphabet)
	return all, slices.Compact(alphabet)
})

// Letters returns how often each letter stands in the training part of a language, one of
// the 14: "English", "German" and so on. Letters are small, and spaces between words are
// left out, as [CountText] counts letters.
//
// It panics if there is no such language.
func Letters(name string) Tally {
	all, _ := Languages()
	i := slices.IndexFunc(all, func(l Language) bool { return l.Name == name })
	if i < 0 {
		panic(fmt.Sprintf("data: no language %q in letter_pairs.csv", name))
	}
	t := Tally{}
	for _, letter := range all[i].Train.Alphabet() {
		if letter != language.Space {
			t[string(letter)] = float64(all[i].Train.Times("", letter))
		}
	}
	return t
}

//go:embed opticks.txt
var opticks string

// Opticks returns the first part of the first book of Newton's Opticks, as it is written.
func Opticks() string { return opticks }

// Sentences returns what there is to guess, letter by letter, in Shannon's game. None of it
// stands in Opticks.
func Sentences() []string {
	return []string{
		"a drop of rain bends the light of the sun",
		"the morning came in through the window",
		"she held the glass up to the evening sky",
		"we saw the stars from the top of the hill",
		"nobody looks straight into the sun for long",
		"an old lamp stood on the table in the hall",
		"the shadow of the tower fell across the road",
		"the colours of the bow keep the same order",
	}
}
