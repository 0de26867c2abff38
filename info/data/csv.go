package data

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"crossentropy/info/learn"
)

// A Line is a line of comma-separated values.
type Line struct {
	File   string
	Number int      // of the line in the file, from 1
	Fields []string // one at least, without the spaces around them
}

// Errorf returns an error about the line, which begins with where it is: "name:3: ".
func (l Line) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", l.File, l.Number, fmt.Errorf(format, args...))
}

// Lines reads comma-separated values from a file of that name. It yields each line
// that is not empty, and where it cannot go on an error, which begins with the name,
// and with the line number where it is about one line.
func Lines(name string, r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		lines := csv.NewReader(withoutMark(r))
		lines.FieldsPerRecord = -1 // any number of them
		lines.TrimLeadingSpace = true
		for {
			fields, err := lines.Read()
			if err == io.EOF {
				return
			}
			if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
				yield(Line{}, fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err))
				return
			}
			if err != nil {
				yield(Line{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			for i := range fields {
				fields[i] = strings.TrimSpace(fields[i])
			}
			number, _ := lines.FieldPos(0)
			if !yield(Line{name, number, fields}, nil) {
				return
			}
		}
	}
}

// withoutMark skips the byte order mark that some programs begin a file with.
func withoutMark(r io.Reader) io.Reader {
	const mark = "\ufeff"
	text := bufio.NewReader(r)
	if start, _ := text.Peek(len(mark)); string(start) == mark {
		text.Discard(len(mark))
	}
	return text
}

// ReadCSV reads rows of comma-separated values: features, which are numbers, and
// in the last column the class, a number or a word. A first line whose features
// are words, one at least, and no numbers, holds headings, and is left out. An
// empty field and "?" are no words: they stand for what is missing. It returns the
// data and the names of the classes, as they are written, in order: that of
// numbers if all are numbers, and else alphabetical. Spaces around a value do not
// count.
//
// An error is one line that begins with name, and with the line number where it
// is about one line: `name:3: column 2 = "abc", want a number`. It is an error
// if there are no rows, if they differ in length, if a feature is not a finite
// number, if a class is missing, or if there are not two columns and two classes.
// So it is if the first line has numbers for features, and of all classes the
// only word: headings look like that where columns are numbered.
func ReadCSV(name string, r io.Reader) (learn.Data, []string, error) {
	var t table
	for line, err := range Lines(name, r) {
		if err == nil {
			err = t.add(line)
		}
		if err != nil {
			return learn.Data{}, nil, err
		}
	}
	names := inOrder(t.classes)
	switch {
	case len(names) == 0:
		return learn.Data{}, nil, fmt.Errorf("%s: no rows of features and a class", name)
	case len(names) == 1:
		return learn.Data{}, nil, fmt.Errorf("%s: every row is of class %q, want two classes", name, names[0])
	case !t.headed && isWord(t.classes[0]) && allNumbers(t.classes[1:]):
		return learn.Data{}, nil, t.first.Errorf(
			"looks like headings: class %q, and numbers in all other lines", t.classes[0])
	}
	d := learn.Data{X: t.rows, Classes: len(names)}
	for _, class := range t.classes {
		d.Y = append(d.Y, slices.Index(names, class))
	}
	return d, names, nil
}

// A table is what has been read so far.
type table struct {
	first   Line
	headed  bool // the first line holds headings
	rows    [][]float64
	classes []string // of each row
}

func (t *table) add(line Line) error {
	first := t.first.Number == 0
	if first {
		t.first = line
	}
	columns, last := len(t.first.Fields), len(line.Fields)-1
	features, class := line.Fields[:last], line.Fields[last]
	switch {
	case last == 0:
		return line.Errorf("1 column, want features and a class")
	case last+1 != columns:
		return line.Errorf("%d columns, want %d", last+1, columns)
	case first && slices.ContainsFunc(features, isWord) && !slices.ContainsFunc(features, isNumber):
		t.headed = true
		return nil
	}
	row := make([]float64, len(features))
	for i, field := range features {
		if !isNumber(field) {
			return line.Errorf("column %d = %q, want a number", i+1, field)
		}
		row[i] = number(field)
	}
	if class == "" {
		return line.Errorf("column %d is empty, want a class", columns)
	}
	t.rows, t.classes = append(t.rows, row), append(t.classes, class)
	return nil
}

// inOrder lists each class once.
func inOrder(classes []string) []string {
	names := slices.Compact(slices.Sorted(slices.Values(classes)))
	if allNumbers(names) {
		slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(number(a), number(b)) })
	}
	return names
}

func allNumbers(fields []string) bool {
	return !slices.ContainsFunc(fields, func(s string) bool { return !isNumber(s) })
}

func isNumber(field string) bool { return !math.IsNaN(number(field)) }

// isWord says whether a field is no number, nor stands for one that is missing or
// not finite.
func isWord(field string) bool {
	_, err := strconv.ParseFloat(field, 64)
	return errors.Is(err, strconv.ErrSyntax) && field != "" && field != "?"
}

// number reads a number, or returns NaN if there is none that is finite.
func number(field string) float64 {
	x, err := strconv.ParseFloat(field, 64)
	if err != nil || math.IsInf(x, 0) {
		return math.NaN()
	}
	return x
}
