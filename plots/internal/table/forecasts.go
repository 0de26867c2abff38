package table

import (
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"crossentropy/info"
	"crossentropy/info/data"
	"crossentropy/info/loss"
)

// Forecasts are of events that happened or did not. Of forecasts of classes, the event is that the
// likeliest class is right.
type Forecasts struct {
	Said     []float64 // the probabilities of the events
	Happened []bool    // as many
	Classes  []string  // that have probabilities, in the order of their columns; nil for an event
	Cost     info.Nats // the log loss of all forecasts together, which may be infinite
	Notes    []string  // what was taken for something
}

// ReadForecasts reads a label and a forecast a line, in the columns of [data.ForecastHeadings], or
// forecasts of classes: under "class" the one that came, and under the name of each class, or one such as
// prob_NAME or P(NAME), its probability. Where headings do not tell, the column of the class that came is
// the only one of names of other columns, the label's the only one of 0 and 1, and the forecast's the
// only one of other probabilities.
//
// It is an error if probabilities are not from 0 to 1, if those of classes do not sum to 1, but for
// rounding, and if there are none.
func ReadForecasts(name string, r io.Reader) (fs Forecasts, err error) {
	var of *classes // nil for an event
	var columns []int
	var unclear error   // of headings
	var rows []data.Row // under these
	isFirst := true
	for row, err := range data.Rows(name, r) {
		if err != nil {
			return fs, err
		}
		if isFirst {
			isFirst = false
			headings := headingsOf(row)
			came := slices.IndexFunc(headings, func(s string) bool { return strings.EqualFold(s, "class") })
			if came >= 0 && len(headings) > 2 {
				if of = classesUnder(headings, came); row.Headings == nil {
					continue
				}
			} else if columns, unclear = row.Columns(data.ForecastHeadings...); unclear == nil {
				fs.note(row, columns)
			}
		}
		switch {
		case of != nil:
			of.add(row)
		case unclear != nil:
			row.Fields = slices.Clone(row.Fields)
			rows = append(rows, row)
		default:
			err = fs.read(row, columns)
		}
		if err != nil {
			return fs, err
		}
	}
	switch {
	case unclear != nil:
		err = fs.readByContents(rows, unclear)
	case of != nil:
		err = of.answer(&fs)
	}
	if err == nil && len(fs.Said) == 0 {
		err = errors.New(name + ": no lines of label,forecast")
	}
	return fs, err
}

// note notes which columns stand for others by their order, or by what they hold.
func (fs *Forecasts) note(row data.Row, columns []int) {
	if taken := row.Taken(columns, data.ForecastHeadings...); taken != "" {
		fs.Notes = append(fs.Notes, taken)
	}
}

// read reads the forecast of a row, in the columns of the label and of the forecast.
func (fs *Forecasts) read(row data.Row, columns []int) error {
	label, forecast, err := row.ForecastIn(columns)
	if err == nil {
		fs.add(forecast, label == 1, loss.Binary(label, forecast))
	}
	return err
}

// readByContents reads rows with unclear headings, whose columns it finds by what they hold: those of
// classes, or if only one can be that of the label, and one that of the forecast, these.
func (fs *Forecasts) readByContents(rows []data.Row, unclear error) error {
	if of := fs.findClasses(rows); of != nil {
		return of.answer(fs)
	}
	first, found, words := rows[0], [][]int{}, []int{}
	for i := range first.Headings {
		for j := range first.Headings {
			if columns := []int{i, j}; i != j && areForecasts(rows, columns) {
				found = append(found, columns)
			}
		}
		if areTwoWords(rows, i) {
			words = append(words, i)
		}
	}
	headed, err := first.Columns(data.ForecastHeadings[1])
	if err == nil && len(words) == 1 && len(found) == 0 { // they may be meant for 0 and 1
		found = append(found, []int{words[0], headed[0]})
	}
	if len(found) != 1 {
		return fmt.Errorf("%w; or class, what came, and a column for each; "+
			"-list prints other headings that serve", unclear)
	}
	fs.note(first, found[0])
	for _, row := range rows {
		if err := fs.read(row, found[0]); err != nil {
			return err
		}
	}
	return nil
}

// areTwoWords says whether a column, from 0, has two words and nothing else, such as yes and no.
func areTwoWords(rows []data.Row, column int) bool {
	words := map[string]bool{}
	for _, row := range rows {
		words[row.Fields[column]] = true
	}
	_, err := rows[0].Number(column)
	return len(words) == 2 && err != nil
}

// areForecasts says whether columns hold labels and forecasts, of which one is not certain at least, and
// none is headed as the other.
func areForecasts(rows []data.Row, columns []int) bool {
	for k, column := range columns {
		if headed, err := rows[0].Columns(data.ForecastHeadings[k]); err == nil && headed[0] != column {
			return false
		}
	}
	areUncertain := false
	for _, row := range rows {
		_, forecast, err := row.ForecastIn(columns)
		if err != nil {
			return false
		}
		areUncertain = areUncertain || forecast > 0 && forecast < 1
	}
	return areUncertain
}

