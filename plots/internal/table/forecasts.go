package table

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gonum.org/v1/gonum/floats"

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
// forecasts of classes: the one that came, under "class" or a heading of the label, and the probability
// of each, under its name or one such as prob_NAME or P(NAME). Lines that lack one are left out, and
// counted in a note.
//
// It is an error if probabilities are not from 0 to 1, if those of classes do not sum to 1, but for
// rounding, and if there are none.
func ReadForecasts(name string, r io.Reader) (fs Forecasts, err error) {
	var columns []int // nil before the first row
	var of *classes   // nil for an event
	lacking := 0      // lines
	for row, err := range data.Rows(name, r) {
		if err == nil && columns == nil {
			if columns, of, err = fs.findColumns(row); of != nil && row.Headings == nil {
				continue // numbers that head columns
			}
		}
		switch {
		case err != nil:
			return fs, err
		case slices.ContainsFunc(columns, row.IsMissing):
			lacking++
		case of != nil:
			err = fs.readClasses(row, of)
		default:
			err = fs.readEvent(row, columns)
		}
		if err != nil && fs.Notes != nil {
			err = fmt.Errorf("%w; the columns are taken for label,forecast", err)
		}
		if err != nil {
			return fs, err
		}
	}
	if len(fs.Said) == 0 {
		err = errors.New(name + ": no lines of label,forecast")
	}
	if lacking > 0 {
		fs.Notes = append(fs.Notes, "left out: "+data.Count(lacking, "line")+" without a label or a forecast")
	}
	return fs, err
}

// findColumns finds by the headings of a first row the columns of the label and the forecast, or those
// of classes, and notes what is taken for a label or a forecast by its place alone.
func (fs *Forecasts) findColumns(row data.Row) ([]int, *classes, error) {
	headings := row.Headings
	if headings == nil {
		headings = row.Fields
	}
	columns, err := row.Columns(data.ForecastHeadings...)
	of := findClasses(headings)
	isOfMany := err == nil && of != nil && len(of.columns) > 2 && slices.Contains(of.columns, columns[1])
	if of != nil && (err != nil || isOfMany) { // as prob_1 is beside prob_2
		fs.Classes = of.names
		return append([]int{of.came}, of.columns...), of, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%w; or class, what came, and a column for each; "+
			"-list prints other headings that serve", err)
	}
	if taken := row.Taken(columns, data.ForecastHeadings...); taken != "" {
		fs.Notes = append(fs.Notes, taken)
	}
	return columns, nil, nil
}

// readEvent reads a row of the columns of a label and of a forecast.
func (fs *Forecasts) readEvent(row data.Row, columns []int) error {
	label, forecast, err := row.ForecastIn(columns)
	if err == nil {
		fs.add(forecast, label == 1, loss.Binary(label, forecast))
	}
	return err
}

// add adds a forecast, what came of it, and what it cost.
func (fs *Forecasts) add(forecast float64, happened bool, cost info.Nats) {
	fs.Said, fs.Happened = append(fs.Said, forecast), append(fs.Happened, happened)
	fs.Cost += cost
}

// Classes are the columns of a table of forecasts of them.
type classes struct {
	came     int      // the column of the class that came
	columns  []int    // of the probabilities of each
	headings []string // of these
	names    []string // of the classes
}

// named matches headings that have the name of a class, as prob_cat, .pred_cat or P(cat).
var named = regexp.MustCompile(`(?i)^\.?(?:pred|prob|proba|class|p)[_.(](.+?)\)?$`)

// noClasses are headings that programs write beside classes, as [data.NameOf] returns them.
var noClasses = []string{
	"", "id", "index", "row", "rowindex", "fold", "resample",
	"pred", "y_pred", "predicted", "prediction", "pred_class",
}

// findClasses returns the classes of headings, two at least: those named as in prob_NAME, or where no
// two are, all others but those of forecasts and of noClasses. It returns nil where there are none, or
// not one column of the class that came.
func findClasses(headings []string) *classes {
	isClass := func(s string) bool { return data.NameOf(s) == "class" }
	isLabel := func(s string) bool { return slices.Contains(data.ForecastHeadings[0], data.NameOf(s)) }
	came := slices.IndexFunc(headings, isClass)
	if came < 0 {
		came = slices.IndexFunc(headings, isLabel)
		if came < 0 || slices.ContainsFunc(headings[came+1:], isLabel) {
			return nil
		}
	}
	prefixed, bare := &classes{came: came}, &classes{came: came}
	for i, heading := range headings {
		name := data.NameOf(heading)
		if i == came || slices.Contains(noClasses, name) {
			continue
		}
		heading, _ = data.CutPercent(heading)
		heading = norm.NFC.String(strings.Clone(heading))
		if match := named.FindStringSubmatch(heading); match != nil {
			prefixed.add(i, heading, match[1])
		}
		if !slices.Contains(data.ForecastHeadings[1], name) {
			bare.add(i, heading, heading)
		}
	}
	for _, of := range []*classes{prefixed, bare} {
		if len(of.columns) > 1 {
			return of
		}
	}
	return nil
}

func (of *classes) add(column int, heading, name string) {
	of.columns = append(of.columns, column)
	of.headings, of.names = append(of.headings, heading), append(of.names, name)
}

// readClasses reads a row of the class that came and the probabilities of all, of which the likeliest is
// the first where several are.
func (fs *Forecasts) readClasses(row data.Row, of *classes) error {
	came := norm.NFC.String(row.Fields[of.came])
	target := max(slices.Index(of.names, came), slices.Index(of.headings, came))
	if target < 0 {
		return row.Errorf(of.came, ", want one of the headings of the other columns; "+
			"or, for forecasts of 0 or 1, head their column forecast")
	}
	var given []float64
	for k, column := range of.columns {
		x, err := row.Share(column)
		if err != nil || x < 0 || x > 1 {
			number, _ := row.Number(column) // 0 where it is none
			return row.Errorf(column, " under %q, want a probability from 0 to 1%s", of.headings[k],
				cmp.Or(data.IfPercents(number), "; or leave the column out if it is no class's"))
		}
		given = append(given, x)
	}
	if sum := floats.Sum(given); math.Abs(sum-1) > offByRounding {
		return row.Errorf(of.came, ": the probabilities of %s sum to %.6g, want 1", strings.Join(of.names, ", "), sum)
	}
	likeliest := floats.MaxIdx(given)
	fs.add(given[likeliest], likeliest == target, info.Surprisal(given[target]).Nats())
	return nil
}
