package data

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// A line is a line of a file, cut into fields.
type line struct {
	file      string
	number    int      // in the file, from 1
	fields    []string // one at least, without the spaces around them; the next line reuses it
	separator rune     // that stood between them
}

func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.file, l.number, fmt.Errorf(format, args...))
}

// linesOf yields the lines of a file that have anything in one of their fields, and
// where it cannot go on an error, which begins with the name of the file.
func linesOf(name string, r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		text := bufio.NewReaderSize(newPlainText(name, r), 1<<16)
		separator, err := separatorOf(name, text)
		if err != nil {
			yield(line{}, err)
			return
		}
		lines := csvReader(text, separator)
		lines.ReuseRecord = true
		for {
			fields, err := lines.Read()
			if err == io.EOF {
				return
			}
			if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
				err = line{file: name, number: wrong.Line}.errorf("%w", wrong.Err)
			}
			if err != nil {
				yield(line{}, err)
				return
			}
			empty := true
			for i, field := range fields {
				fields[i] = strings.TrimSpace(field)
				empty = empty && fields[i] == ""
			}
			if empty {
				continue
			}
			number, _ := lines.FieldPos(0)
			if !yield(line{name, number, fields, separator}, nil) {
				return
			}
		}
	}
}

func csvReader(r io.Reader, separator rune) *csv.Reader {
	lines := csv.NewReader(r)
	lines.Comma = separator
	lines.FieldsPerRecord = -1                 // any number of them
	lines.TrimLeadingSpace = separator != '\t' // which is a space too
	return lines
}

// announced is a first line that says which separator the others have, as Excel
// understands it.
var announced = regexp.MustCompile(`^(?i)"?sep=(.)"?\n`)

// separators are what may stand between fields, in the order in which they are tried.
const separators = "\t;,| "

// separatorOf finds out what stands between the fields of a text, by its beginning.
func separatorOf(name string, text *bufio.Reader) (rune, error) {
	head, _ := text.Peek(text.Size()) // an error comes again
	if says := announced.FindSubmatch(head); says != nil {
		separator, _ := utf8.DecodeRune(says[1])
		if !strings.ContainsRune(separators, separator) {
			return 0, line{file: name, number: 1}.errorf(
				"separator %q, want a comma, semicolon, tab, bar or space", separator)
		}
		text.Discard(len(says[0]) - 1) // an empty line stays, so that the others keep their numbers
		return separator, nil
	}
	inFirst := ',' // or what stands in the first line alone
	for _, separator := range separators {
		lines := csvReader(bytes.NewReader(head), separator)
		first, _ := lines.Read()
		second, err := lines.Read()
		if len(first) > 1 && (len(second) > 1 || err == io.EOF) {
			return separator, nil
		}
		if len(first) > 1 && inFirst == ',' && separator != ' ' {
			inFirst = separator
		}
	}
	return inFirst, nil
}

// A plainText reads a text in any of the encodings that [Rows] tells as UTF-8, in lines
// that end with "\n".
type plainText struct {
	line  line // that is read
	lines *bufio.Scanner
	whole []byte // the line, with its end
	rest  []byte // what of it is not yet handed on
	err   error
	known bool // whether a line has told which of the two it is
	utf8  bool // and not Windows-1252
}

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
	t.whole = append(append(t.whole[:0], withoutSpaces(text)...), '\n')
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
	if err == nil && bytes.ContainsRune(text, utf8.RuneError) {
		err = t.line.errorf("neither UTF-8 nor Windows-1252: save the table as UTF-8")
	}
	return text, err
}

// quoted matches the space after a quoted field.
var quoted = regexp.MustCompile(`" +([;,|\t])`)

// withoutSpaces drops spaces that [csv.Reader] does not accept, or takes for a field.
func withoutSpaces(text []byte) []byte {
	text = bytes.TrimRight(text, " ")
	if bytes.Contains(text, []byte(`" `)) {
		text = quoted.ReplaceAll(text, []byte(`"$1`))
	}
	return text
}
