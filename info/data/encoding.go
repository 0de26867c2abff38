package data

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A plainText reads a text in any of the encodings that [Rows] tells as UTF-8, in lines
// that end with "\n".
type plainText struct {
	line   line // that is read
	lines  *bufio.Scanner
	whole  []byte // the line, with its end
	rest   []byte // what of it is not yet handed on
	err    error
	known  bool // whether a line has told which of the two it is
	utf8   bool // and not Windows-1252
	inside bool // whether the line begins within quotes
	tried  int  // how many lines were tried for Windows-1252
}

// enough is how many lines that are not ASCII are tried for Windows-1252, which takes
// longer than to read them: a text in another encoding has given itself away by then.
const enough = 1000

// longest is the most bytes that a line can have, lest a file without an end fill the memory.
const longest = 1 << 26

func newPlainText(name string, r io.Reader) *plainText {
	text := bufio.NewReader(r)
	unmarked := transform.Transformer(transform.Nop)
	switch start, _ := text.Peek(2); {
	case len(start) < 2 || start[0] == start[1]:
	case start[0] == 0:
		unmarked = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder()
	case start[1] == 0:
		unmarked = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder()
	}
	lines := bufio.NewScanner(transform.NewReader(text, unicode.BOMOverride(unmarked)))
	lines.Buffer(nil, longest)
	lines.Split(splitLines)
	return &plainText{line: line{file: name}, lines: lines}
}

// splitLines is a [bufio.SplitFunc] for lines that end with CR, LF or both.
func splitLines(text []byte, atEOF bool) (advance int, first []byte, err error) {
	end := bytes.IndexAny(text, "\r\n")
	switch {
	case end < 0 && atEOF && len(text) > 0:
		return len(text), text, nil
	case end < 0:
		return 0, nil, nil
	case text[end] == '\n' || end+1 < len(text) && text[end+1] != '\n' || end+1 == len(text) && atEOF:
		return end + 1, text[:end], nil
	case end+1 < len(text):
		return end + 2, text[:end], nil
	}
	return 0, nil, nil // after a CR, more of the text must tell
}

func (t *plainText) Read(p []byte) (n int, err error) {
	if len(t.rest) == 0 && t.err == nil {
		t.rest, t.err = t.next()
	}
	n = copy(p, t.rest)
	t.rest = t.rest[n:]
	if n == 0 {
		err = t.err
	}
	return n, err
}

// next returns the next line, with "\n" at its end.
func (t *plainText) next() ([]byte, error) {
	if !t.lines.Scan() {
		err := t.lines.Err()
		if err == bufio.ErrTooLong {
			return nil, line{file: t.line.file, number: t.line.number + 1}.errorf(
				"longer than %d MB, want lines of text", longest>>20)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.line.file, err)
		}
		return nil, io.EOF
	}
	t.line.number++
	text, err := t.decode(t.lines.Bytes())
	if err != nil {
		return nil, err
	}
	t.whole = append(t.tidied(t.whole[:0], text), '\n')
	return t.whole, nil
}

// decode reads a line as UTF-8, or as Windows-1252, as the first line told that has
// more than ASCII.
func (t *plainText) decode(text []byte) ([]byte, error) {
	if bytes.IndexByte(text, 0) >= 0 {
		return nil, t.line.errorf("a zero byte, want text: save the table as CSV")
	}
	ascii := !bytes.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf })
	if ascii {
		return text, nil
	}
	valid := utf8.Valid(text)
	if !t.known {
		t.known, t.utf8 = true, valid
	}
	switch {
	case t.utf8 && valid:
		return text, nil
	case t.utf8:
		return nil, t.line.errorf("not UTF-8, as lines above are: save the table as UTF-8")
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(text)
	t.tried++
	if bytes.ContainsRune(text, utf8.RuneError) || t.tried <= enough && garbled.Match(text) {
		err = t.line.errorf("neither UTF-8 nor Windows-1252: save the table as UTF-8")
	}
	return text, err
}

// garbled matches what texts in Windows-1252 do not have, but texts in other encodings that
// are read as such do. Of 280,000 lines of messages in languages of Western Europe it
// matches fewer than 1 in 10,000; of names of countries in Chinese, Japanese, Korean, Russian,
// Greek, Hebrew, Arabic and Thai, in the encodings that each had, 98 in 100.
var garbled = regexp.MustCompile(strings.NewReplacer(
	"LETTER", "À-ÖØ-öø-ÿŒœŠšŽžŸ", "CAPITAL", "À-ÖØ-ÝŒŠŽŸ", // beyond ASCII; Þ begins "Þú"
).Replace(
	`[ƒˆ˜¤¦¨¬¯¶¸]` + // signs that nobody writes
		`|\pL[€†‡‰‹›™“”•¡-¥§©«®¹»-¿]\pL|\pL[‚„]|[†‡™®©]\pL` + // signs inside of words
		`|\pL[²³]\pL\pL|\pL\pL[ªº]\pL` + // which "W/m²K" and "nºs" have
		`|[¢-¥©®±-¶¸¹¼-¾·×÷][LETTER]|[¢-¦¨-ª¬-º¼-¾×÷]{2}|¿[¢-¾]|[–—•“«][LETTER][–—•‘“«]` + // in a row
		`|[¡-ª¬-º¼-ÿ€ŒœŠšŽž]{4}` +
		`|\p{Ll}[ŒŠŽŸ]|\pL[ŒŠŽŸ]\p{Ll}|\p{Ll}{2}[CAPITAL]|Ÿ\p{Ll}` + // capitals inside of words
		`|(^|\PL)([LETTER]{3,}|[CAPITAL][LETTER]|[LETTER][CAPITAL])(\PL|$)`)) // words without ASCII

// tidied appends a line without what [csv.Reader] does not accept, or takes for a field: the
// space around a quoted field, the sign by which spreadsheets tell a text from a number, as in
// ="1", and that by which DOS ends a file.
func (t *plainText) tidied(to, text []byte) []byte {
	text = bytes.TrimRight(text, "\x1a")
	isEnd := func(rest []byte) bool { return len(rest) == 0 || bytes.IndexByte([]byte(";,|\t"), rest[0]) >= 0 }
	begins := true // a field
	for i, c := range text {
		if !t.inside {
			rest := bytes.TrimLeft(text[i:], " ")
			isQuoted := bytes.HasPrefix(rest, []byte(`"`))
			switch {
			case c == ' ' && (len(rest) == 0 || begins && isQuoted || isEnd(rest) && bytes.HasSuffix(to, []byte(`"`))):
				continue
			case c == '=' && begins && bytes.HasPrefix(rest, []byte(`="`)):
				continue
			}
		}
		if c == '"' {
			t.inside = !t.inside
		}
		begins = begins && c == ' ' || !t.inside && isEnd([]byte{c})
		to = append(to, c)
	}
	return to
}
