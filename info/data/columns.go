package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Columns returns where the columns are that are wanted, among any others. Each goes by some
// names in small letters, with "_" between words, of which the first is the usual. A heading
// may have capitals, spaces, points, slashes or hyphens instead, and before it " - " and the
// name of a run, as wandb writes it, or behind it a percent sign, as in "p (%)". Of two columns it is
// the one of the usual name.
//
// Where some are missing, and there are as many columns as are wanted, they are all of them in
// that order, if those that are there stand in it and no heading is a number, which may be one of
// a row. Anything else is an error, and so are two columns that may be the same.
func (r Row) Columns(wanted ...[]string) (columns []int, err error) {
	found := 0
	inOrder := len(r.Fields) == len(wanted) && !slices.ContainsFunc(r.Headings, isNumber)
	var want []string
	for i, names := range wanted {
		at, err := r.column(names)
		switch {
		case err != nil:
			return nil, err
		case at < 0:
			columns, want = append(columns, i), append(want, names[0])
		default:
			found, inOrder = found+1, inOrder && at == i
			columns, want = append(columns, at), append(want, r.Headings[at])
		}
	}
	switch {
	case found == len(wanted) || inOrder:
		return columns, nil
	case r.Headings != nil:
		return nil, r.headings().errorf("the headings are %s, want %s among them",
			r.quotedHeadings(), strings.Join(want, ","))
	}
	return nil, r.line.errorf("%s, want %s", Count(len(r.Fields), "column"), strings.Join(want, ","))
}

// Taken says which of the columns that [Row.Columns] returned for the first row stand for something by
// their order alone, as in "p is the column Anteil", or that there are no headings: "" if neither.
func (r Row) Taken(columns []int, wanted ...[]string) string {
	if r.Headings == nil {
		return fmt.Sprintf("no headings: line %d is taken for data", r.Line)
	}
	var said []string
	for i, names := range wanted {
		if !slices.Contains(names, NameOf(r.Headings[columns[i]])) {
			said = append(said, names[0]+" is the column "+r.Headings[columns[i]])
		}
	}
	return strings.Join(said, ", ")
}

// column returns where the column of one of some names is, or −1.
func (r Row) column(names []string) (int, error) {
	name := r.Named(names...)
	if name == "" {
		return -1, nil
	}
	at, isUsual := slices.Index(r.named, name), name == names[0]
	for i, other := range r.named {
		switch {
		case i == at || !slices.Contains(names, other) || isUsual && other != name:
		case isUsual || r.Headings[i] == r.Headings[at]:
			return 0, r.headings().errorf("columns %d and %d are both headed %q, want one",
				at+r.index+1, i+r.index+1, name)
		default:
			return 0, r.headings().errorf("columns %q and %q may both be the %s: head one of them %[3]s",
				r.Headings[at], r.Headings[i], names[0])
		}
	}
	return at, nil
}

// Named returns the first of some names that heads a column, as [Row.Columns] reads them; ""
// where none does.
func (r Row) Named(names ...string) string {
	for _, name := range names {
		if slices.Contains(r.named, name) {
			return name
		}
	}
	return ""
}

// asOneWord writes the words of a heading as programs do, of which a last one, a unit, may be in brackets.
var asOneWord = strings.NewReplacer(
	" (", "_", " [", "_", ")", "", "]", "", " ", "_", "/", "_", "-", "_", ".", "_")

// NameOf returns what a heading names, as [Row.Columns] compares it: without the run that wandb
// writes before it, without a percent sign, and without a point at its beginning, as tidymodels writes it.
func NameOf(heading string) string {
	parts := strings.Split(heading, " - ")
	name, _ := CutPercent(parts[len(parts)-1])
	return asOneWord.Replace(strings.TrimPrefix(strings.ToLower(name), "."))
}

// percentSign matches one behind a word, with what stands around it.
var percentSign = regexp.MustCompile(`([^\s\d_])[\s_]*[(\[]?%[)\]]?$`)

// CutPercent returns a heading without the percent sign behind its words, which says that the numbers
// of the column are percents, and whether there is one.
func CutPercent(heading string) (name string, found bool) {
	name = percentSign.ReplaceAllString(heading, "$1")
	return name, name != heading
}

// headings is the line of the headings, for an error.
func (r Row) headings() line { return line{file: r.line.file, number: r.Headed} }

// quotedHeadings are the first of the headings, for an error.
func (r Row) quotedHeadings() string {
	const most = 6
	var all []string
	for _, heading := range r.Headings[:min(most, len(r.Headings))] {
		all = append(all, quote(heading))
	}
	if len(r.Headings) > most {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}
