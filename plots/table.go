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
		func(flag string) bool { return slices.Contains([]string{"data", "bins", "closer", "add"}, flag) })
	switch {
	case err != nil:
		return err
	case len(given) > 0:
		return fmt.Errorf("-data and -%s: the table gives all that is drawn", given[0])
	case o.only == "" || len(named) > 1:
		return fmt.Errorf("-data: want one figure, which -only names, of %s", listening("data"))
	}
	f := named[0]
	if f.added, err = o.own.Added(); err != nil {
		o.refused = true
		return err
	}
	table, name := io.ReadCloser(os.Stdin), "standard input"
	if file != "-" {
		if table, err = os.Open(file); err != nil {
			o.refused = true
			return fmt.Errorf("-data: %w", err)
		}
		name = file
	}
	if o.bins.n > 0 {
		f.bins = o.bins
	}
	f.closer, f.asked = f.closer && o.closer, o.own["closer"] != ""
	f, readErr := f.read(f, name, table)
	if err := errors.Join(readErr, table.Close()); err != nil {
		o.refused = true
		return fmt.Errorf("-data: %w", err)
	}
	o.made, o.own = []figure{f}, nil
	return nil
}

// heading returns the first of some names that heads a column, or of all. Headings may have
// spaces, slashes or capital letters, as Training Loss for training_loss.
func heading(row data.Row, names ...string) string {
	for _, name := range names {
		for _, h := range row.Headings {
			if plainHeading(h) == name {
				return strings.Clone(h)
			}
		}
	}
	return names[0]
}

// plainHeading returns a heading as programs write it, without the run that wandb names before it.
func plainHeading(s string) string {
	parts := strings.Split(s, " - ")
	return underscores.Replace(strings.ToLower(parts[len(parts)-1]))
}

var underscores = strings.NewReplacer(" ", "_", "/", "_", "-", "_", ".", "_")

// columnsOf returns where the columns are that are each headed by one of several names. Of two
// such columns it is the one that has the first name, or else it is an error.
func columnsOf(file string, row data.Row, wanted ...[]string) ([]int, error) {
	var chosen []string
	for _, names := range wanted {
		name := heading(row, names...)
		chosen = append(chosen, name)
		for _, h := range row.Headings {
			plain := plainHeading(h)
			switch {
			case plainHeading(name) == names[0]:
			case h != name && slices.Contains(names, plain):
				return nil, fmt.Errorf("%s:%d: columns %q and %q may both be the %s: head one of them %[5]s",
					file, row.Headed, name, h, names[0])
			}
		}
	}
	return row.Columns(chosen...)
}
