package learn

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

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
func ReadCSV(name string, r io.Reader) (Data, []string, error) {
	lines := csv.NewReader(r)
	lines.FieldsPerRecord = -1
	table := table{name: name}
	for {
		fields, err := lines.Read()
		if err == io.EOF {
			break
		}
		if wrong := (*csv.ParseError)(nil); errors.As(err, &wrong) {
			return Data{}, nil, fmt.Errorf("%s:%d: %w", name, wrong.Line, wrong.Err)
		}
		if err != nil {
			return Data{}, nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := lines.FieldPos(0)
		if err := table.add(line, fields); err != nil {
			return Data{}, nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	return table.data()
}

// A table is what has been read so far.
type table struct {
	name    string
	columns int // 0 before the first line
	first   int // the line of the first row, if no headings are above it
	rows    [][]float64
	classes []string // of each row
}

func (t *table) add(line int, fields []string) error {
	first := t.columns == 0
	if first {
		t.columns = len(fields)
		fields[0] = strings.TrimPrefix(fields[0], "\ufeff") // what some programs begin a file with
	}
	for i, field := range fields {
		fields[i] = strings.TrimSpace(field)
	}
	switch features := fields[:len(fields)-1]; {
	case len(fields) == 1:
		return errors.New("1 column, want features and a class")
	case len(fields) != t.columns:
		return fmt.Errorf("%d columns, want %d", len(fields), t.columns)
	case first && slices.ContainsFunc(features, isWord) && !slices.ContainsFunc(features, isNumber):
		return nil // headings
	default:
		if first {
			t.first = line
		}
		return t.addRow(features, fields[len(fields)-1])
	}
}

func (t *table) addRow(features []string, class string) error {
	row := make([]float64, len(features))
	for i, field := range features {
		x, err := number(field)
		if err != nil {
			return fmt.Errorf("column %d = %q, want a number", i+1, field)
		}
		row[i] = x
	}
	if class == "" {
		return fmt.Errorf("column %d is empty, want a class", t.columns)
	}
	t.rows = append(t.rows, row)
	t.classes = append(t.classes, class)
	return nil
}

func (t *table) data() (Data, []string, error) {
	if len(t.rows) == 0 {
		return Data{}, nil, fmt.Errorf("%s: no rows of features and a class", t.name)
	}
	names := inOrder(t.classes)
	if len(names) == 1 {
		return Data{}, nil, fmt.Errorf("%s: every row is of class %q, want two classes", t.name, names[0])
	}
	if t.first > 0 && isWord(t.classes[0]) && allNumbers(t.classes[1:]) {
		return Data{}, nil, fmt.Errorf("%s:%d: looks like headings: class %q, and numbers in all other lines",
			t.name, t.first, t.classes[0])
	}
	number := map[string]int{}
	for i, name := range names {
		number[name] = i
	}
	d := Data{X: t.rows, Classes: len(names)}
	for _, class := range t.classes {
		d.Y = append(d.Y, number[class])
	}
	return d, names, nil
}

// inOrder lists each class once.
func inOrder(classes []string) []string {
	names := slices.Compact(slices.Sorted(slices.Values(classes)))
	if allNumbers(names) {
		slices.SortStableFunc(names, func(a, b string) int {
			x, _ := number(a)
			y, _ := number(b)
			return cmp.Compare(x, y)
		})
	}
	return names
}

func allNumbers(fields []string) bool {
	return !slices.ContainsFunc(fields, func(s string) bool { return !isNumber(s) })
}

func isNumber(field string) bool {
	_, err := number(field)
	return err == nil
}

// isWord says whether a field is no number, nor stands for one that is missing or
// not finite.
func isWord(field string) bool {
	_, err := strconv.ParseFloat(field, 64)
	return errors.Is(err, strconv.ErrSyntax) && field != "" && field != "?"
}

// number reads a number that is finite.
func number(field string) (float64, error) {
	x, err := strconv.ParseFloat(field, 64)
	if err == nil && (math.IsInf(x, 0) || math.IsNaN(x)) {
		err = strconv.ErrRange
	}
	return x, err
}
