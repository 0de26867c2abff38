package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"crossentropy/info"
	"crossentropy/plots/internal/page"
	"crossentropy/plots/internal/table"
)

// readData makes the figure that is named one of the reader's table.
func (o *options) readData(file string) error {
	given := slices.DeleteFunc(slices.Sorted(maps.Keys(o.own)),
		func(flag string) bool { return slices.Contains([]string{"data", "bins", "add"}, flag) })
	switch {
	case len(given) > 0:
		return fmt.Errorf("-data and -%s: the table gives all that is drawn", given[0])
	case o.only == "" || len(o.chosen) > 1:
		return fmt.Errorf("-data: want one figure, which -only names, of %s", listening("data"))
	}
	o.failed = true // until the table is read
	added, err := o.own.Added()
	if err != nil {
		return err
	}
	in, name := io.ReadCloser(os.Stdin), "standard input"
	if file != "-" {
		if in, err = os.Open(file); err != nil {
			return fmt.Errorf("-data: %w", err)
		}
		name = file
	}
	f := o.chosen[0]
	if f.added = added; o.bins.n > 0 {
		f.bins = o.bins
	}
	f, readErr := f.read(f, name, in)
	if err := errors.Join(readErr, in.Close()); err != nil {
		return fmt.Errorf("-data: %w", err)
	}
	o.failed, o.chosen, o.own = false, []figure{f}, nil
	return nil
}

// readTruth makes f a figure of the names and the probabilities, or counts, in a table.
func readTruth(f figure, name string, r io.Reader) (figure, error) { return f.ofShares(name, r, "p") }

// readTruthAndModel does so with a model beside them.
func readTruthAndModel(f figure, name string, r io.Reader) (figure, error) {
	return f.ofShares(name, r, "p", "q")
}

// ofShares returns the figure of the names and the distributions in a table.
func (f figure) ofShares(name string, r io.Reader, headings ...string) (figure, error) {
	in, err := table.ReadShares(name, r, f.added, headings...)
	if err != nil {
		return f, err
	}
	ex := example{p: in.Distributions[0], q: info.Uniform(len(in.Names)), column: page.Literal(in.Heading)}
	if len(in.Distributions) > 1 {
		ex.q = in.Distributions[1]
	}
	for _, called := range in.Names {
		ex.words = append(ex.words, page.Literal(called))
	}
	f.shows = func() example { return ex }
	draw := f.draw
	f.draw = func(pg *page.Page, ex example) {
		draw(pg, ex)
		tell(pg, in.Notes)
	}
	return f, nil
}

// tell says on standard error what is not drawn of a table.
func tell(pg *page.Page, notes []string) {
	for _, note := range notes {
		pg.NotDrawn(note)
	}
}
