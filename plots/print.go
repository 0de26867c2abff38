package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// print draws the figures asked for and writes them into the folder, or one to
// w. A figure that cannot be drawn of the example is an error once the others
// are written.
func (o options) print(w io.Writer) error {
	if p, q := o.p.Len(), o.q.Len(); p != q {
		return fmt.Errorf("-q has %d outcomes, -p has %d", q, p)
	}
	if n := len(o.words); o.words != nil && n != o.p.Len() {
		return fmt.Errorf("-symbols has %s, -p has %s", count(n, "name"), count(o.p.Len(), "outcome"))
	}
	chosen, err := choose(o.only)
	if err != nil {
		return err
	}
	if o.out == "-" {
		return o.pipe(w, chosen)
	}
	pr := newProgress(len(chosen) * len(o.formats))
	defer pr.end()
	var refused error
	var drawn, printed, changed int
	for _, f := range chosen {
		if err := f.check(o.example); err != nil {
			refused = fmt.Errorf("%s: %w", f.name, err)
			continue
		}
		drawn++
		for _, in := range o.formats {
			differs, err := o.file(f, in)
			if err != nil {
				return err
			}
			printed++
			if differs {
				changed++
			}
			pr.step()
		}
	}
	if drawn > 0 {
		what := count(drawn, "figure")
		if printed > drawn {
			what += " as " + count(printed, "file")
		}
		fmt.Fprintf(w, "plots: %s in %s, %d changed\n", what, o.out, changed)
	}
	return refused
}

// pipe writes one figure in one format to w.
func (o options) pipe(w io.Writer, chosen []figure) error {
	if len(chosen) != 1 || len(o.formats) != 1 {
		return fmt.Errorf("-out -: want one figure in one format, have %s in %s",
			count(len(chosen), "figure"), count(len(o.formats), "format"))
	}
	f := chosen[0]
	if err := f.check(o.example); err != nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	data, err := o.bytes(f, o.formats[0])
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// file writes a figure in a format into the folder.
func (o options) file(f figure, in format) (changed bool, err error) {
	data, err := o.bytes(f, in)
	if err != nil {
		return false, err
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return false, fmt.Errorf("-out %s: %w", o.out, err)
	}
	if changed, err = save(filepath.Join(o.out, f.name+"."+in.name), data); err != nil {
		err = fmt.Errorf("-out %s: %w", o.out, err)
	}
	return changed, err
}

// bytes prints a figure in a format.
func (o options) bytes(f figure, in format) ([]byte, error) {
	data, err := in.print(edition{f, o.example, o.look})
	if err != nil {
		err = fmt.Errorf("%s: %w", f.name, err)
	}
	return data, err
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

// save makes data the contents of a file, whole or not at all: it writes a
// second file and renames it. A file that holds data already is left alone.
func save(path string, data []byte) (changed bool, err error) {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return false, nil
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return false, err
	}
	defer os.Remove(tmp.Name()) // fails once it is renamed, as it should
	_, err = tmp.Write(data)
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	if closing := tmp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	return err == nil, err
}
