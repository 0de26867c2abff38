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
)

// A line is a line of a file, cut into fields.
type line struct {
	file      string
	number    int      // in the file, from 1
	fields    []string // one at least, without the spaces around them; the next line reuses it
	spaced    []string // the same with the spaces around them
	separator rune     // that stood between them
	quoted    bool     // whether quotes stood around the first, where others follow
	heads     bool     // it is the first line, in quotes and a field shorter than the next
}

func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.file, l.number, fmt.Errorf(format, args...))
}

// linesOf yields the lines of a file that have anything in one of their fields, and
// where it cannot go on an error, which begins with the name of the file.
func linesOf(name string, r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		text := bufio.NewReaderSize(newPlainText(name, r), 1<<16)
		separator, above, err := begin(name, text)
		if err != nil {
			yield(line{}, err)
			return
		}
		head, _ := text.Peek(text.Size()) // an error comes again
		isShorter := isShorter(head, separator)
		lines := csvReader(text, separator)
		lines.ReuseRecord = true
		lines.TrimLeadingSpace = separator == ' '
		var spaced []string
		for {
			fields, err := lines.Read()
			if err == io.EOF {
				return
			}
			l := line{file: name, fields: fields, separator: separator}
			if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
				l.number = above + wrong.StartLine
				err = l.wrongQuote(lines, wrong.Err)
			}
			if err != nil {
				yield(line{}, err)
				return
			}
			l.quoted = isFirstQuoted(lines, fields)
			l.heads, isShorter = l.quoted && isShorter, false
			spaced = append(spaced[:0], fields...)
			l.spaced = spaced
			if !l.trim() {
				continue
			}
			number, _ := lines.FieldPos(0)
			l.number = above + number
			if !yield(l, nil) {
				return
			}
		}
	}
}

// isShorter says whether the first line of a table has a field less than the second, and others.
func isShorter(table []byte, separator rune) bool {
	lines := csvReader(bytes.NewReader(table), separator)
	first, _ := lines.Read()
	second, _ := lines.Read()
	return len(first) > 1 && filled(second) == len(first)+1
}

// wrongQuote says of the field behind those of the line, which begins where they do or
// below, what its quotes are.
func (l line) wrongQuote(lines *csv.Reader, wrong error) error {
	column := len(l.fields) + 1
	if column > 1 {
		first, _ := lines.FieldPos(0)
		last, _ := lines.FieldPos(column - 2)
		l.number += last - first + strings.Count(l.fields[column-2], "\n")
	}
	if wrong == csv.ErrQuote {
		return l.errorf("column %d opens a quote that does not close at its end", column)
	}
	return l.errorf("column %d has a quote inside: put it in quotes, and double those inside", column)
}

// isFirstQuoted says whether the first of several fields was quoted: quotes, and a
// separator, stand between it and the second.
func isFirstQuoted(lines *csv.Reader, fields []string) bool {
	if len(fields) == 1 {
		return false
	}
	number, from := lines.FieldPos(0)
	next, to := lines.FieldPos(1)
	return next > number || to-from >= len(fields[0])+len(`"",`)
}

// trim leaves out what spreadsheets write around the fields, and says whether there is
// anything in one of them.
func (l line) trim() (any bool) {
	for i, field := range l.fields {
		field = strings.TrimSpace(field)
		if text, ok := strings.CutPrefix(field, `="`); ok && strings.HasSuffix(text, `"`) {
			field = strings.TrimSuffix(text, `"`)
		}
		l.fields[i] = field
		any = any || field != ""
	}
	return any
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

// drawn is a line that parts rows, as databases draw them on a terminal.
var drawn = regexp.MustCompile(
	`^[-+|: \x{2500}-\x{257f}]*(--|[\x{2500}-\x{257f}]{2})[-+|: \x{2500}-\x{257f}]*$`)

// begin finds out by the beginning of a text what stands between its fields. It reads
// what comes before the headings, and returns how many lines that were.
func begin(name string, text *bufio.Reader) (separator rune, above int, err error) {
	head, _ := text.Peek(text.Size()) // an error comes again
	if says := announced.FindSubmatch(head); says != nil {
		separator, _ := utf8.DecodeRune(says[1])
		if !strings.ContainsRune(separators, separator) {
			return 0, 0, line{file: name, number: 1}.errorf(
				"separator %q, want a comma, semicolon, tab, bar or space", separator)
		}
		text.Discard(len(says[0]))
		return separator, 1, nil
	}
	table, comment := head, []byte(nil) // the line above the table
	for bytes.HasPrefix(table, []byte("#")) || bytes.HasPrefix(table, []byte("\n")) {
		comment = table
		_, table, _ = bytes.Cut(table, []byte("\n"))
		above++
	}
	for i, row := range bytes.SplitN(table, []byte("\n"), 4) {
		if i < 3 && drawn.Match(row) {
			return 0, 0, line{file: name, number: above + i + 1}.errorf(
				"a table drawn with lines: save it without them, by mysql -B, psql --csv or sqlite3 -csv")
		}
	}
	separator = separatorOf(table)
	if headings := headingsIn(comment, table, separator); headings != nil {
		table, above = headings, above-1
	}
	text.Discard(len(head) - len(table))
	return separator, above, nil
}

// headingsIn returns a text from where its headings begin, in a comment above a table
// that has none below, or nil where the comment is something else: it is cut into as many
// fields as the table.
func headingsIn(comment, table []byte, separator rune) []byte {
	row, _ := csvReader(bytes.NewReader(table), separator).Read()
	if comment == nil || len(row) < 2 || areHeadings(row) {
		return nil
	}
	words := bytes.TrimLeft(comment, "# ")
	if first, _ := utf8.DecodeRune(words); first == separator { // # is a heading
		words = comment
	}
	if names, _ := csvReader(bytes.NewReader(words), separator).Read(); len(names) != len(row) {
		return nil
	}
	return words
}

// separators are what may stand between fields, in the order in which they are tried.
const separators = "\t;,| "

// separatorOf finds out what stands between the fields of a table, by its beginning.
func separatorOf(head []byte) rune {
	inFirst := ',' // or what stands in the first line alone
	for _, separator := range separators {
		lines := csvReader(bytes.NewReader(head), separator)
		first, _ := lines.Read()
		second, err := lines.Read()
		if len(first) > 1 && (len(second) > 1 || err == io.EOF) {
			return separator
		}
		if len(first) > 1 && inFirst == ',' && separator != ' ' {
			inFirst = separator
		}
	}
	return inFirst
}
