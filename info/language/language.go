// Package language forecasts the next letter of a text from the letters before it, and
// says what texts cost under such forecasts.
//
// What it counts and forecasts are the characters of a string, each of them a letter,
// whatever it is; [Letters] makes such a string of what people write. A text is taken to
// follow a beginning without end, of the letter [Space]: so its first letter has letters
// before it, as many as a model looks at.
//
// Source: Shannon 1948, §3; Shannon 1951.
package language

import (
	"strings"
	"unicode"
)

// Space is the letter behind each word, and before the first.
const Space = '_'

// Letters returns what is written as a text of letters: those of its words, in lower case,
// with a [Space] behind each word, as in "wie_spät_ist_s_" for "Wie spät ist's?".
//
// A word is a run of letters of any alphabet. Digits, punctuation and the like part words,
// and are dropped; marks on letters, and what cannot be seen, are dropped without parting
// them. So a letter should come with its mark as one character, in the normal form NFC,
// which is for the caller to see to. Where nothing is a letter, the text is "".
func Letters(written string) string {
	var text strings.Builder
	inWord := false
	for _, c := range written {
		switch {
		case unicode.IsLetter(c):
			text.WriteRune(unicode.ToLower(c))
			inWord = true
		case inWord && !unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
			text.WriteRune(Space)
			inWord = false
		}
	}
	if inWord {
		text.WriteRune(Space)
	}
	return text.String()
}

// Split cuts a text in two, such a share of its letters and the rest, to count the one and
// hold back the other.
func Split(text string, share float64) (counted, held string) {
	letters := []rune(text)
	at := int(share * float64(len(letters)))
	return string(letters[:at]), string(letters[at:])
}
