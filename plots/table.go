package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"crossentropy/info/data"
)

// readData makes the figure that is named one of the reader's table.
func (o *options) readData(file string) error {
	named, err := choose(o.only)
	o.refused = err != nil
	given := slices.DeleteFunc(slices.Sorted(maps.Keys(o.own)),
		func(flag string) bool { return flag == "data" || flag == "bins" })
	switch {
	case err != nil:
		return err
	case len(given) > 0:
		return fmt.Errorf("-data and -%s: the table gives all that is drawn", given[0])
	case o.only == "" || len(named) > 1:
		return fmt.Errorf("-data: want one figure, which -only names, of %s", listening("data"))
	}
	table, name := io.ReadCloser(os.Stdin), "standard input"
	if file != "-" {
		if table, err = os.Open(file); err != nil {
			o.refused = true
			return fmt.Errorf("-data: %w", err)
		}
		name = file
	}
	f := named[0]
	if o.bins.n > 0 {
		f.bins = o.bins
	}
	f, readErr := f.read(f, name, table)
	if err := errors.Join(readErr, table.Close()); err != nil {
		o.refused = true
		return fmt.Errorf("-data: %w", err)
	}
	o.made, o.own = []figure{f}, nil
	return nil
}

// heading returns the first of some names that heads a column, or of all.
func heading(row data.Row, names ...string) string {
	for _, name := range names {
		has := func(heading string) bool { return strings.EqualFold(heading, name) }
		if slices.ContainsFunc(row.Headings, has) {
			return name
		}
	}
	return names[0]
}
