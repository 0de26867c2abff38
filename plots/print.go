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

// print draws the figures asked for and writes them into the folder. A figure
// that cannot be drawn of the example is an error once the others are written.
func (o options) print(w io.Writer) error {
	if p, q := o.p.Len(), o.q.Len(); p != q {
		return fmt.Errorf("-q has %d outcomes, -p has %d", q, p)
	}
	chosen, err := choose(o.only)
	if err != nil {
		return err
	}
	var refused error
	var drawn, printed, changed int
	for _, f := range chosen {
		if err := f.check(o.example); err != nil {
			refused = fmt.Errorf("%s: %w", f.name, err)
			continue
		}
		if err := os.MkdirAll(o.out, 0o755); err != nil {
			return fmt.Errorf("-out %s: %w", o.out, err)
		}
		drawn++
		for _, in := range o.formats {
			data, err := in.print(edition{f, o.example, o.look})
			if err != nil {
				return fmt.Errorf("%s: %s: %w", f.name, in.name, err)
			}
			differs, err := save(filepath.Join(o.out, f.name+"."+in.name), data)
			if err != nil {
				return fmt.Errorf("-out %s: %w", o.out, err)
			}
			printed++
			if differs {
				changed++
			}
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
