package data

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed letter_pairs.csv
var letterPairs string

// Letters returns how often each letter stands in the training part of a language, one of
// the 14 of letter_pairs.csv: "English", "German" and so on. Letters are small, and spaces
// between words are left out, as [CountText] counts letters.
//
// It panics if there is no such language.
func Letters(language string) Tally {
	t := Tally{}
	for row, err := range Rows("letter_pairs.csv", strings.NewReader(letterPairs)) {
		if err != nil {
			panic(err)
		}
		if row.Fields[0] != language || row.Fields[1] != "train" || row.Fields[2] == "_" {
			continue
		}
		pairs, err := row.Number(4) // that begin with the letter
		if err != nil {
			panic(err)
		}
		t[strings.Clone(row.Fields[2])] += pairs
	}
	if len(t) == 0 {
		panic(fmt.Sprintf("data: no language %q in letter_pairs.csv", language))
	}
	return t
}
