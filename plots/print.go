package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// print draws the figures asked for and writes them into the folder, or one to
// w. A figure that cannot be drawn of the example is an error once the others
// are written.
func (o options) print(w io.Writer) error {
	if err := o.agree(); err != nil {
		return err
	}
	chosen, err := choose(o.only)
	if err != nil {
		return err
	}
	switch {
	case o.relabel == "-":
		_, err := w.Write(printLabels(o.texts(chosen, o.look)))
		return err
	case o.relabel != "":
		if o.labels, err = o.readLabels(o.relabel); err != nil {
			return fmt.Errorf("-labels %s: %w", o.relabel, err)
		}
	}
	if o.out == "-" && (len(chosen) != 1 || len(o.formats) != 1) {
		return fmt.Errorf("-out -: want one figure in one format, have %s in %s",
			count(len(chosen), "figure"), count(len(o.formats), "format"))
	}
	files, refused, err := o.files(chosen)
	if err == nil && len(files) > 0 {
		err = o.deliver(files, w)
	}
	if err != nil {
		return err
	}
	return refused
}

// deliver writes the files into the folder and says so on w, or writes one
// to w.
func (o options) deliver(files []file, w io.Writer) error {
	if o.out == "-" {
		_, err := w.Write(files[0].data)
		return err
	}
	changed, err := o.save(files)
	if err != nil {
		return fmt.Errorf("-out %s: %w", o.out, err)
	}
	what := count(len(files)/len(o.formats), "figure")
	if len(o.formats) > 1 {
		what += " as " + count(len(files), "file")
	}
	fmt.Fprintf(w, "plots: %s in %s, %d changed\n", what, o.out, changed)
	return nil
}

// agree returns an error if the parts of the example have not the same number
// of outcomes.
func (o options) agree() error {
	n := o.p.Len()
	if q := o.q.Len(); q != n {
		return fmt.Errorf("-q has %d outcomes, -p has %d", q, n)
	}
	if o.words != nil && len(o.words) != n {
		return fmt.Errorf("-symbols has %s, -p has %s",
			count(len(o.words), "name"), count(n, "outcome"))
	}
	return nil
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// choose returns the figures named, in the order of the book; all where none is.
func choose(only string) ([]figure, error) {
	if only == "" {
		return figures, nil
	}
	names := strings.Split(only, ",")
	for i, name := range names {
		names[i] = strings.TrimSpace(name)
		if _, ok := findFigure(names[i]); !ok {
			return nil, fmt.Errorf("-only: no figure %q; -list lists them", names[i])
		}
	}
	return slices.DeleteFunc(slices.Clone(figures), func(f figure) bool {
		return !slices.Contains(names, f.name)
	}), nil
}