// add adds a forecast, what came of it, and what it cost.
func (fs *Forecasts) add(forecast float64, happened bool, cost info.Nats) {
	fs.Said, fs.Happened = append(fs.Said, forecast), append(fs.Happened, happened)
	fs.Cost += cost
}

// Classes are the columns of a table of forecasts of them.
type classes struct {
	names   []string // the headings; "" for a column that has no class's probabilities
	came    int      // the column of the class that came, whose name is ""
	answers []answer
}

// An answer is a row, with the probability in each column; NaN where there is none.
type answer struct {
	data.Row
	given []float64
}

// headingsOf returns the headings above a first row. A table whose headings are numbers has them in it.
func headingsOf(row data.Row) []string {
	if row.Headings == nil {
		return row.Fields
	}
	return row.Headings
}

// classesUnder returns the classes of headings, one of which is that of the class that came.
func classesUnder(headings []string, came int) *classes {
	of := classes{came: came}
	for _, s := range headings {
		s, _ = data.CutPercent(s)
		of.names = append(of.names, norm.NFC.String(strings.Clone(s)))
	}
	of.names[came] = ""
	return &of
}

// findClasses returns the classes of rows with unclear headings, where one column alone, but for that of
// predicted ones, has names of others only, and notes which; else nil.
func (fs *Forecasts) findClasses(rows []data.Row) (found *classes) {
	headings := headingsOf(rows[0])
	if rows[0].Headings == nil {
		rows = rows[1:]
	}
	if len(rows) == 0 || len(headings) < 3 {
		return nil
	}
	for came, heading := range headings {
		of := classesUnder(headings, came)
		of.shorten(rows[0])
		isOther := func(row data.Row) bool { return !slices.Contains(of.names, of.cameIn(row)) }
		switch {
		case isPredicted(heading) || slices.ContainsFunc(rows, isOther):
		case found != nil:
			return nil
		default:
			found = of
		}
	}
	if found == nil {
		return nil
	}
	if heading := headings[found.came]; !isTrue(heading) {
		fs.Notes = append(fs.Notes, "class is the column "+heading)
	}
	for _, row := range rows {
		found.add(row)
	}
	return found
}

// named matches headings that have the name of a class, as prob_cat, .pred_cat or P(cat).
var named = regexp.MustCompile(`(?i)^\.?(?:pred|prob|proba|class|p)[_.(](.+?)\)?$`)

// shorten leaves of headings the names, where the class that came in the first row is none of them.
func (of *classes) shorten(first data.Row) {
	if !slices.Contains(of.names, of.cameIn(first)) {
		for i, name := range of.names {
			of.names[i] = named.ReplaceAllString(name, "$1")
		}
	}
}

func (of *classes) add(row data.Row) {
	row.Fields = slices.Clone(row.Fields)
	a := answer{Row: row}
	for i := range row.Fields {
		x, err := row.Share(i)
		if err != nil || x < 0 || x > 1 {
			x = math.NaN()
		}
		a.given = append(a.given, x)
	}
	of.answers = append(of.answers, a)
}

// answer adds the answers to forecasts. A column of other than probabilities is no class's, unless
// that class came.
func (of *classes) answer(fs *Forecasts) error {
	came, other := map[string]bool{}, make([]bool, len(of.names))
	for i, a := range of.answers {
		if i == 0 {
			of.shorten(a.Row)
		}
		came[of.cameIn(a.Row)] = true
		for i, x := range a.given {
			other[i] = other[i] || math.IsNaN(x)
		}
	}
	for i, name := range of.names {
		if other[i] && !came[name] {
			of.names[i] = ""
		}
	}
	fs.Classes = of.named()
	for _, a := range of.answers {
		target := slices.Index(of.names, of.cameIn(a.Row))
		if target < 0 || of.names[target] == "" {
			return a.Errorf(of.came, ", want one of the headings of the other columns")
		}
		likeliest, err := of.likeliest(a)
		if err != nil {
			return err
		}
		fs.add(a.given[likeliest], likeliest == target, info.Surprisal(a.given[target]).Nats())
	}
	return nil
}

// named are the classes that have probabilities.
func (of *classes) named() []string {
	return slices.DeleteFunc(slices.Clone(of.names), func(name string) bool { return name == "" })
}

// cameIn is the name of the class that came.
func (of *classes) cameIn(row data.Row) string { return norm.NFC.String(row.Fields[of.came]) }

// likeliest returns the column of the likeliest class, the first where several are.
func (of *classes) likeliest(a answer) (likeliest int, err error) {
	sum, most := 0., math.Inf(-1)
	for i, x := range a.given {
		switch {
		case of.names[i] == "":
			continue
		case math.IsNaN(x):
			given, _ := a.Number(i) // 0 where it is none
			return 0, a.Errorf(i, " under %q, want a probability from 0 to 1%s", of.names[i], data.IfPercents(given))
		}
		if sum += x; x > most {
			likeliest, most = i, x
		}
	}
	if math.Abs(sum-1) > offByRounding {
		return 0, a.Errorf(of.came, ": the probabilities of %s sum to %.6g, want 1",
			strings.Join(of.named(), ", "), sum)
	}
	return likeliest, nil
}
