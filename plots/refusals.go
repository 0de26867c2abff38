package main

import (
	"fmt"
	"slices"
	"strings"

	"crossentropy/info/data"
)

// Refusals are of lines that are no forecasts, the first of which is told, and of all what helps
// to mend them.
type refusals struct {
	first  error
	lacks  bool     // the first lacks a label or a forecast
	more   int      // others lack one
	labels []string // that are not 0 or 1, each once
}

// add adds the refusal of a row, if it is refused.
func (u *refusals) add(row data.Row, columns []int, err error) {
	if err == nil {
		return
	}
	lacks, label := row.IsMissing(columns[0]) || row.IsMissing(columns[1]), row.Fields[columns[0]]
	switch {
	case u.first == nil:
		u.first, u.lacks = err, lacks
	case lacks:
		u.more++
	}
	if !lacks && !slices.Contains(u.labels, label) {
		u.labels = append(u.labels, strings.Clone(label))
	}
}

// err returns the first refusal: with how many more lines lack something, or where no line is a
// forecast, for two labels how to write them.
func (u *refusals) err(all bool) error {
	switch {
	case u.first == nil:
		return nil
	case u.lacks && u.more > 0:
		return fmt.Errorf("%w; and %s without a label or a forecast", u.first, data.Count(u.more, "more line"))
	case all && len(u.labels) == 2:
		return fmt.Errorf("%w: write 1 for %q or %q, whichever the forecasts are of, and 0 for the other",
			u.first, u.labels[0], u.labels[1])
	}
	return u.first
}
