package data

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"crossentropy/info/learn"
)

// A Table is what [ReadCSV] has read.
type Table struct {
	learn.Data
	Names []string   // of the classes
	IDs   []IDColumn // which columns tell the rows apart, and nothing else
}

// ReadCSV reads a table as [Rows] does: features, which are numbers, and in the last
// column the class, a number or a word. The names of the classes are as they are written, in
// order: that of numbers if all are numbers, and else alphabetical. They are compared in the
// normal form NFC.
//
// Columns that tell the rows apart are left out, as an order of the rows would be learned
// from them: names of rows as of [Rows], and what is headed as an id, "customer_id" say. So
// is a first column that has no heading, or one of index, row, no, nr and #, if it counts the
// rows from 0 or 1, or if under such a heading it has another whole number for each. Where
// it is the only feature, or has another heading, it is kept.
//
// An error is one line that begins with name, and with the line number where it
// is about one line: `name:3: column 2 = "abc", want a number`. It is an error
// if there are no rows, if they differ in length, if a feature or a class is missing, if
// a feature is not a finite number, or if there are not two columns and two classes.
//
// Classes that are missing are those of [Rows], but "-" is a class where "+" is another.
// It is an error if one number is spelled in two ways, as in 1 and 1.0. So it is if there
// are no headings, but the first line looks as if it held some: of all classes it has the
// only word, or its fields are 0, 1, 2, 3 and so on.
func ReadCSV(name string, r io.Reader) (Table, error) {
	var x [][]float64
	var ids idColumns
	c := classes{index: map[string]int{}, numbers: map[float64]place{}}
	for row, err := range Rows(name, r) {
		if err != nil {
			return Table{}, err
		}
		ids.add(row)
		features, err := featuresOf(row, ids.out)
		if err != nil {
			return Table{}, err
		}
		if err := c.add(row); err != nil {
			return Table{}, err
		}
		x = append(x, features)
	}
	if err := c.check(name); err != nil {
		return Table{}, err
	}
	columns, leaveFirst := ids.end(len(x[0]))
	if leaveFirst {
		for i := range x {
			x[i] = x[i][1:]
		}
	}
	y, names := c.inOrder()
	return Table{learn.Data{X: x, Y: y, Classes: len(names)}, names, columns}, nil
}

// featuresOf reads the numbers of a row, but for those of ids.
func featuresOf(row Row, ids []bool) ([]float64, error) {
	last := len(row.Fields) - 1
	if last == 0 {
		return nil, row.line.errorf("%s, want features and a class", Count(row.index+1, "column"))
	}
	features := make([]float64, 0, last)
	for i := range last {
		if ids[i] {
			continue
		}
		x, err := row.Number(i)
		if err != nil {
			return nil, err
		}
		features = append(features, x)
	}
	if len(features) == 0 {
		return nil, row.line.errorf("no features, only ids and a class")
	}
	return features, nil
}

// Classes are those of the rows that have been read.
type classes struct {
	names   []string          // in the order of the rows
	index   map[string]int    // of a name
	numbers map[float64]place // the names that are numbers
	of      []int             // the index of the class of each row
	heading error             // that the first row looks like headings, unless its class comes again
	minus   error             // that "-" is missing, unless "+" is a class too
}

// add reads the class of a row.
func (c *classes) add(row Row) error {
	name := norm.NFC.String(row.Fields[len(row.Fields)-1])
	i, known := c.index[name]
	if !known {
		if err := c.addName(row, strings.Clone(name)); err != nil {
			return err
		}
		i = c.index[name]
	}
	c.of = append(c.of, i)
	return nil
}

// addName adds a class that has not been seen before.
func (c *classes) addName(row Row, name string) error {
	column := len(row.Fields) - 1
	if len(c.names) == 0 && row.Headings == nil {
		if column > 2 && areCounted(row.Fields) && name == strconv.Itoa(column) {
			return row.line.errorf("looks like headings: 0, 1, 2 and so on; write words above it")
		}
		if isWord(name) {
			c.heading = row.line.errorf(
				"looks like headings: class %s, and numbers in all other lines", quote(name))
		}
	}
	if isMissing(name) {
		err := row.Errorf(column, " is a missing class, or one of that name: "+
			"leave the row out, or write the name in another way")
		switch name {
		case "":
			return row.Errorf(column, " is missing, want a class")
		case "-":
			c.minus = err
		default:
			return err
		}
	}
	if x, err := parseField(name); err == nil {
		if before, twice := c.numbers[x]; twice {
			return row.Errorf(column, ", and %v: write one class in one way", before)
		}
		c.numbers[x] = place{name, row.Line}
	}
	c.index[name] = len(c.names)
	c.names = append(c.names, name)
	return nil
}

// check says what is wrong with the classes of a whole file.
func (c *classes) check(file string) error {
	_, plus := c.index["+"]
	switch {
	case c.minus != nil && !plus:
		return c.minus
	case len(c.names) == 0:
		return fmt.Errorf("%s: no rows of features and a class", file)
	case len(c.names) == 1:
		return fmt.Errorf("%s: every row is of class %s, want two classes", file, quote(c.names[0]))
	case c.heading != nil && allNumbers(c.names[1:]) && !slices.Contains(c.of[1:], 0):
		return c.heading
	}
	return nil
}

// inOrder returns the class of each row, and the names of the classes in order.
func (c *classes) inOrder() (y []int, names []string) {
	names = slices.Sorted(slices.Values(c.names))
	if allNumbers(names) {
		slices.SortFunc(names, func(a, b string) int {
			x, _ := parseField(a)
			y, _ := parseField(b)
			return cmp.Compare(x, y)
		})
	}
	rank := make([]int, len(names)) // of a class in names
	for i, name := range names {
		rank[c.index[name]] = i
	}
	y = make([]int, len(c.of))
	for i, class := range c.of {
		y[i] = rank[class]
	}
	return y, names
}

func allNumbers(fields []string) bool {
	return !slices.ContainsFunc(fields, func(s string) bool { return !isNumber(s) })
}
