package data

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	encoding "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"crossentropy/info"
	"crossentropy/info/language"
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
	t, run := Tally{}, []byte(nil)
	end := func() {
		if text := strings.TrimRightFunc(string(run), isJoint); text != "" {
			t[norm.NFC.String(strings.ToLower(spelled.Replace(text)))]++
		}
		run = run[:0]
	}
	for c, err := range characters(r) {
		if errors.As(err, new(notText)) {
			err = fmt.Errorf("%w, or count its bytes", err)
		}
		if err != nil {
			return nil, err
		}
		if len(run) > 0 && !isPart(c, false) {
			end()
		}
		if isPart(c, len(run) == 0) {
			run = utf8.AppendRune(run, c)
		}
	}
	end()
	return t, nil
}

// notText is an error about bytes that are no characters.
type notText string

func (e notText) Error() string { return string(e) }

// characters yields those of a text in the normal form NFC, up to the first error.
func characters(r io.Reader) iter.Seq2[rune, error] {
	return func(yield func(rune, error) bool) {
		line := 1
		decoded := transform.NewReader(r, encoding.BOMOverride(transform.Nop))
		for text := bufio.NewReader(norm.NFC.Reader(decoded)); ; {
			c, size, err := text.ReadRune()
			switch {
			case err == io.EOF:
				return
			case c == utf8.RuneError && size == 1:
				err = notText(fmt.Sprintf("line %d is not UTF-8: save the text as UTF-8", line))
			case c == 0 && err == nil:
				err = notText(fmt.Sprintf("line %d has a zero byte: save the text as UTF-8", line))
			case c == '\n':
				line++
			}
			if !yield(c, err) || err != nil {
				return
			}
		}
	}
}

// ReadLetters reads a text as [language.Letters] does, which is UTF-8, or UTF-16 if its byte
// order mark says so. An error begins with name. It is an error if the text is not Unicode,
// and if there is no letter.
func ReadLetters(name string, r io.Reader) (string, error) {
	var written strings.Builder
	for c, err := range characters(r) {
		if err != nil {
			return "", fmt.Errorf("%s: %w", name, err)
		}
		written.WriteRune(c)
	}
	text := language.Letters(written.String())
	if text == "" {
		return "", fmt.Errorf("%s: no letters to read", name)
	}
	return text, nil
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
