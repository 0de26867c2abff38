package data

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"crossentropy/info"
)

// Units are what [CountText] can count.
var Units = []string{"words", "letters", "bytes"}

// A Tally says how often each outcome was seen, by their names.
type Tally map[string]float64

// CountText counts the words, letters or bytes of a text, as unit says.
//
// Words and letters are counted in lower case and in the normal form NFC, so that "The"
// is "the", and "é" is one letter however it was typed. A word is a run of letters and
// digits, with apostrophes and hyphens between them. The text is UTF-8, or begins with a
// byte order mark, which may say that it is UTF-16. In other encodings letters would be
// mistaken for others, so that they are refused. A byte is called by the character
// that ASCII has for it, and by its number, as in 0x0a, where that cannot be seen.
//
// An error begins with name. It is an error if the text is not Unicode, unless bytes are
// counted, and if there is nothing to count.
func CountText(name string, r io.Reader, unit string) (Tally, error) {
	var t Tally
	var err error
	switch unit {
	case "words":
		t, err = countRuns(r, inWord)
	case "letters":
		t, err = countRuns(r, inLetter)
	case "bytes":
		t, err = countBytes(r)
	default:
		return nil, fmt.Errorf("no unit %q: there are %s", unit, strings.Join(Units, ", "))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(t) == 0 {
		return nil, fmt.Errorf("%s: no %s to count", name, unit)
	}
	return t, nil
}

// inWord says whether c is part of a word, which it begins or goes on with.
func inWord(c rune, begins bool) bool {
	return unicode.In(c, unicode.Letter, unicode.Digit) ||
		!begins && (unicode.Is(unicode.Mark, c) || isJoint(c))
}

// isJoint says whether c may stand inside of a word, but not at its ends.
func isJoint(c rune) bool { return strings.ContainsRune("'’-\u2010\u00ad", c) }

// spelled makes one of two spellings: of a word with a place to part it, and with
// either apostrophe.
var spelled = strings.NewReplacer("\u00ad", "", "’", "'")

// inLetter says whether c is a letter of its own, or a mark on the one before.
func inLetter(c rune, begins bool) bool {
	return begins && unicode.IsLetter(c) || !begins && unicode.Is(unicode.Mark, c)
}

// countRuns counts the longest runs of characters that are part of one.
func countRuns(r io.Reader, isPart func(c rune, begins bool) bool) (Tally, error) {
	t, run, line := Tally{}, []byte(nil), 1
	end := func() {
		if text := strings.TrimRightFunc(string(run), isJoint); text != "" {
			t[norm.NFC.String(strings.ToLower(spelled.Replace(text)))]++
		}
		run = run[:0]
	}
	decoded := transform.NewReader(r, encoding.BOMOverride(transform.Nop))
	for text := bufio.NewReader(norm.NFC.Reader(decoded)); ; {
		c, size, err := text.ReadRune()
		switch {
		case err == io.EOF:
			end()
			return t, nil
		case err != nil:
			return nil, err
		case c == utf8.RuneError && size == 1:
			return nil, fmt.Errorf("line %d is not UTF-8: save the text as UTF-8, or count its bytes", line)
		case c == 0:
			return nil, fmt.Errorf("line %d has a zero byte: save the text as UTF-8, or count its bytes", line)
		case c == '\n':
			line++
		}
		if len(run) > 0 && !isPart(c, false) {
			end()
		}
		if isPart(c, len(run) == 0) {
			run = utf8.AppendRune(run, c)
		}
	}
}

func countBytes(r io.Reader) (Tally, error) {
	var counts info.ByteCounts
	if _, err := io.Copy(&counts, r); err != nil {
		return nil, err
	}
	t := Tally{}
	for b := range 256 {
		if n := counts.Count(byte(b)); n > 0 {
			t[byteName(byte(b))] = float64(n)
		}
	}
	return t, nil
}

func byteName(b byte) string {
	if b > ' ' && b <= '~' {
		return string(rune(b))
	}
	return fmt.Sprintf("0x%02x", b)
}

// Names returns the outcomes that either tally has, in order of how often the first has
// them, then how often the second has them, and of the alphabet.
func Names(p, q Tally) []string {
	all := maps.Clone(p)
	maps.Copy(all, q)
	return slices.SortedFunc(maps.Keys(all), func(a, b string) int {
		return cmp.Or(cmp.Compare(p[b], p[a]), cmp.Compare(q[b], q[a]), cmp.Compare(a, b))
	})
}

// Counts returns how often each outcome was seen, in the order of names.
func (t Tally) Counts(names []string) []float64 {
	counts := make([]float64, len(names))
	for i, name := range names {
		counts[i] = t[name]
	}
	return counts
}
